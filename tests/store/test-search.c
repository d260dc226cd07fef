/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-search-query.h"
#include "psg-search-run.h"
#include "psg-store-fixture.h"
#include "psg-synthetic-file.h"

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

/* Everything, in a thread */

static void
answered_cb (PsgSearcher *searcher,
             GMainLoop   *loop)
{
  g_main_loop_quit (loop);
}

/* Returns: (transfer none): what was found */
static GPtrArray *
ask (PsgSearcher *searcher,
     const char  *text)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (PsgQuery) query = psg_query_parse (text);
  gulong handler = g_signal_connect (searcher, "answered", G_CALLBACK (answered_cb), loop);

  g_test_message ("%s", text);
  psg_searcher_ask (searcher, query, 10);
  if (psg_searcher_is_asking (searcher))
    g_main_loop_run (loop);
  g_signal_handler_disconnect (searcher, handler);
  g_assert_cmpstr (psg_searcher_get_problem (searcher), ==, NULL);

  return psg_searcher_get_groups (searcher);
}

static const PsgSearchGroup *
find_group (GPtrArray *groups,
            PsgKind    kind)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const PsgSearchGroup *group = g_ptr_array_index (groups, i);

      if (group->kind == kind)
        return group;
    }

  return NULL;
}

static const PsgHit *
find_hit (GPtrArray  *groups,
          PsgKind     kind,
          const char *id)
{
  const PsgSearchGroup *group = find_group (groups, kind);

  for (guint i = 0; group != NULL && i < group->hits->len; i++)
    {
      const PsgHit *hit = g_ptr_array_index (group->hits, i);

      if (g_str_equal (hit->id, id))
        return hit;
    }

  return NULL;
}

static void
test_one_crossing_by_all_of_its_names (void)
{
  static const char *const names[] = {
    "Salcininkai", "Šalčininkai", "šalčininkai", "Шальчининкай", "Салечнікі", "ШАЛЬЧИНИНКАЙ", "Salcininkai Benyakoni",
  };
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  g_autoptr (PsgSearcher) searcher = psg_searcher_new (PSG_COLLECTION (file));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GPtrArray *groups = ask (searcher, names[i]);
      const PsgSearchGroup *first = g_ptr_array_index (groups, 0);

      g_assert_cmpint (first->kind, ==, PSG_KIND_CROSSING);
      g_assert_cmpstr (((PsgHit *) first->hits->pdata[0])->id, ==, "salcininkai-benyakoni");
    }
}

static void
test_all_kinds_are_found (void)
{
  static const PsgKind kinds[] = {
    PSG_KIND_EVENT, PSG_KIND_DOCUMENT, PSG_KIND_CROSSING, PSG_KIND_CLAIM, PSG_KIND_SOURCE, PSG_KIND_PLACE,
  };
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  g_autoptr (PsgSearcher) searcher = psg_searcher_new (PSG_COLLECTION (file));
  GPtrArray *groups = ask (searcher, "b");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const PsgSearchGroup *group = find_group (groups, kinds[i]);

      g_assert_nonnull (group);
      g_assert_cmpuint (group->hits->len, ==, MIN (group->n, 10));
      for (guint j = 0; j < group->hits->len; j++)
        {
          const PsgHit *hit = g_ptr_array_index (group->hits, j);
          g_autofree char *link = psg_hit_dup_link (hit);

          g_assert_true (hit->marked != NULL || hit->snippet != NULL);
          if (hit->marked == NULL)
            check_snippet (hit->snippet);
          g_assert_cmpint (link == NULL, ==, kinds[i] == PSG_KIND_PLACE);
        }
    }
}

