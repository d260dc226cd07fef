/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-tile-source.h"

G_BEGIN_DECLS

/* The tiles of openstreetmap.org. Their conditions: operations.osmfoundation.org/policies/tiles. */
#define PSG_ONLINE_TILES_OSM "https://tile.openstreetmap.org/{z}/{x}/{y}.png"

#define PSG_TYPE_ONLINE_TILES (psg_online_tiles_get_type ())
G_DECLARE_FINAL_TYPE (PsgOnlineTiles, psg_online_tiles, PSG, ONLINE_TILES, GObject)

PsgTileSource *psg_online_tiles_new (const char *url_template);

G_END_DECLS
