/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-map-board.h"

G_BEGIN_DECLS

/**
 * PsgCardItem:
 * @x: of its point, in worlds (0 to 1)
 * @y: the same
 * @radius: of its sign, pixels
 * @width: of its card, the widest it may become
 * @height: of its card
 *
 * A sign on the map with a card beside it.
 */
typedef struct
{
  double x;
  double y;
  double radius;
  double width;
  double height;
} PsgCardItem;

/**
 * PsgCardPlacement:
 * @dx: of the sign's middle from its point, pixels; 0 if it is where it belongs
 * @dy: the same
 * @box: the card, pixels from the point
 * @side: where the card is: 1 right of the sign, -1 left, 0 above or below
 *
 * Where a sign and its card go. What is drawn narrower than @box keeps to the
 * edge that faces the sign.
 */
typedef struct
{
  double dx;
  double dy;
  PsgBox box;
  int    side;
} PsgCardPlacement;

void psg_card_layout_solve (const PsgCardItem    *items,
                            guint                 n_items,
                            const PsgMapObstacle *spare,
                            guint                 n_spare,
                            double                zoom,
                            PsgCardPlacement     *placements);

G_END_DECLS
