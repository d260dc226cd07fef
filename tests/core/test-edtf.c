/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-explain.h"
#include "psg-edtf.h"

#include <string.h>

/* EDTF: every example of the specification (Library of Congress, 4 February
 * 2019) and its meaning, then the rules that keep others out. Words are tested
 * in test-edtf-display.c, random texts in test-edtf-random.c. */

#define UNCERTAIN PSG_EDTF_UNCERTAIN
#define APPROXIMATE PSG_EDTF_APPROXIMATE
#define BOTH (PSG_EDTF_UNCERTAIN | PSG_EDTF_APPROXIMATE)
#define UNSPECIFIED PSG_EDTF_UNSPECIFIED
#define INTERVAL PSG_EDTF_INTERVAL
#define FIRST_DAY "-9999-01-01"
#define LAST_DAY "9999-12-31"

typedef struct
{
  const char *text;
  /* Days, ".." where open, "" where unknown. */
  const char *earliest;
  const char *latest;
  PsgPrecision precision;
  int flags;
} Example;

static const Example level_0[] = {
  { "1985-04-12", "1985-04-12", "1985-04-12", PSG_PRECISION_DAY, 0 },
  { "1985-04", "1985-04-01", "1985-04-30", PSG_PRECISION_MONTH, 0 },
  { "1985", "1985-01-01", "1985-12-31", PSG_PRECISION_YEAR, 0 },
  { "0000", "0000-01-01", "0000-12-31", PSG_PRECISION_YEAR, 0 },
  { "2016-02", "2016-02-01", "2016-02-29", PSG_PRECISION_MONTH, 0 },
  { "1985-04-12T23:20:30", "1985-04-12", "1985-04-12", PSG_PRECISION_SECOND, 0 },
  { "1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", PSG_PRECISION_SECOND, 0 },
  { "1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12", PSG_PRECISION_SECOND, 0 },
  { "1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12", PSG_PRECISION_SECOND, 0 },
  { "1985-04-12T23:59:60Z", "1985-04-12", "1985-04-12", PSG_PRECISION_SECOND, 0 },
  { "1985-04-12T23:20", "1985-04-12", "1985-04-12", PSG_PRECISION_MINUTE, 0 },
  { "1964/2008", "1964-01-01", "2008-12-31", PSG_PRECISION_YEAR, INTERVAL },
  { "2004-06/2006-08", "2004-06-01", "2006-08-31", PSG_PRECISION_MONTH, INTERVAL },
  { "2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", PSG_PRECISION_DAY, INTERVAL },
  { "2004-02-01/2005-02", "2004-02-01", "2005-02-28", PSG_PRECISION_MONTH, INTERVAL },
  { "2004-02-01/2005", "2004-02-01", "2005-12-31", PSG_PRECISION_YEAR, INTERVAL },
  { "2005/2006-02", "2005-01-01", "2006-02-28", PSG_PRECISION_YEAR, INTERVAL },
  { "2004-06/2004-06-11", "2004-06-01", "2004-06-11", PSG_PRECISION_MONTH, INTERVAL },
  { "2004-06-11/2004-06", "2004-06-11", "2004-06-30", PSG_PRECISION_MONTH, INTERVAL },
};

