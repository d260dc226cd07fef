/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notes-private.h"

#include <glib/gi18n-lib.h>

/*
 * Changing notes. What is asked for is done to the index at once and put in a queue; the store writes one
 * item after the other. An item that cannot be written for now stays at the head and is tried again, so
 * that what follows it finds what it was made to.
 */

/* How long until what could not be written is tried again, in seconds. */
#define RETRY_SECONDS 4

typedef enum
{
  WRITE_EDIT,    /* something new */
  WRITE_STEP,    /* undone or redone: the stack knows it already */
  WRITE_UPKEEP,  /* nobody's doing */
  WRITE_BIN,
  WRITE_RESTORE,
  WRITE_PURGE,
} WriteKind;

/* What is to be written. */
typedef struct
{
  WriteKind  kind;
  char      *label;
  GPtrArray *changes; /* of an edit or a step */
  GStrv      ids;     /* of the others */
  gint64     when;
} Write;

typedef struct
{
  PsgNotesQuestion func;
  gpointer         data;
} Question;

static void start_writing (PsgNotes *self);

static void
free_write (gpointer data)
{
  Write *self = data;

  g_free (self->label);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_strfreev (self->ids);
  g_free (self);
}

static Write *
new_write (WriteKind   kind,
           const char *label)
{
  Write *self = g_new0 (Write, 1);

  self->kind = kind;
  self->label = g_strdup (label);

  return self;
}

static void
set_trouble (PsgNotes   *self,
             const char *trouble)
{
  if (g_strcmp0 (self->trouble, trouble) == 0)
    return;

  g_free (self->trouble);
  self->trouble = g_strdup (trouble);
  g_object_notify (G_OBJECT (self), "trouble");
}

static void
push_write (PsgNotes *self,
            Write    *write)
{
  g_queue_push_tail (&self->writes, write);
  if (self->writes.length == 1)
    g_object_notify (G_OBJECT (self), "busy");
  start_writing (self);
}

static void
drop_head (PsgNotes *self)
{
  free_write (g_queue_pop_head (&self->writes));
  if (g_queue_is_empty (&self->writes))
    g_object_notify (G_OBJECT (self), "busy");
}

/* Once the store knows all there is, or will not for a while. */
static void
ask_questions (PsgNotes *self)
{
  while (!g_queue_is_empty (&self->questions) && (!psg_notes_is_busy (self) || self->trouble != NULL))
    {
      g_autofree Question *question = g_queue_pop_head (&self->questions);

      question->func (self->store, question->data);
    }
}

static gboolean
retry_cb (gpointer data)
{
  PsgNotes *self = PSG_NOTES (data);

  self->retry_source = 0;
  start_writing (self);

  return G_SOURCE_REMOVE;
}

