/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-layout.h"

#include <math.h>

/* Where the pages of a document lie: below one another, each as wide as there is room or all at one zoom. It draws
 * nothing. */

/* A page of a size that is none is shown as a sheet of US Letter, which is what PDF began with. */
#define FALLBACK_WIDTH 612
#define FALLBACK_HEIGHT 792
#define LARGEST 1e7

/* Pixels for a point at 100 %: 96 and 72 to the inch. */
#define POINT (96.0 / 72.0)

struct _PsgPdfLayout
{
  PsgPdfSize *sizes;
  PsgPdfLeaf *leaves;
  guint n_pages;
  double width;
  double height;
};

static gboolean
is_length (double length)
{
  return length > 0 && length <= LARGEST;
}

/**
 * psg_pdf_layout_new:
 * @sizes: (array length=n_pages): how large the pages are
 * @n_pages: how many there are
 *
 * Returns: (transfer full): a layout, to be updated before anything else is asked
 */
PsgPdfLayout *
psg_pdf_layout_new (const PsgPdfSize *sizes,
                    guint             n_pages)
{
  PsgPdfLayout *self = g_new0 (PsgPdfLayout, 1);

  self->n_pages = n_pages;
  self->sizes = g_new0 (PsgPdfSize, n_pages + 1);
  self->leaves = g_new0 (PsgPdfLeaf, n_pages + 1);
  for (guint i = 0; i < n_pages; i++)
    self->sizes[i] = is_length (sizes[i].width) && is_length (sizes[i].height)
                     ? sizes[i]
                     : (PsgPdfSize) { FALLBACK_WIDTH, FALLBACK_HEIGHT };

  return self;
}

void
psg_pdf_layout_free (PsgPdfLayout *self)
{
  g_free (self->sizes);
  g_free (self->leaves);
  g_free (self);
}

static double
get_scale (const PsgPdfSize *size,
           double            zoom,
           double            room)
{
  if (zoom <= 0)
    return MIN (room / size->width, PSG_PDF_MAX_SCALE);

  return zoom * POINT;
}

/**
 * psg_pdf_layout_update:
 * @self: a layout
 * @zoom: 1 for the true size; 0 to make each page as wide as there is room, but no larger than twice its true size
 * @width: how much room there is across, in pixels
 * @margin: around the pages and between them, in pixels
 */
void
psg_pdf_layout_update (PsgPdfLayout *self,
                       double        zoom,
                       double        width,
                       double        margin)
{
  double room = MAX (width - 2 * margin, 1);
  double y = margin;

  self->width = width;
  for (guint i = 0; i < self->n_pages; i++)
    {
      PsgPdfLeaf *leaf = &self->leaves[i];

      leaf->scale = get_scale (&self->sizes[i], zoom, room);
      leaf->width = MAX (self->sizes[i].width * leaf->scale, 1);
      leaf->height = MAX (self->sizes[i].height * leaf->scale, 1);
      leaf->y = y;
      y += leaf->height + margin;
      /* A hair's breadth is nothing to scroll by. */
      self->width = MAX (self->width, floor (leaf->width + 2 * margin + 0.01));
    }
  self->height = y;

  /* Whole pixels, or every page would be drawn a little blurred. */
  for (guint i = 0; i < self->n_pages; i++)
    {
      self->leaves[i].x = floor ((self->width - self->leaves[i].width) / 2);
      self->leaves[i].y = floor (self->leaves[i].y);
    }
}

guint
psg_pdf_layout_get_n (const PsgPdfLayout *self)
{
  return self->n_pages;
}

/* (transfer none) */
const PsgPdfLeaf *
psg_pdf_layout_get_leaf (const PsgPdfLayout *self,
                         guint               page)
{
  return &self->leaves[page];
}

double
psg_pdf_layout_get_width (const PsgPdfLayout *self)
{
  return self->width;
}

double
psg_pdf_layout_get_height (const PsgPdfLayout *self)
{
  return self->height;
}

/**
 * psg_pdf_layout_find:
 * @self: a layout of at least one page
 * @y: in pixels from the top of all
 *
 * Returns: the page at @y; above the first that, below the last that, between two the one above
 */
guint
psg_pdf_layout_find (const PsgPdfLayout *self,
                     double              y)
{
  guint first = 0, n = self->n_pages;

  while (n > 1)
    {
      guint half = n / 2;

      if (self->leaves[first + half].y <= y)
        {
          first += half;
          n -= half;
        }
      else
        n = half;
    }

  return first;
}

/* The point of the document at a point of the layout, which may lie beside its page. */
PsgPdfPlace
psg_pdf_layout_get_place (const PsgPdfLayout *self,
                          double              x,
                          double              y)
{
  guint page = psg_pdf_layout_find (self, y);
  const PsgPdfLeaf *leaf = &self->leaves[page];

  return (PsgPdfPlace) { page, (x - leaf->x) / leaf->scale, (y - leaf->y) / leaf->scale };
}

void
psg_pdf_layout_get_point (const PsgPdfLayout *self,
                          const PsgPdfPlace  *place,
                          double             *x,
                          double             *y)
{
  const PsgPdfLeaf *leaf = &self->leaves[place->page];

  *x = leaf->x + place->x * leaf->scale;
  *y = leaf->y + place->y * leaf->scale;
}

/**
 * psg_pdf_layout_step_zoom:
 * @zoom: 1 for the true size
 * @direction: +1 for larger, -1 for smaller
 *
 * Returns: the next of the usual steps
 */
double
psg_pdf_layout_step_zoom (double zoom,
                          int    direction)
{
  static const double steps[] = { 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8 };

  for (guint i = 0; direction > 0 && i < G_N_ELEMENTS (steps); i++)
    if (steps[i] > zoom * 1.01)
      return steps[i];
  for (guint i = G_N_ELEMENTS (steps); direction < 0 && i > 0; i--)
    if (steps[i - 1] < zoom * 0.99)
      return steps[i - 1];

  return direction > 0 ? steps[G_N_ELEMENTS (steps) - 1] : steps[0];
}
