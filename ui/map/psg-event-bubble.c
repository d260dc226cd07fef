/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-bubble.h"

#include <math.h>

#include "psg-zoom.h"

/*
 * Paints the sign of one or more events at a place: a disc in the colour of the lane
 * most of them belong to, round it a ring with a share for each lane, and how many there
 * are. If nobody knows well where, the disc is hollow. The count is a picture of its own, so
 * that both can be kept and shared by many.
 */

#define RIM 1.5
#define RING 3.0
#define HOLLOW_RING 2.5
#define EMPHASIS 4.0
#define EMPHASIS_WIDTH 2.5
/* Room for rim and shadow, and with emphasis. */
#define REACH 4.0
#define EMPHASIS_REACH 6.0
/* How far an event that is long past or yet to come fades. */
#define FADED 0.5

/* By size. */
static const double radii[] = { 6.5, 11.5, 14.5 };

static gboolean
is_light (const GdkRGBA *c)
{
  return 0.299 * c->red + 0.587 * c->green + 0.114 * c->blue > 0.62;
}

static void
paint_ring (cairo_t     *cr,
            PsgScheme    scheme,
            const guint8 *shares,
            GPtrArray   *lanes,
            double       width,
            double       radius)
{
  double from = -G_PI / 2;
  guint sum = 0;

  for (guint i = 0; i < lanes->len; i++)
    sum += shares[i];

  cairo_set_line_width (cr, width);
  for (guint i = 0; i < lanes->len; i++)
    {
      double to = from + 2 * G_PI * shares[i] / sum;
      GdkRGBA color;

      if (shares[i] == 0)
        continue;
      psg_palette_get_lane (scheme, g_ptr_array_index (lanes, i), &color);
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_new_path (cr);
      cairo_arc (cr, 0, 0, radius - width / 2, from, to);
      cairo_stroke (cr);
      from = to;
    }
}

static double
get_rim (PsgScheme scheme)
{
  return psg_scheme_is_dark (scheme) ? 0.12 : 1.0;
}

static void
paint_disc (cairo_t       *cr,
            PsgScheme      scheme,
            const GdkRGBA *color,
            double         radius)
{
  double rim = get_rim (scheme);

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
  cairo_new_path (cr);
  cairo_set_line_width (cr, EMPHASIS_WIDTH);
  cairo_arc (cr, 0, 0, radius + EMPHASIS, 0, 2 * G_PI);
  cairo_stroke (cr);
}

/* Something to paint on, its origin in the middle. No larger than need be: with GL the fewer
 * large pictures they all fit into the fewer draw calls, and cairo pays for every pixel. */
static cairo_t *
begin (GtkWidget             *widget,
       const graphene_size_t *size,
       cairo_surface_t      **surface)
{
  int scale = psg_zoom_get_resolution (widget);
  cairo_t *cr;

  *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size->width * scale, size->height * scale);
  cairo_surface_set_device_scale (*surface, scale, scale);
  cr = cairo_create (*surface);
  cairo_translate (cr, size->width / 2, size->height / 2);

  return cr;
}

static GdkTexture *
end (cairo_t             *cr,
     cairo_surface_t     *surface,
     const PsgBubbleLook *look)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  /* Faded here, once: with GL an opacity node round each bubble costs a picture of its own in
   * every frame. */
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_IN);
  cairo_paint_with_alpha (cr, psg_event_bubble_get_opacity (look->fade));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/* Returns: how large it is: of one event, of some, of a hundred and more. */
guint
psg_event_bubble_get_size (guint n_events)
{
  if (n_events <= 1)
    return 0;

  return n_events < 100 ? 1 : 2;
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
  return radii[psg_event_bubble_get_size (n_events)];
}

double
psg_event_bubble_get_opacity (guint fade)
{
  return 1 - FADED * fade / (PSG_BUBBLE_FADES - 1);
}

/**
 * psg_event_bubble_mix:
 * @look: a look without shares
 * @counts: (array length=n_lanes): how many events there are of each lane
 * @n_lanes: how many lanes
 *
 * Rounds the lanes' shares, so that most bubbles look like one that has been painted. What
 * there is at all is shown.
 */
void
psg_event_bubble_mix (PsgBubbleLook *look,
                      const guint   *counts,
                      guint          n_lanes)
{
  guint64 sum = 0;

  for (guint i = 0; i < n_lanes; i++)
    sum += counts[i];
  for (guint i = 0; i < n_lanes; i++)
    look->shares[i] = counts[i] > 0 ? MAX (1, (counts[i] * (guint64) PSG_BUBBLE_PARTS + sum / 2) / sum) : 0;
}

/**
 * psg_event_bubble_get_main_lane:
 * @look: what it looks like
 * @n_lanes: how many lanes
 *
 * Returns: the lane whose colour the bubble has
 */
guint
psg_event_bubble_get_main_lane (const PsgBubbleLook *look,
                                guint                n_lanes)
{
  guint best = 0;

  for (guint i = 1; i < n_lanes; i++)
    {
      if (look->shares[i] > look->shares[best])
        best = i;
    }

  return best;
}

