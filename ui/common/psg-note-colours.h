/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-note.h"

G_BEGIN_DECLS

/* (transfer floating): a button that shows a colour and offers the others by name; calls
 * `chosen (colour, user_data)` when a person has chosen one. */
typedef void (*PsgNoteColourChosen) (PsgNoteColour colour, gpointer user_data);

GtkWidget *psg_note_colours_new (PsgNoteColourChosen chosen, gpointer user_data);
void       psg_note_colours_set (GtkWidget *colours, PsgNoteColour colour);

/* (transfer floating): all of them in a line, to choose one at once. */
GtkWidget *psg_note_colour_line_new (PsgNoteColourChosen chosen, gpointer user_data);

G_END_DECLS
