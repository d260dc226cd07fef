/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_TILE_PART (psg_tile_part_get_type ())
G_DECLARE_FINAL_TYPE (PsgTilePart, psg_tile_part, PSG, TILE_PART, GObject)

GdkPaintable *psg_tile_part_new (GdkTexture *texture, guint n_parts, guint column, guint row);

G_END_DECLS
