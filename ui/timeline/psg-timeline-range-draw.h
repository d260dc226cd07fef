/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-timeline-layout.h"
#include "psg-timeline-style.h"
#include "psg-timeline-text.h"

G_BEGIN_DECLS

/**
 * PsgTimelineBand:
 * @left: where the range begins, in pixels from where the axis begins
 * @right: where it ends, greater than @left; both may lie far outside
 * @width: of the axis
 * @top: upper edge of what it is drawn upon
 * @bottom: lower edge
 * @grip: where the grips of the edges stand: the foot of the lanes, clear of all events
 *
 * Where a range is drawn.
 */
typedef struct
{
  double left;
  double right;
  double width;
  double top;
  double bottom;
  double grip;
} PsgTimelineBand;

void psg_timeline_range_draw_band     (GtkSnapshot             *snapshot,
                                       const PsgTimelineStyle  *style,
                                       const PsgTimelineBand   *band,
                                       gboolean                 has_grips);
void psg_timeline_range_draw_overview (GtkSnapshot             *snapshot,
                                       const PsgTimelineStyle  *style,
                                       const PsgTimelineBand   *band);
void psg_timeline_range_draw_veils    (GtkSnapshot             *snapshot,
                                       const PsgTimelineStyle  *style,
                                       const PsgTimelineBand   *band,
                                       const PsgTimelineLayout *layout,
                                       const PsgRowSet         *matches,
                                       PsgEventTable           *events,
                                       PsgTimelineText         *text);

G_END_DECLS
