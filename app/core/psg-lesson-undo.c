/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-undo.h"

#include "psg-undo-stack.h"

/* Steps that can be undone. It changes no lesson itself: it says which changes take a step back. */

typedef struct
{
  char      *label;
  char      *merge;   /* (nullable): what it may grow together with */
  gint64     time;    /* when it last grew */
  GPtrArray *changes; /* of PsgLessonChange */
} Step;

struct _PsgLessonUndo
{
  GPtrArray *done;   /* of Step; the last is undone first */
  GPtrArray *undone; /* of Step; the last is redone first */
  GPtrArray *moved;  /* (nullable): which of them the last step went to, if nothing happened since */
};

static void
free_step (gpointer data)
{
  Step *self = data;

  g_free (self->label);
  g_free (self->merge);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/* (nullable): the step that is next in a direction. */
static Step *
get_next (PsgLessonUndo *self,
          int            direction)
{
  GPtrArray *steps = direction < 0 ? self->done : self->undone;

  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

static GPtrArray *
copy_changes (GPtrArray *changes,
              gboolean   backwards)
{
  GPtrArray *copy = psg_lesson_changes_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      PsgLessonChange *each = g_ptr_array_index (changes, backwards ? changes->len - 1 - i : i);

      g_ptr_array_add (copy, backwards ? psg_lesson_change_new (each->after, each->before)
                                       : psg_lesson_change_new (each->before, each->after));
    }

  return copy;
}

/* Whether a change goes on where a step ended. */
static gboolean
can_grow (Step       *self,
          GPtrArray  *changes,
          const char *merge,
          gint64      now)
{
  PsgLessonChange *last, *next;

  if (self == NULL || merge == NULL || g_strcmp0 (self->merge, merge) != 0)
    return FALSE;
  if (self->changes->len != 1 || changes->len != 1 || now - self->time > PSG_UNDO_MERGE_PAUSE)
    return FALSE;

  last = g_ptr_array_index (self->changes, 0);
  next = g_ptr_array_index (changes, 0);

  return last->after != NULL && next->before != NULL && next->after != NULL
         && psg_lesson_equal (last->after, next->before);
}

static void
grow (Step      *self,
      GPtrArray *changes,
      gint64     now)
{
  PsgLessonChange *last = g_ptr_array_index (self->changes, 0);
  PsgLessonChange *next = g_ptr_array_index (changes, 0);

  psg_lesson_unref (last->after);
  last->after = psg_lesson_ref (next->after);
  self->time = now;
}

PsgLessonUndo *
psg_lesson_undo_new (void)
{
  PsgLessonUndo *self = g_new0 (PsgLessonUndo, 1);

  self->done = g_ptr_array_new_with_free_func (free_step);
  self->undone = g_ptr_array_new_with_free_func (free_step);

  return self;
}

void
psg_lesson_undo_free (PsgLessonUndo *self)
{
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

/**
 * psg_lesson_undo_push:
 * @self: what can be undone
 * @label: what was done, localised: “Move Step”
 * @changes: (element-type PsgLessonChange): to which lessons; not empty
 * @merge: (nullable): a step pushed just before with the same word grows, if this goes on where that ended
 * @now: microseconds, of g_get_monotonic_time()
 *
 * Remembers what has been done. What had been undone cannot be done again after it.
 */
void
psg_lesson_undo_push (PsgLessonUndo *self,
                      const char    *label,
                      GPtrArray     *changes,
                      const char    *merge,
                      gint64         now)
{
  Step *step;

  self->moved = NULL;
  g_ptr_array_set_size (self->undone, 0);
  if (can_grow (get_next (self, -1), changes, merge, now))
    {
      grow (get_next (self, -1), changes, now);
      return;
    }

  step = g_new0 (Step, 1);
  step->label = g_strdup (label);
  step->merge = g_strdup (merge);
  step->time = now;
  step->changes = copy_changes (changes, FALSE);
  g_ptr_array_add (self->done, step);
}

/**
 * psg_lesson_undo_step:
 * @self: what can be undone
 * @direction: -1 to go one step back, 1 to go one forward again
 *
 * Returns: (transfer full) (nullable) (element-type PsgLessonChange): the changes to apply for it, in order; %NULL if
 *   there is nothing to do
 */
GPtrArray *
psg_lesson_undo_step (PsgLessonUndo *self,
                      int            direction)
{
  Step *step = get_next (self, direction);
  GPtrArray *from = direction < 0 ? self->done : self->undone;

  if (step == NULL)
    return NULL;

  g_ptr_array_steal_index (from, from->len - 1);
  /* What is typed now is another thought. */
  g_clear_pointer (&step->merge, g_free);
  self->moved = direction < 0 ? self->undone : self->done;
  g_ptr_array_add (self->moved, step);

  return copy_changes (step->changes, direction < 0);
}

/* Stands again where it did before the last step, whose changes could not be applied; if something has been done
 * since, that step is forgotten. */
void
psg_lesson_undo_revert (PsgLessonUndo *self)
{
  GPtrArray *from = self->moved;

  if (from == NULL)
    return;

  self->moved = NULL;
  g_ptr_array_add (from == self->done ? self->undone : self->done, g_ptr_array_steal_index (from, from->len - 1));
}

/* (nullable): the name of what a step in the direction would do; %NULL if there is nothing. */
const char *
psg_lesson_undo_get_label (PsgLessonUndo *self,
                           int            direction)
{
  Step *step = get_next (self, direction);

  return step != NULL ? step->label : NULL;
}

/* When that was done; 0 if there is nothing. */
gint64
psg_lesson_undo_get_time (PsgLessonUndo *self,
                          int            direction)
{
  Step *step = get_next (self, direction);

  return step != NULL ? step->time : 0;
}