static const Example level_1[] = {
  { "Y170000002", LAST_DAY, LAST_DAY, PSG_PRECISION_YEAR, 0 },
  { "Y-170000002", FIRST_DAY, FIRST_DAY, PSG_PRECISION_YEAR, 0 },
  { "2001-21", "2001-03-01", "2001-05-31", PSG_PRECISION_SEASON, 0 },
  { "2001-22", "2001-06-01", "2001-08-31", PSG_PRECISION_SEASON, 0 },
  { "2001-23", "2001-09-01", "2001-11-30", PSG_PRECISION_SEASON, 0 },
  { "2001-24", "2001-12-01", "2002-02-28", PSG_PRECISION_SEASON, 0 },
  { "2023-24", "2023-12-01", "2024-02-29", PSG_PRECISION_SEASON, 0 },
  { "9999-24", "9999-12-01", LAST_DAY, PSG_PRECISION_SEASON, 0 },
  { "1984?", "1984-01-01", "1984-12-31", PSG_PRECISION_YEAR, UNCERTAIN },
  { "2004-06~", "2004-06-01", "2004-06-30", PSG_PRECISION_MONTH, APPROXIMATE },
  { "2004-06-11%", "2004-06-11", "2004-06-11", PSG_PRECISION_DAY, BOTH },
  { "201X", "2010-01-01", "2019-12-31", PSG_PRECISION_DECADE, UNSPECIFIED },
  { "20XX", "2000-01-01", "2099-12-31", PSG_PRECISION_CENTURY, UNSPECIFIED },
  { "2004-XX", "2004-01-01", "2004-12-31", PSG_PRECISION_YEAR, UNSPECIFIED },
  { "1985-04-XX", "1985-04-01", "1985-04-30", PSG_PRECISION_MONTH, UNSPECIFIED },
  { "1985-XX-XX", "1985-01-01", "1985-12-31", PSG_PRECISION_YEAR, UNSPECIFIED },
  { "1985-04-12/..", "1985-04-12", "..", PSG_PRECISION_DAY, INTERVAL | PSG_EDTF_OPEN_END },
  { "1985-04/..", "1985-04-01", "..", PSG_PRECISION_MONTH, INTERVAL | PSG_EDTF_OPEN_END },
  { "1985/..", "1985-01-01", "..", PSG_PRECISION_YEAR, INTERVAL | PSG_EDTF_OPEN_END },
  { "../1985-04-12", "..", "1985-04-12", PSG_PRECISION_DAY, INTERVAL | PSG_EDTF_OPEN_START },
  { "../1985-04", "..", "1985-04-30", PSG_PRECISION_MONTH, INTERVAL | PSG_EDTF_OPEN_START },
  { "../1985", "..", "1985-12-31", PSG_PRECISION_YEAR, INTERVAL | PSG_EDTF_OPEN_START },
  { "1985-04-12/", "1985-04-12", "", PSG_PRECISION_DAY, INTERVAL | PSG_EDTF_UNKNOWN_END },
  { "1985-04/", "1985-04-01", "", PSG_PRECISION_MONTH, INTERVAL | PSG_EDTF_UNKNOWN_END },
  { "1985/", "1985-01-01", "", PSG_PRECISION_YEAR, INTERVAL | PSG_EDTF_UNKNOWN_END },
  { "/1985-04-12", "", "1985-04-12", PSG_PRECISION_DAY, INTERVAL | PSG_EDTF_UNKNOWN_START },
  { "/1985-04", "", "1985-04-30", PSG_PRECISION_MONTH, INTERVAL | PSG_EDTF_UNKNOWN_START },
  { "/1985", "", "1985-12-31", PSG_PRECISION_YEAR, INTERVAL | PSG_EDTF_UNKNOWN_START },
  { "../..", "..", "..", PSG_PRECISION_UNKNOWN, INTERVAL | PSG_EDTF_OPEN_START | PSG_EDTF_OPEN_END },
  { "/..", "", "..", PSG_PRECISION_UNKNOWN, INTERVAL | PSG_EDTF_UNKNOWN_START | PSG_EDTF_OPEN_END },
  { "../", "..", "", PSG_PRECISION_UNKNOWN, INTERVAL | PSG_EDTF_OPEN_START | PSG_EDTF_UNKNOWN_END },
  { "1984~/2004-06", "1984-01-01", "2004-06-30", PSG_PRECISION_YEAR, INTERVAL | APPROXIMATE },
  { "1984/2004-06~", "1984-01-01", "2004-06-30", PSG_PRECISION_YEAR, INTERVAL | APPROXIMATE },
  { "1984~/2004~", "1984-01-01", "2004-12-31", PSG_PRECISION_YEAR, INTERVAL | APPROXIMATE },
  { "1984?/2004%", "1984-01-01", "2004-12-31", PSG_PRECISION_YEAR, INTERVAL | BOTH },
  { "2004-06~/2004-08-11?", "2004-06-01", "2004-08-11", PSG_PRECISION_MONTH, INTERVAL | BOTH },
  { "-1985", "-1985-01-01", "-1985-12-31", PSG_PRECISION_YEAR, 0 },
  { "-0044-03-15", "-0044-03-15", "-0044-03-15", PSG_PRECISION_DAY, 0 },
};

