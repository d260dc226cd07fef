/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-format.h"

#include "psg-anchor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * Passages that come without a place in a document, or are about something outside of every collection. Each is looked
 * for in the collection's documents; it goes there only if its words, with what stood around them, are in one document,
 * to the letter and once, and nothing like them is in another. Everything else is left to the person, as a note that
 * needs review.
 */

/* Fewer code points than this, context and all, stand anywhere. */
#define SHORTEST 24
/* A place as like as this is a look-alike; see #PsgAnchorPlace. */
#define ALIKE 0.75
/* How many are looked for at a time. */
#define CHUNK 128

typedef struct
{
  PsgDocument   *document;
  PsgAnchorText *text;
} Text;

typedef struct
{
  PsgExchangeReading *reading;
  PsgCollection      *collection;
  GPtrArray          *texts; /* (nullable): of Text, once they are needed */
} Settling;

static void
free_text (gpointer data)
{
  Text *self = data;

  psg_document_unref (self->document);
  psg_anchor_text_free (self->text);
  g_free (self);
}

static gboolean
load_texts (Settling  *self,
            GError   **error)
{
  GPtrArray *documents = psg_collection_get_documents (self->collection);

  if (self->texts != NULL)
    return TRUE;

  self->texts = g_ptr_array_new_with_free_func (free_text);
  for (guint i = 0; i < documents->len; i++)
    {
      const PsgDocument *listed = g_ptr_array_index (documents, i);
      PsgDocument *document = psg_collection_load_document (self->collection, listed->id, error);
      Text *text;

      if (document == NULL)
        return FALSE;
      text = g_new0 (Text, 1);
      text->document = document;
      text->text = psg_anchor_text_new (document->text);
      g_ptr_array_add (self->texts, text);
    }

  return TRUE;
}

static gboolean
has_words (const PsgNote *note)
{
  return note->target.exact != NULL && *note->target.exact != '\0';
}

static gboolean
is_in_collection (const Settling *self,
                  const PsgNote  *note)
{
  return g_strcmp0 (note->collection, psg_collection_get_info (self->collection)->id) == 0;
}

/* (nullable): the document of the collection that a note names. */
static const Text *
find_named (Settling      *self,
            const PsgNote *note)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      const Text *each = g_ptr_array_index (self->texts, i);

      if (is_in_collection (self, note) && g_str_equal (each->document->id, note->target.id))
        return each;
    }

  return NULL;
}

/* Puts a note at a stretch of a document of the collection. */
static void
place (Settling   *self,
       PsgNote    *note,
       const Text *text,
       guint       start,
       guint       end)
{
  const PsgCollectionInfo *info = psg_collection_get_info (self->collection);
  g_autoptr (PsgAnchor) anchor = psg_anchor_new_for_range (text->text, start, end);
  PsgNoteTarget *target = &note->target;

  g_free (note->collection);
  note->collection = g_strdup (info->id);
  g_free (note->collection_version);
  note->collection_version = g_strdup (info->version);
  g_free (target->id);
  target->id = g_strdup (text->document->id);
  g_free (target->exact);
  target->exact = g_strdup (anchor->exact);
  g_free (target->prefix);
  target->prefix = g_strdup (anchor->prefix);
  g_free (target->suffix);
  target->suffix = g_strdup (anchor->suffix);
  target->start = anchor->start;
  target->end = anchor->end;
  target->page = 0;
  note->review = FALSE;
}

/* What nobody could place quotes at least what it is about. */
static void
leave (PsgExchangeAdrift *adrift)
{
  PsgNote *note = adrift->note;

  note->review = TRUE;
  if (has_words (note))
    return;

  g_free (note->target.exact);
  note->target.exact = g_strdup (adrift->title != NULL && *adrift->title != '\0' ? adrift->title : note->target.id);
  note->target.start = note->target.end = 0;
}

static void
settle_named (Settling          *self,
              PsgExchangeAdrift *adrift,
              const Text        *text)
{
  PsgNoteTarget *target = &adrift->note->target;
  g_autoptr (PsgAnchor) anchor = psg_anchor_new_quote (target->exact, target->prefix, target->suffix);
  PsgAnchorMatch match;

  if (!has_words (adrift->note))
    {
      if (adrift->has_position && target->start < target->end
          && target->end <= psg_anchor_text_get_n_chars (text->text))
        {
          place (self, adrift->note, text, target->start, target->end);
          return;
        }

      g_free (adrift->title);
      adrift->title = g_strdup (psg_text_get (text->document->title));
      leave (adrift);
      return;
    }

  if (adrift->has_position)
    {
      anchor->start = target->start;
      anchor->end = target->end;
    }
  psg_anchor_resolve (anchor, text->text, &match);
  if (psg_anchor_match_is_found (&match))
    place (self, adrift->note, text, match.place.start, match.place.end);
  else
    leave (adrift);
}

static glong
count_chars (const char *text)
{
  return text != NULL ? g_utf8_strlen (text, -1) : 0;
}

static gboolean
is_long_enough (const PsgNoteTarget *target)
{
  return count_chars (target->exact) + count_chars (target->prefix) + count_chars (target->suffix) >= SHORTEST;
}

