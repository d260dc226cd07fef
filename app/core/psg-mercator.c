/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-mercator.h"

#include <math.h>

/*
 * The map's projection: spherical Web Mercator (EPSG:3857) on a world that is
 * one unit wide and high, x growing east from the antimeridian and y growing
 * south from the northern edge. Not a general projection library.
 */

/* Metres round the equator of the sphere that EPSG:3857 assumes. */
#define EQUATOR_M 40075016.686

/**
 * psg_mercator_x:
 * @longitude: degrees east
 *
 * Returns: 0 to 1
 */
double
psg_mercator_x (double longitude)
{
  return (longitude + 180.0) / 360.0;
}

/**
 * psg_mercator_y:
 * @latitude: degrees north; clamped to what the projection can show
 *
 * Returns: 0 to 1
 */
double
psg_mercator_y (double latitude)
{
  double clamped = CLAMP (latitude, -PSG_MERCATOR_MAX_LATITUDE, PSG_MERCATOR_MAX_LATITUDE);
  double s = sin (clamped * G_PI / 180.0);

  return 0.5 - log ((1.0 + s) / (1.0 - s)) / (4.0 * G_PI);
}

/**
 * psg_mercator_longitude:
 * @x: 0 to 1
 *
 * Returns: degrees east
 */
double
psg_mercator_longitude (double x)
{
  return x * 360.0 - 180.0;
}

/**
 * psg_mercator_latitude:
 * @y: 0 to 1
 *
 * Returns: degrees north
 */
double
psg_mercator_latitude (double y)
{
  return atan (sinh (G_PI * (1.0 - 2.0 * y))) * 180.0 / G_PI;
}

/**
 * psg_mercator_scale:
 * @zoom: zoom level, may be fractional
 *
 * Returns: how many pixels wide the world is
 */
double
psg_mercator_scale (double zoom)
{
  return PSG_MERCATOR_TILE * exp2 (zoom);
}

/**
 * psg_mercator_pixels:
 * @metres: a distance on the ground
 * @latitude: where, degrees north
 * @zoom: zoom level
 *
 * Returns: how many pixels it is long
 */
double
psg_mercator_pixels (double metres,
                     double latitude,
                     double zoom)
{
  return metres * psg_mercator_scale (zoom) / (EQUATOR_M * cos (latitude * G_PI / 180.0));
}
