/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-conflict.h"
#include "psg-lesson.h"
#include "psg-lesson-words.h"

/* A person's own lessons: copies, the order of steps, and what may be kept. */

#define NOW G_GINT64_CONSTANT (1700000000000000)

static PsgLessonStep *
new_step (const char *heading)
{
  PsgLessonStep *step = psg_lesson_step_new ();

  step->heading = psg_text_new_single ("en", heading);
  step->span = psg_time_span_from_days (18000, 18300);
  step->playhead = 18100;
  step->map = (PsgViewpoint) { 54.5, 25.5, 8 };

  return step;
}

static PsgLesson *
new_lesson (void)
{
  PsgLesson *lesson = psg_lesson_create ("roads", "1.0", NOW);

  psg_lesson_set_text (&lesson->title, "Roads");
  psg_lesson_insert_step (lesson, 0, new_step ("a"));
  psg_lesson_insert_step (lesson, 99, new_step ("c"));
  psg_lesson_insert_step (lesson, 1, new_step ("b"));

  return lesson;
}

static char *
join_headings (const PsgLesson *lesson)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lesson->steps->len; i++)
    g_string_append (text, psg_text_get (psg_lesson_get_step (lesson, i)->heading));

  return g_string_free (text, FALSE);
}

static void
assert_headings (const PsgLesson *lesson,
                 const char      *headings)
{
  g_autofree char *joined = join_headings (lesson);

  g_assert_cmpstr (joined, ==, headings);
}

static void
test_steps_have_an_order (void)
{
  g_autoptr (PsgLesson) lesson = new_lesson ();

  assert_headings (lesson, "abc");
  psg_lesson_move_step (lesson, 0, 2);
  assert_headings (lesson, "bca");
  psg_lesson_move_step (lesson, 2, 1);
  assert_headings (lesson, "bac");
  psg_lesson_move_step (lesson, 1, 1);
  assert_headings (lesson, "bac");
  psg_lesson_remove_step (lesson, 0);
  assert_headings (lesson, "ac");
  g_assert_null (psg_lesson_get_step (lesson, 2));
}

static void
test_copies_are_equal_until_changed (void)
{
  g_autoptr (PsgLesson) lesson = new_lesson ();
  g_autoptr (PsgLesson) copy = psg_lesson_copy (lesson);

  g_assert_true (psg_lesson_equal (lesson, copy));
  psg_lesson_set_text (&psg_lesson_get_step (copy, 1)->notes, "say it slowly");
  g_assert_false (psg_lesson_equal (lesson, copy));
  g_assert_null (psg_lesson_get_step (lesson, 1)->notes);

  psg_lesson_set_text (&psg_lesson_get_step (copy, 1)->notes, "");
  g_assert_true (psg_lesson_equal (lesson, copy));
  psg_lesson_get_step (copy, 2)->ink = g_strdup ("{}");
  g_assert_false (psg_lesson_equal (lesson, copy));
}

static void
test_duplicates_are_their_own (void)
{
  g_autoptr (PsgLesson) lesson = new_lesson ();
  g_autoptr (PsgLesson) copy = NULL;

  lesson->deleted = NOW;
  copy = psg_lesson_duplicate (lesson, "Other roads", NOW + 1);
  g_assert_cmpstr (copy->id, !=, lesson->id);
  g_assert_cmpstr (copy->origin, ==, lesson->id);
  g_assert_cmpstr (psg_text_get (copy->title), ==, "Other roads");
  g_assert_cmpint (copy->created, ==, NOW + 1);
  g_assert_cmpint (copy->deleted, ==, 0);
  g_assert_true (psg_lesson_is_own (copy));
  assert_headings (copy, "abc");
  g_assert_null (psg_lesson_find_fault (copy));
}

