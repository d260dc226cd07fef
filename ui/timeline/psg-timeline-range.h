/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-canvas.h"
#include "psg-timeline-overview.h"

G_BEGIN_DECLS

#define PSG_TYPE_TIMELINE_RANGE (psg_timeline_range_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineRange, psg_timeline_range, PSG, TIMELINE_RANGE, GtkWidget)

/**
 * PsgTimelineRange:
 *
 * The filter's range upon a timeline: drawn as a band with its dates in words, made by
 * dragging with Shift held or with a finger that was held still first, changed by dragging
 * its edges. It lies over all other parts and can be hit only where its edges and its words
 * are.
 */
GtkWidget *psg_timeline_range_new       (PsgTimelineModel    *model,
                                         PsgTimelineCanvas   *canvas,
                                         PsgTimelineOverview *overview);

const char *psg_timeline_range_get_words (PsgTimelineRange   *self);

void       psg_timeline_range_watch     (PsgTimelineRange    *self,
                                         GtkWidget           *view);
void       psg_timeline_range_bind_keys (GtkWidgetClass      *view_class);

G_END_DECLS
