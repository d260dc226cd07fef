/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-present-actions.h"

/*
 * The keys while presenting. They come before those of timeline and map: a clicker's arrow means the next
 * step, wherever the focus is. A number and Enter go to that step.
 */

/* How long a number may be in coming, in microseconds, and how long it may be. */
#define NUMBER_PAUSE (3 * G_TIME_SPAN_SECOND)
#define NUMBER_MAX 9999

typedef struct
{
  PsgPresentation *presentation; /* owned */
  guint            number;       /* that is being typed; 0 for none */
  gint64           typed;        /* when */
} Keys;

static const struct
{
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
  const char     *target;
} keys[] = {
  { GDK_KEY_Page_Down, 0, "present.next" },
  { GDK_KEY_KP_Page_Down, 0, "present.next" },
  { GDK_KEY_Right, 0, "present.next" },
  { GDK_KEY_Down, 0, "present.next" },
  { GDK_KEY_space, 0, "present.next" },
  { GDK_KEY_n, 0, "present.next" },
  { GDK_KEY_Page_Up, 0, "present.previous" },
  { GDK_KEY_KP_Page_Up, 0, "present.previous" },
  { GDK_KEY_Left, 0, "present.previous" },
  { GDK_KEY_Up, 0, "present.previous" },
  { GDK_KEY_BackSpace, 0, "present.previous" },
  { GDK_KEY_space, GDK_SHIFT_MASK, "present.previous" },
  { GDK_KEY_Home, 0, "present.first" },
  { GDK_KEY_End, 0, "present.last" },
  { GDK_KEY_F5, 0, "present.return" },
  { GDK_KEY_r, 0, "present.return" },
  { GDK_KEY_q, 0, "present.answer" },
  { GDK_KEY_f, 0, "present.freeze" },
  { GDK_KEY_b, 0, "present.black" },
  { GDK_KEY_period, 0, "present.black" },
  { GDK_KEY_w, 0, "present.white" },
  { GDK_KEY_comma, 0, "present.white" },
  { GDK_KEY_s, 0, "present.point", "spotlight" },
  { GDK_KEY_l, 0, "present.point", "laser" },
  { GDK_KEY_p, 0, "present.point", "pen" },
  { GDK_KEY_e, 0, "present.point", "eraser" },
  { GDK_KEY_c, 0, "present.clear-ink" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "present.undo-ink" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "present.redo-ink" },
  { GDK_KEY_y, GDK_CONTROL_MASK, "present.redo-ink" },
  { GDK_KEY_t, 0, "present.clock" },
  { GDK_KEY_k, 0, "present.play" },
  { GDK_KEY_x, 0, "present.swap" },
  { GDK_KEY_F6, 0, "present.presenter" },
  { GDK_KEY_Right, GDK_CONTROL_MASK, "present.next-event" },
  { GDK_KEY_Left, GDK_CONTROL_MASK, "present.previous-event" },
  { GDK_KEY_g, GDK_CONTROL_MASK, "present.go-to-date" },
  { GDK_KEY_k, GDK_CONTROL_MASK, "present.search" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "present.notes-larger" },
  { GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "present.notes-larger" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "present.notes-larger" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "present.notes-larger" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "present.notes-smaller" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "present.notes-smaller" },
};

static void
keys_free (gpointer  data,
           GClosure *closure)
{
  Keys *self = data;

  g_object_unref (self->presentation);
  g_free (self);
}

/* Whoever writes, or has opened something over the window, has the keys. */
static gboolean
is_typing (GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return focus != NULL && (GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus) ||
                           gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL);
}

static gboolean
presses_button (GtkWidget *window,
                guint      key)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return (key == GDK_KEY_space || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && focus != NULL &&
         (GTK_IS_BUTTON (focus) || GTK_IS_MENU_BUTTON (gtk_widget_get_parent (focus))) &&
         gtk_window_get_focus_visible (GTK_WINDOW (window));
}

/* Pen and cover are put away first. */
static gboolean
escape (Keys      *self,
        GtkWidget *window)
{
  if (psg_presentation_get_pointing (self->presentation) != PSG_POINTING_NONE)
    psg_presentation_set_pointing (self->presentation, PSG_POINTING_NONE);
  else if (psg_presentation_get_cover (self->presentation) != PSG_COVER_NONE)
    psg_presentation_set_cover (self->presentation, PSG_COVER_NONE);
  else
    gtk_widget_activate_action (window, "present.end", NULL);

  return TRUE;
}

/* Returns: whether @key belongs to a number */
static gboolean
take_digit (Keys *self,
            guint key)
{
  gint64 now = g_get_monotonic_time ();
  guint digit;

  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    digit = key - GDK_KEY_0;
  else if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    digit = key - GDK_KEY_KP_0;
  else
    return FALSE;

  if (now - self->typed > NUMBER_PAUSE)
    self->number = 0;
  self->number = MIN (self->number * 10 + digit, NUMBER_MAX);
  self->typed = now;

  return TRUE;
}

static gboolean
enter (Keys      *self,
       GtkWidget *window)
{
  guint number = g_get_monotonic_time () - self->typed <= NUMBER_PAUSE ? self->number : 0;

  self->number = 0;
  if (number == 0)
    gtk_widget_activate_action (window, "present.next", NULL);
  else
    gtk_widget_activate_action (window, "present.step", "u", number - 1);

  return TRUE;
}

static gboolean
take_key (GtkWidget      *window,
          guint           key,
          GdkModifierType modifiers)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].key != gdk_keyval_to_lower (key) || keys[i].modifiers != modifiers)
        continue;
      gtk_widget_activate_action (window, keys[i].action, keys[i].target != NULL ? "s" : NULL, keys[i].target);
      return TRUE;
    }

  return FALSE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                Keys                  *self)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType modifiers = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);

  if (is_typing (window) || presses_button (window, key))
    return FALSE;
  if (modifiers == 0 && take_digit (self, key))
    return TRUE;
  if (modifiers == 0 && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    return enter (self, window);

  self->number = 0;
  if (key == GDK_KEY_Escape)
    return escape (self, window);

  return take_key (window, key, modifiers);
}

/**
 * psg_present_keys_add:
 * @window: a window with the group `present` of actions
 * @presentation: what is presented
 */
void
psg_present_keys_add (GtkWidget       *window,
                      PsgPresentation *presentation)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  Keys *self = g_new0 (Keys, 1);

  self->presentation = g_object_ref (presentation);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, keys_free, 0);
  gtk_widget_add_controller (window, controller);
}
