/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-notes.h"

G_BEGIN_DECLS

#define PSG_TYPE_MEMORY_NOTES (psg_memory_notes_get_type ())
G_DECLARE_FINAL_TYPE (PsgMemoryNotes, psg_memory_notes, PSG, MEMORY_NOTES, GObject)

/**
 * PsgMemoryNotes:
 *
 * A #PsgNoteStore for tests that forgets. It answers in the main loop, never at once, in order.
 */
PsgMemoryNotes *psg_memory_notes_new           (void);

PsgNote        *psg_memory_notes_get           (PsgMemoryNotes *self, const char *id);
guint           psg_memory_notes_get_n         (PsgMemoryNotes *self);
/* As another process would, telling nobody. @note: (nullable): takes it away. */
void            psg_memory_notes_set           (PsgMemoryNotes *self, const char *id, const PsgNote *note);
/* From then on what is to be written fails so; -1 ends that. */
void            psg_memory_notes_set_failing   (PsgMemoryNotes *self, int code);
void            psg_memory_notes_set_read_only (PsgMemoryNotes *self, gboolean read_only);

/* Turns the main loop until all that was asked is answered and written. */
void            psg_memory_notes_settle        (PsgMemoryNotes *self, PsgNotes *notes);

G_END_DECLS
