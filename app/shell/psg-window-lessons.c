/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>

#include "psg-own-notes.h"
#include "psg-session-lessons.h"

/* Lessons in a window: their place in the sidebar, and the map that they look at. */

static gboolean
get_map_cb (PsgViewpoint *viewpoint,
            gpointer      user_data)
{
  PsgWindow *self = user_data;
  PsgViewpoint seen;

  if (self->map == NULL || gtk_widget_get_width (self->map) <= 1)
    return FALSE;

  psg_map_view_get_location (psg_window_get_map (self), &seen.latitude, &seen.longitude, &seen.zoom);
  *viewpoint = psg_viewpoint_unfit (&seen, gtk_widget_get_width (self->map), gtk_widget_get_height (self->map));

  return TRUE;
}

static void
show_map_cb (const PsgViewpoint *viewpoint,
             gpointer            user_data)
{
  PsgWindow *self = user_data;
  PsgViewpoint there = *viewpoint;

  if (self->map != NULL && gtk_widget_get_width (self->map) > 1)
    there = psg_viewpoint_fit (viewpoint, gtk_widget_get_width (self->map), gtk_widget_get_height (self->map));
  psg_window_show_viewpoint (self, &there);
}

/* (transfer none): the lessons, which are made when they are first wanted. */
static PsgLessonPane *
get_pane (PsgWindow *self)
{
  const PsgLessonMap map = { get_map_cb, show_map_cb, self };

  if (adw_bin_get_child (ADW_BIN (self->lessons)) == NULL)
    adw_bin_set_child (ADW_BIN (self->lessons), psg_lesson_pane_new (self->session, &map));

  return PSG_LESSON_PANE (adw_bin_get_child (ADW_BIN (self->lessons)));
}

/* Between the events and the lessons. */
static void
show_lessons_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  if (self->lists == NULL)
    return;

  if (psg_window_get_sidebar_shown (self) && gtk_stack_get_visible_child (self->lists) == self->lessons)
    {
      gtk_stack_set_visible_child (self->lists, GTK_WIDGET (self->list));
      psg_event_list_focus_search (self->list);
      return;
    }
  psg_window_show_sidebar (self, TRUE);
  gtk_stack_set_visible_child (self->lists, self->lessons);
  psg_lesson_pane_begin (get_pane (self));
}

static void
open_lesson_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  const char *id = g_variant_get_string (parameter, NULL);

  if (self->lists == NULL)
    return;
  if (!psg_lesson_pane_open (get_pane (self), id))
    {
      psg_window_toast (self, _("There is no such lesson here"));
      return;
    }

  psg_window_show_sidebar (self, TRUE);
  gtk_stack_set_visible_child (self->lists, self->lessons);
  psg_lesson_pane_begin (get_pane (self));
}

/* What could not be written yet is said once. */
static void
trouble_changed_cb (PsgWindow  *self,
                    GParamSpec *pspec,
                    PsgLessons *lessons)
{
  g_autofree char *message = NULL;

  if (psg_lessons_get_trouble (lessons) == NULL)
    return;

  /* Translators: %s is a sentence without a full stop that says why */
  message = g_strdup_printf (_("Your lessons are not saved yet: %s. Passages keeps trying."),
                             psg_lessons_get_trouble (lessons));
  psg_window_toast (self, message);
}

static void
own_lessons_changed_cb (PsgWindow *self)
{
  PsgLessons *lessons = psg_own_notes_get_lessons (psg_own_notes_get_default ());

  psg_session_set_lessons (self->session, lessons);
  if (lessons != NULL)
    g_signal_connect_object (lessons, "notify::trouble", G_CALLBACK (trouble_changed_cb), self, G_CONNECT_SWAPPED);
  psg_window_watch_steps (self, lessons);
}

/**
 * psg_window_add_lessons:
 * @self: a window with its session
 *
 * Its actions on lessons, and the person's own once the notebook is open.
 */
void
psg_window_add_lessons (PsgWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "show-lessons", .activate = show_lessons_cb },
    { .name = "open-lesson", .activate = open_lesson_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (psg_own_notes_get_default (), "notify::lessons", G_CALLBACK (own_lessons_changed_cb), self,
                           G_CONNECT_SWAPPED);
  own_lessons_changed_cb (self);
}

/* (transfer floating): where the lessons are in the sidebar. */
GtkWidget *
psg_window_new_lessons (PsgWindow *self)
{
  self->lessons = adw_bin_new ();
  g_signal_connect_object (self->lessons, "map", G_CALLBACK (get_pane), self, G_CONNECT_SWAPPED);

  return self->lessons;
}
