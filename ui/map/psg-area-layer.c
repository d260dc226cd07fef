/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-area-layer.h"

#include "psg-map-projection.h"
#include "psg-mercator.h"
#include "psg-palette.h"

/* It cannot be hit, and is spoken by the button that sets it and the chip in the list. */

#define LINE 2
#define VEIL_LIGHT 0.45
#define VEIL_DARK 0.4

struct _PsgAreaLayer
{
  ShumateLayer parent_instance;

  PsgGeoBox    box;
  gboolean     shown;
};

G_DEFINE_FINAL_TYPE (PsgAreaLayer, psg_area_layer, SHUMATE_TYPE_LAYER)

static void
snapshot_veil (GtkSnapshot           *snapshot,
               const graphene_rect_t *area,
               float                  width,
               float                  height)
{
  gboolean dark = psg_scheme_is_dark (psg_palette_get_scheme ());
  GdkRGBA veil = dark ? (GdkRGBA) { 0, 0, 0, VEIL_DARK } : (GdkRGBA) { 1, 1, 1, VEIL_LIGHT };
  float x0 = CLAMP (area->origin.x, 0, width), x1 = CLAMP (area->origin.x + area->size.width, 0, width);
  float y0 = CLAMP (area->origin.y, 0, height), y1 = CLAMP (area->origin.y + area->size.height, 0, height);

  gtk_snapshot_append_color (snapshot, &veil, &GRAPHENE_RECT_INIT (0, 0, width, y0));
  gtk_snapshot_append_color (snapshot, &veil, &GRAPHENE_RECT_INIT (0, y1, width, height - y1));
  gtk_snapshot_append_color (snapshot, &veil, &GRAPHENE_RECT_INIT (0, y0, x0, y1 - y0));
  gtk_snapshot_append_color (snapshot, &veil, &GRAPHENE_RECT_INIT (x1, y0, width - x1, y1 - y0));
}

static void
psg_area_layer_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PsgAreaLayer *self = PSG_AREA_LAYER (widget);
  PsgMapProjection view;
  GskRoundedRect frame;
  graphene_rect_t area;
  GdkRGBA accent;
  double x0, y0, x1, y1;

  if (!self->shown)
    return;

  psg_map_projection_init (&view, shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                           gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  psg_map_projection_place (&view, psg_mercator_x (self->box.west), psg_mercator_y (self->box.north), &x0, &y0);
  psg_map_projection_place (&view, psg_mercator_x (self->box.east), psg_mercator_y (self->box.south), &x1, &y1);
  area = GRAPHENE_RECT_INIT (x0, y0, x1 - x0, y1 - y0);
  snapshot_veil (snapshot, &area, view.width, view.height);

  psg_palette_get_accent (psg_palette_get_scheme (), &accent);
  gsk_rounded_rect_init_from_rect (&frame, &area, 0);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { LINE, LINE, LINE, LINE },
                              (GdkRGBA[4]) { accent, accent, accent, accent });
}

static gboolean
psg_area_layer_contains (GtkWidget *widget,
                         double     x,
                         double     y)
{
  return FALSE;
}

static void
psg_area_layer_class_init (PsgAreaLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = psg_area_layer_snapshot;
  widget_class->contains = psg_area_layer_contains;

  gtk_widget_class_set_css_name (widget_class, "arealayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_area_layer_init (PsgAreaLayer *self)
{
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * psg_area_layer_new:
 * @viewport: what is shown
 *
 * Returns: (transfer floating): a layer that shows nothing yet
 */
ShumateLayer *
psg_area_layer_new (ShumateViewport *viewport)
{
  PsgAreaLayer *self = g_object_new (PSG_TYPE_AREA_LAYER, "viewport", viewport, NULL);
  static const char *const shown[] = { "notify::latitude", "notify::longitude", "notify::zoom-level" };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_signal_connect_object (viewport, shown[i], G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return SHUMATE_LAYER (self);
}

/**
 * psg_area_layer_set_box:
 * @self: the layer
 * @box: (nullable): the area; %NULL: there is none
 */
void
psg_area_layer_set_box (PsgAreaLayer    *self,
                        const PsgGeoBox *box)
{
  g_return_if_fail (PSG_IS_AREA_LAYER (self));

  self->shown = box != NULL;
  if (box != NULL)
    self->box = *box;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
