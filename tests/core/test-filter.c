/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-filter.h"

#include <string.h>

#include "psg-memory-collection.h"

/* Filters: text in and out, chips, and the rows they let through. */

typedef struct
{
  const char *text;
  const char *canonical;
  const char *lanes;
  const char *crossings;
  const char *query;
} Parsing;

static const Parsing parsings[] = {
  { "", "", "", "", "" },
  { " \t\n\r\f\v", "", "", "", "" },
  { "wool", "wool", "", "", "wool" },
  { "  wool \t cheese\n", "wool cheese", "", "", "wool cheese" },
  { "lane:border", "lane:border", "border", "", "" },
  { "lane:border lane:border", "lane:border", "border", "", "" },
  { "wool crossing:pass lane:trade lane:border", "lane:trade lane:border crossing:pass wool",
    "trade,border", "pass", "wool" },
  { "lane:pass crossing:pass", "lane:pass crossing:pass", "pass", "pass", "" },
  /* A term half typed chooses nothing yet, and is not looked up. */
  { "lane:", "", "", "", "" },
  { "crossing: wool", "wool", "", "", "wool" },
  /* What is no term of ours is a word. */
  { "Lane:border", "Lane:border", "", "", "Lane:border" },
  { "http://x lanes:a :", "http://x lanes:a :", "", "", "http://x lanes:a :" },
  { "lane:a:b", "lane:a:b", "a:b", "", "" },
  { "\"OR\" NEAR(* -x ^y", "\"OR\" NEAR(* -x ^y", "", "", "\"OR\" NEAR(* -x ^y" },
  { "Ąžuolas Ёлка", "Ąžuolas Ёлка", "", "", "Ąžuolas Ёлка" },
  /* Dates: one range, the last one written; nothing half typed. */
  { "wool during:2021-05/2021-08", "during:2021-05/2021-08 wool", "", "", "wool" },
  { "certainly:2021 lane:a", "lane:a certainly:2021", "a", "", "" },
  { "during:2021 certainly:2022", "certainly:2022", "", "", "" },
  { "certainly:2022 during:2021~", "during:2021~", "", "", "" },
  { "during: after: wool before:", "wool", "", "", "wool" },
  { "before:2022 x after:2021-06 after:2021-07", "after:2021-07 before:2022 x", "", "", "x" },
  { "during:2021-05/..", "during:2021-05/..", "", "", "" },
  /* What cannot be read stays as text, but is not looked up. */
  { "a during:yesterday b", "a during:yesterday b", "", "", "a b" },
  { "during:2021 during:2021-", "during:2021 during:2021-", "", "", "" },
  { "after:../2021", "after:../2021", "", "", "" },
  /* Areas: the last one written. */
  { "wool area:54,24.50,55,26 lane:a", "lane:a area:54,24.5,55,26 wool", "a", "", "wool" },
  { "area:1,2,3,4 area:54,24,55,26 area:", "area:54,24,55,26", "", "", "" },
  { "area:55,24,54,26 x", "area:55,24,54,26 x", "", "", "x" },
  /* Quotation marks keep words together, and spaces in a value. */
  { "\"two  words\" x", "\"two  words\" x", "", "", "\"two  words\" x" },
  { "\"lane:border x\"", "\"lane:border x\"", "", "", "\"lane:border x\"" },
  { "crossing:\"Kamenny Loh\" x", "crossing:\"Kamenny Loh\" x", "", "Kamenny Loh", "x" },
  { "x lane:\"a\" \"y z", "lane:a x \"y z", "a", "", "x \"y z" },
  /* Places, and what an event has. */
  { "has:claim place:village has:claim x has:", "place:village has:claim x", "", "", "x" },
  { "has:wings x", "has:wings x", "", "", "x" },
};

static void
assert_ids (const char *const *ids,
            const char        *expected)
{
  g_autofree char *joined = g_strjoinv (",", (GStrv) ids);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_text_is_parsed_into_terms_and_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parsings); i++)
    {
      g_autoptr (PsgFilter) filter = psg_filter_parse (parsings[i].text);

      g_assert_cmpstr (psg_filter_to_string (filter), ==, parsings[i].canonical);
      g_assert_cmpstr (psg_filter_get_query (filter), ==, parsings[i].query);
      assert_ids (psg_filter_get_lanes (filter), parsings[i].lanes);
      assert_ids (psg_filter_get_crossings (filter), parsings[i].crossings);
      g_assert_cmpint (psg_filter_is_empty (filter), ==, *parsings[i].canonical == '\0');
    }
}

