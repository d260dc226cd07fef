/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange.h"

#include "psg-exchange-fixture.h"
#include "psg-notebook.h"
#include "psg-notebook-fixture.h"
#include "psg-store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Taking notes away and bringing them in, as the interface does it: from a notebook into a file and into another. */

typedef struct
{
  char         *folder;
  PsgNoteStore *notebook;
  PsgNoteStore *other; /* an empty one */
} Fixture;

static void
store_result_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static PsgNoteStore *
open_notebook (const char *folder,
               const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  PsgNotebook *notebook = psg_notebook_new (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  psg_notebook_open_async (notebook, NULL, store_result_cb, &result);
  psg_notebook_open_finish (notebook, wait_for (&result), &error);
  g_assert_no_error (error);

  return PSG_NOTE_STORE (notebook);
}

static void
close_notebook (PsgNoteStore *notebook)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  psg_notebook_close (PSG_NOTEBOOK (notebook));
  /* A thread that has answered may hold its task, and with it the notebook, a moment longer. */
  while (g_main_context_iteration (NULL, FALSE)
         || (g_atomic_int_get (&G_OBJECT (notebook)->ref_count) > 1 && g_get_monotonic_time () < end))
    continue;
  g_assert_finalize_object (notebook);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = psg_fixture_new_folder ();
  fixture->notebook = open_notebook (fixture->folder, "one");
  fixture->other = open_notebook (fixture->folder, "other");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_notebook (fixture->notebook);
  close_notebook (fixture->other);
  psg_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
apply (PsgNoteStore *notebook,
       GPtrArray    *changes)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  if (changes->len == 0)
    return;
  psg_note_store_apply_async (notebook, changes, store_result_cb, &result);
  psg_note_store_apply_finish (notebook, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
add (PsgNoteStore *notebook,
     GPtrArray    *notes)
{
  g_autoptr (GPtrArray) changes = psg_note_changes_new ();

  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (changes, psg_note_change_new (NULL, g_ptr_array_index (notes, i)));
  apply (notebook, changes);
}

/* A few notes as the app makes them. */
static void
add_numbers (PsgNoteStore *notebook,
             guint         n)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_new_notes ();

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (notes, psg_fixture_note (i));
  add (notebook, notes);
}

static char *
path_of (Fixture    *fixture,
         const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static gssize
export (Fixture             *fixture,
        PsgNoteStore        *notebook,
        const PsgNoteFilter *filter,
        PsgCollectionFile   *collection,
        PsgExchangeFormat    format,
        const char          *name,
        GError             **error)
{
  g_autofree char *path = path_of (fixture, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (PsgNoteFilter) all = psg_note_filter_new ();
  g_autoptr (GAsyncResult) result = NULL;

  psg_exchange_export_async (notebook, filter != NULL ? filter : all, NULL, collection, NULL, format, file, NULL,
                             store_result_cb, &result);

  return psg_exchange_export_finish (notebook, wait_for (&result), error);
}

static PsgExchangeReport *
import (Fixture       *fixture,
        PsgNoteStore  *notebook,
        const char    *name,
        GError       **error)
{
  g_autofree char *path = path_of (fixture, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) lessons = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;

  psg_exchange_import_async (notebook, lessons, NULL, file, NULL, store_result_cb, &result);

  return psg_exchange_import_finish (notebook, wait_for (&result), error);
}

static char *
get_text (Fixture    *fixture,
          const char *name,
          gsize      *size)
{
  g_autofree char *path = path_of (fixture, name);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, size, NULL));

  return text;
}

static void
assert_same_files (Fixture    *fixture,
                   const char *a,
                   const char *b)
{
  gsize a_size, b_size;
  g_autofree char *first = get_text (fixture, a, &a_size);
  g_autofree char *second = get_text (fixture, b, &b_size);

  g_assert_cmpmem (first, a_size, second, b_size);
}

/* Out, into an empty notebook, and out again: the same bytes. */
static void
round_trip (Fixture           *fixture,
            PsgCollectionFile *collection,
            PsgExchangeFormat  format)
{
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_randoms (300);
  g_autoptr (PsgExchangeReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gssize n;

  add (fixture->notebook, notes);
  n = export (fixture, fixture->notebook, NULL, collection, format, "out", &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, >, 0);

  report = import (fixture, fixture->other, "out", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_added, ==, n);
  g_assert_cmpuint (report->n_same, ==, 0);
  g_assert_cmpuint (report->n_missed, ==, 0);
  g_assert_cmpuint (report->messages->len, ==, 0);
  apply (fixture->other, report->changes);

  export (fixture, fixture->notebook, NULL, NULL, PSG_EXCHANGE_ANNOTATIONS, "a.jsonld", &error);
  g_assert_no_error (error);
  export (fixture, fixture->other, NULL, NULL, PSG_EXCHANGE_ANNOTATIONS, "b.jsonld", &error);
  g_assert_no_error (error);
  assert_same_files (fixture, "a.jsonld", "b.jsonld");
}

static void
test_annotations_come_back_to_the_byte (Fixture      *fixture,
                                        gconstpointer data)
{
  round_trip (fixture, NULL, PSG_EXCHANGE_ANNOTATIONS);
}

static void
test_a_copy_comes_back_to_the_byte (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autoptr (PsgCollectionFile) collection = psg_fixture_open_bundled ();

  round_trip (fixture, collection, PSG_EXCHANGE_COPY);
}

static void
test_a_second_import_changes_nothing (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autoptr (PsgExchangeReport) report = NULL;
  g_autoptr (GError) error = NULL;

  add_numbers (fixture->notebook, 20);
  export (fixture, fixture->notebook, NULL, NULL, PSG_EXCHANGE_ANNOTATIONS, "out", NULL);
  report = import (fixture, fixture->notebook, "out", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_same, ==, 20);
  g_assert_cmpuint (report->changes->len, ==, 0);
}

/* Nothing is overwritten, and both are there; a note in the bin counts. */
static void
test_conflicts_are_kept_and_listed (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autoptr (PsgExchangeReport) report = NULL, again = NULL;
  g_autoptr (GPtrArray) changed = psg_exchange_fixture_new_notes ();
  g_autoptr (GError) error = NULL;
  PsgNote *note;

  add_numbers (fixture->notebook, 10);
  export (fixture, fixture->notebook, NULL, NULL, PSG_EXCHANGE_ANNOTATIONS, "out", NULL);
  note = psg_fixture_note (3);
  g_free (note->body);
  note->body = g_strdup ("mine");
  g_ptr_array_add (changed, note);
  note = psg_fixture_note (4);
  note->deleted = PSG_FIXTURE_NOW;
  g_ptr_array_add (changed, note);
  add (fixture->other, changed);

  report = import (fixture, fixture->other, "out", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->n_added, ==, 8);
  g_assert_cmpuint (report->conflicts->len, ==, 2);
  apply (fixture->other, report->changes);
  for (guint i = 0; i < report->conflicts->len; i++)
    {
      const PsgMergeConflict *conflict = g_ptr_array_index (report->conflicts, i);

      g_assert_cmpint (conflict->theirs->status, ==, PSG_NOTE_TO_CHECK);
      g_assert_true (g_strv_contains ((const char *const *) conflict->theirs->links, conflict->ours->id));
    }

  again = import (fixture, fixture->other, "out", &error);
  g_assert_cmpuint (again->changes->len, ==, 0);
  g_assert_cmpuint (again->n_same, ==, 10);
}

static void
test_only_what_is_filtered_goes_out (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autofree char *text = NULL;

  add_numbers (fixture->notebook, 20);
  filter->tag = g_strdup ("even");
  for (PsgExchangeFormat format = 0; format < PSG_EXCHANGE_COPY; format++)
    g_assert_cmpint (export (fixture, fixture->notebook, filter, NULL, format, "out", NULL), ==, 10);
  text = get_text (fixture, "out", NULL);
  g_assert_null (strstr (text, "odd"));
}

static void
test_a_log_of_the_bundled_collection (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autoptr (PsgCollectionFile) collection = psg_fixture_open_bundled ();
  PsgEventTable *events = psg_collection_get_events (PSG_COLLECTION (collection));
  g_autoptr (PsgEvent) event = psg_collection_load_event (PSG_COLLECTION (collection), 0, NULL);
  g_autoptr (GPtrArray) notes = psg_exchange_fixture_new_notes ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  PsgNote *note = psg_note_create (PSG_NOTE_ON_EVENT, PSG_FIXTURE_NOW);

  g_assert_cmpuint (psg_event_table_get_n (events), >, 0);
  note->collection = g_strdup (psg_collection_get_info (PSG_COLLECTION (collection))->id);
  note->target.id = g_strdup (event->id);
  g_ptr_array_add (notes, note);
  add (fixture->notebook, notes);

  export (fixture, fixture->notebook, NULL, collection, PSG_EXCHANGE_MARKDOWN, "out.md", &error);
  g_assert_no_error (error);
  text = get_text (fixture, "out.md", NULL);
  g_assert_nonnull (strstr (text, "\n## "));
  g_assert_nonnull (strstr (text, psg_collection_get_info (PSG_COLLECTION (collection))->version));
  g_assert_nonnull (strstr (text, event->id));
}

static void
test_what_cannot_be_done_is_said (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "bad.json");
  g_autofree char *pipe = path_of (fixture, "pipe");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (export (fixture, fixture->notebook, NULL, NULL, PSG_EXCHANGE_COPY, "x", &error), ==, -1);
  g_assert_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_NO_COLLECTION);
  g_clear_error (&error);

  g_assert_cmpint (export (fixture, fixture->notebook, NULL, NULL, PSG_EXCHANGE_CSV, "no/such/folder", &error), ==, -1);
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_assert_null (import (fixture, fixture->notebook, "missing", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (import (fixture, fixture->notebook, ".", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  /* Nobody writes to it; it is not waited for. */
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_null (import (fixture, fixture->notebook, "pipe", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "{\n\"x\": 1", -1, NULL));
  g_assert_null (import (fixture, fixture->notebook, "bad.json", &error));
  g_assert_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "Line 2"));
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "SQLite format 3", 16, NULL));
  g_assert_null (import (fixture, fixture->notebook, "bad.json", &error));
  g_assert_cmpint (error->domain, ==, PSG_COLLECTION_ERROR);
}

