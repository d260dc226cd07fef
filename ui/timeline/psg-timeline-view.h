/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_TIMELINE_VIEW (psg_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineView, psg_timeline_view, PSG, TIMELINE_VIEW, GtkWidget)

/**
 * PsgTimelineView:
 *
 * A session's events through time: a ruler with the playhead, the eras, a lane for
 * each theme, the crossings' status, and an overview. Dragging pans, the wheel zooms
 * about the pointer.
 *
 * |[<!-- language="plain" -->
 * timeline
 * ├── ruler
 * ├── eras
 * ├── canvas
 * ├── laneheads
 * ├── crossings
 * ├── overview
 * ├── cursor
 * ╰── timelinecorner
 * ]|
 *
 * Keys while it has the focus: Left and Right choose the previous and next
 * event, + and − zoom, Home shows everything, End the latest, Page Up and Page
 * Down move by a page, Shift with Left or Right moves the playhead by a day,
 * Backspace (with Shift) goes to the previous (next) view, Z to what is chosen.
 */
GtkWidget  *psg_timeline_view_new         (PsgSession *session);

PsgSession *psg_timeline_view_get_session (PsgTimelineView *self);
void        psg_timeline_view_set_session (PsgTimelineView *self, PsgSession *session);
void        psg_timeline_view_show_legend (PsgTimelineView *self);
void        psg_timeline_view_set_plain   (PsgTimelineView *self);

/* The playhead's handle, in the view's coordinates: what concerns its date points there. */
void        psg_timeline_view_get_playhead_area (PsgTimelineView *self, GdkRectangle *area);

G_END_DECLS
