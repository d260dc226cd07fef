/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "psg-tile-image.h"

G_BEGIN_DECLS

/* Beyond this a tile's number no longer fits into what libraries count with. */
#define PSG_TILE_MAX_ZOOM 24

/**
 * PsgTileInfo:
 * @id: tells the source from every other one that is shown while the app runs
 * @name: what a person would call it
 * @attribution: (nullable): whom its makers ask to be named, as plain text
 * @min_zoom: the lowest zoom level there are tiles of
 * @max_zoom: the highest; not below @min_zoom, nor beyond %PSG_TILE_MAX_ZOOM
 * @west: what it covers, degrees; west of @east
 * @south: degrees; south of @north
 * @east: degrees
 * @north: degrees
 *
 * What a source of tiles says of itself. Owned by the source.
 */
typedef struct
{
  char  *id;
  char  *name;
  char  *attribution;
  guint  min_zoom;
  guint  max_zoom;
  double west;
  double south;
  double east;
  double north;
} PsgTileInfo;

void     psg_tile_info_init   (PsgTileInfo *self);
void     psg_tile_info_clear  (PsgTileInfo *self);
gboolean psg_tile_info_covers (const PsgTileInfo *self, guint zoom, guint x, guint y);

#define PSG_TYPE_TILE_SOURCE (psg_tile_source_get_type ())
G_DECLARE_INTERFACE (PsgTileSource, psg_tile_source, PSG, TILE_SOURCE, GObject)

/**
 * PsgTileSource:
 *
 * A map in square images, as the map view sees it: a file's, or a server's. Tiles are
 * those of Web Mercator, counted from the north west, 2^zoom of them each way. Called
 * from the main thread only.
 */
struct _PsgTileSourceInterface
{
  GTypeInterface parent;

  const PsgTileInfo *(*get_info)    (PsgTileSource *self);
  void               (*load_async)  (PsgTileSource       *self,
                                     guint                zoom,
                                     guint                x,
                                     guint                y,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
  GBytes            *(*load_finish) (PsgTileSource *self, GAsyncResult *result, GError **error);
};

const PsgTileInfo *psg_tile_source_get_info    (PsgTileSource *self);
void               psg_tile_source_load_async  (PsgTileSource       *self,
                                                guint                zoom,
                                                guint                x,
                                                guint                y,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
GBytes            *psg_tile_source_load_finish (PsgTileSource *self, GAsyncResult *result, GError **error);

G_END_DECLS
