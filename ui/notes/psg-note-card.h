/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTE_CARD (psg_note_card_get_type ())
G_DECLARE_FINAL_TYPE (PsgNoteCard, psg_note_card, PSG, NOTE_CARD, GtkWidget)

/**
 * PsgNoteCard:
 *
 * A note to read and to write in: its words, colour, status, bookmark and tags, the passage it marks, and
 * where it leads. There is no button to save.
 *
 * Signal `gone`: the note is there no more, or a new one was left empty.
 *
 * # CSS nodes
 *
 * `notecard` with a `textview`
 */
GtkWidget  *psg_note_card_new        (PsgSession *session, const PsgNote *note, gboolean is_new);
const char *psg_note_card_get_id     (PsgNoteCard *self);
void        psg_note_card_begin      (PsgNoteCard *self);
void        psg_note_card_set_max_text_height (PsgNoteCard *self, int height);

G_END_DECLS
