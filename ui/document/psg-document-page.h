/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-highlights.h"
#include "psg-page-view.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_DOCUMENT_PAGE (psg_document_page_get_type ())
G_DECLARE_FINAL_TYPE (PsgDocumentPage, psg_document_page, PSG, DOCUMENT_PAGE, PsgPageView)

/**
 * PsgDocumentPage:
 *
 * The reader: a document with its passages marked, its citations to look up and its links to
 * follow. One passage may be shown: highlighted, and scrolled to.
 */
GtkWidget     *psg_document_page_new           (PsgSession *session, const PsgDocument *document);
const char    *psg_document_page_get_id        (PsgDocumentPage *self);
void           psg_document_page_show_passage  (PsgDocumentPage *self, const char *passage);
void           psg_document_page_focus_text    (PsgDocumentPage *self);
gboolean       psg_document_page_get_highlight (PsgDocumentPage *self, guint *start, guint *end);
GtkTextBuffer *psg_document_page_get_buffer    (PsgDocumentPage *self);
GtkWidget     *psg_document_page_get_view      (PsgDocumentPage *self);
PsgHighlights *psg_document_page_get_highlights (PsgDocumentPage *self);

void           psg_document_page_set_text_size (PsgDocumentPage *self, guint size);

GtkPrintOperation *psg_document_page_print  (PsgDocumentPage *self);

G_END_DECLS
