/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note.h"

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

/* Typing that pauses for longer begins a new step, in microseconds. */
#define PSG_UNDO_MERGE_PAUSE (2 * G_TIME_SPAN_SECOND)

#define PSG_TYPE_UNDO_STACK (psg_undo_stack_get_type ())
G_DECLARE_FINAL_TYPE (PsgUndoStack, psg_undo_stack, PSG, UNDO_STACK, GObject)

PsgUndoStack *psg_undo_stack_new            (void);
const char   *psg_undo_stack_get_undo_label (PsgUndoStack *self);
const char   *psg_undo_stack_get_redo_label (PsgUndoStack *self);
void          psg_undo_stack_push           (PsgUndoStack *self,
                                             const char   *label,
                                             GPtrArray    *changes,
                                             const char   *merge,
                                             gint64        now);
void          psg_undo_stack_seal           (PsgUndoStack *self);
GPtrArray    *psg_undo_stack_undo           (PsgUndoStack *self);
GPtrArray    *psg_undo_stack_redo           (PsgUndoStack *self);
void          psg_undo_stack_revert         (PsgUndoStack *self);
void          psg_undo_stack_clear          (PsgUndoStack *self);

G_END_DECLS
