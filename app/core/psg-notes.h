/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-note-mark.h"
#include "psg-note-store.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTES (psg_notes_get_type ())
G_DECLARE_FINAL_TYPE (PsgNotes, psg_notes, PSG, NOTES, GObject)

/**
 * PsgNotes:
 *
 * A person's notes as all views of all windows see them. It knows a #PsgNoteMark of each that is not
 * in the bin; whole notes are asked of the store through psg_notes_ask(). What is changed is changed here at once, and
 * written one after the other: what cannot be written for now (`trouble` says why) waits and is
 * tried again, so no word is lost while the app runs; psg_notes_close() hands over the rest.
 * A change to a note that somebody else has changed meanwhile is kept beside it, as a note of
 * its own to check.
 *
 * Properties: `read-only`, `undo-label` and `redo-label` (nullable, localised), `trouble` (nullable,
 * localised), `busy` (whether something is still to be written). Signals: `changed` with the
 * ids of notes, or %NULL where any may be another; `flush` when whoever has something unwritten must hand
 * it over; `failed` with a message, localised, where something that was asked could not be done.
 */
PsgNotes          *psg_notes_new            (PsgNoteStore *store);
void               psg_notes_load           (PsgNotes *self);
void               psg_notes_close          (PsgNotes *self);

/* What is to be asked of @store. */
typedef void (*PsgNotesQuestion) (PsgNoteStore *store, gpointer data);

void               psg_notes_ask            (PsgNotes *self, PsgNotesQuestion question, gpointer data);
gboolean           psg_notes_is_read_only   (PsgNotes *self);
const char        *psg_notes_get_trouble    (PsgNotes *self);
gboolean           psg_notes_is_busy        (PsgNotes *self);

guint              psg_notes_get_n          (PsgNotes *self);
const PsgNoteMark *psg_notes_find           (PsgNotes *self, const char *id);
GPtrArray         *psg_notes_get_about      (PsgNotes *self, const char *collection, PsgNoteKind kind, const char *id);
GPtrArray         *psg_notes_list_targets   (PsgNotes *self, const char *collection, PsgNoteKind kind);
GPtrArray         *psg_notes_list_own       (PsgNotes *self, const char *collection);
gboolean           psg_notes_is_loaded      (PsgNotes *self);
guint              psg_notes_get_targets_serial (PsgNotes *self);
guint              psg_notes_get_kind_serial (PsgNotes *self, PsgNoteKind kind);
GPtrArray         *psg_notes_get_timed      (PsgNotes *self);
GPtrArray         *psg_notes_get_placed     (PsgNotes *self);

void               psg_notes_change         (PsgNotes *self, const char *label, const PsgNote *before,
                                             const PsgNote *after, const char *merge);
void               psg_notes_apply          (PsgNotes *self, const char *label, GPtrArray *changes,
                                             const char *merge);
void               psg_notes_keep_up        (PsgNotes *self, GPtrArray *changes);
void               psg_notes_bin            (PsgNotes *self, const char *label, const char *const *ids);
void               psg_notes_restore        (PsgNotes *self, const char *label, const char *const *ids);
void               psg_notes_purge          (PsgNotes *self, const char *label, const char *const *ids);

const char        *psg_notes_get_undo_label (PsgNotes *self);
const char        *psg_notes_get_redo_label (PsgNotes *self);
void               psg_notes_undo           (PsgNotes *self);
void               psg_notes_redo           (PsgNotes *self);

G_END_DECLS
