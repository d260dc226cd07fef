/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lessons-private.h"

#include <glib/gi18n-lib.h>

/*
 * Changing lessons. What is asked for is done to what is known at once and put in a queue; the store writes one
 * item after the other. An item that cannot be written for now stays at the head and is tried again, so
 * that what follows it finds what it was made to. What is typed while another letter is written is written together.
 */

/* How long until what could not be written is tried again, in seconds. */
#define RETRY_SECONDS 4

/* What is to be written. */
typedef struct
{
  gboolean   step;    /* undone or redone: what can be undone knows it already */
  GPtrArray *changes; /* of PsgLessonChange */
} Write;

static void start_writing (PsgLessons *self);

static void
free_write (gpointer data)
{
  Write *self = data;

  g_ptr_array_unref (self->changes);
  g_free (self);
}

static void
set_trouble (PsgLessons *self,
             const char *trouble)
{
  if (g_strcmp0 (self->trouble, trouble) == 0)
    return;

  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  g_object_notify (G_OBJECT (self), "trouble");
}

static void
drop_head (PsgLessons *self)
{
  free_write (g_queue_pop_head (&self->writes));
  if (!g_queue_is_empty (&self->writes))
    return;

  g_object_notify (G_OBJECT (self), "busy");
  if (self->reload)
    psg_lessons_load (self);
}

static gboolean
retry_cb (gpointer data)
{
  PsgLessons *self = PSG_LESSONS (data);

  self->retry_source = 0;
  start_writing (self);

  return G_SOURCE_REMOVE;
}

/* What a person did to a lesson that is another by now becomes a lesson beside it. */
static GPtrArray *
keep_beside (GPtrArray *changes)
{
  g_autoptr (GPtrArray) copies = psg_lesson_changes_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      PsgLessonChange *change = g_ptr_array_index (changes, i);
      g_autoptr (PsgLesson) copy = NULL;
      g_autofree char *title = NULL;

      if (change->after == NULL || change->after->deleted != 0)
        continue;
      /* Translators: the title of a lesson that was changed in two places: this is what was done here */
      title = g_strdup_printf (_("%s (your version)"), psg_text_get (change->after->title));
      copy = psg_lesson_duplicate (change->after, title, g_get_real_time ());
      g_ptr_array_add (copies, psg_lesson_change_new (NULL, copy));
    }

  return copies->len > 0 ? g_steal_pointer (&copies) : NULL;
}

/* Whether it may work the next time. */
static gboolean
may_pass (const GError *error)
{
  static const int passing[] = {
    PSG_NOTEBOOK_ERROR_BUSY, PSG_NOTEBOOK_ERROR_FULL, PSG_NOTEBOOK_ERROR_IO, PSG_NOTEBOOK_ERROR_DAMAGED
  };

  for (guint i = 0; i < G_N_ELEMENTS (passing); i++)
    if (g_error_matches (error, PSG_NOTEBOOK_ERROR, passing[i]))
      return TRUE;

  return FALSE;
}

/* What was done to the same lesson after it could not be written either: the last of it is what counts. */
static void
gather_followers (PsgLessons *self,
                  Write      *head)
{
  PsgLessonChange *change = head->changes->len == 1 ? g_ptr_array_index (head->changes, 0) : NULL;

  if (change == NULL || change->after == NULL)
    return;

  for (GList *link = self->writes.head->next, *next; link != NULL; link = next)
    {
      Write *write = link->data;
      PsgLessonChange *follower = g_ptr_array_index (write->changes, 0);

      next = link->next;
      if (write->changes->len != 1 || follower->before == NULL || follower->after == NULL
          || !g_str_equal (follower->before->id, change->after->id))
        continue;

      psg_lesson_unref (change->after);
      change->after = psg_lesson_ref (follower->after);
      free_write (write);
      g_queue_delete_link (&self->writes, link);
    }
}

