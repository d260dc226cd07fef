/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-era-layout.h"
#include "psg-timeline-model.h"

G_BEGIN_DECLS

#define PSG_TYPE_TIMELINE_ERAS (psg_timeline_eras_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineEras, psg_timeline_eras, PSG, TIMELINE_ERAS, GtkWidget)

/**
 * PsgTimelineEras:
 *
 * The chapters of the story: a slim band with the eras' names, below the ruler.
 */
GtkWidget          *psg_timeline_eras_new        (PsgTimelineModel *model);
int                 psg_timeline_eras_get_height (PsgTimelineEras *self);
const PsgEraLayout *psg_timeline_eras_get_layout (PsgTimelineEras *self);
char               *psg_timeline_eras_describe   (PsgTimelineEras *self);
void                psg_timeline_eras_snapshot_tints (PsgTimelineEras *self, GtkSnapshot *snapshot,
                                                  double top, double bottom);

G_END_DECLS
