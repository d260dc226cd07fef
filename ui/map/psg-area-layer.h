/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "psg-geo-box.h"

G_BEGIN_DECLS

#define PSG_TYPE_AREA_LAYER (psg_area_layer_get_type ())
G_DECLARE_FINAL_TYPE (PsgAreaLayer, psg_area_layer, PSG, AREA_LAYER, ShumateLayer)

/**
 * PsgAreaLayer:
 *
 * A frame around the area that events are limited to; what is outside is veiled.
 */
ShumateLayer *psg_area_layer_new     (ShumateViewport *viewport);

void          psg_area_layer_set_box (PsgAreaLayer *self, const PsgGeoBox *box);

G_END_DECLS