/* A disk that takes no more bytes, as the limit of a file's size makes it. */
static void
test_no_space_leaves_what_was_there (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "out");
  struct rlimit before, limit;

  add_numbers (fixture->notebook, 100);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  for (PsgExchangeFormat format = 0; format < PSG_EXCHANGE_COPY; format++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
      limit = before;
      limit.rlim_cur = 1000;
      setrlimit (RLIMIT_FSIZE, &limit);
      g_assert_cmpint (export (fixture, fixture->notebook, NULL, NULL, format, "out", &error), ==, -1);
      setrlimit (RLIMIT_FSIZE, &before);
      g_assert_nonnull (error);
      text = get_text (fixture, "out", NULL);
      g_assert_cmpstr (text, ==, "old");
    }
}

/* What nobody else may read stays so, and a link stays a link. */
static void
test_rights_and_links_stay (Fixture      *fixture,
                            gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "private");
  g_autofree char *link = path_of (fixture, "link");
  GStatBuf info;

  add_numbers (fixture->notebook, 1);
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  g_assert_cmpint (symlink ("private", link), ==, 0);
  g_assert_cmpint (export (fixture, fixture->notebook, NULL, NULL, PSG_EXCHANGE_CSV, "link", NULL), ==, 1);

  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, >, 3);
}

