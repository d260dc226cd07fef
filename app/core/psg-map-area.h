/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-basemap.h"

G_BEGIN_DECLS

typedef enum
{
  PSG_MAP_AREA_COUNTRY,
  PSG_MAP_AREA_WATER,
} PsgMapAreaKind;

/**
 * PsgMapArea:
 * @names: by #PsgBasemapLanguage, as written on the map
 * @latitude: of the name's middle, degrees north
 * @longitude: the same, degrees east
 * @kind: which
 * @min_zoom: the first zoom level it is named at
 * @max_zoom: the first it is not named at any more
 *
 * A country or a water, and where on the map its name stands.
 */
typedef struct
{
  const char    *names[PSG_BASEMAP_N_LANGUAGES];
  double         latitude;
  double         longitude;
  PsgMapAreaKind kind;
  double         min_zoom;
  double         max_zoom;
} PsgMapArea;

const PsgMapArea *psg_map_areas_get (guint *n_areas);

G_END_DECLS
