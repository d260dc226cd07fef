/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-pdf-view.h"

G_BEGIN_DECLS

/* No more is found than this: nobody goes through it. */
#define PSG_PDF_MOST_FOUND 5000

/**
 * PsgPdfFinder:
 *
 * Looks for words on all pages of a PDF, a few at a time, so that nothing waits for it.
 */
typedef struct _PsgPdfFinder PsgPdfFinder;

/* More was found, or all there is. */
typedef void (*PsgPdfFound) (gpointer data);

PsgPdfFinder *psg_pdf_finder_new       (PsgPdfFile *file, guint n_pages, PsgPdfFound found, gpointer data);
void          psg_pdf_finder_free      (PsgPdfFinder *self);
void          psg_pdf_finder_start     (PsgPdfFinder *self, const char *words);
const GArray *psg_pdf_finder_get_found (PsgPdfFinder *self);
gboolean      psg_pdf_finder_is_done   (PsgPdfFinder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgPdfFinder, psg_pdf_finder_free)

G_END_DECLS
