/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgMapPoint:
 * @x: in worlds (0 to 1)
 * @y: the same
 * @place: whose point it is
 * @n: how many things are there
 */
typedef struct
{
  double x;
  double y;
  guint  place;
  guint  n;
} PsgMapPoint;

/**
 * PsgMapCluster:
 * @x: of its most frequent place, in worlds
 * @y: the same
 * @first: index of its first point in the array that was clustered
 * @n: how many points
 * @n_things: how many things those have together
 * @x0: the left edge of the rectangle around all of them, in worlds
 * @y0: its top edge
 * @x1: its right edge
 * @y1: its bottom edge
 *
 * Points too near each other to be told apart.
 */
typedef struct
{
  double x;
  double y;
  guint  first;
  guint  n;
  guint  n_things;
  double x0;
  double y0;
  double x1;
  double y1;
} PsgMapCluster;

GArray *psg_map_cluster_points (GArray *points, double zoom, double radius);

G_END_DECLS
