/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_MAP_TILE (psg_map_tile_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapTile, psg_map_tile, PSG, MAP_TILE, GObject)

GdkPaintable *psg_map_tile_new (cairo_surface_t *surface, double bleed);

G_END_DECLS
