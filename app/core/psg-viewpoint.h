/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgViewpoint:
 * @latitude: of the middle, degrees north
 * @longitude: of the middle, degrees east
 * @zoom: Web Mercator zoom level of 256-pixel tiles
 *
 * Where a map looks. Those of collections and lessons are meant for a map of %PSG_VIEWPOINT_WIDTH ×
 * %PSG_VIEWPOINT_HEIGHT pixels; a map of another size looks where psg_viewpoint_fit() says, and shows no less.
 */
typedef struct
{
  double latitude;
  double longitude;
  double zoom;
} PsgViewpoint;

#define PSG_VIEWPOINT_WIDTH 740.0
#define PSG_VIEWPOINT_HEIGHT 490.0

double       psg_viewpoint_get_scale (double width, double height);
PsgViewpoint psg_viewpoint_fit       (const PsgViewpoint *self, double width, double height);
PsgViewpoint psg_viewpoint_unfit     (const PsgViewpoint *self, double width, double height);

G_END_DECLS
