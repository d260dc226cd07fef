/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note-strip.h"
#include "psg-timeline-model.h"

G_BEGIN_DECLS

#define PSG_TYPE_TIMELINE_NOTES (psg_timeline_notes_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineNotes, psg_timeline_notes, PSG, TIMELINE_NOTES, GtkWidget)

/**
 * PsgTimelineNotes:
 *
 * A person's notes on stretches of time, as brackets in their colours above the lanes; of no height while there
 * are none. A click opens a note. Left and Right go from note to note, Return opens it.
 */
GtkWidget    *psg_timeline_notes_new        (PsgTimelineModel *model);

int           psg_timeline_notes_get_height (PsgTimelineNotes *self, gboolean least);
PsgNoteStrip *psg_timeline_notes_get_strip  (PsgTimelineNotes *self);
void          psg_timeline_notes_describe   (PsgTimelineNotes *self);

void          psg_timeline_notes_draw_box   (cairo_t *cr, const PsgTimelineStyle *style, const PsgNoteBox *box,
                                             double top, double height, gboolean hovered);

G_END_DECLS