static void
test_another_view_keeps_words (void)
{
  g_autoptr (PsgLessonStep) step = new_step ("heading");
  g_autoptr (PsgLessonStep) view = psg_lesson_step_copy (step);

  step->ink = g_strdup ("[]");
  psg_lesson_step_set_view (step, view);
  g_assert_cmpstr (step->ink, ==, "[]");

  view->playhead = 18200;
  g_free (view->event);
  view->event = g_strdup ("flood");
  psg_lesson_step_set_view (step, view);
  g_assert_cmpint (step->playhead, ==, 18200);
  g_assert_cmpstr (step->event, ==, "flood");
  g_assert_cmpstr (psg_text_get (step->heading), ==, "heading");
  g_assert_null (step->ink);
}

/* Each spoils a sound lesson in one way. */
static void
spoil_id (PsgLesson *lesson)
{
  g_free (lesson->id);
  lesson->id = g_strdup ("roads");
}

static void
spoil_collection (PsgLesson *lesson)
{
  g_clear_pointer (&lesson->collection, g_free);
}

static void
spoil_span (PsgLesson *lesson)
{
  psg_lesson_get_step (lesson, 1)->span.end = psg_lesson_get_step (lesson, 1)->span.start;
}

static void
spoil_playhead (PsgLesson *lesson)
{
  psg_lesson_get_step (lesson, 1)->playhead = PSG_DAY_NONE;
}

static void
spoil_map (PsgLesson *lesson)
{
  psg_lesson_get_step (lesson, 1)->map.latitude = G_MAXDOUBLE;
}

static void
spoil_event (PsgLesson *lesson)
{
  psg_lesson_get_step (lesson, 0)->event = g_strdup ("a\nb");
}

static void
spoil_passage (PsgLesson *lesson)
{
  psg_lesson_get_step (lesson, 0)->passage = g_strdup ("passage-without-document");
}

static void
spoil_minutes (PsgLesson *lesson)
{
  lesson->minutes = PSG_LESSON_MAX_MINUTES + 1;
}

static void
spoil_text (PsgLesson *lesson)
{
  g_autofree char *much = g_strnfill (PSG_LESSON_MAX_TEXT + 1, 'x');

  psg_lesson_set_text (&psg_lesson_get_step (lesson, 2)->answer, much);
}

static void
spoil_steps (PsgLesson *lesson)
{
  while (lesson->steps->len <= PSG_LESSON_MAX_STEPS)
    psg_lesson_insert_step (lesson, 0, new_step ("more"));
}

static void
test_faults_are_found (void)
{
  static void (*const spoilers[]) (PsgLesson *) = {
    spoil_id, spoil_collection, spoil_span, spoil_playhead, spoil_map,
    spoil_event, spoil_passage, spoil_minutes, spoil_text, spoil_steps,
  };
  g_autoptr (PsgLesson) sound = new_lesson ();

  g_assert_null (psg_lesson_find_fault (sound));
  for (guint i = 0; i < G_N_ELEMENTS (spoilers); i++)
    {
      g_autoptr (PsgLesson) lesson = psg_lesson_copy (sound);

      spoilers[i] (lesson);
      g_assert_nonnull (psg_lesson_find_fault (lesson));
    }
}

static void
test_words_know_their_language (void)
{
  static const char *const lithuanian[] = { "lt", NULL };
  g_autoptr (PsgText) text = psg_text_new_single ("en", "bridge");

  psg_text_set_preferred (lithuanian);
  psg_lesson_set_text (&text, "tiltas");
  g_assert_cmpstr (psg_text_get_language (text, 0), ==, "lt");
  g_assert_cmpuint (psg_text_get_n (text), ==, 1);
  psg_lesson_set_text (&text, NULL);
  g_assert_null (text);
  psg_text_set_preferred (NULL);
}

