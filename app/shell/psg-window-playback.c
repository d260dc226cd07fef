/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>

#include "psg-playback-captions.h"

/*
 * Playing in a window: its actions, its keys, its button with the menu, and the captions
 * over the map. The rules are in core, the running of time in ui/playback.
 */

/* How long the name of a speed chosen by key is shown, seconds. */
#define TOAST_SECONDS 2

static void
set_playing_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  psg_player_set_playing (PSG_WINDOW (user_data)->player, g_variant_get_boolean (state));
}

static void
step_happening_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  gboolean next = g_str_equal (g_action_get_name (G_ACTION (action)), "next-happening");

  if (!psg_session_step_happening (self->session, next ? 1 : -1))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* From the keyboard nothing shows which speed it is: it is said, the one in place of
 * the other. */
static void
tell_speed (PsgWindow *self)
{
  AdwToast *toast = adw_toast_new (psg_playback_speed_get_label (psg_player_get_speed (self->player)));

  if (self->speed_toast != NULL)
    adw_toast_dismiss (self->speed_toast);
  g_set_weak_pointer (&self->speed_toast, toast);
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
change_speed_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  gboolean faster = g_str_equal (g_action_get_name (G_ACTION (action)), "play-faster");
  int speed = (int) psg_player_get_speed (self->player) + (faster ? 1 : -1);

  if (speed < 0 || speed >= PSG_N_PLAYBACK_SPEEDS)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    psg_player_set_speed (self->player, (PsgPlaybackSpeed) speed);

  tell_speed (self);
}

static const GActionEntry entries[] = {
  { .name = "play", .state = "false", .change_state = set_playing_cb },
  { .name = "play-faster", .activate = change_speed_cb },
  { .name = "play-slower", .activate = change_speed_cb },
  { .name = "next-happening", .activate = step_happening_cb },
  { .name = "previous-happening", .activate = step_happening_cb },
};

/* What of the player is an action as it is, and kept between runs. */
static const struct
{
  const char *action;
  const char *property;
} settings[] = {
  { "play-speed", "speed" },
  { "play-loop", "loop" },
  { "play-skip-empty", "skip-empty" },
  { "play-wait", "wait" },
};

static void
show_state (PsgWindow *self)
{
  gboolean playing = psg_player_get_playing (self->player);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "play");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (playing));
  gtk_button_set_icon_name (self->play_button,
                            playing ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->play_button), playing ? _("Pause (Space)") : _("Play (Space)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, playing ? _("Pause") : _("Play"), -1);
}

/* Not accelerators of the application, which come before the widget that has the focus:
 * there a space or a full stop may be meant for an entry, and a space for a button. What
 * comes up to the window nothing else has used. */
static void
add_keys (PsgWindow *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } keys[] = {
    { "space|KP_Space", "win.play" },
    { "period|<Control>period", "win.next-happening" },
    { "comma", "win.previous-happening" },
    { "greater|<Shift>greater", "win.play-faster" },
    { "less|<Shift>less", "win.play-slower" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
append_item (GMenu      *menu,
             const char *label,
             const char *action,
             const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) speeds = g_menu_new ();
  g_autoptr (GMenu) ways = g_menu_new ();
  g_autoptr (GMenu) steps = g_menu_new ();

  for (PsgPlaybackSpeed speed = 0; speed < PSG_N_PLAYBACK_SPEEDS; speed++)
    {
      g_autofree char *action = g_strdup_printf ("win.play-speed::%s", psg_playback_speed_to_string (speed));

      g_menu_append (speeds, psg_playback_speed_get_label (speed), action);
    }

  append_item (ways, _("_Pause for Reading"), "win.play-wait", NULL);
  append_item (ways, _("_Skip Empty Stretches"), "win.play-skip-empty", NULL);
  append_item (ways, _("_Repeat"), "win.play-loop", NULL);
  append_item (steps, _("_Next Event or Change"), "win.next-happening", "period");
  append_item (steps, _("_Previous Event or Change"), "win.previous-happening", "comma");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (speeds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (ways));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));

  return G_MENU_MODEL (menu);
}

/* A menu's items are widgets; they are made when the menu is first opened. */
static void
fill_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  menu = create_menu ();
  gtk_menu_button_set_menu_model (button, menu);
}

/**
 * psg_window_add_playback:
 * @self: a window with its session and template
 */
void
psg_window_add_playback (PsgWindow *self)
{
  self->player = psg_player_new (self->session, GTK_WIDGET (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (GPropertyAction) action =
          g_property_action_new (settings[i].action, self->player, settings[i].property);

      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
      g_settings_bind (self->settings, settings[i].action, self->player, settings[i].property,
                       G_SETTINGS_BIND_GET_NO_CHANGES | G_SETTINGS_BIND_DEFAULT);
    }

  g_signal_connect_object (self->player, "notify::playing", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_create_popup_func (self->play_menu_button, fill_menu_cb, NULL, NULL);
  show_state (self);
  add_keys (self);
}

/**
 * psg_window_lay_captions:
 * @self: a window
 * @map: (transfer floating): its map
 *
 * Returns: (transfer floating): the map, with what just happened over it
 */
GtkWidget *
psg_window_lay_captions (PsgWindow *self,
                         GtkWidget *map)
{
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_overlay_set_child (GTK_OVERLAY (overlay), map);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), psg_playback_captions_new (self->player));

  return overlay;
}
