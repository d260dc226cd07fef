/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-crossing.h"
#include "psg-lane.h"
#include "psg-note.h"

G_BEGIN_DECLS

#define PSG_TYPE_MARK (psg_mark_get_type ())
G_DECLARE_FINAL_TYPE (PsgMark, psg_mark, PSG, MARK, GtkWidget)

/**
 * PsgMark:
 *
 * A small coloured sign beside a text: a dot in the colour of a lane or of a
 * party, or the sign of a status or of a note. It says nothing that the text beside it does
 * not say, and is not presented to assistive tools.
 */
GtkWidget *psg_mark_new        (void);
GtkWidget *psg_mark_new_event  (const PsgLane *lane, gboolean own);
GtkWidget *psg_mark_new_lane   (const PsgLane *lane);
GtkWidget *psg_mark_new_party  (const char *name);
GtkWidget *psg_mark_new_status (PsgStatus status);
GtkWidget *psg_mark_new_note   (PsgNoteColour colour);

void       psg_mark_set_own    (PsgMark *self, gboolean own);
void       psg_mark_set_lane   (PsgMark *self, const PsgLane *lane);
void       psg_mark_set_status (PsgMark *self, PsgStatus status);
void       psg_mark_set_note   (PsgMark *self, PsgNoteColour colour);

G_END_DECLS
