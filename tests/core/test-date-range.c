/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-date-range.h"

#include "psg-time-snap.h"

/* Ranges: read and written, what lies in them by table, and against an oracle that goes
 * through the days on which an event may begin. */

#define N_ROUNDS 400
#define N_EVENTS 60
#define N_RANGES 25

static const PsgTimeSpan *
get_whole (void)
{
  static PsgTimeSpan whole;

  whole = psg_time_span_from_days (psg_day_from_ymd (2020, 1, 1), psg_day_from_ymd (2022, 12, 31));

  return &whole;
}

static PsgEventTable *
new_table (const char *const *dates,
           guint              n)
{
  PsgEventTableBuilder *builder = psg_event_table_builder_new (n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgEdtf) date = psg_edtf_parse (dates[i], &error);

      g_assert_no_error (error);
      psg_event_table_builder_add (builder, dates[i], dates[i], date, get_whole (), 0, 3, PSG_PLACE_NONE);
    }

  return psg_event_table_builder_end (builder);
}

static PsgTimeSpan
read_range (const char *text)
{
  g_autoptr (GError) error = NULL;
  PsgTimeSpan range;

  g_assert_true (psg_date_range_read (text, &range, &error));
  g_assert_no_error (error);

  return range;
}

/* Reading and writing */

