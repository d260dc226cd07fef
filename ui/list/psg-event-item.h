/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "psg-collection.h"

G_BEGIN_DECLS

#define PSG_TYPE_EVENT_ITEM (psg_event_item_get_type ())
G_DECLARE_FINAL_TYPE (PsgEventItem, psg_event_item, PSG, EVENT_ITEM, GObject)

/**
 * PsgEventItem:
 *
 * A row of the event table as a list shows it. Made when it comes into sight, forgotten when it leaves.
 */
PsgEventItem *psg_event_item_new          (PsgCollection *collection,
                                             guint          row,
                                             gboolean       first_of_year,
                                             gboolean       only_possible);

guint          psg_event_item_get_row     (PsgEventItem *self);
const char    *psg_event_item_get_title   (PsgEventItem *self);
gboolean       psg_event_item_is_own     (PsgEventItem *self);
const PsgLane *psg_event_item_get_lane    (PsgEventItem *self);
char          *psg_event_item_dup_heading (PsgEventItem *self);
char          *psg_event_item_dup_date    (PsgEventItem *self);
char          *psg_event_item_dup_name    (PsgEventItem *self);

int            psg_event_item_year_of     (PsgEventTable *events, guint row);

G_END_DECLS