static void
give_up_head (PsgLessons   *self,
              const GError *error)
{
  Write *head = g_queue_peek_head (&self->writes);
  g_autoptr (GPtrArray) copies = NULL;

  self->reload = TRUE;
  if (head->step)
    psg_undo_stack_revert (self->undo);
  else if (g_error_matches (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_CONFLICT))
    {
      gather_followers (self, head);
      copies = keep_beside (head->changes);
    }
  psg_lessons_tell_steps (self);

  if (copies == NULL)
    {
      drop_head (self);
      psg_lessons_tell_failed (self, error->message);
      return;
    }

  g_ptr_array_unref (head->changes);
  head->changes = g_steal_pointer (&copies);
  psg_lessons_show_changes (self, head->changes);
  psg_lessons_tell_failed (self,
                           _("The lesson has been changed elsewhere; what you did is kept as a lesson of its own"));
}

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (PsgLessons) self = data;
  g_autoptr (GError) error = NULL;

  psg_lesson_store_apply_finish (PSG_LESSON_STORE (object), result, &error);
  self->writing = FALSE;
  /* Nothing is left to be done for lessons that are closed. */
  if (g_queue_is_empty (&self->writes))
    return;

  if (error == NULL)
    {
      set_trouble (self, NULL);
      drop_head (self);
    }
  else if (may_pass (error))
    {
      set_trouble (self, error->message);
      if (self->retry_source == 0)
        self->retry_source = g_timeout_add_seconds (RETRY_SECONDS, retry_cb, self);
      return;
    }
  else
    give_up_head (self, error);

  start_writing (self);
}

static void
start_writing (PsgLessons *self)
{
  if (self->writing || self->retry_source != 0 || g_queue_is_empty (&self->writes))
    return;

  self->writing = TRUE;
  psg_lesson_store_apply_async (self->store, ((Write *) g_queue_peek_head (&self->writes))->changes,
                                applied_cb, g_object_ref (self));
}

/* Whether the last that waits, and has not been handed over yet, goes on with this. */
static gboolean
join_last (PsgLessons *self,
           GPtrArray  *changes)
{
  Write *last = g_queue_peek_tail (&self->writes);
  PsgLessonChange *before, *next;

  if (last == NULL || last->step || self->writes.length < 2 || last->changes->len != 1 || changes->len != 1)
    return FALSE;

  before = g_ptr_array_index (last->changes, 0);
  next = g_ptr_array_index (changes, 0);
  if (before->after == NULL || next->after == NULL || before->after != next->before)
    return FALSE;

  psg_lesson_unref (before->after);
  before->after = psg_lesson_ref (next->after);

  return TRUE;
}

/* (transfer full) @changes */
static void
push_write (PsgLessons *self,
            GPtrArray  *changes,
            gboolean    step)
{
  Write *write;

  if (!step && join_last (self, changes))
    {
      g_ptr_array_unref (changes);
      return;
    }

  write = g_new0 (Write, 1);
  write->changes = changes;
  write->step = step;
  g_queue_push_tail (&self->writes, write);
  /* What is being read was read before it. */
  self->reload = self->loading != NULL;
  if (self->writes.length == 1)
    g_object_notify (G_OBJECT (self), "busy");
  start_writing (self);
}

/**
 * psg_lessons_close:
 * @self: lessons
 *
 * Asks the store to write whatever is not written yet, without waiting for it, and does nothing more.
 */
void
psg_lessons_close (PsgLessons *self)
{
  g_return_if_fail (PSG_IS_LESSONS (self));

  psg_lessons_tell_flush (self);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->reload = FALSE;
  if (self->writing)
    free_write (g_queue_pop_head (&self->writes));
  while (!g_queue_is_empty (&self->writes))
    {
      Write *write = g_queue_pop_head (&self->writes);

      psg_lesson_store_apply_async (self->store, write->changes, NULL, NULL);
      free_write (write);
    }
}

static GPtrArray *
copy_changes (GPtrArray *changes)
{
  GPtrArray *copy = psg_lesson_changes_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      PsgLessonChange *change = g_ptr_array_index (changes, i);

      g_ptr_array_add (copy, psg_lesson_change_new (change->before, change->after));
    }

  return copy;
}

