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
 * An event in the list: its lane's dot, its title and its date, below the year if it is the first.
 *
 * # CSS nodes
 *
 * `eventrow`; within it `.event-year` and `.event-card`
 */
GtkWidget *psg_event_row_new      (void);
void       psg_event_row_set_item (PsgEventRow *self, PsgEventItem *item);

G_END_DECLS
