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

/* Over all that is seen and not in the area. */
static void
snapshot_veil (GtkSnapshot           *snapshot,
               const graphene_rect_t *area,
               const graphene_rect_t *seen)
{
  gboolean dark = psg_scheme_is_dark (psg_palette_get_scheme ());
  GdkRGBA veil = dark ? (GdkRGBA) { 0, 0, 0, VEIL_DARK } : (GdkRGBA) { 1, 1, 1, VEIL_LIGHT };
  float left = seen->origin.x, right = left + seen->size.width;
  float top = seen->origin.y, bottom = top + seen->size.height;
  float x0 = CLAMP (area->origin.x, left, right), x1 = CLAMP (area->origin.x + area->size.width, left, right);
  float y0 = CLAMP (area->origin.y, top, bottom), y1 = CLAMP (area->origin.y + area->size.height, top, bottom);

  gtk_snapshot_append_color (snapshot, &veil, &GRAPHENE_RECT_INIT (left, top, right - left, y0 - top));
  gtk_snapshot_append_color (snapshot, &veil, &GRAPHENE_RECT_INIT (left, y1, right - left, bottom - y1));
  gtk_snapshot_append_color (snapshot, &veil, &GRAPHENE_RECT_INIT (left, y0, x0 - left, y1 - y0));
  gtk_snapshot_append_color (snapshot, &veil, &GRAPHENE_RECT_INIT (x1, y0, right - x1, y1 - y0));
}

/* Where an upright rectangle of the world would be in the view with north up. */
static graphene_rect_t
place (const PsgMapProjection *view,
       const PsgBox           *box)
{
  return GRAPHENE_RECT_INIT ((box->x0 - view->x) * view->scale + view->width / 2,
                             (box->y0 - view->y) * view->scale + view->height / 2,
                             (box->x1 - box->x0) * view->scale, (box->y1 - box->y0) * view->scale);
}

static void
psg_area_layer_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PsgAreaLayer *self = PSG_AREA_LAYER (widget);
  PsgMapProjection view;
  GskRoundedRect frame;
  graphene_rect_t area, seen;
  GdkRGBA accent;
  PsgBox box, bounds;

  if (!self->shown)
    return;

  psg_map_projection_init (&view, shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                           gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  box = (PsgBox) { psg_mercator_x (self->box.west), psg_mercator_y (self->box.north),
                   psg_mercator_x (self->box.east), psg_mercator_y (self->box.south) };
  bounds = psg_map_projection_get_bounds (&view, 0);
  area = place (&view, &box);
  seen = place (&view, &bounds);
  gtk_snapshot_save (snapshot);
  psg_map_projection_snapshot_turn (&view, snapshot);
  snapshot_veil (snapshot, &area, &seen);

  psg_palette_get_accent (psg_palette_get_scheme (), &accent);
  gsk_rounded_rect_init_from_rect (&frame, &area, 0);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { LINE, LINE, LINE, LINE },
                              (GdkRGBA[4]) { accent, accent, accent, accent });
  gtk_snapshot_restore (snapshot);
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

  psg_map_projection_watch (viewport, self, G_CALLBACK (gtk_widget_queue_draw));

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
