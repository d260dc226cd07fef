/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-crossing.h"

#include "psg-memory-collection.h"

/* What a crossing's status was on a day, in the invented valley: its intervals stand
 * in tests/support/psg-memory-data.c. */

static PsgDay
day (const char *text)
{
  PsgDay parsed = psg_day_parse_iso (text);

  g_assert_cmpint (parsed, !=, PSG_DAY_NONE);

  return parsed;
}

typedef struct
{
  const char *crossing;
  const char *day;
  PsgStatus status;
  const char *since;
  const char *words;
} StatusAt;

static const StatusAt statuses[] = {
  { "pass", "2019-12-31", PSG_STATUS_UNKNOWN, NULL, "status not known" },
  { "pass", "2020-01-01", PSG_STATUS_OPEN, "2020-01-01", "open" },
  { "pass", "2021-02-09", PSG_STATUS_OPEN, "2020-01-01", "open" },
  { "pass", "2021-02-10", PSG_STATUS_CLOSED, "2021-02-10", "closed today" },
  { "pass", "2021-02-11", PSG_STATUS_CLOSED, "2021-02-10", "closed since 10 Feb 2021" },
  /* Closed for another reason is still closed. */
  { "pass", "2022-01-01", PSG_STATUS_CLOSED, "2021-02-10", "closed since 10 Feb 2021" },
  { "pass", "2200-01-01", PSG_STATUS_CLOSED, "2021-02-10", "closed since 10 Feb 2021" },
  { "bridge", "1900-01-01", PSG_STATUS_OPEN, "..", "open" },
  { "bridge", "2020-05-31", PSG_STATUS_OPEN, "..", "open" },
  { "bridge", "2020-06-15", PSG_STATUS_UNKNOWN, NULL, "status not known" },
  { "bridge", "2020-07-01", PSG_STATUS_RESTRICTED, "2020-07-01", "goods only" },
  { "bridge", "2022-09-15", PSG_STATUS_OPEN, "2022-09-15", "open" },
  { "ford", "2020-06-01", PSG_STATUS_UNKNOWN, "2020-01-01", "status not known" },
  { "ford", "2022-05-02", PSG_STATUS_CLOSED, "2022-05-01", "closed since 1 May 2022" },
  { "ford", "2023-01-01", PSG_STATUS_UNKNOWN, NULL, "status not known" },
};

static PsgDay
expected_since (const char *text)
{
  if (text == NULL)
    return PSG_DAY_NONE;

  return g_str_equal (text, "..") ? PSG_DAY_OPEN_START : day (text);
}

static void
test_each_day_has_its_status (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      const StatusAt *at = &statuses[i];
      const PsgCrossing *crossing = psg_collection_find_crossing (collection, at->crossing);
      g_autofree char *words = psg_crossing_describe_at (crossing, day (at->day));

      g_test_message ("%s on %s", at->crossing, at->day);
      g_assert_cmpint (psg_crossing_get_status_at (crossing, day (at->day)), ==, at->status);
      g_assert_cmpint (psg_crossing_get_since (crossing, day (at->day)), ==, expected_since (at->since));
      g_assert_cmpstr (words, ==, at->words);
    }
}

typedef struct
{
  const char *day;
  guint counts[PSG_N_STATUSES];
  const char *words;
} Count;

static const Count counts[] = {
  { "2019-12-31", { 2, 1, 0, 0 }, "0 of 3 crossings closed" },
  { "2020-01-01", { 1, 2, 0, 0 }, "0 of 3 crossings closed" },
  { "2020-06-15", { 2, 1, 0, 0 }, "0 of 3 crossings closed" },
  { "2020-07-01", { 1, 1, 1, 0 }, "0 of 3 crossings closed" },
  { "2021-02-10", { 0, 1, 0, 2 }, "2 of 3 crossings closed" },
  { "2022-05-01", { 0, 0, 0, 3 }, "3 of 3 crossings closed" },
  { "2022-09-15", { 0, 1, 0, 2 }, "2 of 3 crossings closed" },
};

