/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-viewpoint.h"

#include <math.h>

/* Between where a step of a lesson looks and where a map of some size does to show as much. */

static double
get_difference (double width,
                double height)
{
  return log2 (MIN (width / PSG_VIEWPOINT_WIDTH, height / PSG_VIEWPOINT_HEIGHT));
}

/**
 * psg_viewpoint_fit:
 * @self: where a step of a lesson looks
 * @width: of a map, in pixels, more than 0
 * @height: of it, more than 0
 *
 * Returns: where that map must look, so that it shows at least what the step means
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
 * @width: of the map, in pixels, more than 0
 * @height: of it, more than 0
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