static void
test_lists_have_words_for_all (void)
{
  g_autoptr (PsgLesson) lesson = new_lesson ();
  g_autoptr (PsgLesson) empty = psg_lesson_create ("roads", NULL, NOW);
  g_autofree char *facts = NULL;
  g_autofree char *nothing = psg_lesson_dup_facts (empty);
  g_autofree char *heading = psg_lesson_step_dup_title (psg_lesson_get_step (lesson, 0), 0);
  g_autofree char *none = NULL;
  g_autofree char *time = NULL;

  lesson->minutes = 45;
  facts = psg_lesson_dup_facts (lesson);
  g_assert_cmpstr (facts, ==, "3 steps · 45 minutes");
  g_assert_cmpstr (nothing, ==, "No steps yet");
  g_assert_cmpstr (psg_lesson_get_title (lesson), ==, "Roads");
  g_assert_cmpstr (psg_lesson_get_title (empty), ==, "Lesson without a title");
  g_assert_cmpstr (heading, ==, "a");

  psg_lesson_set_text (&psg_lesson_get_step (lesson, 2)->heading, NULL);
  none = psg_lesson_step_dup_title (psg_lesson_get_step (lesson, 2), 2);
  g_assert_cmpstr (none, ==, "Step 3");

  /* A view that begins within a day shows some of it. */
  psg_lesson_get_step (lesson, 0)->span = (PsgTimeSpan) {
    psg_day_to_minutes (psg_day_from_ymd (2021, 5, 1)) + 60, psg_day_to_minutes (psg_day_from_ymd (2021, 6, 3)) + 60
  };
  psg_lesson_get_step (lesson, 0)->playhead = psg_day_from_ymd (2021, 5, 23);
  time = psg_lesson_step_dup_time (psg_lesson_get_step (lesson, 0));
  g_assert_cmpstr (time, ==, "23 May 2021 · 1 May – 3 June 2021");
}

/* What is chosen is one of them, under the id of the person's own; the other is in the bin, not gone. */
static void
test_of_two_one_is_chosen (void)
{
  g_autoptr (PsgLesson) ours = new_lesson (), theirs = psg_lesson_duplicate (ours, "Roads (from the file)", NOW);
  g_autoptr (PsgLessonConflict) conflict = NULL;
  g_autoptr (GPtrArray) both = psg_lesson_changes_new (), mine = psg_lesson_changes_new ();
  g_autoptr (GPtrArray) imported = psg_lesson_changes_new ();
  g_autofree char *differing = NULL;
  const PsgLessonChange *change;

  psg_lesson_set_text (&psg_lesson_get_step (theirs, 1)->heading, "other");
  differing = psg_lesson_conflict_dup_differing (theirs, ours);
  g_assert_cmpstr (differing, ==, "2. other");
  conflict = psg_lesson_conflict_new (ours, theirs, ours->title);

  psg_lesson_conflict_settle (conflict, PSG_LESSON_KEEP_BOTH, NOW, both);
  g_assert_cmpuint (both->len, ==, 0);

  psg_lesson_conflict_settle (conflict, PSG_LESSON_KEEP_OURS, NOW, mine);
  g_assert_cmpuint (mine->len, ==, 1);
  change = g_ptr_array_index (mine, 0);
  g_assert_cmpstr (change->after->id, ==, theirs->id);
  g_assert_cmpint (change->after->deleted, ==, NOW);

  psg_lesson_conflict_settle (conflict, PSG_LESSON_KEEP_THEIRS, NOW, imported);
  g_assert_cmpuint (imported->len, ==, 2);
  change = g_ptr_array_index (imported, 0);
  g_assert_true (change->before == ours);
  g_assert_cmpstr (change->after->id, ==, ours->id);
  g_assert_cmpstr (psg_text_get (change->after->title), ==, "Roads");
  assert_headings (change->after, "aotherc");
  change = g_ptr_array_index (imported, 1);
  g_assert_cmpint (change->after->deleted, ==, NOW);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/lesson/steps-have-an-order", test_steps_have_an_order);
  g_test_add_func ("/core/lesson/copies-are-equal-until-changed", test_copies_are_equal_until_changed);
  g_test_add_func ("/core/lesson/duplicates-are-their-own", test_duplicates_are_their_own);
  g_test_add_func ("/core/lesson/another-view-keeps-words", test_another_view_keeps_words);
  g_test_add_func ("/core/lesson/faults-are-found", test_faults_are_found);
  g_test_add_func ("/core/lesson/words-know-their-language", test_words_know_their_language);
  g_test_add_func ("/core/lesson/lists-have-words-for-all", test_lists_have_words_for_all);
  g_test_add_func ("/core/lesson/of-two-one-is-chosen", test_of_two_one_is_chosen);

  return g_test_run ();
}
