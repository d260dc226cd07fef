/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-library.h"

#include "psg-linger.h"
#include "psg-notebook-fixture.h"
#include "psg-searcher.h"
#include "psg-store-fixture.h"
#include "psg-test-pdf.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A person's own documents in the notebook: copied whole, found again, and whatever is wrong with a file
 * is said in a sentence. */

typedef struct
{
  char               *folder;   /* of the notebook */
  char               *elsewhere; /* where the originals are */
  PsgNotebook        *notebook;
  PsgNotebookLibrary *own;
  PsgLibrary         *library;  /* the same */
  guint               n_changed;
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

static void
changed_cb (PsgLibrary *library,
            Fixture    *fixture)
{
  fixture->n_changed++;
}

static void
open_library (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->notebook = psg_notebook_new (fixture->folder);
  psg_notebook_open_async (fixture->notebook, NULL, store_result_cb, &result);
  fixture->own = psg_notebook_library_new (fixture->notebook);
  fixture->library = PSG_LIBRARY (fixture->own);
  g_signal_connect (fixture->library, "changed", G_CALLBACK (changed_cb), fixture);
  g_assert_false (psg_library_is_loaded (fixture->library));
  psg_notebook_open_finish (fixture->notebook, wait_for (&result), &error);
  g_assert_no_error (error);
  while (!psg_library_is_loaded (fixture->library))
    g_main_context_iteration (NULL, TRUE);
}

static void
close_library (Fixture *fixture)
{
  psg_notebook_close (fixture->notebook);
  /* What it has begun holds it until it is done. */
  while (g_main_context_iteration (NULL, G_OBJECT (fixture->own)->ref_count > 1))
    continue;
  g_assert_finalize_object (g_steal_pointer (&fixture->own));
  g_assert_finalize_object (g_steal_pointer (&fixture->notebook));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = psg_fixture_new_folder ();
  fixture->elsewhere = psg_fixture_new_folder ();
  open_library (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_library (fixture);
  psg_fixture_remove (fixture->folder);
  psg_fixture_remove (fixture->elsewhere);
  g_free (fixture->folder);
  g_free (fixture->elsewhere);
}

static char *
dup_path (Fixture    *fixture,
          const char *name)
{
  return g_build_filename (fixture->elsewhere, name, NULL);
}

static char *
write_text (Fixture    *fixture,
            const char *name,
            const char *text,
            gssize      length)
{
  char *path = dup_path (fixture, name);

  g_assert_true (g_file_set_contents (path, text, length, NULL));

  return path;
}

static PsgOwnDocument *
add (Fixture    *fixture,
     const char *path,
     GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  psg_library_add_async (fixture->library, file, NULL, NULL, NULL, store_result_cb, &result);

  return psg_library_add_finish (fixture->library, wait_for (&result), error);
}

static PsgOwnDocument *
add_sound (Fixture    *fixture,
           const char *path)
{
  g_autoptr (GError) error = NULL;
  guint n_changed = fixture->n_changed;
  PsgOwnDocument *document = add (fixture, path, &error);

  g_assert_no_error (error);
  while (fixture->n_changed == n_changed)
    g_main_context_iteration (NULL, TRUE);

  return document;
}

static void
refuse (Fixture         *fixture,
        const char      *path,
        PsgLibraryError  code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *documents = g_build_filename (fixture->folder, "documents", NULL);
  g_autoptr (GDir) directory = NULL;

  g_assert_null (add (fixture, path, &error));
  g_assert_error (error, PSG_LIBRARY_ERROR, code);
  g_test_message ("%s", error->message);

  /* Nothing is left of it. */
  g_assert_cmpuint (psg_library_get_documents (fixture->library)->len, ==, 0);
  directory = g_dir_open (documents, 0, NULL);
  if (directory != NULL)
    g_assert_null (g_dir_read_name (directory));
}

static PsgOwnContent *
load (Fixture    *fixture,
      const char *id,
      GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  psg_library_load_async (fixture->library, id, NULL, store_result_cb, &result);

  return psg_library_load_finish (fixture->library, wait_for (&result), error);
}

static void
set_removed (Fixture    *fixture,
             const char *id,
             gboolean    removed)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changed = fixture->n_changed;

  psg_library_set_removed_async (fixture->library, id, removed, store_result_cb, &result);
  psg_library_set_removed_finish (fixture->library, wait_for (&result), &error);
  g_assert_no_error (error);
  while (fixture->n_changed == n_changed)
    g_main_context_iteration (NULL, TRUE);
}

/* (transfer full) (nullable): the one hit, if there is one. */
static PsgHit *
search (Fixture    *fixture,
        const char *text,
        guint      *n)
{
  PsgSearchProviderInterface *iface = PSG_SEARCH_PROVIDER_GET_IFACE (fixture->own);
  g_autoptr (PsgQuery) query = psg_query_parse (text);
  g_autoptr (PsgSearchRequest) request = psg_search_request_new (query, NULL, 10);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GError) error = NULL;
  PsgSearchGroup *group;

  iface->search_async (PSG_SEARCH_PROVIDER (fixture->own), request, NULL, store_result_cb, &result);
  groups = iface->search_finish (PSG_SEARCH_PROVIDER (fixture->own), wait_for (&result), &error);
  g_assert_no_error (error);
  group = groups->len > 0 ? g_ptr_array_index (groups, 0) : NULL;
  *n = group != NULL ? group->n : 0;

  return group != NULL ? g_ptr_array_steal_index (group->hits, 0) : NULL;
}