static void
test_printing_and_parsing_is_identity (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (parsings); i++)
    {
      g_autoptr (PsgFilter) once = psg_filter_parse (parsings[i].text);
      g_autoptr (PsgFilter) twice = psg_filter_parse (psg_filter_to_string (once));

      g_assert_true (psg_filter_equal (once, twice));
      g_assert_cmpstr (psg_filter_get_query (once), ==, psg_filter_get_query (twice));
    }
}

static char *
random_text (void)
{
  static const char *const pieces[] = {
    "lane:", "crossing:", "a", "b", " ", "  ", ":", "\t", "é", "lane:a", "\"", "*",
    "place:", "has:", "claim", "has:claim", "\n",
    "during:", "certainly:", "after:", "before:", "2021", "2022-05", "/", "~", "during:2021-05/..",
  };
  GString *text = g_string_new (NULL);
  guint n = g_test_rand_int_range (0, 30);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static void
test_any_text_prints_as_it_parses (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *text = random_text ();
      g_autoptr (PsgFilter) once = psg_filter_parse (text);
      g_autoptr (PsgFilter) twice = psg_filter_parse (psg_filter_to_string (once));

      g_assert_cmpstr (psg_filter_to_string (once), ==, psg_filter_to_string (twice));
      g_assert_cmpstr (psg_filter_get_typed (once), ==, psg_filter_get_typed (twice));
      g_assert_cmpstr (psg_filter_get_query (once), ==, psg_filter_get_query (twice));
      g_assert_cmpstr (psg_filter_get_problem (once), ==, psg_filter_get_problem (twice));
      g_assert_cmpstr (psg_filter_get_range (once), ==, psg_filter_get_range (twice));
      g_assert_cmpint (psg_filter_get_range_mode (once), ==, psg_filter_get_range_mode (twice));
    }
}

static void
test_hostile_text_is_empty (void)
{
  g_autofree char *long_text = g_strnfill (4097, 'x');
  g_autofree char *longest_text = g_strnfill (4096, 'x');
  g_autoptr (PsgFilter) too_long = psg_filter_parse (long_text);
  g_autoptr (PsgFilter) longest = psg_filter_parse (longest_text);
  g_autoptr (PsgFilter) not_text = psg_filter_parse ("lane:a \xff\xfe wool");

  g_assert_true (psg_filter_is_empty (too_long));
  g_assert_false (psg_filter_is_empty (longest));
  g_assert_true (psg_filter_is_empty (not_text));
}

static void
test_toggling_twice_is_none (void)
{
  g_autoptr (PsgFilter) start = psg_filter_parse ("lane:a crossing:p wool");
  g_autoptr (PsgFilter) with_b = psg_filter_toggle_lane (start, "b");
  g_autoptr (PsgFilter) without_b = psg_filter_toggle_lane (with_b, "b");
  g_autoptr (PsgFilter) without_p = psg_filter_toggle_crossing (start, "p");
  g_autoptr (PsgFilter) with_p = psg_filter_toggle_crossing (without_p, "p");

  g_assert_cmpstr (psg_filter_to_string (with_b), ==, "lane:a lane:b crossing:p wool");
  g_assert_true (psg_filter_has_lane (with_b, "b"));
  g_assert_false (psg_filter_has_lane (start, "b"));
  g_assert_true (psg_filter_equal (without_b, start));
  g_assert_cmpstr (psg_filter_to_string (without_p), ==, "lane:a wool");
  g_assert_true (psg_filter_equal (with_p, start));
}

typedef struct
{
  const char *query;
  const char *result;
} WithQuery;

static const WithQuery queries[] = {
  { "", "lane:a crossing:p" },
  { "cheese", "lane:a crossing:p cheese" },
  { "cheese lane:b", "lane:a lane:b crossing:p cheese" },
  { "cheese \xff", "lane:a crossing:p" },
};

static void
test_other_words_keep_the_chips (void)
{
  g_autoptr (PsgFilter) start = psg_filter_parse ("lane:a crossing:p wool");
  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autoptr (PsgFilter) pasted = psg_filter_with_query (start, long_text);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (PsgFilter) filter = psg_filter_with_query (start, queries[i].query);

      g_assert_cmpstr (psg_filter_to_string (filter), ==, queries[i].result);
    }

  g_assert_cmpstr (psg_filter_to_string (pasted), ==, "lane:a crossing:p");
}

static void
test_other_words_keep_the_range (void)
{
  static const WithQuery cases[] = {
    { "", "lane:a certainly:2021-05 before:2022" },
    { "wool", "lane:a certainly:2021-05 before:2022 wool" },
    { "during:2020 wool", "lane:a during:2020 before:2022 wool" },
    { "during:20 wool", "lane:a certainly:2021-05 before:2022 during:20 wool" },
  };
  g_autoptr (PsgFilter) start = psg_filter_parse ("lane:a certainly:2021-05 before:2022 cheese during:x");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgFilter) filter = psg_filter_with_query (start, cases[i].query);

      g_assert_cmpstr (psg_filter_to_string (filter), ==, cases[i].result);
    }
}

