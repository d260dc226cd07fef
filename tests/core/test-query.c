/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-query.h"

#include "psg-filter-words.h"
#include "psg-memory-collection.h"

/* What is asked of the search over everything. */

static void
test_text_is_words_terms_and_kinds (void)
{
  static const struct
  {
    const char *text;
    const char *words;
    const char *terms;
    guint n_kinds;
  } cases[] = {
    { "", "", "", 0 },
    { "wagner", "wagner", "", 0 },
    { "lane:border after:2023-01 crossing:medininkai has:claim",
      "", "lane:border crossing:medininkai has:claim after:2023-01", 0 },
    { "kind:event wagner", "wagner", "", 1 },
    { "kind:event kind:claim kind:event", "", "", 2 },
    { "kind: wagner", "wagner", "", 0 },
    { "kind:\"event\"", "", "", 1 },
    { "\"two words\" lane:a", "\"two words\"", "lane:a", 0 },
    { "\"kind:event x\"", "\"kind:event x\"", "", 0 },
    { "place:\"Kamenny Loh\" x", "x", "place:\"Kamenny Loh\"", 0 },
    { "kind:nothing x", "x", "", 0 },
    { "has:nothing x", "x", "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgQuery) query = psg_query_parse (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (psg_query_get_words (query), ==, cases[i].words);
      g_assert_cmpstr (psg_filter_to_string (psg_query_get_filter (query)), ==, cases[i].terms);
      g_assert_cmpuint (psg_query_get_n_kinds (query), ==, cases[i].n_kinds);
      g_assert_cmpint (psg_query_is_empty (query), ==,
                       *cases[i].words == '\0' && *cases[i].terms == '\0' && cases[i].n_kinds == 0);
    }
}

static void
test_what_is_not_understood_is_told_in_words (void)
{
  static const struct
  {
    const char *text;
    const char *problem;
  } cases[] = {
    { "wagner lane:border after:2021", NULL },
    { "kind:letter x",
      "“kind:letter” is ignored: a kind is event, document, note, crossing, claim, source, place or own" },
    { "has:wings", "“has:wings” is ignored: an event can have a claim, crossing, document, note, place or source" },
    { "crossing:zzyzx", "No crossing is called “zzyzx”" },
    { "lane:zzyzx", "No lane is called “zzyzx”" },
    { "place:zzyzx", "No place is called “zzyzx”" },
  };
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgQuery) query = psg_query_parse (cases[i].text);
      g_autofree char *problem = psg_query_explain (query, collection);

      g_assert_cmpstr (problem, ==, cases[i].problem);
    }
}

static void
test_what_is_understood_is_told_too (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgQuery) query = psg_query_parse ("after:2021-05 kind:claim wool lane:nosuch has:place");
  g_autoptr (GPtrArray) words = psg_query_describe (query, collection);
  static const char *const expected[][2] = {
    { "lane:nosuch", "nosuch" },
    { "after:2021-05", "From 1 May 2021" },
    { "has:place", "With a place" },
    { "kind:claim", "Claims" },
  };

  g_assert_cmpuint (words->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < words->len; i++)
    {
      g_assert_cmpstr (((PsgFilterWords *) words->pdata[i])->term, ==, expected[i][0]);
      g_assert_cmpstr (((PsgFilterWords *) words->pdata[i])->text, ==, expected[i][1]);
    }
}

static void
test_narrowing_leaves_one_kind (void)
{
  g_autofree char *once = psg_query_narrow ("wagner \"two words\" kind:event", PSG_KIND_CLAIM);
  g_autofree char *twice = psg_query_narrow (once, PSG_KIND_CLAIM);
  g_autoptr (PsgQuery) query = psg_query_parse (once);

  g_assert_cmpstr (once, ==, "kind:claim wagner \"two words\"");
  g_assert_cmpstr (twice, ==, once);
  g_assert_true (psg_query_wants (query, PSG_KIND_CLAIM));
  g_assert_false (psg_query_wants (query, PSG_KIND_EVENT));
}

static void
test_any_text_asks_something (void)
{
  static const char *const texts[] = { "\xff\xfe", "\"", "kind:\"", "lane:\" \"", "::::", "\x01", "has:has:has:" };
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PsgQuery) query = psg_query_parse (texts[i]);
      g_autofree char *problem = psg_query_explain (query, collection);

      g_assert_true (g_utf8_validate (psg_query_get_words (query), -1, NULL));
      g_assert_true (problem == NULL || g_utf8_validate (problem, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/query/text-is-words-terms-and-kinds", test_text_is_words_terms_and_kinds);
  g_test_add_func ("/core/query/what-is-not-understood-is-told-in-words", test_what_is_not_understood_is_told_in_words);
  g_test_add_func ("/core/query/what-is-understood-is-told-too", test_what_is_understood_is_told_too);
  g_test_add_func ("/core/query/narrowing-leaves-one-kind", test_narrowing_leaves_one_kind);
  g_test_add_func ("/core/query/any-text-asks-something", test_any_text_asks_something);

  return g_test_run ();
}