static const Example level_2[] = {
  { "Y-17E7", FIRST_DAY, FIRST_DAY, PSG_PRECISION_YEAR, 0 },
  { "1950S2", "1900-01-01", "1999-12-31", PSG_PRECISION_CENTURY, 0 },
  { "-1950S2", "-1999-01-01", "-1900-12-31", PSG_PRECISION_CENTURY, 0 },
  { "1950S3", "1950-01-01", "1959-12-31", PSG_PRECISION_DECADE, 0 },
  { "1950S4", "1950-01-01", "1950-12-31", PSG_PRECISION_YEAR, 0 },
  { "Y171010000S3", LAST_DAY, LAST_DAY, PSG_PRECISION_MILLENNIUM, 0 },
  { "Y3388E2S3", LAST_DAY, LAST_DAY, PSG_PRECISION_MILLENNIUM, 0 },
  { "2001-25", "2001-03-01", "2001-05-31", PSG_PRECISION_SEASON, 0 },
  { "2001-28", "2001-12-01", "2002-02-28", PSG_PRECISION_SEASON, 0 },
  { "2001-29", "2001-09-01", "2001-11-30", PSG_PRECISION_SEASON, 0 },
  { "2001-30", "2001-12-01", "2002-02-28", PSG_PRECISION_SEASON, 0 },
  { "2001-31", "2001-03-01", "2001-05-31", PSG_PRECISION_SEASON, 0 },
  { "2001-32", "2001-06-01", "2001-08-31", PSG_PRECISION_SEASON, 0 },
  { "2001-33", "2001-01-01", "2001-03-31", PSG_PRECISION_SEASON, 0 },
  { "2001-34", "2001-04-01", "2001-06-30", PSG_PRECISION_SEASON, 0 },
  { "2001-36", "2001-10-01", "2001-12-31", PSG_PRECISION_SEASON, 0 },
  { "2001-37", "2001-01-01", "2001-04-30", PSG_PRECISION_SEASON, 0 },
  { "2001-39", "2001-09-01", "2001-12-31", PSG_PRECISION_SEASON, 0 },
  { "2001-40", "2001-01-01", "2001-06-30", PSG_PRECISION_SEASON, 0 },
  { "2001-41", "2001-07-01", "2001-12-31", PSG_PRECISION_SEASON, 0 },
  { "[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", PSG_PRECISION_YEAR, PSG_EDTF_ONE_OF },
  { "[..1760-12-03]", "..", "1760-12-03", PSG_PRECISION_DAY, PSG_EDTF_ONE_OF | PSG_EDTF_OPEN_START },
  { "[1760-12..]", "1760-12-01", "..", PSG_PRECISION_MONTH, PSG_EDTF_ONE_OF | PSG_EDTF_OPEN_END },
  { "[1760-01,1760-02,1760-12..]", "1760-01-01", "..", PSG_PRECISION_MONTH,
    PSG_EDTF_ONE_OF | PSG_EDTF_OPEN_END },
  { "[1667,1760-12]", "1667-01-01", "1760-12-31", PSG_PRECISION_YEAR, PSG_EDTF_ONE_OF },
  { "[..1984]", "..", "1984-12-31", PSG_PRECISION_YEAR, PSG_EDTF_ONE_OF | PSG_EDTF_OPEN_START },
  { "[1760-12,1667]", "1667-01-01", "1760-12-31", PSG_PRECISION_YEAR, PSG_EDTF_ONE_OF },
  { "{1667,1668,1670..1672}", "1667-01-01", "1672-12-31", PSG_PRECISION_YEAR, PSG_EDTF_ALL_OF },
  { "{1960,1961-12}", "1960-01-01", "1961-12-31", PSG_PRECISION_YEAR, PSG_EDTF_ALL_OF },
  { "{..1984}", "..", "1984-12-31", PSG_PRECISION_YEAR, PSG_EDTF_ALL_OF | PSG_EDTF_OPEN_START },
  { "2004-06~-11", "2004-06-11", "2004-06-11", PSG_PRECISION_DAY, APPROXIMATE },
  { "2004?-06-11", "2004-06-11", "2004-06-11", PSG_PRECISION_DAY, UNCERTAIN },
  { "?2004-06-~11", "2004-06-11", "2004-06-11", PSG_PRECISION_DAY, BOTH },
  { "2004-%06-11", "2004-06-11", "2004-06-11", PSG_PRECISION_DAY, BOTH },
  { "156X-12-25", "1560-12-25", "1569-12-25", PSG_PRECISION_DECADE, UNSPECIFIED },
  { "15XX-12-25", "1500-12-25", "1599-12-25", PSG_PRECISION_CENTURY, UNSPECIFIED },
  { "XXXX-12-XX", "0000-12-01", "9999-12-31", PSG_PRECISION_UNKNOWN, UNSPECIFIED },
  { "1XXX-XX", "1000-01-01", "1999-12-31", PSG_PRECISION_MILLENNIUM, UNSPECIFIED },
  { "1XXX-12", "1000-12-01", "1999-12-31", PSG_PRECISION_MILLENNIUM, UNSPECIFIED },
  { "1984-1X", "1984-10-01", "1984-12-31", PSG_PRECISION_YEAR, UNSPECIFIED },
  { "1985-XX-05", "1985-01-05", "1985-12-05", PSG_PRECISION_YEAR, UNSPECIFIED },
  { "1985-XX-31", "1985-01-31", "1985-12-31", PSG_PRECISION_YEAR, UNSPECIFIED },
  { "1985-X2-30", "1985-12-30", "1985-12-30", PSG_PRECISION_YEAR, UNSPECIFIED },
  { "156X-02-29", "1560-02-29", "1568-02-29", PSG_PRECISION_DECADE, UNSPECIFIED },
  { "XXXX-02-29", "0000-02-29", "9996-02-29", PSG_PRECISION_UNKNOWN, UNSPECIFIED },
  { "-00XX-02-29", "-0096-02-29", "-0004-02-29", PSG_PRECISION_CENTURY, UNSPECIFIED },
  { "-XXXX", FIRST_DAY, "-0001-12-31", PSG_PRECISION_UNKNOWN, UNSPECIFIED },
  { "19XX-24", "1900-12-01", "2000-02-29", PSG_PRECISION_CENTURY, UNSPECIFIED },
  { "2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20", PSG_PRECISION_DAY, INTERVAL | APPROXIMATE },
  { "2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", PSG_PRECISION_MONTH, INTERVAL | UNSPECIFIED },
};

