/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-highlights.h"
#include "psg-note-colours.h"

G_BEGIN_DECLS

/* Beside words that were selected with the pointer: the colours to mark them in, a note about them, and copying
 * them with their source. The second makes one for a text: it goes with the selection, and with @view. */
GtkWidget *psg_selection_bar_new (PsgNoteColourChosen chosen, gpointer data);
void       psg_selection_bar_add (PsgHighlights *highlights, GtkTextView *view);

G_END_DECLS
