/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-anchor.h"
#include "psg-record.h"

G_BEGIN_DECLS

/**
 * PsgPdfBox:
 * @x1: left
 * @y1: top
 * @x2: right, greater than or equal to @x1
 * @y2: bottom, likewise
 *
 * An area of a page, in points from its upper left corner.
 */
typedef struct
{
  float x1;
  float y1;
  float x2;
  float y2;
} PsgPdfBox;

/**
 * PsgPdfLink:
 * @box: where it is
 * @uri: (nullable): where it leads: http, https or mailto
 * @page: the page it leads to instead, from 1; 0 for a @uri
 * @top: how far down that page, in points
 *
 * A link on a page. Others than these there are none.
 */
typedef struct
{
  PsgPdfBox box;
  char     *uri;
  guint     page;
  float     top;
} PsgPdfLink;

/**
 * PsgPdfText:
 * @text: what is written on the page, in the order it is read: see psg_own_clean_page_text()
 * @n_chars: how many code points that is
 * @boxes: (array length=n_chars): where each of them is
 * @links: (element-type PsgPdfLink): the links on the page
 *
 * The words on a page of a PDF and where they stand. Positions in it are code points.
 */
typedef struct
{
  char      *text;
  guint      n_chars;
  PsgPdfBox *boxes;
  GArray    *links;
} PsgPdfText;

#define PSG_TYPE_PDF_TEXT (psg_pdf_text_get_type ())
PSG_DECLARE_RECORD (PsgPdfText, psg_pdf_text)

PsgPdfText *psg_pdf_text_create     (const char *text, const PsgPdfBox *boxes, guint n_boxes);
void        psg_pdf_text_add_link   (PsgPdfText *self, const PsgPdfLink *link);
guint       psg_pdf_text_find_caret (const PsgPdfText *self, double x, double y);
gboolean    psg_pdf_text_is_over    (const PsgPdfText *self, double x, double y);
int         psg_pdf_text_find_link  (const PsgPdfText *self, double x, double y);
void        psg_pdf_text_widen      (const PsgPdfText *self, gboolean line, guint *start, guint *end);
GArray     *psg_pdf_text_get_areas  (const PsgPdfText *self, guint start, guint end);
char       *psg_pdf_text_dup_words  (const PsgPdfText *self, guint start, guint end);
GArray     *psg_pdf_text_find_words (const char *text, const char *words, guint limit);

PsgAnchor  *psg_pdf_text_dup_anchor (const PsgPdfText *self, guint start, guint end);
gboolean    psg_pdf_text_resolve    (const PsgPdfText *self, const PsgAnchor *anchor, guint *start, guint *end);

G_END_DECLS