static void
check_example (const Example *example,
               int            level)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgEdtf) edtf = psg_edtf_parse (example->text, &error);
  g_autofree char *again = NULL;
  g_autofree char *earliest = NULL;
  g_autofree char *latest = NULL;

  g_test_message ("%s", example->text);
  g_assert_no_error (error);
  g_assert_nonnull (edtf);

  again = psg_edtf_format (edtf);
  earliest = psg_day_format_iso (psg_edtf_get_earliest (edtf));
  latest = psg_day_format_iso (psg_edtf_get_latest (edtf));

  g_assert_cmpstr (psg_edtf_get_text (edtf), ==, example->text);
  g_assert_cmpstr (again, ==, example->text);
  g_assert_cmpstr (earliest, ==, example->earliest);
  g_assert_cmpstr (latest, ==, example->latest);
  g_assert_cmpstr (psg_precision_to_string (psg_edtf_get_precision (edtf)), ==,
                   psg_precision_to_string (example->precision));
  g_assert_cmpint (psg_edtf_get_flags (edtf), ==, example->flags);
  g_assert_cmpint (psg_edtf_get_level (edtf), ==, level);
}

static void
test_level_0 (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (level_0); i++)
    check_example (&level_0[i], 0);
}

static void
test_level_1 (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (level_1); i++)
    check_example (&level_1[i], 1);
}

static void
test_level_2 (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (level_2); i++)
    check_example (&level_2[i], 2);
}

static void
test_open_end (void)
{
  g_autoptr (PsgEdtf) edtf = psg_edtf_parse ("2024-03-01/..", NULL);

  g_assert_cmpint (psg_edtf_get_latest (edtf), ==, PSG_DAY_OPEN_END);
  g_assert_cmpint (psg_edtf_get_earliest_end (edtf), ==, PSG_DAY_OPEN_END);
  g_assert_true (psg_edtf_may_overlap (edtf, PSG_DAY_MAX, PSG_DAY_MAX));
  g_assert_false (psg_edtf_surely_within (edtf, 0, PSG_DAY_MAX));
  g_assert_true (psg_edtf_surely_within (edtf, 0, PSG_DAY_OPEN_END));
}

static void
test_certain_core (void)
{
  g_autoptr (PsgEdtf) edtf = psg_edtf_parse ("2004-02/2005", NULL);
  g_autoptr (PsgEdtf) single = psg_edtf_parse ("2004-02", NULL);

  g_assert_cmpint (psg_edtf_get_latest_start (edtf), ==, psg_day_from_ymd (2004, 2, 29));
  g_assert_cmpint (psg_edtf_get_earliest_end (edtf), ==, psg_day_from_ymd (2005, 1, 1));
  g_assert_cmpint (psg_edtf_get_start_precision (edtf), ==, PSG_PRECISION_MONTH);
  g_assert_cmpint (psg_edtf_get_end_precision (edtf), ==, PSG_PRECISION_YEAR);

  g_assert_cmpint (psg_edtf_get_latest_start (single), ==, psg_day_from_ymd (2004, 2, 1));
  g_assert_cmpint (psg_edtf_get_earliest_end (single), ==, psg_day_from_ymd (2004, 2, 29));
}

static void
test_times (void)
{
  g_autoptr (PsgEdtf) timed = psg_edtf_parse ("2024-03-01T14:30:59+02:00", NULL);
  g_autoptr (PsgEdtf) untimed = psg_edtf_parse ("2024-03-01", NULL);

  g_assert_cmpint (psg_edtf_get_start_minute (timed), ==, 870);
  g_assert_cmpint (psg_edtf_get_end_minute (timed), ==, 870);
  g_assert_cmpint (psg_edtf_get_start_minute (untimed), ==, -1);
  g_assert_cmpint (psg_edtf_compare (untimed, timed), <, 0);
}

