/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-canvas.h"
#include "psg-timeline-overview.h"

G_BEGIN_DECLS

#define PSG_TYPE_TIMELINE_CURSOR (psg_timeline_cursor_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineCursor, psg_timeline_cursor, PSG, TIMELINE_CURSOR, GtkWidget)

/**
 * PsgTimelineCursor:
 *
 * What lies over all parts of a timeline: the playhead with its date, and on the
 * canvas what is pointed at and what is chosen. It takes no input.
 */
GtkWidget *psg_timeline_cursor_new (PsgTimelineModel    *model,
                                    PsgTimelineCanvas   *canvas,
                                    PsgTimelineOverview *overview);

G_END_DECLS
