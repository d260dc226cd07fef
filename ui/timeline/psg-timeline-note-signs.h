/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-layout.h"
#include "psg-timeline-model.h"

G_BEGIN_DECLS

/* Of a sign, in pixels. */
#define PSG_TIMELINE_NOTE_SIGN 8.0

/**
 * PsgTimelineNoteSigns:
 *
 * The signs at events that a person wrote about: at the event's mark, or, where a crowd of events is drawn in
 * its place, at its day. Signs that would lie upon one another are one, so what they cost depends on pixels.
 */
typedef struct _PsgTimelineNoteSigns PsgTimelineNoteSigns;

PsgTimelineNoteSigns *psg_timeline_note_signs_new     (PsgTimelineModel *model);
void                  psg_timeline_note_signs_free    (PsgTimelineNoteSigns *self);

void                  psg_timeline_note_signs_forget  (PsgTimelineNoteSigns *self, PsgTimelineInvalid what);
gboolean              psg_timeline_note_signs_lay_out (PsgTimelineNoteSigns *self, const PsgTimelineLayout *layout,
                                                       const PsgTimelineLane *lanes, guint n_lanes);
void                  psg_timeline_note_signs_draw    (PsgTimelineNoteSigns *self, cairo_t *cr, guint row, int scale);
guint                 psg_timeline_note_signs_pick    (const PsgTimelineNoteSigns *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgTimelineNoteSigns, psg_timeline_note_signs_free)

G_END_DECLS
