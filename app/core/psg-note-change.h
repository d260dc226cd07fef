/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note.h"
#include "psg-undo-stack.h"

G_BEGIN_DECLS

/**
 * PsgNoteChange:
 * @before: (nullable): the note as it was; %NULL where there was none
 * @after: (nullable): the note as it is to be; %NULL where there is to be none
 *
 * What happens to one note.
 */
typedef struct
{
  PsgNote *before;
  PsgNote *after;
} PsgNoteChange;

PsgNoteChange *psg_note_change_new    (const PsgNote *before, const PsgNote *after);
void           psg_note_change_free   (PsgNoteChange *self);
const char    *psg_note_change_get_id (const PsgNoteChange *self);
GPtrArray     *psg_note_changes_new   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgNoteChange, psg_note_change_free)

/* Notes as what a #PsgUndoStack keeps the states of. */
extern const PsgUndoKind psg_note_undo_kind;

G_END_DECLS
