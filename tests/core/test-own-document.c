/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-document.h"

#include "psg-library.h"
#include "psg-memory-collection.h"
#include "psg-memory-library.h"
#include "psg-session.h"

#include <string.h>

/* A person's own documents: their records, places in them, and how the session shows them. */

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static PsgOwnDocument *
new_document (void)
{
  PsgOwnDocument *document = psg_own_document_new ();

  document->id = psg_own_document_make_id (HASH);
  document->title = g_strdup ("Report");
  document->media = PSG_MEDIA_PDF;
  document->size = 1300000;
  document->sha256 = g_strdup (HASH);
  document->n_pages = 12;
  document->added = G_GINT64_CONSTANT (1700000000000000);

  return document;
}

static void
test_the_hash_is_the_identity (void)
{
  g_autoptr (PsgOwnDocument) document = new_document ();

  g_assert_cmpstr (document->id, ==, "doc-0123456789abcdef");
  g_assert_true (psg_own_document_is_valid (document));
  document->sha256[0] = 'f';
  g_assert_false (psg_own_document_is_valid (document));
  document->sha256[0] = '/';
  g_assert_false (psg_own_document_is_valid (document));
}

static void
test_a_damaged_record_is_none (void)
{
  g_autoptr (PsgOwnDocument) empty = psg_own_document_new ();
  g_autoptr (PsgOwnDocument) odd = new_document ();

  g_assert_false (psg_own_document_is_valid (empty));
  odd->media = PSG_N_MEDIA;
  g_assert_false (psg_own_document_is_valid (odd));
}

static void
test_words_about_it (void)
{
  g_autoptr (PsgOwnDocument) document = new_document ();
  g_autofree char *facts = psg_own_document_describe (document);
  g_autofree char *page = psg_own_document_dup_citation (document, 3);
  g_autofree char *whole = psg_own_document_dup_citation (document, 0);

  g_assert_true (g_str_has_prefix (facts, "PDF\302\240· 12 pages\302\240· 1.3"));
  g_assert_cmpstr (page, ==, "Report, p. 3. File added on 14 Nov 2023 (SHA-256 0123456789abcdef…).");
  g_assert_cmpstr (whole, ==, "Report. File added on 14 Nov 2023 (SHA-256 0123456789abcdef…).");
}

static void
test_text_of_a_page_keeps_its_positions (void)
{
  g_autofree char *clean = psg_own_clean_page_text ("a\001b\tc\nŠ\002");
  g_autofree char *none = psg_own_clean_page_text (NULL);
  g_autofree char *bad = psg_own_clean_page_text ("a\xff");
  g_autofree char *much = g_strnfill (PSG_OWN_MAX_PAGE_TEXT + 10, 'x');
  g_autofree char *cut = NULL;

  g_assert_cmpstr (clean, ==, "a b c\nŠ ");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (bad, ==, "a\xef\xbf\xbd");

  /* A cut goes through no character. */
  memcpy (much + PSG_OWN_MAX_PAGE_TEXT - 1, "Š", 2);
  cut = psg_own_clean_page_text (much);
  g_assert_cmpuint (strlen (cut), ==, PSG_OWN_MAX_PAGE_TEXT - 1);
}

static void
test_places_are_written_and_read (void)
{
  static const struct
  {
    guint page, start, end;
    const char *text;
  } places[] = {
    { 0, 3, 8, "char=3,8" },
    { 7, 0, 0, "page=7" },
    { 7, 3, 8, "page=7&char=3,8" },
    { 0, 0, 0, NULL },
  };
  static const char *const others[] = {
    "page=0", "page=", "page=-1", "page=3&char=5,5", "page=3&", "page=3&page=4", "page=3&char=1,2&x", "peace", NULL,
  };
  guint page, start, end;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *text = psg_page_write_place (places[i].page, places[i].start, places[i].end);

      g_assert_cmpstr (text, ==, places[i].text);
      g_assert_cmpint (psg_page_read_place (text, &page, &start, &end), ==, text != NULL);
      g_assert_cmpuint (page, ==, places[i].page);
      g_assert_cmpuint (start, ==, places[i].start);
      g_assert_cmpuint (end, ==, places[i].end);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (psg_page_read_place (others[i], &page, &start, &end));
}

static void
test_the_session_shows_them (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgLibrary) library = psg_memory_library_new ();
  g_autofree char *id = g_strdup (psg_memory_library_put (library, "Diary", "/nowhere", "Words")->id);
  g_autofree char *link = g_strconcat ("own:", id, "#char=1,3", NULL);
  PsgSession *session = psg_session_new ();
  g_autoptr (GError) error = NULL;

  psg_session_set_collection (session, collection);
  g_assert_false (psg_session_follow (session, link, &error));
  g_assert_error (error, PSG_LIBRARY_ERROR, PSG_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);

  psg_session_set_library (session, library);
  g_assert_true (psg_session_select_event_id (session, "treaty", NULL));
  g_assert_true (psg_session_follow (session, link, &error));
  g_assert_cmpint (psg_session_get_page (session)->kind, ==, PSG_KIND_OWN);
  g_assert_cmpstr (psg_session_get_page (session)->passage, ==, "char=1,3");
  g_assert_cmpstr (psg_session_get_event_id (session), ==, "treaty");
  psg_session_go_back (session);
  g_assert_cmpint (psg_session_get_page (session)->kind, ==, PSG_KIND_EVENT);
  psg_session_go_forward (session);
  g_assert_cmpstr (psg_session_get_page (session)->id, ==, id);

  g_assert_true (psg_session_open_own (session, id, "peace", NULL));
  g_assert_null (psg_session_get_page (session)->passage);
  g_assert_false (psg_session_open_own (session, "doc-0", NULL, NULL));
  g_assert_finalize_object (session);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/own-document/the-hash-is-the-identity", test_the_hash_is_the_identity);
  g_test_add_func ("/core/own-document/a-damaged-record-is-none", test_a_damaged_record_is_none);
  g_test_add_func ("/core/own-document/words-about-it", test_words_about_it);
  g_test_add_func ("/core/own-document/text-of-a-page-keeps-its-positions", test_text_of_a_page_keeps_its_positions);
  g_test_add_func ("/core/own-document/places-are-written-and-read", test_places_are_written_and_read);
  g_test_add_func ("/core/own-document/the-session-shows-them", test_the_session_shows_them);

  return g_test_run ();
}
