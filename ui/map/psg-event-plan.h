/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-board.h"
#include "psg-map-projection.h"
#include "psg-session.h"

G_BEGIN_DECLS

/**
 * PsgEventPlan:
 *
 * Which bubbles stand for the session's located events, and where. They are laid out once for
 * each step of the zoom level and drawn and searched from the same array. With very many events
 * that is done in a thread, and the former ones stay until the new ones are there; those of other
 * events only with more than can be waited for.
 */
typedef struct _PsgEventPlan PsgEventPlan;

/* New bubbles are there. */
typedef void (*PsgEventPlanFunc) (gpointer user_data);

PsgEventPlan *psg_event_plan_new            (PsgSession *session, PsgEventPlanFunc ready, gpointer user_data);
void          psg_event_plan_free           (PsgEventPlan *self);

void          psg_event_plan_set_obstacles  (PsgEventPlan *self, GArray *obstacles, GArray *names);
void          psg_event_plan_forget_places  (PsgEventPlan *self);
void          psg_event_plan_forget_events  (PsgEventPlan *self);
void          psg_event_plan_forget_chosen  (PsgEventPlan *self);
void          psg_event_plan_forget_noted   (PsgEventPlan *self);
void          psg_event_plan_forget_nearness (PsgEventPlan *self);
GArray       *psg_event_plan_get_bubbles    (PsgEventPlan *self, const PsgMapProjection *view);

const PsgBubbleLook *psg_event_plan_get_look (PsgEventPlan *self, PsgPlannedBubble *bubble, PsgScheme scheme);
gboolean      psg_event_plan_is_one_place   (PsgEventPlan *self, const PsgPlannedBubble *bubble);
guint         psg_event_plan_find_row       (PsgEventPlan *self, guint number, guint from);
guint         psg_event_plan_next_row       (PsgEventPlan *self, guint number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgEventPlan, psg_event_plan_free)

G_END_DECLS
