/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTE_LIST (psg_note_list_get_type ())
G_DECLARE_FINAL_TYPE (PsgNoteList, psg_note_list, PSG, NOTE_LIST, GtkBox)

/**
 * PsgNoteList:
 *
 * All notes of a person, on whatever collection: searched, filtered, in an order; one to open, several to tag,
 * mark, export or delete at once.
 *
 * # CSS nodes
 *
 * `notelist` with a `listview` of `noterow`
 */
GtkWidget     *psg_note_list_new          (PsgSession *session);
void           psg_note_list_search       (PsgNoteList *self);
PsgNoteFilter *psg_note_list_dup_filter   (PsgNoteList *self);
GtkSelectionModel *psg_note_list_get_selection (PsgNoteList *self);

/* What is done with chosen notes. @notes: (element-type PsgNote) */
typedef void (*PsgNoteListFunc) (PsgSession *session, GPtrArray *notes, gconstpointer data);

void           psg_note_list_with_chosen  (PsgNoteList *self, PsgNoteListFunc func, gpointer data,
                                           GDestroyNotify destroy);

G_END_DECLS
