/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <poppler.h>

#include "psg-pdf-file.h"

G_BEGIN_DECLS

/* What is done with a document in its thread; each blocks. */
PopplerDocument *psg_pdf_reader_open (const char *path, GError **error);
PsgPdfInfo      *psg_pdf_reader_look (PopplerDocument *document, GError **error);
GBytes          *psg_pdf_reader_draw (PopplerDocument *document, const PsgPdfPart *part, gsize *stride,
                                      GError **error);
PsgPdfText      *psg_pdf_reader_read (PopplerDocument *document, guint page);
gboolean         psg_pdf_reader_print (PopplerDocument *document, guint page, cairo_t *cr, GError **error);

G_END_DECLS
