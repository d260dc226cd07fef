/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-own-event.h"

G_BEGIN_DECLS

#define PSG_TYPE_EVENT_SOURCES (psg_event_sources_get_type ())
G_DECLARE_FINAL_TYPE (PsgEventSources, psg_event_sources, PSG, EVENT_SOURCES, GtkBox)

/**
 * PsgEventSources:
 *
 * Where an own event is from, to be edited: a title, an address and a remark each.
 *
 * Signals: `changed` when a person has changed one.
 */
GtkWidget *psg_event_sources_new  (void);
void       psg_event_sources_set  (PsgEventSources *self, const PsgOwnEvent *event);
void       psg_event_sources_take (PsgEventSources *self, PsgOwnEvent *event);

G_END_DECLS
