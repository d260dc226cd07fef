/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-model.h"

G_BEGIN_DECLS

#define PSG_TYPE_TIMELINE_LANE_HEAD (psg_timeline_lane_head_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineLaneHead, psg_timeline_lane_head, PSG, TIMELINE_LANE_HEAD, GtkWidget)

/* Left and right of it, so that its focus ring is whole. */
#define PSG_TIMELINE_LANE_HEAD_MARGIN 2

/**
 * PsgTimelineLaneHead:
 *
 * The name of one lane beside it: what takes the focus, and what assistive tools see
 * of the lane. What is done with it is #PsgTimelineHeads' business.
 *
 * |[<!-- language="plain" -->
 * lanehead
 * ]|
 */
GtkWidget *psg_timeline_lane_head_new         (PsgTimelineModel *model, guint lane);

guint      psg_timeline_lane_head_get_lane    (PsgTimelineLaneHead *self);
const char *psg_timeline_lane_head_get_name   (PsgTimelineLaneHead *self);
void       psg_timeline_lane_head_set_hovered (PsgTimelineLaneHead *self, gboolean hovered);
/* Brings what assistive tools are told up to date. */
void       psg_timeline_lane_head_describe    (PsgTimelineLaneHead *self);

G_END_DECLS
