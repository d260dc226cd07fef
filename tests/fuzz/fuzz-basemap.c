/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-basemap.h"

#include <stdint.h>

/* For libFuzzer: whatever the bytes are, they are a base map or an error, and every
 * reference in a map that was read leads somewhere. Build with clang
 * -fsanitize=fuzzer,address; region.lbm is a good seed. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgBasemap) map = psg_basemap_new_from_bytes (bytes, &error);

  g_assert ((map == NULL) == (error != NULL));

  for (guint i = 0; map != NULL && i < map->refs->len; i++)
    {
      const PsgBasemapArc *arc = psg_basemap_get_arc (map, g_array_index (map->refs, gint32, i));

      g_assert (arc->n >= 2);
      g_assert (arc->first + arc->n <= map->vertices->len);
    }

  return 0;
}
