/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "psg-basemap.h"
#include "psg-basemap-style.h"

G_BEGIN_DECLS

/**
 * PsgBasemapFrame:
 * @x: the left edge, in worlds (0 to 1)
 * @y: the top edge, in worlds
 * @scale: how many pixels the world is wide
 * @width: pixels
 * @height: pixels
 * @zoom: the zoom level line widths and what is shown are chosen for
 * @pen: how many pixels a line of width one is wide
 *
 * What part of the map is drawn, and how large.
 */
typedef struct
{
  double x;
  double y;
  double scale;
  double width;
  double height;
  double zoom;
  double pen;
} PsgBasemapFrame;

void psg_basemap_draw (const PsgBasemap      *map,
                       cairo_t               *cr,
                       const PsgBasemapFrame *frame,
                       const PsgBasemapStyle *style);

void psg_basemap_draw_subject (const PsgBasemap      *map,
                               cairo_t               *cr,
                               const PsgBasemapFrame *frame,
                               const PsgBasemapStyle *style);

G_END_DECLS