static void
test_a_date_that_cannot_be_read_is_told (void)
{
  static const char *const bad[] = {
    "during:yesterday", "during:2021-13", "during:2021/", "certainly:/2021", "during:2022/2021", "after:x", "before:..",
    "before:../2021",
  };
  static const char *const good[] = {
    "", "wool", "during:2021", "during:", "during:../..", "after:2021/..", "before:2021",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = g_strconcat ("lane:a ", bad[i], " wool", NULL);
      g_autoptr (PsgFilter) filter = psg_filter_parse (text);

      g_test_message ("%s: %s", bad[i], psg_filter_get_problem (filter));
      g_assert_nonnull (psg_filter_get_problem (filter));
      g_assert_nonnull (strstr (psg_filter_get_problem (filter), bad[i]));
      g_assert_null (psg_filter_get_range (filter));
      g_assert_cmpstr (psg_filter_get_query (filter), ==, "wool");
      g_assert_cmpstr (psg_filter_get_typed (filter), ==, text + strlen ("lane:a "));
    }

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (PsgFilter) filter = psg_filter_parse (good[i]);

      g_assert_null (psg_filter_get_problem (filter));
    }
}

static void
test_a_range_is_set_and_taken_away (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgFilter) start = psg_filter_parse ("lane:a after:2020 wool during:x");
  g_autoptr (PsgFilter) with = psg_filter_with_range (start, "2021-05", PSG_RANGE_CERTAINLY, &error);
  g_autoptr (PsgFilter) other = psg_filter_with_range (with, "2021", PSG_RANGE_POSSIBLY, &error);
  g_autoptr (PsgFilter) without = psg_filter_with_range (with, NULL, PSG_RANGE_CERTAINLY, &error);
  g_autoptr (PsgFilter) no_after = psg_filter_without (with, "after:2020");
  PsgTimeSpan may = psg_time_span_from_days (psg_day_from_ymd (2021, 5, 1), psg_day_from_ymd (2021, 5, 31));

  g_assert_no_error (error);
  g_assert_cmpstr (psg_filter_to_string (with), ==, "lane:a certainly:2021-05 after:2020 wool during:x");
  g_assert_true (psg_time_span_equal (psg_filter_get_range_span (with), &may));
  g_assert_cmpstr (psg_filter_to_string (other), ==, "lane:a during:2021 after:2020 wool during:x");
  g_assert_cmpstr (psg_filter_to_string (no_after), ==, "lane:a certainly:2021-05 wool during:x");
  g_assert_true (psg_filter_equal (without, start));
  g_assert_null (psg_filter_get_range_span (without));
  g_assert_cmpint (psg_filter_get_range_mode (without), ==, PSG_RANGE_POSSIBLY);

  g_assert_null (psg_filter_with_range (start, "2021/", PSG_RANGE_POSSIBLY, &error));
  g_assert_true (error->domain == PSG_EDTF_ERROR);
}

typedef struct
{
  const char *filter;
  const char *events;
} Applying;

static const Applying applyings[] = {
  { "lane:people", "fair festival rumour" },
  { "lane:people lane:border", "treaty survey fair closure festival talks rumour reopening" },
  { "lane:nowhere", "" },
  { "crossing:bridge", "market reopening" },
  { "crossing:bridge crossing:pass", "market closure strike reopening" },
  { "crossing:nowhere", "" },
  { "crossing:pass lane:trade", "strike" },
  { "wool", "market strike" },
  { "WOOL cheese", "market" },
  { "azuolas", "festival" },
  { "lane:border market", "reopening" },
  { "lane:border crossing:bridge wool", "" },
  { "during:2020-06", "fair market" },
  { "during:2020-06 lane:people", "fair" },
  { "during:2021-04 drivers", "strike" },
  { "during:2022", "talks rumour reopening" },
  { "certainly:2022", "talks reopening" },
  { "certainly:2020-04", "survey" },
  { "certainly:2020-03-10 lane:border", "" },
  { "certainly:2020-03/2020-05 lane:border", "survey" },
  { "after:2022", "talks rumour reopening" },
  { "before:2020-04", "old-road treaty survey" },
  { "after:2020-06-02 before:2021-02-10", "harvest" },
  /* The hall lies at 54.687, 25.28; events without a place lie nowhere. */
  { "area:54.6,25.2,54.7,25.3", "treaty closure talks" },
  { "area:0,0,1,1", "" },
  { "area:-90,-180,90,180 lane:nowhere", "" },
  /* By name as well as by id, without case and diacritics; what an event has. */
  { "lane:PEOPLE", "fair festival rumour" },
  { "lane:peop", "fair festival rumour" },
  { "crossing:Bridge", "market reopening" },
  { "place:hall", "treaty closure talks" },
  { "place:nowhere", "" },
  { "has:place lane:people has:crossing", "" },
  /* What cannot be read neither chooses nor hides. */
  { "during:2022-99 drivers", "strike" },
};

