/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-event-item.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_EVENT_LIST_MODEL (psg_event_list_model_get_type ())
G_DECLARE_FINAL_TYPE (PsgEventListModel, psg_event_list_model, PSG, EVENT_LIST_MODEL, GObject)

/**
 * PsgEventListModel:
 *
 * The session's matches as a list of #PsgEventItem, and its chosen event as what is selected in it:
 * selecting a row chooses the event, and the other way round there is nothing to keep in step.
 *
 * `items-changed` tells of its length only, unless the collection is another one: places stay, while
 * the events in them may be others after `changed`.
 */
PsgEventListModel *psg_event_list_model_new           (PsgSession *session);
guint              psg_event_list_model_find          (PsgEventListModel *self, guint row);
guint              psg_event_list_model_get_row       (PsgEventListModel *self, guint position);
GPtrArray         *psg_event_list_model_find_notes   (PsgEventListModel *self, guint position);
guint              psg_event_list_model_count_before  (PsgEventListModel *self, guint row);
guint              psg_event_list_model_get_selected  (PsgEventListModel *self);

G_END_DECLS
