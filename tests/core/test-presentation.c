/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "psg-memory-collection.h"
#include "psg-presentation.h"
#include "psg-stage-words.h"
#include "psg-viewpoint.h"

/* A lesson while it is given: its steps, what strays from them, and what the audience is let see. */

typedef struct
{
  PsgCollection *collection;
  PsgSession *session;
  PsgPresentation *presentation;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer with_lesson)
{
  PsgLesson *lesson;

  f->collection = psg_memory_collection_new ();
  f->session = psg_session_new ();
  psg_session_set_collection (f->session, f->collection);
  lesson = g_ptr_array_index (psg_collection_get_lessons (f->collection), 0);
  f->presentation = psg_presentation_new (f->session, GPOINTER_TO_INT (with_lesson) ? lesson : NULL);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->presentation);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->collection);
}

static void
test_a_step_is_shown (Fixture      *f,
                      gconstpointer data)
{
  g_assert_cmpuint (psg_presentation_get_n_steps (f->presentation), ==, 2);
  g_assert_true (psg_presentation_go_to (f->presentation, 0));
  g_assert_cmpstr (psg_session_get_event_id (f->session), ==, "treaty");
  g_assert_cmpint (psg_session_get_playhead (f->session), ==, psg_day_from_ymd (2020, 1, 15));
  g_assert_cmpstr (psg_session_get_page (f->session)->id, ==, "charter");
  g_assert_true (psg_presentation_go_by (f->presentation, 1));
  g_assert_cmpstr (psg_session_get_event_id (f->session), ==, "closure");
  g_assert_cmpstr (psg_presentation_get_heading (f->presentation, 1), ==, "Quarrel");
}

static void
test_there_is_nothing_beyond_the_ends (Fixture      *f,
                                       gconstpointer data)
{
  g_assert_false (psg_presentation_go_by (f->presentation, -1));
  g_assert_true (psg_presentation_go_to (f->presentation, 1));
  g_assert_false (psg_presentation_go_by (f->presentation, 1));
  g_assert_false (psg_presentation_go_to (f->presentation, 2));
  g_assert_cmpuint (psg_presentation_get_step (f->presentation), ==, 1);
  g_assert_null (psg_presentation_get_lesson_step (f->presentation, 2));
  g_assert_null (psg_presentation_get_heading (f->presentation, 2));
}

static void
test_what_is_looked_at_meanwhile_strays (Fixture      *f,
                                         gconstpointer data)
{
  PsgTimeSpan span = psg_time_span_from_days (0, 100);

  psg_presentation_go_to (f->presentation, 0);
  g_assert_false (psg_presentation_get_strayed (f->presentation));
  psg_session_set_span (f->session, &span);
  g_assert_true (psg_presentation_get_strayed (f->presentation));
  g_assert_false (psg_presentation_shows_other (f->presentation));
  psg_presentation_show_step (f->presentation);
  g_assert_false (psg_presentation_get_strayed (f->presentation));

  psg_session_select_event_id (f->session, "closure", NULL);
  g_assert_true (psg_presentation_get_strayed (f->presentation));
  g_assert_true (psg_presentation_shows_other (f->presentation));
  psg_presentation_go_to (f->presentation, 0);
  g_assert_false (psg_presentation_get_strayed (f->presentation));
}

static void
test_a_map_that_is_moved_strays (Fixture      *f,
                                 gconstpointer data)
{
  psg_presentation_go_to (f->presentation, 0);
  psg_presentation_tell_map (f->presentation, &(PsgViewpoint) { 54.5, 25.8, 9.0 });
  g_assert_false (psg_presentation_get_strayed (f->presentation));
  psg_presentation_tell_map (f->presentation, &(PsgViewpoint) { 54.5, 25.8, 8.0 });
  g_assert_true (psg_presentation_get_strayed (f->presentation));
  psg_presentation_tell_map (f->presentation, &(PsgViewpoint) { 54.5001, 25.8, 9.0 });
  g_assert_false (psg_presentation_get_strayed (f->presentation));
  psg_presentation_tell_map (f->presentation, &(PsgViewpoint) { 54.7, 25.8, 9.0 });
  g_assert_true (psg_presentation_get_strayed (f->presentation));
}

static void
test_maps_of_all_sizes_show_the_same (Fixture      *f,
                                      gconstpointer data)
{
  static const int sizes[][2] = { { 610, 390 }, { 512, 336 }, { 1800, 700 }, { 300, 900 } };
  PsgViewpoint meant = { 54.6, 25.2, 7.6 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      PsgViewpoint there = psg_viewpoint_fit (&meant, sizes[i][0], sizes[i][1]);
      PsgViewpoint back = psg_viewpoint_unfit (&there, sizes[i][0], sizes[i][1]);

      g_assert_cmpfloat_with_epsilon (back.zoom, meant.zoom, 1e-9);
      /* As many degrees as the map that is meant shows, or more. */
      g_assert_cmpfloat (sizes[i][0] / exp2 (there.zoom), >=, PSG_VIEWPOINT_STEP_WIDTH / exp2 (meant.zoom) - 1e-9);
      g_assert_cmpfloat (sizes[i][1] / exp2 (there.zoom), >=, PSG_VIEWPOINT_STEP_HEIGHT / exp2 (meant.zoom) - 1e-9);
    }
}

