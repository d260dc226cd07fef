/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-day-private.h"

/* Days: the calendar against tables and against itself. */

typedef struct
{
  int year, month, day;
  PsgDay count;
  int weekday;
} KnownDay;

static const KnownDay known_days[] = {
  { 1970, 1, 1, 0, 4 },
  { 1969, 12, 31, -1, 3 },
  { 2000, 2, 29, 11016, 2 },
  { 2000, 3, 1, 11017, 3 },
  { 2024, 3, 1, 19783, 5 },
  { 1900, 3, 1, -25508, 4 },
  { 1, 1, 1, -719162, 1 },
  { 0, 1, 1, -719528, 6 },
  { 9999, 12, 31, PSG_DAY_MAX, 5 },
  { -9999, 1, 1, PSG_DAY_MIN, 1 },
};

static void
test_known_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (known_days); i++)
    {
      const KnownDay *known = &known_days[i];
      int year, month, day;

      g_assert_cmpint (psg_day_from_ymd (known->year, known->month, known->day), ==, known->count);
      psg_day_to_ymd (known->count, &year, &month, &day);
      g_assert_cmpint (year, ==, known->year);
      g_assert_cmpint (month, ==, known->month);
      g_assert_cmpint (day, ==, known->day);
      g_assert_cmpint (psg_day_get_weekday (known->count), ==, known->weekday);
    }
}

/* Walks every day there is, month by month, so that no rule is trusted twice. */
static void
test_every_day (void)
{
  PsgDay expected = PSG_DAY_MIN;

  for (int year = -9999; year <= 9999; year++)
    {
      for (int month = 1; month <= 12; month++)
        {
          for (int day = 1; day <= psg_days_in_month (year, month); day++, expected++)
            {
              int y, m, d;

              if (psg_day_from_ymd (year, month, day) != expected)
                g_error ("%d-%d-%d is not day %d", year, month, day, expected);
              psg_day_to_ymd (expected, &y, &m, &d);
              if (y != year || m != month || d != day)
                g_error ("day %d is not %d-%d-%d", expected, y, m, d);
            }
        }
    }

  g_assert_cmpint (expected, ==, PSG_DAY_MAX + 1);
}

static void
test_same_as_gdate (void)
{
  for (int i = 0; i < 2000; i++)
    {
      PsgDay day = g_test_rand_int_range (-719162, PSG_DAY_MAX);
      GDate date;
      int year, month, day_of_month;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, (guint32) (day + 719163));
      psg_day_to_ymd (day, &year, &month, &day_of_month);

      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, g_date_get_month (&date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
      g_assert_cmpint (psg_day_get_weekday (day), ==, g_date_get_weekday (&date));
    }
}

