/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_EVENT_LIST (psg_event_list_get_type ())
G_DECLARE_FINAL_TYPE (PsgEventList, psg_event_list, PSG, EVENT_LIST, AdwBin)

/**
 * PsgEventList:
 *
 * Search, filters and every event that they let through, by year: the timeline in words.
 *
 * # CSS nodes
 *
 * `eventlist`
 */
GtkWidget *psg_event_list_new          (PsgSession *session);
void       psg_event_list_focus_search (PsgEventList *self);

G_END_DECLS