static void
test_a_range_is_written_as_it_is_read (void)
{
  static const char *const texts[] = {
    "2021", "2021/2023", "2021-05", "2021-05/2021-08", "2021-05-03", "2021-05-03/2021-08-31",
    "2021-05-01/2021-08-30", "2020-02", "2021-05/..", "../2021-05-03", "../2020", "../..", "2021-12/2022-01",
    "-0005-01-01/-0004-01-01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PsgTimeSpan range = read_range (texts[i]);
      g_autofree char *text = psg_date_range_to_edtf (&range);

      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_a_range_is_written_in_the_coarsest_unit (void)
{
  static const struct
  {
    const char *text;
    const char *written;
  } cases[] = {
    { "2021-01-01/2021-12-31", "2021" },
    { "2021-01/2022-12", "2021/2022" },
    { "2020-02-01/2020-02-29", "2020-02" },
    { "2021-22", "2021-06/2021-08" },
    { "2021-05~", "2021-05" },
    { "{2020,2022}", "2020/2022" },
    { "2021-01-01/..", "2021/.." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PsgTimeSpan range = read_range (cases[i].text);
      g_autofree char *text = psg_date_range_to_edtf (&range);

      g_assert_cmpstr (text, ==, cases[i].written);
    }
}

static void
test_a_range_has_two_ends (void)
{
  static const char *const texts[] = { "", "yesterday", "2021-13", "2021/", "/2021", "2022/2021", "2021-05-03 " };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      PsgTimeSpan range;

      g_assert_false (psg_date_range_read (texts[i], &range, &error));
      g_assert_true (error != NULL && error->domain == PSG_EDTF_ERROR);
    }
}

/* What lies in a range */

static void
test_possibly_and_certainly_by_table (void)
{
  static const struct
  {
    const char *date;
    const char *range;
    gboolean possibly;
    gboolean certainly;
  } cases[] = {
    /* A day. */
    { "2021-05-03", "2021-05", TRUE, TRUE },
    { "2021-05-03", "2021-05-03", TRUE, TRUE },
    { "2021-05-03", "2021-05-04/2021-06", FALSE, FALSE },
    { "2021-05-03", "2021-04/2021-05-02", FALSE, FALSE },
    { "2021-05-03T18:00:00", "2021-05-03", TRUE, TRUE },
    /* Some day in a month. */
    { "2021-05", "2021-05", TRUE, TRUE },
    { "2021-05", "2021-05-01/2021-05-30", TRUE, FALSE },
    { "2021-05", "2021-05-31", TRUE, FALSE },
    { "2021-05-XX", "2021-05", TRUE, TRUE },
    { "2021", "2021-05/2021-08", TRUE, FALSE },
    /* It lasts: some of it is enough. */
    { "2021-03-01/2021-04-15", "2021-04", TRUE, TRUE },
    { "2021-03-01/2021-04-15", "2021-03-10/2021-03-11", TRUE, TRUE },
    { "2021-03-01/2021-04-15", "2021-04-16/..", FALSE, FALSE },
    /* Begun some day in March, ended some day in May. */
    { "2021-03/2021-05", "2021-04", TRUE, TRUE },
    { "2021-03/2021-05", "2021-03", TRUE, TRUE },
    { "2021-03/2021-05", "2021-03-30", TRUE, FALSE },
    { "2021-03/2021-05", "2021-05-02/2021-06", TRUE, FALSE },
    { "2021-03/2021-05", "2021-05-01/2021-06", TRUE, TRUE },
    /* Open: still going on; unknown: nobody knows. */
    { "2021-10-04/..", "2022-06", TRUE, TRUE },
    { "2021-10-04/", "2022-06", TRUE, FALSE },
    { "2021-10-04/", "2021-10", TRUE, TRUE },
    { "/2021-10", "2021-10", TRUE, TRUE },
    { "/2021-10", "2021-10-10/2021-10-20", TRUE, FALSE },
    { "../2021-10", "2020-02", TRUE, TRUE },
    /* Approximate: by a unit of its precision. */
    { "2021-05-10~", "2021-05", TRUE, TRUE },
    { "2021-05-07~", "2021-05", TRUE, FALSE },
    { "2021-05-08~", "2021-05", TRUE, TRUE },
    { "2021-05~", "2021-05", TRUE, FALSE },
    { "2021-05~", "2021-03-31/2021-07-01", TRUE, TRUE },
    { "2021-05~", "2021-04-01/2021-07-01", TRUE, FALSE },
    { "2021-21~", "2020-11/2021-09", TRUE, TRUE },
    { "2021~", "2019-12-31/2023-01-01", TRUE, TRUE },
    { "2021~", "2021", TRUE, FALSE },
    { "2021~", "../..", TRUE, TRUE },
    /* Doubted: never. */
    { "2021-05-03?", "2021", TRUE, FALSE },
    { "2021-05-03%", "../..", TRUE, FALSE },
    { "2021-03-01?/2021-04-15", "2021", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgEventTable) table = new_table (&cases[i].date, 1);
      PsgTimeSpan range = read_range (cases[i].range);

      g_test_message ("%s in %s", cases[i].date, cases[i].range);
      g_assert_cmpint (psg_date_range_has (&range, PSG_RANGE_POSSIBLY, table, 0), ==, cases[i].possibly);
      g_assert_cmpint (psg_date_range_has (&range, PSG_RANGE_CERTAINLY, table, 0), ==, cases[i].certainly);
    }
}

/* The oracle */

/* In days, both ends in; an open end reaches as far as the collection does. */
typedef struct
{
  PsgDay first;
  PsgDay last;
} Days;

static Days
get_bounds (const PsgEdtf *date)
{
  PsgDay first = psg_edtf_get_earliest (date), last = psg_edtf_get_latest (date);
  Days bounds = {
    psg_day_is_valid (first) ? first : psg_day_from_minutes (get_whole ()->start),
    psg_day_is_valid (last) ? last : psg_day_from_minutes (get_whole ()->end - 1),
  };

  return bounds;
}

static int
get_margin (const PsgEdtf *date)
{
  switch (psg_edtf_get_precision (date))
    {
    case PSG_PRECISION_DAY:
    case PSG_PRECISION_MINUTE:
    case PSG_PRECISION_SECOND:
      return 7;
    case PSG_PRECISION_MONTH:
      return 31;
    case PSG_PRECISION_SEASON:
      return 92;
    case PSG_PRECISION_YEAR:
      return 366;
    case PSG_PRECISION_DECADE:
      return 3653;
    default:
      return G_MAXINT / 2;
    }
}

/* Goes through the days on which it may have begun: each with the first day on which it
 * may then have ended. If any of these lies beside the range, it is not certain. */
static gboolean
lasts_into (const PsgEdtf *date,
            Days           range)
{
  PsgEdtfFlags flags = psg_edtf_get_flags (date);
  Days bounds = get_bounds (date);
  PsgDay end = psg_day_is_valid (psg_edtf_get_latest (date)) ? bounds.last : bounds.last + 1;
  PsgDay latest_start = MIN (psg_edtf_get_latest_start (date), end);
  PsgDay earliest_end = psg_edtf_get_earliest_end (date);
  gboolean ended_before = (flags & PSG_EDTF_UNKNOWN_END) && !psg_day_is_valid (psg_edtf_get_earliest (date));

  if (bounds.first >= range.first && bounds.last <= range.last)
    return TRUE;

  /* Of an interval without a stated end, an unknown one lies who knows where. */
  if (flags & PSG_EDTF_OPEN_START)
    latest_start = bounds.first;
  if (flags & PSG_EDTF_UNKNOWN_START)
    latest_start = end;
  if (flags & PSG_EDTF_OPEN_END)
    earliest_end = bounds.last;
  if (flags & PSG_EDTF_UNKNOWN_END)
    earliest_end = ended_before ? bounds.first - 1 : bounds.first;

  for (PsgDay start = bounds.first; start <= latest_start; start++)
    if ((ended_before ? earliest_end : MAX (start, earliest_end)) < range.first || start > range.last)
      return FALSE;

  return TRUE;
}

static gboolean
is_in (const PsgEdtf *date,
       Days           range,
       PsgRangeMode   mode)
{
  PsgEdtfFlags flags = psg_edtf_get_flags (date);
  Days bounds = get_bounds (date);
  int margin = flags & PSG_EDTF_APPROXIMATE ? get_margin (date) : 0;

  if (mode == PSG_RANGE_POSSIBLY)
    return bounds.first <= range.last && bounds.last >= range.first;
  if (flags & PSG_EDTF_UNCERTAIN)
    return FALSE;
  if ((flags & PSG_EDTF_INTERVAL) && !(flags & PSG_EDTF_APPROXIMATE))
    return lasts_into (date, range);

  return bounds.first - margin >= range.first && bounds.last + margin <= range.last;
}

static PsgDay
pick_day (void)
{
  return g_test_rand_int_range (psg_day_from_ymd (2020, 1, 1), psg_day_from_ymd (2023, 1, 1));
}

static char *
pick_date (PsgDay   day,
           gboolean with_time)
{
  static const char *const qualifiers[] = { "", "", "", "", "~", "?", "%" };
  const char *qualifier = qualifiers[g_test_rand_int_range (0, G_N_ELEMENTS (qualifiers))];
  int year, month, day_of_month;

  psg_day_to_ymd (day, &year, &month, &day_of_month);

  switch (g_test_rand_int_range (0, with_time ? 8 : 5))
    {
    case 0:
      return g_strdup_printf ("%04d%s", year, qualifier);
    case 1:
      return g_strdup_printf ("%04d-%02d%s", year, month, qualifier);
    case 2:
      return g_strdup_printf ("%04d-%d%s", year, 20 + (month + 2) / 3, qualifier);
    case 5:
      return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:00", year, month, day_of_month,
                              g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60));
    case 6:
      return g_strdup_printf ("%04d-%02d-XX", year, month);
    case 7:
      return g_strdup_printf ("{%04d-%02d-%02d,%04d-%02d-%02d}", year, month, MIN (day_of_month, 27), year, month, 28);
    default:
      return g_strdup_printf ("%04d-%02d-%02d%s", year, month, day_of_month, qualifier);
    }
}

