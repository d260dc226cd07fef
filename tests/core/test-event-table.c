/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-table.h"

#include <string.h>

/* The event table: sorted whatever came in, searched like a plain loop, and dates
 * turned into columns. */

static PsgEventTable *
random_table (guint n)
{
  PsgEventTableBuilder *builder = psg_event_table_builder_new (n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autofree char *title = g_strdup_printf ("Event number %u", i);
      gint64 start = g_test_rand_int_range (-300, 300);

      psg_event_table_builder_add_raw (builder, id, title, start, start + 4 + g_test_rand_int_range (1, 5),
                                       i % 5, i % 4, i & 0xff, i % 7, i % 5 + 1, i);
    }

  return psg_event_table_builder_end (builder);
}

static int
compare_rows (const PsgEventTable *table,
              guint                a,
              guint                b)
{
  PsgTimeSpan sa = psg_event_table_get_span (table, a);
  PsgTimeSpan sb = psg_event_table_get_span (table, b);

  if (sa.start != sb.start)
    return sa.start < sb.start ? -1 : 1;
  if (sa.end != sb.end)
    return sa.end < sb.end ? -1 : 1;

  return strcmp (psg_event_table_get_id (table, a), psg_event_table_get_id (table, b));
}

static const guint sizes[] = { 0, 1, 2, 3, 7, 8, 9, 500 };

static void
test_rows_are_sorted_by_start_end_and_id (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PsgEventTable) table = random_table (sizes[i]);

      g_assert_cmpuint (psg_event_table_get_n (table), ==, sizes[i]);
      for (guint row = 1; row < sizes[i]; row++)
        g_assert_cmpint (compare_rows (table, row - 1, row), <, 0);
    }
}

/* Sorting must move whole rows: place counts the order in which they came. */
static void
test_columns_stay_together (void)
{
  g_autoptr (PsgEventTable) table = random_table (300);
  const PsgEventColumns *columns = psg_event_table_get_columns (table);

  g_assert_cmpuint (columns->n, ==, 300);
  for (guint row = 0; row < columns->n; row++)
    {
      guint i = columns->place[row];
      g_autofree char *id = g_strdup_printf ("event-%u", i);
      g_autofree char *title = g_strdup_printf ("Event number %u", i);

      g_assert_cmpstr (psg_event_table_get_id (table, row), ==, id);
      g_assert_cmpstr (psg_event_table_get_title (table, row), ==, title);
      g_assert_cmpuint (columns->start_slack[row], ==, i % 5);
      g_assert_cmpuint (columns->end_slack[row], ==, i % 4);
      g_assert_cmpuint (columns->flags[row], ==, i & 0xff);
      g_assert_cmpuint (columns->lane[row], ==, i % 7);
      g_assert_cmpuint (columns->importance[row], ==, i % 5 + 1);
      g_assert_cmpuint (psg_event_table_find (table, id), ==, row);
    }
}

static guint
lower_bound_of (const PsgEventTable *table,
                gint64               minute)
{
  guint row = 0;

  while (row < psg_event_table_get_n (table) &&
         psg_event_table_get_columns (table)->start[row] < minute)
    row++;

  return row;
}

static void
test_the_lower_bound_agrees_with_a_loop (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PsgEventTable) table = random_table (sizes[i]);

      for (gint64 minute = -310; minute <= 310; minute++)
        g_assert_cmpuint (psg_event_table_lower_bound (table, minute), ==, lower_bound_of (table, minute));

      g_assert_cmpuint (psg_event_table_lower_bound (table, G_MININT64), ==, 0);
      g_assert_cmpuint (psg_event_table_lower_bound (table, G_MAXINT64), ==, sizes[i]);
    }
}

static void
test_what_is_not_there_has_no_row (void)
{
  g_autoptr (PsgEventTable) none = random_table (0);
  g_autoptr (PsgEventTable) some = random_table (3);

  g_assert_cmpuint (psg_event_table_find (none, "event-0"), ==, PSG_ROW_NONE);
  g_assert_cmpuint (psg_event_table_find (some, "event-3"), ==, PSG_ROW_NONE);
  g_assert_cmpuint (psg_event_table_find (some, ""), ==, PSG_ROW_NONE);
}

