/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-anchor.h"
#include "psg-collection.h"
#include "psg-library.h"
#include "psg-note.h"

G_BEGIN_DECLS

PsgNote *psg_note_new_about_event    (PsgCollection *collection, guint row, gint64 now);
PsgNote *psg_note_new_about_crossing (PsgCollection *collection, const char *id, gint64 now);
PsgNote *psg_note_new_about_place    (PsgCollection *collection, double latitude, double longitude, gint64 now);
PsgNote *psg_note_new_about_span     (PsgCollection *collection, const PsgTimeSpan *span, gint64 now);
PsgNote *psg_note_new_about_words    (PsgCollection *collection, const char *document, const PsgAnchor *words,
                                      gint64 now);
PsgNote *psg_note_new_own_event      (PsgCollection *collection, const char *date, gint64 now);
void     psg_note_set_event_span     (PsgNote *note, PsgCollection *collection);

PsgAnchor *psg_note_dup_anchor       (const PsgNote *note);
char    *psg_note_dup_subject        (const PsgNote *note, PsgCollection *collection, PsgLibrary *library);
char    *psg_note_dup_subject_link   (const PsgNote *note, PsgCollection *collection);

G_END_DECLS
