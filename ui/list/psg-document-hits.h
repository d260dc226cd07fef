/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_DOCUMENT_HITS (psg_document_hits_get_type ())
G_DECLARE_FINAL_TYPE (PsgDocumentHits, psg_document_hits, PSG, DOCUMENT_HITS, AdwBin)

/**
 * PsgDocumentHits:
 *
 * The documents in which the words of the session's filter are found. Not visible where there are none.
 */
GtkWidget *psg_document_hits_new   (PsgSession *session);
guint      psg_document_hits_get_n (PsgDocumentHits *self);

G_END_DECLS
