/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTE_SECTION (psg_note_section_get_type ())
G_DECLARE_FINAL_TYPE (PsgNoteSection, psg_note_section, PSG, NOTE_SECTION, GtkBox)

/**
 * PsgNoteSection:
 *
 * What a person wrote about an event or a crossing, at the end of its page: a card for each note, the oldest
 * first, and a button that adds one.
 */
GtkWidget *psg_note_section_new (PsgSession *session, PsgNoteKind kind, const char *id);
void       psg_note_section_add (PsgNoteSection *self);

G_END_DECLS
