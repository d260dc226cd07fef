/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-table.h"
#include "psg-timeline-layout.h"
#include "psg-timeline-style.h"

G_BEGIN_DECLS

/**
 * PsgTimelineMentions:
 * @rows: (element-type guint): the events the text in sight speaks of
 * @chosen: the row that is chosen, which is marked enough; or %PSG_ROW_NONE
 * @events: their table
 * @layout: what the lanes show
 * @axis: of the lanes
 * @lanes: (array length=n_lanes): where the lanes are
 * @n_lanes: how many
 *
 * What is needed to mark the events a text speaks of.
 */
typedef struct
{
  const GArray            *rows;
  guint                    chosen;
  const PsgEventTable     *events;
  const PsgTimelineLayout *layout;
  const PsgTimeAxis       *axis;
  const PsgTimelineLane   *lanes;
  guint                    n_lanes;
} PsgTimelineMentions;

void psg_timeline_mentions_draw      (const PsgTimelineMentions *self, cairo_t *cr, const PsgTimelineStyle *style);
void psg_timeline_mentions_draw_sign (cairo_t *cr, const PsgTimelineStyle *style, double x, double y);

G_END_DECLS
