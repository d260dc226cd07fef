/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-map-anchor.h"
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
 * @align: where in @box a card stands that is drawn narrower: from 0, at its left edge, to
 *   1, at its right one; it keeps near the sign
 * @shown: whether there is a card: not where it would be cut, or hide another
 *
 * Where a sign and its card go.
 */
typedef struct
{
  double dx;
  double dy;
  PsgBox box;
  double align;
  gboolean shown;
} PsgCardPlacement;

/**
 * PsgCardView:
 * @x: its middle, in worlds
 * @y: the same
 * @scale: how many pixels the world is wide now
 * @width: pixels
 * @height: pixels
 * @covered: (nullable) (array length=n_covered): parts of it, in pixels, that something lies over
 * @n_covered: how many
 *
 * What is seen of the map.
 */
typedef struct
{
  double        x;
  double        y;
  double        scale;
  double        width;
  double        height;
  const PsgBox *covered;
  guint         n_covered;
} PsgCardView;

void psg_card_layout_solve (const PsgCardItem *items,
                            guint              n_items,
                            const PsgMapLabel *names,
                            guint              n_names,
                            const PsgCardView *view,
                            double             zoom,
                            PsgCardPlacement  *placements);

G_END_DECLS
