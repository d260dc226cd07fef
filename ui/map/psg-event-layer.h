/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "psg-map-board.h"
#include "psg-map-cluster.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_EVENT_LAYER (psg_event_layer_get_type ())
G_DECLARE_FINAL_TYPE (PsgEventLayer, psg_event_layer, PSG, EVENT_LAYER, ShumateLayer)

/**
 * PsgEventLayer:
 *
 * The located events among the session's matches within its span, clustered.
 * Clicking a cluster at one place chooses its events in turn.
 *
 * Signals:
 * - `cluster-opened (const PsgMapCluster *)`: a cluster of several places was clicked
 * - `changed ()`: bubbles stand elsewhere, or are others, for another reason than that the map moved
 */
ShumateLayer *psg_event_layer_new           (ShumateViewport *viewport, PsgSession *session);

void          psg_event_layer_set_obstacles (PsgEventLayer *self, GArray *obstacles, GArray *names);
void          psg_event_layer_set_covered   (PsgEventLayer *self, const PsgBox *boxes, guint n_boxes);
guint         psg_event_layer_get_n_bubbles (PsgEventLayer *self);
GArray       *psg_event_layer_list_obstacles (PsgEventLayer *self);
GArray       *psg_event_layer_get_boxes     (PsgEventLayer *self);
const PsgMapCluster *psg_event_layer_find_at (PsgEventLayer *self, double x, double y);

G_END_DECLS
