/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-own-document.h"
#include "psg-pdf-find-bar.h"
#include "psg-pdf-view.h"

G_BEGIN_DECLS

#define PSG_TYPE_PDF_PAGE (psg_pdf_page_get_type ())
G_DECLARE_FINAL_TYPE (PsgPdfPage, psg_pdf_page, PSG, PDF_PAGE, AdwBin)

/**
 * PsgPdfPage:
 *
 * A PDF to read: the view, and over it the page one is on, the zoom, finding and the outline. Until the file is
 * open it is empty; what cannot be opened is told on it.
 *
 * Actions: `pdf.copy`, `pdf.select-page`, `pdf.find`, `pdf.zoom-in`, `pdf.zoom-out`, `pdf.fit-width`; and, as in the
 * reader of texts, `reader.copy-quote` and `reader.add-note`.
 *
 * Its signal `note-activated (note, area)` is the view's.
 */
GtkWidget     *psg_pdf_page_new          (PsgSession *session, const PsgOwnContent *content);
void           psg_pdf_page_show_place   (PsgPdfPage *self, guint page, guint start, guint end);
double         psg_pdf_page_get_position (PsgPdfPage *self);
void           psg_pdf_page_set_position (PsgPdfPage *self, double position);
PsgPdfView    *psg_pdf_page_get_view     (PsgPdfPage *self);
PsgPdfHighlights *psg_pdf_page_get_highlights (PsgPdfPage *self);
PsgPdfFindBar *psg_pdf_page_get_find_bar (PsgPdfPage *self);
GtkPrintOperation *psg_pdf_page_print    (PsgPdfPage *self);

G_END_DECLS
