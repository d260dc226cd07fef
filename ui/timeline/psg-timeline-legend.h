/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-model.h"

G_BEGIN_DECLS

#define PSG_TYPE_TIMELINE_LEGEND (psg_timeline_legend_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineLegend, psg_timeline_legend, PSG, TIMELINE_LEGEND, GtkWidget)

/**
 * PsgTimelineLegend:
 *
 * How the timeline shows what is known of a date, what the strips of the crossings
 * mean, and its other signs, each with a few words. The signs are drawn by what draws
 * the timeline.
 */
GtkWidget *psg_timeline_legend_new (PsgTimelineModel *model);

G_END_DECLS
