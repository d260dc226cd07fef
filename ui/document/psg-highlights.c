/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-highlights.h"

#include "psg-anchor.h"
#include "psg-document-notes.h"
#include "psg-highlight-margin.h"
#include "psg-note-subject.h"
#include "psg-palette.h"

/* A person's notes in a text that is read: their words are looked for in it as a shipped passage's are. */

struct _PsgHighlights
{
  GObject parent_instance;

  /* owned */
  PsgDocumentNotes *notes;
  PsgDocument *document;
  PsgAnchorText *text; /* (nullable): made when it is needed */
  GArray *marks; /* PsgHighlight, by where they begin */

  /* borrowed; the view outlives this */
  GtkTextView *view;
  GtkTextBuffer *buffer;
  const PsgRendering *rendering;
};

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgHighlights, psg_highlights, G_TYPE_OBJECT)

static void
clear_mark (gpointer data)
{
  psg_note_unref (((PsgHighlight *) data)->note);
}

static char *
dup_tag_name (PsgNoteColour colour)
{
  return g_strconcat ("note-", psg_note_colour_get_name (colour), NULL);
}

static GtkTextTag *
get_tag (PsgHighlights *self,
         PsgNoteColour  colour)
{
  g_autofree char *name = dup_tag_name (colour);

  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (self->buffer), name);
}

static void
refresh_cb (PsgHighlights *self)
{
  if (self->buffer == NULL)
    return;

  for (guint i = 0; i < PSG_NOTE_N_COLOURS; i++)
    {
      GdkRGBA rgba;

      psg_palette_get_note_highlight (psg_palette_get_scheme (), i, &rgba);
      g_object_set (get_tag (self, i), "background-rgba", &rgba, NULL);
    }
}

/* Over the marks of shipped passages, under the passage that was chosen. */
static void
add_tags (PsgHighlights *self)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (self->buffer);
  GtkTextTag *passage = gtk_text_tag_table_lookup (table, "passage");
  int above = passage != NULL ? gtk_text_tag_get_priority (passage) + 1 : 0;

  for (guint i = 0; i < PSG_NOTE_N_COLOURS; i++)
    {
      g_autofree char *name = dup_tag_name (i);
      g_autoptr (GtkTextTag) tag = gtk_text_tag_new (name);

      gtk_text_tag_table_add (table, tag);
      gtk_text_tag_set_priority (tag, above);
    }
  refresh_cb (self);
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (refresh_cb));
}

static void
apply_tags (PsgHighlights *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  for (guint i = 0; i < PSG_NOTE_N_COLOURS; i++)
    gtk_text_buffer_remove_tag (self->buffer, get_tag (self, i), &start, &end);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PsgHighlight *mark = &g_array_index (self->marks, PsgHighlight, i);

      gtk_text_buffer_get_iter_at_offset (self->buffer, &start, mark->start);
      gtk_text_buffer_get_iter_at_offset (self->buffer, &end, mark->end);
      gtk_text_buffer_apply_tag (self->buffer, get_tag (self, mark->note->colour), &start, &end);
    }
}

static const PsgAnchorText *
get_text (PsgHighlights *self)
{
  if (self->text == NULL)
    self->text = psg_anchor_text_new (self->document->text);

  return self->text;
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const PsgHighlight *one = a;
  const PsgHighlight *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;

  return one->end < other->end ? -1 : one->end > other->end;
}

