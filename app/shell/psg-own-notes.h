/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lessons.h"
#include "psg-notebook-library.h"
#include "psg-notebook.h"
#include "psg-notes.h"

G_BEGIN_DECLS

#define PSG_TYPE_OWN_NOTES (psg_own_notes_get_type ())
G_DECLARE_FINAL_TYPE (PsgOwnNotes, psg_own_notes, PSG, OWN_NOTES, GObject)

/**
 * PsgOwnNotes:
 *
 * The person's notebook. One for the process, in `passages` in the folder for a user's data.
 *
 * Properties, %NULL until it is open, and where it cannot be opened: `notes`; `library`, the person's own documents;
 * `lessons`, the person's own. Signal `told (message)`: what the person must know of it, localised.
 */
PsgOwnNotes *psg_own_notes_get_default  (void);

void         psg_own_notes_open         (PsgOwnNotes *self);
void         psg_own_notes_close        (PsgOwnNotes *self);
PsgNotes    *psg_own_notes_get_notes    (PsgOwnNotes *self);
PsgNotebook *psg_own_notes_get_notebook (PsgOwnNotes *self);
PsgLibrary  *psg_own_notes_get_library  (PsgOwnNotes *self);
PsgLessons  *psg_own_notes_get_lessons  (PsgOwnNotes *self);

G_END_DECLS
