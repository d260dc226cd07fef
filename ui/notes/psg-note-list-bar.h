/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note-list.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTE_LIST_BAR (psg_note_list_bar_get_type ())
G_DECLARE_FINAL_TYPE (PsgNoteListBar, psg_note_list_bar, PSG, NOTE_LIST_BAR, GtkBox)

/**
 * PsgNoteListBar:
 *
 * What can be done with several notes at once; there while any are chosen.
 *
 * # CSS nodes
 *
 * `notelistbar`
 */
GtkWidget *psg_note_list_bar_new        (PsgSession *session, PsgNoteList *list);
/* (transfer full): each way to export notes, as @action with its extension. */
GMenuModel *psg_note_export_menu_new    (const char *action);
void       psg_note_list_bar_set_n      (PsgNoteListBar *self, guint n);
void       psg_note_list_bar_set_binned (PsgNoteListBar *self, gboolean binned);

G_END_DECLS
