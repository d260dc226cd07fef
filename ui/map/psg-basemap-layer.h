/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "psg-basemap.h"

G_BEGIN_DECLS

#define PSG_TYPE_BASEMAP_LAYER (psg_basemap_layer_get_type ())
G_DECLARE_FINAL_TYPE (PsgBasemapLayer, psg_basemap_layer, PSG, BASEMAP_LAYER, ShumateLayer)

/**
 * PsgBasemapLayer:
 *
 * The base map as one picture, for renderers that are slow at scaling tiles.
 */
ShumateLayer *psg_basemap_layer_new (ShumateViewport *viewport, PsgBasemap *basemap);

G_END_DECLS
