/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-layout.h"
#include "psg-timeline-raster.h"
#include "psg-timeline-style.h"

G_BEGIN_DECLS

/**
 * PsgTimelineSprites:
 *
 * Marks that have been drawn before, as small pictures to be copied: dots, narrow
 * bars, and the two ends of wide ones. They are drawn by psg_timeline_draw_mark(), so
 * screen and paper look alike.
 */
typedef struct _PsgTimelineSprites PsgTimelineSprites;

PsgTimelineSprites *psg_timeline_sprites_new  (const PsgTimelineStyle *style, int scale);
void                psg_timeline_sprites_free (PsgTimelineSprites *self);
/* Copies a mark of a lane's colour; FALSE if it is one that has to be drawn for itself. */
gboolean            psg_timeline_sprites_draw (PsgTimelineSprites    *self,
                                               const PsgRaster       *raster,
                                               const PsgTimelineMark *mark,
                                               guint                  lane);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgTimelineSprites, psg_timeline_sprites_free)

G_END_DECLS
