/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-lessons.h"

#include "psg-lesson-json.h"
#include "psg-lesson-table.h"
#include "psg-lessons.h"
#include "psg-notebook-backup.h"
#include "psg-notebook-fixture.h"
#include "psg-notebook-salvage.h"
#include "psg-store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

/* A person's own lessons in the notebook: as JSON and back, in step with other processes, and through every repair. */

#define NOW G_GINT64_CONSTANT (1700000000000000)

typedef struct
{
  char        *folder;
  PsgNotebook *notebook;
  PsgNotebookLessons *store;
  PsgLessons  *lessons;
} Fixture;

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  psg_notebook_open_finish (PSG_NOTEBOOK (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
open_lessons (Fixture *fixture)
{
  gboolean open = FALSE;

  fixture->notebook = psg_notebook_new (fixture->folder);
  psg_notebook_open_async (fixture->notebook, NULL, opened_cb, &open);
  while (!open)
    g_main_context_iteration (NULL, TRUE);
  fixture->store = psg_notebook_lessons_new (fixture->notebook);
  fixture->lessons = psg_lessons_new (PSG_LESSON_STORE (fixture->store));
  psg_lessons_load (fixture->lessons);
  while (!psg_lessons_is_loaded (fixture->lessons))
    g_main_context_iteration (NULL, TRUE);
}

static void
close_lessons (Fixture *fixture)
{
  psg_lessons_close (fixture->lessons);
  psg_notebook_close (fixture->notebook);
  while (g_main_context_iteration (NULL, G_OBJECT (fixture->lessons)->ref_count > 1))
    continue;
  g_assert_finalize_object (g_steal_pointer (&fixture->lessons));
  while (g_main_context_iteration (NULL, G_OBJECT (fixture->store)->ref_count > 1))
    continue;
  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  g_assert_finalize_object (g_steal_pointer (&fixture->notebook));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = psg_fixture_new_folder ();
  open_lessons (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_lessons (fixture);
  psg_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static PsgLesson *
new_lesson (const char *title)
{
  static const char *const pairs[] = { "en", "Look at the “bridge”\nand say", "lt", "Pažiūrėkite", NULL };
  PsgLesson *lesson = psg_lesson_create ("lithuania-belarus", "1.0", NOW);
  PsgLessonStep *step = psg_lesson_step_new ();

  psg_lesson_set_text (&lesson->title, title);
  lesson->minutes = 45;
  lesson->origin = g_strdup ("how-a-border-closed");
  step->text = psg_text_new (pairs);
  step->question = psg_text_new_single ("en", "Why?");
  step->span = (PsgTimeSpan) { -1234567, 26297281 };
  step->playhead = psg_day_from_ymd (2020, 3, 16);
  step->map = (PsgViewpoint) { 54.62, 25.2000001, 7.6 };
  step->event = g_strdup ("lt-quarantine-border-2020");
  step->document = g_strdup ("six-crossings");
  step->passage = g_strdup ("char=10,20");
  step->ink = g_strdup ("{\"strokes\":[[1,2],[3,4]]}");
  psg_lesson_insert_step (lesson, 0, step);
  psg_lesson_insert_step (lesson, 1, psg_lesson_step_copy (step));
  g_clear_pointer (&psg_lesson_get_step (lesson, 1)->event, g_free);

  return lesson;
}

static void
settle (Fixture *fixture)
{
  while (psg_lessons_is_busy (fixture->lessons))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_json_keeps_all_of_it (void)
{
  g_autoptr (PsgLesson) lesson = new_lesson ("Bridges");
  g_autofree char *json = psg_lesson_to_json (lesson);
  const char *fault = NULL;
  g_autoptr (PsgLesson) back = psg_lesson_parse (json, &fault);

  g_assert_null (fault);
  g_assert_true (psg_lesson_equal (lesson, back));
}

/* One thing in a sound lesson is replaced by another, after which it is none. */
static const struct
{
  const char *what;
  const char *by;
} spoiled[] = {
  { "urn:uuid:", "urn:isbn:" },
  { "\"2020-03-16\"", "\"2020-02-30\"" },
  { "-1234567", "26297281" },
  { "-1234567", "-1.5" },
  { "-1234567", "1e300" },
  { "54.62", "91" },
  { "7.6", "\"7.6\"" },
  { "\"minutes\": 45", "\"minutes\": -1" },
  { "\"minutes\": 45", "\"minutes\": 1e9" },
  { "\"lt\": \"Pa", "\"en\": \"Pa" },
  { "\"question\": {", "\"question\": [{" },
  { "\"steps\": [", "\"steps\": {} , \"more\": [" },
  { "\"lt-quarantine-border-2020\"", "7" },
  { "\"created\": ", "\"created\": -" },
};

static void
test_what_is_no_lesson_is_refused (void)
{
  g_autoptr (PsgLesson) lesson = new_lesson ("Bridges");
  g_autofree char *json = psg_lesson_to_json (lesson);

  for (guint i = 0; i < G_N_ELEMENTS (spoiled); i++)
    {
      g_auto (GStrv) parts = g_strsplit (json, spoiled[i].what, 2);
      g_autofree char *other = NULL;
      const char *fault = NULL;

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      other = g_strjoinv (spoiled[i].by, parts);
      g_assert_null (psg_lesson_parse (other, &fault));
      g_assert_nonnull (fault);
    }
}

static void
test_lessons_last (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (PsgLesson) lesson = new_lesson ("Bridges");
  g_autoptr (PsgLesson) after = psg_lesson_copy (lesson);
  g_autoptr (PsgLesson) other = new_lesson ("Roads");

  psg_lesson_move_step (after, 0, 1);
  psg_lessons_change (fixture->lessons, "Add Lesson", NULL, lesson, NULL);
  psg_lessons_change (fixture->lessons, "Move Step", lesson, after, NULL);
  psg_lessons_change (fixture->lessons, "Add Lesson", NULL, other, NULL);
  psg_lessons_bin (fixture->lessons, "Delete Lesson", other->id);
  /* Closing waits until it is on the disk. */
  close_lessons (fixture);
  open_lessons (fixture);

  g_assert_true (psg_lesson_equal (psg_lessons_find (fixture->lessons, lesson->id), after));
  g_assert_cmpint (psg_lessons_find (fixture->lessons, other->id)->deleted, !=, 0);
}

static void
test_the_bin_is_emptied (Fixture      *fixture,
                         gconstpointer data)
{
  g_autoptr (PsgLesson) lesson = new_lesson ("Bridges");
  g_autoptr (PsgLesson) recent = new_lesson ("Roads");

  lesson->deleted = g_get_real_time () - (PSG_NOTE_BIN_DAYS + 1) * G_TIME_SPAN_DAY;
  recent->deleted = g_get_real_time () - (PSG_NOTE_BIN_DAYS - 1) * G_TIME_SPAN_DAY;
  psg_lessons_change (fixture->lessons, "Add Lesson", NULL, lesson, NULL);
  psg_lessons_change (fixture->lessons, "Add Lesson", NULL, recent, NULL);
  close_lessons (fixture);
  open_lessons (fixture);
  g_assert_null (psg_lessons_find (fixture->lessons, lesson->id));
  g_assert_nonnull (psg_lessons_find (fixture->lessons, recent->id));
}

static void
test_processes_are_in_step (Fixture      *fixture,
                            gconstpointer data)
{
  g_autofree char *path = psg_fixture_notebook (fixture->folder);
  g_autoptr (PsgLesson) lesson = new_lesson ("Bridges");
  g_autoptr (PsgLesson) theirs = psg_lesson_copy (lesson);
  g_autoptr (PsgNotebookFile) other = NULL;
  g_autoptr (GPtrArray) changes = psg_lesson_changes_new ();
  g_autoptr (GError) error = NULL;

  psg_lessons_change (fixture->lessons, "Add Lesson", NULL, lesson, NULL);
  settle (fixture);
  other = psg_notebook_file_open (path, PSG_DB_WRITE, &error);
  g_assert_no_error (error);
  psg_lesson_set_text (&theirs->title, "Theirs");
  g_ptr_array_add (changes, psg_lesson_change_new (lesson, theirs));
  g_assert_true (psg_lesson_table_apply (other, changes, &error));

  while (!psg_lesson_equal (psg_lessons_find (fixture->lessons, lesson->id), theirs))
    g_main_context_iteration (NULL, TRUE);

  /* And what they change then is not what we knew. */
  g_assert_false (psg_lesson_table_apply (other, changes, &error));
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_CONFLICT);
}

static void
test_what_cannot_be_kept_is_refused (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autofree char *path = psg_fixture_notebook (fixture->folder);
  g_autoptr (PsgNotebookFile) file = psg_notebook_file_open (path, PSG_DB_WRITE, NULL);
  g_autoptr (PsgLesson) lesson = new_lesson ("Bridges");
  g_autoptr (GPtrArray) changes = psg_lesson_changes_new ();
  g_autoptr (GError) error = NULL;

  psg_lesson_get_step (lesson, 1)->playhead = PSG_DAY_NONE;
  g_ptr_array_add (changes, psg_lesson_change_new (NULL, lesson));
  g_assert_false (psg_lesson_table_apply (file, changes, &error));
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_INVALID);
}

static void
test_rows_of_others_are_passed_over (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autofree char *path = psg_fixture_notebook (fixture->folder);

  psg_fixture_run_sql (path, "INSERT INTO lesson (id, collection, modified, deleted, json) "
                             "VALUES ('urn:uuid:1', 'x', 1, 0, '{\"steps\": 1}'), ('urn:uuid:2', 'x', 1, 0, 'no')");
  close_lessons (fixture);
  open_lessons (fixture);
  g_assert_null (psg_lessons_find (fixture->lessons, "urn:uuid:1"));
  g_assert_null (psg_lessons_find (fixture->lessons, "urn:uuid:2"));
}

static void
test_backups_and_rescue_cover_them (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autofree char *path = psg_fixture_notebook (fixture->folder);
  g_autoptr (PsgLesson) lesson = new_lesson ("Bridges");
  g_autoptr (PsgLesson) later = psg_lesson_copy (lesson);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (PsgNotebookFile) file = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  guint n_saved;

  psg_lessons_change (fixture->lessons, "Add Lesson", NULL, lesson, NULL);
  close_lessons (fixture);
  file = psg_notebook_file_open (path, PSG_DB_WRITE, NULL);
  g_assert_true (psg_notebook_backup_write (file, fixture->folder, g_get_real_time (), TRUE, &error));
  g_clear_pointer (&file, psg_notebook_file_free);

  open_lessons (fixture);
  later->modified += G_TIME_SPAN_HOUR;
  psg_lesson_set_text (&later->title, "Longer bridges");
  psg_lessons_change (fixture->lessons, "Edit Title", lesson, later, NULL);
  close_lessons (fixture);

  /* The backup has the earlier one; the newer is saved out of the other file into it. */
  backups = psg_notebook_backup_list (fixture->folder);
  file = psg_notebook_file_open (g_ptr_array_index (backups, 0), PSG_DB_WRITE, &error);
  g_assert_no_error (error);
  list = psg_lesson_table_list (file, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (psg_lesson_equal (g_ptr_array_index (list, 0), lesson));
  g_clear_pointer (&list, g_ptr_array_unref);
  g_assert_true (psg_notebook_salvage (path, file, &n_saved, &error));
  list = psg_lesson_table_list (file, &error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (psg_lesson_equal (g_ptr_array_index (list, 0), later));
  open_lessons (fixture);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/notebook-lessons/json-keeps-all-of-it", test_json_keeps_all_of_it);
  g_test_add_func ("/store/notebook-lessons/what-is-no-lesson-is-refused", test_what_is_no_lesson_is_refused);
  add ("/store/notebook-lessons/lessons-last", test_lessons_last);
  add ("/store/notebook-lessons/the-bin-is-emptied", test_the_bin_is_emptied);
  add ("/store/notebook-lessons/processes-are-in-step", test_processes_are_in_step);
  add ("/store/notebook-lessons/what-cannot-be-kept-is-refused", test_what_cannot_be_kept_is_refused);
  add ("/store/notebook-lessons/rows-of-others-are-passed-over", test_rows_of_others_are_passed_over);
  add ("/store/notebook-lessons/backups-and-rescue-cover-them", test_backups_and_rescue_cover_them);

  return g_test_run ();
}
