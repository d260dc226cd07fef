/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-undo-stack-private.h"

/*
 * What can be undone: steps with a name, each the states of notes before and after.
 * It changes no note itself: it says which changes take a step back, and whoever keeps
 * the notes applies them.
 */

typedef struct
{
  char      *label;
  char      *merge;   /* (nullable): what it may grow together with */
  gint64     time;    /* when it last grew */
  GPtrArray *changes; /* of PsgNoteChange */
} Step;

struct _PsgUndoStack
{
  GObject parent_instance;

  GPtrArray *done;   /* of Step; the last is undone first */
  GPtrArray *undone; /* of Step; the last is redone first */
  GPtrArray *moved;  /* (nullable): which of them the last step went to, if nothing happened since */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgUndoStack, psg_undo_stack, G_TYPE_OBJECT)

static void
free_step (gpointer data)
{
  Step *self = data;

  g_free (self->label);
  g_free (self->merge);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/* (nullable) */
static Step *
get_last (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

/* The same changes; or, where @backwards, those that take them back, in reverse. */
static GPtrArray *
copy_changes (GPtrArray *changes,
              gboolean   backwards)
{
  GPtrArray *copy = psg_note_changes_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      PsgNoteChange *each = g_ptr_array_index (changes, backwards ? changes->len - 1 - i : i);

      g_ptr_array_add (copy, backwards ? psg_note_change_new (each->after, each->before)
                                       : psg_note_change_new (each->before, each->after));
    }

  return copy;
}

static gboolean
says_nothing (const PsgNoteChange *self)
{
  return self->before != NULL && self->after != NULL && psg_note_equal (self->before, self->after);
}

/* Whether a change goes on where a step ended. */
static gboolean
can_grow (Step          *self,
          GPtrArray     *changes,
          const char    *merge,
          gint64         now)
{
  PsgNoteChange *last, *next;

  if (self == NULL || merge == NULL || g_strcmp0 (self->merge, merge) != 0)
    return FALSE;
  if (self->changes->len != 1 || changes->len != 1 || now - self->time > PSG_UNDO_MERGE_PAUSE)
    return FALSE;

  last = g_ptr_array_index (self->changes, 0);
  next = g_ptr_array_index (changes, 0);

  return last->after != NULL && next->before != NULL && next->after != NULL
         && psg_note_equal (last->after, next->before);
}

static void
grow (Step      *self,
      GPtrArray *changes,
      gint64     now)
{
  PsgNoteChange *last = g_ptr_array_index (self->changes, 0);
  PsgNoteChange *next = g_ptr_array_index (changes, 0);

  psg_note_unref (last->after);
  last->after = psg_note_ref (next->after);
  self->time = now;
}

static GPtrArray *
move_step (PsgUndoStack *self,
           GPtrArray    *from,
           GPtrArray    *to,
           gboolean      backwards)
{
  GPtrArray *changes;
  Step *step;

  if (from->len == 0)
    return NULL;

  step = g_ptr_array_steal_index (from, from->len - 1);
  /* What is typed now is another thought. */
  g_clear_pointer (&step->merge, g_free);
  g_ptr_array_add (to, step);
  self->moved = to;
  changes = copy_changes (step->changes, backwards);
  g_signal_emit (self, signals[CHANGED], 0);

  return changes;
}

static void
psg_undo_stack_finalize (GObject *object)
{
  PsgUndoStack *self = PSG_UNDO_STACK (object);

  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);

  G_OBJECT_CLASS (psg_undo_stack_parent_class)->finalize (object);
}

static void
psg_undo_stack_class_init (PsgUndoStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = psg_undo_stack_finalize;

  /**
   * PsgUndoStack::changed:
   *
   * What would be undone or redone, or its name, is another.
   */
  signals[CHANGED] = g_signal_new ("changed", PSG_TYPE_UNDO_STACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
psg_undo_stack_init (PsgUndoStack *self)
{
  self->done = g_ptr_array_new_with_free_func (free_step);
  self->undone = g_ptr_array_new_with_free_func (free_step);
}

/* As in PsgNoteChange; either may be %NULL, but not both. */
PsgNoteChange *
psg_note_change_new (const PsgNote *before,
                     const PsgNote *after)
{
  PsgNoteChange *self;

  g_return_val_if_fail (before != NULL || after != NULL, NULL);

  self = g_new0 (PsgNoteChange, 1);
  self->before = before != NULL ? psg_note_ref (before) : NULL;
  self->after = after != NULL ? psg_note_ref (after) : NULL;

  return self;
}

void
psg_note_change_free (PsgNoteChange *self)
{
  g_clear_pointer (&self->before, psg_note_unref);
  g_clear_pointer (&self->after, psg_note_unref);
  g_free (self);
}

/* (transfer none): of the note it happens to. */
const char *
psg_note_change_get_id (const PsgNoteChange *self)
{
  return self->before != NULL ? self->before->id : self->after->id;
}

/* (transfer full) (element-type PsgNoteChange): an empty list of changes, which owns them. */
GPtrArray *
psg_note_changes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_change_free);
}

