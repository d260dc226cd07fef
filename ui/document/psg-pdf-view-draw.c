/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-view-private.h"

#include <math.h>

#include "psg-palette.h"

/*
 * What the view shows: white pages, the pictures there are of them, and marks over these. While it draws it says which
 * pictures it would like to have.
 */

/* How many pages above and below are made ready. */
#define READY 1
#define SHADOW 0.25

/* Paper is white in every scheme, and what is marked on it lies over the words: these leave black words dark. */
static const GdkRGBA white = { 1, 1, 1, 1 };
static const GdkRGBA pen = { 1, 0.78, 0, 0.38 };
static const GdkRGBA pen_current = { 1, 0.45, 0, 0.5 };

/* The page as pictures know it: at the scale of the screen. */
static PsgPdfPart
get_whole (PsgPdfView *self,
           guint       page)
{
  const PsgPdfLeaf *leaf = psg_pdf_layout_get_leaf (self->layout, page);
  double scale = leaf->scale * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double width = leaf->width / leaf->scale * scale;
  double height = leaf->height / leaf->scale * scale;

  return (PsgPdfPart) { page, scale, 0, 0, MIN (ceil (width), G_MAXINT / 2), MIN (ceil (height), G_MAXINT / 2) };
}

/* Returns: whether anything of the page is in sight, and what, in the pixels of the screen. */
static gboolean
get_sight (PsgPdfView            *self,
           const PsgPdfPart      *whole,
           const graphene_rect_t *area,
           cairo_rectangle_int_t *sight)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  double left = MAX (-area->origin.x, 0) * factor;
  double top = MAX (-area->origin.y, 0) * factor;
  double right = MIN (gtk_widget_get_width (GTK_WIDGET (self)) - area->origin.x, area->size.width) * factor;
  double bottom = MIN (gtk_widget_get_height (GTK_WIDGET (self)) - area->origin.y, area->size.height) * factor;

  if (right <= left || bottom <= top)
    return FALSE;

  sight->x = CLAMP (floor (left), 0, whole->width - 1);
  sight->y = CLAMP (floor (top), 0, whole->height - 1);
  sight->width = CLAMP (ceil (right), sight->x + 1, whole->width) - sight->x;
  sight->height = CLAMP (ceil (bottom), sight->y + 1, whole->height) - sight->y;

  return TRUE;
}

static void
get_page_area (PsgPdfView      *self,
               guint            page,
               graphene_rect_t *area)
{
  const PsgPdfLeaf *leaf = psg_pdf_layout_get_leaf (self->layout, page);
  PsgPdfBox nothing = { 0 };

  psg_pdf_view_get_area (self, page, &nothing, area);
  area->size.width = leaf->width;
  area->size.height = leaf->height;
}

/* A picture may be of another zoom: then it is stretched. */
static void
draw_crisp (PsgPdfView            *self,
            GtkSnapshot           *snapshot,
            guint                  page,
            const graphene_rect_t *area)
{
  const PsgPdfLeaf *leaf = psg_pdf_layout_get_leaf (self->layout, page);
  PsgPdfPart part;
  GdkTexture *texture = psg_pdf_pictures_get_crisp (self->pictures, page, &part);
  double factor;

  if (texture == NULL)
    return;

  factor = leaf->scale / part.scale;
  gtk_snapshot_append_texture (snapshot, texture,
                               &GRAPHENE_RECT_INIT (area->origin.x + part.x * factor, area->origin.y + part.y * factor,
                                                    part.width * factor, part.height * factor));
}

static void
draw_boxes (PsgPdfView    *self,
            GtkSnapshot   *snapshot,
            guint          page,
            const GArray  *boxes,
            const GdkRGBA *color)
{
  for (guint i = 0; i < boxes->len; i++)
    {
      graphene_rect_t area;

      psg_pdf_view_get_area (self, page, &g_array_index (boxes, PsgPdfBox, i), &area);
      gtk_snapshot_append_color (snapshot, color, &area);
    }
}

static void
draw_areas (PsgPdfView     *self,
            GtkSnapshot    *snapshot,
            guint           page,
            guint           start,
            guint           end,
            const GdkRGBA  *color)
{
  PsgPdfText *text = psg_pdf_view_get_text (self, page);
  g_autoptr (GArray) areas = NULL;

  if (text == NULL || start >= end)
    return;

  areas = psg_pdf_text_get_areas (text, start, end);
  draw_boxes (self, snapshot, page, areas, color);
}

