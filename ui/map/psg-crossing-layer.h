/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "psg-map-board.h"
#include "psg-crossing-plan.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_CROSSING_LAYER (psg_crossing_layer_get_type ())
G_DECLARE_FINAL_TYPE (PsgCrossingLayer, psg_crossing_layer, PSG, CROSSING_LAYER, ShumateLayer)

/**
 * PsgCrossingLayer:
 *
 * The crossings on the map, as of the session's playhead: signs and cards, placed
 * so that none lies on another, and no card is cut by the view's edge or hidden by what
 * lies over the map.
 *
 * Signals:
 * - `plan-changed`: what psg_crossing_layer_get_obstacles() returns is another
 * - `focused (const PsgCrossing *)`: the keyboard is on a crossing's sign
 */
ShumateLayer *psg_crossing_layer_new           (ShumateViewport *viewport, PsgSession *session);

void          psg_crossing_layer_set_names     (PsgCrossingLayer *self, GArray *names);
void          psg_crossing_layer_set_covered   (PsgCrossingLayer *self, const PsgBox *boxes, guint n_boxes);
GArray       *psg_crossing_layer_get_cards     (PsgCrossingLayer *self);
GArray       *psg_crossing_layer_get_obstacles (PsgCrossingLayer *self, PsgCrossingRoom room);
double        psg_crossing_layer_get_zoom      (PsgCrossingLayer *self);

G_END_DECLS
