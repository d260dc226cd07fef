/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-area.h"

/*
 * The names of countries and waters, which the base map's file does not hold.
 * Written by hand; a country that fills the view has another spot for its name than
 * one that is seen whole.
 */

#define LITHUANIA { "LITHUANIA", "LIETUVA", "ЛІТВА", "ЛИТВА", "LITWA" }
#define BELARUS { "BELARUS", "BALTARUSIJA", "БЕЛАРУСЬ", "БЕЛАРУСЬ", "BIAŁORUŚ" }
#define LATVIA { "LATVIA", "LATVIJA", "ЛАТВІЯ", "ЛАТВИЯ", "ŁOTWA" }
#define POLAND { "POLAND", "LENKIJA", "ПОЛЬШЧА", "ПОЛЬША", "POLSKA" }
#define RUSSIA { "RUSSIA", "RUSIJA", "РАСІЯ", "РОССИЯ", "ROSJA" }
#define UKRAINE { "UKRAINE", "UKRAINA", "УКРАІНА", "УКРАИНА", "UKRAINA" }

static const PsgMapArea areas[] = {
  { LITHUANIA, 55.35, 23.75, PSG_MAP_AREA_COUNTRY, 4, 7 },
  { LITHUANIA, 55.16, 24.30, PSG_MAP_AREA_COUNTRY, 7, 9 },
  { BELARUS, 53.40, 28.30, PSG_MAP_AREA_COUNTRY, 4, 7 },
  { BELARUS, 54.10, 27.05, PSG_MAP_AREA_COUNTRY, 7, 9 },
  { LATVIA, 56.75, 25.60, PSG_MAP_AREA_COUNTRY, 5, 8.5 },
  { POLAND, 53.30, 21.60, PSG_MAP_AREA_COUNTRY, 5, 7.25 },
  { POLAND, 53.85, 22.75, PSG_MAP_AREA_COUNTRY, 7.25, 8.75 },
  { RUSSIA, 56.20, 31.80, PSG_MAP_AREA_COUNTRY, 5, 8.5 },
  { RUSSIA, 54.68, 21.60, PSG_MAP_AREA_COUNTRY, 6.25, 8.5 },
  { UKRAINE, 51.00, 27.20, PSG_MAP_AREA_COUNTRY, 5, 8.5 },
  { { "Baltic Sea", "Baltijos jūra", "Балтыйскае мора", "Балтийское море", "Morze Bałtyckie" },
    55.60, 20.10, PSG_MAP_AREA_WATER, 5, 9 },
  { { "Gulf of Riga", "Rygos įlanka", "Рыжскі заліў", "Рижский залив", "Zatoka Ryska" },
    57.60, 23.60, PSG_MAP_AREA_WATER, 6, 9 },
  { { "Curonian Lagoon", "Kuršių marios", "Куршскі заліў", "Куршский залив", "Zalew Kuroński" },
    55.10, 21.00, PSG_MAP_AREA_WATER, 8, 11 },
  { { "Lake Narach", "Naručio ežeras", "Нарач", "Нарочь", "Narocz" },
    54.853, 26.77, PSG_MAP_AREA_WATER, 9.25, 13 },
};

/**
 * psg_map_areas_get:
 * @n_areas: (out): how many there are
 *
 * Returns: (array length=n_areas): the areas, the most important first
 */
const PsgMapArea *
psg_map_areas_get (guint *n_areas)
{
  *n_areas = G_N_ELEMENTS (areas);

  return areas;
}
