/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-region-map.h"

#include <gio/gio.h>

#include "psg-ui.h"

/* The base map that comes with the app, read once and shared by all that draw it. */

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