PsgUndoStack *
psg_undo_stack_new (void)
{
  return g_object_new (PSG_TYPE_UNDO_STACK, NULL);
}

/**
 * psg_undo_stack_get_undo_label:
 * @self: a stack
 *
 * Returns: (nullable): the name of what would be undone; %NULL if there is nothing
 */
const char *
psg_undo_stack_get_undo_label (PsgUndoStack *self)
{
  Step *step = get_last (self->done);

  return step != NULL ? step->label : NULL;
}

/**
 * psg_undo_stack_get_redo_label:
 * @self: a stack
 *
 * Returns: (nullable): the name of what would be done again; %NULL if there is nothing
 */
const char *
psg_undo_stack_get_redo_label (PsgUndoStack *self)
{
  Step *step = get_last (self->undone);

  return step != NULL ? step->label : NULL;
}

/* When what would be undone was done, by the clock of psg_undo_stack_push(); 0 if there is nothing. */
gint64
psg_undo_stack_get_undo_time (PsgUndoStack *self)
{
  Step *step = get_last (self->done);

  return step != NULL ? step->time : 0;
}

/* The same of what would be done again. */
gint64
psg_undo_stack_get_redo_time (PsgUndoStack *self)
{
  Step *step = get_last (self->undone);

  return step != NULL ? step->time : 0;
}

/**
 * psg_undo_stack_push:
 * @self: a stack
 * @label: what was done, localised: "Colour Note"
 * @changes: (element-type PsgNoteChange): to which notes; not empty
 * @merge: (nullable): a step pushed just before with the same word grows, if this
 *   goes on where that ended: so typing is one step, not one a letter
 * @now: microseconds, of any clock that only goes forward
 *
 * Remembers what has been done. What had been undone cannot be done again after it.
 */
void
psg_undo_stack_push (PsgUndoStack *self,
                     const char   *label,
                     GPtrArray    *changes,
                     const char   *merge,
                     gint64        now)
{
  Step *step;

  g_return_if_fail (PSG_IS_UNDO_STACK (self));
  g_return_if_fail (label != NULL && changes != NULL && changes->len > 0);

  if (changes->len == 1 && says_nothing (g_ptr_array_index (changes, 0)))
    return;

  self->moved = NULL;
  g_ptr_array_set_size (self->undone, 0);
  if (can_grow (get_last (self->done), changes, merge, now))
    grow (get_last (self->done), changes, now);
  else
    {
      step = g_new0 (Step, 1);
      step->label = g_strdup (label);
      step->merge = g_strdup (merge);
      step->time = now;
      step->changes = copy_changes (changes, FALSE);
      g_ptr_array_add (self->done, step);
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * psg_undo_stack_seal:
 * @self: a stack
 *
 * The last step does not grow any more: the caret has gone elsewhere.
 */
void
psg_undo_stack_seal (PsgUndoStack *self)
{
  Step *step = get_last (self->done);

  if (step != NULL)
    g_clear_pointer (&step->merge, g_free);
}

/**
 * psg_undo_stack_undo:
 * @self: a stack
 *
 * Goes one step back.
 *
 * Returns: (transfer full) (nullable) (element-type PsgNoteChange): the changes to
 *   apply for it, in order; %NULL if there is nothing to undo
 */
GPtrArray *
psg_undo_stack_undo (PsgUndoStack *self)
{
  return move_step (self, self->done, self->undone, TRUE);
}

/**
 * psg_undo_stack_redo:
 * @self: a stack
 *
 * Goes one step forward again.
 *
 * Returns: (transfer full) (nullable) (element-type PsgNoteChange): the changes to
 *   apply for it, in order; %NULL if there is nothing to redo
 */
GPtrArray *
psg_undo_stack_redo (PsgUndoStack *self)
{
  return move_step (self, self->undone, self->done, FALSE);
}

/**
 * psg_undo_stack_revert:
 * @self: a stack
 *
 * Stands again where it did before the last step back or forward, whose changes could
 * not be applied. If something has been done since, that step is forgotten.
 */
void
psg_undo_stack_revert (PsgUndoStack *self)
{
  GPtrArray *from = self->moved;

  if (from == NULL)
    return;

  self->moved = NULL;
  g_ptr_array_add (from == self->done ? self->undone : self->done, g_ptr_array_steal_index (from, from->len - 1));
  g_signal_emit (self, signals[CHANGED], 0);
}

void
psg_undo_stack_clear (PsgUndoStack *self)
{
  self->moved = NULL;
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}