static void
test_no_such_day (void)
{
  static const struct { int year, month, day; } wrong[] = {
    { 2023, 2, 29 }, { 1900, 2, 29 }, { 2024, 4, 31 }, { 2024, 0, 1 }, { 2024, 13, 1 },
    { 2024, 1, 0 }, { 2024, 1, 32 }, { 10000, 1, 1 }, { -10000, 12, 31 }, { 2024, -1, -1 },
    { G_MAXINT, 1, 1 }, { G_MININT, 1, 1 }, { 2024, G_MAXINT, 1 }, { 2024, 1, G_MAXINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (psg_day_from_ymd (wrong[i].year, wrong[i].month, wrong[i].day), ==, PSG_DAY_NONE);
}

static void
test_special_values (void)
{
  static const PsgDay special[] = { PSG_DAY_NONE, PSG_DAY_OPEN_START, PSG_DAY_OPEN_END };

  for (guint i = 0; i < G_N_ELEMENTS (special); i++)
    {
      g_autofree char *words = psg_day_format_long (special[i]);
      int year;

      g_assert_false (psg_day_is_valid (special[i]));
      psg_day_to_ymd (special[i], &year, NULL, NULL);
      g_assert_cmpint (year, ==, 0);
      g_assert_cmpint (psg_day_get_weekday (special[i]), ==, 0);
      g_assert_cmpint (psg_day_from_minutes (psg_day_to_minutes (special[i])), ==, special[i]);
      g_assert_cmpstr (words, ==, "");
    }

  g_assert_false (psg_day_is_valid (PSG_DAY_MIN - 1));
  g_assert_false (psg_day_is_valid (PSG_DAY_MAX + 1));
}

static void
test_minutes (void)
{
  g_assert_cmpint (psg_day_to_minutes (1), ==, 1440);
  g_assert_cmpint (psg_day_from_minutes (0), ==, 0);
  g_assert_cmpint (psg_day_from_minutes (1439), ==, 0);
  g_assert_cmpint (psg_day_from_minutes (1440), ==, 1);
  g_assert_cmpint (psg_day_from_minutes (-1), ==, -1);
  g_assert_cmpint (psg_day_from_minutes (-1440), ==, -1);
  g_assert_cmpint (psg_day_from_minutes (-1441), ==, -2);
  g_assert_cmpint (psg_day_from_minutes (G_MAXINT64 - 1), ==, PSG_DAY_MAX);
  g_assert_cmpint (psg_day_from_minutes (G_MININT64 + 2), ==, PSG_DAY_MIN);
}

static void
test_iso_round_trip (void)
{
  for (int i = 0; i < 5000; i++)
    {
      PsgDay day = g_test_rand_int_range (PSG_DAY_MIN, PSG_DAY_MAX + 1);
      g_autofree char *text = psg_day_format_iso (day);

      g_assert_cmpint (psg_day_parse_iso (text), ==, day);
    }
}

static void
test_iso_is_strict (void)
{
  static const char *const wrong[] = {
    "", " ", "2024", "2024-03", "2024-3-1", "2024-03-1", "2024-03-01 ", " 2024-03-01", "20240301",
    "2024-03-01T00:00", "2024-02-30", "2024/03/01", "+2024-03-01", "-0000-01-01", "--2024-03-01",
    "12024-03-01", "2O24-03-01", "2024-03--1", "-", "2024-", "2024-03-",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (psg_day_parse_iso (wrong[i]), ==, PSG_DAY_NONE);

  g_assert_cmpint (psg_day_parse_iso (NULL), ==, PSG_DAY_NONE);
}

typedef struct
{
  PsgDay day;
  const char *iso, *full, *brief;
} Words;

static void
test_words (void)
{
  const Words table[] = {
    { psg_day_from_ymd (2024, 3, 1), "2024-03-01", "1 March 2024", "1 Mar 2024" },
    { psg_day_from_ymd (2024, 12, 31), "2024-12-31", "31 December 2024", "31 Dec 2024" },
    { psg_day_from_ymd (987, 2, 28), "0987-02-28", "28 February 987", "28 Feb 987" },
    { psg_day_from_ymd (0, 2, 29), "0000-02-29", "29 February 1 BCE", "29 Feb 1 BCE" },
    { psg_day_from_ymd (-43, 3, 15), "-0043-03-15", "15 March 44 BCE", "15 Mar 44 BCE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *iso = psg_day_format_iso (table[i].day);
      g_autofree char *full = psg_day_format_long (table[i].day);
      g_autofree char *brief = psg_day_format_short (table[i].day);

      g_assert_cmpstr (iso, ==, table[i].iso);
      g_assert_cmpstr (full, ==, table[i].full);
      g_assert_cmpstr (brief, ==, table[i].brief);
    }
}

/* Lithuanian writes the year first, and two days can share one place. */
static void
test_patterns (void)
{
  g_autofree char *reversed = psg_day_expand_pattern ("%Y m. %B %-d d.", "2020", 10, "2–12");
  g_autofree char *percent = psg_day_expand_pattern ("%-d%% %Y", "100%", 1, "5%d");
  g_autofree char *broken = psg_day_expand_pattern ("%Q", "2020", 10, "2");

  g_assert_cmpstr (reversed, ==, "2020 m. October 2–12 d.");
  g_assert_cmpstr (percent, ==, "5%d% 100%");
  g_assert_cmpstr (broken, ==, "2020-10-2");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/day/known-days-have-known-counts", test_known_days);
  g_test_add_func ("/core/day/every-day-follows-the-one-before", test_every_day);
  g_test_add_func ("/core/day/agrees-with-gdate-after-year-1", test_same_as_gdate);
  g_test_add_func ("/core/day/days-off-the-calendar-are-none", test_no_such_day);
  g_test_add_func ("/core/day/special-values-are-no-days", test_special_values);
  g_test_add_func ("/core/day/minutes-round-down-before-1970", test_minutes);
  g_test_add_func ("/core/day/iso-text-reads-back", test_iso_round_trip);
  g_test_add_func ("/core/day/iso-text-has-one-form", test_iso_is_strict);
  g_test_add_func ("/core/day/words-have-no-leading-zero", test_words);
  g_test_add_func ("/core/day/patterns-may-reverse-the-parts", test_patterns);

  return g_test_run ();
}
