/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-anchor.h"
#include "psg-collection.h"
#include "psg-notes.h"

G_BEGIN_DECLS

PsgNote *psg_note_reanchor  (const PsgNote *note, const PsgAnchorText *text, const char *version);
void     psg_notes_reanchor (PsgNotes *notes, PsgCollection *collection);

G_END_DECLS
