/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-view-private.h"

/* What is selected: a stretch of text from one page to another, in the order in which it is read. */

static int
compare_carets (const PsgPdfCaret *a,
                const PsgPdfCaret *b)
{
  if (a->page != b->page)
    return a->page < b->page ? -1 : 1;

  return (a->position > b->position) - (a->position < b->position);
}

static void
get_ends (PsgPdfView  *self,
          PsgPdfCaret *first,
          PsgPdfCaret *last)
{
  gboolean forward = compare_carets (&self->anchor, &self->head) <= 0;

  *first = forward ? self->anchor : self->head;
  *last = forward ? self->head : self->anchor;
}

gboolean
psg_pdf_view_has_selection (PsgPdfView *self)
{
  g_return_val_if_fail (PSG_IS_PDF_VIEW (self), FALSE);

  return compare_carets (&self->anchor, &self->head) != 0;
}

/* Whether anything on a page is selected; @end may be beyond its text. */
gboolean
psg_pdf_view_get_selected_on (PsgPdfView *self,
                              guint       page,
                              guint      *start,
                              guint      *end)
{
  PsgPdfCaret first, last;

  get_ends (self, &first, &last);
  if (!psg_pdf_view_has_selection (self) || page < first.page || page > last.page)
    return FALSE;

  *start = page == first.page ? first.position : 0;
  *end = page == last.page ? last.position : G_MAXUINT;

  return *start < *end;
}

/* Selects what is between two positions; none if they are one. */
void
psg_pdf_view_select (PsgPdfView        *self,
                     const PsgPdfCaret *anchor,
                     const PsgPdfCaret *head)
{
  if (compare_carets (&self->anchor, anchor) == 0 && compare_carets (&self->head, head) == 0)
    return;

  self->anchor = *anchor;
  self->head = *head;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit_by_name (self, "selection-changed");
}

/* The position in the text nearest to a point of the view. Returns: whether the page there has been read. */
gboolean
psg_pdf_view_find_caret (PsgPdfView  *self,
                         double       x,
                         double       y,
                         PsgPdfCaret *caret)
{
  PsgPdfPlace place = psg_pdf_view_get_place (self, x, y);
  PsgPdfText *text = psg_pdf_view_get_text (self, place.page);

  if (text == NULL)
    return FALSE;

  caret->page = place.page;
  caret->position = psg_pdf_text_find_caret (text, place.x, place.y);

  return TRUE;
}

/* Selects all of the page one is on. */
void
psg_pdf_view_select_page (PsgPdfView *self)
{
  PsgPdfText *text = psg_pdf_view_get_text (self, self->page);
  PsgPdfCaret first = { self->page, 0 };
  PsgPdfCaret last = { self->page, text != NULL ? text->n_chars : 0 };

  psg_pdf_view_select (self, &first, &last);
}

/* From then on nothing is selected; the next selection may go on from where this began. */
void
psg_pdf_view_unselect (PsgPdfView *self)
{
  PsgPdfCaret anchor = self->anchor;

  psg_pdf_view_select (self, &anchor, &anchor);
}

/**
 * psg_pdf_view_dup_selected:
 * @self: a view
 * @page: (out) (optional): the page on which it begins, from 1
 *
 * Returns: (transfer full) (nullable): the words that are selected; %NULL if none are
 */
char *
psg_pdf_view_dup_selected (PsgPdfView *self,
                           guint      *page)
{
  g_autoptr (GString) words = g_string_new (NULL);
  PsgPdfCaret first, last;

  g_return_val_if_fail (PSG_IS_PDF_VIEW (self), NULL);

  get_ends (self, &first, &last);
  for (guint i = first.page; i <= last.page; i++)
    {
      PsgPdfText *text = g_hash_table_lookup (self->texts, GUINT_TO_POINTER (i));
      g_autofree char *part = NULL;
      guint start, end;

      if (text == NULL || !psg_pdf_view_get_selected_on (self, i, &start, &end))
        continue;
      part = psg_pdf_text_dup_words (text, start, end);
      if (words->len > 0 && *part != '\0')
        g_string_append_c (words, '\n');
      g_string_append (words, part);
    }

  if (page != NULL)
    *page = first.page + 1;

  return words->len > 0 ? g_strdup (words->str) : NULL;
}

/**
 * psg_pdf_view_dup_anchor:
 * @self: a view
 * @page: (out): the page, from 1
 *
 * Returns: (transfer full) (nullable): by what the words that are selected are found again on their page; of several
 *   pages, those on the first; %NULL if none are selected
 */
PsgAnchor *
psg_pdf_view_dup_anchor (PsgPdfView *self,
                         guint      *page)
{
  PsgPdfCaret first, last;
  PsgPdfText *text;
  guint start, end;

  g_return_val_if_fail (PSG_IS_PDF_VIEW (self), NULL);

  get_ends (self, &first, &last);
  text = g_hash_table_lookup (self->texts, GUINT_TO_POINTER (first.page));
  *page = first.page + 1;
  if (text == NULL || !psg_pdf_view_get_selected_on (self, first.page, &start, &end)
      || start >= MIN (end, text->n_chars))
    return NULL;

  return psg_pdf_text_dup_anchor (text, start, MIN (end, text->n_chars));
}

/**
 * psg_pdf_view_get_selected_area:
 * @self: a view
 * @area: (out): the first line of what is selected, in the view
 *
 * Returns: whether it is known, and in sight
 */
gboolean
psg_pdf_view_get_selected_area (PsgPdfView   *self,
                                GdkRectangle *area)
{
  g_autoptr (GArray) boxes = NULL;
  PsgPdfCaret first, last;
  PsgPdfText *text;
  graphene_rect_t place;
  guint start, end;

  g_return_val_if_fail (PSG_IS_PDF_VIEW (self), FALSE);

  get_ends (self, &first, &last);
  text = g_hash_table_lookup (self->texts, GUINT_TO_POINTER (first.page));
  if (text == NULL || !psg_pdf_view_get_selected_on (self, first.page, &start, &end))
    return FALSE;

  boxes = psg_pdf_text_get_areas (text, start, end);
  if (boxes->len == 0)
    return FALSE;

  psg_pdf_view_get_area (self, first.page, &g_array_index (boxes, PsgPdfBox, 0), &place);
  *area = (GdkRectangle) { place.origin.x, place.origin.y, MAX (place.size.width, 1), place.size.height };

  return area->y + area->height > 0 && area->y < gtk_widget_get_height (GTK_WIDGET (self));
}
