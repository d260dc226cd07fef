/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-pdf-layout.h"
#include "psg-pdf-text.h"

G_BEGIN_DECLS

/* How large a picture may be made, in pixels: 48 MB of memory. */
#define PSG_PDF_MAX_PIXELS (12 * 1000 * 1000)

/**
 * PsgPdfHeading:
 * @title: what it says
 * @level: how deep it lies, from 1
 * @place: where it leads
 *
 * An entry of a document's own outline.
 */
typedef struct
{
  char       *title;
  guint       level;
  PsgPdfPlace place;
} PsgPdfHeading;

/**
 * PsgPdfInfo:
 * @n_pages: how many pages there are
 * @sizes: (array length=n_pages): how large each is
 * @headings: (element-type PsgPdfHeading): the outline; empty if there is none
 *
 * What a PDF is like.
 */
typedef struct
{
  guint       n_pages;
  PsgPdfSize *sizes;
  GArray     *headings;
} PsgPdfInfo;

void psg_pdf_info_free (PsgPdfInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgPdfInfo, psg_pdf_info_free)

/**
 * PsgPdfPart:
 * @page: a page, as an index
 * @scale: device pixels for a point
 * @x: of the part, in device pixels from the left of the page at that scale
 * @y: from the top
 * @width: in device pixels
 * @height: likewise; no more than %PSG_PDF_MAX_PIXELS in all
 *
 * A part of a page as a picture of it shows it.
 */
typedef struct
{
  guint  page;
  double scale;
  int    x;
  int    y;
  int    width;
  int    height;
} PsgPdfPart;

/* What is asked for first where several things wait. */
typedef enum
{
  PSG_PDF_NOW,   /* it is in sight */
  PSG_PDF_SOON,  /* it will be */
  PSG_PDF_LATER, /* somebody may ask */
} PsgPdfUrgency;

/**
 * PsgPdfFile:
 *
 * A PDF and the one thread that reads it. The file is a stranger's: what it says is checked, and however long the
 * thread takes, nobody waits. All calls are for the main thread, and are answered there.
 */
typedef struct _PsgPdfFile PsgPdfFile;

PsgPdfFile *psg_pdf_file_new         (const char *path);
void        psg_pdf_file_free        (PsgPdfFile *self);
void        psg_pdf_file_open_async  (PsgPdfFile *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer data);
PsgPdfInfo *psg_pdf_file_open_finish (GAsyncResult *result, GError **error);
void        psg_pdf_file_draw_async  (PsgPdfFile *self, const PsgPdfPart *part, PsgPdfUrgency urgency,
                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
GdkTexture *psg_pdf_file_draw_finish (GAsyncResult *result, GError **error);
void        psg_pdf_file_read_async  (PsgPdfFile *self, guint page, PsgPdfUrgency urgency, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer data);
PsgPdfText *psg_pdf_file_read_finish (GAsyncResult *result, GError **error);
void        psg_pdf_file_print_async (PsgPdfFile *self, guint page, cairo_t *cr, GAsyncReadyCallback callback,
                                      gpointer data);
gboolean    psg_pdf_file_print_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgPdfFile, psg_pdf_file_free)

G_END_DECLS
