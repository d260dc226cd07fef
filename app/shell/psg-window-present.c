/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-window-private.h"

#include <glib/gi18n.h>

#include "psg-session-lessons.h"

/*
 * Presenting from a window: a lesson, or the events that its filter lets through, from the beginning or from
 * what is shown. What happens then is PsgPresenting's.
 */

/* The one presented last, or the first there is. */
static PsgLesson *
get_usual_lesson (PsgWindow *self)
{
  GPtrArray *bundled = psg_collection_get_lessons (psg_session_get_collection (self->session));
  g_autofree char *id = g_settings_get_string (self->settings, "presented-lesson");
  PsgLesson *lesson = psg_session_find_lesson (self->session, id);

  if (lesson != NULL || bundled->len == 0)
    return lesson;

  return g_ptr_array_index (bundled, 0);
}

static void
ended_cb (PsgWindow *self)
{
  g_clear_object (&self->presenting);
  gtk_window_present (GTK_WINDOW (self));
}

static void
present (PsgWindow *self,
         PsgLesson *lesson,
         guint      step)
{
  if (lesson != NULL && lesson->steps->len == 0)
    {
      psg_window_toast (self, _("This lesson has no steps yet"));
      return;
    }
  if (lesson == NULL && psg_row_set_count (psg_session_get_matches (self->session)) == 0)
    {
      psg_window_toast (self, _("There is no event to present: the filter lets none through"));
      return;
    }

  psg_window_stop_presenting (self);
  psg_player_set_playing (self->player, FALSE);
  self->presenting = psg_presenting_new (self, lesson, step);
  g_signal_connect_object (self->presenting, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_settings_set_string (self->settings, "presented-lesson", lesson != NULL ? lesson->id : "");
  psg_presenting_present (self->presenting);
}

static void
present_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  present (self, get_usual_lesson (self), 0);
}

/* (id of a lesson, number of a step from 0) */
static void
present_lesson_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  g_autofree char *message = NULL;
  const char *id;
  guint step;

  g_variant_get (parameter, "(&su)", &id, &step);
  if (psg_session_find_lesson (self->session, id) != NULL)
    {
      present (self, psg_session_find_lesson (self->session, id), step);
      return;
    }

  /* Translators: %s is what was asked for */
  message = g_strdup_printf (_("There is no lesson “%s” here"), id);
  psg_window_toast (self, message);
}

static guint
count_matches_before (PsgWindow *self,
                      guint      row)
{
  PsgRowSet *matches = psg_session_get_matches (self->session);
  guint n = 0, at = psg_row_set_next (matches, 0);

  for (; at != PSG_ROW_NONE && at < row; at = psg_row_set_next (matches, at + 1))
    n++;

  return n;
}

static void
present_events_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  present (PSG_WINDOW (user_data), NULL, 0);
}

/* The step about what is chosen; or the last one on or before the day. */
static guint
find_step (PsgWindow *self,
           PsgLesson *lesson)
{
  const char *event = psg_session_get_event_id (self->session);
  PsgDay playhead = psg_session_get_playhead (self->session);
  guint found = 0;

  for (guint i = 0; i < lesson->steps->len; i++)
    {
      const PsgLessonStep *step = g_ptr_array_index (lesson->steps, i);

      if (event != NULL && g_strcmp0 (step->event, event) == 0)
        return i;
      if (step->playhead <= playhead)
        found = i;
    }

  return found;
}

static void
present_from_here_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);
  PsgLesson *lesson = get_usual_lesson (self);
  guint event = psg_session_get_event (self->session);

  if (lesson != NULL)
    present (self, lesson, find_step (self, lesson));
  else
    present (self, NULL, event != PSG_ROW_NONE ? count_matches_before (self, event) : 0);
}

/* Unattended, from the first step. */
static void
present_loop_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PsgWindow *self = PSG_WINDOW (user_data);

  present (self, get_usual_lesson (self), 0);
  if (self->presenting != NULL)
    psg_presenting_set_loop (self->presenting, TRUE);
}

static const GActionEntry entries[] = {
  { .name = "present", .activate = present_cb },
  { .name = "present-lesson", .activate = present_lesson_cb, .parameter_type = "(su)" },
  { .name = "present-events", .activate = present_events_cb },
  { .name = "present-from-here", .activate = present_from_here_cb },
  { .name = "present-loop", .activate = present_loop_cb },
};

/* The lessons there are, and the events as they are. */
static void
fill_menu (PsgWindow *self)
{
  g_autoptr (GPtrArray) lessons = NULL;
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) ways = g_menu_new ();

  g_menu_remove_all (self->present_menu);
  if (psg_session_get_collection (self->session) == NULL)
    return;

  lessons = psg_session_list_lessons (self->session);
  for (guint i = 0; i < lessons->len; i++)
    {
      const PsgLesson *lesson = g_ptr_array_index (lessons, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (psg_text_get (lesson->title), NULL);

      g_menu_item_set_action_and_target (item, "win.present-lesson", "(su)", lesson->id, 0);
      g_menu_append_item (own, item);
    }
  g_menu_append (ways, _("_From What Is Shown (Shift+F5)"), "win.present-from-here");
  g_menu_append (ways, _("The _Events, One by One"), "win.present-events");
  g_menu_append (ways, _("_Unattended, Again and Again"), "win.present-loop");
  g_menu_append_section (self->present_menu, _("Lessons"), G_MENU_MODEL (own));
  g_menu_append_section (self->present_menu, NULL, G_MENU_MODEL (ways));
}

/**
 * psg_window_add_present_actions:
 * @self: a window with its session
 */
void
psg_window_add_present_actions (PsgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "lessons-changed", G_CALLBACK (fill_menu), self, G_CONNECT_SWAPPED);
  fill_menu (self);
}

/**
 * psg_window_stop_presenting:
 * @self: a window, presenting or not
 */
void
psg_window_stop_presenting (PsgWindow *self)
{
  g_autoptr (PsgPresenting) presenting = g_steal_pointer (&self->presenting);

  if (presenting == NULL)
    return;

  g_signal_handlers_disconnect_by_func (presenting, ended_cb, self);
  psg_presenting_end (presenting);
}

/* What was asked for before there was a collection. */
void
psg_window_present_as_asked (PsgWindow *self)
{
  if (!self->asked_to_present)
    return;

  self->asked_to_present = FALSE;
  g_action_group_activate_action (G_ACTION_GROUP (self), self->asked_to_loop ? "present-loop" : "present", NULL);
}

void
psg_window_present_lesson (PsgWindow *self,
                           gboolean   unattended)
{
  g_return_if_fail (PSG_IS_WINDOW (self));

  self->asked_to_present = TRUE;
  self->asked_to_loop = unattended;
  if (psg_session_get_collection (self->session) != NULL)
    psg_window_present_as_asked (self);
}

PsgPresenting *
psg_window_get_presenting (PsgWindow *self)
{
  g_return_val_if_fail (PSG_IS_WINDOW (self), NULL);

  return self->presenting;
}
