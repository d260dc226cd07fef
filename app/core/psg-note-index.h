/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note-mark.h"

G_BEGIN_DECLS

/**
 * PsgNoteIndex:
 *
 * The marks of notes: by id, by what they are about, by time, by place. It belongs to the main thread.
 */
typedef struct _PsgNoteIndex PsgNoteIndex;

PsgNoteIndex *psg_note_index_new        (void);
void          psg_note_index_free       (PsgNoteIndex *self);

void          psg_note_index_put        (PsgNoteIndex *self, PsgNoteMark *mark);
void          psg_note_index_remove     (PsgNoteIndex *self, const char *id);

guint         psg_note_index_get_n      (PsgNoteIndex *self);
PsgNoteMark  *psg_note_index_find       (PsgNoteIndex *self, const char *id);
GPtrArray    *psg_note_index_get_about  (PsgNoteIndex *self, const char *collection, PsgNoteKind kind, const char *id);
GPtrArray    *psg_note_index_list_targets (PsgNoteIndex *self, const char *collection, PsgNoteKind kind);
GPtrArray    *psg_note_index_list_own   (PsgNoteIndex *self, const char *collection);
guint         psg_note_index_get_targets_serial (PsgNoteIndex *self);
guint         psg_note_index_get_kind_serial (PsgNoteIndex *self, PsgNoteKind kind);
GPtrArray    *psg_note_index_get_timed  (PsgNoteIndex *self);
GPtrArray    *psg_note_index_get_placed (PsgNoteIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgNoteIndex, psg_note_index_free)

G_END_DECLS
