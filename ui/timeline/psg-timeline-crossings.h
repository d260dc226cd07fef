/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-model.h"

G_BEGIN_DECLS

#define PSG_TYPE_TIMELINE_CROSSINGS (psg_timeline_crossings_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineCrossings, psg_timeline_crossings, PSG, TIMELINE_CROSSINGS, GtkWidget)

/* Above and below the strips, in pixels. */
#define PSG_TIMELINE_CROSSINGS_PADDING 7

/**
 * PsgTimelineCrossings:
 *
 * The status of each road crossing through time. A click chooses a crossing, and
 * on its strip also the day. Up and Down go from strip to strip, Left and Right move
 * the playhead to where its status changes, Return chooses the crossing.
 */
GtkWidget         *psg_timeline_crossings_new  (PsgTimelineModel *model);
const PsgCrossing *psg_timeline_crossings_pick (PsgTimelineCrossings *self, double y);

G_END_DECLS
