/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-crossing-draw.h"

#include <math.h>

#include "psg-mercator.h"
#include "psg-place.h"

/*
 * A crossing's sign, and what is drawn under it and its card, in plain cairo: how surely it
 * is known where it lies, and lines to a sign or a card that had to move aside.
 */

/* How far outside its sign the smallest ring of uncertainty is drawn. */
#define RING_GAP 4.5
/* A sign pushed further than this from its point gets a line to it. */
#define SIGN_LEADER_MIN 7.0
/* A card further than this from its sign gets one too. */
#define CARD_LEADER_MIN 10.0
/* The ring that tells that a crossing is chosen. */
#define EMPHASIS 8.0
#define EMPHASIS_WIDTH 2.5

/**
 * psg_crossing_get_sign_radius:
 * @kind: road or rail
 *
 * Returns: the radius of its sign, without its white rim; pixels
 */
double
psg_crossing_get_sign_radius (PsgCrossingKind kind)
{
  return kind == PSG_CROSSING_RAIL ? 8.0 : 11.0;
}


/**
 * psg_crossing_draw_ring:
 * @cr: where, the crossing's point as origin
 * @scheme: the look
 * @status: whose colour
 * @placement: where its sign is
 * @radius: of the sign, pixels
 * @pixels: within how many of the point the crossing lies
 *
 * Draws a ring the crossing lies within, or where that is hidden by the sign, a ring just
 * outside it to say so.
 */
void
psg_crossing_draw_ring (cairo_t                *cr,
                        PsgScheme               scheme,
                        PsgStatus               status,
                        const PsgCardPlacement *placement,
                        double                  radius,
                        double                  pixels)
{
  static const double dashes[] = { 3, 2.5 };
  double smallest = radius + RING_GAP;
  GdkRGBA color;

  psg_palette_get_status_text (scheme, status, &color);
  cairo_save (cr);
  if (pixels > smallest)
    cairo_arc (cr, 0, 0, pixels, 0, 2 * G_PI);
  else
    cairo_arc (cr, placement->dx, placement->dy, smallest, 0, 2 * G_PI);
  psg_palette_set_source (cr, &color, 0.12);
  cairo_fill_preserve (cr);
  psg_palette_set_source (cr, &color, 0.8);
  cairo_set_line_width (cr, 1.2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_line (cairo_t *cr,
           double   x0,
           double   y0,
           double   x1,
           double   y1)
{
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

/**
 * psg_crossing_draw_leaders:
 * @cr: where, the crossing's point as origin
 * @scheme: the look
 * @placement: where its sign and card are
 * @radius: of the sign, pixels
 */
void
psg_crossing_draw_leaders (cairo_t                *cr,
                           PsgScheme               scheme,
                           const PsgCardPlacement *placement,
                           double                  radius)
{
  double card_x = CLAMP (placement->dx, placement->box.x0, placement->box.x1);
  double card_y = CLAMP (placement->dy, placement->box.y0, placement->box.y1);
  double shade = psg_scheme_is_dark (scheme) ? 0.85 : 0.25;

  cairo_set_source_rgba (cr, shade, shade, shade, 0.8);
  cairo_set_line_width (cr, 1.2);
  if (hypot (placement->dx, placement->dy) > SIGN_LEADER_MIN)
    {
      draw_line (cr, 0, 0, placement->dx, placement->dy);
      cairo_arc (cr, 0, 0, 2.2, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  if (placement->shown && hypot (card_x - placement->dx, card_y - placement->dy) > radius + CARD_LEADER_MIN)
    draw_line (cr, placement->dx, placement->dy, card_x, card_y);
}

static void
draw_disc (cairo_t *cr,
           PsgScheme scheme,
           double   radius)
{
  double rim = psg_scheme_is_dark (scheme) ? 0.12 : 1.0;

  cairo_arc (cr, 0, 1, radius + PSG_CROSSING_SIGN_RIM + 1, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.18);
  cairo_fill (cr);
  cairo_arc (cr, 0, 0, radius + PSG_CROSSING_SIGN_RIM, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, rim, rim, rim);
  cairo_fill (cr);
}

/* A railway's sign is smaller and stands on a rounded square. */
static void
draw_square (cairo_t  *cr,
             PsgScheme scheme,
             PsgStatus status,
             double    radius)
{
  double rim = psg_scheme_is_dark (scheme) ? 0.12 : 1.0, r = radius + 1;
  GdkRGBA color;

  psg_palette_get_status (scheme, status, &color);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_rectangle (cr, -r + 2, -r + 2, 2 * r - 4, 2 * r - 4);
  cairo_set_source_rgb (cr, rim, rim, rim);
  cairo_set_line_width (cr, 8);
  cairo_stroke_preserve (cr);
  psg_palette_set_source (cr, &color, 1);
  cairo_set_line_width (cr, 4);
  cairo_stroke_preserve (cr);
  cairo_fill (cr);
}

/**
 * psg_crossing_draw_sign:
 * @cr: where, the sign's middle as origin
 * @scheme: the look
 * @kind: road or rail
 * @status: what it says
 */
void
psg_crossing_draw_sign (cairo_t        *cr,
                        PsgScheme       scheme,
                        PsgCrossingKind kind,
                        PsgStatus       status)
{
  double radius = psg_crossing_get_sign_radius (kind);

  if (kind == PSG_CROSSING_RAIL)
    draw_square (cr, scheme, status, radius);
  else
    draw_disc (cr, scheme, radius);
  psg_status_glyph_draw (cr, scheme, status, 0, 0, radius);
}

/**
 * psg_crossing_draw_emphasis:
 * @cr: where, the sign's middle as origin
 * @scheme: the look
 * @radius: of the sign, pixels
 *
 * Draws the ring about a crossing that is chosen.
 */
void
psg_crossing_draw_emphasis (cairo_t  *cr,
                            PsgScheme scheme,
                            double    radius)
{
  double back = psg_scheme_is_dark (scheme) ? 0.1 : 1.0;
  GdkRGBA accent;

  psg_palette_get_accent (scheme, &accent);
  cairo_arc (cr, 0, 0, radius + EMPHASIS, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, back, back, back, 0.75);
  cairo_set_line_width (cr, EMPHASIS_WIDTH + 2);
  cairo_stroke_preserve (cr);
  psg_palette_set_source (cr, &accent, 1);
  cairo_set_line_width (cr, EMPHASIS_WIDTH);
  cairo_stroke (cr);
}

/**
 * psg_crossing_get_ring:
 * @crossing: a crossing
 * @zoom: of the map
 *
 * Returns: within how many pixels of its point it lies; 0 if that is known well
 */
double
psg_crossing_get_ring (const PsgCrossing *crossing,
                       double             zoom)
{
  if (crossing->precision_m <= PSG_PRECISE_M)
    return 0;

  return psg_mercator_pixels (crossing->precision_m, crossing->latitude, zoom);
}

/**
 * psg_crossing_draw_ground:
 * @cr: where, the crossing's point as origin
 * @scheme: the look
 * @status: whose colour
 * @placement: where its sign and card are
 * @radius: of the sign, pixels
 * @ring: what psg_crossing_get_ring() says
 *
 * Draws all that lies under signs and cards.
 */
void
psg_crossing_draw_ground (cairo_t                *cr,
                          PsgScheme               scheme,
                          PsgStatus               status,
                          const PsgCardPlacement *placement,
                          double                  radius,
                          double                  ring)
{
  if (ring > 0)
    psg_crossing_draw_ring (cr, scheme, status, placement, radius, ring);
  psg_crossing_draw_leaders (cr, scheme, placement, radius);
}
