/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-ruler.h"

#include <glib/gi18n.h>

#include "psg-map-ruler-draw.h"

/* Drawn in the base map's colours with the halo of its names, as a part of the map. */

#define MAX_WIDTH 110
#define GAP 1

struct _PsgMapRuler
{
  GtkWidget        parent_instance;

  ShumateViewport *viewport;
  PsgMapScale      scale;
  char            *text;
};

G_DEFINE_FINAL_TYPE (PsgMapRuler, psg_map_ruler, GTK_TYPE_WIDGET)

static void
update (PsgMapRuler *self)
{
  PsgMapScale scale = psg_map_ruler_choose (shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport)),
                                            shumate_viewport_get_zoom_level (self->viewport), MAX_WIDTH);

  if (scale.length != self->scale.length || scale.unit != self->scale.unit)
    {
      g_autofree char *label = NULL;

      g_free (self->text);
      self->text = psg_map_ruler_format (&scale);
      /* Translators: of a map's scale bar, as it is spoken: “Scale: 20 km” */
      label = g_strdup_printf (_("Scale: %s"), self->text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  self->scale = scale;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static PangoLayout *
create_layout (PsgMapRuler *self)
{
  return gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text != NULL ? self->text : "0 km");
}

static void
psg_map_ruler_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  g_autoptr (PangoLayout) layout = create_layout (PSG_MAP_RULER (widget));
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? MAX_WIDTH
                            : height + GAP + PSG_MAP_RULER_TICK + PSG_MAP_RULER_HALO;
}

static void
psg_map_ruler_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  PsgMapRuler *self = PSG_MAP_RULER (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (PangoLayout) layout = NULL;
  cairo_t *cr;

  if (self->scale.length == 0)
    return;

  layout = create_layout (self);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  psg_map_ruler_draw_bar (cr, psg_palette_get_scheme (), layout, self->scale.pixels, width, height);
  cairo_destroy (cr);
}

/* Not in the way of the hand. */
static gboolean
psg_map_ruler_contains (GtkWidget *widget,
                        double     x,
                        double     y)
{
  return FALSE;
}

static void
psg_map_ruler_dispose (GObject *object)
{
  g_clear_object (&PSG_MAP_RULER (object)->viewport);

  G_OBJECT_CLASS (psg_map_ruler_parent_class)->dispose (object);
}

static void
psg_map_ruler_finalize (GObject *object)
{
  g_free (PSG_MAP_RULER (object)->text);

  G_OBJECT_CLASS (psg_map_ruler_parent_class)->finalize (object);
}

static void
psg_map_ruler_class_init (PsgMapRulerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_map_ruler_dispose;
  object_class->finalize = psg_map_ruler_finalize;
  widget_class->measure = psg_map_ruler_measure;
  widget_class->snapshot = psg_map_ruler_snapshot;
  widget_class->contains = psg_map_ruler_contains;

  gtk_widget_class_set_css_name (widget_class, "mapruler");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
psg_map_ruler_init (PsgMapRuler *self)
{
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * psg_map_ruler_new:
 *
 * Returns: (transfer floating): a ruler that shows nothing yet
 */
GtkWidget *
psg_map_ruler_new (void)
{
  return g_object_new (PSG_TYPE_MAP_RULER, NULL);
}

/**
 * psg_map_ruler_set_viewport:
 * @self: the ruler
 * @viewport: whose scale; it can be set once
 */
void
psg_map_ruler_set_viewport (PsgMapRuler     *self,
                            ShumateViewport *viewport)
{
  g_return_if_fail (PSG_IS_MAP_RULER (self));
  g_return_if_fail (SHUMATE_IS_VIEWPORT (viewport));
  g_return_if_fail (self->viewport == NULL);

  self->viewport = g_object_ref (viewport);
  g_signal_connect_object (viewport, "notify::latitude", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * psg_map_ruler_get_text:
 * @self: the ruler
 *
 * Returns: (transfer none) (nullable): what is written on it
 */
const char *
psg_map_ruler_get_text (PsgMapRuler *self)
{
  g_return_val_if_fail (PSG_IS_MAP_RULER (self), NULL);

  return self->text;
}
