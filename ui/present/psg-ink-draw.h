/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-ink.h"

G_BEGIN_DECLS

/* On a screen and on paper alike: (0, 0) to (@width, @height) is what was drawn on. */
void psg_ink_draw_stroke (cairo_t *cr, const PsgInkStroke *stroke, double width, double height);
void psg_ink_draw        (cairo_t *cr, PsgInk *ink, double width, double height);
void psg_ink_get_bounds  (const PsgInkStroke *stroke, double width, double height, graphene_rect_t *bounds);
void psg_ink_get_rgba    (PsgInkColour colour, GdkRGBA *rgba);

G_END_DECLS
