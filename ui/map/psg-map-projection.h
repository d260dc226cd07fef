/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "psg-map-board.h"

G_BEGIN_DECLS

/**
 * PsgMapProjection:
 * @x: the middle of the view, in worlds (0 to 1)
 * @y: the same
 * @zoom: zoom level
 * @rotation: radians, clockwise: 0 has north up
 * @scale: how many pixels the world is wide
 * @cos: of @rotation
 * @sin: of @rotation
 * @width: of the view, pixels
 * @height: of the view, pixels
 *
 * From places to pixels of a view, for drawing many things at once without asking
 * the viewport for each.
 *
 * Texts stay upright when the map is turned, so what keeps them clear of each other
 * works with places that are turned already: psg_map_projection_turn().
 */
typedef struct
{
  double x;
  double y;
  double zoom;
  double rotation;
  double scale;
  double cos;
  double sin;
  double width;
  double height;
} PsgMapProjection;

void psg_map_projection_init    (PsgMapProjection *self, ShumateViewport *viewport, int width, int height);
void psg_map_projection_look    (PsgMapProjection *self, double x, double y, double zoom, double rotation);
void psg_map_projection_place   (const PsgMapProjection *self, double x, double y, double *px, double *py);
void psg_map_projection_unplace (const PsgMapProjection *self, double px, double py, double *x, double *y);
void psg_map_projection_turn    (const PsgMapProjection *self, double x, double y, double *turned_x, double *turned_y);
void psg_map_projection_unturn  (const PsgMapProjection *self, double turned_x, double turned_y, double *x, double *y);
GArray *psg_map_projection_turn_obstacles (const PsgMapProjection *self, GArray *obstacles);
PsgBox psg_map_projection_get_bounds (const PsgMapProjection *self, double margin);
void psg_map_projection_snapshot_turn (const PsgMapProjection *self, GtkSnapshot *snapshot);
void psg_map_projection_watch   (ShumateViewport *viewport, gpointer owner, GCallback callback);

G_END_DECLS
