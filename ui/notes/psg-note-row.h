/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-note-item.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTE_ROW (psg_note_row_get_type ())
G_DECLARE_FINAL_TYPE (PsgNoteRow, psg_note_row, PSG, NOTE_ROW, AdwBin)

/* (transfer floating): a row of the list of notes; @item: (nullable) */
GtkWidget *psg_note_row_new      (void);
void       psg_note_row_set_item (PsgNoteRow *self, PsgNoteItem *item, PsgSession *session);

G_END_DECLS
