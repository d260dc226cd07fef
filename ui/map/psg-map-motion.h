/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "psg-map-projection.h"

G_BEGIN_DECLS

#define PSG_TYPE_MAP_MOTION (psg_map_motion_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapMotion, psg_map_motion, PSG, MAP_MOTION, GObject)

/**
 * PsgMapMotion:
 *
 * Moves and turns a viewport, at once or smoothly, and keeps it within bounds.
 */
PsgMapMotion *psg_map_motion_new        (GtkWidget *widget, ShumateViewport *viewport);

void          psg_map_motion_set_region (PsgMapMotion *self, double x0, double y0, double x1, double y1);
void          psg_map_motion_set_max_zoom (PsgMapMotion *self, double zoom);
void          psg_map_motion_go_to      (PsgMapMotion *self, double x, double y, double zoom, gboolean smooth);
void          psg_map_motion_go_home    (PsgMapMotion *self, double x, double y, double zoom, gboolean smooth);
void          psg_map_motion_turn       (PsgMapMotion *self, double rotation, gboolean smooth);
void          psg_map_motion_pan        (PsgMapMotion *self, double dx, double dy, gboolean smooth);
void          psg_map_motion_zoom       (PsgMapMotion *self, double by, double px, double py, gboolean smooth);
void          psg_map_motion_stop       (PsgMapMotion *self);
void          psg_map_motion_clamp      (PsgMapMotion *self);
void          psg_map_motion_get_target (PsgMapMotion *self, PsgMapProjection *projection);

G_END_DECLS
