/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook.h"

#include "psg-notebook-backup.h"
#include "psg-notebook-fixture.h"
#include "psg-store-fixture.h"

/* The notebook for the main loop: answers come in order, changes are told of, steps are undone. */

typedef struct
{
  char         *folder;
  PsgNotebook  *notebook;
  GPtrArray    *told; /* of ids joined by spaces; "*" for any */
} Fixture;

static void
changed_cb (PsgNotebook *notebook,
            GStrv        ids,
            Fixture     *fixture)
{
  g_ptr_array_add (fixture->told, ids != NULL ? g_strjoinv (" ", ids) : g_strdup ("*"));
}

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

static PsgNotebook *
open_notebook (const char *folder)
{
  PsgNotebook *notebook = psg_notebook_new (folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (psg_note_store_is_read_only (PSG_NOTE_STORE (notebook)));
  psg_notebook_open_async (notebook, NULL, store_result_cb, &result);
  psg_notebook_open_finish (notebook, wait_for (&result), &error);
  g_assert_no_error (error);

  return notebook;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = psg_fixture_new_folder ();
  fixture->notebook = open_notebook (fixture->folder);
  fixture->told = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (fixture->notebook, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  psg_notebook_close (fixture->notebook);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->notebook);
  g_ptr_array_unref (fixture->told);
  psg_fixture_remove (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
put (Fixture       *fixture,
     const PsgNote *note,
     GError       **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_ptr_array_add (notes, (gpointer) note);
  psg_notebook_put_async (fixture->notebook, notes, store_result_cb, &result);

  return psg_notebook_put_finish (fixture->notebook, wait_for (&result), error);
}

static void
put_number (Fixture *fixture,
            guint    n)
{
  g_autoptr (PsgNote) note = psg_fixture_note (n);
  g_autoptr (GError) error = NULL;

  put (fixture, note, &error);
  g_assert_no_error (error);
}

/* (nullable) */
static PsgNote *
get (Fixture    *fixture,
     const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;

  psg_note_store_get_async (PSG_NOTE_STORE (fixture->notebook), id, NULL, store_result_cb, &result);

  return psg_note_store_get_finish (PSG_NOTE_STORE (fixture->notebook), wait_for (&result), NULL);
}

static void
test_what_is_put_can_be_got_and_listed (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (PsgNote) expected = psg_fixture_note (2);
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (GAsyncResult) listed = NULL, counted = NULL, tagged = NULL;
  g_autoptr (GPtrArray) notes = NULL, tags = NULL;
  g_autoptr (PsgNote) note = NULL;

  g_assert_false (psg_note_store_is_read_only (PSG_NOTE_STORE (fixture->notebook)));
  g_assert_null (psg_notebook_get_report (fixture->notebook));
  for (guint i = 0; i < 4; i++)
    put_number (fixture, i);
  note = get (fixture, expected->id);
  g_assert_true (psg_note_equal (note, expected));
  g_assert_null (get (fixture, "urn:uuid:x"));

  filter->tag = g_strdup ("odd");
  psg_note_store_list_async (PSG_NOTE_STORE (fixture->notebook), filter, NULL, store_result_cb, &listed);
  psg_note_store_count_async (PSG_NOTE_STORE (fixture->notebook), filter, NULL, store_result_cb, &counted);
  psg_note_store_list_tags_async (PSG_NOTE_STORE (fixture->notebook), NULL, store_result_cb, &tagged);
  notes = psg_note_store_list_finish (PSG_NOTE_STORE (fixture->notebook), wait_for (&listed), NULL);
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_cmpint (psg_note_store_count_finish (PSG_NOTE_STORE (fixture->notebook), wait_for (&counted), NULL), ==, 2);
  tags = psg_note_store_list_tags_finish (PSG_NOTE_STORE (fixture->notebook), wait_for (&tagged), NULL);
  g_assert_cmpuint (tags->len, ==, 6);
}

static void
test_answers_come_in_order (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (GPtrArray) results = g_ptr_array_new_with_free_func (g_object_unref);
  GAsyncResult *counted[50] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);

      g_ptr_array_add (notes, psg_fixture_note (i));
      psg_notebook_put_async (fixture->notebook, notes, NULL, NULL);
      psg_note_store_count_async (PSG_NOTE_STORE (fixture->notebook), filter, NULL, store_result_cb, &counted[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      g_ptr_array_add (results, wait_for (&counted[i]));
      g_assert_cmpint (psg_note_store_count_finish (PSG_NOTE_STORE (fixture->notebook), counted[i], NULL), ==, i + 1);
    }
}

static void
test_changes_are_told_of (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (PsgNote) bad = psg_note_create (PSG_NOTE_ON_EVENT, 1);
  g_autoptr (PsgNote) note = psg_fixture_note (3);
  g_autoptr (GError) error = NULL;

  put_number (fixture, 3);
  g_assert_cmpuint (fixture->told->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->told, 0), ==, note->id);
  g_assert_false (put (fixture, bad, &error));
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_INVALID);
  g_assert_cmpuint (fixture->told->len, ==, 1);
}

/* What another process writes is noticed by itself. */
static void
test_others_changes_are_told_of (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (PsgNotebookFile) other = psg_fixture_open (fixture->folder);

  psg_fixture_put (other, 1, 1);
  while (fixture->told->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (g_ptr_array_index (fixture->told, 0), ==, "*");
}

static void
test_what_is_binned_and_purged_is_told (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (PsgNote) note = psg_fixture_note (4);
  const char *ids[] = { note->id, NULL };
  g_autoptr (GAsyncResult) binned = NULL, purged = NULL;
  g_autoptr (GPtrArray) bin = NULL, purge = NULL;
  g_autoptr (PsgNote) in_bin = NULL;
  PsgNoteChange *change;

  put_number (fixture, 4);
  psg_note_store_bin_async (PSG_NOTE_STORE (fixture->notebook), ids, PSG_FIXTURE_NOW, store_result_cb, &binned);
  bin = psg_note_store_bin_finish (PSG_NOTE_STORE (fixture->notebook), wait_for (&binned), NULL);
  change = g_ptr_array_index (bin, 0);
  in_bin = get (fixture, note->id);
  g_assert_cmpint (in_bin->deleted, ==, PSG_FIXTURE_NOW);
  g_assert_true (psg_note_equal (change->before, note) && psg_note_equal (change->after, in_bin));

  psg_note_store_purge_async (PSG_NOTE_STORE (fixture->notebook), ids, store_result_cb, &purged);
  purge = psg_note_store_purge_finish (PSG_NOTE_STORE (fixture->notebook), wait_for (&purged), NULL);
  change = g_ptr_array_index (purge, 0);
  g_assert_true (psg_note_equal (change->before, in_bin) && change->after == NULL);
  g_assert_null (get (fixture, note->id));
}

static void
test_apply_is_whole_or_not_at_all (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr (PsgNote) a = psg_fixture_note (1);
  g_autoptr (PsgNote) b = psg_fixture_note (2);
  g_autoptr (GPtrArray) changes = psg_note_changes_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_ptr_array_add (changes, psg_note_change_new (NULL, a));
  g_ptr_array_add (changes, psg_note_change_new (b, NULL));
  psg_note_store_apply_async (PSG_NOTE_STORE (fixture->notebook), changes, store_result_cb, &result);
  g_assert_false (psg_note_store_apply_finish (PSG_NOTE_STORE (fixture->notebook), wait_for (&result), NULL));
  g_assert_null (get (fixture, a->id));
  g_assert_cmpuint (fixture->told->len, ==, 0);
}

/* Closing waits for what was asked, and what is asked after it is answered too. */
static void
test_closing_waits (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  g_autoptr (PsgNotebookFile) file = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (notes, psg_fixture_note (1));
  for (guint i = 0; i < 20; i++)
    psg_notebook_put_async (fixture->notebook, notes, NULL, NULL);
  psg_notebook_close (fixture->notebook);
  psg_notebook_close (fixture->notebook);
  g_assert_true (psg_note_store_is_read_only (PSG_NOTE_STORE (fixture->notebook)));
  file = psg_fixture_open (fixture->folder);
  g_assert_cmpuint (psg_fixture_count (file), ==, 1);
  g_assert_false (put (fixture, g_ptr_array_index (notes, 0), &error));
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_IO);

  /* It has been backed up on the day it was opened. */
  backups = psg_notebook_backup_list (fixture->folder);
  g_assert_cmpuint (backups->len, ==, 1);
}

static void
test_cancelled_questions_are_not_asked (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  psg_note_store_list_async (PSG_NOTE_STORE (fixture->notebook), filter, cancellable, store_result_cb, &result);
  g_assert_null (psg_note_store_list_finish (PSG_NOTE_STORE (fixture->notebook), wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_what_happened_is_reported (void)
{
  g_autofree char *folder = psg_fixture_new_folder ();
  g_autofree char *path = psg_fixture_notebook (folder);
  g_autoptr (PsgNotebook) notebook = NULL;

  g_assert_true (g_file_set_contents (path, "scribble", -1, NULL));
  notebook = open_notebook (folder);
  g_assert_nonnull (psg_notebook_get_report (notebook));
  g_assert_false (psg_note_store_is_read_only (PSG_NOTE_STORE (notebook)));
  psg_notebook_close (notebook);
  psg_fixture_remove (folder);
}

static void
test_one_that_cannot_be_made_fails (void)
{
  g_autoptr (PsgNotebook) notebook = psg_notebook_new ("/dev/null/notebook");
  g_autoptr (GAsyncResult) result = NULL, listed = NULL;
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (GError) error = NULL, failure = NULL;

  psg_notebook_open_async (notebook, NULL, store_result_cb, &result);
  psg_note_store_list_async (PSG_NOTE_STORE (notebook), filter, NULL, store_result_cb, &listed);
  g_assert_false (psg_notebook_open_finish (notebook, wait_for (&result), &error));
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_IO);
  g_assert_null (psg_note_store_list_finish (PSG_NOTE_STORE (notebook), wait_for (&listed), &failure));
  g_assert_error (failure, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_IO);
}

#define ADD(path, func) g_test_add ("/store/notebook/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-is-put-can-be-got-and-listed", test_what_is_put_can_be_got_and_listed);
  ADD ("answers-come-in-order", test_answers_come_in_order);
  ADD ("changes-are-told-of", test_changes_are_told_of);
  ADD ("others-changes-are-told-of", test_others_changes_are_told_of);
  ADD ("what-is-binned-and-purged-is-told", test_what_is_binned_and_purged_is_told);
  ADD ("apply-is-whole-or-not-at-all", test_apply_is_whole_or_not_at_all);
  ADD ("closing-waits", test_closing_waits);
  ADD ("cancelled-questions-are-not-asked", test_cancelled_questions_are_not_asked);
  g_test_add_func ("/store/notebook/what-happened-is-reported", test_what_happened_is_reported);
  g_test_add_func ("/store/notebook/one-that-cannot-be-made-fails", test_one_that_cannot_be_made_fails);

  return g_test_run ();
}
