/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory-lessons.h"

/* Lessons in a table. Questions wait in a queue, one of which is answered at each turn of the main loop. */

struct _PsgMemoryLessons
{
  GObject parent_instance;

  GHashTable *lessons; /* by id */
  GQueue      tasks;   /* of GTask; those with data apply changes */
  guint       source;
  guint       n_writes;
  int         failing;
  gboolean    read_only;
};

static void psg_memory_lessons_store_init (PsgLessonStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgMemoryLessons, psg_memory_lessons, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_LESSON_STORE, psg_memory_lessons_store_init))

static void
answer_list (PsgMemoryLessons *self,
             GTask            *task)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_unref);
  GHashTableIter iter;
  PsgLesson *lesson;

  g_hash_table_iter_init (&iter, self->lessons);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &lesson))
    g_ptr_array_add (list, psg_lesson_ref (lesson));
  g_task_return_pointer (task, list, (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
is_as_known (PsgMemoryLessons      *self,
             const PsgLessonChange *change)
{
  PsgLesson *lesson = g_hash_table_lookup (self->lessons, psg_lesson_change_get_id (change));

  return lesson == NULL ? change->before == NULL
                        : change->before != NULL && psg_lesson_equal (lesson, change->before);
}

static void
answer_apply (PsgMemoryLessons *self,
              GTask            *task,
              GPtrArray        *changes)
{
  if (self->failing >= 0)
    {
      g_task_return_new_error (task, PSG_NOTEBOOK_ERROR, self->failing, "It cannot be written");
      return;
    }

  for (guint i = 0; i < changes->len; i++)
    if (!is_as_known (self, g_ptr_array_index (changes, i)))
      {
        g_task_return_new_error (task, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_CONFLICT, "It is another");
        return;
      }

  for (guint i = 0; i < changes->len; i++)
    {
      PsgLessonChange *change = g_ptr_array_index (changes, i);

      psg_memory_lessons_set (self, psg_lesson_change_get_id (change), change->after);
    }
  self->n_writes++;
  g_task_return_boolean (task, TRUE);
}

static gboolean
answer_cb (gpointer data)
{
  PsgMemoryLessons *self = PSG_MEMORY_LESSONS (data);
  g_autoptr (GTask) task = g_queue_pop_head (&self->tasks);
  GPtrArray *changes = g_task_get_task_data (task);

  self->source = g_queue_is_empty (&self->tasks) ? 0 : g_idle_add (answer_cb, self);
  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;

  if (changes != NULL)
    answer_apply (self, task, changes);
  else
    answer_list (self, task);

  return G_SOURCE_REMOVE;
}

static void
ask (PsgLessonStore      *store,
     GPtrArray           *changes,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             data)
{
  PsgMemoryLessons *self = PSG_MEMORY_LESSONS (store);
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, ask);
  if (changes != NULL)
    g_task_set_task_data (task, g_ptr_array_ref (changes), (GDestroyNotify) g_ptr_array_unref);
  g_queue_push_tail (&self->tasks, task);
  if (self->source == 0)
    self->source = g_idle_add (answer_cb, self);
}

static void
list_async (PsgLessonStore      *store,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             data)
{
  ask (store, NULL, cancellable, callback, data);
}

static void
apply_async (PsgLessonStore      *store,
             GPtrArray           *changes,
             GAsyncReadyCallback  callback,
             gpointer             data)
{
  ask (store, changes, NULL, callback, data);
}

static GPtrArray *
list_finish (PsgLessonStore  *store,
             GAsyncResult    *result,
             GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
apply_finish (PsgLessonStore  *store,
              GAsyncResult    *result,
              GError         **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
is_read_only (PsgLessonStore *store)
{
  return PSG_MEMORY_LESSONS (store)->read_only;
}

static void
psg_memory_lessons_store_init (PsgLessonStoreInterface *iface)
{
  iface->is_read_only = is_read_only;
  iface->list_async = list_async;
  iface->list_finish = list_finish;
  iface->apply_async = apply_async;
  iface->apply_finish = apply_finish;
}

static void
psg_memory_lessons_finalize (GObject *object)
{
  PsgMemoryLessons *self = PSG_MEMORY_LESSONS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_queue_clear_full (&self->tasks, g_object_unref);
  g_hash_table_unref (self->lessons);

  G_OBJECT_CLASS (psg_memory_lessons_parent_class)->finalize (object);
}

static void
psg_memory_lessons_class_init (PsgMemoryLessonsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_memory_lessons_finalize;
}

static void
psg_memory_lessons_init (PsgMemoryLessons *self)
{
  self->lessons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) psg_lesson_unref);
  self->failing = -1;
  g_queue_init (&self->tasks);
}

PsgMemoryLessons *
psg_memory_lessons_new (void)
{
  return g_object_new (PSG_TYPE_MEMORY_LESSONS, NULL);
}

/* (transfer none) (nullable) */
PsgLesson *
psg_memory_lessons_get (PsgMemoryLessons *self,
                        const char       *id)
{
  return g_hash_table_lookup (self->lessons, id);
}

guint
psg_memory_lessons_get_n (PsgMemoryLessons *self)
{
  return g_hash_table_size (self->lessons);
}

/* How often something was written. */
guint
psg_memory_lessons_get_n_writes (PsgMemoryLessons *self)
{
  return self->n_writes;
}

void
psg_memory_lessons_set (PsgMemoryLessons *self,
                        const char       *id,
                        const PsgLesson  *lesson)
{
  if (lesson != NULL)
    g_hash_table_insert (self->lessons, g_strdup (id), psg_lesson_ref (lesson));
  else
    g_hash_table_remove (self->lessons, id);
}

void
psg_memory_lessons_set_failing (PsgMemoryLessons *self,
                                int               code)
{
  self->failing = code;
}

void
psg_memory_lessons_set_read_only (PsgMemoryLessons *self,
                                  gboolean          read_only)
{
  self->read_only = read_only;
}

void
psg_memory_lessons_settle (PsgMemoryLessons *self,
                           PsgLessons       *lessons)
{
  while (!g_queue_is_empty (&self->tasks)
         || (psg_lessons_is_busy (lessons) && psg_lessons_get_trouble (lessons) == NULL))
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}
