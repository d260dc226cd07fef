/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-event-item.h"

G_BEGIN_DECLS

#define PSG_TYPE_EVENT_ROW (psg_event_row_get_type ())
G_DECLARE_FINAL_TYPE (PsgEventRow, psg_event_row, PSG, EVENT_ROW, AdwBin)

/**
 * PsgEventRow:
 *
 * A place in the list. A list view has two hundred of them of which a dozen are seen, so it costs
 * little until it is given an event to show.
 *
 * # CSS nodes
 *
 * `eventrow`, with an `eventcard` within
 */
GtkWidget *psg_event_row_new       (void);
void       psg_event_row_set_item  (PsgEventRow *self, PsgEventItem *item);
void       psg_event_row_set_notes (PsgEventRow *self, GPtrArray *notes);
void       psg_event_row_forget    (PsgEventRow *self);
gboolean   psg_event_row_is_filled (PsgEventRow *self);

G_END_DECLS
