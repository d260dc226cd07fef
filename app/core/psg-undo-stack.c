/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-undo-stack.h"

/*
 * What can be undone: steps with a name, each the states of things before and after.
 * It changes nothing itself: it says which changes take a step back, and whoever keeps
 * the things applies them.
 */

typedef struct
{
  char      *label;
  char      *merge;   /* (nullable): what it may grow together with */
  gint64     time;    /* when it last grew */
  GPtrArray *changes; /* of the stack's kind */
} Step;

struct _PsgUndoStack
{
  GObject parent_instance;

  const PsgUndoKind *kind;
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
copy_changes (const PsgUndoKind *kind,
              GPtrArray         *changes,
              gboolean           backwards)
{
  GPtrArray *copy = kind->list_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      PsgUndoChange *each = g_ptr_array_index (changes, backwards ? changes->len - 1 - i : i);

      g_ptr_array_add (copy, backwards ? kind->change_new (each->after, each->before)
                                       : kind->change_new (each->before, each->after));
    }

  return copy;
}

static gboolean
says_nothing (PsgUndoStack        *self,
              const PsgUndoChange *change)
{
  return change->before != NULL && change->after != NULL && self->kind->equal (change->before, change->after);
}

/* Whether a change goes on where a step ended. */
static gboolean
can_grow (PsgUndoStack *self,
          Step         *step,
          GPtrArray    *changes,
          const char   *merge,
          gint64        now)
{
  PsgUndoChange *last, *next;

  if (step == NULL || merge == NULL || g_strcmp0 (step->merge, merge) != 0)
    return FALSE;
  if (step->changes->len != 1 || changes->len != 1 || now - step->time > PSG_UNDO_MERGE_PAUSE)
    return FALSE;

  last = g_ptr_array_index (step->changes, 0);
  next = g_ptr_array_index (changes, 0);

  return last->after != NULL && next->before != NULL && next->after != NULL
         && self->kind->equal (last->after, next->before);
}

static void
grow (PsgUndoStack *self,
      Step         *step,
      GPtrArray    *changes,
      gint64        now)
{
  PsgUndoChange *last = g_ptr_array_index (step->changes, 0);
  PsgUndoChange *next = g_ptr_array_index (changes, 0);
  gpointer both = self->kind->change_new (last->before, next->after);

  g_ptr_array_set_size (step->changes, 0);
  g_ptr_array_add (step->changes, both);
  step->time = now;
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
  changes = copy_changes (self->kind, step->changes, backwards);
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

/**
 * psg_undo_stack_new:
 * @kind: (transfer none): what it is whose changes can be undone; it must outlive the stack
 *
 * Returns: (transfer full): a stack with nothing to undo
 */
PsgUndoStack *
psg_undo_stack_new (const PsgUndoKind *kind)
{
  PsgUndoStack *self = g_object_new (PSG_TYPE_UNDO_STACK, NULL);

  self->kind = kind;

  return self;
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
 * @changes: of the stack's kind; not empty
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

  if (changes->len == 1 && says_nothing (self, g_ptr_array_index (changes, 0)))
    return;

  self->moved = NULL;
  g_ptr_array_set_size (self->undone, 0);
  if (can_grow (self, get_last (self->done), changes, merge, now))
    grow (self, get_last (self->done), changes, now);
  else
    {
      step = g_new0 (Step, 1);
      step->label = g_strdup (label);
      step->merge = g_strdup (merge);
      step->time = now;
      step->changes = copy_changes (self->kind, changes, FALSE);
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
 * Returns: (transfer full) (nullable): the changes, of the stack's kind, to
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
 * Returns: (transfer full) (nullable): the changes, of the stack's kind, to
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
