/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Why a tile, or a file of them, cannot be shown. */
#define PSG_TILE_ERROR (psg_tile_error_quark ())
GQuark psg_tile_error_quark (void);

typedef enum
{
  PSG_TILE_ERROR_NOT_A_MAP,
  PSG_TILE_ERROR_FORMAT,    /* of an image we do not show */
  PSG_TILE_ERROR_DAMAGED,
  PSG_TILE_ERROR_TOO_LARGE,
  PSG_TILE_ERROR_NOT_FOUND, /* there is no such tile */
  PSG_TILE_ERROR_IO,
} PsgTileError;

/* What the bytes of a tile are. */
typedef enum
{
  PSG_TILE_FORMAT_UNKNOWN,
  PSG_TILE_FORMAT_PNG,
  PSG_TILE_FORMAT_JPEG,
  PSG_TILE_FORMAT_WEBP,
  PSG_TILE_FORMAT_VECTOR, /* compressed shapes, which we do not draw */
} PsgTileFormat;

/* No tile has more bytes, no picture of one is wider or higher. */
#define PSG_TILE_MAX_BYTES (4 * 1024 * 1024)
#define PSG_TILE_MAX_PIXELS 1024

PsgTileFormat psg_tile_image_measure (const guint8 *data, gsize size, guint *width, guint *height);
PsgTileFormat psg_tile_image_sniff (const guint8 *data, gsize size);
gboolean      psg_tile_image_check (const guint8 *data, gsize size, GError **error);

G_END_DECLS
