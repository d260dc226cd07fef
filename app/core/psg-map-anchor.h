/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-box-index.h"

G_BEGIN_DECLS

/**
 * PsgMapLabel:
 * @x: of its point, in worlds (0 to 1)
 * @y: the same
 * @width: of the text, pixels
 * @height: the same
 * @radius: of the sign at the point; 0 for a text centred on it
 * @steadfast: whether people find their way by it: it may stand askew, further from its point,
 *   and without its sign where something lies on that, before it is left out
 *
 * A name to be placed.
 */
typedef struct
{
  double   x;
  double   y;
  double   width;
  double   height;
  double   radius;
  gboolean steadfast;
} PsgMapLabel;

/**
 * PsgMapAnchor:
 * @box: where the text would stand, pixels from the point
 * @cost: how much worse than the best that is
 * @bare: whether it goes without its sign there
 */
typedef struct
{
  PsgBox   box;
  double   cost;
  gboolean bare;
} PsgMapAnchor;

/* A label has no more; they can be told off in 64 bits. */
#define PSG_MAP_MAX_ANCHORS 44

guint psg_map_label_list_anchors (const PsgMapLabel *self, PsgMapAnchor *anchors);

G_END_DECLS