static void
test_values_out_of_range_are_brought_within (void)
{
  PsgEventTableBuilder *builder = psg_event_table_builder_new (0);
  g_autoptr (PsgEventTable) table = NULL;
  const PsgEventColumns *columns;

  psg_event_table_builder_add_raw (builder, "a", "", 10, 10, 7, 0, 0, 0, 0, PSG_PLACE_NONE);
  psg_event_table_builder_add_raw (builder, "b", "", 20, 5, 0, G_MAXUINT32, 0, 0, 99, PSG_PLACE_NONE);
  table = psg_event_table_builder_end (builder);
  columns = psg_event_table_get_columns (table);

  g_assert_cmpint (columns->end[0], ==, 11);
  g_assert_cmpint (columns->end[1], ==, 21);
  g_assert_cmpuint (columns->start_slack[0], ==, 1);
  g_assert_cmpuint (columns->end_slack[1], ==, 1);
  g_assert_cmpuint (columns->importance[0], ==, 1);
  g_assert_cmpuint (columns->importance[1], ==, 5);
  g_assert_cmpuint (columns->place[0], ==, PSG_PLACE_NONE);
}

typedef struct
{
  const char *date;
  const char *first;
  const char *last;
  guint flags;
  PsgPrecision precision;
} DateColumns;

/* The collection runs over 2020 and 2021. */
static const DateColumns dates[] = {
  { "2020-06-01", "2020-06-01", "2020-06-01", 0, PSG_PRECISION_DAY },
  { "2020-06", "2020-06-01", "2020-06-30", 0, PSG_PRECISION_MONTH },
  { "2020-06~", "2020-06-01", "2020-06-30", PSG_EVENT_APPROXIMATE, PSG_PRECISION_MONTH },
  { "2020?", "2020-01-01", "2020-12-31", PSG_EVENT_UNCERTAIN, PSG_PRECISION_YEAR },
  { "2020%", "2020-01-01", "2020-12-31", PSG_EVENT_UNCERTAIN | PSG_EVENT_APPROXIMATE, PSG_PRECISION_YEAR },
  { "2020-06-01/2020-06-03", "2020-06-01", "2020-06-03", PSG_EVENT_RANGE, PSG_PRECISION_DAY },
  { "2020-06-01/..", "2020-06-01", "2021-12-31", PSG_EVENT_RANGE | PSG_EVENT_OPEN_END, PSG_PRECISION_DAY },
  { "2020-06-01/", "2020-06-01", "2021-12-31", PSG_EVENT_RANGE | PSG_EVENT_UNKNOWN_END, PSG_PRECISION_DAY },
  { "../2020-06-01", "2020-01-01", "2020-06-01", PSG_EVENT_RANGE | PSG_EVENT_OPEN_START, PSG_PRECISION_DAY },
  { "/2020-06-01", "2020-01-01", "2020-06-01", PSG_EVENT_RANGE | PSG_EVENT_UNKNOWN_START, PSG_PRECISION_DAY },
  { "1999-01-01", "1999-01-01", "1999-01-01", 0, PSG_PRECISION_DAY },
};

static PsgEventTable *
table_of_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgEdtf) date = psg_edtf_parse (text, &error);
  PsgTimeSpan bounds = psg_time_span_from_days (psg_day_parse_iso ("2020-01-01"),
                                                psg_day_parse_iso ("2021-12-31"));
  PsgEventTableBuilder *builder = psg_event_table_builder_new (1);

  g_assert_no_error (error);
  psg_event_table_builder_add (builder, "id", "title", date, &bounds, 0, 3, 0);

  return psg_event_table_builder_end (builder);
}

static void
test_dates_become_columns (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (PsgEventTable) table = table_of_date (dates[i].date);
      guint16 flags = psg_event_table_get_columns (table)->flags[0];
      PsgTimeSpan span = psg_event_table_get_span (table, 0);
      PsgTimeSpan expected = psg_time_span_from_days (psg_day_parse_iso (dates[i].first),
                                                      psg_day_parse_iso (dates[i].last));

      g_test_message ("%s", dates[i].date);
      g_assert_cmpint (span.start, ==, expected.start);
      g_assert_cmpint (span.end, ==, expected.end);
      g_assert_cmphex (flags & 0xff, ==, dates[i].flags);
      g_assert_cmpint (PSG_EVENT_PRECISION (flags), ==, dates[i].precision);
    }
}

typedef struct
{
  const char *date;
  const char *begun; /* the first and the last day it is certainly going on; NULL: on none */
  const char *ended;
} CertainExtent;

