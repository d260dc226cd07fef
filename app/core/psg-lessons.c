/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lessons-private.h"

#include <string.h>

/* A person's own lessons, as all views see them. How they are changed is in psg-lessons-write.c. */

enum
{
  PROP_READ_ONLY = 1,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_TROUBLE,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  FAILED,
  FLUSH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgLessons, psg_lessons, G_TYPE_OBJECT)

static void
put (PsgLessons *self,
     PsgLesson  *lesson)
{
  g_hash_table_replace (self->lessons, lesson->id, psg_lesson_ref (lesson));
}

void
psg_lessons_show_changes (PsgLessons *self,
                          GPtrArray  *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      PsgLessonChange *change = g_ptr_array_index (changes, i);

      if (change->after != NULL)
        put (self, change->after);
      else
        g_hash_table_remove (self->lessons, change->before->id);
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

/* Something that was asked could not be done: @message is localised. */
void
psg_lessons_tell_failed (PsgLessons *self,
                         const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* Whoever has something unwritten hands it over. */
void
psg_lessons_tell_flush (PsgLessons *self)
{
  g_signal_emit (self, signals[FLUSH], 0);
}

/* What would be undone or redone is another. */
void
psg_lessons_tell_steps (PsgLessons *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PsgLessons) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lessons = psg_lesson_store_list_finish (PSG_LESSON_STORE (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  if (lessons == NULL)
    {
      psg_lessons_tell_failed (self, error->message);
      return;
    }
  /* What was changed since it was asked is not in the answer. */
  if (self->reload)
    {
      psg_lessons_load (self);
      return;
    }

  g_hash_table_remove_all (self->lessons);
  for (guint i = 0; i < lessons->len; i++)
    put (self, g_ptr_array_index (lessons, i));
  self->loaded = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
psg_lessons_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PsgLessons *self = PSG_LESSONS (object);

  switch (prop_id)
    {
    case PROP_READ_ONLY:
      g_value_set_boolean (value, psg_lessons_is_read_only (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, psg_lessons_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, psg_lessons_get_redo_label (self));
      break;
    case PROP_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, psg_lessons_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
psg_lessons_dispose (GObject *object)
{
  psg_lessons_close (PSG_LESSONS (object));

  G_OBJECT_CLASS (psg_lessons_parent_class)->dispose (object);
}

static void
psg_lessons_finalize (GObject *object)
{
  PsgLessons *self = PSG_LESSONS (object);

  g_object_unref (self->store);
  g_hash_table_unref (self->lessons);
  g_object_unref (self->undo);
  g_free (self->trouble);

  G_OBJECT_CLASS (psg_lessons_parent_class)->finalize (object);
}

static void
psg_lessons_class_init (PsgLessonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = psg_lessons_get_property;
  object_class->dispose = psg_lessons_dispose;
  object_class->finalize = psg_lessons_finalize;

  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_TROUBLE] = g_param_spec_string ("trouble", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", PSG_TYPE_LESSONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", PSG_TYPE_LESSONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FLUSH] = g_signal_new ("flush", PSG_TYPE_LESSONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
psg_lessons_init (PsgLessons *self)
{
  self->lessons = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) psg_lesson_unref);
  self->undo = psg_undo_stack_new (&psg_lesson_undo_kind);
  g_queue_init (&self->writes);
}

/**
 * psg_lessons_new:
 * @store: where they are kept, open
 *
 * Returns: (transfer full): its lessons, none of which is known before psg_lessons_load()
 */
PsgLessons *
psg_lessons_new (PsgLessonStore *store)
{
  PsgLessons *self = g_object_new (PSG_TYPE_LESSONS, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (psg_lessons_load), self, G_CONNECT_SWAPPED);

  return self;
}

/* Reads all of them; `changed` tells when that is done. */
void
psg_lessons_load (PsgLessons *self)
{
  g_return_if_fail (PSG_IS_LESSONS (self));

  /* Again once what is under way has come, or has been written. */
  self->reload = self->loading != NULL || psg_lessons_is_busy (self);
  if (self->reload)
    return;

  self->loading = g_cancellable_new ();
  psg_lesson_store_list_async (self->store, self->loading, loaded_cb, g_object_ref (self));
}

gboolean
psg_lessons_is_read_only (PsgLessons *self)
{
  return psg_lesson_store_is_read_only (self->store);
}

/* Whether it is known which there are. */
gboolean
psg_lessons_is_loaded (PsgLessons *self)
{
  return self->loaded;
}

/* Whether something is still to be written. */
gboolean
psg_lessons_is_busy (PsgLessons *self)
{
  return !g_queue_is_empty (&self->writes);
}

/* (nullable): why something could not be written yet, localised. */
const char *
psg_lessons_get_trouble (PsgLessons *self)
{
  return self->trouble;
}

/* (transfer none) (nullable): also one in the bin; valid until lessons change. */
PsgLesson *
psg_lessons_find (PsgLessons *self,
                  const char *id)
{
  return g_hash_table_lookup (self->lessons, id);
}

/* By when they were made, so that none moves while its title is typed; the last deleted first in the bin. */
static int
compare_lessons (gconstpointer a,
                 gconstpointer b)
{
  const PsgLesson *one = *(PsgLesson *const *) a;
  const PsgLesson *other = *(PsgLesson *const *) b;

  if (one->deleted != other->deleted)
    return one->deleted > other->deleted ? -1 : 1;
  if (one->created != other->created)
    return one->created < other->created ? -1 : 1;

  return strcmp (one->id, other->id);
}

/**
 * psg_lessons_list:
 * @self: lessons
 * @collection: (nullable): id of the collection they are about; %NULL for any
 * @binned: those in the bin, instead of those that are not
 *
 * Returns: (transfer full) (element-type PsgLesson): lessons, in the order they were made
 */
GPtrArray *
psg_lessons_list (PsgLessons *self,
                  const char *collection,
                  gboolean    binned)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_unref);
  GHashTableIter iter;
  PsgLesson *lesson;

  g_hash_table_iter_init (&iter, self->lessons);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &lesson))
    if ((lesson->deleted != 0) == binned && (collection == NULL || g_strcmp0 (lesson->collection, collection) == 0))
      g_ptr_array_add (list, psg_lesson_ref (lesson));
  g_ptr_array_sort (list, compare_lessons);

  return list;
}
