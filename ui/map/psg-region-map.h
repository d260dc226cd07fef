/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-basemap.h"

G_BEGIN_DECLS

/* Who made what the base map is drawn from: it stands on every map, in every language. */
/* A dot stays with what it follows where the line is broken. */
#define PSG_REGION_MAP_CREDITS "© OpenStreetMap contributors\u00a0· GeoNames\u00a0· GSHHG\u00a0· Natural Earth"

PsgBasemap *psg_region_map_get (void);

G_END_DECLS
