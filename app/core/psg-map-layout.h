/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-map-board.h"

G_BEGIN_DECLS

/**
 * PsgMapLabel:
 * @x: of its point, in worlds (0 to 1)
 * @y: the same
 * @width: of the text, pixels
 * @height: the same
 * @radius: of the sign at the point; 0 for a text centred on it
 *
 * A name to be placed.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  double radius;
} PsgMapLabel;

/**
 * PsgMapPlacement:
 * @label: index of the label
 * @dx: of the text's left edge from its point, pixels
 * @dy: of its top edge
 */
typedef struct
{
  guint  label;
  double dx;
  double dy;
} PsgMapPlacement;

GArray *psg_map_layout_place (const PsgMapLabel    *labels,
                              guint                 n_labels,
                              const PsgMapObstacle *obstacles,
                              guint                 n_obstacles,
                              double                zoom);

G_END_DECLS
