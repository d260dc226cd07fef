/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-backup.h"
#include "psg-notebook-fixture.h"
#include "psg-notebook-rescue.h"
#include "psg-notebook-schema.h"
#include "psg-store-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Opening a notebook in whatever state it is: it opens, says what happened, and keeps
 * what can be kept. */

#define N_BACKED_UP 30
#define N_NOTES 60
#define LATER (PSG_FIXTURE_NOW + 2 * G_TIME_SPAN_DAY)

typedef struct
{
  char *folder;
  char *path;
} Fixture;

/* A closed notebook of #N_NOTES notes, the first #N_BACKED_UP of which are in a backup. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (PsgNotebookFile) file = NULL;

  fixture->folder = psg_fixture_new_folder ();
  fixture->path = psg_fixture_notebook (fixture->folder);
  file = psg_fixture_open (fixture->folder);
  psg_fixture_put (file, 0, N_BACKED_UP);
  g_assert_true (psg_notebook_backup_write (file, fixture->folder, PSG_FIXTURE_NOW, FALSE, NULL));
  psg_fixture_put (file, N_BACKED_UP, N_NOTES - N_BACKED_UP);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  psg_fixture_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static PsgNotebookFile *
open_reported (Fixture *fixture,
               char   **report)
{
  g_autoptr (GError) error = NULL;
  PsgNotebookFile *file = psg_notebook_open_folder (fixture->folder, LATER, report, &error);

  g_assert_no_error (error);

  return file;
}

static char *
dup_aside (Fixture    *fixture,
           const char *ending)
{
  g_autofree char *name = g_strconcat ("notebook-damaged-2023-11-16", ending, NULL);

  return g_build_filename (fixture->folder, name, NULL);
}

static void
spoil_head (Fixture *fixture)
{
  psg_fixture_overwrite (fixture->path, 0, "This is not a database at all.", 30);
}

static void
test_a_damaged_one_is_set_aside (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autofree char *aside = dup_aside (fixture, ".db");
  g_autofree char *second = dup_aside (fixture, "-2.db");
  g_autofree char *report = NULL;
  g_autofree char *again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (PsgNotebookFile) file = NULL;
  gsize n_before, n_after;

  spoil_head (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &before, &n_before, NULL));
  file = open_reported (fixture, &report);
  g_assert_cmpstr (report, ==, "The notebook was damaged and has been kept as “notebook-damaged-2023-11-16.db”; "
                               "the backup of 14 November 2023 was opened.");
  g_assert_false (psg_notebook_file_is_read_only (file));
  g_assert_cmpuint (psg_fixture_count (file), ==, N_BACKED_UP);
  psg_fixture_assert_sound (file);
  psg_fixture_put (file, 500, 1);
  g_assert_true (g_file_get_contents (aside, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);

  /* The second of a day does not take the first one's place. */
  g_clear_pointer (&file, psg_notebook_file_free);
  spoil_head (fixture);
  file = open_reported (fixture, &again);
  g_assert_nonnull (again);
  g_assert_true (g_file_test (second, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
}

/* What was written since the backup, and can still be read, is not lost. */
static void
test_newer_notes_are_recovered (Fixture      *fixture,
                                gconstpointer data)
{
  g_autofree char *report = NULL;
  g_autoptr (PsgNotebookFile) file = NULL;

  psg_fixture_run_sql (fixture->path, "UPDATE note_search_data SET block = x'ffffffffffffffffffff'");
  file = open_reported (fixture, &report);
  g_assert_nonnull (strstr (report, "with 30 newer notes that could be recovered."));
  g_assert_cmpuint (psg_fixture_count (file), ==, N_NOTES);
  psg_fixture_assert_sound (file);
}

static void
remove_backups (Fixture *fixture)
{
  g_autoptr (GPtrArray) backups = psg_notebook_backup_list (fixture->folder);

  for (guint i = 0; i < backups->len; i++)
    g_unlink (g_ptr_array_index (backups, i));
}

static void
test_without_a_backup_what_can_be_read_is_kept (Fixture      *fixture,
                                                gconstpointer data)
{
  g_autofree char *report = NULL;
  g_autofree char *empty = NULL;
  g_autoptr (PsgNotebookFile) file = NULL;

  remove_backups (fixture);
  psg_fixture_run_sql (fixture->path, "UPDATE note_search_data SET block = x'ffffffffffffffffffff'");
  file = open_reported (fixture, &report);
  g_assert_nonnull (strstr (report, "60 notes could be recovered"));
  g_assert_cmpuint (psg_fixture_count (file), ==, N_NOTES);

  g_clear_pointer (&file, psg_notebook_file_free);
  spoil_head (fixture);
  file = open_reported (fixture, &empty);
  g_assert_nonnull (strstr (empty, "an empty one was begun"));
  g_assert_cmpuint (psg_fixture_count (file), ==, 0);
}

static void
test_a_damaged_backup_is_passed_over (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autoptr (PsgNotebookFile) file = psg_fixture_open (fixture->folder);
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *report = NULL;

  g_assert_true (psg_notebook_backup_write (file, fixture->folder, PSG_FIXTURE_NOW + G_TIME_SPAN_DAY, FALSE, NULL));
  g_clear_pointer (&file, psg_notebook_file_free);
  backups = psg_notebook_backup_list (fixture->folder);
  psg_fixture_overwrite (g_ptr_array_index (backups, 0), 4096, "scribble scribble scribble", 26);
  spoil_head (fixture);

  file = open_reported (fixture, &report);
  g_assert_nonnull (strstr (report, "backup of 14 November 2023"));
  g_assert_cmpuint (psg_fixture_count (file), ==, N_BACKED_UP);
}

static void
test_a_missing_or_emptied_one_comes_from_the_backup (Fixture      *fixture,
                                                     gconstpointer data)
{
  g_autofree char *missing = NULL;
  g_autofree char *emptied = NULL;
  g_autoptr (PsgNotebookFile) file = NULL;

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  file = open_reported (fixture, &missing);
  g_assert_cmpstr (missing, ==, "The notebook was missing; the backup of 14 November 2023 was opened.");
  g_assert_cmpuint (psg_fixture_count (file), ==, N_BACKED_UP);

  g_clear_pointer (&file, psg_notebook_file_free);
  g_assert_cmpint (truncate (fixture->path, 0), ==, 0);
  file = open_reported (fixture, &emptied);
  g_assert_nonnull (strstr (emptied, "was damaged"));
  g_assert_cmpuint (psg_fixture_count (file), ==, N_BACKED_UP);
}

static void
test_another_programs_file_is_left_whole (Fixture      *fixture,
                                          gconstpointer data)
{
  g_autofree char *aside = dup_aside (fixture, ".db");
  g_autofree char *report = NULL;
  g_autoptr (PsgNotebookFile) file = NULL;

  g_unlink (fixture->path);
  psg_fixture_run_sql (fixture->path, "CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)");
  file = open_reported (fixture, &report);
  g_assert_nonnull (report);
  psg_fixture_run_sql (aside, "UPDATE theirs SET a = 2");
}

static void
test_a_newer_one_is_only_read (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  g_autofree char *report = NULL;
  g_autoptr (PsgNotebookFile) file = NULL;
  g_autoptr (GError) error = NULL;

  psg_fixture_run_sql (fixture->path, "ALTER TABLE note ADD COLUMN mood TEXT; PRAGMA user_version=99");
  file = open_reported (fixture, &report);
  g_assert_cmpstr (report, ==, "The notebook was written by a newer version of Passages, "
                               "so it can be read but not changed.");
  g_assert_true (psg_notebook_file_is_read_only (file));
  g_assert_cmpuint (psg_notebook_file_get_version (file), ==, 99);
  g_assert_cmpuint (psg_fixture_count (file), ==, N_NOTES);
  g_ptr_array_add (notes, psg_fixture_note (1000));
  g_assert_false (psg_notebook_file_put (file, notes, &error));
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_READ_ONLY);
}

