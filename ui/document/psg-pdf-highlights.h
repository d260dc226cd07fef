/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-pdf-text.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_PDF_HIGHLIGHTS (psg_pdf_highlights_get_type ())
G_DECLARE_FINAL_TYPE (PsgPdfHighlights, psg_pdf_highlights, PSG, PDF_HIGHLIGHTS, GObject)

/**
 * PsgPdfHighlight:
 * @note: on words of a PDF
 * @start: where these begin on their page, in code points
 * @end: where they end, exclusive
 * @areas: (element-type PsgPdfBox): where they stand, line by line; at least one
 *
 * A note's words on a page.
 */
typedef struct
{
  PsgNote *note;
  guint    start;
  guint    end;
  GArray  *areas;
} PsgPdfHighlight;

/**
 * PsgPdfHighlights:
 *
 * The person's notes on a PDF, page by page. Words that cannot be found on their page for sure are on none.
 *
 * Its signal `changed` tells that they are others.
 */
PsgPdfHighlights *psg_pdf_highlights_new     (PsgSession *session, const char *document);
GArray           *psg_pdf_highlights_get     (PsgPdfHighlights *self, guint page, const PsgPdfText *text);
gboolean          psg_pdf_highlights_can_add (PsgPdfHighlights *self);
PsgNote          *psg_pdf_highlights_add     (PsgPdfHighlights *self, const PsgAnchor *words, guint page,
                                              PsgNoteColour colour);

G_END_DECLS
