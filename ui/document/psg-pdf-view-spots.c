/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-view-private.h"

#include <glib/gi18n-lib.h>

#include "psg-link.h"
#include "psg-note-mark.h"
#include "psg-rows.h"

/*
 * What can be gone to on a page: links, and a person's notes on its words. A note's sign is in the margin, at its first
 * line; what is drawn there is what is hit.
 */

/* Signs at one line overlap by so much of one, as leaves of a pile. */
#define PILE_STEP 4

/* (nullable): the notes on a page; %NULL while its text is not known, or where there can be none */
GArray *
psg_pdf_view_get_highlights (PsgPdfView *self,
                             guint       page)
{
  PsgPdfText *text = self->highlights != NULL ? psg_pdf_view_get_text (self, page) : NULL;

  return text != NULL ? psg_pdf_highlights_get (self->highlights, page, text) : NULL;
}

void
psg_pdf_view_foreach_sign (PsgPdfView     *self,
                           guint           page,
                           PsgPdfSignFunc  func,
                           gpointer        data)
{
  GArray *highlights = psg_pdf_view_get_highlights (self, page);
  const PsgPdfBox corner = { 0 };
  graphene_rect_t area;
  double x, previous = G_MAXDOUBLE, pile = 0;

  psg_pdf_view_get_area (self, page, &corner, &area);
  x = MAX (area.origin.x - PSG_PDF_VIEW_MARGIN / 2.0, PSG_PDF_VIEW_MARGIN / 2.0);
  for (guint i = 0; highlights != NULL && i < highlights->len; i++)
    {
      const PsgPdfHighlight *highlight = &g_array_index (highlights, PsgPdfHighlight, i);
      double y;

      psg_pdf_view_get_area (self, page, &g_array_index (highlight->areas, PsgPdfBox, 0), &area);
      y = area.origin.y + area.size.height / 2;
      pile = ABS (y - previous) < PSG_PDF_VIEW_SIGN / 2.0 ? pile + PILE_STEP : 0;
      previous = y;
      if (func (highlight, x, y + pile, data))
        return;
    }
}

/* What is where */

typedef struct
{
  double x;
  double y;
  double distance;
  const PsgPdfHighlight *found;
} Search;

static gboolean
find_sign (const PsgPdfHighlight *highlight,
           double                 x,
           double                 y,
           gpointer               data)
{
  Search *search = data;
  double distance = MAX (ABS (x - search->x), ABS (y - search->y));

  if (distance <= search->distance)
    {
      search->distance = distance;
      search->found = highlight;
    }

  return FALSE;
}

static gboolean
covers (const PsgPdfHighlight *highlight,
        const PsgPdfPlace     *place)
{
  for (guint i = 0; i < highlight->areas->len; i++)
    {
      const PsgPdfBox *box = &g_array_index (highlight->areas, PsgPdfBox, i);

      if (place->x >= box->x1 && place->x <= box->x2 && place->y >= box->y1 && place->y <= box->y2)
        return TRUE;
    }

  return FALSE;
}

/* (nullable): the shortest that covers a place: it may lie within another. */
static const PsgPdfHighlight *
find_words (GArray            *highlights,
            const PsgPdfPlace *place)
{
  const PsgPdfHighlight *found = NULL;

  for (guint i = 0; highlights != NULL && i < highlights->len; i++)
    {
      const PsgPdfHighlight *highlight = &g_array_index (highlights, PsgPdfHighlight, i);

      if (covers (highlight, place) && (found == NULL || highlight->end - highlight->start < found->end - found->start))
        found = highlight;
    }

  return found;
}

static PsgPdfSpot
make_note_spot (guint                  page,
                const PsgPdfHighlight *highlight)
{
  return (PsgPdfSpot) { page, g_array_index (highlight->areas, PsgPdfBox, 0), NULL, highlight->note };
}