static gboolean
is_certain (const PsgAnchorMatch *match)
{
  return match->how == PSG_ANCHOR_EXACT || match->how == PSG_ANCHOR_MOVED;
}

static gboolean
is_alike (const PsgAnchorMatch *match)
{
  return psg_anchor_match_is_found (match) || (match->n_candidates > 0 && match->candidates[0].score >= ALIKE);
}

static void
attach (Settling             *self,
        PsgExchangeAdrift    *adrift,
        const Text           *text,
        const PsgAnchorPlace *at)
{
  g_autofree char *iri = g_strdup (adrift->note->target.id);

  place (self, adrift->note, text, at->start, at->end);
  if (adrift->note->links == NULL || g_strv_length (adrift->note->links) < PSG_NOTE_MAX_LINKS)
    psg_note_add_link (adrift->note, iri);

  self->reading->row = adrift->row;
  /* Translators: a note from elsewhere; its words are in a document of the collection */
  psg_exchange_reading_tell (self->reading, adrift->line, _("its words were found in “%s”: it is put there"),
                             psg_text_get (text->document->title));
  self->reading->row = 0;
}

/* Looks for some quotations in every document. */
static void
settle_chunk (Settling           *self,
              PsgExchangeAdrift **chunk,
              guint               n)
{
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_anchor_unref);
  g_autofree PsgAnchorMatch *matches = g_new (PsgAnchorMatch, n);
  PsgAnchorPlace places[CHUNK];
  const Text *found[CHUNK] = { NULL };
  guint n_alike[CHUNK] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const PsgNoteTarget *target = &chunk[i]->note->target;

      g_ptr_array_add (anchors, psg_anchor_new_quote (target->exact, target->prefix, target->suffix));
    }

  for (guint t = 0; t < self->texts->len; t++)
    {
      const Text *text = g_ptr_array_index (self->texts, t);

      psg_anchor_resolve_all (text->text, (const PsgAnchor *const *) anchors->pdata, n, matches);
      for (guint i = 0; i < n; i++)
        {
          n_alike[i] += is_alike (&matches[i]) ? 1 : 0;
          if (!is_certain (&matches[i]))
            continue;
          found[i] = text;
          places[i] = matches[i].place;
        }
    }

  for (guint i = 0; i < n; i++)
    if (found[i] != NULL && n_alike[i] == 1)
      attach (self, chunk[i], found[i], &places[i]);
    else
      leave (chunk[i]);
}

static gboolean
settle_in_collection (Settling      *self,
                      GCancellable  *cancellable,
                      GError       **error)
{
  GPtrArray *adrift = self->reading->adrift;
  PsgExchangeAdrift *chunk[CHUNK];
  guint n = 0;

  if (!load_texts (self, error))
    return FALSE;

  for (guint i = 0; i < adrift->len; i++)
    {
      PsgExchangeAdrift *each = g_ptr_array_index (adrift, i);
      const Text *named = find_named (self, each->note);

      if (named != NULL)
        settle_named (self, each, named);
      else if (each->note->collection == NULL && has_words (each->note) && is_long_enough (&each->note->target))
        chunk[n++] = each;
      else
        leave (each);

      if (n == CHUNK || (n > 0 && i + 1 == adrift->len))
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          settle_chunk (self, chunk, n);
          n = 0;
        }
    }

  return TRUE;
}

/* What cannot be kept after all is told of. */
static void
drop_faulty (PsgExchangeReading *reading)
{
  g_autoptr (GHashTable) faulty = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < reading->adrift->len; i++)
    {
      PsgExchangeAdrift *each = g_ptr_array_index (reading->adrift, i);
      const char *fault = psg_note_find_fault (each->note);

      if (fault == NULL)
        continue;
      reading->row = each->row;
      psg_exchange_reading_miss (reading, each->line, fault);
      g_hash_table_add (faulty, each->note);
    }
  reading->row = 0;

  for (guint i = reading->notes->len; g_hash_table_size (faulty) > 0 && i-- > 0;)
    if (g_hash_table_remove (faulty, g_ptr_array_index (reading->notes, i)))
      g_ptr_array_remove_index (reading->notes, i);
}

/**
 * psg_exchange_reading_settle:
 * @self: what was read
 * @collection: (nullable): where to look
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Finds out where passages belong, and marks as needing review those of which that is not certain.
 *
 * Returns: whether that could be done
 */
gboolean
psg_exchange_reading_settle (PsgExchangeReading  *self,
                             PsgCollection       *collection,
                             GCancellable        *cancellable,
                             GError             **error)
{
  Settling settling = { self, collection, NULL };
  gboolean settled = TRUE;

  if (collection != NULL && self->adrift->len > 0)
    settled = settle_in_collection (&settling, cancellable, error);
  else
    for (guint i = 0; i < self->adrift->len; i++)
      leave (g_ptr_array_index (self->adrift, i));

  g_clear_pointer (&settling.texts, g_ptr_array_unref);
  if (!settled)
    return FALSE;

  drop_faulty (self);
  g_ptr_array_set_size (self->adrift, 0);

  return TRUE;
}
