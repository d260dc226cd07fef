/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-map-board.h"

G_BEGIN_DECLS

/**
 * PsgBubble:
 * @x: of its point, in worlds (0 to 1)
 * @y: the same
 * @radius: pixels
 * @dx: (out): of its middle from the point, pixels
 * @dy: (out): the same
 * @stem: (out): how much of the line from its middle to the point may be seen, from 0 to 1:
 *   it ends at the first obstacle that lies upon it
 *
 * A round sign that stands near its point.
 */
typedef struct
{
  double x;
  double y;
  double radius;
  double dx;
  double dy;
  double stem;
} PsgBubble;

void psg_bubble_layout_place (PsgBubble            *bubbles,
                              guint                 n_bubbles,
                              const PsgMapObstacle *obstacles,
                              guint                 n_obstacles,
                              const PsgMapObstacle *spare,
                              guint                 n_spare,
                              double                zoom);

void psg_bubble_layout_avoid (const PsgBox *covered,
                              guint         n_covered,
                              double        x,
                              double        y,
                              double        radius,
                              double       *dx,
                              double       *dy);

G_END_DECLS
