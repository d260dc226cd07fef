/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-fixture.h"

#include "psg-exchange-lessons.h"
#include "psg-notebook-fixture.h"
#include "psg-store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* A collection with notes in it: it opens as the collection did, and the notes come out as they went in. */

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = psg_fixture_new_folder ();
  fixture->path = g_build_filename (fixture->folder, "copy.passages", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  psg_fixture_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
write_copy (Fixture    *fixture,
            const char *from,
            GPtrArray  *notes)
{
  g_autoptr (GError) error = NULL;

  psg_exchange_write_copy (from, notes, NULL, fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static PsgExchangeReading *
read_copy (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  PsgExchangeReading *reading = psg_exchange_read_copy (fixture->path, NULL, 0, NULL, &error);

  g_assert_no_error (error);

  return reading;
}

static void
assert_same_notes (GPtrArray *a,
                   GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_true (psg_note_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)));
}

/* Nothing lies beside what was written. */
static void
assert_only_file (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);

  g_assert_cmpstr (g_dir_read_name (dir), ==, "copy.passages");
  g_assert_null (g_dir_read_name (dir));
}

static void
test_notes_come_back (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (200);
  g_autoptr (PsgExchangeReading) reading = NULL;

  write_copy (fixture, psg_fixture_get_bundled (), notes);
  assert_only_file (fixture);
  reading = read_copy (fixture);
  assert_same_notes (reading->notes, notes);
  g_assert_cmpuint (reading->messages->len, ==, 0);
}

static void
test_it_opens_as_a_collection (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (5);
  g_autoptr (PsgCollectionFile) original = psg_fixture_open_bundled ();
  g_autoptr (PsgCollectionFile) copy = NULL;
  g_autoptr (GError) error = NULL;

  write_copy (fixture, psg_fixture_get_bundled (), notes);
  copy = psg_collection_file_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (psg_event_table_get_n (psg_collection_get_events (PSG_COLLECTION (copy))), ==,
                    psg_event_table_get_n (psg_collection_get_events (PSG_COLLECTION (original))));
}

static void
test_a_copy_of_a_copy_has_the_notes_it_was_given (Fixture      *fixture,
                                                  gconstpointer data)
{
  g_autoptr (GPtrArray) first = psg_exchange_fixture_randoms (5);
  g_autoptr (GPtrArray) second = psg_exchange_fixture_randoms (3);
  g_autoptr (PsgExchangeReading) reading = NULL;

  write_copy (fixture, psg_fixture_get_bundled (), first);
  write_copy (fixture, fixture->path, second);
  reading = read_copy (fixture);
  assert_same_notes (reading->notes, second);
}

static void
test_a_collection_without_notes (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgExchangeReading) reading =
      psg_exchange_read_copy (psg_fixture_get_bundled (), NULL, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (reading->notes->len, ==, 0);
}

/* What is wrong with one row does not hide the others. */
static void
test_hostile_rows (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (1);
  g_autoptr (PsgExchangeReading) reading = NULL;

  write_copy (fixture, psg_fixture_get_bundled (), notes);
  psg_fixture_run_sql (fixture->path,
                       "INSERT INTO annotation VALUES (-5, ''), (10, 'no JSON'), (11, '[]'), "
                       "(12, CAST (x'ff' AS TEXT)),"
                       "(13, '{\"type\":\"Annotation\"}'), (14, printf ('\"%.*c\"', 9000000, 'x')),"
                       "(15, '{\"type\":\"Annotation\",\"target\":\"passages:v/event/e\",\"creator\":5}')");
  reading = read_copy (fixture);
  g_assert_cmpuint (reading->notes->len, ==, 2);
  g_assert_cmpuint (reading->n_missed, ==, 6);
  g_assert_true (psg_exchange_fixture_is_told (reading, "Row 1, line 1: "));
  g_assert_true (psg_exchange_fixture_is_told (reading, "Row 7, line 1: the note is longer than 8 MiB"));
  g_assert_true (psg_exchange_fixture_is_told (reading, "Row 8, line 1: left out: creator"));
}

static void
test_hostile_tables (Fixture      *fixture,
                     gconstpointer data)
{
  static const char *const spoils[] = {
    "DROP TABLE annotation; CREATE TABLE annotation (n INTEGER PRIMARY KEY, json BLOB)",
    "DROP TABLE annotation; CREATE VIEW annotation AS SELECT 1 AS n, '{}' AS json",
    "CREATE TRIGGER t AFTER INSERT ON annotation BEGIN DELETE FROM annotation; END",
    "CREATE TABLE annotation_2 (n)",
    "CREATE INDEX i ON annotation (json)",
    "PRAGMA user_version = 99",
    "PRAGMA application_id = 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (1);
      g_autoptr (GError) error = NULL;

      write_copy (fixture, psg_fixture_get_bundled (), notes);
      psg_fixture_run_sql (fixture->path, spoils[i]);
      g_assert_null (psg_exchange_read_copy (fixture->path, NULL, 0, NULL, &error));
      g_assert_cmpint (error->domain, ==, PSG_COLLECTION_ERROR);
      g_clear_error (&error);
      g_assert_null (psg_collection_file_open (fixture->path, NULL, &error));
      g_assert_nonnull (error);
    }
}

