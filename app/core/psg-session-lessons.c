/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session-lessons.h"

#include "psg-session-private.h"

#include <glib/gi18n-lib.h>

/* The lessons about the collection that is open: its own, which nobody changes, and a person's. */

/* (transfer none) (nullable) */
PsgLessons *
psg_session_get_lessons (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  return self->lessons;
}

void
psg_session_tell_lessons (PsgSession *self)
{
  g_signal_emit_by_name (self, "lessons-changed");
}

/* @lessons: (nullable): of the person, whatever the collection */
void
psg_session_set_lessons (PsgSession *self,
                         PsgLessons *lessons)
{
  g_return_if_fail (PSG_IS_SESSION (self));
  g_return_if_fail (lessons == NULL || PSG_IS_LESSONS (lessons));

  if (lessons == self->lessons)
    return;

  if (self->lessons != NULL)
    g_signal_handlers_disconnect_by_func (self->lessons, psg_session_tell_lessons, self);
  g_set_object (&self->lessons, lessons);
  if (lessons != NULL)
    g_signal_connect_object (lessons, "changed", G_CALLBACK (psg_session_tell_lessons), self, G_CONNECT_SWAPPED);
  g_object_notify (G_OBJECT (self), "lessons");
  psg_session_tell_lessons (self);
}

/**
 * psg_session_list_lessons:
 * @self: a session
 *
 * Returns: (transfer full) (element-type PsgLesson): the lessons about its collection: those that came with it, then
 *   the person's own in the order they were made; none without a collection
 */
GPtrArray *
psg_session_list_lessons (PsgSession *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_unref);
  g_autoptr (GPtrArray) own = NULL;
  GPtrArray *bundled;

  g_return_val_if_fail (PSG_IS_SESSION (self), list);

  if (self->collection == NULL)
    return list;

  bundled = psg_collection_get_lessons (self->collection);
  for (guint i = 0; i < bundled->len; i++)
    g_ptr_array_add (list, psg_lesson_ref (g_ptr_array_index (bundled, i)));
  if (self->lessons != NULL)
    {
      own = psg_lessons_list (self->lessons, psg_collection_get_info (self->collection)->id, FALSE);
      g_ptr_array_extend_and_steal (list, g_steal_pointer (&own));
    }

  return list;
}

/**
 * psg_session_find_lesson:
 * @self: a session
 * @id: of one of its lessons
 *
 * Returns: (transfer none) (nullable): the lesson, valid until lessons change; %NULL if it is about another
 *   collection, or in the bin
 */
PsgLesson *
psg_session_find_lesson (PsgSession *self,
                         const char *id)
{
  PsgLesson *lesson;
  GPtrArray *bundled;

  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  if (self->collection == NULL)
    return NULL;

  bundled = psg_collection_get_lessons (self->collection);
  for (guint i = 0; i < bundled->len; i++)
    if (g_str_equal (((PsgLesson *) g_ptr_array_index (bundled, i))->id, id))
      return g_ptr_array_index (bundled, i);

  lesson = self->lessons != NULL ? psg_lessons_find (self->lessons, id) : NULL;

  return lesson != NULL && lesson->deleted == 0
         && g_strcmp0 (lesson->collection, psg_collection_get_info (self->collection)->id) == 0 ? lesson : NULL;
}

/* Whether a lesson of one's own about the collection could be made and changed now. */
gboolean
psg_session_may_keep_lessons (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  return self->collection != NULL && self->lessons != NULL && psg_lessons_is_loaded (self->lessons)
         && !psg_lessons_is_read_only (self->lessons);
}

/**
 * psg_session_create_lesson:
 * @self: a session with a collection
 * @now: microseconds since 1970 UTC
 *
 * Returns: (transfer full): an empty lesson about the collection, which is still to be kept
 */
PsgLesson *
psg_session_create_lesson (PsgSession *self,
                           gint64      now)
{
  const PsgCollectionInfo *info;

  g_return_val_if_fail (PSG_IS_SESSION (self) && self->collection != NULL, NULL);

  info = psg_collection_get_info (self->collection);

  return psg_lesson_create (info->id, info->version, now);
}

/**
 * psg_session_copy_lesson:
 * @self: a session with a collection
 * @lesson: one of its lessons
 * @now: microseconds since 1970 UTC
 *
 * Returns: (transfer full): one of the person's own with the same steps, which is still to be kept
 */
PsgLesson *
psg_session_copy_lesson (PsgSession      *self,
                         const PsgLesson *lesson,
                         gint64           now)
{
  const PsgCollectionInfo *info;
  g_autofree char *title = NULL;
  PsgLesson *copy;

  g_return_val_if_fail (PSG_IS_SESSION (self) && self->collection != NULL && lesson != NULL, NULL);

  info = psg_collection_get_info (self->collection);
  /* Translators: %s is the title of a lesson; this becomes the title of a person's copy of it */
  title = g_strdup_printf (psg_lesson_is_own (lesson) ? _("%s (copy)") : _("Your copy of “%s”"),
                           psg_text_get (lesson->title));
  copy = psg_lesson_duplicate (lesson, title, now);
  g_free (copy->collection);
  copy->collection = g_strdup (info->id);
  g_free (copy->collection_version);
  copy->collection_version = g_strdup (info->version);

  return copy;
}