static void
test_overlap (void)
{
  g_autoptr (PsgEdtf) set = psg_edtf_parse ("[1667,1760-12]", NULL);
  g_autoptr (PsgEdtf) unknown = psg_edtf_parse ("/1985", NULL);
  PsgDay gap = psg_day_from_ymd (1700, 1, 1);

  g_assert_false (psg_edtf_may_overlap (set, gap, gap + 365));
  g_assert_true (psg_edtf_may_overlap (set, gap, psg_day_from_ymd (1760, 12, 1)));
  g_assert_true (psg_edtf_surely_within (set, psg_day_from_ymd (1667, 1, 1), psg_day_from_ymd (1760, 12, 31)));
  g_assert_false (psg_edtf_surely_within (set, psg_day_from_ymd (1667, 1, 2), psg_day_from_ymd (1760, 12, 31)));

  g_assert_true (psg_edtf_may_overlap (unknown, PSG_DAY_MIN, PSG_DAY_MIN));
  g_assert_false (psg_edtf_surely_within (unknown, PSG_DAY_MIN, PSG_DAY_MAX));
}

static void
test_from_days (void)
{
  static const struct { PsgDay first, last; const char *text; } table[] = {
    { 0, 0, "1970-01-01" },
    { 0, 1, "1970-01-01/1970-01-02" },
    { 0, PSG_DAY_OPEN_END, "1970-01-01/.." },
    { 0, PSG_DAY_NONE, "1970-01-01/" },
    { PSG_DAY_OPEN_START, 0, "../1970-01-01" },
    { PSG_DAY_NONE, 0, "/1970-01-01" },
    { PSG_DAY_MIN, PSG_DAY_MAX, "-9999-01-01/9999-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (PsgEdtf) edtf = psg_edtf_new_days (table[i].first, table[i].last);

      g_assert_cmpstr (psg_edtf_get_text (edtf), ==, table[i].text);
      g_assert_cmpint (psg_edtf_get_earliest (edtf), ==, table[i].first);
      g_assert_cmpint (psg_edtf_get_latest (edtf), ==, table[i].last);
    }
}

/* The whole list is compared with itself. A day comes before the month that
 * begins with it: it ends sooner. */
static void
test_order (void)
{
  static const char *const ordered[] = {
    "/1985", "../1985", "Y-30000", "Y-20000", "-0044", "2023", "2024-03-01", "2024-03",
    "2024-03-01T00:00", "2024-03-01T00:00:01", "2024-03-02/2024-03-03", "2024-03-02/",
    "2024-03-02/..", "9999-12-31", "Y20000", "Y30000",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
        {
          g_autoptr (PsgEdtf) a = psg_edtf_parse (ordered[i], NULL);
          g_autoptr (PsgEdtf) b = psg_edtf_parse (ordered[j], NULL);
          int order = psg_edtf_compare (a, b);

          g_test_message ("%s %s", ordered[i], ordered[j]);
          g_assert_cmpint (CLAMP (order, -1, 1), ==, (i > j) - (i < j));
          g_assert_cmpint (psg_edtf_equal (a, b), ==, i == j);
        }
    }
}

typedef struct
{
  const char *text;
  int code;
  gsize offset;
  const char *section;
} Mistake;

static const Mistake mistakes[] = {
  { "", PSG_EDTF_ERROR_SYNTAX, 0, "EDTF level 0, Date" },
  { " 2024", PSG_EDTF_ERROR_SYNTAX, 0, "EDTF level 0, Date" },
  { "2024 ", PSG_EDTF_ERROR_SYNTAX, 4, "EDTF level 0, Date" },
  { "202", PSG_EDTF_ERROR_SYNTAX, 3, "EDTF level 0, Date" },
  { "20240311", PSG_EDTF_ERROR_SYNTAX, 4, "EDTF level 0, Date" },
  { "2024-3-11", PSG_EDTF_ERROR_SYNTAX, 5, "EDTF level 0, Date" },
  { "2024-", PSG_EDTF_ERROR_SYNTAX, 5, "EDTF level 0, Date" },
  { "2024-03-", PSG_EDTF_ERROR_SYNTAX, 8, "EDTF level 0, Date" },
  { "2024-03-11-", PSG_EDTF_ERROR_SYNTAX, 10, "EDTF level 0, Date" },
  { "2024-13", PSG_EDTF_ERROR_RANGE, 5, "EDTF level 0, Date" },
  { "2024-00", PSG_EDTF_ERROR_RANGE, 5, "EDTF level 0, Date" },
  { "2024-02-30", PSG_EDTF_ERROR_RANGE, 8, "EDTF level 0, Date" },
  { "2023-02-29", PSG_EDTF_ERROR_RANGE, 8, "EDTF level 0, Date" },
  { "2024-04-00", PSG_EDTF_ERROR_RANGE, 8, "EDTF level 0, Date" },
  { "2024-20", PSG_EDTF_ERROR_RANGE, 5, "EDTF level 0, Date" },
  { "2024-42", PSG_EDTF_ERROR_RANGE, 5, "EDTF level 2, Sub-year groupings" },
  { "2024-21-01", PSG_EDTF_ERROR_SYNTAX, 7, "EDTF level 1, Seasons" },
  { "2024–03", PSG_EDTF_ERROR_SYNTAX, 4, "EDTF level 0, Date" },
  { "\xff", PSG_EDTF_ERROR_SYNTAX, 0, "EDTF level 0, Date" },
  { "2024\xc3", PSG_EDTF_ERROR_SYNTAX, 4, "EDTF level 0, Date" },
  { "196x", PSG_EDTF_ERROR_SYNTAX, 3, "EDTF level 1, Unspecified digit(s) from the right" },
  { "196u", PSG_EDTF_ERROR_SYNTAX, 3, "EDTF level 1, Unspecified digit(s) from the right" },
  { "2024-03-11T24:00:00", PSG_EDTF_ERROR_RANGE, 11, "EDTF level 0, Date and Time" },
  { "2024-03-11T10:60:00", PSG_EDTF_ERROR_RANGE, 14, "EDTF level 0, Date and Time" },
  { "2024-03-11T10:00:61", PSG_EDTF_ERROR_RANGE, 17, "EDTF level 0, Date and Time" },
  { "2024-03-11T", PSG_EDTF_ERROR_SYNTAX, 11, "EDTF level 0, Date and Time" },
  { "2024-03-11T10", PSG_EDTF_ERROR_SYNTAX, 13, "EDTF level 0, Date and Time" },
  { "2024-03-11T10:00:00+2", PSG_EDTF_ERROR_SYNTAX, 20, "EDTF level 0, Date and Time" },
  { "2024-03-11T10:00:00+24", PSG_EDTF_ERROR_RANGE, 20, "EDTF level 0, Date and Time" },
  { "2024-03-11T10:00:00ZZ", PSG_EDTF_ERROR_SYNTAX, 20, "EDTF level 0, Date" },
  { "2024-03T10:00:00", PSG_EDTF_ERROR_SYNTAX, 7, "EDTF level 0, Date and Time" },
  { "2024-03-XXT10:00:00", PSG_EDTF_ERROR_SYNTAX, 10, "EDTF level 0, Date and Time" },
  { "2024-03-11~T10:00:00", PSG_EDTF_ERROR_SYNTAX, 11, "EDTF level 0, Date and Time" },
  { "2024-03-11T10:00:00/2024-03-12", PSG_EDTF_ERROR_SYNTAX, 0, "EDTF level 0, Time Interval" },
  { "2024-03-11/2024-03-12T10:00:00", PSG_EDTF_ERROR_SYNTAX, 11, "EDTF level 0, Time Interval" },
  { "2024-03-12/2024-03-11", PSG_EDTF_ERROR_ORDER, 11, "EDTF level 0, Time Interval" },
  { "2005/2004", PSG_EDTF_ERROR_ORDER, 5, "EDTF level 0, Time Interval" },
  { "Y30000/Y20000", PSG_EDTF_ERROR_ORDER, 7, "EDTF level 0, Time Interval" },
  { "2004/2005/2006", PSG_EDTF_ERROR_SYNTAX, 9, "EDTF level 0, Time Interval" },
  { "/", PSG_EDTF_ERROR_SYNTAX, 0, "EDTF level 1, Extended Interval" },
  { "..", PSG_EDTF_ERROR_SYNTAX, 0, "EDTF level 0, Date" },
  { "...", PSG_EDTF_ERROR_SYNTAX, 0, "EDTF level 0, Date" },
  { "2004..2005", PSG_EDTF_ERROR_SYNTAX, 4, "EDTF level 0, Date" },
  { "2004/...", PSG_EDTF_ERROR_SYNTAX, 7, "EDTF level 0, Time Interval" },
  { "-0000", PSG_EDTF_ERROR_RANGE, 0, "EDTF level 1, Negative calendar year" },
  { "Y2024", PSG_EDTF_ERROR_SYNTAX, 0, "EDTF level 1, Letter-prefixed calendar year" },
  { "Y012024", PSG_EDTF_ERROR_SYNTAX, 1, "EDTF level 1, Letter-prefixed calendar year" },
  { "Y12024-05", PSG_EDTF_ERROR_SYNTAX, 6, "EDTF level 1, Letter-prefixed calendar year" },
  { "Y9999999999999999", PSG_EDTF_ERROR_LIMIT, 1, "EDTF level 1, Letter-prefixed calendar year" },
  { "Y1E15", PSG_EDTF_ERROR_LIMIT, 0, "EDTF level 2, Exponential year" },
  { "Y1E99999999999999999999", PSG_EDTF_ERROR_LIMIT, 3, "EDTF level 2, Exponential year" },
  { "Y17E", PSG_EDTF_ERROR_SYNTAX, 4, "EDTF level 2, Exponential year" },
  { "1950S", PSG_EDTF_ERROR_SYNTAX, 5, "EDTF level 2, Significant digits" },
  { "1950S0", PSG_EDTF_ERROR_SYNTAX, 5, "EDTF level 2, Significant digits" },
  { "1950S5", PSG_EDTF_ERROR_RANGE, 5, "EDTF level 2, Significant digits" },
  { "19XXS2", PSG_EDTF_ERROR_SYNTAX, 4, "EDTF level 2, Significant digits" },
  { "1950S2-05", PSG_EDTF_ERROR_SYNTAX, 6, "EDTF level 2, Significant digits" },
  { "2004?~", PSG_EDTF_ERROR_SYNTAX, 5, "EDTF level 1, Qualification of a date (complete)" },
  { "2004-~", PSG_EDTF_ERROR_SYNTAX, 6, "EDTF level 0, Date" },
  { "2004-2X", PSG_EDTF_ERROR_RANGE, 5, "EDTF level 2, Unspecified digit" },
  { "2004-02-3X", PSG_EDTF_ERROR_RANGE, 8, "EDTF level 2, Unspecified digit" },
  { "XXX1-02-29", PSG_EDTF_ERROR_RANGE, 8, "EDTF level 2, Unspecified digit" },
  { "[", PSG_EDTF_ERROR_SYNTAX, 1, "EDTF level 0, Date" },
  { "[]", PSG_EDTF_ERROR_SYNTAX, 1, "EDTF level 0, Date" },
  { "[..]", PSG_EDTF_ERROR_SYNTAX, 3, "EDTF level 0, Date" },
  { "[1984", PSG_EDTF_ERROR_SYNTAX, 5, "EDTF level 2, Set representation" },
  { "[1984}", PSG_EDTF_ERROR_SYNTAX, 5, "EDTF level 2, Set representation" },
  { "[1984,]", PSG_EDTF_ERROR_SYNTAX, 6, "EDTF level 0, Date" },
  { "[1984,..1985]", PSG_EDTF_ERROR_SYNTAX, 6, "EDTF level 2, Set representation" },
  { "[1984..,1985]", PSG_EDTF_ERROR_SYNTAX, 1, "EDTF level 2, Set representation" },
  { "[1985..1984]", PSG_EDTF_ERROR_ORDER, 7, "EDTF level 2, Set representation" },
  { "[1984]x", PSG_EDTF_ERROR_SYNTAX, 6, "EDTF level 2, Set representation" },
  { "[1984/1985]", PSG_EDTF_ERROR_SYNTAX, 5, "EDTF level 2, Set representation" },
  { "[2024-03-11T10:00:00]", PSG_EDTF_ERROR_SYNTAX, 1, "EDTF level 2, Set representation" },
  { "[[1984]]", PSG_EDTF_ERROR_SYNTAX, 1, "EDTF level 0, Date" },
};

static void
test_mistakes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgEdtf) edtf = psg_edtf_parse (mistakes[i].text, &error);
      g_autofree char *place = g_strdup_printf ("at offset %" G_GSIZE_FORMAT ": ", mistakes[i].offset);
      g_autofree char *section = g_strdup_printf (" (%s)", mistakes[i].section);
      g_autofree char *shown = g_utf8_make_valid (mistakes[i].text, -1);

      g_test_message ("%s: %s", shown, error != NULL ? error->message : "accepted");
      g_assert_null (edtf);
      g_assert_error (error, PSG_EDTF_ERROR, mistakes[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_true (g_str_has_suffix (error->message, section));
    }
}

