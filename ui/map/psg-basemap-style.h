/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-palette.h"

G_BEGIN_DECLS

/**
 * PsgBasemapStyle:
 * @water: sea and lakes
 * @land: countries the collection is not about
 * @lithuania: tinted warm
 * @belarus: tinted green
 * @coast: shore lines of the sea
 * @lake: shore lines of lakes
 * @river: rivers
 * @border: other borders
 * @subject: the border the collection is about
 * @glow: round @subject
 * @road: fill and edge, by class
 * @town: names of towns
 * @area: names of countries
 * @sea: names of waters
 * @halo: round all names
 * @dot: what a town's sign is filled with; its edge is @town
 *
 * The colours of the base map in one look, 0xRRGGBBAA.
 */
typedef struct
{
  guint32 water;
  guint32 land;
  guint32 lithuania;
  guint32 belarus;
  guint32 coast;
  guint32 lake;
  guint32 river;
  guint32 border;
  guint32 subject;
  guint32 glow;
  guint32 road[2];
  guint32 road_edge[2];
  guint32 town;
  guint32 area;
  guint32 sea;
  guint32 halo;
  guint32 dot;
} PsgBasemapStyle;

const PsgBasemapStyle *psg_basemap_style_get (PsgScheme scheme);

void psg_basemap_style_set_source (cairo_t *cr, guint32 rgba, double alpha);
void psg_basemap_style_get_rgba   (guint32 rgba, GdkRGBA *color);

G_END_DECLS
