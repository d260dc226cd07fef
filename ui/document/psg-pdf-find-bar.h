/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-pdf-view.h"

G_BEGIN_DECLS

#define PSG_TYPE_PDF_FIND_BAR (psg_pdf_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (PsgPdfFindBar, psg_pdf_find_bar, PSG, PDF_FIND_BAR, AdwBin)

/**
 * PsgPdfFindBar:
 *
 * Finding words in a PDF: what is found is marked in the view, and one goes from one to the next.
 *
 * # CSS nodes
 *
 * `findbar`
 */
GtkWidget  *psg_pdf_find_bar_new       (PsgPdfView *view, PsgPdfFile *file, guint n_pages);
void        psg_pdf_find_bar_open      (PsgPdfFindBar *self);
void        psg_pdf_find_bar_close     (PsgPdfFindBar *self);
void        psg_pdf_find_bar_step      (PsgPdfFindBar *self, int direction);
const char *psg_pdf_find_bar_get_count (PsgPdfFindBar *self);
GtkWidget  *psg_pdf_find_bar_get_entry (PsgPdfFindBar *self);

G_END_DECLS
