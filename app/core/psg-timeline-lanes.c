/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-lanes.h"

#include <math.h>

/*
 * From an arrangement of lanes and a height to where each lane stands: collapsed
 * ones are slim strips, hidden ones take no room, the others share what is left.
 * Where lanes are on their way from one arrangement to another, a mix of both.
 */

/* Collapsed lanes by themselves may grow to this. */
#define SLIM_ALONE 16.0f
/* The air above and below a dot, together. */
#define DOT_AIR 4.0f
#define DOT_MIN 3.0f

/* What follows from a lane's height. */
static void
derive (PsgTimelineLane *lane)
{
  lane->dot = CLAMP (lane->height - DOT_AIR, DOT_MIN, PSG_TIMELINE_DOT);
  lane->slim = lane->height < PSG_TIMELINE_TITLE_HEIGHT;
}

/**
 * psg_timeline_lanes_place:
 * @self: (out caller-allocates): where the lanes are to be
 * @order: their arrangement
 * @height: what they have together, in pixels
 *
 * Edges stand on whole pixels, and the last one at @height unless all the lanes are
 * collapsed.
 */
void
psg_timeline_lanes_place (PsgTimelineLanes   *self,
                          const PsgLaneOrder *order,
                          int                 height)
{
  guint n_slim = psg_lane_order_count (order, PSG_LANE_COLLAPSED);
  guint n_full = psg_lane_order_count (order, PSG_LANE_SHOWN);
  float slim = MIN (n_full > 0 ? PSG_TIMELINE_SLIM : SLIM_ALONE, (float) height / MAX (1, n_slim + n_full));
  float full = ((float) height - (float) n_slim * slim) / (float) MAX (1, n_full);
  float bottom = 0;

  self->n = 0;
  for (guint i = 0; i < psg_lane_order_get_n (order); i++)
    {
      guint lane = psg_lane_order_get_lane (order, i);
      PsgLaneState state = psg_lane_order_get_state (order, lane);
      PsgTimelineLane *place = &self->lanes[self->n];

      if (state == PSG_LANE_HIDDEN)
        continue;

      *place = (PsgTimelineLane) { .lane = lane, .y = roundf (bottom) };
      bottom += state == PSG_LANE_COLLAPSED ? slim : full;
      place->height = roundf (bottom) - place->y;
      derive (place);
      place->slim |= state == PSG_LANE_COLLAPSED;
      self->n++;
    }
}

/**
 * psg_timeline_lanes_mix:
 * @self: (out caller-allocates): where the lanes are on their way
 * @from: where they were
 * @to: where they are to be
 * @progress: from 0 to 1
 *
 * A lane that was not there opens in its place; one that goes is gone at once.
 */
void
psg_timeline_lanes_mix (PsgTimelineLanes       *self,
                        const PsgTimelineLanes *from,
                        const PsgTimelineLanes *to,
                        double                  progress)
{
  float share = (float) CLAMP (progress, 0, 1);

  *self = *to;
  for (guint i = 0; i < self->n && share < 1; i++)
    {
      PsgTimelineLane *lane = &self->lanes[i];
      guint before = psg_timeline_lanes_find (from, lane->lane);
      float y = before < from->n ? from->lanes[before].y : lane->y;
      float height = before < from->n ? from->lanes[before].height : 0;

      lane->y = y + share * (lane->y - y);
      lane->height = height + share * (lane->height - height);
      derive (lane);
    }
}

/**
 * psg_timeline_lanes_find:
 * @self: lanes
 * @lane: index into the collection's lanes
 *
 * Returns: which of them it is, or their number if it is none of them
 */
guint
psg_timeline_lanes_find (const PsgTimelineLanes *self,
                         guint                   lane)
{
  guint i = 0;

  while (i < self->n && self->lanes[i].lane != lane)
    i++;

  return i;
}

/**
 * psg_timeline_lanes_get_gap:
 * @self: lanes
 * @y: in pixels
 *
 * Returns: before which of them, or after the last, something dropped at @y belongs
 */
guint
psg_timeline_lanes_get_gap (const PsgTimelineLanes *self,
                            double                  y)
{
  guint i = 0;

  while (i < self->n && y > self->lanes[i].y + self->lanes[i].height / 2)
    i++;

  return i;
}
