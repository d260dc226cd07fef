/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-search-query.h"
#include "psg-store-fixture.h"

#include <string.h>

/* Full-text search: what a person types, and what is found. */

static void
test_query_is_never_syntax (void)
{
  static const struct
  {
    const char *query;
    const char *match;
  } cases[] = {
    { "wagner", "\"wagner\"*" },
    { "wagner fighters", "\"wagner\"* \"fighters\"*" },
    { "  wagner\t\n", "\"wagner\"*" },
    { "a OR b", "\"a\"* \"OR\"* \"b\"*" },
    { "NEAR(a b)", "\"NEAR(a\"* \"b)\"*" },
    { "title:x*", "\"title:x*\"*" },
    { "\"two words\"", "\"two words\"" },
    { "\"two words\" more", "\"two words\" \"more\"*" },
    { "not \"closed", "\"not\"* \"closed\"*" },
    { "\"", NULL },
    { "\"\"", NULL },
    { "-- * ^ : ( )", NULL },
    { "", NULL },
    { "  ", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *match = psg_search_query_to_match (cases[i].query);

      g_assert_cmpstr (match, ==, cases[i].match);
    }
}

static guint
count_matches (PsgCollectionFile *file,
               const char        *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgRowSet) rows = psg_collection_match_events (PSG_COLLECTION (file), query, &error);

  g_assert_no_error (error);

  return psg_row_set_count (rows);
}

static void
test_events_are_matched (void)
{
  static const struct
  {
    const char *query;
    const char *same_as;
  } cases[] = {
    { "Šalčininkai", "salcininkai" },
    { "ŠALČININKAI", "salcininkai" },
    { "salcin", "salcininkai" },
    { "wagner", "WAGNER" },
    { "wagn", "wagner" },
    { "Каменны Лог", "каменны лог" },
    { "wagner fighters", "fighters wagner" },
  };
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].query);
      g_assert_cmpuint (count_matches (file, cases[i].query), >, 0);
      g_assert_cmpuint (count_matches (file, cases[i].query), ==, count_matches (file, cases[i].same_as));
    }

  g_assert_cmpuint (count_matches (file, "zzyzx"), ==, 0);
  g_assert_cmpuint (count_matches (file, "wagner zzyzx"), ==, 0);
  g_assert_cmpuint (count_matches (file, ""), ==, 70);
  g_assert_cmpuint (count_matches (file, "!?"), ==, 70);
}

static void
test_any_text_is_harmless (void)
{
  static const char *const queries[] = {
    "'; DROP TABLE event; --", "\"", "\"\"\"", "a\"b\"c", "*", "^a", "a AND", "OR", "NOT a", "NEAR/2", "{title}:a",
    "title : a", "a + b", "(((", ")))", "-a", "a-b", "\\", "%", "_", "\x01\x02", "\xff\xfe", "é́", "🛂", "a\xcc\x81",
  };
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  g_autoptr (GString) enormous = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = psg_collection_search (PSG_COLLECTION (file), queries[i], PSG_KIND_NONE, 20, &error);

      g_assert_no_error (error);
      g_assert_nonnull (hits);
      count_matches (file, queries[i]);
    }

  for (guint i = 0; i < 20000; i++)
    g_string_append (enormous, "border ");
  g_assert_cmpuint (count_matches (file, enormous->str), >, 0);
}

/* The matched words lie between the marks, and read as they stand in the text. */
static void
check_snippet (const char *snippet)
{
  const char *start = strchr (snippet, '\002');

  g_assert_nonnull (start);
  g_assert_nonnull (strchr (start, '\003'));
  g_assert_true (g_utf8_validate (snippet, -1, NULL));
  g_assert_null (strchr (snippet, '\n'));
}

static void
test_hits_are_ranked_with_snippets (void)
{
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = psg_collection_search (PSG_COLLECTION (file), "wagner", PSG_KIND_NONE, 100, &error);
  gboolean has_event = FALSE, has_document = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const PsgHit *hit = g_ptr_array_index (hits, i);

      check_snippet (hit->snippet);
      g_assert_cmpstr (hit->title, !=, "");
      g_assert_true (i == 0 || ((PsgHit *) g_ptr_array_index (hits, i - 1))->rank <= hit->rank);
      has_event |= hit->kind == PSG_KIND_EVENT;
      has_document |= hit->kind == PSG_KIND_DOCUMENT;
    }

  g_assert_true (has_event && has_document);
}

static void
test_limit_is_kept (void)
{
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  g_autoptr (GPtrArray) hits = psg_collection_search (PSG_COLLECTION (file), "border", PSG_KIND_NONE, 3, NULL);
  g_autoptr (GPtrArray) none = psg_collection_search (PSG_COLLECTION (file), "border", PSG_KIND_NONE, 0, NULL);

  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_only_the_kind_that_is_asked_for_is_found (void)
{
  static const PsgKind kinds[] = { PSG_KIND_EVENT, PSG_KIND_DOCUMENT };
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) hits = psg_collection_search (PSG_COLLECTION (file), "wagner", kinds[i], 100, NULL);

      g_assert_cmpuint (hits->len, >, 0);
      for (guint j = 0; j < hits->len; j++)
        g_assert_cmpint (((PsgHit *) g_ptr_array_index (hits, j))->kind, ==, kinds[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/search/query-is-never-syntax", test_query_is_never_syntax);
  g_test_add_func ("/store/search/events-are-matched", test_events_are_matched);
  g_test_add_func ("/store/search/any-text-is-harmless", test_any_text_is_harmless);
  g_test_add_func ("/store/search/hits-are-ranked-with-snippets", test_hits_are_ranked_with_snippets);
  g_test_add_func ("/store/search/limit-is-kept", test_limit_is_kept);
  g_test_add_func ("/store/search/only-the-kind-that-is-asked-for-is-found",
                   test_only_the_kind_that_is_asked_for_is_found);

  return g_test_run ();
}