static const char *const report[] = {
  "The report begins\nwith the border at Šumskas",
  "It goes on\nand says that the crossing closed in February",
  "The end",
  NULL
};

static char *
write_report (Fixture *fixture)
{
  char *path = dup_path (fixture, "report-2024.pdf");

  psg_test_pdf_write (path, "Report on the border", report);

  return path;
}

static void
test_a_file_is_copied_whole (Fixture      *fixture,
                             gconstpointer data)
{
  g_autofree char *path = write_report (fixture);
  g_autofree char *original = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (PsgOwnDocument) document = add_sound (fixture, path);
  g_autoptr (PsgOwnContent) content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, copied;

  g_assert_true (g_file_get_contents (path, &original, &length, NULL));
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) original, length);
  g_assert_cmpstr (document->sha256, ==, sha256);
  g_assert_cmpuint (document->size, ==, length);
  g_assert_cmpstr (document->origin, ==, path);
  g_assert_cmpstr (document->title, ==, "Report on the border");
  g_assert_cmpint (document->media, ==, PSG_MEDIA_PDF);
  g_assert_cmpuint (document->n_pages, ==, 3);
  g_assert_cmpint (g_get_real_time () - document->added, <, G_TIME_SPAN_HOUR);

  /* A moved original breaks nothing. */
  g_unlink (path);
  content = load (fixture, document->id, &error);
  g_assert_no_error (error);
  g_assert_null (content->document);
  g_assert_true (g_file_get_contents (content->path, &copy, &copied, NULL));
  g_assert_cmpmem (original, length, copy, copied);
}

static void
test_the_same_file_is_one_document (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autofree char *path = write_text (fixture, "a.md", "# Heading\n\nWords", -1);
  g_autofree char *again = write_text (fixture, "b.md", "# Heading\n\nWords", -1);
  g_autoptr (PsgOwnDocument) first = add_sound (fixture, path);
  g_autoptr (PsgOwnDocument) second = add_sound (fixture, again);

  g_assert_cmpstr (first->id, ==, second->id);
  g_assert_cmpstr (second->origin, ==, path);
  g_assert_cmpuint (psg_library_get_documents (fixture->library)->len, ==, 1);
}

static void
test_texts_are_documents_to_read (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autofree char *markdown = write_text (fixture, "notes.md", "# My *notes*\n\nSome [link](https://example.org).", -1);
  g_autofree char *plain = write_text (fixture, "diary.txt",
                                         "\xef\xbb\xbfOne line\nanother\n\n\nA\tnew \xc5\xa0\n", -1);
  g_autofree char *wide = write_text (fixture, "wide.txt", "\xff\xfe\x60\x01t\0", 6);
  g_autoptr (PsgOwnDocument) first = add_sound (fixture, markdown);
  g_autoptr (PsgOwnDocument) second = add_sound (fixture, plain);
  g_autoptr (PsgOwnDocument) third = add_sound (fixture, wide);
  g_autoptr (PsgOwnContent) notes = load (fixture, first->id, NULL);
  g_autoptr (PsgOwnContent) diary = load (fixture, second->id, NULL);
  g_autoptr (PsgOwnContent) short_one = load (fixture, third->id, NULL);
  const PsgBlock *block;

  g_assert_cmpstr (first->title, ==, "My notes");
  g_assert_cmpint (first->media, ==, PSG_MEDIA_MARKDOWN);
  g_assert_cmpuint (first->n_pages, ==, 0);
  g_assert_cmpstr (notes->document->text, ==, "My notes\nSome link.");
  g_assert_cmpuint (notes->document->runs->len, ==, 2);

  g_assert_cmpstr (second->title, ==, "diary");
  g_assert_cmpstr (diary->document->text, ==, "One line\nanother\nA\tnew Š");
  g_assert_cmpuint (diary->document->blocks->len, ==, 2);
  block = &g_array_index (diary->document->blocks, PsgBlock, 1);
  g_assert_cmpuint (block->start, ==, 17);
  g_assert_cmpuint (block->end, ==, 24);

  g_assert_cmpstr (short_one->document->text, ==, "Št");
  g_assert_cmpuint (psg_library_get_documents (fixture->library)->len, ==, 3);
}

