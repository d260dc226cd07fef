/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note-mark.h"
#include "psg-time-axis.h"

G_BEGIN_DECLS

/* Notes on stretches of time that overlap stand in so many rows; what would need more shares the last. */
#define PSG_NOTE_STRIP_MAX_ROWS 3
/* How wide a note is at least, in pixels: room for its sign. */
#define PSG_NOTE_STRIP_LEAST 11.0

/**
 * PsgNoteBox:
 * @row: in which row
 * @first: position of its first note in that row
 * @n: how many notes it stands for
 * @colour: that of all of them; %PSG_NOTE_NO_COLOUR where they differ
 * @left: where it begins, in pixels; cut a little outside the view
 * @right: where it ends
 * @begins: whether @left is where it begins, not where it was cut
 * @ends: whether @right is where it ends
 *
 * A note, or several that cannot be told apart, as drawn. In order of row and time.
 */
typedef struct
{
  guint         row;
  guint         first;
  guint         n;
  PsgNoteColour colour;
  double        left;
  double        right;
  gboolean      begins;
  gboolean      ends;
} PsgNoteBox;

/**
 * PsgNoteStrip:
 *
 * Where notes on stretches of time are drawn. Which row a note is in follows from the times alone, so that
 * panning and zooming do not change it. What a layout costs depends on its pixels, not on how many
 * notes there are. It belongs to the main thread, and is made anew when notes change.
 */
typedef struct _PsgNoteStrip PsgNoteStrip;

PsgNoteStrip      *psg_note_strip_new        (GPtrArray *timed, const char *collection);
void               psg_note_strip_free       (PsgNoteStrip *self);

guint              psg_note_strip_get_n      (const PsgNoteStrip *self);
guint              psg_note_strip_get_n_rows (const PsgNoteStrip *self);
const PsgNoteMark *psg_note_strip_get_mark   (const PsgNoteStrip *self, guint i);
guint              psg_note_strip_find       (const PsgNoteStrip *self, const char *id);
guint              psg_note_strip_find_from  (const PsgNoteStrip *self, gint64 minute);

const PsgNoteBox  *psg_note_strip_lay_out    (PsgNoteStrip *self, const PsgTimeAxis *axis, guint *n);
const PsgNoteBox  *psg_note_strip_pick       (const PsgNoteStrip *self, double x, guint row);
const PsgNoteMark *psg_note_strip_get_boxed  (const PsgNoteStrip *self, const PsgNoteBox *box, guint i);
PsgTimeSpan        psg_note_strip_get_span   (const PsgNoteStrip *self, const PsgNoteBox *box);
gboolean           psg_note_strip_can_part   (const PsgNoteStrip *self, const PsgNoteBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgNoteStrip, psg_note_strip_free)

G_END_DECLS
