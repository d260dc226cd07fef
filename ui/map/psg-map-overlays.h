/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "psg-map-motion.h"

G_BEGIN_DECLS

#define PSG_TYPE_MAP_OVERLAYS (psg_map_overlays_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapOverlays, psg_map_overlays, PSG, MAP_OVERLAYS, GObject)

/**
 * PsgMapOverlays:
 *
 * Lays over one map's offline layer what #PsgMapDetail has: the online map, and over that
 * the map file. Says under the map whose they are, and lets one go in as far as they do.
 */
PsgMapOverlays *psg_map_overlays_new (ShumateMap   *map,
                                      ShumateLayer *below,
                                      PsgMapMotion *motion,
                                      GtkLabel     *attribution);
gboolean        psg_map_overlays_hide (PsgMapOverlays *self, double x, double y, double zoom);

G_END_DECLS
