/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lessons.h"
#include "psg-notes.h"

G_BEGIN_DECLS

/*
 * A person's notes and lessons remember each for themselves what can be undone. To the person there is one order: what
 * was done last is undone first, whichever it was. @notes and @lessons may be %NULL.
 */
const char *psg_undo_order_get_undo_label (PsgNotes *notes, PsgLessons *lessons);
const char *psg_undo_order_get_redo_label (PsgNotes *notes, PsgLessons *lessons);
void        psg_undo_order_undo           (PsgNotes *notes, PsgLessons *lessons);
void        psg_undo_order_redo           (PsgNotes *notes, PsgLessons *lessons);

G_END_DECLS
