/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-preferences.h"

#include <glib/gi18n.h>

#include "psg-map-choice.h"

/*
 * The preferences. AdwPreferencesWindow is deprecated from libadwaita 1.6 on; the page
 * in it is not. Nothing is stored here: a row shows a setting, or tells the one
 * who keeps it what is wanted.
 */

struct _PsgPreferences
{
  AdwWindow     parent_instance;

  PsgMapChoice *choice;    /* borrowed: of the process */
  GSettings    *settings;

  /* template */
  AdwActionRow *online_row;
  GtkSwitch    *online_switch;
  AdwActionRow *file_row;
  GtkWidget    *remove_button;
};

G_DEFINE_FINAL_TYPE (PsgPreferences, psg_preferences, ADW_TYPE_WINDOW)

static void
show_file (PsgPreferences *self)
{
  g_autofree char *name = psg_map_choice_dup_file_name (self->choice);
  const char *problem = psg_map_choice_get_problem (self->choice);
  const char *subtitle = problem != NULL ? problem
                         : name != NULL ? name
                                        : _("Images in an MBTiles file are shown over the map");

  adw_action_row_set_subtitle (self->file_row, subtitle);
  gtk_widget_set_visible (self->remove_button, name != NULL);
}

static void
open_clicked_cb (PsgPreferences *self)
{
  psg_map_choice_ask (self->choice, GTK_WINDOW (self));
}

static void
remove_clicked_cb (PsgPreferences *self)
{
  psg_map_choice_remove (self->choice);
}

static void
psg_preferences_dispose (GObject *object)
{
  g_clear_object (&PSG_PREFERENCES (object)->settings);

  G_OBJECT_CLASS (psg_preferences_parent_class)->dispose (object);
}

static void
psg_preferences_class_init (PsgPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/passages_app/Passages/shell/psg-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, PsgPreferences, online_row);
  gtk_widget_class_bind_template_child (widget_class, PsgPreferences, online_switch);
  gtk_widget_class_bind_template_child (widget_class, PsgPreferences, file_row);
  gtk_widget_class_bind_template_child (widget_class, PsgPreferences, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
psg_preferences_init (PsgPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->choice = psg_map_choice_get_default ();
  self->settings = g_settings_new (PSG_SETTINGS_ID);
  g_settings_bind (self->settings, "online-map", self->online_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->choice, "changed", G_CALLBACK (show_file), self, G_CONNECT_SWAPPED);
  show_file (self);
}

/**
 * psg_preferences_new:
 * @parent: the window they were asked for in
 *
 * Returns: (transfer none): the preferences, not shown yet
 */
GtkWidget *
psg_preferences_new (GtkWindow *parent)
{
  return g_object_new (PSG_TYPE_PREFERENCES, "transient-for", parent, NULL);
}