static void
test_scribbled_over (Fixture      *fixture,
                     gconstpointer data)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (50);
  g_autofree char *whole = NULL;
  gsize size;

  write_copy (fixture, psg_fixture_get_bundled (), notes);
  g_assert_true (g_file_get_contents (fixture->path, &whole, &size, NULL));

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *spoilt = g_memdup2 (whole, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgExchangeReading) reading = NULL;

      for (guint j = 0; j < 40; j++)
        spoilt[g_test_rand_int_range (0, size)] = g_test_rand_int ();
      g_assert_true (g_file_set_contents (fixture->path, spoilt, i % 4 == 0 ? size / 2 : size, NULL));
      reading = psg_exchange_read_copy (fixture->path, NULL, 0, NULL, &error);
      g_assert_true ((reading == NULL) == (error != NULL));
    }
}

/* Whatever keeps the copy from being made, what was there stays. */
static void
test_what_was_there_stays (Fixture      *fixture,
                           gconstpointer data)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (5);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *other = g_build_filename (fixture->folder, "missing", "x", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_assert_false (psg_exchange_write_copy (fixture->path, notes, NULL, fixture->path, NULL, &error));
  g_assert_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_A_COLLECTION);
  g_clear_error (&error);

  g_assert_false (psg_exchange_write_copy (other, notes, NULL, fixture->path, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_false (psg_exchange_write_copy (psg_fixture_get_bundled (), notes, NULL, other, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (psg_exchange_write_copy (psg_fixture_get_bundled (), notes, NULL, fixture->path, cancellable,
                                           &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  assert_only_file (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
}

/* A disk that takes no more bytes, as the limit of a file's size makes it, at every size up to the whole. */
static void
test_no_space (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (3000);
  struct rlimit before, limit;
  GStatBuf info;
  guint n_failed = 0;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (g_stat (psg_fixture_get_bundled (), &info), ==, 0);
  getrlimit (RLIMIT_FSIZE, &before);

  for (gsize most = 0; most < (gsize) info.st_size * 2; most += info.st_size / 3)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      gboolean written;

      g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
      limit = before;
      limit.rlim_cur = most;
      setrlimit (RLIMIT_FSIZE, &limit);
      written = psg_exchange_write_copy (psg_fixture_get_bundled (), notes, NULL, fixture->path, NULL, &error);
      setrlimit (RLIMIT_FSIZE, &before);

      assert_only_file (fixture);
      g_assert_true (written == (error == NULL));
      g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
      g_assert_true (written == (strcmp (text, "old") != 0));
      n_failed += written ? 0 : 1;
    }

  g_assert_cmpuint (n_failed, >=, 3);
}

static PsgLesson *
new_lesson (const char *title)
{
  PsgLesson *lesson = psg_lesson_create ("lithuania-belarus", "1.0", PSG_FIXTURE_NOW);
  PsgLessonStep *step = psg_lesson_step_new ();

  psg_lesson_set_text (&lesson->title, title);
  step->text = psg_text_new_single ("lt", "Žiūrėkite");
  step->span = psg_time_span_from_days (18000, 18300);
  step->playhead = 18100;
  step->map = (PsgViewpoint) { 54.5, 25.5, 8 };
  step->ink = g_strdup ("[1]");
  psg_lesson_insert_step (lesson, 0, step);

  return lesson;
}

static GPtrArray *
new_lessons (void)
{
  GPtrArray *lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_unref);

  g_ptr_array_add (lessons, new_lesson ("Roads"));
  g_ptr_array_add (lessons, new_lesson ("Bridges"));

  return lessons;
}

static void
write_lessons (Fixture    *fixture,
               const char *from,
               GPtrArray  *lessons)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (3);
  g_autoptr (GError) error = NULL;

  psg_exchange_write_copy (from, notes, lessons, fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
test_lessons_come_back (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GPtrArray) lessons = new_lessons ();
  g_autoptr (PsgExchangeReading) reading = NULL;
  g_autoptr (PsgExchangeReading) without = NULL;
  g_autoptr (PsgCollectionFile) copy = NULL;

  write_lessons (fixture, psg_fixture_get_bundled (), lessons);
  reading = read_copy (fixture);
  g_assert_cmpuint (reading->notes->len, ==, 3);
  g_assert_cmpuint (reading->lessons->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (psg_lesson_equal (g_ptr_array_index (reading->lessons, i), g_ptr_array_index (lessons, i)));
  copy = psg_collection_file_open (fixture->path, NULL, NULL);
  g_assert_nonnull (copy);

  /* A copy of the copy has those it was given: none. */
  write_lessons (fixture, fixture->path, NULL);
  without = read_copy (fixture);
  g_assert_cmpuint (without->lessons->len, ==, 0);
}

static void
test_hostile_lessons (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GPtrArray) lessons = new_lessons ();
  g_autoptr (PsgExchangeReading) reading = NULL;

  write_lessons (fixture, psg_fixture_get_bundled (), lessons);
  psg_fixture_run_sql (fixture->path, "INSERT INTO own_lesson VALUES (10, 'no JSON'), (11, '{}'), (12, '[]'), "
                                      "(13, (SELECT replace (json, '54.5', '1e9') FROM own_lesson WHERE n = 0))");
  reading = read_copy (fixture);
  g_assert_cmpuint (reading->lessons->len, ==, 2);
  g_assert_cmpuint (reading->n_missed, ==, 4);

  /* A table that only looks like ours makes the file none of ours. */
  psg_fixture_run_sql (fixture->path, "DROP TABLE own_lesson; CREATE TABLE own_lesson (n INTEGER, json BLOB)");
  g_assert_null (psg_exchange_read_copy (fixture->path, NULL, 0, NULL, NULL));
  g_assert_null (psg_collection_file_open (fixture->path, NULL, NULL));
}

static void
test_lessons_are_merged_by_id (void)
{
  g_autoptr (GPtrArray) ours = new_lessons ();
  g_autoptr (GPtrArray) incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_unref);
  g_autoptr (PsgExchangeLessons) first = NULL;
  g_autoptr (PsgExchangeLessons) again = NULL;
  PsgLesson *other = psg_lesson_copy (g_ptr_array_index (ours, 1));
  PsgLessonChange *change;

  psg_lesson_set_text (&psg_lesson_get_step (other, 0)->question, "Why?");
  ((PsgLesson *) g_ptr_array_index (ours, 0))->deleted = PSG_FIXTURE_NOW;
  g_ptr_array_add (incoming, psg_lesson_copy (g_ptr_array_index (ours, 0)));
  ((PsgLesson *) g_ptr_array_index (incoming, 0))->deleted = 0;
  g_ptr_array_add (incoming, other);
  g_ptr_array_add (incoming, new_lesson ("New"));

  first = psg_exchange_lessons_new (ours, incoming);
  g_assert_cmpuint (first->n_added, ==, 2);
  g_assert_cmpuint (first->conflicts->len, ==, 1);
  g_assert_cmpuint (first->changes->len, ==, 3);
  /* One comes out of the bin; of the one that differs ours stays as it is. */
  change = g_ptr_array_index (first->changes, 0);
  g_assert_nonnull (change->before);
  g_assert_cmpint (change->after->deleted, ==, 0);
  change = g_ptr_array_index (first->changes, 1);
  g_assert_null (change->before);
  g_assert_cmpstr (change->after->id, !=, other->id);
  g_assert_cmpstr (psg_text_get (change->after->title), ==, "Bridges (from the file)");
  g_assert_null (psg_lesson_find_fault (change->after));

  /* Brought in again, nothing is new. */
  ((PsgLesson *) g_ptr_array_index (ours, 0))->deleted = 0;
  for (guint i = 1; i < 3; i++)
    g_ptr_array_add (ours, psg_lesson_ref (((PsgLessonChange *) g_ptr_array_index (first->changes, i))->after));
  again = psg_exchange_lessons_new (ours, incoming);
  g_assert_cmpuint (again->changes->len, ==, 0);
  g_assert_cmpuint (again->n_same, ==, 3);
}

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/store/exchange-copy/notes-come-back", test_notes_come_back);
  add_test ("/store/exchange-copy/it-opens-as-a-collection", test_it_opens_as_a_collection);
  add_test ("/store/exchange-copy/a-copy-of-a-copy-has-the-notes-it-was-given",
            test_a_copy_of_a_copy_has_the_notes_it_was_given);
  add_test ("/store/exchange-copy/a-collection-without-notes", test_a_collection_without_notes);
  add_test ("/store/exchange-copy/hostile-rows", test_hostile_rows);
  add_test ("/store/exchange-copy/hostile-tables", test_hostile_tables);
  add_test ("/store/exchange-copy/scribbled-over", test_scribbled_over);
  add_test ("/store/exchange-copy/what-was-there-stays", test_what_was_there_stays);
  add_test ("/store/exchange-copy/no-space", test_no_space);
  add_test ("/store/exchange-copy/lessons-come-back", test_lessons_come_back);
  add_test ("/store/exchange-copy/hostile-lessons", test_hostile_lessons);
  g_test_add_func ("/store/exchange-copy/lessons-are-merged-by-id", test_lessons_are_merged_by_id);

  return g_test_run ();
}