/**
 * psg_event_bubble_draw:
 * @cr: where, its origin the bubble's middle
 * @scheme: the look
 * @look: what it looks like; its fading is left to the caller
 * @lanes: (element-type PsgLane): the lanes
 *
 * Draws a bubble without a count.
 */
void
psg_event_bubble_draw (cairo_t             *cr,
                       PsgScheme            scheme,
                       const PsgBubbleLook *look,
                       GPtrArray           *lanes)
{
  double rim = get_rim (scheme), radius = radii[look->size];
  guint main = psg_event_bubble_get_main_lane (look, lanes->len), n = 0;
  GdkRGBA color;

  psg_palette_get_lane (scheme, g_ptr_array_index (lanes, main), &color);
  if (look->hollow)
    color = (GdkRGBA) { rim, rim, rim, 1 };
  paint_disc (cr, scheme, &color, radius);
  for (guint i = 0; i < lanes->len; i++)
    n += look->shares[i] > 0;
  if (n > 1 || look->hollow)
    paint_ring (cr, scheme, look->shares, lanes, look->hollow ? HOLLOW_RING : RING, radius);
  if (look->emphasis)
    paint_emphasis (cr, scheme, radius);
}

static PangoLayout *
create_count (PangoContext *context,
              guint         n_events)
{
  g_autofree char *text = n_events < 1000 ? g_strdup_printf ("%u", n_events) : g_strdup_printf ("%uk", n_events / 1000);
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

static void
draw_count (cairo_t             *cr,
            PsgScheme            scheme,
            const PsgBubbleLook *look,
            GPtrArray           *lanes,
            PangoLayout         *layout)
{
  double ink_color = psg_event_bubble_has_dark_count (scheme, look, lanes) ? 0.08 : 1.0;
  PangoRectangle ink;

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  cairo_set_source_rgb (cr, ink_color, ink_color, ink_color);
  cairo_move_to (cr, -ink.x - ink.width / 2.0, -ink.y - ink.height / 2.0);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

/**
 * psg_event_bubble_draw_count:
 * @cr: where, its origin the bubble's middle
 * @context: the fonts
 * @scheme: the look
 * @look: of the bubble it lies on
 * @lanes: (element-type PsgLane): the lanes
 * @n_events: how many events there are
 */
void
psg_event_bubble_draw_count (cairo_t             *cr,
                             PangoContext        *context,
                             PsgScheme            scheme,
                             const PsgBubbleLook *look,
                             GPtrArray           *lanes,
                             guint                n_events)
{
  g_autoptr (PangoLayout) layout = create_count (context, n_events);

  draw_count (cr, scheme, look, lanes, layout);
}

/**
 * psg_event_bubble_paint:
 * @widget: what it is shown on: for its scale
 * @look: what it looks like
 * @lanes: (element-type PsgLane): the lanes
 * @size: (out): how large its picture is, an even number of pixels
 *
 * Returns: (transfer full): its picture, without a count
 */
GdkTexture *
psg_event_bubble_paint (GtkWidget           *widget,
                        const PsgBubbleLook *look,
                        GPtrArray           *lanes,
                        graphene_size_t     *size)
{
  cairo_surface_t *surface;
  cairo_t *cr;

  size->width = size->height = 2 * ceil (radii[look->size] + (look->emphasis ? EMPHASIS_REACH : REACH));
  cr = begin (widget, size, &surface);
  psg_event_bubble_draw (cr, psg_palette_get_scheme (), look, lanes);

  return end (cr, surface, look);
}

/**
 * psg_event_bubble_paint_count:
 * @widget: what it is shown on: for font and scale
 * @look: of the bubble it lies on
 * @lanes: (element-type PsgLane): the lanes
 * @n_events: how many events there are
 * @size: (out): how large its picture is, an even number of pixels
 *
 * Returns: (transfer full): its picture
 */
GdkTexture *
psg_event_bubble_paint_count (GtkWidget           *widget,
                              const PsgBubbleLook *look,
                              GPtrArray           *lanes,
                              guint                n_events,
                              graphene_size_t     *size)
{
  g_autoptr (PangoLayout) layout = create_count (gtk_widget_get_pango_context (widget), n_events);
  cairo_surface_t *surface;
  PangoRectangle ink;
  cairo_t *cr;

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  graphene_size_init (size, 2 * (ink.width / 2 + 1), 2 * (ink.height / 2 + 1));
  cr = begin (widget, size, &surface);
  draw_count (cr, psg_palette_get_scheme (), look, lanes, layout);

  return end (cr, surface, look);
}

/* Whether the count has to be dark to be read on the bubble. */
gboolean
psg_event_bubble_has_dark_count (PsgScheme            scheme,
                                 const PsgBubbleLook *look,
                                 GPtrArray           *lanes)
{
  GdkRGBA color;

  if (look->hollow)
    return !psg_scheme_is_dark (scheme);

  psg_palette_get_lane (scheme,
                        g_ptr_array_index (lanes, psg_event_bubble_get_main_lane (look, lanes->len)), &color);

  return is_light (&color);
}
