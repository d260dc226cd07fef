/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"
#include "psg-notes.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTE_DRAFT (psg_note_draft_get_type ())
G_DECLARE_FINAL_TYPE (PsgNoteDraft, psg_note_draft, PSG, NOTE_DRAFT, GObject)

/* How long after the last letter what is typed is written, in milliseconds. */
#define PSG_NOTE_DRAFT_PAUSE 500

/**
 * PsgNoteDraft:
 *
 * A note while somebody works on it. What is typed is written when the typing pauses, on
 * psg_note_draft_flush() and before any step is undone; all else at once. A new note that says nothing is
 * not written at all.
 *
 * Signals: `written` when what is here has been handed over to be written; `changed` when somebody else
 * has changed the note (another window, an undone step); `gone` when it is there no more, or in the bin.
 */
PsgNoteDraft  *psg_note_draft_new          (PsgNotes *notes, const PsgNote *note, gboolean is_new);

PsgNotes      *psg_note_draft_get_notes    (PsgNoteDraft *self);
const PsgNote *psg_note_draft_get_note     (PsgNoteDraft *self);
gboolean       psg_note_draft_is_new       (PsgNoteDraft *self);
void           psg_note_draft_flush        (PsgNoteDraft *self);

void           psg_note_draft_set_body     (PsgNoteDraft *self, const char *body);
void           psg_note_draft_set_event    (PsgNoteDraft *self, const PsgOwnEvent *event, double latitude,
                                             double longitude, PsgCollection *collection);
void           psg_note_draft_set_colour   (PsgNoteDraft *self, PsgNoteColour colour);
void           psg_note_draft_set_status   (PsgNoteDraft *self, PsgNoteStatus status);
void           psg_note_draft_set_bookmark (PsgNoteDraft *self, gboolean bookmark);
void           psg_note_draft_set_tags     (PsgNoteDraft *self, const char *const *tags);

GStrv          psg_note_find_links         (const char *body);

G_END_DECLS
