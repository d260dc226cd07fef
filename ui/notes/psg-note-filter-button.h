/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTE_FILTER_BUTTON (psg_note_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (PsgNoteFilterButton, psg_note_filter_button, PSG, NOTE_FILTER_BUTTON, GtkWidget)

/**
 * PsgNoteFilterButton:
 *
 * Which notes are shown and in what order, but for the words that are looked for.
 *
 * Signal `edited`: the filter is another.
 *
 * # CSS nodes
 *
 * `notefilter` with a `menubutton`
 */
GtkWidget *psg_note_filter_button_new       (PsgSession *session);
void       psg_note_filter_button_fill      (PsgNoteFilterButton *self, PsgNoteFilter *filter);
gboolean   psg_note_filter_button_is_active (PsgNoteFilterButton *self);
void       psg_note_filter_button_reset     (PsgNoteFilterButton *self);

G_END_DECLS