static const CertainExtent extents[] = {
  /* A day is a day, however it is qualified. */
  { "2020-06-01", "2020-06-01", "2020-06-01" },
  { "2020-06-01?", "2020-06-01", "2020-06-01" },
  { "{2020-06-01}", "2020-06-01", "2020-06-01" },
  /* Some moment within. */
  { "2020-06", NULL, NULL },
  { "2020-06-XX", NULL, NULL },
  { "2020-21", NULL, NULL },
  { "2020", NULL, NULL },
  { "202X", NULL, NULL },
  { "[2020-06-01,2020-06-02]", NULL, NULL },
  { "{2020-06-01,2020-06-03}", NULL, NULL },
  { "[..2020-06-03]", NULL, NULL },
  /* Intervals, from the latest start to the earliest end. */
  { "2020-06-01/2020-06-03", "2020-06-01", "2020-06-03" },
  { "2021-05/2021-08-10", "2021-05-31", "2021-08-10" },
  { "2021-05-02/2021-08", "2021-05-02", "2021-08-01" },
  { "2020/2021", "2020-12-31", "2021-01-01" },
  { "2020-06/2020-06", NULL, NULL },
  { "2020-06/2020-06-11", "2020-06-11", "2020-06-11" },
  { "2020-06-11/2020-06", "2020-06-11", "2020-06-11" },
  /* What is open goes on. */
  { "2020-06-01/..", "2020-06-01", "2021-12-31" },
  { "2020-06/..", "2020-06-30", "2021-12-31" },
  { "../2020-06-01", "2020-01-01", "2020-06-01" },
  { "../2020-06", "2020-01-01", "2020-06-01" },
  { "../..", "2020-01-01", "2021-12-31" },
  /* What is unknown may be over at once. */
  { "2020-06-01/", "2020-06-01", "2020-06-01" },
  { "2020-06/", NULL, NULL },
  { "/2020-06-01", "2020-06-01", "2020-06-01" },
  { "/2020-06", NULL, NULL },
  { "../", NULL, NULL },
  { "/..", NULL, NULL },
};

static void
test_slacks_leave_what_is_certain (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (extents); i++)
    {
      g_autoptr (PsgEventTable) table = table_of_date (extents[i].date);
      const PsgEventColumns *columns = psg_event_table_get_columns (table);
      gint64 begun = columns->start[0] + columns->start_slack[0];
      gint64 ended = columns->end[0] - columns->end_slack[0];

      g_test_message ("%s", extents[i].date);
      g_assert_cmpint (begun, <=, columns->end[0]);
      g_assert_cmpint (ended, >=, columns->start[0]);
      if (extents[i].begun == NULL)
        g_assert_cmpint (begun, >=, ended);
      else
        {
          PsgTimeSpan expected = psg_time_span_from_days (psg_day_parse_iso (extents[i].begun),
                                                          psg_day_parse_iso (extents[i].ended));

          g_assert_cmpint (begun, ==, expected.start);
          g_assert_cmpint (ended, ==, expected.end);
        }
    }
}

static void
test_slack_stops_at_what_a_column_holds (void)
{
  g_autoptr (PsgEventTable) table = table_of_date ("-9000/2020-06-01");
  g_autoptr (PsgEventTable) vague = table_of_date ("Y-99999/9999");
  const PsgEventColumns *columns = psg_event_table_get_columns (vague);

  g_assert_cmpuint (psg_event_table_get_columns (table)->start_slack[0], ==, 364 * 24 * 60);
  g_assert_cmpuint (columns->start_slack[0], ==, 0);
  g_assert_cmpuint (columns->end_slack[0], ==, 364 * 24 * 60);

  psg_event_table_unref (g_steal_pointer (&vague));
  vague = table_of_date ("-9999/");
  g_assert_cmpuint (psg_event_table_get_columns (vague)->end_slack[0], ==, G_MAXUINT32);
}

static void
test_a_row_takes_no_more_than_64_bytes (void)
{
  g_autoptr (PsgEventTable) table = random_table (9);

  g_assert_cmpuint (psg_event_table_get_size (table), <=, 9 * 64);
}

static void
test_a_time_of_day_is_kept (void)
{
  g_autoptr (PsgEventTable) table = table_of_date ("2020-06-01T08:30:00");
  PsgTimeSpan span = psg_event_table_get_span (table, 0);
  gint64 minute = psg_day_to_minutes (psg_day_parse_iso ("2020-06-01")) + 8 * 60 + 30;

  g_assert_cmpint (span.start, ==, minute);
  g_assert_cmpint (span.end, ==, minute + 1);
  g_assert_true (psg_event_table_get_columns (table)->flags[0] & PSG_EVENT_HAS_TIME);
  g_assert_cmpuint (psg_event_table_get_columns (table)->start_slack[0], ==, 0);
  g_assert_cmpuint (psg_event_table_get_columns (table)->end_slack[0], ==, 0);
}