static char *
pick_end (PsgDay day)
{
  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return g_strdup ("..");
    case 1:
      return g_strdup ("");
    default:
      return pick_date (day, FALSE);
    }
}

/* One that can be read: an interval may end before it begins. */
static PsgEdtf *
pick_edtf (void)
{
  for (;;)
    {
      PsgDay day = pick_day ();
      g_autofree char *start = pick_end (day);
      g_autofree char *end = pick_end (day + g_test_rand_int_range (0, 200));
      g_autofree char *text = g_test_rand_bit () ? g_strconcat (start, "/", end, NULL) : pick_date (day, TRUE);
      PsgEdtf *date = psg_edtf_parse (text, NULL);

      /* Later than the collection: open ends would end before they begin. */
      if (date != NULL && get_bounds (date).first <= get_bounds (date).last)
        return date;
      g_clear_pointer (&date, psg_edtf_unref);
    }
}

static Days
pick_range (void)
{
  PsgDay first = pick_day ();

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      return (Days) { PSG_DAY_OPEN_START, first };
    case 1:
      return (Days) { first, PSG_DAY_OPEN_END };
    case 2:
      return (Days) { first, first };
    default:
      return (Days) { first, first + g_test_rand_int_range (0, 900) };
    }
}

static void
check_range (PsgEventTable *table,
             GHashTable    *dates,
             Days           days,
             PsgRangeMode   mode)
{
  g_autoptr (PsgEdtf) edtf = psg_edtf_new_days (days.first, days.last);
  PsgTimeSpan range = read_range (psg_edtf_get_text (edtf));
  guint n = psg_event_table_get_n (table), count = 0;
  g_autoptr (PsgRowSet) rows = psg_row_set_new (n);
  g_autoptr (PsgRowSet) kept = NULL;

  for (guint row = 0; row < n; row++)
    if (g_test_rand_int_range (0, 8) > 0)
      psg_row_set_add (rows, row);
  kept = psg_row_set_copy (rows);
  psg_date_range_keep (&range, mode, table, kept);

  for (guint row = 0; row < n; row++)
    {
      const char *id = psg_event_table_get_id (table, row);
      gboolean wanted = is_in (g_hash_table_lookup (dates, id), days, mode);

      if (psg_date_range_has (&range, mode, table, row) != wanted ||
          psg_row_set_contains (kept, row) != (wanted && psg_row_set_contains (rows, row)))
        g_error ("%s in %s: %s is wrong", id, psg_edtf_get_text (edtf), mode ? "certainly" : "possibly");
      count += wanted && psg_row_set_contains (rows, row);
    }
  g_assert_cmpuint (psg_date_range_count (&range, mode, table, rows), ==, count);
}

