/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Typing that pauses for longer begins a new step, in microseconds. */
#define PSG_UNDO_MERGE_PAUSE (2 * G_TIME_SPAN_SECOND)

/**
 * PsgUndoChange:
 * @before: (nullable): a thing as it was; %NULL where there was none
 * @after: (nullable): the thing as it is to be; %NULL where there is to be none
 *
 * How every kind of change begins, such as #PsgNoteChange.
 */
typedef struct
{
  gpointer before;
  gpointer after;
} PsgUndoChange;

/**
 * PsgUndoKind:
 * @list_new: an empty list of changes, which owns them
 * @change_new: from a state, which may be %NULL, to another
 * @equal: whether two states are the same
 *
 * What it is whose changes can be undone: notes, lessons. A change begins as #PsgUndoChange.
 */
typedef struct
{
  GPtrArray    *(*list_new)   (void);
  gpointer      (*change_new) (gconstpointer before, gconstpointer after);
  gboolean      (*equal)      (gconstpointer a, gconstpointer b);
} PsgUndoKind;

#define PSG_TYPE_UNDO_STACK (psg_undo_stack_get_type ())
G_DECLARE_FINAL_TYPE (PsgUndoStack, psg_undo_stack, PSG, UNDO_STACK, GObject)

PsgUndoStack *psg_undo_stack_new            (const PsgUndoKind *kind);
const char   *psg_undo_stack_get_undo_label (PsgUndoStack *self);
const char   *psg_undo_stack_get_redo_label (PsgUndoStack *self);
gint64        psg_undo_stack_get_undo_time  (PsgUndoStack *self);
gint64        psg_undo_stack_get_redo_time  (PsgUndoStack *self);
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
