/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "psg-tile-source.h"

G_BEGIN_DECLS

#define PSG_TYPE_RASTER_SOURCE (psg_raster_source_get_type ())
G_DECLARE_FINAL_TYPE (PsgRasterSource, psg_raster_source, PSG, RASTER_SOURCE, ShumateMapSource)

/**
 * PsgRasterSource:
 *
 * A map in images as libshumate asks for it. Signals:
 * - `filled`: a tile has come, or it is known that there is none
 * - `damaged (const GError *)`: there is one, and it cannot be shown
 */
ShumateMapSource *psg_raster_source_new      (PsgTileSource *tiles);
void              psg_raster_source_close    (PsgRasterSource *self);
guint             psg_raster_source_get_busy (PsgRasterSource *self);
gboolean          psg_raster_source_hides    (PsgRasterSource *self, double x, double y, double zoom);

G_END_DECLS
