/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTE_REVIEW (psg_note_review_get_type ())
G_DECLARE_FINAL_TYPE (PsgNoteReview, psg_note_review, PSG, NOTE_REVIEW, GtkBox)

/**
 * PsgNoteReview:
 *
 * What a note's words were, beside what is like them in the text as it is now, to choose from. Signal `done`:
 * something was chosen.
 */
GtkWidget *psg_note_review_new (PsgSession *session, const PsgNote *note);

G_END_DECLS
