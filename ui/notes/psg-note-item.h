/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "psg-note.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTE_ITEM (psg_note_item_get_type ())
G_DECLARE_FINAL_TYPE (PsgNoteItem, psg_note_item, PSG, NOTE_ITEM, GObject)

/* A place in a list of notes. Signal `changed`: its note is another; %NULL until it has been read. */
PsgNoteItem   *psg_note_item_new  (void);
const PsgNote *psg_note_item_get  (PsgNoteItem *self);
void           psg_note_item_set  (PsgNoteItem *self, const PsgNote *note);

G_END_DECLS
