/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-change.h"

/* What happens to a note, as a value. */

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

static gpointer
new_change (gconstpointer before,
            gconstpointer after)
{
  return psg_note_change_new (before, after);
}

static gboolean
equal (gconstpointer a,
       gconstpointer b)
{
  return psg_note_equal (a, b);
}

const PsgUndoKind psg_note_undo_kind = {
  .list_new = psg_note_changes_new,
  .change_new = new_change,
  .equal = equal,
};
