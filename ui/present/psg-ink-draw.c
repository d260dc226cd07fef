/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-ink-draw.h"

/*
 * How ink looks: a round pen, whose line is carried smoothly from point to point, with a thin rim of the
 * other shade, so that each colour can be seen on each ground.
 */

#define RIM 1.0
#define RIM_ALPHA 0.45

static const guint32 pen_rgb[PSG_N_INK_COLOURS] = {
  [PSG_INK_RED] = 0xe01b24,
  [PSG_INK_BLUE] = 0x1c71d8,
  [PSG_INK_GREEN] = 0x26a269,
  [PSG_INK_YELLOW] = 0xf6d32d,
  [PSG_INK_BLACK] = 0x1a1a1a,
  [PSG_INK_WHITE] = 0xffffff,
};

/**
 * psg_ink_get_rgba:
 * @colour: a pen
 * @rgba: (out): how it writes
 */
void
psg_ink_get_rgba (PsgInkColour colour,
                  GdkRGBA     *rgba)
{
  guint32 rgb = pen_rgb[colour];

  *rgba = (GdkRGBA) { (rgb >> 16) / 255.0f, (rgb >> 8 & 0xff) / 255.0f, (rgb & 0xff) / 255.0f, 1 };
}

static gboolean
is_light (PsgInkColour colour)
{
  return colour == PSG_INK_YELLOW || colour == PSG_INK_WHITE;
}

static double
get_pen (const PsgInkStroke *stroke,
         double              height)
{
  return MAX (stroke->width * height, 1);
}

/* Through the middles between the points, so that there are no corners but those of the hand. */
static void
trace (cairo_t            *cr,
       const PsgInkStroke *stroke,
       double              width,
       double              height)
{
  const PsgInkPoint *points = (const PsgInkPoint *) stroke->points->data;
  guint n = stroke->points->len;

  cairo_move_to (cr, points[0].x * width, points[0].y * height);
  for (guint i = 1; i + 1 < n; i++)
    {
      double x = points[i].x * width, y = points[i].y * height;
      double end_x = (x + points[i + 1].x * width) / 2, end_y = (y + points[i + 1].y * height) / 2;
      double from_x, from_y;

      cairo_get_current_point (cr, &from_x, &from_y);
      cairo_curve_to (cr, from_x + (x - from_x) * 2 / 3, from_y + (y - from_y) * 2 / 3,
                      end_x + (x - end_x) * 2 / 3, end_y + (y - end_y) * 2 / 3, end_x, end_y);
    }
  cairo_line_to (cr, points[n - 1].x * width, points[n - 1].y * height);
}

/**
 * psg_ink_draw_stroke:
 * @cr: where
 * @stroke: a stroke
 * @width: of what was drawn on
 * @height: of what was drawn on
 */
void
psg_ink_draw_stroke (cairo_t            *cr,
                     const PsgInkStroke *stroke,
                     double              width,
                     double              height)
{
  double pen = get_pen (stroke, height), rim = is_light (stroke->colour) ? 0 : 1;
  GdkRGBA rgba;

  psg_ink_get_rgba (stroke->colour, &rgba);
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace (cr, stroke, width, height);
  cairo_set_line_width (cr, pen + 2 * RIM);
  cairo_set_source_rgba (cr, rim, rim, rim, RIM_ALPHA);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, pen);
  gdk_cairo_set_source_rgba (cr, &rgba);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
psg_ink_draw (cairo_t *cr,
              PsgInk  *ink,
              double   width,
              double   height)
{
  GPtrArray *strokes = psg_ink_get_strokes (ink);

  for (guint i = 0; i < strokes->len; i++)
    psg_ink_draw_stroke (cr, g_ptr_array_index (strokes, i), width, height);
}

/**
 * psg_ink_get_bounds:
 * @stroke: a stroke
 * @width: of what was drawn on
 * @height: of what was drawn on
 * @bounds: (out): what drawing it touches
 */
void
psg_ink_get_bounds (const PsgInkStroke *stroke,
                    double              width,
                    double              height,
                    graphene_rect_t    *bounds)
{
  const PsgInkPoint *points = (const PsgInkPoint *) stroke->points->data;
  float pen = (float) (get_pen (stroke, height) / 2 + RIM + 1);
  float x0 = 1, y0 = 1, x1 = 0, y1 = 0;

  for (guint i = 0; i < stroke->points->len; i++)
    {
      x0 = MIN (x0, points[i].x);
      y0 = MIN (y0, points[i].y);
      x1 = MAX (x1, points[i].x);
      y1 = MAX (y1, points[i].y);
    }

  graphene_rect_init (bounds, x0 * (float) width, y0 * (float) height,
                      (x1 - x0) * (float) width, (y1 - y0) * (float) height);
  graphene_rect_inset (bounds, -pen, -pen);
  graphene_rect_round_extents (bounds, bounds);
}
