/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-label-painter.h"

#include <math.h>

#include "psg-palette.h"
#include "psg-zoom.h"

/*
 * Measures and paints the map's names and the signs of towns. All names are
 * measured (that is cheap), but a picture is made only of one that is seen, and kept:
 * a halo round text is too dear to draw in every frame. What is kept holds for one
 * widget, look, font and scale; make a new painter when one of these changes.
 */

/* How far the halo reaches, and how much room a picture has on each side. */
#define HALO 3.0
#define PADDING 3
/* The side of a sign's picture. */
#define SIGN_SIZE 12

typedef struct
{
  double      scale;    /* of the widget's font */
  PangoWeight weight;
  PangoStyle  style;
  int         spacing;  /* between letters, pixels */
  double      radius;   /* of the sign */
} KindStyle;

static const KindStyle kinds[PSG_N_LABEL_KINDS] = {
  [PSG_LABEL_COUNTRY] = { 1.05, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 4, 0 },
  [PSG_LABEL_WATER] = { 0.92, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 1, 0 },
  [PSG_LABEL_CAPITAL] = { 1.1, PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL, 0, 4.5 },
  [PSG_LABEL_CITY] = { 0.95, PANGO_WEIGHT_MEDIUM, PANGO_STYLE_NORMAL, 0, 3.5 },
  [PSG_LABEL_TOWN] = { 0.88, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0, 3.0 },
  [PSG_LABEL_VILLAGE] = { 0.8, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 0, 2.5 },
};

typedef struct
{
  int         width;
  int         height;
  GdkTexture *picture;
} Entry;

struct _PsgLabelPainter
{
  PangoContext          *context;
  const PsgBasemapStyle *style;
  int                    scale;
  GHashTable            *entries[PSG_N_LABEL_KINDS];   /* text → Entry */
  GdkTexture            *signs[PSG_N_LABEL_KINDS];
};

static void
entry_free (Entry *entry)
{
  g_clear_object (&entry->picture);
  g_free (entry);
}

static PangoLayout *
create_layout (PsgLabelPainter *self,
               PsgLabelKind     kind,
               const char      *text)
{
  const KindStyle *style = &kinds[kind];
  g_autoptr (PangoFontDescription) font = NULL;
  PangoLayout *layout = pango_layout_new (self->context);
  int size;

  font = pango_font_description_copy (pango_context_get_font_description (self->context));
  size = pango_font_description_get_size (font) * style->scale;
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, size);
  pango_font_description_set_weight (font, style->weight);
  pango_font_description_set_style (font, style->style);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);

  if (style->spacing > 0)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_letter_spacing_new (style->spacing * PANGO_SCALE));
      pango_layout_set_attributes (layout, attributes);
    }

  return layout;
}

static Entry *
get_entry (PsgLabelPainter *self,
           PsgLabelKind     kind,
           const char      *text)
{
  Entry *entry = g_hash_table_lookup (self->entries[kind], text);

  if (entry == NULL)
    {
      g_autoptr (PangoLayout) layout = create_layout (self, kind, text);

      entry = g_new0 (Entry, 1);
      pango_layout_get_pixel_size (layout, &entry->width, &entry->height);
      g_hash_table_insert (self->entries[kind], g_strdup (text), entry);
    }

  return entry;
}

static guint32
text_color (PsgLabelPainter *self,
            PsgLabelKind     kind)
{
  if (kind == PSG_LABEL_COUNTRY)
    return self->style->area;
  if (kind == PSG_LABEL_WATER)
    return self->style->sea;

  return self->style->town;
}

static GdkTexture *
texture_new (cairo_surface_t *surface)
{
  g_autoptr (GBytes) bytes = NULL;
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}

static cairo_surface_t *
surface_new (PsgLabelPainter *self,
             int              width,
             int              height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         width * self->scale, height * self->scale);

  cairo_surface_set_device_scale (surface, self->scale, self->scale);

  return surface;
}

static GdkTexture *
paint_text (PsgLabelPainter *self,
            PsgLabelKind     kind,
            const char      *text,
            const Entry     *entry)
{
  cairo_surface_t *surface = surface_new (self, entry->width + 2 * PADDING, entry->height + 2 * PADDING);
  cairo_t *cr = cairo_create (surface);

  psg_label_painter_draw_text (self, cr, kind, text, PADDING, PADDING);
  cairo_destroy (cr);

  return texture_new (surface);
}

static GdkTexture *
paint_sign (PsgLabelPainter *self,
            PsgLabelKind     kind)
{
  cairo_surface_t *surface = surface_new (self, SIGN_SIZE, SIGN_SIZE);
  cairo_t *cr = cairo_create (surface);

  psg_label_painter_draw_sign (self, cr, kind, SIGN_SIZE / 2.0, SIGN_SIZE / 2.0);
  cairo_destroy (cr);

  return texture_new (surface);
}

/**
 * psg_label_painter_new:
 * @widget: what is painted on; its font and scale are taken now
 *
 * Returns: (transfer full): a painter for the present look
 */