static void
test_message (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (psg_edtf_parse ("1985-13", &error));
  g_assert_cmpstr (error->message, ==,
                   "at offset 5: month 13 is not between 01 and 12 (EDTF level 0, Date)");
}

static void
test_length_limit (void)
{
  g_autoptr (GString) text = g_string_new ("[1984");
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgEdtf) longest = NULL;

  while (text->len + strlen (",1984]") <= 512)
    g_string_append (text, ",1984");
  g_string_append_c (text, ']');

  longest = psg_edtf_parse (text->str, &error);
  g_assert_no_error (error);
  g_assert_nonnull (longest);

  while (text->len <= 512)
    g_string_append_c (text, ']');
  g_assert_null (psg_edtf_parse (text->str, &error));
  g_assert_error (error, PSG_EDTF_ERROR, PSG_EDTF_ERROR_LIMIT);
}

static void
test_set_spaces (void)
{
  g_autoptr (PsgEdtf) edtf = psg_edtf_parse ("[1667, 1668,  1670..1672]", NULL);
  g_autofree char *text = psg_edtf_format (edtf);

  g_assert_cmpstr (text, ==, "[1667,1668,1670..1672]");
  g_assert_cmpstr (psg_edtf_get_text (edtf), ==, "[1667, 1668,  1670..1672]");
}