/* While somebody else has it open, a damaged one is not moved from under them. */
static void
test_one_that_is_open_elsewhere_stays (Fixture      *fixture,
                                       gconstpointer data)
{
  g_autoptr (PsgNotebookFile) other = psg_fixture_open (fixture->folder);
  g_autoptr (PsgNotebookFile) file = NULL;
  g_autofree char *aside = dup_aside (fixture, ".db");
  g_autofree char *report = NULL;

  spoil_head (fixture);
  file = open_reported (fixture, &report);
  g_assert_cmpstr (report, ==, "The notebook is damaged and cannot be replaced now; "
                               "the backup of 14 November 2023 can be read.");
  g_assert_true (psg_notebook_file_is_read_only (file));
  g_assert_cmpuint (psg_fixture_count (file), ==, N_BACKED_UP);
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
}

static void
test_a_file_locked_whole_says_so (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr (PsgDb) other = psg_db_open_own (fixture->path, PSG_DB_WRITE, 0, NULL);
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;

  /* A program that keeps the whole file to itself. */
  g_assert_true (psg_db_exec (other, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=DELETE;"
                                     "BEGIN EXCLUSIVE; SELECT * FROM note", NULL));
  g_assert_null (psg_notebook_open_folder (fixture->folder, LATER, &report, &error));
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_BUSY);
  g_assert_null (report);
}

