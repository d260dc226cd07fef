/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-highlights.h"

#include "psg-document-notes.h"
#include "psg-note-subject.h"

/* A person's notes in a PDF. A page's are looked for when it is drawn, and then known until one of them changes. */

struct _PsgPdfHighlights
{
  GObject parent_instance;

  /* owned */
  PsgDocumentNotes *notes;
  GHashTable *by_page; /* page, as an index → GArray of PsgPdfHighlight */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgPdfHighlights, psg_pdf_highlights, G_TYPE_OBJECT)

static void
clear_highlight (gpointer data)
{
  PsgPdfHighlight *self = data;

  psg_note_unref (self->note);
  g_array_unref (self->areas);
}

/* In the order in which they are read. */
static int
compare_highlights (gconstpointer a,
                    gconstpointer b)
{
  const PsgPdfHighlight *one = a;
  const PsgPdfHighlight *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;

  return one->end < other->end ? -1 : one->end > other->end;
}

static void
add_if_found (GArray               *highlights,
              PsgNote              *note,
              const PsgAnchorMatch *match,
              const PsgPdfText     *text)
{
  PsgPdfHighlight highlight = { note, match->place.start, match->place.end, NULL };

  if (!psg_anchor_match_is_found (match))
    return;

  highlight.areas = psg_pdf_text_get_areas (text, highlight.start, highlight.end);
  if (highlight.areas->len == 0)
    {
      g_array_unref (highlight.areas);
      return;
    }
  psg_note_ref (note);
  g_array_append_val (highlights, highlight);
}

static GArray *
find_on (PsgPdfHighlights *self,
         guint             page,
         const PsgPdfText *text)
{
  GPtrArray *notes = psg_document_notes_get (self->notes);
  GArray *highlights = g_array_new (FALSE, FALSE, sizeof (PsgPdfHighlight));
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_anchor_unref);
  g_autoptr (GPtrArray) with = g_ptr_array_new ();
  g_autoptr (PsgAnchorText) words = NULL;
  g_autofree PsgAnchorMatch *matches = NULL;

  g_array_set_clear_func (highlights, clear_highlight);
  for (guint i = 0; i < notes->len; i++)
    {
      PsgNote *note = g_ptr_array_index (notes, i);
      PsgAnchor *anchor = note->target.page == page + 1 ? psg_note_dup_anchor (note) : NULL;

      if (anchor == NULL)
        continue;
      g_ptr_array_add (anchors, anchor);
      g_ptr_array_add (with, note);
    }
  if (anchors->len == 0)
    return highlights;

  words = psg_anchor_text_new (text->text);
  matches = g_new0 (PsgAnchorMatch, anchors->len);
  psg_anchor_resolve_all (words, (const PsgAnchor *const *) anchors->pdata, anchors->len, matches);
  for (guint i = 0; i < anchors->len; i++)
    add_if_found (highlights, g_ptr_array_index (with, i), &matches[i], text);
  g_array_sort (highlights, compare_highlights);

  return highlights;
}

static void
changed_cb (PsgPdfHighlights *self)
{
  g_hash_table_remove_all (self->by_page);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
psg_pdf_highlights_dispose (GObject *object)
{
  PsgPdfHighlights *self = PSG_PDF_HIGHLIGHTS (object);

  /* What was asked for may still come, and must find nothing to do. */
  if (self->notes != NULL)
    g_object_run_dispose (G_OBJECT (self->notes));

  G_OBJECT_CLASS (psg_pdf_highlights_parent_class)->dispose (object);
}

static void
psg_pdf_highlights_finalize (GObject *object)
{
  PsgPdfHighlights *self = PSG_PDF_HIGHLIGHTS (object);

  g_clear_object (&self->notes);
  g_hash_table_unref (self->by_page);

  G_OBJECT_CLASS (psg_pdf_highlights_parent_class)->finalize (object);
}

static void
psg_pdf_highlights_class_init (PsgPdfHighlightsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_pdf_highlights_dispose;
  object_class->finalize = psg_pdf_highlights_finalize;

  signals[CHANGED] = g_signal_new ("changed", PSG_TYPE_PDF_HIGHLIGHTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
psg_pdf_highlights_init (PsgPdfHighlights *self)
{
  self->by_page = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
}

/**
 * psg_pdf_highlights_new:
 * @session: a session with a collection
 * @document: a PDF's id
 *
 * Returns: (transfer full): the notes on it
 */
PsgPdfHighlights *
psg_pdf_highlights_new (PsgSession *session,
                        const char *document)
{
  PsgPdfHighlights *self = g_object_new (PSG_TYPE_PDF_HIGHLIGHTS, NULL);

  self->notes = psg_document_notes_new (session, document);
  g_signal_connect_object (self->notes, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * psg_pdf_highlights_get:
 * @self: the notes
 * @page: a page, as an index
 * @text: what is written on it
 *
 * Returns: (transfer none) (element-type PsgPdfHighlight): those on the page, in the order in which they are read; good
 *   until `changed`
 */
GArray *
psg_pdf_highlights_get (PsgPdfHighlights *self,
                        guint             page,
                        const PsgPdfText *text)
{
  GArray *found;

  g_return_val_if_fail (PSG_IS_PDF_HIGHLIGHTS (self), NULL);

  found = g_hash_table_lookup (self->by_page, GUINT_TO_POINTER (page));
  if (found == NULL)
    {
      found = find_on (self, page, text);
      g_hash_table_insert (self->by_page, GUINT_TO_POINTER (page), found);
    }

  return found;
}

gboolean
psg_pdf_highlights_can_add (PsgPdfHighlights *self)
{
  g_return_val_if_fail (PSG_IS_PDF_HIGHLIGHTS (self), FALSE);

  return psg_document_notes_can_add (self->notes);
}

/* (transfer full): as psg_document_notes_add() */
PsgNote *
psg_pdf_highlights_add (PsgPdfHighlights *self,
                        const PsgAnchor  *words,
                        guint             page,
                        PsgNoteColour     colour)
{
  g_return_val_if_fail (PSG_IS_PDF_HIGHLIGHTS (self), NULL);

  return psg_document_notes_add (self->notes, words, page, colour);
}