/**
 * psg_lessons_apply:
 * @self: lessons
 * @label: what is done, localised, as undoing it names it: “Move Step”
 * @changes: (element-type PsgLessonChange): to lessons as they are
 * @merge: (nullable): as in psg_undo_stack_push()
 */
void
psg_lessons_apply (PsgLessons *self,
                   const char *label,
                   GPtrArray  *changes,
                   const char *merge)
{
  g_return_if_fail (PSG_IS_LESSONS (self));
  g_return_if_fail (label != NULL && changes != NULL && changes->len > 0);

  psg_undo_stack_push (self->undo, label, changes, merge, g_get_monotonic_time ());
  push_write (self, copy_changes (changes), FALSE);
  psg_lessons_tell_steps (self);
  psg_lessons_show_changes (self, changes);
}

/* As psg_lessons_apply(), for one lesson: @before is %NULL for a new one. */
void
psg_lessons_change (PsgLessons      *self,
                    const char      *label,
                    const PsgLesson *before,
                    const PsgLesson *after,
                    const char      *merge)
{
  g_autoptr (GPtrArray) changes = psg_lesson_changes_new ();

  g_ptr_array_add (changes, psg_lesson_change_new (before, after));
  psg_lessons_apply (self, label, changes, merge);
}

/* Into the bin, or with a time of 0 out of it. */
static void
move (PsgLessons *self,
      const char *label,
      const char *id,
      gint64      when)
{
  PsgLesson *before = psg_lessons_find (self, id);
  g_autoptr (PsgLesson) after = NULL;

  if (before == NULL || (before->deleted != 0) == (when != 0))
    return;

  after = psg_lesson_copy (before);
  after->deleted = when;
  psg_lessons_change (self, label, before, after, NULL);
}

/* Into the bin; nothing happens if there is no such lesson. */
void
psg_lessons_bin (PsgLessons *self,
                 const char *label,
                 const char *id)
{
  g_return_if_fail (PSG_IS_LESSONS (self));

  move (self, label, id, g_get_real_time ());
}

/* Out of the bin. */
void
psg_lessons_restore (PsgLessons *self,
                     const char *label,
                     const char *id)
{
  g_return_if_fail (PSG_IS_LESSONS (self));

  move (self, label, id, 0);
}

/* For good, as soon as the app is closed: until then it can be undone. */
void
psg_lessons_purge (PsgLessons *self,
                   const char *label,
                   const char *id)
{
  g_return_if_fail (PSG_IS_LESSONS (self));

  if (psg_lessons_find (self, id) != NULL)
    psg_lessons_change (self, label, psg_lessons_find (self, id), NULL, NULL);
}

const char *
psg_lessons_get_undo_label (PsgLessons *self)
{
  return psg_undo_stack_get_undo_label (self->undo);
}

const char *
psg_lessons_get_redo_label (PsgLessons *self)
{
  return psg_undo_stack_get_redo_label (self->undo);
}

/* When what would be undone was done, of g_get_monotonic_time(); 0 if there is nothing to undo. */
gint64
psg_lessons_get_undo_time (PsgLessons *self)
{
  return psg_undo_stack_get_undo_time (self->undo);
}

gint64
psg_lessons_get_redo_time (PsgLessons *self)
{
  return psg_undo_stack_get_redo_time (self->undo);
}

static void
take_step (PsgLessons *self,
           int         direction)
{
  g_autoptr (GPtrArray) changes = NULL;

  psg_lessons_tell_flush (self);
  changes = direction < 0 ? psg_undo_stack_undo (self->undo) : psg_undo_stack_redo (self->undo);
  if (changes == NULL)
    return;

  push_write (self, copy_changes (changes), TRUE);
  psg_lessons_tell_steps (self);
  psg_lessons_show_changes (self, changes);
}

/* Nothing happens if there is nothing to undo. */
void
psg_lessons_undo (PsgLessons *self)
{
  g_return_if_fail (PSG_IS_LESSONS (self));

  take_step (self, -1);
}

/* Nothing happens if there is nothing to redo. */
void
psg_lessons_redo (PsgLessons *self)
{
  g_return_if_fail (PSG_IS_LESSONS (self));

  take_step (self, 1);
}
