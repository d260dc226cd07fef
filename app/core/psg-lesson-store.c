/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-store.h"

/* Where a person's lessons are kept, as an interface, and changes to them as values. */

G_DEFINE_INTERFACE (PsgLessonStore, psg_lesson_store, G_TYPE_OBJECT)

static void
psg_lesson_store_default_init (PsgLessonStoreInterface *iface)
{
  /**
   * PsgLessonStore::changed:
   *
   * Somebody else may have written.
   */
  g_signal_new ("changed", PSG_TYPE_LESSON_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* As in PsgLessonChange; either may be %NULL, but not both. */
PsgLessonChange *
psg_lesson_change_new (const PsgLesson *before,
                       const PsgLesson *after)
{
  PsgLessonChange *self;

  g_return_val_if_fail (before != NULL || after != NULL, NULL);

  self = g_new0 (PsgLessonChange, 1);
  self->before = before != NULL ? psg_lesson_ref (before) : NULL;
  self->after = after != NULL ? psg_lesson_ref (after) : NULL;

  return self;
}

void
psg_lesson_change_free (PsgLessonChange *self)
{
  g_clear_pointer (&self->before, psg_lesson_unref);
  g_clear_pointer (&self->after, psg_lesson_unref);
  g_free (self);
}

/* (transfer none): of the lesson it happens to. */
const char *
psg_lesson_change_get_id (const PsgLessonChange *self)
{
  return self->before != NULL ? self->before->id : self->after->id;
}

/* (transfer full) (element-type PsgLessonChange): an empty list of changes, which owns them. */
GPtrArray *
psg_lesson_changes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_change_free);
}

static gpointer
new_change (gconstpointer before,
            gconstpointer after)
{
  return psg_lesson_change_new (before, after);
}

static gboolean
equal (gconstpointer a,
       gconstpointer b)
{
  return psg_lesson_equal (a, b);
}

const PsgUndoKind psg_lesson_undo_kind = {
  .list_new = psg_lesson_changes_new,
  .change_new = new_change,
  .equal = equal,
};

/* Whether nothing can be written now. */
gboolean
psg_lesson_store_is_read_only (PsgLessonStore *self)
{
  return PSG_LESSON_STORE_GET_IFACE (self)->is_read_only (self);
}

void
psg_lesson_store_list_async (PsgLessonStore      *self,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             data)
{
  PSG_LESSON_STORE_GET_IFACE (self)->list_async (self, cancellable, callback, data);
}

/* (transfer full) (nullable) (element-type PsgLesson) */
GPtrArray *
psg_lesson_store_list_finish (PsgLessonStore  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  return PSG_LESSON_STORE_GET_IFACE (self)->list_finish (self, result, error);
}

void
psg_lesson_store_apply_async (PsgLessonStore      *self,
                              GPtrArray           *changes,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  PSG_LESSON_STORE_GET_IFACE (self)->apply_async (self, changes, callback, data);
}

/* Whether all of it is on the disk; if not, nothing is. */
gboolean
psg_lesson_store_apply_finish (PsgLessonStore  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  return PSG_LESSON_STORE_GET_IFACE (self)->apply_finish (self, result, error);
}

/* For those who implement it. */
void
psg_lesson_store_emit_changed (PsgLessonStore *self)
{
  g_signal_emit_by_name (self, "changed");
}
