/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-private.h"

/* Steps of an undo stack applied to a notebook, one after the other: the next is looked up
 * when the one before is on the disk. */

typedef struct
{
  PsgUndoStack *stack;
  gboolean      back;
} Step;

static void start_next (PsgNotebook *self);

static void
free_step (gpointer data)
{
  Step *self = data;

  g_object_unref (self->stack);
  g_free (self);
}

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  PsgNotebook *self = PSG_NOTEBOOK (object);
  g_autoptr (GTask) task = data;
  Step *step = g_task_get_task_data (task);
  GError *error = NULL;

  self->undoing = FALSE;
  if (psg_notebook_apply_finish (self, result, &error))
    g_task_return_boolean (task, TRUE);
  else
    {
      psg_undo_stack_revert (step->stack);
      g_task_return_error (task, error);
    }

  start_next (self);
}

static void
start (PsgNotebook *self,
       GTask       *task)
{
  Step *step = g_task_get_task_data (task);
  g_autoptr (GPtrArray) changes = step->back ? psg_undo_stack_undo (step->stack) : psg_undo_stack_redo (step->stack);

  if (changes == NULL)
    {
      g_task_return_boolean (task, FALSE);
      g_object_unref (task);
      return;
    }

  self->undoing = TRUE;
  psg_notebook_apply_async (self, changes, applied_cb, task);
}

static void
start_next (PsgNotebook *self)
{
  while (!self->undoing && !g_queue_is_empty (&self->waiting))
    start (self, g_queue_pop_head (&self->waiting));
}

static void
take_step (PsgNotebook         *self,
           PsgUndoStack        *stack,
           gboolean             back,
           GAsyncReadyCallback  callback,
           gpointer             data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  Step *step = g_new0 (Step, 1);

  step->stack = g_object_ref (stack);
  step->back = back;
  g_task_set_source_tag (task, take_step);
  g_task_set_task_data (task, step, free_step);
  g_queue_push_tail (&self->waiting, task);
  start_next (self);
}

/**
 * psg_notebook_undo_async:
 * @self: a notebook
 * @stack: whose last step is undone
 * @callback: (nullable): called when that is on the disk, or has failed: then @stack
 *   stands where it did
 * @data: for @callback
 */
void
psg_notebook_undo_async (PsgNotebook         *self,
                         PsgUndoStack        *stack,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  take_step (self, stack, TRUE, callback, data);
}

/* As psg_notebook_undo_async(), for the step that was undone last. It ends with
 * psg_notebook_undo_finish() too. */
void
psg_notebook_redo_async (PsgNotebook         *self,
                         PsgUndoStack        *stack,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  take_step (self, stack, FALSE, callback, data);
}

/**
 * psg_notebook_undo_finish:
 * @self: a notebook
 * @result: as the callback got it
 * @error: return location
 *
 * Returns: whether a step was taken; %FALSE without an error if there was none
 */
gboolean
psg_notebook_undo_finish (PsgNotebook   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
