/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-scale.h"

#include <math.h>

/* Chooses the longest round length that fits: people read 20 km, not 17.3. Pure. */

#define METRES_A_FOOT 0.3048
#define METRES_A_MILE 1609.344

static const double metres[] = {
  [PSG_LENGTH_METRES] = 1,
  [PSG_LENGTH_KILOMETRES] = 1000,
  [PSG_LENGTH_FEET] = METRES_A_FOOT,
  [PSG_LENGTH_MILES] = METRES_A_MILE,
};

static guint
round_down (double length)
{
  double power = pow (10, floor (log10 (length) + 1e-9));
  double first = length / power + 1e-9;

  return power * (first >= 5 ? 5 : first >= 2 ? 2 : 1);
}

/**
 * psg_map_scale_choose:
 * @pixels_a_metre: how long a metre is on the map
 * @max_pixels: how long the bar may be
 * @metric: whether in metres and kilometres; else in feet and miles
 *
 * Returns: what to show; of length 0 if nothing fits
 */
PsgMapScale
psg_map_scale_choose (double   pixels_a_metre,
                      double   max_pixels,
                      gboolean metric)
{
  double most = max_pixels / pixels_a_metre;
  PsgMapScale scale = { 0, metric ? PSG_LENGTH_KILOMETRES : PSG_LENGTH_MILES, 0 };

  if (most < metres[scale.unit])
    scale.unit = metric ? PSG_LENGTH_METRES : PSG_LENGTH_FEET;
  if (!isfinite (most) || most < metres[scale.unit])
    return scale;

  scale.length = round_down (most / metres[scale.unit]);
  scale.pixels = scale.length * metres[scale.unit] * pixels_a_metre;

  return scale;
}
