/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-merge.h"

#include <string.h>

/*
 * Putting notes together by their ids. What differs is kept twice, and never a third time: the id of
 * the second follows from what it says, so that bringing in the same file again changes nothing.
 */

static void
free_conflict (gpointer data)
{
  PsgMergeConflict *self = data;

  psg_note_unref (self->ours);
  psg_note_unref (self->theirs);
  g_free (self);
}

static void
add_text (GChecksum  *checksum,
          const char *text)
{
  /* Where one ends counts, so that no two notes say the same by running into each other. */
  g_checksum_update (checksum, (const guchar *) (text != NULL ? "+" : "-"), 1);
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, strlen (text) + 1);
}

static void
add_texts (GChecksum *checksum,
           GStrv      texts)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    add_text (checksum, texts[i]);
  add_text (checksum, NULL);
}

static void
add_target (GChecksum           *checksum,
            const PsgNoteTarget *target)
{
  char latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *numbers = g_strdup_printf ("%d %u %u %u %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, target->kind,
                                              target->start, target->end, target->page,
                                              target->has_span ? target->span.start : 0,
                                              target->has_span ? target->span.end : 0);

  add_text (checksum, numbers);
  add_text (checksum, g_ascii_dtostr (latitude, sizeof latitude, target->latitude));
  add_text (checksum, g_ascii_dtostr (longitude, sizeof longitude, target->longitude));
  add_text (checksum, target->id);
  add_text (checksum, target->exact);
  add_text (checksum, target->prefix);
  add_text (checksum, target->suffix);
}

/* (transfer full): the id under which a note is kept whose own is taken. */
static char *
dup_other_id (const PsgNote *note)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *times = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                            note->created, note->modified, note->deleted);
  g_autofree char *marks = g_strdup_printf ("%d %d %d %d", note->colour, note->status, !note->bookmark, !note->review);
  g_autofree char *name = NULL;

  add_text (checksum, times);
  add_text (checksum, marks);
  add_text (checksum, note->collection);
  add_text (checksum, note->collection_version);
  add_target (checksum, &note->target);
  add_text (checksum, note->body);
  add_texts (checksum, note->tags);
  add_texts (checksum, note->links);
  name = g_strconcat (note->id, "#", g_checksum_get_string (checksum), NULL);

  return psg_note_dup_id_for (name);
}

/* Links to the original, unless there is no room for another: then @conflicts tells. */
static void
link_to (PsgNote    *note,
         const char *id)
{
  if (note->links == NULL || g_strv_length (note->links) < PSG_NOTE_MAX_LINKS)
    psg_note_add_link (note, id);
}

static void
add_note (PsgExchangeMerge *self,
          GHashTable       *known,
          const PsgNote    *note)
{
  g_ptr_array_add (self->changes, psg_note_change_new (NULL, note));
  g_hash_table_insert (known, note->id, (gpointer) note);
}

/* Once it has been kept, it stays as the person has left it. */
static void
keep_both (PsgExchangeMerge *self,
           GHashTable       *known,
           const PsgNote    *ours,
           const PsgNote    *incoming)
{
  g_autoptr (PsgNote) theirs = psg_note_copy (incoming);
  PsgMergeConflict *conflict;

  g_free (theirs->id);
  theirs->id = dup_other_id (incoming);
  if (g_hash_table_contains (known, theirs->id))
    {
      self->n_same++;
      return;
    }

  theirs->status = PSG_NOTE_TO_CHECK;
  link_to (theirs, ours->id);
  add_note (self, known, theirs);
  conflict = g_new0 (PsgMergeConflict, 1);
  conflict->ours = psg_note_ref (ours);
  conflict->theirs = psg_note_ref (theirs);
  g_ptr_array_add (self->conflicts, conflict);
}

static void
take (PsgExchangeMerge *self,
      GHashTable       *known,
      const PsgNote    *incoming)
{
  const PsgNote *ours = g_hash_table_lookup (known, incoming->id);

  if (ours == NULL)
    {
      add_note (self, known, incoming);
      self->n_added++;
    }
  else if (psg_note_equal (ours, incoming))
    self->n_same++;
  else
    keep_both (self, known, ours, incoming);
}

/**
 * psg_exchange_merge_new:
 * @ours: (element-type PsgNote): all notes of a notebook, those in the bin too
 * @incoming: (element-type PsgNote): notes without fault; ids may come twice
 *
 * A note is new, or the same as the one with its id, or differs from it. What differs is a conflict: it is added
 * under another id. It may be called in any thread.
 *
 * Returns: (transfer full): what is to be done
 */
PsgExchangeMerge *
psg_exchange_merge_new (GPtrArray *ours,
                        GPtrArray *incoming)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  PsgExchangeMerge *self = g_new0 (PsgExchangeMerge, 1);

  self->changes = psg_note_changes_new ();
  self->conflicts = g_ptr_array_new_with_free_func (free_conflict);
  for (guint i = 0; i < ours->len; i++)
    {
      PsgNote *note = g_ptr_array_index (ours, i);

      g_hash_table_insert (known, note->id, note);
    }
  for (guint i = 0; i < incoming->len; i++)
    take (self, known, g_ptr_array_index (incoming, i));

  return self;
}

void
psg_exchange_merge_free (PsgExchangeMerge *self)
{
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}