/* From "open" through "not known" to "goods only": what is not known does not differ. */
static void
test_what_is_not_known_does_not_differ (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  GPtrArray *crossings = psg_collection_get_crossings (collection);
  const PsgCrossing *bridge = psg_collection_find_crossing (collection, "bridge");
  g_autofree char *two = psg_crossings_describe_differing (crossings, day ("2020-01-01"), day ("2021-02-10"));
  g_autofree char *none = psg_crossings_describe_differing (crossings, day ("2022-05-02"), day ("2022-05-02"));

  g_assert_false (psg_crossing_differs (bridge, day ("2020-05-31"), day ("2020-06-15")));
  g_assert_false (psg_crossing_differs (bridge, day ("2020-06-15"), day ("2020-07-01")));
  g_assert_true (psg_crossing_differs (bridge, day ("2020-05-31"), day ("2020-07-01")));
  g_assert_true (psg_crossing_differs (bridge, day ("2020-07-01"), day ("2020-05-31")));
  g_assert_cmpstr (two, ==, "2 of 3 crossings differ, 1 not known");
  g_assert_cmpstr (none, ==, "No crossing differs");
}

static void
test_only_roads_are_counted (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  GPtrArray *crossings = psg_collection_get_crossings (collection);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      guint found[PSG_N_STATUSES] = { 99, 99, 99, 99 };
      g_autofree char *words = psg_crossings_describe_closed (crossings, day (counts[i].day));

      g_assert_cmpuint (psg_crossings_count (crossings, day (counts[i].day), found), ==, 3);
      g_assert_cmpmem (found, sizeof found, counts[i].counts, sizeof counts[i].counts);
      g_assert_cmpstr (words, ==, counts[i].words);
    }
}

static void
test_no_crossings_are_none_closed (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autofree char *words = psg_crossings_describe_closed (none, 0);

  g_assert_cmpstr (words, ==, "0 of 0 crossings closed");
  g_assert_cmpint (psg_crossings_next_change (none, 0), ==, PSG_DAY_NONE);
  g_assert_cmpint (psg_crossings_previous_change (none, 0), ==, PSG_DAY_NONE);
}

/* Asks about each day in turn instead of looking at the intervals. */
static gboolean
changes_on (GPtrArray *crossings,
            PsgDay     when)
{
  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);

      if (crossing->kind == PSG_CROSSING_ROAD &&
          psg_crossing_get_status_at (crossing, when) != psg_crossing_get_status_at (crossing, when - 1))
        return TRUE;
    }

  return FALSE;
}

static void
test_changes_agree_with_asking_each_day (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  GPtrArray *crossings = psg_collection_get_crossings (collection);
  PsgDay first = day ("2019-11-01"), last = day ("2023-03-01");
  PsgDay next = PSG_DAY_NONE, previous = PSG_DAY_NONE;
  guint n = 0;

  for (PsgDay when = last; when >= first; when--)
    {
      g_assert_cmpint (psg_crossings_next_change (crossings, when), ==, next);
      if (changes_on (crossings, when))
        next = when;
    }

  for (PsgDay when = first; when <= last; when++)
    {
      g_assert_cmpint (psg_crossings_previous_change (crossings, when), ==, previous);
      if (changes_on (crossings, when))
        {
          previous = when;
          n++;
        }
    }

  /* 2020: 1 Jan, 1 Jun, 1 Jul; 2021: 1 Jan, 10 Feb; 2022: 1 May, 15 Sep; 2023: 1 Jan.
   * Not 1 Jan 2022, when only the reason changed, nor what the rail crossing does. */
  g_assert_cmpuint (n, ==, 8);
}

static void
add_random_intervals (PsgCrossing *crossing)
{
  PsgDay from = g_test_rand_bit () ? PSG_DAY_OPEN_START : 0;
  PsgDay to = g_test_rand_int_range (0, 20);

  for (guint i = 0; i < 6; i++)
    {
      PsgStatusInterval *interval = psg_status_interval_new ();

      interval->first = from;
      interval->last = i == 5 && g_test_rand_bit () ? PSG_DAY_OPEN_END : to;
      interval->status = g_test_rand_int_range (0, PSG_N_STATUSES);
      g_ptr_array_add (crossing->intervals, interval);
      from = to + g_test_rand_int_range (1, 4);
      to = from + g_test_rand_int_range (0, 20);
    }
}

