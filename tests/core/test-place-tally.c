/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-place-nearness.h"
#include "psg-place-tally.h"

/* Events counted by place and lane, and how near they are in time, against going through them
 * one by one. */

#define N_PLACES 7
#define N_LANES 4
#define LENGTH 1000

static PsgEventTable *
random_events (guint n)
{
  PsgEventTableBuilder *builder = psg_event_table_builder_new (n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%u", i);
      gint64 start = g_test_rand_int_range (0, LENGTH);
      guint place = g_test_rand_int_range (0, N_PLACES + 2);

      psg_event_table_builder_add_raw (builder, id, id, start, start + g_test_rand_int_range (1, 300), 0, 0, 0,
                                       g_test_rand_int_range (0, N_LANES), 3,
                                       place == N_PLACES ? PSG_PLACE_NONE : place);
    }

  return psg_event_table_builder_end (builder);
}

static PsgRowSet *
random_rows (guint n)
{
  PsgRowSet *rows = psg_row_set_new (n);

  for (guint row = 0; row < n; row++)
    if (g_test_rand_int_range (0, 3) > 0)
      psg_row_set_add (rows, row);

  return rows;
}

static guint
count_slowly (const PsgEventTable *events,
              const PsgRowSet     *rows,
              const PsgTimeSpan   *span,
              guint                place,
              guint                lane)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (events);
  guint n = 0;

  for (guint row = 0; row < columns->n; row++)
    n += psg_row_set_contains (rows, row) && columns->place[row] == place && columns->lane[row] == lane
         && psg_time_span_overlaps (span, columns->start[row], columns->end[row]);

  return n;
}

static void
test_it_agrees_with_counting_one_by_one (void)
{
  for (guint i = 0; i < 200; i++)
    {
      guint n = g_test_rand_int_range (0, 200);
      gint64 start = g_test_rand_int_range (-100, LENGTH + 100);
      PsgTimeSpan span = { start, start + g_test_rand_int_range (1, LENGTH) };
      g_autoptr (PsgEventTable) events = random_events (n);
      g_autoptr (PsgRowSet) rows = random_rows (n);
      g_autoptr (PsgPlaceTally) tally = psg_place_tally_new (events, rows, &span, N_PLACES, N_LANES);

      for (guint place = 0; place < N_PLACES; place++)
        {
          guint sum = 0;

          for (guint lane = 0; lane < N_LANES; lane++)
            {
              guint expected = count_slowly (events, rows, &span, place, lane);

              g_assert_cmpuint (psg_place_tally_get_lanes (tally, place)[lane], ==, expected);
              sum += expected;
            }
          g_assert_cmpuint (psg_place_tally_count (tally, place), ==, sum);
        }
    }
}

static gint64
find_nearest_slowly (const PsgEventTable *events,
                     const PsgRowSet     *rows,
                     const PsgTimeSpan   *span,
                     gint64               minute,
                     guint                place)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (events);
  gint64 nearest = PSG_NEARNESS_NONE;

  for (guint row = 0; row < columns->n; row++)
    if (psg_row_set_contains (rows, row) && columns->place[row] == place
        && psg_time_span_overlaps (span, columns->start[row], columns->end[row]))
      nearest = MIN (nearest, MAX (0, MAX (columns->start[row] - minute, minute - (columns->end[row] - 1))));

  return nearest;
}

static void
test_nearness_is_that_of_the_nearest (void)
{
  for (guint i = 0; i < 200; i++)
    {
      guint n = g_test_rand_int_range (0, 60);
      gint64 start = g_test_rand_int_range (-100, LENGTH), minute = g_test_rand_int_range (-100, LENGTH + 100);
      PsgTimeSpan span = { start, start + g_test_rand_int_range (1, LENGTH) };
      g_autoptr (PsgEventTable) events = random_events (n);
      g_autoptr (PsgRowSet) rows = random_rows (n);
      gint64 nearness[N_PLACES];

      psg_place_nearness_measure (events, rows, &span, minute, nearness, N_PLACES);
      for (guint place = 0; place < N_PLACES; place++)
        g_assert_cmpint (nearness[place], ==, find_nearest_slowly (events, rows, &span, minute, place));
    }
}

static void
test_no_places_are_no_trouble (void)
{
  g_autoptr (PsgEventTable) events = random_events (5);
  g_autoptr (PsgRowSet) rows = psg_row_set_new_full (5);
  PsgTimeSpan span = { 0, LENGTH };
  g_autoptr (PsgPlaceTally) tally = psg_place_tally_new (events, rows, &span, 0, N_LANES);

  g_assert_nonnull (tally);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/place-tally/agrees-with-counting-one-by-one", test_it_agrees_with_counting_one_by_one);
  g_test_add_func ("/core/place-nearness/is-that-of-the-nearest", test_nearness_is_that_of_the_nearest);
  g_test_add_func ("/core/place-tally/no-places-are-no-trouble", test_no_places_are_no_trouble);

  return g_test_run ();
}
