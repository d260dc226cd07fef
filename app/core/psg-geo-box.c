/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-geo-box.h"

#include "psg-numbers.h"

/* Written as four numbers in the order of ISO 6709, latitude first: `53.9,24.1,55.2,26.8`. */

#define N_NUMBERS 4
/* A thousandth of a degree is about a hundred metres: finer than a map is looked at. */
#define DECIMALS 3

/**
 * psg_geo_box_parse:
 * @text: south, west, north and east in degrees, with commas between them
 * @box: (out caller-allocates): the box
 *
 * Returns: whether that is one
 */
gboolean
psg_geo_box_parse (const char *text,
                   PsgGeoBox  *box)
{
  double numbers[N_NUMBERS];

  if (!psg_numbers_parse (text, numbers, N_NUMBERS))
    return FALSE;

  *box = (PsgGeoBox) { numbers[0], numbers[1], numbers[2], numbers[3] };

  return box->south <= box->north && box->west <= box->east
         && box->south >= -90 && box->north <= 90 && box->west >= -180 && box->east <= 180;
}

/**
 * psg_geo_box_to_string:
 * @self: a box
 *
 * Returns: (transfer full): as psg_geo_box_parse() reads it, to a thousandth of a degree
 */
char *
psg_geo_box_to_string (const PsgGeoBox *self)
{
  const double numbers[N_NUMBERS] = { self->south, self->west, self->north, self->east };

  return psg_numbers_to_string (numbers, N_NUMBERS, DECIMALS);
}

gboolean
psg_geo_box_contains (const PsgGeoBox *self,
                      double           latitude,
                      double           longitude)
{
  return latitude >= self->south && latitude <= self->north && longitude >= self->west && longitude <= self->east;
}
