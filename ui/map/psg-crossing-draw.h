/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-card-layout.h"
#include "psg-palette.h"

G_BEGIN_DECLS

void psg_crossing_draw_ring    (cairo_t *cr, PsgScheme scheme, PsgStatus status,
                                const PsgCardPlacement *placement, double radius, double pixels);
void psg_crossing_draw_leaders (cairo_t *cr, PsgScheme scheme,
                                const PsgCardPlacement *placement, double radius);

G_END_DECLS