/* As a person without the right to write; the super-user may write anywhere. */
static void
become_nobody (Fixture *fixture,
               int      folder_mode)
{
  g_assert_cmpint (g_chmod (fixture->folder, folder_mode), ==, 0);
  if (geteuid () == 0)
    {
      g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
      g_assert_cmpint (seteuid (65534), ==, 0);
    }
}

static void
become_oneself (Fixture *fixture)
{
  g_assert_cmpint (seteuid (getuid ()), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

static void
check_read_only_folder (Fixture *fixture,
                        guint    n_notes)
{
  g_autoptr (PsgNotebookFile) file = NULL;
  g_autofree char *report = NULL;

  become_nobody (fixture, 0555);
  file = open_reported (fixture, &report);
  g_assert_true (psg_notebook_file_is_read_only (file));
  g_assert_cmpstr (report, ==, "The notebook’s folder cannot be written to, "
                               "so the notebook can be read but not changed.");
  g_assert_cmpuint (psg_fixture_count (file), ==, n_notes);
  g_clear_pointer (&file, psg_notebook_file_free);
  become_oneself (fixture);
}

static void
test_a_read_only_folder_is_read (Fixture      *fixture,
                                 gconstpointer data)
{
  check_read_only_folder (fixture, N_NOTES);
}

static void
test_an_older_one_in_a_read_only_folder_is_read (Fixture      *fixture,
                                                 gconstpointer data)
{
  g_unlink (fixture->path);
  psg_fixture_run_sql_fixture (fixture->path, "v1.sql");
  check_read_only_folder (fixture, 2);
}

static void
copy_with_journal (Fixture    *fixture,
                   const char *to)
{
  g_autofree char *journal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *written = NULL;
  g_autofree char *to_journal = g_strconcat (to, "-wal", NULL);
  gsize size, n_written;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
  g_assert_true (g_file_get_contents (journal, &written, &n_written, NULL));
  g_assert_cmpuint (n_written, >, 0);
  g_assert_true (g_file_set_contents (to, contents, size, NULL));
  g_assert_true (g_file_set_contents (to_journal, written, n_written, NULL));
}

/* Nor is what still waits in the journal: as after a crash, on a disk that is read-only since. */
static void
test_the_journal_in_a_read_only_folder_is_read (Fixture      *fixture,
                                                gconstpointer data)
{
  g_autoptr (PsgNotebookFile) file = psg_fixture_open (fixture->folder);
  Fixture crashed = { psg_fixture_new_folder (), NULL };
  g_autofree char *journal = NULL;

  crashed.path = psg_fixture_notebook (crashed.folder);
  journal = g_strconcat (crashed.path, "-wal", NULL);
  psg_fixture_put (file, N_NOTES, 5);
  copy_with_journal (fixture, crashed.path);
  g_chmod (journal, 0444);
  check_read_only_folder (&crashed, N_NOTES + 5);
  tear_down (&crashed, NULL);
}

/* No file may grow beyond what it has: as on a disk that is full. */
static void
test_a_full_disk_is_survived (Fixture      *fixture,
                              gconstpointer data)
{
  struct rlimit before, full = { 1024, 0 };
  g_autoptr (PsgNotebookFile) file = NULL;
  g_autofree char *report = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  full.rlim_max = before.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
  file = open_reported (fixture, &report);
  g_assert_cmpuint (psg_fixture_count (file), ==, N_NOTES);
  g_assert_nonnull (report);
  g_clear_pointer (&file, psg_notebook_file_free);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  file = psg_fixture_open (fixture->folder);
  g_assert_cmpuint (psg_fixture_count (file), ==, N_NOTES);
  psg_fixture_assert_sound (file);
}

/* What every case must come to: it opens, what is in it is as it was written, the backup's at least is there, and
 * what was damaged lies beside it. */
static void
check_spoiled (Fixture    *fixture,
               const char *spoiled,
               gsize       size)
{
  g_autofree char *aside = dup_aside (fixture, ".db");
  g_autofree char *kept = NULL;
  g_autofree char *report = NULL;
  g_autoptr (PsgNotebookFile) file = open_reported (fixture, &report);
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (GPtrArray) notes = psg_notebook_file_list (file, filter, NULL);
  gsize n_kept;

  g_assert_false (psg_notebook_file_is_read_only (file));
  g_assert_nonnull (notes);
  g_assert_cmpuint (notes->len, <=, N_NOTES);
  if (report == NULL)
    return;

  psg_fixture_assert_sound (file);
  g_assert_cmpuint (notes->len, >=, N_BACKED_UP);
  g_assert_true (g_file_get_contents (aside, &kept, &n_kept, NULL));
  g_assert_cmpmem (kept, n_kept, spoiled, size);
}

/* Cuts it, or writes over it, somewhere. */
static gsize
spoil (char *contents,
       gsize size)
{
  gsize at = g_test_rand_int_range (0, size);
  gsize wanted = g_test_rand_int_range (1, 5000);
  gsize n = MIN (size - at, wanted);

  if (g_test_rand_int_range (0, 4) == 0)
    return at;

  for (gsize i = 0; i < n; i++)
    contents[at + i] = g_test_rand_int ();

  return size;
}

static void
test_however_spoiled_it_opens (Fixture      *fixture,
                               gconstpointer data)
{
  g_autofree char *aside = dup_aside (fixture, ".db");
  g_autofree char *aside_journal = dup_aside (fixture, ".db-wal");
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *spoiled = g_memdup2 (contents, size);
      gsize n = spoil (spoiled, size);
      int descriptor = g_open (fixture->path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

      g_assert_cmpint (write (descriptor, spoiled, n), ==, n);
      close (descriptor);
      g_unlink (aside);
      g_unlink (aside_journal);
      check_spoiled (fixture, spoiled, n);
    }
}

/* The journal a crash left behind: what is before the spoiled place in it is kept. */
static void
test_a_spoiled_journal_keeps_what_is_before (Fixture      *fixture,
                                             gconstpointer data)
{
  g_autoptr (PsgNotebookFile) file = psg_fixture_open (fixture->folder);
  g_autofree char *crashed = psg_fixture_new_folder ();
  g_autofree char *path = psg_fixture_notebook (crashed);
  g_autofree char *journal = g_strconcat (path, "-wal", NULL);

  psg_fixture_put (file, N_NOTES, 1);
  psg_fixture_put (file, N_NOTES + 1, 1);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *contents = NULL;
      g_autofree char *report = NULL;
      g_autoptr (PsgNotebookFile) opened = NULL;
      gsize size;

      copy_with_journal (fixture, path);
      g_assert_true (g_file_get_contents (journal, &contents, &size, NULL));
      size = spoil (contents, size);
      g_assert_true (g_file_set_contents (journal, contents, size, NULL));
      opened = psg_notebook_open_folder (crashed, LATER, &report, NULL);
      g_assert_nonnull (opened);
      g_assert_cmpuint (psg_fixture_count (opened), >=, N_NOTES);
      psg_fixture_assert_sound (opened);
    }

  psg_fixture_remove (crashed);
}

#define ADD(path, func) g_test_add ("/store/notebook-rescue/" path, Fixture, NULL, set_up, func, tear_down)

/* Hundreds of files are spoiled and replaced: in memory, where there is a place for it. Tests give up root's
 * rights, and still need a place to write to: in a sandbox the usual ones may be root's alone. */
static char *
make_place (void)
{
  const char *folder = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
  char *place = g_build_filename (folder, "passages-rescue-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (place));
  g_assert_cmpint (g_chmod (place, 01777), ==, 0);
  g_setenv ("TMPDIR", place, TRUE);

  return place;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *place = make_place ();
  int status;

  g_test_init (&argc, &argv, NULL);
  ADD ("a-damaged-one-is-set-aside", test_a_damaged_one_is_set_aside);
  ADD ("newer-notes-are-recovered", test_newer_notes_are_recovered);
  ADD ("without-a-backup-what-can-be-read-is-kept", test_without_a_backup_what_can_be_read_is_kept);
  ADD ("a-damaged-backup-is-passed-over", test_a_damaged_backup_is_passed_over);
  ADD ("a-missing-or-emptied-one-comes-from-the-backup", test_a_missing_or_emptied_one_comes_from_the_backup);
  ADD ("another-programs-file-is-left-whole", test_another_programs_file_is_left_whole);
  ADD ("a-newer-one-is-only-read", test_a_newer_one_is_only_read);
  ADD ("one-that-is-open-elsewhere-stays", test_one_that_is_open_elsewhere_stays);
  ADD ("a-file-locked-whole-says-so", test_a_file_locked_whole_says_so);
  ADD ("a-read-only-folder-is-read", test_a_read_only_folder_is_read);
  ADD ("an-older-one-in-a-read-only-folder-is-read", test_an_older_one_in_a_read_only_folder_is_read);
  ADD ("the-journal-in-a-read-only-folder-is-read", test_the_journal_in_a_read_only_folder_is_read);
  ADD ("a-full-disk-is-survived", test_a_full_disk_is_survived);
  ADD ("however-spoiled-it-opens", test_however_spoiled_it_opens);
  ADD ("a-spoiled-journal-keeps-what-is-before", test_a_spoiled_journal_keeps_what_is_before);

  status = g_test_run ();
  g_rmdir (place);

  return status;
}
