/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-reanchor.h"

#include "psg-note-subject.h"

/* When a collection comes in another version, the words that notes mark are looked for in its texts. Those that
 * are not found for sure are left to the person. */

/**
 * psg_note_reanchor:
 * @note: on a passage
 * @text: (nullable): its document's; %NULL if the document is there no more
 * @version: of the collection the text is from
 *
 * The words stay as they were marked, whatever has become of them: only where they stand is new. What was
 * found again needs no review any more.
 *
 * Returns: (transfer full) (nullable): the note as it is to be; %NULL if it is so
 */
PsgNote *
psg_note_reanchor (const PsgNote       *note,
                   const PsgAnchorText *text,
                   const char          *version)
{
  g_autoptr (PsgAnchor) anchor = psg_note_dup_anchor (note);
  g_autoptr (PsgNote) after = psg_note_copy (note);
  PsgAnchorMatch match = { .how = PSG_ANCHOR_GONE };

  if (anchor != NULL && text != NULL)
    psg_anchor_resolve (anchor, text, &match);
  after->review = !psg_anchor_match_is_found (&match);
  if (!after->review)
    {
      after->target.start = match.place.start;
      after->target.end = match.place.end;
    }
  g_free (after->collection_version);
  after->collection_version = g_strdup (version);

  return psg_note_equal (note, after) ? NULL : g_steal_pointer (&after);
}

typedef struct
{
  PsgNotes *notes;
  PsgCollection *collection;
} Upkeep;

static void
free_upkeep (Upkeep *self)
{
  g_object_unref (self->notes);
  g_object_unref (self->collection);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Upkeep, free_upkeep)

/* (nullable): of a document, once for all notes on it; %NULL if there is none, or it cannot be read. */
static const PsgAnchorText *
get_text (PsgCollection *collection,
          GHashTable    *texts,
          const char    *id)
{
  g_autoptr (PsgDocument) document = NULL;
  gpointer text = NULL;

  if (g_hash_table_lookup_extended (texts, id, NULL, &text))
    return text;

  if (psg_collection_find_document (collection, id) != NULL)
    document = psg_collection_load_document (collection, id, NULL);
  if (document != NULL && document->text != NULL)
    text = psg_anchor_text_new (document->text);
  g_hash_table_insert (texts, g_strdup (id), text);

  return text;
}

static void
free_text (gpointer text)
{
  if (text != NULL)
    psg_anchor_text_free (text);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (Upkeep) upkeep = data;
  g_autoptr (GPtrArray) notes = psg_note_store_list_finish (PSG_NOTE_STORE (object), result, NULL);
  g_autoptr (GPtrArray) changes = psg_note_changes_new ();
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_text);
  const char *version = psg_collection_get_info (upkeep->collection)->version;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const PsgNote *note = g_ptr_array_index (notes, i);
      g_autoptr (PsgNote) after = NULL;

      if (note->target.id == NULL || note->target.page != 0)
        continue;
      after = psg_note_reanchor (note, get_text (upkeep->collection, texts, note->target.id), version);
      if (after != NULL)
        g_ptr_array_add (changes, psg_note_change_new (note, after));
    }

  if (changes->len > 0)
    psg_notes_keep_up (upkeep->notes, changes);
}

static void
ask_cb (PsgNoteStore *store,
        gpointer      data)
{
  Upkeep *upkeep = data;
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();

  filter->collection = g_strdup (psg_collection_get_info (upkeep->collection)->id);
  filter->other_version = g_strdup (psg_collection_get_info (upkeep->collection)->version);
  filter->kinds = 1u << PSG_NOTE_ON_PASSAGE;
  psg_note_store_list_async (store, filter, NULL, listed_cb, upkeep);
}

/**
 * psg_notes_reanchor:
 * @notes: notes that can be written
 * @collection: a collection
 *
 * Sees to the notes on passages of @collection that were written on another version of it. It is no step
 * to be undone.
 */
void
psg_notes_reanchor (PsgNotes      *notes,
                    PsgCollection *collection)
{
  Upkeep *upkeep;

  if (psg_notes_is_read_only (notes))
    return;

  upkeep = g_new0 (Upkeep, 1);
  upkeep->notes = g_object_ref (notes);
  upkeep->collection = g_object_ref (collection);
  psg_notes_ask (notes, ask_cb, upkeep);
}
