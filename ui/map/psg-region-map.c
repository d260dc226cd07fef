/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-region-map.h"

#include <gio/gio.h>

#include "psg-ui.h"

/* The base map that comes with the app, read once and shared by all that draw it. */

/* The size that the viewpoints of collections and lessons are meant for, in pixels. */
#define OPENING_WIDTH 740.0
#define OPENING_HEIGHT 490.0
/* How much of the width is taken by cards, whatever the zoom level. */
#define OPENING_CARDS 330.0
#define OPENING_MIN_SCALE 0.35

/**
 * psg_region_map_get:
 *
 * Returns: (transfer full): the base map; the resources must have been registered
 */
PsgBasemap *
psg_region_map_get (void)
{
  static PsgBasemap *basemap;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (basemap != NULL)
    return psg_basemap_ref (basemap);

  bytes = g_resources_lookup_data (PSG_RESOURCE_PREFIX "/basemap/region.lbm", 0, &error);
  if (bytes != NULL)
    basemap = psg_basemap_new_from_bytes (bytes, &error);
  /* It is compiled in: without it the program is broken, not the person's data. */
  if (basemap == NULL)
    g_error ("Cannot read the base map: %s", error->message);

  return psg_basemap_ref (basemap);
}

/**
 * psg_region_map_get_opening_scale:
 * @width: of a map, pixels
 * @height: of a map, pixels
 *
 * Returns: how many times larger than intended the view that a collection or a lesson asks
 *   for can be shown
 */
double
psg_region_map_get_opening_scale (double width,
                                  double height)
{
  /* In a narrower view the cards keep their width; a wider one shows no less than was meant. */
  return MAX (OPENING_MIN_SCALE, MIN (MIN ((width - OPENING_CARDS) / (OPENING_WIDTH - OPENING_CARDS),
                                           width / OPENING_WIDTH),
                                      height / OPENING_HEIGHT));
}
