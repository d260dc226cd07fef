/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How large a page is made to fill the room there is: twice its true size, in pixels for a point. */
#define PSG_PDF_MAX_SCALE (2 * 96.0 / 72.0)

/**
 * PsgPdfSize:
 * @width: in points
 * @height: in points
 *
 * How large a page is, as a file says it: it may be anything.
 */
typedef struct
{
  double width;
  double height;
} PsgPdfSize;

/**
 * PsgPdfPlace:
 * @page: a page, as an index
 * @x: in points from its left
 * @y: in points from its top
 *
 * A point of a document.
 */
typedef struct
{
  guint  page;
  double x;
  double y;
} PsgPdfPlace;

/**
 * PsgPdfLeaf:
 * @x: where the page's left is, in pixels
 * @y: where its top is
 * @width: in pixels
 * @height: in pixels
 * @scale: pixels for a point
 *
 * A page as it is laid out.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double scale;
} PsgPdfLeaf;

/**
 * PsgPdfLayout:
 *
 * The pages of a document below one another.
 */
typedef struct _PsgPdfLayout PsgPdfLayout;

PsgPdfLayout     *psg_pdf_layout_new        (const PsgPdfSize *sizes, guint n_pages);
void              psg_pdf_layout_free       (PsgPdfLayout *self);
void              psg_pdf_layout_update     (PsgPdfLayout *self, double zoom, double width, double margin);

guint             psg_pdf_layout_get_n      (const PsgPdfLayout *self);
const PsgPdfLeaf *psg_pdf_layout_get_leaf   (const PsgPdfLayout *self, guint page);
double            psg_pdf_layout_get_width  (const PsgPdfLayout *self);
double            psg_pdf_layout_get_height (const PsgPdfLayout *self);
guint             psg_pdf_layout_find       (const PsgPdfLayout *self, double y);
PsgPdfPlace       psg_pdf_layout_get_place  (const PsgPdfLayout *self, double x, double y);
void              psg_pdf_layout_get_point  (const PsgPdfLayout *self, const PsgPdfPlace *place, double *x, double *y);
double            psg_pdf_layout_step_zoom  (double zoom, int direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgPdfLayout, psg_pdf_layout_free)

G_END_DECLS
