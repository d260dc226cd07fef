/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-view-private.h"

/* Going to a place: a position, a point, or words once it is known where they stand. */

/* What was looked for is shown a little above the middle, as in a text. */
#define WORDS_AT 0.3

/**
 * psg_pdf_view_get_position:
 *
 * Returns: how far it is scrolled: the page at the top and how much of it is above, as a fraction. It means the same at
 *   any size
 */
double
psg_pdf_view_get_position (PsgPdfView *self)
{
  PsgPdfPlace place;
  const PsgPdfLeaf *leaf;

  g_return_val_if_fail (PSG_IS_PDF_VIEW (self), 0);

  if (!self->laid_out)
    return self->has_goal ? self->goal.page : 0;

  place = psg_pdf_view_get_place (self, 0, 0);
  leaf = psg_pdf_layout_get_leaf (self->layout, place.page);

  return place.page + CLAMP (place.y * leaf->scale / leaf->height, 0, 0.999);
}

static void
show_at (PsgPdfView        *self,
         const PsgPdfPlace *place,
         double             at)
{
  double x, y;

  if (!self->laid_out)
    {
      self->has_goal = TRUE;
      self->goal = *place;
      self->goal_at = at;
      return;
    }

  psg_pdf_layout_get_point (self->layout, place, &x, &y);
  psg_pdf_view_configure (self, GTK_ORIENTATION_VERTICAL, y - at * gtk_widget_get_height (GTK_WIDGET (self)));
  if (x < psg_pdf_view_get_value (self, GTK_ORIENTATION_HORIZONTAL)
      || x > psg_pdf_view_get_value (self, GTK_ORIENTATION_HORIZONTAL) + gtk_widget_get_width (GTK_WIDGET (self)))
    psg_pdf_view_configure (self, GTK_ORIENTATION_HORIZONTAL, x - PSG_PDF_VIEW_MARGIN);
}

void
psg_pdf_view_set_position (PsgPdfView *self,
                           double      position)
{
  PsgPdfPlace place = { 0 };
  const PsgPdfLeaf *leaf;

  g_return_if_fail (PSG_IS_PDF_VIEW (self));

  place.page = CLAMP (position, 0, self->info->n_pages - 1);
  leaf = psg_pdf_layout_get_leaf (self->layout, place.page);
  place.y = (position - place.page) * leaf->height / leaf->scale;
  show_at (self, &place, 0);
}

/* Scrolls to a point, with a little room above it. */
void
psg_pdf_view_show_place (PsgPdfView        *self,
                         const PsgPdfPlace *place)
{
  g_return_if_fail (PSG_IS_PDF_VIEW (self));
  g_return_if_fail (place->page < self->info->n_pages);

  show_at (self, place, 0.01);
}

/* Where words are is known once their page has been read. */
typedef struct
{
  PsgPdfView *view;
  PsgPdfMatch match;
} Showing;

/* Words that are in sight already stay where they are. */
static gboolean
is_in_sight (PsgPdfView      *self,
             guint            page,
             const PsgPdfBox *box)
{
  graphene_rect_t area;

  if (!self->laid_out)
    return FALSE;

  psg_pdf_view_get_area (self, page, box, &area);

  return area.origin.y >= 0 && area.origin.y + area.size.height <= gtk_widget_get_height (GTK_WIDGET (self))
         && area.origin.x >= 0 && area.origin.x + area.size.width <= gtk_widget_get_width (GTK_WIDGET (self));
}

static void
show_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autofree Showing *showing = data;
  PsgPdfView *self = showing->view;
  g_autoptr (PsgPdfText) text = psg_pdf_file_read_finish (result, NULL);
  g_autoptr (GArray) areas = NULL;
  const PsgPdfBox *first;
  PsgPdfPlace place;

  /* Then the view is gone. */
  if (text == NULL)
    return;

  areas = psg_pdf_text_get_areas (text, showing->match.start, showing->match.end);
  first = &g_array_index (areas, PsgPdfBox, 0);
  if (areas->len == 0 || is_in_sight (self, showing->match.page, first))
    return;

  place = (PsgPdfPlace) { showing->match.page, first->x1, first->y1 };
  show_at (self, &place, WORDS_AT);
}

/**
 * psg_pdf_view_show_match:
 * @self: a view
 * @match: words; of an empty stretch the page alone
 *
 * Scrolls to them, unless they are in sight.
 */
void
psg_pdf_view_show_match (PsgPdfView        *self,
                         const PsgPdfMatch *match)
{
  PsgPdfPlace place = { match->page, 0, 0 };
  Showing *showing;

  g_return_if_fail (PSG_IS_PDF_VIEW (self));

  if (match->page >= self->info->n_pages)
    return;
  if (match->start >= match->end || !self->laid_out)
    psg_pdf_view_show_place (self, &place);
  if (match->start >= match->end)
    return;

  showing = g_new0 (Showing, 1);
  *showing = (Showing) { self, *match };
  psg_pdf_file_read_async (self->file, match->page, PSG_PDF_NOW, self->closing, show_read_cb, showing);
}

/**
 * psg_pdf_view_show_words:
 * @self: a view
 * @words: (nullable): words to mark and to scroll to; of an empty stretch the page alone; %NULL to mark none
 */
void
psg_pdf_view_show_words (PsgPdfView        *self,
                         const PsgPdfMatch *words)
{
  g_return_if_fail (PSG_IS_PDF_VIEW (self));

  self->words = words != NULL ? *words : (PsgPdfMatch) { 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (words != NULL)
    psg_pdf_view_show_match (self, words);
}
