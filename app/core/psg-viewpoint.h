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
 * Where a map looks. That of a step of a lesson is meant for a map of %PSG_VIEWPOINT_STEP_WIDTH ×
 * %PSG_VIEWPOINT_STEP_HEIGHT pixels, as a window of 1280 × 800 has; a map of another size looks where
 * psg_viewpoint_fit() says, and shows no less. A collection's opening view is meant for a larger one, see
 * psg_viewpoint_get_scale().
 */
typedef struct
{
  double latitude;
  double longitude;
  double zoom;
} PsgViewpoint;

#define PSG_VIEWPOINT_STEP_WIDTH 610.0
#define PSG_VIEWPOINT_STEP_HEIGHT 390.0

double       psg_viewpoint_get_scale (double width, double height);
PsgViewpoint psg_viewpoint_fit       (const PsgViewpoint *self, double width, double height);
PsgViewpoint psg_viewpoint_unfit     (const PsgViewpoint *self, double width, double height);

G_END_DECLS
