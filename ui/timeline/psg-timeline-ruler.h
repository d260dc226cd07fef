/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-model.h"

G_BEGIN_DECLS

/* In pixels, as all heights of a timeline. */
#define PSG_TIMELINE_RULER_HEIGHT 27

#define PSG_TYPE_TIMELINE_RULER (psg_timeline_ruler_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineRuler, psg_timeline_ruler, PSG, TIMELINE_RULER, GtkWidget)

/**
 * PsgTimelineRuler:
 *
 * The scale at the top of a timeline. A click or a drag on it sets the playhead,
 * whose handle the cursor draws.
 */
GtkWidget *psg_timeline_ruler_new (PsgTimelineModel *model);
void       psg_timeline_ruler_set_corner (PsgTimelineRuler *self, int width);

G_END_DECLS