/* A day that has begun is drawn however the bounds lie. */
static void
test_an_open_end_never_lies_before_the_start (void)
{
  g_autoptr (PsgEventTable) after = table_of_date ("2030-01-01/..");
  g_autoptr (PsgEventTable) before = table_of_date ("../1990-01-01");
  PsgTimeSpan span;

  span = psg_event_table_get_span (after, 0);
  g_assert_cmpint (psg_time_span_get_length (&span), ==, 1);
  span = psg_event_table_get_span (before, 0);
  g_assert_cmpint (psg_time_span_get_length (&span), ==, 1);
}

static void
test_a_builder_can_be_given_up (void)
{
  g_autoptr (PsgEventTableBuilder) builder = psg_event_table_builder_new (2);

  psg_event_table_builder_add_raw (builder, "a", "A", 0, 1, 0, 0, 0, 0, 1, 0);
}

/* A thousand rows whose titles come in pieces, one of which is not to be had. */
typedef struct
{
  PsgEventTable *base; /* what the columns are of */
  guint n_loads;
  guint missing;
  gboolean *freed;
} Loader;

static char *
load_titles (guint    row,
             guint    n,
             gpointer data)
{
  Loader *loader = data;
  GString *titles = g_string_new (NULL);

  loader->n_loads++;
  if (row <= loader->missing && loader->missing < row + n)
    {
      g_string_free (titles, TRUE);
      return NULL;
    }

  for (guint i = row; i < row + n; i++)
    {
      g_string_append_printf (titles, "T%04u", i);
      g_string_append_c (titles, '\0');
    }

  return g_string_free (titles, FALSE);
}

static void
free_loader (gpointer data)
{
  Loader *loader = data;

  psg_event_table_unref (loader->base);
  *loader->freed = TRUE;
}

static void
test_titles_are_loaded_when_asked_for (void)
{
  gboolean freed = FALSE;
  Loader loader = { random_table (2000), 0, 1500, &freed };
  PsgEventArrays arrays = {
    .columns = *psg_event_table_get_columns (loader.base), .ids = "id", .load_titles = load_titles,
  };
  g_autofree guint32 *offsets = g_new (guint32, 2001);
  g_autofree guint32 *zeros = g_new0 (guint32, 2000);
  PsgEventTable *table;

  for (guint i = 0; i <= 2000; i++)
    offsets[i] = 6 * i;
  arrays.title_offsets = offsets;
  arrays.id_offsets = zeros;
  table = psg_event_table_new_from_arrays (&arrays, &loader, free_loader);
  g_assert_cmpuint (loader.n_loads, ==, 0);

  for (guint row = 0; row < 2000; row++)
    {
      g_autofree char *title = g_strdup_printf ("T%04u", row);
      const char *got = psg_event_table_get_title (table, row);

      g_assert_true (g_str_equal (got, title) || (ABS ((int) row - 1500) < 512 && g_str_equal (got, "id")));
    }
  g_assert_cmpstr (psg_event_table_get_title (table, 1500), ==, "id");
  /* What was loaded stays where it is. */
  g_assert_true (psg_event_table_get_title (table, 0) == psg_event_table_get_title (table, 0));

  psg_event_table_unref (table);
  g_assert_true (freed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/event-table/rows-are-sorted-by-start-end-and-id",
                   test_rows_are_sorted_by_start_end_and_id);
  g_test_add_func ("/core/event-table/columns-stay-together", test_columns_stay_together);
  g_test_add_func ("/core/event-table/the-lower-bound-agrees-with-a-loop",
                   test_the_lower_bound_agrees_with_a_loop);
  g_test_add_func ("/core/event-table/what-is-not-there-has-no-row", test_what_is_not_there_has_no_row);
  g_test_add_func ("/core/event-table/values-out-of-range-are-brought-within",
                   test_values_out_of_range_are_brought_within);
  g_test_add_func ("/core/event-table/dates-become-columns", test_dates_become_columns);
  g_test_add_func ("/core/event-table/slacks-leave-what-is-certain", test_slacks_leave_what_is_certain);
  g_test_add_func ("/core/event-table/slack-stops-at-what-a-column-holds",
                   test_slack_stops_at_what_a_column_holds);
  g_test_add_func ("/core/event-table/a-row-takes-no-more-than-64-bytes",
                   test_a_row_takes_no_more_than_64_bytes);
  g_test_add_func ("/core/event-table/a-time-of-day-is-kept", test_a_time_of_day_is_kept);
  g_test_add_func ("/core/event-table/an-open-end-never-lies-before-the-start",
                   test_an_open_end_never_lies_before_the_start);
  g_test_add_func ("/core/event-table/titles-are-loaded-when-asked-for", test_titles_are_loaded_when_asked_for);
  g_test_add_func ("/core/event-table/a-builder-can-be-given-up", test_a_builder_can_be_given_up);

  return g_test_run ();
}
