/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <stdint.h>
#include <unistd.h>

#include "psg-mbtiles.h"

/* For libFuzzer: whatever the bytes are, they are a map or an error, and every tile of a map is
 * bytes or an error. Build with clang -fsanitize=fuzzer,address; a small map file
 * is the best seed, one whose tiles are a view another. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = psg_tile_source_load_finish (PSG_TILE_SOURCE (object), result, &error);

  g_assert ((bytes == NULL) == (error != NULL));
  if (bytes != NULL)
    psg_tile_image_check (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  *(guint *) user_data += 1;
}

static void
load (PsgTileSource *map)
{
  const PsgTileInfo *info = psg_tile_source_get_info (map);
  guint n_loaded = 0;

  g_assert (info->min_zoom <= info->max_zoom && info->max_zoom <= PSG_TILE_MAX_ZOOM);
  g_assert (info->west < info->east && info->south < info->north);
  g_assert (g_utf8_validate (info->name, -1, NULL));
  for (guint i = 0; i < 4; i++)
    psg_tile_source_load_async (map, 5, 17 + i % 2, 9 + i / 2, NULL, loaded_cb, &n_loaded);
  while (n_loaded < 4)
    g_main_context_iteration (NULL, TRUE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *path = NULL;
  int descriptor = g_file_open_tmp ("psg-fuzz-XXXXXX", &path, NULL);
  g_autoptr (PsgMbtiles) map = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (descriptor >= 0);
  g_assert (write (descriptor, data, size) == (gssize) size);
  close (descriptor);

  map = psg_mbtiles_open (path, &error);
  g_assert ((map == NULL) == (error != NULL));
  if (map != NULL)
    load (PSG_TILE_SOURCE (map));
  g_unlink (path);

  return 0;
}
