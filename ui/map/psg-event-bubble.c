/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-bubble.h"

#include <math.h>

/*
 * Paints the sign of one or more events at a place: a disc in the colour of the lane
 * most of them belong to, how many there are, and round it a ring with a share
 * for each lane.
 */

#define RIM 1.5
#define RING 3.0
#define EMPHASIS 4.0
#define EMPHASIS_WIDTH 2.5
/* Room for rim, emphasis and shadow. */
#define REACH 8.0

static guint
most_frequent (const guint *counts,
               guint        n)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    {
      if (counts[i] > counts[best])
        best = i;
    }

  return best;
}

static gboolean
is_light (const GdkRGBA *c)
{
  return 0.299 * c->red + 0.587 * c->green + 0.114 * c->blue > 0.62;
}

static void
paint_ring (cairo_t     *cr,
            PsgScheme    scheme,
            const guint *counts,
            GPtrArray   *lanes,
            guint        n_events,
            double       radius)
{
  double from = -G_PI / 2;

  cairo_set_line_width (cr, RING);
  for (guint i = 0; i < lanes->len; i++)
    {
      double to = from + 2 * G_PI * counts[i] / n_events;
      GdkRGBA color;

      if (counts[i] == 0)
        continue;
      psg_palette_get_lane (scheme, g_ptr_array_index (lanes, i), &color);
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_arc (cr, 0, 0, radius - RING / 2, from, to);
      cairo_stroke (cr);
      from = to;
    }
}

static void
paint_count (cairo_t       *cr,
             GtkWidget     *widget,
             const GdkRGBA *background,
             guint          n_events)
{
  g_autofree char *text = n_events < 1000 ? g_strdup_printf ("%u", n_events) : g_strdup_printf ("%uk", n_events / 1000);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoRectangle ink;
  double ink_color = is_light (background) ? 0.08 : 1.0;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  cairo_set_source_rgb (cr, ink_color, ink_color, ink_color);
  cairo_move_to (cr, -ink.x - ink.width / 2.0, -ink.y - ink.height / 2.0);
  pango_cairo_show_layout (cr, layout);
}

static void
paint_disc (cairo_t       *cr,
            PsgScheme      scheme,
            const GdkRGBA *color,
            double         radius)
{
  double rim = psg_scheme_is_dark (scheme) ? 0.12 : 1.0;

  cairo_arc (cr, 0, 1, radius + RIM + 1, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.18);
  cairo_fill (cr);
  cairo_arc (cr, 0, 0, radius + RIM, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, rim, rim, rim);
  cairo_fill (cr);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_fill (cr);
}

static void
paint_emphasis (cairo_t  *cr,
                PsgScheme scheme,
                double    radius)
{
  GdkRGBA accent;

  psg_palette_get_accent (scheme, &accent);
  gdk_cairo_set_source_rgba (cr, &accent);
  /* Text leaves a current point behind, which an arc would be joined to. */
  cairo_new_path (cr);
  cairo_set_line_width (cr, EMPHASIS_WIDTH);
  cairo_arc (cr, 0, 0, radius + EMPHASIS, 0, 2 * G_PI);
  cairo_stroke (cr);
}

/**
 * psg_event_bubble_get_radius:
 * @n_events: how many events it stands for
 *
 * Returns: its radius, pixels
 */
double
psg_event_bubble_get_radius (guint n_events)
{
  if (n_events <= 1)
    return 6.5;

  return n_events < 100 ? 11.5 : 14.5;
}

/**
 * psg_event_bubble_paint:
 * @widget: what it is shown on: for font and scale
 * @lane_counts: (array): how many events there are of each lane
 * @lanes: (element-type PsgLane): the lanes
 * @n_events: how many events there are
 * @emphasis: whether the chosen event is one of them
 * @size: (out): the side of the square it is painted on, pixels
 *
 * Returns: (transfer full): its picture
 */
GdkTexture *
psg_event_bubble_paint (GtkWidget   *widget,
                        const guint *lane_counts,
                        GPtrArray   *lanes,
                        guint        n_events,
                        gboolean     emphasis,
                        double      *size)
{
  PsgScheme scheme = psg_palette_get_scheme ();
  double radius = psg_event_bubble_get_radius (n_events);
  int scale = gtk_widget_get_scale_factor (widget), side = 2 * (int) ceil (radius + REACH);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side * scale, side * scale);
  int stride = cairo_image_surface_get_stride (surface);
  guint lane = most_frequent (lane_counts, lanes->len);
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;
  GdkRGBA color;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  cairo_translate (cr, side / 2.0, side / 2.0);
  psg_palette_get_lane (scheme, g_ptr_array_index (lanes, lane), &color);
  paint_disc (cr, scheme, &color, radius);
  if (n_events > 1)
    {
      if (lane_counts[lane] < n_events)
        paint_ring (cr, scheme, lane_counts, lanes, n_events, radius);
      paint_count (cr, widget, &color, n_events);
    }
  if (emphasis)
    paint_emphasis (cr, scheme, radius);
  cairo_destroy (cr);

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * side * scale,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  *size = side;

  return gdk_memory_texture_new (side * scale, side * scale, GDK_MEMORY_DEFAULT, bytes, stride);
}
