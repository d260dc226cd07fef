/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-viewpoint.h"

#include <math.h>

/* Between where a map is meant to look and where a map of some size does to show as much. */

/* The size that the opening view of a collection is meant for, in pixels. */
#define OPENING_WIDTH 740.0
#define OPENING_HEIGHT 490.0
/* How much of the width is taken by the crossings' cards, whatever the zoom level. */
#define OPENING_CARDS 330.0
#define OPENING_MIN_SCALE 0.35

/**
 * psg_viewpoint_get_scale:
 * @width: of a map, in pixels
 * @height: of it
 *
 * Returns: how many times larger than it is meant a collection's opening view can be shown there: in a narrower
 *   map the cards keep their width; a wider one shows no less than was meant
 */
double
psg_viewpoint_get_scale (double width,
                         double height)
{
  return MAX (OPENING_MIN_SCALE, MIN (MIN ((width - OPENING_CARDS) / (OPENING_WIDTH - OPENING_CARDS),
                                           width / OPENING_WIDTH),
                                      height / OPENING_HEIGHT));
}

static double
get_difference (double width,
                double height)
{
  return log2 (MIN (width / PSG_VIEWPOINT_STEP_WIDTH, height / PSG_VIEWPOINT_STEP_HEIGHT));
}

/**
 * psg_viewpoint_fit:
 * @self: where a step of a lesson looks
 * @width: of a map, in pixels, more than 0
 * @height: of it, more than 0
 *
 * Returns: where that map must look
 */
PsgViewpoint
psg_viewpoint_fit (const PsgViewpoint *self,
                   double              width,
                   double              height)
{
  PsgViewpoint fitted = *self;

  fitted.zoom += get_difference (width, height);

  return fitted;
}

/**
 * psg_viewpoint_unfit:
 * @self: where a map looks
 * @width: of the map, in pixels
 * @height: of it
 *
 * Returns: where a step of a lesson looks that is to show this
 */
PsgViewpoint
psg_viewpoint_unfit (const PsgViewpoint *self,
                     double              width,
                     double              height)
{
  PsgViewpoint meant = *self;

  meant.zoom -= get_difference (width, height);

  return meant;
}
