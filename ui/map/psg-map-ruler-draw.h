/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-map-scale.h"
#include "psg-palette.h"

G_BEGIN_DECLS

/* How far the bar's ends stand up, and how far the halo round it reaches. */
#define PSG_MAP_RULER_TICK 5.0
#define PSG_MAP_RULER_HALO 3.0

/* A map's scale bar: for the screen, paper and pictures alike. */
PsgMapScale psg_map_ruler_choose   (double latitude, double zoom, double max_width);
char       *psg_map_ruler_format   (const PsgMapScale *scale);
void        psg_map_ruler_draw_bar (cairo_t *cr, PsgScheme scheme, PangoLayout *layout, double pixels,
                                    double width, double height);

G_END_DECLS
