/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-crossing.h"
#include "psg-palette.h"

G_BEGIN_DECLS

/* Around the texts of a card, as in style.css: on every side, and so much less above and more
 * below. */
#define PSG_CROSSING_CARD_PADDING_X 9
#define PSG_CROSSING_CARD_PADDING_TOP 3
#define PSG_CROSSING_CARD_PADDING_BOTTOM 4

/*
 * The texts of a crossing's card, without what is around them: for the screen, paper and
 * pictures alike. A compact card shows the name alone.
 */
void psg_crossing_card_measure_text   (PangoContext *context, const PsgCrossing *crossing, PsgDay day,
                                       gboolean compact, int *width, int *height);
void psg_crossing_card_measure_widest (PangoContext *context, const PsgCrossing *crossing, gboolean compact,
                                       int *width, int *height);
void psg_crossing_card_draw_text      (cairo_t *cr, PangoContext *context, PsgScheme scheme, const GdkRGBA *fg,
                                       const PsgCrossing *crossing, PsgDay day, gboolean compact, double width);
void psg_crossing_card_draw_ground    (cairo_t *cr, PsgScheme scheme, double width, double height, GdkRGBA *fg);

G_END_DECLS
