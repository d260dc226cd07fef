/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "psg-basemap.h"
#include "psg-palette.h"

G_BEGIN_DECLS

/* Beyond these the offline map has nothing true to show. */
#define PSG_MAP_MIN_ZOOM 5.0
#define PSG_MAP_MAX_ZOOM 12.5

#define PSG_TYPE_MAP_SOURCE (psg_map_source_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapSource, psg_map_source, PSG, MAP_SOURCE, ShumateMapSource)

ShumateMapSource *psg_map_source_new       (PsgBasemap *basemap, PsgScheme scheme, double resolution);
GdkPaintable     *psg_map_source_draw_tile (PsgBasemap *basemap, PsgScheme scheme, double resolution,
                                            guint x, guint y, guint zoom);

G_END_DECLS
