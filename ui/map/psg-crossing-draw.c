/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-crossing-draw.h"

#include <math.h>

/*
 * What is drawn under a crossing's sign and card, in plain cairo with the crossing's
 * point as origin: how surely it is known where it lies, and lines to a sign or a
 * card that had to move aside.
 */

/* How far outside its sign the smallest ring of uncertainty is drawn. */
#define RING_GAP 4.5
/* A sign pushed further than this from its point gets a line to it. */
#define SIGN_LEADER_MIN 7.0
/* A card further than this from its sign gets one too. */
#define CARD_LEADER_MIN 10.0

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