/* The day a stretch began, by walking back one day at a time. */
static PsgDay
since_of (const PsgCrossing *crossing,
          PsgDay             when)
{
  PsgStatus status = psg_crossing_get_status_at (crossing, when);

  if (psg_crossing_get_interval_at (crossing, when) == NULL)
    return PSG_DAY_NONE;

  for (; when >= -10; when--)
    if (psg_crossing_get_interval_at (crossing, when - 1) == NULL ||
        psg_crossing_get_status_at (crossing, when - 1) != status)
      return when;

  return PSG_DAY_OPEN_START;
}

static void
test_since_agrees_with_walking_back (void)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (PsgCrossing) crossing = psg_crossing_new ();

      crossing->intervals = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_status_interval_free);
      add_random_intervals (crossing);

      for (PsgDay when = -5; when < 160; when++)
        g_assert_cmpint (psg_crossing_get_since (crossing, when), ==, since_of (crossing, when));
    }
}

static void
test_closed_since_ever_names_no_day (void)
{
  g_autoptr (PsgCrossing) crossing = psg_crossing_new ();
  PsgStatusInterval *interval = psg_status_interval_new ();
  g_autofree char *words = NULL;

  interval->first = PSG_DAY_OPEN_START;
  interval->last = PSG_DAY_OPEN_END;
  interval->status = PSG_STATUS_CLOSED;
  crossing->intervals = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_status_interval_free);
  g_ptr_array_add (crossing->intervals, interval);

  words = psg_crossing_describe_at (crossing, 0);
  g_assert_cmpstr (words, ==, "closed");
}

static void
test_the_second_of_two_reasons_is_not_closed_today (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  const PsgCrossing *pass = psg_collection_find_crossing (collection, "pass");
  g_autofree char *words = psg_crossing_describe_at (pass, day ("2022-01-01"));

  g_assert_cmpint (psg_crossing_get_interval_at (pass, day ("2022-01-01"))->first, ==, day ("2022-01-01"));
  g_assert_cmpstr (words, ==, "closed since 10 Feb 2021");
}

static void
test_statuses_print_and_parse (void)
{
  PsgStatus status;

  for (guint i = 0; i < PSG_N_STATUSES; i++)
    {
      g_assert_true (psg_status_from_string (psg_status_to_string (i), &status));
      g_assert_cmpint (status, ==, i);
      g_assert_cmpstr (psg_status_get_label (i), !=, "");
    }

  g_assert_false (psg_status_from_string ("Closed", &status));
  g_assert_false (psg_status_from_string ("", &status));
  g_assert_false (psg_status_from_string (NULL, &status));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/crossing/each-day-has-its-status", test_each_day_has_its_status);
  g_test_add_func ("/core/crossing/what-is-not-known-does-not-differ", test_what_is_not_known_does_not_differ);
  g_test_add_func ("/core/crossing/only-roads-are-counted", test_only_roads_are_counted);
  g_test_add_func ("/core/crossing/no-crossings-are-none-closed", test_no_crossings_are_none_closed);
  g_test_add_func ("/core/crossing/changes-agree-with-asking-each-day", test_changes_agree_with_asking_each_day);
  g_test_add_func ("/core/crossing/since-agrees-with-walking-back", test_since_agrees_with_walking_back);
  g_test_add_func ("/core/crossing/closed-since-ever-names-no-day", test_closed_since_ever_names_no_day);
  g_test_add_func ("/core/crossing/the-second-of-two-reasons-is-not-closed-today",
                   test_the_second_of_two_reasons_is_not_closed_today);
  g_test_add_func ("/core/crossing/statuses-print-and-parse", test_statuses_print_and_parse);

  return g_test_run ();
}
