/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-searcher.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTE_SEARCH (psg_note_search_get_type ())
G_DECLARE_FINAL_TYPE (PsgNoteSearch, psg_note_search, PSG, NOTE_SEARCH, GObject)

/**
 * PsgNoteSearch:
 *
 * A person's notes as a #PsgSearchProvider. Words are looked up by their store. Terms hold for what a note is
 * about: an event as the filter chooses it; a crossing or a document if it belongs to such an event; a stretch
 * of time where there are dates alone, a place where there is an area alone. `has:note` holds for all notes,
 * and without terms those on other collections are found too.
 */
PsgNoteSearch *psg_note_search_new (PsgSession *session);

G_END_DECLS
