/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "psg-lesson.h"
#include "psg-note-store.h"
#include "psg-undo-stack.h"

G_BEGIN_DECLS

/**
 * PsgLessonChange:
 * @before: (nullable): the lesson as it was; %NULL where there was none
 * @after: (nullable): the lesson as it is to be; %NULL where there is to be none
 *
 * What happens to one lesson of a person's own.
 */
typedef struct
{
  PsgLesson *before;
  PsgLesson *after;
} PsgLessonChange;

PsgLessonChange *psg_lesson_change_new    (const PsgLesson *before, const PsgLesson *after);
void             psg_lesson_change_free   (PsgLessonChange *self);
const char      *psg_lesson_change_get_id (const PsgLessonChange *self);
GPtrArray       *psg_lesson_changes_new   (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgLessonChange, psg_lesson_change_free)

/* Lessons as what a #PsgUndoStack keeps the states of. */
extern const PsgUndoKind psg_lesson_undo_kind;

#define PSG_TYPE_LESSON_STORE (psg_lesson_store_get_type ())
G_DECLARE_INTERFACE (PsgLessonStore, psg_lesson_store, PSG, LESSON_STORE, GObject)

/**
 * PsgLessonStore:
 *
 * Where a person's own lessons are kept, as #PsgLessons sees it; a notebook is one. What it is asked is done in
 * order, and answered in the main context; its errors are #PsgNotebookError. Its signal `changed` says that
 * somebody else may have written.
 *
 * `list` gives all of them, also those in the bin. `apply` makes changes to lessons as they are known to be: all
 * of them, or none if one is not so any more (%PSG_NOTEBOOK_ERROR_CONFLICT).
 */
struct _PsgLessonStoreInterface
{
  GTypeInterface parent;

  gboolean   (*is_read_only) (PsgLessonStore *self);
  void       (*list_async)   (PsgLessonStore *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer data);
  GPtrArray *(*list_finish)  (PsgLessonStore *self, GAsyncResult *result, GError **error);
  void       (*apply_async)  (PsgLessonStore *self, GPtrArray *changes, GAsyncReadyCallback callback, gpointer data);
  gboolean   (*apply_finish) (PsgLessonStore *self, GAsyncResult *result, GError **error);
};

gboolean   psg_lesson_store_is_read_only (PsgLessonStore *self);
void       psg_lesson_store_list_async   (PsgLessonStore *self, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer data);
GPtrArray *psg_lesson_store_list_finish  (PsgLessonStore *self, GAsyncResult *result, GError **error);
void       psg_lesson_store_apply_async  (PsgLessonStore *self, GPtrArray *changes, GAsyncReadyCallback callback,
                                          gpointer data);
gboolean   psg_lesson_store_apply_finish (PsgLessonStore *self, GAsyncResult *result, GError **error);

void       psg_lesson_store_emit_changed (PsgLessonStore *self);

G_END_DECLS
