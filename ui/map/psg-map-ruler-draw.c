/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-ruler-draw.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <math.h>

#include "psg-basemap-style.h"
#include "psg-mercator.h"

/* What a scale bar says, and how it looks. */

#define LINE 1.4

static gboolean
is_metric (void)
{
#ifdef _NL_MEASUREMENT_MEASUREMENT
  return *nl_langinfo (_NL_MEASUREMENT_MEASUREMENT) != 2;
#else
  return TRUE;
#endif
}

/* The bar ends at the right, where the corner is. */
static void
trace_bar (cairo_t *cr,
           double   pixels,
           double   width,
           double   height)
{
  double right = width - PSG_MAP_RULER_HALO / 2, left = right - round (pixels);
  double bottom = height - PSG_MAP_RULER_HALO / 2;

  cairo_move_to (cr, left, bottom - PSG_MAP_RULER_TICK);
  cairo_line_to (cr, left, bottom);
  cairo_line_to (cr, right, bottom);
  cairo_line_to (cr, right, bottom - PSG_MAP_RULER_TICK);
}

/**
 * psg_map_ruler_choose:
 * @latitude: of the middle of the map
 * @zoom: of the map
 * @max_width: what the bar may take, pixels
 *
 * Returns: what a bar shows, in the units of the locale
 */
PsgMapScale
psg_map_ruler_choose (double latitude,
                      double zoom,
                      double max_width)
{
  return psg_map_scale_choose (psg_mercator_pixels (1, latitude, zoom), max_width - PSG_MAP_RULER_HALO, is_metric ());
}

/**
 * psg_map_ruler_format:
 * @scale: what a bar shows
 *
 * Returns: (transfer full): what is written on it
 */
char *
psg_map_ruler_format (const PsgMapScale *scale)
{
  switch (scale->unit)
    {
    case PSG_LENGTH_METRES:
      /* Translators: the length of a map's scale bar in metres */
      return g_strdup_printf (_("%u m"), scale->length);
    case PSG_LENGTH_KILOMETRES:
      /* Translators: the length of a map's scale bar in kilometres */
      return g_strdup_printf (_("%u km"), scale->length);
    case PSG_LENGTH_FEET:
      /* Translators: the length of a map's scale bar in feet */
      return g_strdup_printf (_("%u ft"), scale->length);
    case PSG_LENGTH_MILES:
    default:
      /* Translators: the length of a map's scale bar in miles */
      return g_strdup_printf (_("%u mi"), scale->length);
    }
}

/**
 * psg_map_ruler_draw_bar:
 * @cr: where
 * @scheme: the look
 * @layout: what is written on it
 * @pixels: its length
 * @width: the room it has, in which it stands at the right
 * @height: the room it has, in which it stands at the bottom
 */
void
psg_map_ruler_draw_bar (cairo_t     *cr,
                        PsgScheme    scheme,
                        PangoLayout *layout,
                        double       pixels,
                        double       width,
                        double       height)
{
  const PsgBasemapStyle *style = psg_basemap_style_get (scheme);
  PangoRectangle extents;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace_bar (cr, pixels, width, height);
  psg_basemap_style_set_source (cr, style->halo, 1);
  cairo_set_line_width (cr, LINE + PSG_MAP_RULER_HALO);
  cairo_stroke (cr);
  trace_bar (cr, pixels, width, height);
  psg_basemap_style_set_source (cr, style->town, 1);
  cairo_set_line_width (cr, LINE);
  cairo_stroke (cr);

  cairo_move_to (cr, width - PSG_MAP_RULER_HALO - extents.width, 0);
  pango_cairo_layout_path (cr, layout);
  psg_basemap_style_set_source (cr, style->halo, 1);
  cairo_set_line_width (cr, PSG_MAP_RULER_HALO);
  cairo_stroke (cr);
  cairo_move_to (cr, width - PSG_MAP_RULER_HALO - extents.width, 0);
  psg_basemap_style_set_source (cr, style->town, 1);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}