static void
test_it_can_be_stopped (Fixture      *fixture,
                        gconstpointer data)
{
  g_autofree char *path = path_of (fixture, "out");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (GPtrArray) lessons = g_ptr_array_new ();
  g_autoptr (GAsyncResult) exported = NULL, imported = NULL;
  g_autoptr (GError) error = NULL;

  add_numbers (fixture->notebook, 10);
  g_cancellable_cancel (cancellable);
  psg_exchange_export_async (fixture->notebook, filter, NULL, NULL, NULL, PSG_EXCHANGE_CSV, file, cancellable,
                             store_result_cb, &exported);
  g_assert_cmpint (psg_exchange_export_finish (fixture->notebook, wait_for (&exported), &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "[]", -1, NULL));
  psg_exchange_import_async (fixture->notebook, lessons, NULL, file, cancellable, store_result_cb, &imported);
  g_assert_null (psg_exchange_import_finish (fixture->notebook, wait_for (&imported), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_formats_have_names (void)
{
  for (PsgExchangeFormat format = 0; format < PSG_N_EXCHANGE_FORMATS; format++)
    {
      g_assert_nonnull (psg_exchange_format_get_name (format));
      g_assert_nonnull (psg_exchange_format_get_extension (format));
      g_assert_nonnull (strchr (psg_exchange_format_get_type (format), '/'));
    }
}

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/store/exchange/annotations-come-back-to-the-byte", test_annotations_come_back_to_the_byte);
  add_test ("/store/exchange/a-copy-comes-back-to-the-byte", test_a_copy_comes_back_to_the_byte);
  add_test ("/store/exchange/a-second-import-changes-nothing", test_a_second_import_changes_nothing);
  add_test ("/store/exchange/conflicts-are-kept-and-listed", test_conflicts_are_kept_and_listed);
  add_test ("/store/exchange/only-what-is-filtered-goes-out", test_only_what_is_filtered_goes_out);
  add_test ("/store/exchange/a-log-of-the-bundled-collection", test_a_log_of_the_bundled_collection);
  add_test ("/store/exchange/what-cannot-be-done-is-said", test_what_cannot_be_done_is_said);
  add_test ("/store/exchange/no-space-leaves-what-was-there", test_no_space_leaves_what_was_there);
  add_test ("/store/exchange/rights-and-links-stay", test_rights_and_links_stay);
  add_test ("/store/exchange/it-can-be-stopped", test_it_can_be_stopped);
  g_test_add_func ("/store/exchange/formats-have-names", test_formats_have_names);

  return g_test_run ();
}
