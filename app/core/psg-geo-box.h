/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgGeoBox:
 * @south: degrees north
 * @west: degrees east
 * @north: degrees north, not less than @south
 * @east: degrees east, not less than @west
 *
 * A part of the Earth's surface between two parallels and two meridians, edges included.
 * It does not lie across the 180th meridian.
 */
typedef struct
{
  double south;
  double west;
  double north;
  double east;
} PsgGeoBox;

gboolean psg_geo_box_parse     (const char *text, PsgGeoBox *box);
char    *psg_geo_box_to_string (const PsgGeoBox *self);
gboolean psg_geo_box_contains  (const PsgGeoBox *self, double latitude, double longitude);

G_END_DECLS
