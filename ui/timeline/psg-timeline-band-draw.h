/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-crossing.h"
#include "psg-time-axis.h"
#include "psg-timeline-style.h"

G_BEGIN_DECLS

void psg_timeline_draw_strip (cairo_t *cr, const PsgTimelineStyle *style, const PsgCrossing *crossing,
                              const PsgTimeAxis *axis, const PsgTimeSpan *span,
                              double y, double row_height, double strength);

G_END_DECLS
