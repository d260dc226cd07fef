/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-lessons.h"

#include "psg-lesson-table.h"
#include "psg-notebook-private.h"

/* A notebook's lessons for the main loop: what is asked goes to the notebook's worker, in order. */

struct _PsgNotebookLessons
{
  GObject parent_instance;

  PsgNotebook *notebook;
};

static void lesson_store_init (PsgLessonStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgNotebookLessons, psg_notebook_lessons, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_LESSON_STORE, lesson_store_init))

/* In the worker's thread */

static void
list_job (PsgNotebookFile **file,
          GTask            *task,
          gpointer          data)
{
  GError *error = NULL;
  GPtrArray *lessons;

  if (!psg_notebook_job_has_file (file, task))
    return;

  /* What stays in the bin too long harms nobody. */
  if (!psg_notebook_file_is_read_only (*file))
    psg_lesson_table_purge (*file, g_get_real_time () - PSG_NOTE_BIN_DAYS * G_TIME_SPAN_DAY, NULL);
  lessons = psg_lesson_table_list (*file, &error);
  if (lessons != NULL)
    g_task_return_pointer (task, lessons, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
apply_job (PsgNotebookFile **file,
           GTask            *task,
           gpointer          changes)
{
  GError *error = NULL;

  if (!psg_notebook_job_has_file (file, task))
    return;

  if (psg_lesson_table_apply (*file, changes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* In the main context */

/* What this process writes is known already; somebody else's may be anything. */
static void
notebook_changed_cb (PsgNotebookLessons *self,
                     const char *const  *ids)
{
  if (ids == NULL)
    psg_lesson_store_emit_changed (PSG_LESSON_STORE (self));
}

static gboolean
is_read_only (PsgLessonStore *store)
{
  return psg_note_store_is_read_only (PSG_NOTE_STORE (PSG_NOTEBOOK_LESSONS (store)->notebook));
}

static void
list_async (PsgLessonStore      *store,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             data)
{
  GTask *task = g_task_new (store, cancellable, callback, data);

  g_task_set_source_tag (task, list_async);
  psg_notebook_push (PSG_NOTEBOOK_LESSONS (store)->notebook, task, list_job);
}

static GPtrArray *
list_finish (PsgLessonStore  *store,
             GAsyncResult    *result,
             GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
apply_async (PsgLessonStore      *store,
             GPtrArray           *changes,
             GAsyncReadyCallback  callback,
             gpointer             data)
{
  GTask *task = g_task_new (store, NULL, callback, data);
  GPtrArray *copy = psg_lesson_changes_new ();

  /* It may go to another thread whatever becomes of the array; its items are never changed. */
  for (guint i = 0; i < changes->len; i++)
    {
      PsgLessonChange *change = g_ptr_array_index (changes, i);

      g_ptr_array_add (copy, psg_lesson_change_new (change->before, change->after));
    }
  g_task_set_source_tag (task, apply_async);
  g_task_set_task_data (task, copy, (GDestroyNotify) g_ptr_array_unref);
  psg_notebook_push (PSG_NOTEBOOK_LESSONS (store)->notebook, task, apply_job);
}

static gboolean
apply_finish (PsgLessonStore  *store,
              GAsyncResult    *result,
              GError         **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
lesson_store_init (PsgLessonStoreInterface *iface)
{
  iface->is_read_only = is_read_only;
  iface->list_async = list_async;
  iface->list_finish = list_finish;
  iface->apply_async = apply_async;
  iface->apply_finish = apply_finish;
}

static void
psg_notebook_lessons_finalize (GObject *object)
{
  g_object_unref (PSG_NOTEBOOK_LESSONS (object)->notebook);

  G_OBJECT_CLASS (psg_notebook_lessons_parent_class)->finalize (object);
}

static void
psg_notebook_lessons_class_init (PsgNotebookLessonsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_notebook_lessons_finalize;
}

static void
psg_notebook_lessons_init (PsgNotebookLessons *self)
{
}

/**
 * psg_notebook_lessons_new:
 * @notebook: a notebook that is open, or has been asked to open
 *
 * Returns: (transfer full): its lessons
 */
PsgNotebookLessons *
psg_notebook_lessons_new (PsgNotebook *notebook)
{
  PsgNotebookLessons *self = g_object_new (PSG_TYPE_NOTEBOOK_LESSONS, NULL);

  self->notebook = g_object_ref (notebook);
  g_signal_connect_object (notebook, "changed", G_CALLBACK (notebook_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
