/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-page-view.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_EVENT_PAGE (psg_event_page_get_type ())
G_DECLARE_FINAL_TYPE (PsgEventPage, psg_event_page, PSG, EVENT_PAGE, PsgPageView)

/**
 * PsgEventPage:
 *
 * All that is known of one event, and who says so: its account, its claims, its sources.
 */
GtkWidget  *psg_event_page_new     (PsgSession *session, PsgEvent *event);
const char *psg_event_page_get_tab (PsgEventPage *self);
void        psg_event_page_set_tab (PsgEventPage *self, const char *tab);

G_END_DECLS