static void
test_boxed (void)
{
  g_autoptr (PsgEdtf) edtf = psg_edtf_new_day (0);
  GValue value = G_VALUE_INIT;

  g_value_init (&value, PSG_TYPE_EDTF);
  g_value_set_boxed (&value, edtf);
  g_assert_true (g_value_get_boxed (&value) == edtf);
  g_value_unset (&value);
}

static void
test_explain (void)
{
  static const char *const table[][2] = {
    { "2024-03-01/..", "{\"text\": \"2024-03-01/..\", \"earliest\": \"2024-03-01\", \"latest\": \"..\", "
                       "\"precision\": \"day\", \"qualifiers\": [], "
                       "\"display\": \"from 1 March 2024\"}" },
    { "/2020?", "{\"text\": \"/2020?\", \"earliest\": null, \"latest\": \"2020-12-31\", "
                "\"precision\": \"year\", \"qualifiers\": [\"uncertain\"], "
                "\"display\": \"until 2020 (uncertain), start unknown\"}" },
    { "2004-06/2006-08", "{\"text\": \"2004-06/2006-08\", \"earliest\": \"2004-06-01\", "
                         "\"latest\": \"2006-08-31\", \"precision\": \"month\", \"qualifiers\": [], "
                         "\"display\": \"June 2004 – August 2006\"}" },
    { "2004-06-11%", "{\"text\": \"2004-06-11%\", \"earliest\": \"2004-06-11\", \"latest\": \"2004-06-11\", "
                     "\"precision\": \"day\", \"qualifiers\": [\"uncertain\", \"approximate\"], "
                     "\"display\": \"c. 11 June 2004 (uncertain)\"}" },
    { "[201X,2024..]", "{\"text\": \"[201X,2024..]\", \"earliest\": \"2010-01-01\", \"latest\": \"..\", "
                       "\"precision\": \"decade\", \"qualifiers\": [\"unspecified\"], "
                       "\"display\": \"one of 2010s, 2024 or later\"}" },
    { "Y-17E7", "{\"text\": \"Y-17E7\", \"earliest\": \"-170000000-01-01\", "
                "\"latest\": \"-170000000-12-31\", \"precision\": \"year\", \"qualifiers\": [], "
                "\"display\": \"170000001 BCE\"}" },
    { "9999-24", "{\"text\": \"9999-24\", \"earliest\": \"9999-12-01\", \"latest\": \"+10000-02-29\", "
                 "\"precision\": \"season\", \"qualifiers\": [], "
                 "\"display\": \"winter 9999–10000\"}" },
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *json = psg_edtf_explain_json (table[i][0], NULL);

      g_assert_cmpstr (json, ==, table[i][1]);
    }

  g_assert_null (psg_edtf_explain_json ("soon", &error));
  g_assert_error (error, PSG_EDTF_ERROR, PSG_EDTF_ERROR_SYNTAX);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/edtf/level-0-examples-mean-what-the-specification-says", test_level_0);
  g_test_add_func ("/core/edtf/level-1-examples-mean-what-the-specification-says", test_level_1);
  g_test_add_func ("/core/edtf/level-2-examples-mean-what-the-specification-says", test_level_2);
  g_test_add_func ("/core/edtf/open-end-runs-to-forever", test_open_end);
  g_test_add_func ("/core/edtf/interval-surely-covers-what-lies-between-its-ends", test_certain_core);
  g_test_add_func ("/core/edtf/times-are-minutes-of-the-civil-day", test_times);
  g_test_add_func ("/core/edtf/sets-overlap-only-where-their-members-do", test_overlap);
  g_test_add_func ("/core/edtf/days-make-dates-and-intervals", test_from_days);
  g_test_add_func ("/core/edtf/earlier-starts-sort-first", test_order);
  g_test_add_func ("/core/edtf/mistakes-are-reported-where-they-are", test_mistakes);
  g_test_add_func ("/core/edtf/message-names-place-rule-and-section", test_message);
  g_test_add_func ("/core/edtf/text-has-a-longest-length", test_length_limit);
  g_test_add_func ("/core/edtf/spaces-in-sets-are-not-written-back", test_set_spaces);
  g_test_add_func ("/core/edtf/date-fits-into-a-value", test_boxed);
  g_test_add_func ("/core/edtf/explanation-is-one-line-of-json", test_explain);

  return g_test_run ();
}
