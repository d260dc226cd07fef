/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-event-item.h"
#include "psg-note.h"

G_BEGIN_DECLS

#define PSG_TYPE_EVENT_CARD (psg_event_card_get_type ())
G_DECLARE_FINAL_TYPE (PsgEventCard, psg_event_card, PSG, EVENT_CARD, AdwBin)

/**
 * PsgEventCard:
 *
 * An event: its lane's dot, its title and its date, below the year if it is the first; a leaf if there are notes
 * about it.
 *
 * # CSS nodes
 *
 * `eventcard`; within it `.event-year` and `.event-card`
 */
GtkWidget *psg_event_card_new      (void);
void       psg_event_card_set_item (PsgEventCard *self, PsgEventItem *item);
void       psg_event_card_set_notes (PsgEventCard *self, guint n, PsgNoteColour colour);

G_END_DECLS
