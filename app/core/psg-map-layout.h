/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-map-anchor.h"
#include "psg-map-board.h"

G_BEGIN_DECLS

/**
 * PsgMapPlacement:
 * @label: index of the label
 * @dx: of the text's left edge from its point, pixels
 * @dy: of its top edge
 * @bare: whether its sign is not drawn
 */
typedef struct
{
  guint    label;
  double   dx;
  double   dy;
  gboolean bare;
} PsgMapPlacement;

GArray *psg_map_layout_place (const PsgMapLabel    *labels,
                              guint                 n_labels,
                              const PsgMapObstacle *obstacles,
                              guint                 n_obstacles,
                              double                zoom);

G_END_DECLS
