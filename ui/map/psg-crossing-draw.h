/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-card-layout.h"
#include "psg-palette.h"

G_BEGIN_DECLS

/* The white ring round a sign, and how far the ring about a chosen one reaches beyond the sign. */
#define PSG_CROSSING_SIGN_RIM 2.0
#define PSG_CROSSING_SIGN_RING 9.5

double psg_crossing_get_sign_radius (PsgCrossingKind kind);
double psg_crossing_get_ring    (const PsgCrossing *crossing, double zoom);

void psg_crossing_draw_sign     (cairo_t *cr, PsgScheme scheme, PsgCrossingKind kind, PsgStatus status);
void psg_crossing_draw_emphasis (cairo_t *cr, PsgScheme scheme, double radius);
void psg_crossing_draw_ring    (cairo_t *cr, PsgScheme scheme, PsgStatus status,
                                const PsgCardPlacement *placement, double radius, double pixels);
void psg_crossing_draw_leaders (cairo_t *cr, PsgScheme scheme,
                                const PsgCardPlacement *placement, double radius);
void psg_crossing_draw_ground  (cairo_t *cr, PsgScheme scheme, PsgStatus status,
                                const PsgCardPlacement *placement, double radius, double ring);

G_END_DECLS