/* Marks those whose words are in the text. */
static void
notes_changed_cb (PsgHighlights *self)
{
  GPtrArray *notes = psg_document_notes_get (self->notes);
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_anchor_unref);
  g_autoptr (GPtrArray) with = g_ptr_array_new ();
  g_autofree PsgAnchorMatch *matches = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      PsgAnchor *anchor = psg_note_dup_anchor (g_ptr_array_index (notes, i));

      if (anchor == NULL)
        continue;
      g_ptr_array_add (anchors, anchor);
      g_ptr_array_add (with, g_ptr_array_index (notes, i));
    }

  g_array_set_size (self->marks, 0);
  matches = g_new0 (PsgAnchorMatch, anchors->len + 1);
  if (anchors->len > 0)
    psg_anchor_resolve_all (get_text (self), (const PsgAnchor *const *) anchors->pdata, anchors->len, matches);
  for (guint i = 0; i < anchors->len; i++)
    if (psg_anchor_match_is_found (&matches[i]))
      {
        const PsgHighlight mark = {
          psg_note_ref (g_ptr_array_index (with, i)),
          psg_text_map_to_offset (self->rendering->map, matches[i].place.start),
          psg_text_map_to_end_offset (self->rendering->map, matches[i].place.end),
        };

        g_array_append_val (self->marks, mark);
      }
  g_array_sort (self->marks, compare_marks);

  apply_tags (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
psg_highlights_dispose (GObject *object)
{
  PsgHighlights *self = PSG_HIGHLIGHTS (object);

  /* What was asked for may still come, and must find nothing to do. */
  if (self->notes != NULL)
    g_object_run_dispose (G_OBJECT (self->notes));
  g_clear_object (&self->notes);
  self->buffer = NULL;

  G_OBJECT_CLASS (psg_highlights_parent_class)->dispose (object);
}

static void
psg_highlights_finalize (GObject *object)
{
  PsgHighlights *self = PSG_HIGHLIGHTS (object);

  g_clear_pointer (&self->text, psg_anchor_text_free);
  g_clear_pointer (&self->document, psg_document_unref);
  g_array_unref (self->marks);

  G_OBJECT_CLASS (psg_highlights_parent_class)->finalize (object);
}

static void
psg_highlights_class_init (PsgHighlightsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_highlights_dispose;
  object_class->finalize = psg_highlights_finalize;

  signals[CHANGED] = g_signal_new ("changed", PSG_TYPE_HIGHLIGHTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", PSG_TYPE_HIGHLIGHTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, PSG_TYPE_NOTE,
                                     GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
psg_highlights_init (PsgHighlights *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (PsgHighlight));
  g_array_set_clear_func (self->marks, clear_mark);
}

/**
 * psg_highlights_new:
 * @session: a session with a collection
 * @document: a document of it, with its text
 * @view: shows it; gets a margin
 * @rendering: what its buffer shows
 *
 * Returns: (transfer full): the notes on it
 */
PsgHighlights *
psg_highlights_new (PsgSession         *session,
                    const PsgDocument  *document,
                    GtkTextView        *view,
                    const PsgRendering *rendering)
{
  PsgHighlights *self = g_object_new (PSG_TYPE_HIGHLIGHTS, NULL);

  self->document = psg_document_ref (document);
  self->view = view;
  self->buffer = gtk_text_view_get_buffer (view);
  self->rendering = rendering;
  add_tags (self);
  gtk_text_view_set_gutter (view, GTK_TEXT_WINDOW_LEFT, psg_highlight_margin_new (self, view));
  self->notes = psg_document_notes_new (session, document->id);
  g_signal_connect_object (self->notes, "changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/* (transfer none): what shows the text */
GtkTextView *
psg_highlights_get_view (PsgHighlights *self)
{
  return self->view;
}

/* (transfer none) (element-type PsgHighlight): by where they begin */
GArray *
psg_highlights_get (PsgHighlights *self)
{
  return self->marks;
}

/* The smallest that covers @offset, or -1. */
int
psg_highlights_find (PsgHighlights *self,
                     guint          offset)
{
  guint length = G_MAXUINT;
  int found = -1;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const PsgHighlight *mark = &g_array_index (self->marks, PsgHighlight, i);

      if (offset >= mark->start && offset < mark->end && mark->end - mark->start < length)
        {
          length = mark->end - mark->start;
          found = (int) i;
        }
    }

  return found;
}

static void
activate (PsgHighlights *self,
          const PsgNote *note,
          guint          offset)
{
  GtkTextIter iter;
  GdkRectangle area;

  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, offset);
  gtk_text_view_get_iter_location (self->view, &iter, &area);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, area.x, area.y, &area.x, &area.y);
  area.width = MAX (area.width, 1);
  g_signal_emit (self, signals[ACTIVATED], 0, note, &area);
}

/* @index: which, of psg_highlights_get() */
void
psg_highlights_show (PsgHighlights *self,
                     guint          index)
{
  const PsgHighlight *mark = &g_array_index (self->marks, PsgHighlight, index);

  activate (self, mark->note, mark->start);
}

/* Whether words are selected that could be marked. */
gboolean
psg_highlights_can_add (PsgHighlights *self)
{
  return self->buffer != NULL && psg_document_notes_can_add (self->notes)
         && gtk_text_buffer_get_has_selection (self->buffer);
}

/* The selection without the space around it. */
static gboolean
get_selected_words (PsgHighlights *self,
                    GtkTextIter   *from,
                    GtkTextIter   *to)
{
  if (!gtk_text_buffer_get_selection_bounds (self->buffer, from, to))
    return FALSE;

  while (gtk_text_iter_compare (from, to) < 0 && g_unichar_isspace (gtk_text_iter_get_char (from)))
    gtk_text_iter_forward_char (from);
  while (gtk_text_iter_compare (from, to) < 0)
    {
      GtkTextIter last = *to;

      gtk_text_iter_backward_char (&last);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&last)))
        break;
      *to = last;
    }

  return gtk_text_iter_compare (from, to) < 0;
}

/**
 * psg_highlights_add:
 * @self: the notes
 * @colour: of the new one
 * @show: whether to show it, to write in
 *
 * Makes a note on the words that are selected.
 */
void
psg_highlights_add (PsgHighlights *self,
                    PsgNoteColour  colour,
                    gboolean       show)
{
  g_autoptr (PsgAnchor) anchor = NULL;
  g_autoptr (PsgNote) note = NULL;
  GtkTextIter from, to;
  guint start, end;

  if (!psg_highlights_can_add (self) || !get_selected_words (self, &from, &to))
    return;

  start = psg_text_map_to_position (self->rendering->map, gtk_text_iter_get_offset (&from));
  end = psg_text_map_to_position (self->rendering->map, gtk_text_iter_get_offset (&to));
  psg_anchor_text_snap (get_text (self), &start, &end);
  if (end <= start)
    return;

  anchor = psg_anchor_new_for_range (get_text (self), start, end);
  note = psg_document_notes_add (self->notes, anchor, 0, colour);
  gtk_text_buffer_place_cursor (self->buffer, &from);
  if (show)
    activate (self, note, gtk_text_iter_get_offset (&from));
}
