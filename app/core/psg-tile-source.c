/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-tile-source.h"

#include <math.h>

#include "psg-mercator.h"

/* The interface to maps in images, and what such a map says of itself. */

G_DEFINE_INTERFACE (PsgTileSource, psg_tile_source, G_TYPE_OBJECT)

static void
psg_tile_source_default_init (PsgTileSourceInterface *iface)
{
}

/**
 * psg_tile_info_init:
 * @self: to be filled
 *
 * Makes it cover the whole world at every zoom level.
 */
void
psg_tile_info_init (PsgTileInfo *self)
{
  *self = (PsgTileInfo) {
    .max_zoom = PSG_TILE_MAX_ZOOM,
    .west = -180, .south = -PSG_MERCATOR_MAX_LATITUDE,
    .east = 180, .north = PSG_MERCATOR_MAX_LATITUDE,
  };
}

void
psg_tile_info_clear (PsgTileInfo *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->attribution, g_free);
}

/**
 * psg_tile_info_covers:
 * @self: what a source says of itself
 * @zoom: a zoom level
 * @x: a tile's column, from the west
 * @y: its row, from the north
 *
 * Returns: whether there may be such a tile
 */
gboolean
psg_tile_info_covers (const PsgTileInfo *self,
                      guint              zoom,
                      guint              x,
                      guint              y)
{
  double n_tiles = exp2 (zoom);

  return zoom >= self->min_zoom && zoom <= self->max_zoom
         && x < n_tiles && y < n_tiles
         && (x + 1) / n_tiles > psg_mercator_x (self->west)
         && x / n_tiles < psg_mercator_x (self->east)
         && (y + 1) / n_tiles > psg_mercator_y (self->north)
         && y / n_tiles < psg_mercator_y (self->south);
}

/**
 * psg_tile_source_get_info:
 * @self: a source
 *
 * Returns: (transfer none): what it says of itself; it does not change
 */
const PsgTileInfo *
psg_tile_source_get_info (PsgTileSource *self)
{
  g_return_val_if_fail (PSG_IS_TILE_SOURCE (self), NULL);

  return PSG_TILE_SOURCE_GET_IFACE (self)->get_info (self);
}

/**
 * psg_tile_source_load_async:
 * @self: a source
 * @zoom: a zoom level
 * @x: the tile's column, from the west
 * @y: its row, from the north
 * @cancellable: (nullable): when nobody waits for it any more
 * @callback: called when it is there or cannot be had
 * @user_data: for @callback
 */
void
psg_tile_source_load_async (PsgTileSource       *self,
                            guint                zoom,
                            guint                x,
                            guint                y,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (PSG_IS_TILE_SOURCE (self));
  g_return_if_fail (zoom <= PSG_TILE_MAX_ZOOM);

  PSG_TILE_SOURCE_GET_IFACE (self)->load_async (self, zoom, x, y, cancellable, callback, user_data);
}

/**
 * psg_tile_source_load_finish:
 * @self: a source
 * @result: what the callback was given
 * @error: return location; %PSG_TILE_ERROR_NOT_FOUND where there is no such tile
 *
 * Returns: (transfer full) (nullable): the tile's bytes, up to %PSG_TILE_MAX_BYTES,
 *   not checked otherwise
 */
GBytes *
psg_tile_source_load_finish (PsgTileSource *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (PSG_IS_TILE_SOURCE (self), NULL);

  return PSG_TILE_SOURCE_GET_IFACE (self)->load_finish (self, result, error);
}
