/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-border-layer.h"

#include <math.h>

#include "psg-basemap-draw.h"
#include "psg-map-projection.h"

/* Drawn anew in each frame: it is one line, and shown only over maps in images. */

struct _PsgBorderLayer
{
  ShumateLayer parent_instance;

  PsgBasemap  *basemap;
};

G_DEFINE_FINAL_TYPE (PsgBorderLayer, psg_border_layer, SHUMATE_TYPE_LAYER)

static void
psg_border_layer_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  PsgBorderLayer *self = PSG_BORDER_LAYER (widget);
  PsgMapProjection view;
  PsgBasemapFrame frame;
  graphene_rect_t seen;
  cairo_t *cr;
  PsgBox bounds;

  psg_map_projection_init (&view, shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                           gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  bounds = psg_map_projection_get_bounds (&view, 0);
  frame = (PsgBasemapFrame) {
    .x = bounds.x0, .y = bounds.y0, .scale = view.scale, .zoom = view.zoom, .pen = 1,
    .width = ceil ((bounds.x1 - bounds.x0) * view.scale), .height = ceil ((bounds.y1 - bounds.y0) * view.scale),
  };
  seen = GRAPHENE_RECT_INIT ((view.width - frame.width) / 2, (view.height - frame.height) / 2,
                             frame.width, frame.height);

  gtk_snapshot_save (snapshot);
  psg_map_projection_snapshot_turn (&view, snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &seen);
  cairo_translate (cr, seen.origin.x, seen.origin.y);
  /* Most such maps are light, whatever the person's settings are. */
  psg_basemap_draw_subject (self->basemap, cr, &frame, psg_basemap_style_get (PSG_SCHEME_LIGHT));
  cairo_destroy (cr);
  gtk_snapshot_restore (snapshot);
}

static gboolean
psg_border_layer_contains (GtkWidget *widget,
                           double     x,
                           double     y)
{
  return FALSE;
}

static void
psg_border_layer_finalize (GObject *object)
{
  g_clear_pointer (&PSG_BORDER_LAYER (object)->basemap, psg_basemap_unref);

  G_OBJECT_CLASS (psg_border_layer_parent_class)->finalize (object);
}

static void
psg_border_layer_class_init (PsgBorderLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = psg_border_layer_finalize;
  widget_class->snapshot = psg_border_layer_snapshot;
  widget_class->contains = psg_border_layer_contains;

  gtk_widget_class_set_css_name (widget_class, "borderlayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_border_layer_init (PsgBorderLayer *self)
{
}

/**
 * psg_border_layer_new:
 * @viewport: what is shown
 * @basemap: whose border
 *
 * Returns: (transfer floating): the layer
 */
ShumateLayer *
psg_border_layer_new (ShumateViewport *viewport,
                      PsgBasemap      *basemap)
{
  PsgBorderLayer *self = g_object_new (PSG_TYPE_BORDER_LAYER, "viewport", viewport, NULL);

  self->basemap = psg_basemap_ref (basemap);
  psg_map_projection_watch (viewport, self, G_CALLBACK (gtk_widget_queue_draw));

  return SHUMATE_LAYER (self);
}