static void
test_what_is_not_understood_is_refused (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autofree char *binary = write_text (fixture, "a.bin", "\x7f" "ELF\0\1\2", 7);
  g_autofree char *latin = write_text (fixture, "latin.txt", "caf\xe9", -1);
  g_autofree char *nothing = write_text (fixture, "nothing.txt", "", 0);
  g_autofree char *absent = dup_path (fixture, "absent.pdf");
  g_autoptr (GError) error = NULL;

  refuse (fixture, binary, PSG_LIBRARY_ERROR_UNKNOWN);
  refuse (fixture, latin, PSG_LIBRARY_ERROR_UNKNOWN);
  refuse (fixture, nothing, PSG_LIBRARY_ERROR_UNKNOWN);
  refuse (fixture, fixture->elsewhere, PSG_LIBRARY_ERROR_UNKNOWN);
  g_assert_null (add (fixture, absent, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_hostile_pdfs_are_refused (Fixture      *fixture,
                               gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "a.pdf");

  psg_test_pdf_write_encrypted (path);
  refuse (fixture, path, PSG_LIBRARY_ERROR_ENCRYPTED);
  psg_test_pdf_write_empty (path);
  refuse (fixture, path, PSG_LIBRARY_ERROR_DAMAGED);
  g_assert_true (g_file_set_contents (path, "%PDF-1.7\nno more than that", -1, NULL));
  refuse (fixture, path, PSG_LIBRARY_ERROR_DAMAGED);
}

static void
test_what_is_too_large_is_refused (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (PSG_OWN_MAX_TEXT + 1, 'a');
  g_autofree char *path = write_text (fixture, "long.txt", long_text, -1);
  g_autofree char *huge = write_text (fixture, "huge.pdf", "%PDF-1.4", -1);
  g_autofree char *deep = g_strnfill (5000, '>');
  g_autofree char *nested = write_text (fixture, "deep.md", deep, -1);

  refuse (fixture, path, PSG_LIBRARY_ERROR_TOO_LARGE);
  refuse (fixture, nested, PSG_LIBRARY_ERROR_TOO_LARGE);
  g_assert_cmpint (truncate (huge, (off_t) PSG_OWN_MAX_SIZE + 1), ==, 0);
  refuse (fixture, huge, PSG_LIBRARY_ERROR_TOO_LARGE);
}

/* Whatever comes of it: a document or a sentence. */
static void
test_spoilt_pdfs_do_no_harm (Fixture      *fixture,
                             gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "linked.pdf");
  g_autofree char *spoilt = dup_path (fixture, "spoilt.pdf");
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_times = g_test_slow () ? 2000 : 60;

  psg_test_pdf_write_linked (path);
  for (guint i = 0; i < n_times; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgOwnDocument) document = NULL;

      psg_test_pdf_spoil (path, spoilt, rand, i % 30, i % 3 == 0);
      document = add (fixture, spoilt, &error);
      g_assert_true ((document != NULL) == (error == NULL));
      if (error != NULL)
        g_assert_true (error->domain == PSG_LIBRARY_ERROR);
    }
}

static void
test_a_page_of_any_size_is_taken (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "vast.pdf");
  g_autoptr (PsgOwnDocument) document = NULL;

  psg_test_pdf_write_sized (path, 1000000, 1000000);
  document = add_sound (fixture, path);
  g_assert_cmpuint (document->n_pages, ==, 1);
  g_assert_cmpstr (document->title, ==, "vast");
}