static char *
ids_of (PsgCollection *collection,
        PsgRowSet     *rows)
{
  PsgEventTable *events = psg_collection_get_events (collection);
  GString *ids = g_string_new (NULL);

  for (guint row = psg_row_set_next (rows, 0); row != PSG_ROW_NONE; row = psg_row_set_next (rows, row + 1))
    g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", psg_event_table_get_id (events, row));

  return g_string_free (ids, FALSE);
}

static void
test_terms_widen_and_narrow (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();

  for (guint i = 0; i < G_N_ELEMENTS (applyings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgFilter) filter = psg_filter_parse (applyings[i].filter);
      g_autoptr (PsgRowSet) rows = psg_filter_apply (filter, collection, NULL, &error);
      g_autofree char *ids = NULL;

      g_assert_no_error (error);
      ids = ids_of (collection, rows);
      g_test_message ("%s", applyings[i].filter);
      g_assert_cmpstr (ids, ==, applyings[i].events);
    }
}

static void
test_the_context_is_all_but_the_range (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgFilter) filter = psg_filter_parse ("lane:border during:2021 after:2020-02");
  g_autoptr (PsgFilter) rest = psg_filter_parse ("lane:border after:2020-02");
  g_autoptr (PsgRowSet) context = NULL;
  g_autoptr (PsgRowSet) same = NULL;
  g_autoptr (PsgRowSet) rows = psg_filter_apply_in_context (filter, collection, NULL, &context, NULL);
  g_autoptr (PsgRowSet) all = psg_filter_apply_in_context (rest, collection, NULL, &same, NULL);
  g_autoptr (PsgRowSet) expected = psg_filter_apply (filter, collection, NULL, NULL);

  g_assert_true (psg_row_set_equal (rows, expected));
  g_assert_true (psg_row_set_equal (context, all));
  g_assert_true (same == all);
}

static void
test_an_empty_filter_lets_everything_through (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgFilter) filter = psg_filter_new_empty ();
  g_autoptr (PsgRowSet) rows = psg_filter_apply (filter, collection, NULL, NULL);

  g_assert_cmpuint (psg_row_set_count (rows), ==, psg_event_table_get_n (psg_collection_get_events (collection)));
}

static void
test_a_collection_that_fails_is_reported (void)
{
  static const char *const texts[] = { "wool", "crossing:pass" };
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();

  psg_memory_collection_set_failing (PSG_MEMORY_COLLECTION (collection), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgFilter) filter = psg_filter_parse (texts[i]);

      g_assert_null (psg_filter_apply (filter, collection, NULL, &error));
      g_assert_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_IO);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/filter/text-is-parsed-into-terms-and-words",
                   test_text_is_parsed_into_terms_and_words);
  g_test_add_func ("/core/filter/printing-and-parsing-is-identity", test_printing_and_parsing_is_identity);
  g_test_add_func ("/core/filter/any-text-prints-as-it-parses", test_any_text_prints_as_it_parses);
  g_test_add_func ("/core/filter/hostile-text-is-empty", test_hostile_text_is_empty);
  g_test_add_func ("/core/filter/toggling-twice-is-none", test_toggling_twice_is_none);
  g_test_add_func ("/core/filter/other-words-keep-the-chips", test_other_words_keep_the_chips);
  g_test_add_func ("/core/filter/other-words-keep-the-range", test_other_words_keep_the_range);
  g_test_add_func ("/core/filter/a-date-that-cannot-be-read-is-told", test_a_date_that_cannot_be_read_is_told);
  g_test_add_func ("/core/filter/a-range-is-set-and-taken-away", test_a_range_is_set_and_taken_away);
  g_test_add_func ("/core/filter/the-context-is-all-but-the-range", test_the_context_is_all_but_the_range);
  g_test_add_func ("/core/filter/terms-widen-and-narrow", test_terms_widen_and_narrow);
  g_test_add_func ("/core/filter/an-empty-filter-lets-everything-through",
                   test_an_empty_filter_lets_everything_through);
  g_test_add_func ("/core/filter/a-collection-that-fails-is-reported",
                   test_a_collection_that_fails_is_reported);

  return g_test_run ();
}
