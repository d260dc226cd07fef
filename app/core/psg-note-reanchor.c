/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-reanchor.h"

#include "psg-note-subject.h"

/* When a collection comes in another version, the words that notes mark are looked for in its texts. Those that
 * are not found for sure are left to the person, and so are notes about what it has no longer. */

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

/* The text of a document, which must be there as long as it is searched. */
typedef struct
{
  PsgDocument   *document; /* (nullable) */
  PsgAnchorText *text;     /* (nullable) */
} Text;

static void
free_text (gpointer data)
{
  Text *self = data;

  g_clear_pointer (&self->text, psg_anchor_text_free);
  g_clear_pointer (&self->document, psg_document_unref);
  g_free (self);
}

/* (nullable): of a document, once for all notes on it; %NULL if there is none, or it cannot be read. */
static const PsgAnchorText *
get_text (PsgCollection *collection,
          GHashTable    *texts,
          const char    *id)
{
  Text *text = g_hash_table_lookup (texts, id);

  if (text != NULL)
    return text->text;

  text = g_new0 (Text, 1);
  if (psg_collection_find_document (collection, id) != NULL)
    text->document = psg_collection_load_document (collection, id, NULL);
  if (text->document != NULL && text->document->text != NULL)
    text->text = psg_anchor_text_new (text->document->text);
  g_hash_table_insert (texts, g_strdup (id), text);

  return text->text;
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

/* Notes about what is there no more. */
static void
lost_listed_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (Upkeep) upkeep = data;
  g_autoptr (GPtrArray) notes = psg_note_store_list_finish (PSG_NOTE_STORE (object), result, NULL);
  g_autoptr (GPtrArray) changes = psg_note_changes_new ();

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const PsgNote *note = g_ptr_array_index (notes, i);
      g_autoptr (PsgNote) after = psg_note_copy (note);

      after->review = TRUE;
      g_free (after->collection_version);
      after->collection_version = g_strdup (psg_collection_get_info (upkeep->collection)->version);
      g_ptr_array_add (changes, psg_note_change_new (note, after));
    }

  if (changes->len > 0)
    psg_notes_keep_up (upkeep->notes, changes);
}

static gboolean
has_subject (PsgCollection *collection,
             PsgNoteKind    kind,
             const char    *id)
{
  if (kind == PSG_NOTE_ON_CROSSING)
    return psg_collection_find_crossing (collection, id) != NULL;

  /* A person's own are not the collection's to lose. */
  return psg_own_event_is_id (id)
         || psg_event_table_find (psg_collection_get_events (collection), id) != PSG_ROW_NONE;
}

/* (transfer full): ids of what there are notes about and is there no more */
static GStrv
list_lost (Upkeep *upkeep)
{
  static const PsgNoteKind kinds[] = { PSG_NOTE_ON_EVENT, PSG_NOTE_ON_CROSSING };
  const char *collection = psg_collection_get_info (upkeep->collection)->id;
  g_autoptr (GStrvBuilder) lost = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) ids = psg_notes_list_targets (upkeep->notes, collection, kinds[i]);

      for (guint j = 0; j < ids->len; j++)
        if (!has_subject (upkeep->collection, kinds[i], g_ptr_array_index (ids, j)))
          g_strv_builder_add (lost, g_ptr_array_index (ids, j));
    }

  return g_strv_builder_end (lost);
}

static PsgNoteFilter *
new_filter (Upkeep *upkeep,
            guint   kinds)
{
  const PsgCollectionInfo *info = psg_collection_get_info (upkeep->collection);
  PsgNoteFilter *filter = psg_note_filter_new ();

  filter->collection = g_strdup (info->id);
  filter->other_version = g_strdup (info->version);
  filter->kinds = kinds;

  return filter;
}

static void
ask_lost_cb (PsgNoteStore *store,
             gpointer      data)
{
  g_autoptr (Upkeep) upkeep = data;
  g_autoptr (PsgNoteFilter) filter = new_filter (upkeep, 1u << PSG_NOTE_ON_EVENT | 1u << PSG_NOTE_ON_CROSSING);

  filter->targets = list_lost (upkeep);
  if (filter->targets[0] != NULL)
    psg_note_store_list_async (store, filter, NULL, lost_listed_cb, g_steal_pointer (&upkeep));
}

static void
ask_cb (PsgNoteStore *store,
        gpointer      data)
{
  Upkeep *upkeep = data;
  g_autoptr (PsgNoteFilter) filter = new_filter (upkeep, 1u << PSG_NOTE_ON_PASSAGE);

  psg_note_store_list_async (store, filter, NULL, listed_cb, upkeep);
}

static Upkeep *
new_upkeep (PsgNotes      *notes,
            PsgCollection *collection)
{
  Upkeep *self = g_new0 (Upkeep, 1);

  self->notes = g_object_ref (notes);
  self->collection = g_object_ref (collection);

  return self;
}

/**
 * psg_notes_reanchor:
 * @notes: notes that have been read
 * @collection: a collection
 *
 * Sees to the notes on @collection that were written on another version of it, if they can be written. It is no step
 * to be undone.
 */
void
psg_notes_reanchor (PsgNotes      *notes,
                    PsgCollection *collection)
{
  if (psg_notes_is_read_only (notes))
    return;

  psg_notes_ask (notes, ask_cb, new_upkeep (notes, collection));
  psg_notes_ask (notes, ask_lost_cb, new_upkeep (notes, collection));
}
