/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-model.h"

G_BEGIN_DECLS

#define PSG_TYPE_TIMELINE_OVERVIEW (psg_timeline_overview_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineOverview, psg_timeline_overview, PSG, TIMELINE_OVERVIEW, GtkWidget)

/**
 * PsgTimelineOverview:
 *
 * All of time in one strip: how many events fall where, and a window over what the
 * timeline shows, to be dragged by its middle or its edges.
 */
GtkWidget  *psg_timeline_overview_new      (PsgTimelineModel *model);
PsgTimeAxis psg_timeline_overview_get_axis (PsgTimelineOverview *self);

G_END_DECLS
