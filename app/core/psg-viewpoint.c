/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-viewpoint.h"

#include <math.h>

/* Between where a map is meant to look and where a map of some size does to show as much. */

/* How much of the width is taken by the crossings' cards, whatever the zoom level. */
#define CARDS 330.0
#define MIN_SCALE 0.35

/**
 * psg_viewpoint_get_scale:
 * @width: of a map, in pixels
 * @height: of it
 *
 * Returns: how many times larger than it is meant a view can be shown there: in a narrower map the cards keep
 *   their width; a wider one shows no less than was meant
 */
double
psg_viewpoint_get_scale (double width,
                         double height)
{
  return MAX (MIN_SCALE, MIN (MIN ((width - CARDS) / (PSG_VIEWPOINT_WIDTH - CARDS), width / PSG_VIEWPOINT_WIDTH),
                              height / PSG_VIEWPOINT_HEIGHT));
}

/**
 * psg_viewpoint_fit:
 * @self: where a collection or a step of a lesson looks
 * @width: of a map, in pixels
 * @height: of it
 *
 * Returns: where that map must look
 */
PsgViewpoint
psg_viewpoint_fit (const PsgViewpoint *self,
                   double              width,
                   double              height)
{
  PsgViewpoint fitted = *self;

  fitted.zoom += log2 (psg_viewpoint_get_scale (width, height));

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

  meant.zoom -= log2 (psg_viewpoint_get_scale (width, height));

  return meant;
}
