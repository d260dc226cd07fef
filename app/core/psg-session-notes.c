/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session-private.h"

/* What a person wrote, as far as it concerns the collection that is open: other notes are of no use to views. */

static PsgRowSet *
find_noted (PsgSession *self)
{
  PsgEventTable *events = psg_collection_get_events (self->collection);
  PsgRowSet *rows = psg_row_set_new (psg_event_table_get_n (events));
  g_autoptr (GPtrArray) ids = NULL;

  if (self->notes == NULL)
    return rows;

  ids = psg_notes_list_targets (self->notes, psg_collection_get_info (self->collection)->id, PSG_NOTE_ON_EVENT);
  for (guint i = 0; i < ids->len; i++)
    {
      guint row = psg_event_table_find (events, g_ptr_array_index (ids, i));

      /* A note may be about an event that this version of the collection has no longer. */
      if (row != PSG_ROW_NONE)
        psg_row_set_add (rows, row);
    }

  return rows;
}

/* Finds out which events there are notes about, and lets a filter that asks for it choose anew.
 * @same_table: whether the collection is the one it was. */
void
psg_session_update_noted (PsgSession *self,
                          gboolean    same_table)
{
  g_autoptr (PsgRowSet) noted = self->collection != NULL ? find_noted (self) : psg_row_set_new (0);
  const char *const *has = psg_filter_get_has (self->filter);
  gboolean differs = !same_table || !psg_row_set_equal (noted, self->noted);

  self->noted_serial = self->notes != NULL ? psg_notes_get_targets_serial (self->notes) : 0;
  if (!differs)
    return;

  psg_session_commit_noted (self, noted);
  /* A collection that cannot be searched any more leaves what is shown as it is. */
  if (self->collection != NULL && g_strv_contains (has, "note"))
    psg_session_commit_filter (self, self->filter, NULL);
}

static void
notes_changed_cb (PsgSession *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  psg_session_update_own (self);
  if (self->noted_serial != psg_notes_get_targets_serial (self->notes))
    psg_session_update_noted (self, TRUE);
  g_object_thaw_notify (G_OBJECT (self));

  g_signal_emit_by_name (self, "notes-changed");
}

/* (transfer none) (nullable) */
PsgNotes *
psg_session_get_notes (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  return self->notes;
}

/* @notes: (nullable): of the person, whatever the collection */
void
psg_session_set_notes (PsgSession *self,
                       PsgNotes   *notes)
{
  g_return_if_fail (PSG_IS_SESSION (self));
  g_return_if_fail (notes == NULL || PSG_IS_NOTES (notes));

  if (notes == self->notes)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (self->notes != NULL)
    g_signal_handlers_disconnect_by_func (self->notes, notes_changed_cb, self);
  g_set_object (&self->notes, notes);
  if (notes != NULL)
    g_signal_connect_object (notes, "changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
  psg_session_update_own (self);
  psg_session_update_noted (self, TRUE);
  g_object_notify (G_OBJECT (self), "notes");
  g_object_thaw_notify (G_OBJECT (self));

  g_signal_emit_by_name (self, "notes-changed");
}

/**
 * psg_session_get_noted:
 * @self: a session
 *
 * Returns: (transfer none): the rows of the events the person wrote about; an empty set over no rows
 *   without a collection
 */
PsgRowSet *
psg_session_get_noted (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  return self->noted;
}

/**
 * psg_session_find_notes:
 * @self: a session
 * @kind: what they are about
 * @id: which of the collection's events, crossings or documents
 *
 * Returns: (transfer none) (nullable) (element-type PsgNoteMark): the notes about it, in no order, valid
 *   until notes change; %NULL if there are none
 */
GPtrArray *
psg_session_find_notes (PsgSession *self,
                        PsgNoteKind kind,
                        const char *id)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  if (self->notes == NULL || self->collection == NULL)
    return NULL;

  return psg_notes_get_about (self->notes, psg_collection_get_info (self->collection)->id, kind, id);
}

/* The same for the event in @row. */
GPtrArray *
psg_session_find_event_notes (PsgSession *self,
                              guint       row)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  if (!psg_row_set_contains (self->noted, row))
    return NULL;

  return psg_session_find_notes (self, PSG_NOTE_ON_EVENT,
                                 psg_event_table_get_id (psg_collection_get_events (self->collection), row));
}

/* Whether a note is about something of the collection that is open. */
gboolean
psg_session_owns_note (PsgSession        *self,
                       const PsgNoteMark *mark)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  return self->collection != NULL && g_strcmp0 (mark->collection, psg_collection_get_info (self->collection)->id) == 0;
}