static void
test_ranges_agree_with_an_oracle (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GHashTable) dates = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                            (GDestroyNotify) psg_edtf_unref);
      guint n = g_test_rand_int_range (0, 3 * N_EVENTS);
      PsgEventTableBuilder *builder = psg_event_table_builder_new (n);
      g_autoptr (PsgEventTable) table = NULL;

      for (guint i = 0; i < n; i++)
        {
          PsgEdtf *date = pick_edtf ();
          const char *text = psg_edtf_get_text (date);

          psg_event_table_builder_add (builder, text, text, date, get_whole (), 0, 3, PSG_PLACE_NONE);
          g_hash_table_replace (dates, (char *) text, date);
        }
      table = psg_event_table_builder_end (builder);

      for (guint i = 0; i < N_RANGES; i++)
        check_range (table, dates, pick_range (), g_test_rand_bit () ? PSG_RANGE_CERTAINLY : PSG_RANGE_POSSIBLY);
    }
}

/* What a hand can aim at */

static void
test_a_gesture_snaps_to_what_can_be_aimed_at (void)
{
  static const struct
  {
    const char *shown;
    double width;
    PsgTimeUnit unit;
  } cases[] = {
    { "2021-05", 1000, PSG_UNIT_DAY },
    { "2021", 1000, PSG_UNIT_DAY },
    { "2020/2021", 1000, PSG_UNIT_MONTH },
    { "2020/2024", 1000, PSG_UNIT_MONTH },
    { "1900/2024", 1000, PSG_UNIT_YEAR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PsgTimeSpan shown = read_range (cases[i].shown);
      PsgTimeAxis axis = psg_time_axis (&shown, cases[i].width);

      g_assert_cmpint (psg_time_unit_for_axis (&axis), ==, cases[i].unit);
    }
}

static void
test_units_hold_their_time (void)
{
  static const char *const units[] = { "2024-02-29", "2024-02", "2024" };
  gint64 minute = psg_day_to_minutes (psg_day_from_ymd (2024, 2, 29)) + 719;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      PsgTimeSpan around = psg_time_unit_around (i, minute), wanted = read_range (units[i]);

      g_assert_true (psg_time_span_equal (&around, &wanted));
      g_assert_cmpint (psg_time_unit_round (i, around.start), ==, around.start);
      g_assert_cmpint (psg_time_unit_round (i, around.start + 1), ==, around.start);
      g_assert_cmpint (psg_time_unit_round (i, around.end - 1), ==, around.end);
    }
  g_assert_cmpint (psg_time_unit_round (PSG_UNIT_DAY, minute), ==, minute - 719);
  g_assert_cmpint (psg_time_unit_round (PSG_UNIT_MONTH, minute), ==, minute + 721);
  psg_time_unit_around (PSG_UNIT_DAY, G_MAXINT64 / 2);
  psg_time_unit_around (PSG_UNIT_DAY, G_MININT64 / 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/date-range/a-range-is-written-as-it-is-read", test_a_range_is_written_as_it_is_read);
  g_test_add_func ("/core/date-range/a-range-is-written-in-the-coarsest-unit",
                   test_a_range_is_written_in_the_coarsest_unit);
  g_test_add_func ("/core/date-range/a-range-has-two-ends", test_a_range_has_two_ends);
  g_test_add_func ("/core/date-range/possibly-and-certainly-by-table", test_possibly_and_certainly_by_table);
  g_test_add_func ("/core/date-range/ranges-agree-with-an-oracle", test_ranges_agree_with_an_oracle);
  g_test_add_func ("/core/date-range/a-gesture-snaps-to-what-can-be-aimed-at",
                   test_a_gesture_snaps_to_what_can_be_aimed_at);
  g_test_add_func ("/core/date-range/units-hold-their-time", test_units_hold_their_time);

  return g_test_run ();
}
