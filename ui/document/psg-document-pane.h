/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_DOCUMENT_PANE (psg_document_pane_get_type ())
G_DECLARE_FINAL_TYPE (PsgDocumentPane, psg_document_pane, PSG, DOCUMENT_PANE, AdwBin)

/**
 * PsgDocumentPane:
 *
 * Shows the session's page: an event, a crossing, a document, a claim, a source, or the collection
 * itself.
 *
 * # CSS nodes
 *
 * `documentpane` with a `panebar` and, in a stack, a page
 */
GtkWidget *psg_document_pane_new         (PsgSession *session);
GtkWidget *psg_document_pane_get_visible (PsgDocumentPane *self);
GtkPrintOperation *psg_document_pane_print (PsgDocumentPane *self);
void       psg_document_pane_set_text_size  (PsgDocumentPane *self, int size);
gboolean   psg_document_pane_step_text_size (PsgDocumentPane *self, int direction);
gboolean   psg_document_pane_find           (PsgDocumentPane *self);

G_END_DECLS
