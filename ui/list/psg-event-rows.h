/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-list-model.h"

G_BEGIN_DECLS

#define PSG_TYPE_EVENT_ROWS (psg_event_rows_get_type ())
G_DECLARE_FINAL_TYPE (PsgEventRows, psg_event_rows, PSG, EVENT_ROWS, GObject)

/**
 * PsgEventRows:
 *
 * The rows of a list view. When many of them change at once, only those in sight are filled, and
 * the others as they come near it.
 */
PsgEventRows *psg_event_rows_new       (GtkListView *view, PsgEventListModel *model);
/* Between the two, rows wait. Those about a position are filled at the end. */
void          psg_event_rows_begin     (PsgEventRows *self);
void          psg_event_rows_end       (PsgEventRows *self, guint position);
void          psg_event_rows_forget    (PsgEventRows *self);
void          psg_event_rows_update_notes (PsgEventRows *self);
/* The first position in sight, or GTK_INVALID_LIST_POSITION. */
guint         psg_event_rows_get_first (PsgEventRows *self);

G_END_DECLS
