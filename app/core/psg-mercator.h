/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Web Mercator (EPSG:3857) cannot show what lies nearer to the poles. */
#define PSG_MERCATOR_MAX_LATITUDE 85.0511287798

/* The world is 256 pixels wide at zoom level 0. */
#define PSG_MERCATOR_TILE 256.0

double psg_mercator_x         (double longitude);
double psg_mercator_y         (double latitude);
double psg_mercator_longitude (double x);
double psg_mercator_latitude  (double y);
double psg_mercator_scale     (double zoom);
double psg_mercator_pixels    (double metres, double latitude, double zoom);

G_END_DECLS
