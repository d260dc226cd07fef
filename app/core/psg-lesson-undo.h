/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lesson-store.h"

G_BEGIN_DECLS

/**
 * PsgLessonUndo:
 *
 * What of the changes to a person's lessons can be undone, in steps with a name; as #PsgUndoStack does it for
 * notes. Times are of g_get_monotonic_time(), so that the steps of both can be put in order.
 */
typedef struct _PsgLessonUndo PsgLessonUndo;

PsgLessonUndo *psg_lesson_undo_new       (void);
void           psg_lesson_undo_free      (PsgLessonUndo *self);
void           psg_lesson_undo_push      (PsgLessonUndo *self, const char *label, GPtrArray *changes,
                                          const char *merge, gint64 now);
GPtrArray     *psg_lesson_undo_step      (PsgLessonUndo *self, int direction);
void           psg_lesson_undo_revert    (PsgLessonUndo *self);
const char    *psg_lesson_undo_get_label (PsgLessonUndo *self, int direction);
gint64         psg_lesson_undo_get_time  (PsgLessonUndo *self, int direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgLessonUndo, psg_lesson_undo_free)

G_END_DECLS
