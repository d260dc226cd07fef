/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-lane-head.h"

G_BEGIN_DECLS

#define PSG_TYPE_TIMELINE_HEADS (psg_timeline_heads_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineHeads, psg_timeline_heads, PSG, TIMELINE_HEADS, GtkWidget)

/**
 * PsgTimelineHeads:
 *
 * The names of the lanes, and what is done with lanes by hand: a click or Return
 * collapses and expands, a drag or Alt with Up and Down moves, Delete or H hides, the
 * menu has all of it. Up and Down go from name to name; to Tab they are one stop.
 *
 * |[<!-- language="plain" -->
 * laneheads
 * ├── lanehead
 * ╰── …
 * ]|
 */
GtkWidget *psg_timeline_heads_new      (PsgTimelineModel *model);

GtkWidget *psg_timeline_heads_get_head (PsgTimelineHeads *self, guint lane);
GtkWidget *psg_timeline_heads_pick     (PsgTimelineHeads *self, double y);
void       psg_timeline_heads_describe (PsgTimelineHeads *self);
void       psg_timeline_heads_popup    (PsgTimelineHeads *self, guint lane);

G_END_DECLS