/* The first of what was found that is not before a page. */
static guint
find_first (const GArray *found,
            guint         page)
{
  guint first = 0, n = found->len;

  while (n > 0)
    {
      guint half = n / 2;

      if (g_array_index (found, PsgPdfMatch, first + half).page < page)
        {
          first += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }

  return first;
}

static void
draw_found (PsgPdfView  *self,
            GtkSnapshot *snapshot,
            guint        page)
{
  for (guint i = self->found != NULL ? find_first (self->found, page) : G_MAXUINT;
       self->found != NULL && i < self->found->len; i++)
    {
      const PsgPdfMatch *match = &g_array_index (self->found, PsgPdfMatch, i);

      if (match->page != page)
        break;
      draw_areas (self, snapshot, page, match->start, match->end, i == self->current ? &pen_current : &pen);
    }
}

static void
draw_highlights (PsgPdfView  *self,
                 GtkSnapshot *snapshot,
                 guint        page)
{
  GArray *highlights = psg_pdf_view_get_highlights (self, page);

  for (guint i = 0; highlights != NULL && i < highlights->len; i++)
    {
      const PsgPdfHighlight *highlight = &g_array_index (highlights, PsgPdfHighlight, i);
      GdkRGBA color;

      psg_palette_get_note_pen (psg_palette_get_scheme (), highlight->note->colour, &color);
      draw_boxes (self, snapshot, page, highlight->areas, &color);
    }
}

/* Around what the keyboard is on. */
static void
draw_ring (PsgPdfView    *self,
           GtkSnapshot   *snapshot,
           guint          page,
           const GdkRGBA *accent)
{
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA colors[4] = { *accent, *accent, *accent, *accent };
  GskRoundedRect ring;
  graphene_rect_t area;
  PsgPdfSpot spot;

  if (!psg_pdf_view_get_spot (self, &spot) || spot.page != page)
    return;

  psg_pdf_view_get_area (self, page, &spot.box, &area);
  gsk_rounded_rect_init_from_rect (&ring, &area, 2);
  gtk_snapshot_append_border (snapshot, &ring, widths, colors);
}

static void
draw_marks (PsgPdfView  *self,
            GtkSnapshot *snapshot,
            guint        page)
{
  GdkRGBA accent, selected;
  guint start, end;

  psg_palette_get_accent (PSG_SCHEME_LIGHT, &accent);
  selected = accent;
  selected.alpha = 0.3;
  draw_highlights (self, snapshot, page);
  if (self->words.page == page)
    draw_areas (self, snapshot, page, self->words.start, self->words.end, &pen);
  draw_found (self, snapshot, page);
  if (psg_pdf_view_get_selected_on (self, page, &start, &end))
    draw_areas (self, snapshot, page, start, end, &selected);
  draw_ring (self, snapshot, page, &accent);
}

typedef struct
{
  PsgPdfView *view;
  GtkSnapshot *snapshot;
  double page_left;
} Signs;

/* Where the page is wider than the view its sign lies on the paper, which is white. */
static gboolean
draw_sign (const PsgPdfHighlight *highlight,
           double                 x,
           double                 y,
           gpointer               data)
{
  Signs *signs = data;
  PsgScheme scheme = x + PSG_PDF_VIEW_SIGN / 2.0 > signs->page_left ? PSG_SCHEME_LIGHT : psg_palette_get_scheme ();
  graphene_rect_t area = GRAPHENE_RECT_INIT (x - PSG_PDF_VIEW_SIGN, y - PSG_PDF_VIEW_SIGN, 2 * PSG_PDF_VIEW_SIGN,
                                             2 * PSG_PDF_VIEW_SIGN);
  cairo_t *cr = gtk_snapshot_append_cairo (signs->snapshot, &area);

  psg_note_glyph_draw (cr, scheme, highlight->note->colour, x, y, PSG_PDF_VIEW_SIGN);
  cairo_destroy (cr);

  return FALSE;
}

static void
draw_page (PsgPdfView            *self,
           GtkSnapshot           *snapshot,
           guint                  page,
           const graphene_rect_t *area)
{
  GdkTexture *small = psg_pdf_pictures_get_small (self->pictures, page);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, SHADOW }, 0, 1, 0, 4);
  gtk_snapshot_push_clip (snapshot, area);
  gtk_snapshot_append_color (snapshot, &white, area);
  if (small != NULL)
    gtk_snapshot_append_texture (snapshot, small, area);
  draw_crisp (self, snapshot, page, area);
  draw_marks (self, snapshot, page);
  gtk_snapshot_pop (snapshot);
  psg_pdf_view_foreach_sign (self, page, draw_sign, &(Signs) { self, snapshot, area->origin.x });
}

static void
want_ready (PsgPdfView *self,
            guint       page)
{
  PsgPdfPart whole = get_whole (self, page);
  cairo_rectangle_int_t all = { 0, 0, whole.width, whole.height };

  psg_pdf_pictures_want (self->pictures, &whole, &all, PSG_PDF_SOON);
}

void
psg_pdf_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  PsgPdfView *self = PSG_PDF_VIEW (widget);
  guint first = psg_pdf_view_get_place (self, 0, 0).page;
  guint last = psg_pdf_view_get_place (self, 0, gtk_widget_get_height (widget)).page;

  psg_pdf_pictures_begin (self->pictures);
  for (guint page = first; page <= last; page++)
    {
      PsgPdfPart whole = get_whole (self, page);
      cairo_rectangle_int_t sight;
      graphene_rect_t area;

      get_page_area (self, page, &area);
      if (!get_sight (self, &whole, &area, &sight))
        continue;
      psg_pdf_pictures_want (self->pictures, &whole, &sight, PSG_PDF_NOW);
      psg_pdf_view_get_text (self, page);
      draw_page (self, snapshot, page, &area);
    }

  for (guint i = 1; i <= READY; i++)
    {
      if (last + i < self->info->n_pages)
        want_ready (self, last + i);
      if (first >= i)
        want_ready (self, first - i);
    }
  psg_pdf_pictures_end (self->pictures);
}
