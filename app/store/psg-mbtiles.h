/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-tile-source.h"

G_BEGIN_DECLS

#define PSG_TYPE_MBTILES (psg_mbtiles_get_type ())
G_DECLARE_FINAL_TYPE (PsgMbtiles, psg_mbtiles, PSG, MBTILES, GObject)

/**
 * PsgMbtiles:
 *
 * A map file: MBTiles 1.3 with images in it, read-only. Its errors are #PsgTileError,
 * or %G_IO_ERROR_CANCELLED.
 */
PsgMbtiles *psg_mbtiles_open        (const char *path, GError **error);
void        psg_mbtiles_open_async  (const char         *path,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
PsgMbtiles *psg_mbtiles_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