/* What a click at a point of the view goes to. Returns: whether there is anything */
gboolean
psg_pdf_view_find_spot (PsgPdfView *self,
                        double      x,
                        double      y,
                        PsgPdfSpot *spot)
{
  PsgPdfPlace place = psg_pdf_view_get_place (self, x, y);
  PsgPdfText *text = psg_pdf_view_get_text (self, place.page);
  int index = text != NULL ? psg_pdf_text_find_link (text, place.x, place.y) : -1;
  Search search = { x, y, PSG_PDF_VIEW_SIGN / 2.0 + 2, NULL };

  psg_pdf_view_foreach_sign (self, place.page, find_sign, &search);
  if (search.found == NULL && index >= 0)
    {
      const PsgPdfLink *link = &g_array_index (text->links, PsgPdfLink, index);

      *spot = (PsgPdfSpot) { place.page, link->box, link, NULL };
      return TRUE;
    }
  if (search.found == NULL)
    search.found = find_words (psg_pdf_view_get_highlights (self, place.page), &place);
  if (search.found != NULL)
    *spot = make_note_spot (place.page, search.found);

  return search.found != NULL;
}

/* Keys */

static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const PsgPdfBox *one = &((const PsgPdfSpot *) a)->box;
  const PsgPdfBox *other = &((const PsgPdfSpot *) b)->box;

  if (one->y1 != other->y1)
    return one->y1 < other->y1 ? -1 : 1;

  return one->x1 < other->x1 ? -1 : one->x1 > other->x1;
}

/* (transfer full) (element-type PsgPdfSpot): from top to bottom */
static GArray *
list_spots (PsgPdfView *self,
            guint       page)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (PsgPdfSpot));
  PsgPdfText *text = psg_pdf_view_get_text (self, page);
  GArray *highlights = psg_pdf_view_get_highlights (self, page);

  for (guint i = 0; text != NULL && i < text->links->len; i++)
    {
      const PsgPdfLink *link = &g_array_index (text->links, PsgPdfLink, i);
      PsgPdfSpot spot = { page, link->box, link, NULL };

      g_array_append_val (spots, spot);
    }
  for (guint i = 0; highlights != NULL && i < highlights->len; i++)
    {
      PsgPdfSpot spot = make_note_spot (page, &g_array_index (highlights, PsgPdfHighlight, i));

      g_array_append_val (spots, spot);
    }
  g_array_sort (spots, compare_spots);

  return spots;
}

/* The one the keyboard is on. Returns: whether it is on any */
gboolean
psg_pdf_view_get_spot (PsgPdfView *self,
                       PsgPdfSpot *spot)
{
  g_autoptr (GArray) spots = NULL;

  if (self->spot < 0)
    return FALSE;

  spots = list_spots (self, self->spot_page);
  if ((guint) self->spot >= spots->len)
    return FALSE;

  *spot = g_array_index (spots, PsgPdfSpot, self->spot);

  return TRUE;
}

/* Through those of the page one is on; beyond them the focus goes on as ever. */
gboolean
psg_pdf_view_step_spot (PsgPdfView *self,
                        int         direction)
{
  g_autoptr (GArray) spots = list_spots (self, self->page);
  int n = (int) spots->len;
  gboolean goes_on = self->spot_page == self->page && self->spot >= 0;
  int next = goes_on ? self->spot + direction : direction > 0 ? 0 : n - 1;
  PsgPdfSpot spot;

  self->spot_page = self->page;
  self->spot = next >= 0 && next < n ? next : -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (psg_pdf_view_get_spot (self, &spot))
    {
      g_autofree char *shown = psg_pdf_view_describe_spot (&spot);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, shown, -1);
    }

  return self->spot >= 0;
}

/* (transfer full): where a link leads, what a note says and its colour */
char *
psg_pdf_view_describe_spot (const PsgPdfSpot *spot)
{
  g_autofree char *title = NULL;

  if (spot->link != NULL && spot->link->uri != NULL)
    return psg_link_dup_shown (spot->link->uri);
  if (spot->link != NULL)
    return g_strdup_printf (_("Go to page %u"), spot->link->page);

  title = psg_note_dup_title (spot->note);

  return psg_join_facts (*title != '\0' ? title : _("Note without words"),
                         spot->note->colour != PSG_NOTE_NO_COLOUR ? psg_note_colour_get_label (spot->note->colour) : "",
                         NULL);
}

void
psg_pdf_view_activate_spot (PsgPdfView       *self,
                            const PsgPdfSpot *spot)
{
  if (spot->note != NULL)
    psg_pdf_view_show_note (self, spot->note, spot->page, &spot->box);
  else if (spot->link->uri != NULL)
    psg_link_open (GTK_WIDGET (self), spot->link->uri);
  else if (spot->link->page <= self->info->n_pages)
    psg_pdf_view_show_place (self, &(PsgPdfPlace) { spot->link->page - 1, 0, spot->link->top });
}
