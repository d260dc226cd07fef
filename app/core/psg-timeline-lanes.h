/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lane-order.h"
#include "psg-timeline-layout.h"

G_BEGIN_DECLS

/* The diameter of a dot where there is room for it. */
#define PSG_TIMELINE_DOT 11.0f
/* The height of a collapsed lane where there is room for it. */
#define PSG_TIMELINE_SLIM 12.0f
/* Lanes lower than this have no room for titles. */
#define PSG_TIMELINE_TITLE_HEIGHT 13.0f

/**
 * PsgTimelineLanes:
 * @lanes: where they are, from top to bottom
 * @n: how many; hidden ones are not among them
 *
 * The lanes of a timeline as they stand, one under another. A value.
 */
typedef struct
{
  PsgTimelineLane lanes[PSG_MAX_LANES];
  guint           n;
} PsgTimelineLanes;

void  psg_timeline_lanes_place (PsgTimelineLanes *self, const PsgLaneOrder *order, int height);
void  psg_timeline_lanes_mix   (PsgTimelineLanes       *self,
                                const PsgTimelineLanes *from,
                                const PsgTimelineLanes *to,
                                double                  progress);
guint psg_timeline_lanes_find  (const PsgTimelineLanes *self, guint lane);
guint psg_timeline_lanes_get_gap (const PsgTimelineLanes *self, double y);

G_END_DECLS
