/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-timeline-model.h"

G_BEGIN_DECLS

#define PSG_TYPE_TIMELINE_CORNER (psg_timeline_corner_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineCorner, psg_timeline_corner, PSG, TIMELINE_CORNER, AdwBin)

/**
 * PsgTimelineCorner:
 *
 * The button beside the ruler: lanes to show, hide and move, and the legend. It says
 * how many lanes are hidden, for those who wonder where they are.
 */
GtkWidget *psg_timeline_corner_new         (PsgTimelineModel *model);

void       psg_timeline_corner_popup       (PsgTimelineCorner *self, gboolean legend);
GtkPopover *psg_timeline_corner_get_popover (PsgTimelineCorner *self);

G_END_DECLS
