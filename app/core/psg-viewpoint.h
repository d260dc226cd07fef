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
 * Where a map looks.
 */
typedef struct
{
  double latitude;
  double longitude;
  double zoom;
} PsgViewpoint;

/* Of a map as a step of a lesson has it in mind, in pixels: that of a window of 1280 × 800. */
#define PSG_VIEWPOINT_WIDTH 610.0
#define PSG_VIEWPOINT_HEIGHT 390.0

/* A lesson is shown on maps of every size, and on each is to show the same part of the land. */
PsgViewpoint psg_viewpoint_fit   (const PsgViewpoint *self, double width, double height);
PsgViewpoint psg_viewpoint_unfit (const PsgViewpoint *self, double width, double height);

G_END_DECLS
