/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-bubble-layout.h"
#include "psg-event-bubble.h"
#include "psg-map-cluster.h"
#include "psg-map-projection.h"
#include "psg-session.h"

G_BEGIN_DECLS

/**
 * PsgPlannedBubble:
 * @cluster: what it stands for
 * @number: of the cluster, from 1
 * @place: where it stands
 * @emphasis: whether the chosen event is one of its
 * @hollow: whether it is only roughly known where any of it happened
 * @uncertainty_m: if it is one place: within how many metres of its point that lies
 * @nearness: minutes from the playhead to its nearest event, as far as @measured tells
 * @measured: when that was found
 * @mixed: whether the rest of @look is known
 * @look: what it looks like; ask psg_event_plan_get_look() for it
 */
typedef struct
{
  PsgMapCluster cluster;
  guint         number;
  PsgBubble     place;
  gboolean      emphasis;
  gboolean      hollow;
  double        uncertainty_m;
  gint64        nearness;
  guint         measured;
  gboolean      mixed;
  PsgBubbleLook look;
} PsgPlannedBubble;

/**
 * PsgEventPlan:
 *
 * Which bubbles stand for the session's located events, and where. It is laid out once for
 * each step of the zoom level and drawn and searched from the same array.
 */
typedef struct _PsgEventPlan PsgEventPlan;

PsgEventPlan *psg_event_plan_new            (PsgSession *session);
void          psg_event_plan_free           (PsgEventPlan *self);

void          psg_event_plan_set_obstacles  (PsgEventPlan *self, GArray *obstacles, GArray *names);
void          psg_event_plan_forget_places  (PsgEventPlan *self);
void          psg_event_plan_forget_events  (PsgEventPlan *self);
void          psg_event_plan_forget_bubbles (PsgEventPlan *self);
void          psg_event_plan_forget_nearness (PsgEventPlan *self);
GArray       *psg_event_plan_get_bubbles    (PsgEventPlan *self, const PsgMapProjection *view);

const PsgBubbleLook *psg_event_plan_get_look (PsgEventPlan *self, PsgPlannedBubble *bubble);
gboolean      psg_event_plan_is_one_place   (PsgEventPlan *self, const PsgPlannedBubble *bubble);
guint         psg_event_plan_find_row       (PsgEventPlan *self, guint number, guint from);
guint         psg_event_plan_next_row       (PsgEventPlan *self, guint number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgEventPlan, psg_event_plan_free)

G_END_DECLS
