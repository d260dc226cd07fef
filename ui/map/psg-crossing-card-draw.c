/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-crossing-card-draw.h"

#include <math.h>

/* A name, and under it a state in its colour. What lies under the texts is CSS's on the
 * screen, and here for what has no CSS. */

/* Longer texts are cut; the tooltip has them in full. */
#define MAX_CHARS 26
#define NAME_SCALE 0.9
#define STATE_SCALE 0.76
#define RADIUS 8.0

static PangoLayout *
create_layout (PangoContext *context,
               const char   *text,
               double        scale)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoFontDescription) font = NULL;
  double size;

  font = pango_font_description_copy (pango_context_get_font_description (context));
  size = pango_font_description_get_size (font) * scale;
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, (int) size);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static int
get_limit (PangoLayout *layout)
{
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontMetrics *metrics;
  int width;

  metrics = pango_context_get_metrics (context, pango_layout_get_font_description (layout), NULL);
  width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
               pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (MAX_CHARS * width);
}

static void
measure (PangoContext *context,
         const char   *text,
         double        scale,
         int          *width,
         int          *height)
{
  g_autoptr (PangoLayout) layout = create_layout (context, text, scale);
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  /* Metrics are dear, and so few letters are never too many. */
  if (g_utf8_strlen (text, -1) > MAX_CHARS / 2)
    w = MIN (w, get_limit (layout));
  *width = MAX (*width, w);
  *height = h;
}

/**
 * psg_crossing_card_measure_text:
 * @context: the fonts
 * @crossing: whose card it is
 * @day: as of when the state is given
 * @compact: whether it shows the name alone
 * @width: (out): pixels
 * @height: (out): pixels
 */
void
psg_crossing_card_measure_text (PangoContext      *context,
                                const PsgCrossing *crossing,
                                PsgDay             day,
                                gboolean           compact,
                                int               *width,
                                int               *height)
{
  g_autofree char *state = NULL;
  int under = 0;

  *width = 0;
  measure (context, psg_text_get (crossing->short_name), NAME_SCALE, width, height);
  if (compact)
    return;

  state = psg_crossing_describe_at (crossing, day);
  measure (context, state, STATE_SCALE, width, &under);
  *height += under;
}

/**
 * psg_crossing_card_measure_widest:
 * @context: the fonts
 * @crossing: whose card it is
 * @compact: whether it shows the name alone
 * @width: (out): the widest it becomes on any day, pixels
 * @height: (out): pixels
 *
 * Measures it on the first and on a later day of each interval, as "closed today" differs
 * from "closed since …".
 */
void
psg_crossing_card_measure_widest (PangoContext      *context,
                                  const PsgCrossing *crossing,
                                  gboolean           compact,
                                  int               *width,
                                  int               *height)
{
  int widest = 0;

  psg_crossing_card_measure_text (context, crossing, PSG_DAY_NONE, compact, width, height);
  for (guint i = 0; !compact && i < crossing->intervals->len; i++)
    {
      const PsgStatusInterval *interval = g_ptr_array_index (crossing->intervals, i);
      PsgDay days[] = { interval->first, interval->last == interval->first ? interval->first : interval->first + 1 };

      for (guint j = 0; j < G_N_ELEMENTS (days); j++)
        {
          g_autofree char *state = psg_crossing_describe_at (crossing, days[j]);
          int under;

          measure (context, state, STATE_SCALE, &widest, &under);
        }
    }

  *width = MAX (*width, widest);
}

static int
draw_line (cairo_t       *cr,
           PangoContext  *context,
           const GdkRGBA *colour,
           const char    *text,
           double         scale,
           double         y,
           double         width)
{
  g_autoptr (PangoLayout) layout = create_layout (context, text, scale);
  int w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  if (w > width)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
    }
  psg_palette_set_source (cr, colour, 1);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);

  return h;
}

/**
 * psg_crossing_card_draw_text:
 * @cr: where, its origin the upper left corner of the texts
 * @context: the fonts
 * @scheme: the look
 * @fg: the colour of the name
 * @crossing: whose card it is
 * @day: as of when the state is given
 * @compact: whether it shows the name alone
 * @width: the room that the texts have; pixels
 */
void
psg_crossing_card_draw_text (cairo_t           *cr,
                             PangoContext      *context,
                             PsgScheme          scheme,
                             const GdkRGBA     *fg,
                             const PsgCrossing *crossing,
                             PsgDay             day,
                             gboolean           compact,
                             double             width)
{
  g_autofree char *state = NULL;
  GdkRGBA colour;
  int y;

  y = draw_line (cr, context, fg, psg_text_get (crossing->short_name), NAME_SCALE, 0, width);
  if (compact)
    return;

  state = psg_crossing_describe_at (crossing, day);
  psg_palette_get_status_text (scheme, psg_crossing_get_status_at (crossing, day), &colour);
  draw_line (cr, context, &colour, state, STATE_SCALE, y, width);
}

static void
trace_ground (cairo_t *cr,
              double   x,
              double   y,
              double   width,
              double   height)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - RADIUS, y + RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, x + width - RADIUS, y + height - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, x + RADIUS, y + height - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, x + RADIUS, y + RADIUS, RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/**
 * psg_crossing_card_draw_ground:
 * @cr: where, its origin the card's upper left corner
 * @scheme: the look
 * @width: of the card, pixels
 * @height: of the card
 * @fg: (out caller-allocates): the colour of the name on it
 *
 * Draws what lies under the texts where there is no CSS: the same colours and corners, and a
 * fine edge in the shadow's place.
 */
void
psg_crossing_card_draw_ground (cairo_t  *cr,
                               PsgScheme scheme,
                               double    width,
                               double    height,
                               GdkRGBA  *fg)
{
  gboolean dark = psg_scheme_is_dark (scheme);
  double ground = dark ? 0.22 : 1, ink = dark ? 1 : 0.18;

  trace_ground (cr, 0, 0, width, height);
  cairo_set_source_rgb (cr, ground, ground, ground);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 0, 0, 0, scheme >= PSG_SCHEME_HIGH_CONTRAST ? 1 : 0.28);
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);
  *fg = (GdkRGBA) { ink, ink, ink, 1 };
}