/* What a person wrote to a note that is another by now becomes a note beside it. */
static GPtrArray *
keep_beside (GPtrArray *changes)
{
  g_autoptr (GPtrArray) copies = psg_note_changes_new ();

  for (guint i = 0; i < changes->len; i++)
    {
      PsgNoteChange *change = g_ptr_array_index (changes, i);
      g_autoptr (PsgNote) copy = NULL;
      g_autofree char *uuid = NULL;

      if (change->after == NULL || change->after->deleted != 0)
        continue;
      copy = psg_note_copy (change->after);
      uuid = g_uuid_string_random ();
      psg_note_add_link (copy, copy->id);
      g_free (copy->id);
      copy->id = g_strconcat ("urn:uuid:", uuid, NULL);
      copy->status = PSG_NOTE_TO_CHECK;
      g_ptr_array_add (copies, psg_note_change_new (NULL, copy));
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

static void
give_up_head (PsgNotes *self,
              GError   *error)
{
  Write *head = g_queue_peek_head (&self->writes);
  g_autoptr (GPtrArray) copies = NULL;

  if (head->kind == WRITE_STEP)
    psg_undo_stack_revert (self->stack);
  else if (head->kind == WRITE_EDIT && g_error_matches (error, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_CONFLICT))
    copies = keep_beside (head->changes);

  psg_notes_load (self);
  if (copies != NULL)
    {
      g_ptr_array_unref (head->changes);
      head->changes = g_steal_pointer (&copies);
      psg_notes_show_changes (self, head->changes);
      psg_notes_tell_failed (self,
                             _("The note has been changed elsewhere; what you wrote is kept as a note of its own"));
    }
  else
    {
      gboolean asked = head->kind != WRITE_UPKEEP;

      drop_head (self);
      if (asked)
        psg_notes_tell_failed (self, error->message);
    }
}

static void
end_write (PsgNotes *self,
           GError   *error)
{
  self->writing = FALSE;
  /* Nothing is left to be done for notes that are closed. */
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
      ask_questions (self);
      return;
    }
  else
    give_up_head (self, error);

  start_writing (self);
  ask_questions (self);
}

static void
applied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (PsgNotes) self = data;
  g_autoptr (GError) error = NULL;

  psg_note_store_apply_finish (PSG_NOTE_STORE (object), result, &error);
  end_write (self, error);
}

/* What was moved into the bin, out of it, or away, is known only now. */
static void
moved (PsgNotes  *self,
       GPtrArray *changes,
       GError    *error)
{
  Write *head = g_queue_peek_head (&self->writes);

  if (head != NULL && changes != NULL && changes->len > 0)
    {
      psg_undo_stack_push (self->stack, head->label, changes, NULL, g_get_monotonic_time ());
      psg_notes_show_changes (self, changes);
    }
  end_write (self, error);
}

static void
binned_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PsgNotes) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = psg_note_store_bin_finish (PSG_NOTE_STORE (object), result, &error);

  moved (self, changes, error);
}

static void
purged_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (PsgNotes) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = psg_note_store_purge_finish (PSG_NOTE_STORE (object), result, &error);

  moved (self, changes, error);
}

/* @wait: whether what comes next waits for it. */
static void
write_one (PsgNotes *self,
           Write    *write,
           gboolean  wait)
{
  gpointer data = wait ? g_object_ref (self) : NULL;

  switch (write->kind)
    {
    case WRITE_EDIT:
    case WRITE_STEP:
    case WRITE_UPKEEP:
      psg_note_store_apply_async (self->store, write->changes, wait ? applied_cb : NULL, data);
      break;
    case WRITE_BIN:
    case WRITE_RESTORE:
      psg_note_store_bin_async (self->store, (const char *const *) write->ids, write->when,
                                wait ? binned_cb : NULL, data);
      break;
    case WRITE_PURGE:
    default:
      psg_note_store_purge_async (self->store, (const char *const *) write->ids, wait ? purged_cb : NULL, data);
      break;
    }
}

static void
start_writing (PsgNotes *self)
{
  if (self->writing || self->retry_source != 0 || g_queue_is_empty (&self->writes))
    return;

  self->writing = TRUE;
  write_one (self, g_queue_peek_head (&self->writes), TRUE);
}

/**
 * psg_notes_close:
 * @self: notes
 *
 * Asks the store to write whatever is not written yet, without waiting for it, and does nothing more.
 */
void
psg_notes_close (PsgNotes *self)
{
  g_return_if_fail (PSG_IS_NOTES (self));

  psg_notes_tell_flush (self);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_clear_handle_id (&self->load_source, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->writing)
    free_write (g_queue_pop_head (&self->writes));
  while (!g_queue_is_empty (&self->writes))
    {
      Write *write = g_queue_pop_head (&self->writes);

      write_one (self, write, FALSE);
      free_write (write);
    }
  ask_questions (self);
}

/**
 * psg_notes_ask:
 * @self: notes
 * @question: asks the store for whole notes, or how many there are
 * @data: for @question, which is called once, now or later
 *
 * Asks once everything that was changed before is written, so that the answer knows of it; at once
 * while that cannot be written.
 */