static void
test_a_step_takes_the_cover_away (Fixture      *f,
                                  gconstpointer data)
{
  psg_presentation_set_cover (f->presentation, PSG_COVER_BLACK);
  psg_presentation_set_frozen (f->presentation, TRUE);
  psg_presentation_go_to (f->presentation, 1);
  g_assert_cmpint (psg_presentation_get_cover (f->presentation), ==, PSG_COVER_NONE);
  /* What is frozen is so until it is let go. */
  g_assert_true (psg_presentation_get_frozen (f->presentation));
}

static void
test_an_answer_is_shown_only_where_there_is_one (Fixture      *f,
                                                 gconstpointer data)
{
  PsgLessonStep *step = (PsgLessonStep *) psg_presentation_get_lesson_step (f->presentation, 0);

  psg_presentation_set_answer_shown (f->presentation, TRUE);
  g_assert_false (psg_presentation_get_answer_shown (f->presentation));

  step->question = psg_text_new_single ("en", "Why?");
  step->answer = psg_text_new_single ("en", "Because.");
  psg_presentation_set_answer_shown (f->presentation, TRUE);
  g_assert_true (psg_presentation_get_answer_shown (f->presentation));
  psg_presentation_go_to (f->presentation, 1);
  g_assert_false (psg_presentation_get_answer_shown (f->presentation));
}

static void
test_ink_belongs_to_its_step (Fixture      *f,
                              gconstpointer data)
{
  PsgInk *first;

  psg_presentation_go_to (f->presentation, 0);
  first = psg_presentation_get_ink (f->presentation);
  psg_ink_begin (first, PSG_INK_RED, 0.01, 0.5, 0.5);
  psg_presentation_go_to (f->presentation, 1);
  g_assert_true (psg_ink_get_empty (psg_presentation_get_ink (f->presentation)));
  /* The pen was lifted. */
  psg_ink_extend (first, 0.9, 0.9);
  psg_presentation_go_to (f->presentation, 0);
  g_assert_true (psg_presentation_get_ink (f->presentation) == first);
  g_assert_cmpuint (((PsgInkStroke *) g_ptr_array_index (psg_ink_get_strokes (first), 0))->points->len, ==, 1);
}

static void
test_without_a_lesson_events_are_the_steps (Fixture      *f,
                                            gconstpointer data)
{
  PsgEventTable *events = psg_collection_get_events (f->collection);
  guint n = psg_event_table_get_n (events);

  g_assert_cmpuint (psg_presentation_get_n_steps (f->presentation), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (psg_presentation_go_to (f->presentation, i));
      g_assert_cmpuint (psg_session_get_event (f->session), ==, i);
      g_assert_cmpstr (psg_presentation_get_heading (f->presentation, i), ==, psg_event_table_get_title (events, i));
      g_assert_false (psg_presentation_get_strayed (f->presentation));
    }
  g_assert_false (psg_presentation_go_by (f->presentation, 1));
}

static void
test_words_are_the_steps_or_of_what_is_chosen (Fixture      *f,
                                               gconstpointer data)
{
  g_autoptr (PsgStageWords) own = NULL;
  g_autoptr (PsgStageWords) other = NULL;
  g_autofree char *spoken = NULL;

  psg_presentation_go_to (f->presentation, 0);
  own = psg_stage_words_new (f->presentation);
  g_assert_cmpstr (own->heading, ==, "Peace");
  g_assert_cmpstr (own->body, ==, "What the class reads.");
  spoken = psg_stage_words_speak (own, 0, 2);
  g_assert_cmpstr (spoken, ==, "Step 1 of 2. Peace. What the class reads.");

  psg_session_select_event_id (f->session, "closure", NULL);
  other = psg_stage_words_new (f->presentation);
  g_assert_nonnull (other->over);
  g_assert_cmpstr (other->heading, ==,
                   psg_event_table_get_title (psg_collection_get_events (f->collection),
                                              psg_session_get_event (f->session)));
}

static void
test_what_cannot_be_read_says_the_collection (Fixture      *f,
                                              gconstpointer data)
{
  g_autoptr (PsgStageWords) words = NULL;

  psg_presentation_go_to (f->presentation, 0);
  psg_session_show_page (f->session, PSG_KIND_NONE, NULL, NULL);
  words = psg_stage_words_new (f->presentation);
  g_assert_cmpstr (words->heading, ==, psg_text_get (psg_collection_get_info (f->collection)->title));
}

#define add(path, with_lesson, test) \
  g_test_add ("/core/presentation/" path, Fixture, GINT_TO_POINTER (with_lesson), set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("a-step-is-shown", TRUE, test_a_step_is_shown);
  add ("there-is-nothing-beyond-the-ends", TRUE, test_there_is_nothing_beyond_the_ends);
  add ("what-is-looked-at-meanwhile-strays", TRUE, test_what_is_looked_at_meanwhile_strays);
  add ("a-map-that-is-moved-strays", TRUE, test_a_map_that_is_moved_strays);
  add ("maps-of-all-sizes-show-the-same", TRUE, test_maps_of_all_sizes_show_the_same);
  add ("a-step-takes-the-cover-away", TRUE, test_a_step_takes_the_cover_away);
  add ("an-answer-is-shown-only-where-there-is-one", TRUE, test_an_answer_is_shown_only_where_there_is_one);
  add ("ink-belongs-to-its-step", TRUE, test_ink_belongs_to_its_step);
  add ("without-a-lesson-events-are-the-steps", FALSE, test_without_a_lesson_events_are_the_steps);
  add ("words-are-the-steps-or-of-what-is-chosen", TRUE, test_words_are_the_steps_or_of_what_is_chosen);
  add ("what-cannot-be-read-says-the-collection", TRUE, test_what_cannot_be_read_says_the_collection);

  return g_test_run ();
}