static void
progressed_cb (double   fraction,
               gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_progress_is_told_and_adding_can_be_cancelled (Fixture      *fixture,
                                                   gconstpointer data)
{
  g_autofree char *path = dup_path (fixture, "long.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgOwnDocument) document = NULL;
  double fraction = 0;

  psg_test_pdf_write_long (path, 60, 2);
  psg_library_add_async (fixture->library, file, cancellable, NULL, NULL, store_result_cb, &cancelled);
  g_cancellable_cancel (cancellable);
  g_assert_null (psg_library_add_finish (fixture->library, wait_for (&cancelled), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  psg_library_add_async (fixture->library, file, NULL, progressed_cb, &fraction, store_result_cb, &result);
  document = psg_library_add_finish (fixture->library, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (document->n_pages, ==, 60);
  g_assert_cmpfloat (fraction, >, 0.5);
}

static void
test_removing_can_be_undone (Fixture      *fixture,
                             gconstpointer data)
{
  g_autofree char *path = write_report (fixture);
  g_autoptr (PsgOwnDocument) document = add_sound (fixture, path);
  g_autoptr (PsgOwnDocument) again = NULL;
  g_autoptr (PsgOwnContent) content = NULL;
  g_autoptr (GError) error = NULL;

  set_removed (fixture, document->id, TRUE);
  g_assert_null (psg_library_find (fixture->library, document->id));
  g_assert_null (load (fixture, document->id, &error));
  g_assert_error (error, PSG_LIBRARY_ERROR, PSG_LIBRARY_ERROR_NOT_FOUND);

  set_removed (fixture, document->id, FALSE);
  g_assert_nonnull (psg_library_find (fixture->library, document->id));
  content = load (fixture, document->id, NULL);
  g_assert_nonnull (content);

  /* Adding it again takes it out of the bin too. */
  set_removed (fixture, document->id, TRUE);
  again = add_sound (fixture, path);
  g_assert_cmpstr (again->id, ==, document->id);
  g_assert_nonnull (psg_library_find (fixture->library, document->id));
}

static void
test_the_bin_is_emptied (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *path = write_report (fixture);
  g_autoptr (PsgOwnDocument) document = add_sound (fixture, path);
  g_autoptr (PsgOwnContent) content = load (fixture, document->id, NULL);
  g_autofree char *notebook = psg_fixture_notebook (fixture->folder);
  guint n;

  close_library (fixture);
  psg_fixture_run_sql (notebook, "UPDATE own_document SET deleted = 1");
  open_library (fixture);
  g_assert_false (g_file_test (content->path, G_FILE_TEST_EXISTS));
  g_assert_null (search (fixture, "border", &n));
}

static void
test_a_spoilt_copy_is_told_of (Fixture      *fixture,
                               gconstpointer data)
{
  g_autofree char *path = write_report (fixture);
  g_autoptr (PsgOwnDocument) document = add_sound (fixture, path);
  g_autoptr (PsgOwnContent) content = load (fixture, document->id, NULL);
  g_autoptr (PsgOwnDocument) again = NULL;
  g_autoptr (PsgOwnContent) mended = NULL;
  g_autoptr (GError) error = NULL;

  psg_fixture_overwrite (content->path, 100, "altered", 7);
  g_assert_null (load (fixture, document->id, &error));
  g_assert_error (error, PSG_LIBRARY_ERROR, PSG_LIBRARY_ERROR_ALTERED);
  g_clear_error (&error);
  g_unlink (content->path);
  g_assert_null (load (fixture, document->id, &error));
  g_assert_error (error, PSG_LIBRARY_ERROR, PSG_LIBRARY_ERROR_MISSING);

  again = add_sound (fixture, path);
  mended = load (fixture, document->id, NULL);
  g_assert_nonnull (mended);
}

static void
test_search_finds_page_and_place (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autofree char *path = write_report (fixture);
  g_autofree char *text = write_text (fixture, "diary.txt", "Nothing here\n\nbut the crossing", -1);
  g_autoptr (PsgOwnDocument) document = add_sound (fixture, path);
  g_autoptr (PsgOwnDocument) diary = add_sound (fixture, text);
  g_autoptr (PsgHit) hit = NULL;
  g_autoptr (PsgHit) named = NULL;
  g_autoptr (PsgHit) plain = NULL;
  g_autoptr (PsgHit) any = NULL;
  g_autofree char *link = NULL;
  guint n;

  hit = search (fixture, "closed febr", &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (hit->kind, ==, PSG_KIND_OWN);
  g_assert_cmpuint (hit->page, ==, 2);
  g_assert_nonnull (strstr (hit->snippet, "\002closed\003"));
  link = psg_hit_dup_link (hit);
  g_assert_true (g_str_has_prefix (link, "own:doc-"));
  g_assert_true (g_str_has_suffix (link, "#page=2&char=38,44"));

  named = search (fixture, "kind:own report", &n);
  g_assert_true (named->named);
  g_assert_cmpstr (named->marked, ==, "\002Report\003 on the border");
  plain = search (fixture, "diary nothing", &n);
  g_assert_cmpuint (plain->page, ==, 0);
  g_assert_cmpuint (plain->end, ==, 7);
  any = search (fixture, "sumskas", &n);
  g_assert_cmpuint (any->page, ==, 1);

  g_clear_pointer (&any, psg_hit_free);
  any = search (fixture, "crossing", &n);
  g_assert_cmpuint (n, ==, 2);
  g_clear_pointer (&any, psg_hit_free);
  any = search (fixture, "kind:own", &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_null (search (fixture, "kind:event crossing", &n));
  g_assert_null (search (fixture, "\"", &n));
  set_removed (fixture, diary->id, TRUE);
  g_clear_pointer (&any, psg_hit_free);
  any = search (fixture, "crossing", &n);
  g_assert_cmpuint (n, ==, 1);
}

/* What came out of a damaged notebook has lost its text, which is in the file. */
static void
test_a_lost_text_is_read_again (Fixture      *fixture,
                                gconstpointer data)
{
  g_autofree char *path = write_report (fixture);
  g_autofree char *notebook = psg_fixture_notebook (fixture->folder);
  g_autoptr (PsgOwnDocument) document = add_sound (fixture, path);
  g_autoptr (PsgHit) hit = NULL;
  guint n = 0;

  close_library (fixture);
  psg_fixture_run_sql (notebook, "DELETE FROM own_page; INSERT INTO own_search (own_search) VALUES ('rebuild')");
  open_library (fixture);
  while (n == 0)
    {
      g_clear_pointer (&hit, psg_hit_free);
      hit = search (fixture, "february", &n);
    }
  g_assert_cmpuint (hit->page, ==, 2);
}

static void
test_documents_come_out_of_a_damaged_notebook (Fixture      *fixture,
                                               gconstpointer data)
{
  g_autofree char *path = write_report (fixture);
  g_autofree char *notebook = psg_fixture_notebook (fixture->folder);
  g_autoptr (PsgOwnDocument) document = add_sound (fixture, path);
  g_autoptr (PsgOwnContent) content = NULL;

  close_library (fixture);
  /* An index over notes, which are none, no longer fits the table. */
  psg_fixture_run_sql (notebook, "PRAGMA writable_schema=ON; "
                                 "UPDATE sqlite_master SET rootpage = 2 WHERE name = 'note_target'");
  open_library (fixture);
  g_assert_nonnull (psg_notebook_get_report (fixture->notebook));
  g_assert_nonnull (psg_library_find (fixture->library, document->id));
  content = load (fixture, document->id, NULL);
  g_assert_nonnull (content);
}

static void
test_a_notebook_that_cannot_be_written_takes_none (Fixture      *fixture,
                                                   gconstpointer data)
{
  g_autofree char *path = write_report (fixture);
  g_autofree char *notebook = psg_fixture_notebook (fixture->folder);
  g_autoptr (GError) error = NULL;

  close_library (fixture);
  psg_fixture_run_sql (notebook, "PRAGMA user_version=99");
  open_library (fixture);
  g_assert_null (add (fixture, path, &error));
  g_assert_error (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_READ_ONLY);
}

#define ADD(path, func) g_test_add ("/store/notebook-library/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  ADD ("a-file-is-copied-whole", test_a_file_is_copied_whole);
  ADD ("the-same-file-is-one-document", test_the_same_file_is_one_document);
  ADD ("texts-are-documents-to-read", test_texts_are_documents_to_read);
  ADD ("what-is-not-understood-is-refused", test_what_is_not_understood_is_refused);
  ADD ("hostile-pdfs-are-refused", test_hostile_pdfs_are_refused);
  ADD ("what-is-too-large-is-refused", test_what_is_too_large_is_refused);
  ADD ("spoilt-pdfs-do-no-harm", test_spoilt_pdfs_do_no_harm);
  ADD ("a-page-of-any-size-is-taken", test_a_page_of_any_size_is_taken);
  ADD ("progress-is-told-and-adding-can-be-cancelled", test_progress_is_told_and_adding_can_be_cancelled);
  ADD ("removing-can-be-undone", test_removing_can_be_undone);
  ADD ("the-bin-is-emptied", test_the_bin_is_emptied);
  ADD ("a-spoilt-copy-is-told-of", test_a_spoilt_copy_is_told_of);
  ADD ("search-finds-page-and-place", test_search_finds_page_and_place);
  ADD ("a-lost-text-is-read-again", test_a_lost_text_is_read_again);
  ADD ("documents-come-out-of-a-damaged-notebook", test_documents_come_out_of_a_damaged_notebook);
  ADD ("a-notebook-that-cannot-be-written-takes-none", test_a_notebook_that_cannot_be_written_takes_none);

  status = g_test_run ();
  /* As the app does: Poppler's own data goes when the process ends. */
  g_assert_true (psg_linger_wait (60000));

  return status;
}
