/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-layout.h"
#include "psg-timeline-model.h"

G_BEGIN_DECLS

#define PSG_TYPE_TIMELINE_CANVAS (psg_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineCanvas, psg_timeline_canvas, PSG, TIMELINE_CANVAS, GtkWidget)

/**
 * PsgTimelineCanvas:
 *
 * The lanes of a timeline and the events in them. A click chooses an event, a
 * double click comes closer to it.
 */
GtkWidget *psg_timeline_canvas_new             (PsgTimelineModel *model);

const PsgTimelineLane   *psg_timeline_canvas_get_lanes  (PsgTimelineCanvas *self, guint *n_lanes);
const PsgTimelineLayout *psg_timeline_canvas_get_layout (PsgTimelineCanvas *self);
guint      psg_timeline_canvas_pick            (PsgTimelineCanvas *self, double x, double y);
/* What lies over the events: the rings and the chosen event's title. Drawn by the cursor,
 * so that pointing and choosing leave the canvas as it is. */
void       psg_timeline_canvas_snapshot_cursor (PsgTimelineCanvas *self, GtkSnapshot *snapshot);

G_END_DECLS
