/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

/**
 * PsgMapProjection:
 * @x: the middle of the view, in worlds (0 to 1)
 * @y: the same
 * @zoom: zoom level
 * @scale: how many pixels the world is wide
 * @width: of the view, pixels
 * @height: of the view, pixels
 *
 * From places to pixels of a view, for drawing many things at once without asking
 * the viewport for each. The map is never rotated.
 */
typedef struct
{
  double x;
  double y;
  double zoom;
  double scale;
  double width;
  double height;
} PsgMapProjection;

void psg_map_projection_init    (PsgMapProjection *self, ShumateViewport *viewport, int width, int height);
void psg_map_projection_place   (const PsgMapProjection *self, double x, double y, double *px, double *py);
void psg_map_projection_unplace (const PsgMapProjection *self, double px, double py, double *x, double *y);

G_END_DECLS
