/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "psg-basemap.h"

G_BEGIN_DECLS

#define PSG_TYPE_BORDER_LAYER (psg_border_layer_get_type ())
G_DECLARE_FINAL_TYPE (PsgBorderLayer, psg_border_layer, PSG, BORDER_LAYER, ShumateLayer)

/**
 * PsgBorderLayer:
 *
 * The border the collection is about, for maps in images, which lie over the base map's own
 * and draw it as any other.
 */
ShumateLayer *psg_border_layer_new (ShumateViewport *viewport, PsgBasemap *basemap);

G_END_DECLS