/* As many events as the same filter lets through, and none that it does not. */
static void
test_terms_choose_events (void)
{
  static const char *const texts[] = {
    "lane:border", "lane:border after:2023-01", "crossing:medininkai", "has:document", "has:claim before:2022",
    "lane:border after:2023-01 crossing:medininkai has:document", "place:vilnius", "lane:border wagner",
    "crossing:Шальчининкай", "crossing:nowhere", "has:place has:crossing during:2021",
  };
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  g_autoptr (PsgSearcher) searcher = psg_searcher_new (PSG_COLLECTION (file));
  PsgEventTable *events = psg_collection_get_events (PSG_COLLECTION (file));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PsgFilter) filter = psg_filter_parse (texts[i]);
      g_autoptr (PsgRowSet) rows = psg_filter_apply (filter, PSG_COLLECTION (file), NULL, NULL);
      const PsgSearchGroup *group = find_group (ask (searcher, texts[i]), PSG_KIND_EVENT);

      g_assert_cmpuint (group != NULL ? group->n : 0, ==, psg_row_set_count (rows));
      for (guint j = 0; group != NULL && j < group->hits->len; j++)
        {
          const PsgHit *hit = g_ptr_array_index (group->hits, j);

          g_assert_true (psg_row_set_contains (rows, psg_event_table_find (events, hit->id)));
        }
    }
}

static void
test_claims_belong_to_the_events_chosen (void)
{
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  g_autoptr (PsgSearcher) searcher = psg_searcher_new (PSG_COLLECTION (file));
  g_autoptr (PsgFilter) filter = psg_filter_parse ("lane:border");
  g_autoptr (PsgRowSet) rows = psg_filter_apply (filter, PSG_COLLECTION (file), NULL, NULL);
  guint n_all = find_group (ask (searcher, "kind:claim"), PSG_KIND_CLAIM)->n;
  const PsgSearchGroup *some = find_group (ask (searcher, "kind:claim lane:border"), PSG_KIND_CLAIM);

  g_assert_cmpuint (some->n, >, 0);
  g_assert_cmpuint (some->n, <, n_all);
  for (guint i = 0; i < some->hits->len; i++)
    {
      const PsgHit *hit = g_ptr_array_index (some->hits, i);
      g_autoptr (GArray) about = psg_collection_load_events_about (PSG_COLLECTION (file), PSG_KIND_CLAIM, hit->id,
                                                                   NULL);
      gboolean belongs = FALSE;

      for (guint j = 0; j < about->len; j++)
        belongs |= psg_row_set_contains (rows, g_array_index (about, guint, j));
      g_assert_true (belongs);
    }
}

/* Returns: whether the hit has a position, which must be that of the words it marks. */
static gboolean
check_position (PsgCollectionFile *file,
                const PsgHit      *hit)
{
  g_autoptr (PsgDocument) document = psg_collection_load_document (PSG_COLLECTION (file), hit->id, NULL);
  const char *first = hit->snippet != NULL ? strchr (hit->snippet, '\002') : NULL;
  g_autofree char *marked = NULL;
  g_autofree char *there = NULL;

  if (hit->start == hit->end)
    return FALSE;

  marked = g_strndup (first + 1, strchr (first, '\003') - first - 1);
  there = g_strdelimit (g_utf8_substring (document->text, hit->start, hit->end), "\n", ' ');
  g_assert_cmpstr (there, ==, marked);

  return TRUE;
}

static void
test_a_documents_hit_knows_where_it_lies (void)
{
  static const char *const words[] = {
    "wagner", "\"Kamenny Loh\"", "border", "Šalčininkai", "salcininkai", "wagner fighters",
  };
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  g_autoptr (PsgSearcher) searcher = psg_searcher_new (PSG_COLLECTION (file));
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const PsgSearchGroup *group = find_group (ask (searcher, words[i]), PSG_KIND_DOCUMENT);

      for (guint j = 0; group != NULL && j < group->hits->len; j++)
        n += check_position (file, g_ptr_array_index (group->hits, j));
    }

  g_assert_cmpuint (n, >, 10);
}

static void
test_a_title_counts_for_more_than_a_text (void)
{
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  g_autoptr (PsgSearcher) searcher = psg_searcher_new (PSG_COLLECTION (file));
  const PsgSearchGroup *group = find_group (ask (searcher, "kind:event potash"), PSG_KIND_EVENT);
  gboolean text = FALSE;

  g_assert_cmpuint (group->hits->len, >, 2);
  for (guint i = 0; i < group->hits->len; i++)
    {
      const PsgHit *hit = g_ptr_array_index (group->hits, i);

      g_assert_false (text && hit->marked != NULL);
      text = hit->marked == NULL;
    }
  g_assert_nonnull (((PsgHit *) group->hits->pdata[0])->marked);
}

