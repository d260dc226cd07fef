/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PSG_LENGTH_METRES,
  PSG_LENGTH_KILOMETRES,
  PSG_LENGTH_FEET,
  PSG_LENGTH_MILES,
} PsgLengthUnit;

/**
 * PsgMapScale:
 * @length: 1, 2 or 5, times a power of ten
 * @unit: of what
 * @pixels: how long that is on the map
 *
 * What a scale bar shows.
 */
typedef struct
{
  guint         length;
  PsgLengthUnit unit;
  double        pixels;
} PsgMapScale;

PsgMapScale psg_map_scale_choose (double pixels_a_metre, double max_pixels, gboolean metric);

G_END_DECLS
