/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "psg-anchor.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_DOCUMENT_NOTES (psg_document_notes_get_type ())
G_DECLARE_FINAL_TYPE (PsgDocumentNotes, psg_document_notes, PSG, DOCUMENT_NOTES, GObject)

/**
 * PsgDocumentNotes:
 *
 * The person's notes on the words of one document, of the collection or of the notebook: asked for anew when one of
 * them changes. Where in the document they stand is for the view of it to find out.
 *
 * Its signal `changed` tells that they are others.
 */
PsgDocumentNotes *psg_document_notes_new     (PsgSession *session, const char *document);
GPtrArray        *psg_document_notes_get     (PsgDocumentNotes *self);
gboolean          psg_document_notes_can_add (PsgDocumentNotes *self);
PsgNote          *psg_document_notes_add     (PsgDocumentNotes *self, const PsgAnchor *words, guint page,
                                              PsgNoteColour colour);

G_END_DECLS