static void
test_hits_have_dates_and_the_shown_title (void)
{
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  g_autoptr (PsgSearcher) searcher = psg_searcher_new (PSG_COLLECTION (file));
  const PsgHit *hit = find_hit (ask (searcher, "Lavoriškės Raigardas close"), PSG_KIND_EVENT, "two-more-close-2024");
  g_autofree char *date = NULL;

  g_assert_nonnull (hit);
  date = psg_edtf_format (hit->date);
  g_assert_cmpstr (date, ==, "2024-03-01");
  g_assert_cmpstr (hit->title, ==, "Lavoriškės and Raigardas close");
  g_assert_cmpstr (hit->marked, ==, "\002Lavoriškės\003 and \002Raigardas\003 \002close\003");
  g_assert_true (hit->named);
}

static void
test_words_without_letters_find_nothing (void)
{
  g_autoptr (PsgCollectionFile) file = psg_fixture_open_bundled ();
  g_autoptr (PsgSearcher) searcher = psg_searcher_new (PSG_COLLECTION (file));

  g_assert_cmpuint (ask (searcher, "!?")->len, ==, 0);
  g_assert_cmpuint (ask (searcher, "zzyzx")->len, ==, 0);
  g_assert_cmpuint (ask (searcher, "\"")->len, ==, 0);
}

/* A word that thousands share is not ranked by FTS5, but the same events are found. */
static void
test_very_common_words_find_the_most_important (void)
{
  g_autofree char *folder = psg_fixture_new_folder ();
  g_autofree char *path = g_build_filename (folder, "many.passages", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgCollectionFile) file = NULL;
  g_autoptr (PsgSearcher) searcher = NULL;
  g_autoptr (PsgRowSet) rows = NULL;
  PsgEventTable *events;
  const PsgSearchGroup *group;

  g_assert_true (psg_synthetic_file_write (20000, path, &error));
  file = psg_collection_file_open (path, NULL, &error);
  g_assert_no_error (error);
  searcher = psg_searcher_new (PSG_COLLECTION (file));
  events = psg_collection_get_events (PSG_COLLECTION (file));
  rows = psg_collection_match_events (PSG_COLLECTION (file), "s", &error);

  group = find_group (ask (searcher, "s"), PSG_KIND_EVENT);
  g_assert_cmpuint (group->n, ==, psg_row_set_count (rows));
  g_assert_cmpuint (group->n, >, 5000);
  g_assert_cmpuint (group->hits->len, ==, 10);
  for (guint i = 0; i < group->hits->len; i++)
    {
      const PsgHit *hit = g_ptr_array_index (group->hits, i);
      guint row = psg_event_table_find (events, hit->id);

      g_assert_true (psg_row_set_contains (rows, row));
      g_assert_cmpuint (psg_event_table_get_columns (events)->importance[row], ==, 5);
      g_assert_nonnull (hit->marked);
    }

  psg_fixture_remove (folder);
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

  g_test_add_func ("/store/search/one-crossing-by-all-of-its-names", test_one_crossing_by_all_of_its_names);
  g_test_add_func ("/store/search/all-kinds-are-found", test_all_kinds_are_found);
  g_test_add_func ("/store/search/terms-choose-events", test_terms_choose_events);
  g_test_add_func ("/store/search/claims-belong-to-the-events-chosen", test_claims_belong_to_the_events_chosen);
  g_test_add_func ("/store/search/a-documents-hit-knows-where-it-lies", test_a_documents_hit_knows_where_it_lies);
  g_test_add_func ("/store/search/a-title-counts-for-more-than-a-text", test_a_title_counts_for_more_than_a_text);
  g_test_add_func ("/store/search/hits-have-dates-and-the-shown-title", test_hits_have_dates_and_the_shown_title);
  g_test_add_func ("/store/search/words-without-letters-find-nothing", test_words_without_letters_find_nothing);
  g_test_add_func ("/store/search/very-common-words-find-the-most-important",
                   test_very_common_words_find_the_most_important);

  return g_test_run ();
}