PsgLabelPainter *
psg_label_painter_new (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_create_pango_context (widget);
  PsgLabelPainter *self;

  self = psg_label_painter_new_for (context, psg_palette_get_scheme (), psg_zoom_get_resolution (widget));
  g_object_unref (context);

  return self;
}

/**
 * psg_label_painter_new_for:
 * @context: the fonts
 * @scheme: the look
 * @scale: device pixels to a pixel, for the pictures that it keeps
 *
 * Returns: (transfer full): a painter for whatever is drawn on
 */
PsgLabelPainter *
psg_label_painter_new_for (PangoContext *context,
                           PsgScheme     scheme,
                           int           scale)
{
  PsgLabelPainter *self = g_new0 (PsgLabelPainter, 1);

  self->context = g_object_ref (context);
  self->style = psg_basemap_style_get (scheme);
  self->scale = scale;
  for (guint i = 0; i < PSG_N_LABEL_KINDS; i++)
    self->entries[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) entry_free);

  return self;
}

void
psg_label_painter_free (PsgLabelPainter *self)
{
  for (guint i = 0; i < PSG_N_LABEL_KINDS; i++)
    {
      g_hash_table_unref (self->entries[i]);
      g_clear_object (&self->signs[i]);
    }
  g_object_unref (self->context);
  g_free (self);
}

/**
 * psg_label_painter_measure:
 * @self: the painter
 * @kind: what is named
 * @text: the name
 * @width: (out): pixels, without the halo
 * @height: (out): the same
 */
void
psg_label_painter_measure (PsgLabelPainter *self,
                           PsgLabelKind     kind,
                           const char      *text,
                           double          *width,
                           double          *height)
{
  const Entry *entry = get_entry (self, kind, text);

  *width = entry->width;
  *height = entry->height;
}

/**
 * psg_label_painter_get_sign_radius:
 * @kind: what is named
 *
 * Returns: the radius of its sign, pixels; 0 if it has none
 */
double
psg_label_painter_get_sign_radius (PsgLabelKind kind)
{
  return kinds[kind].radius;
}

/**
 * psg_label_painter_snapshot_text:
 * @self: the painter
 * @snapshot: where
 * @kind: what is named
 * @text: the name
 * @x: its left edge
 * @y: its top edge
 */
void
psg_label_painter_snapshot_text (PsgLabelPainter *self,
                                 GtkSnapshot     *snapshot,
                                 PsgLabelKind     kind,
                                 const char      *text,
                                 double           x,
                                 double           y)
{
  Entry *entry = get_entry (self, kind, text);

  if (entry->picture == NULL)
    entry->picture = paint_text (self, kind, text, entry);

  gtk_snapshot_append_texture (snapshot, entry->picture,
                               &GRAPHENE_RECT_INIT (round (x) - PADDING, round (y) - PADDING,
                                                    entry->width + 2 * PADDING, entry->height + 2 * PADDING));
}

void
psg_label_painter_snapshot_sign (PsgLabelPainter *self,
                                 GtkSnapshot     *snapshot,
                                 PsgLabelKind     kind,
                                 double           x,
                                 double           y)
{
  if (self->signs[kind] == NULL)
    self->signs[kind] = paint_sign (self, kind);

  gtk_snapshot_append_texture (snapshot, self->signs[kind],
                               &GRAPHENE_RECT_INIT (round (x) - SIGN_SIZE / 2, round (y) - SIGN_SIZE / 2,
                                                    SIGN_SIZE, SIGN_SIZE));
}

/**
 * psg_label_painter_draw_text:
 * @self: the painter
 * @cr: where
 * @kind: what is named
 * @text: the name
 * @x: its left edge
 * @y: its top edge
 *
 * Draws a name with its halo, where text is to stay text; no picture is kept of it.
 */
void
psg_label_painter_draw_text (PsgLabelPainter *self,
                             cairo_t         *cr,
                             PsgLabelKind     kind,
                             const char      *text,
                             double           x,
                             double           y)
{
  g_autoptr (PangoLayout) layout = create_layout (self, kind, text);

  pango_cairo_update_layout (cr, layout);
  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, HALO);
  psg_basemap_style_set_source (cr, self->style->halo, 1);
  cairo_stroke (cr);
  psg_basemap_style_set_source (cr, text_color (self, kind), 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}

/**
 * psg_label_painter_draw_sign:
 * @self: the painter
 * @cr: where
 * @kind: what is named
 * @x: its middle
 * @y: the same
 */
void
psg_label_painter_draw_sign (PsgLabelPainter *self,
                             cairo_t         *cr,
                             PsgLabelKind     kind,
                             double           x,
                             double           y)
{
  double radius = kinds[kind].radius;

  cairo_arc (cr, x, y, radius - 0.7, 0, 2 * G_PI);
  psg_basemap_style_set_source (cr, self->style->dot, 1);
  cairo_fill_preserve (cr);
  psg_basemap_style_set_source (cr, self->style->town, 1);
  cairo_set_line_width (cr, kind == PSG_LABEL_VILLAGE ? 1.0 : 1.4);
  cairo_stroke (cr);
  if (kind == PSG_LABEL_CAPITAL)
    {
      cairo_arc (cr, x, y, 1.6, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}
