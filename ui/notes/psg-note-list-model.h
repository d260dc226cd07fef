/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note-item.h"
#include "psg-notes.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTE_LIST_MODEL (psg_note_list_model_get_type ())
G_DECLARE_FINAL_TYPE (PsgNoteListModel, psg_note_list_model, PSG, NOTE_LIST_MODEL, GObject)

/**
 * PsgNoteListModel:
 *
 * The notes a filter lets through, as a #GListModel of #PsgNoteItem. It reads those that somebody asks for,
 * a page at a time, so that it costs the same with ten notes and with a hundred thousand; and all that are shown
 * anew when notes change.
 *
 * Signal `counted`: how many there are is known, or known anew.
 */
PsgNoteListModel    *psg_note_list_model_new        (void);
void                 psg_note_list_model_set_notes  (PsgNoteListModel *self, PsgNotes *notes);
void                 psg_note_list_model_set_filter (PsgNoteListModel *self, const PsgNoteFilter *filter);
const PsgNoteFilter *psg_note_list_model_get_filter (PsgNoteListModel *self);
gboolean             psg_note_list_model_is_counted (PsgNoteListModel *self);

G_END_DECLS
