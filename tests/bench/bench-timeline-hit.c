/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "psg-bench.h"
#include "psg-synthetic-events.h"
#include "psg-timeline-layout.h"

/*
 * bench-timeline-hit N: what it takes to find the event under the pointer, anywhere and at
 * every depth of zoom, in batches of a hundred; the floor is to look at every mark.
 */

#define ROUNDS 400
#define BATCH 100
#define LANE_HEIGHT 46.0f
#define WIDTH 1160.0

static double
measure (guint    row,
         gboolean bold,
         gpointer user_data)
{
  return 60 + row * 37 % 190;
}

static void
look_at_all (const PsgTimelineLayout *layout,
             double                   x,
             double                   y,
             guint                   *found)
{
  guint n;
  const PsgTimelineMark *marks = psg_timeline_layout_get_marks (layout, &n);

  for (guint i = 0; i < n; i++)
    if (x >= marks[i].start - 5 && x <= marks[i].end + 5 && y >= marks[i].y - 5 && y <= marks[i].y + 5)
      *found += marks[i].row;
}

static void
point_about (const PsgTimelineLayout *layout,
             PsgBench                *picks,
             PsgBench                *floor,
             guint                   *found)
{
  double xs[BATCH], ys[BATCH];

  for (guint i = 0; i < BATCH; i++)
    {
      xs[i] = g_random_double_range (0, WIDTH);
      ys[i] = g_random_double_range (0, PSG_SYNTHETIC_LANES * LANE_HEIGHT);
    }

  psg_bench_begin (picks);
  for (guint i = 0; i < BATCH; i++)
    *found += psg_timeline_layout_pick (layout, xs[i], ys[i]);
  psg_bench_end (picks);

  psg_bench_begin (floor);
  for (guint i = 0; i < BATCH; i++)
    look_at_all (layout, xs[i], ys[i], found);
  psg_bench_end (floor);
}

int
main (int   argc,
      char *argv[])
{
  guint n = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000, found = 0;
  PsgTimeSpan all = psg_synthetic_events_get_span ();
  double whole = (double) psg_time_span_get_length (&all), length = whole;
  PsgEventTable *table = psg_synthetic_events_new (n, 0x5eed1234u);
  g_autoptr (PsgEventIndex) index = psg_event_index_new (table, PSG_SYNTHETIC_LANES, NULL);
  g_autoptr (PsgTimelineLayout) layout = psg_timeline_layout_new ();
  g_autoptr (PsgBench) picks = psg_bench_new ();
  g_autoptr (PsgBench) floor = psg_bench_new ();
  PsgTimelineLane lanes[PSG_SYNTHETIC_LANES];
  PsgTimelineQuery query = {
    .index = index, .lanes = lanes, .n_lanes = PSG_SYNTHETIC_LANES, .selected = PSG_ROW_NONE,
    .dot = 11, .line_height = 18, .padding = 9, .measure = measure,
  };

  for (guint i = 0; i < PSG_SYNTHETIC_LANES; i++)
    lanes[i] = (PsgTimelineLane) { i, i * LANE_HEIGHT, LANE_HEIGHT };

  for (guint round = 0; round < ROUNDS; round++)
    {
      query.axis = (PsgTimeAxis) { (double) all.start + g_random_double () * (whole - length), length, WIDTH };
      psg_timeline_layout_update (layout, &query);
      point_about (layout, picks, floor, &found);
      length = length > 2 * PSG_MINUTES_PER_DAY ? length * 0.97 : whole;
    }

  g_print ("{\"bench\": \"timeline-hit\", \"n\": %u, \"renderer\": null, \"window\": null, \"points\": %u", n, BATCH);
  psg_bench_print (picks, "");
  psg_bench_print (floor, "floor_");
  g_print (", \"ratio\": %.2f, \"found\": %u}\n",
           psg_bench_get_percentile (picks, 0.5) / psg_bench_get_percentile (floor, 0.5), found);
  psg_event_table_unref (table);

  return EXIT_SUCCESS;
}
