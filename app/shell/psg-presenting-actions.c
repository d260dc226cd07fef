/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-presenting-private.h"

#include <glib/gi18n.h>

#include "psg-go-to-popover.h"
#include "psg-search-palette.h"
#include "psg-session-lessons.h"

/*
 * The actions of a presentation that concern its windows, its player or the person's lessons. The others are
 * in ui/present/psg-present-actions.c.
 */

void
psg_presenting_enable (PsgPresenting *self,
                       const char    *name,
                       gboolean       enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static GtkWidget *
get_host (PsgPresenting *self)
{
  if (psg_presenting_shows_presenter (self))
    return psg_presenter_window_get_overlay (self->presenter);

  return gtk_window_get_child (GTK_WINDOW (self->audience));
}

static void
put_over (GtkWidget *popover,
          GtkWidget *host)
{
  if (gtk_widget_get_parent (popover) == host)
    return;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  gtk_widget_set_parent (popover, host);
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);

  if (self->search == NULL)
    self->search = g_object_ref_sink (psg_search_palette_new (self->session));
  put_over (self->search, get_host (self));
  psg_search_palette_open (PSG_SEARCH_PALETTE (self->search));
}

static void
go_to_date_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);
  GtkWidget *host = get_host (self);
  GdkRectangle area = { gtk_widget_get_width (host) / 2, 0, 1, 1 };

  if (self->go_to == NULL)
    self->go_to = g_object_ref_sink (psg_go_to_popover_new (self->session));
  put_over (self->go_to, host);
  psg_go_to_popover_open (PSG_GO_TO_POPOVER (self->go_to), &area);
}

static void
end_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  psg_presenting_end (PSG_PRESENTING (user_data));
}

static void
swap_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);

  self->swapped = !self->swapped;
  psg_presenting_arrange (self);
}

static void
presenter_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);

  if (psg_presenting_shows_presenter (self))
    psg_presenting_close_presenter (self);
  else if (g_list_model_get_n_items (self->monitors) > 1)
    psg_presenting_arrange (self);
  else
    psg_presenting_show_presenter (self, NULL);
}

static void
step_notes_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);
  gboolean larger = g_str_equal (g_action_get_name (G_ACTION (action)), "notes-larger");

  if (self->presenter != NULL)
    psg_presenter_aside_step_notes (psg_presenter_window_get_aside (self->presenter), larger ? 1 : -1);
}

static void
set_playing_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  psg_player_set_playing (PSG_PRESENTING (user_data)->player, g_variant_get_boolean (state));
}

static void
set_loop_cb (GSimpleAction *action,
             GVariant      *state,
             gpointer       user_data)
{
  psg_autoplay_set_running (PSG_PRESENTING (user_data)->autoplay, g_variant_get_boolean (state));
}

static gboolean
may_keep_ink (PsgPresenting *self)
{
  return self->owner != NULL && psg_presentation_get_lesson (self->presentation) != NULL &&
         psg_session_may_keep_lessons (psg_window_get_session (self->owner));
}

static void
take_ink (PsgPresenting *self,
          PsgLesson     *lesson)
{
  for (guint i = 0; i < lesson->steps->len; i++)
    {
      PsgLessonStep *step = g_ptr_array_index (lesson->steps, i);
      PsgInk *ink = psg_presentation_get_ink_of (self->presentation, i);

      g_free (step->ink);
      step->ink = psg_ink_get_empty (ink) ? NULL : psg_ink_to_string (ink);
    }
}

/* What was drawn becomes part of a lesson of the person's own; where the lesson is the collection's, of a copy, which
 * is the same one from then on. */
static void
keep_ink_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PsgPresenting *self = PSG_PRESENTING (user_data);
  PsgLesson *lesson = psg_presentation_get_lesson (self->presentation);
  g_autoptr (PsgLesson) kept = NULL;
  PsgLesson *before;
  PsgSession *session;

  if (!may_keep_ink (self))
    return;

  session = psg_window_get_session (self->owner);
  before = psg_session_find_lesson (session, self->kept != NULL ? self->kept : lesson->id);
  if (before != NULL && psg_lesson_is_own (before))
    kept = psg_lesson_copy (before);
  else
    kept = psg_session_copy_lesson (session, lesson, g_get_real_time ());
  take_ink (self, kept);
  psg_lessons_change (psg_session_get_lessons (session), _("Keeping What Was Drawn"),
                      before != NULL && psg_lesson_is_own (before) ? before : NULL, kept, NULL);
  g_free (self->kept);
  self->kept = g_strdup (kept->id);
}

static void
show_state (PsgPresenting *self,
            const char    *name,
            gboolean       state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

static void
playing_changed_cb (PsgPresenting *self)
{
  show_state (self, "play", psg_player_get_playing (self->player));
}

static void
running_changed_cb (PsgPresenting *self)
{
  show_state (self, "loop", psg_autoplay_get_running (self->autoplay));
}

static const GActionEntry entries[] = {
  { .name = "search", .activate = search_cb },
  { .name = "go-to-date", .activate = go_to_date_cb },
  { .name = "end", .activate = end_cb },
  { .name = "swap", .activate = swap_cb },
  { .name = "presenter", .activate = presenter_cb },
  { .name = "notes-larger", .activate = step_notes_cb },
  { .name = "notes-smaller", .activate = step_notes_cb },
  { .name = "play", .state = "false", .change_state = set_playing_cb },
  { .name = "loop", .state = "false", .change_state = set_loop_cb },
  { .name = "keep-ink", .activate = keep_ink_cb },
};

/* Lessons may be read only now. */
static void
lessons_changed_cb (PsgPresenting *self)
{
  psg_presenting_enable (self, "keep-ink", may_keep_ink (self));
}

void
psg_presenting_add_actions (PsgPresenting *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->player, "notify::playing", G_CALLBACK (playing_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->autoplay, "notify::running", G_CALLBACK (running_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (psg_window_get_session (self->owner), "lessons-changed", G_CALLBACK (lessons_changed_cb),
                           self, G_CONNECT_SWAPPED);
  lessons_changed_cb (self);
}

static void
close_popover (GtkWidget **popover)
{
  if (*popover != NULL && gtk_widget_get_parent (*popover) != NULL)
    gtk_widget_unparent (*popover);
  g_clear_object (popover);
}

void
psg_presenting_drop_popovers (PsgPresenting *self)
{
  close_popover (&self->search);
  close_popover (&self->go_to);
}