void
psg_notes_ask (PsgNotes         *self,
               PsgNotesQuestion  question,
               gpointer          data)
{
  Question *waiting = g_new (Question, 1);

  *waiting = (Question) { question, data };
  g_queue_push_tail (&self->questions, waiting);
  ask_questions (self);
}

/**
 * psg_notes_apply:
 * @self: notes
 * @label: what is done, localised, as undoing it names it: “Colour Note”
 * @changes: (element-type PsgNoteChange): to notes as they are
 * @merge: (nullable): as in psg_undo_stack_push()
 */
void
psg_notes_apply (PsgNotes   *self,
                 const char *label,
                 GPtrArray  *changes,
                 const char *merge)
{
  Write *write;

  g_return_if_fail (PSG_IS_NOTES (self));
  g_return_if_fail (label != NULL && changes != NULL && changes->len > 0);

  write = new_write (WRITE_EDIT, label);
  write->changes = g_ptr_array_ref (changes);
  psg_undo_stack_push (self->stack, label, changes, merge, g_get_monotonic_time ());
  push_write (self, write);
  psg_notes_show_changes (self, changes);
}

/* As psg_notes_apply(), for what the app does by itself: it cannot be undone, and gives way to whatever
 * a person did meanwhile. */
void
psg_notes_keep_up (PsgNotes  *self,
                   GPtrArray *changes)
{
  Write *write = new_write (WRITE_UPKEEP, NULL);

  write->changes = g_ptr_array_ref (changes);
  push_write (self, write);
  psg_notes_show_changes (self, changes);
}

/* As psg_notes_apply(), for one note: @before is %NULL for a new one. */
void
psg_notes_change (PsgNotes      *self,
                  const char    *label,
                  const PsgNote *before,
                  const PsgNote *after,
                  const char    *merge)
{
  g_autoptr (GPtrArray) changes = psg_note_changes_new ();

  g_ptr_array_add (changes, psg_note_change_new (before, after));
  psg_notes_apply (self, label, changes, merge);
}

static void
move (PsgNotes          *self,
      WriteKind          kind,
      const char        *label,
      const char *const *ids,
      gint64             when)
{
  Write *write = new_write (kind, label);

  write->ids = g_strdupv ((GStrv) ids);
  write->when = when;
  push_write (self, write);
}

/* Into the bin. It can be undone once it is written. */
void
psg_notes_bin (PsgNotes          *self,
               const char        *label,
               const char *const *ids)
{
  move (self, WRITE_BIN, label, ids, g_get_real_time ());
}

/* Out of the bin. */
void
psg_notes_restore (PsgNotes          *self,
                   const char        *label,
                   const char *const *ids)
{
  move (self, WRITE_RESTORE, label, ids, 0);
}

/* For good, as soon as the app is closed: until then it can be undone. */
void
psg_notes_purge (PsgNotes          *self,
                 const char        *label,
                 const char *const *ids)
{
  move (self, WRITE_PURGE, label, ids, 0);
}

static void
take_step (PsgNotes  *self,
           GPtrArray *changes)
{
  Write *write;

  if (changes == NULL)
    return;

  write = new_write (WRITE_STEP, NULL);
  write->changes = changes;
  push_write (self, write);
  psg_notes_show_changes (self, changes);
}

/* Nothing happens if there is nothing to undo. */
void
psg_notes_undo (PsgNotes *self)
{
  g_return_if_fail (PSG_IS_NOTES (self));

  psg_notes_tell_flush (self);
  take_step (self, psg_undo_stack_undo (self->stack));
}

/* Nothing happens if there is nothing to redo. */
void
psg_notes_redo (PsgNotes *self)
{
  g_return_if_fail (PSG_IS_NOTES (self));

  psg_notes_tell_flush (self);
  take_step (self, psg_undo_stack_redo (self->stack));
}
