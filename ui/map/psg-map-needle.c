/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-needle.h"

#include "psg-palette.h"

/* Only draws: what a click on it does is its button's business. */

#define SIZE 28
/* From the middle to a point, and to a side. */
#define LENGTH 12.0
#define HALF_WIDTH 4.5
#define PIVOT 1.4

struct _PsgMapNeedle
{
  GtkWidget parent_instance;

  double    rotation;
};

G_DEFINE_FINAL_TYPE (PsgMapNeedle, psg_map_needle, GTK_TYPE_WIDGET)

static void
psg_map_needle_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
draw_half (cairo_t *cr,
           double   length)
{
  cairo_move_to (cr, -HALF_WIDTH, 0);
  cairo_line_to (cr, 0, length);
  cairo_line_to (cr, HALF_WIDTH, 0);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
psg_map_needle_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  PsgMapNeedle *self = PSG_MAP_NEEDLE (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  GdkRGBA north, south;

  /* North is red on every compass. */
  psg_palette_get_status (psg_palette_get_scheme (), PSG_STATUS_CLOSED, &north);
  psg_palette_get_status (psg_palette_get_scheme (), PSG_STATUS_UNKNOWN, &south);
  cairo_translate (cr, width / 2, height / 2);
  cairo_rotate (cr, self->rotation * G_PI / 180);
  psg_palette_set_source (cr, &north, 1);
  draw_half (cr, -LENGTH);
  psg_palette_set_source (cr, &south, 1);
  draw_half (cr, LENGTH);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_arc (cr, 0, 0, PIVOT, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
psg_map_needle_class_init (PsgMapNeedleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = psg_map_needle_measure;
  widget_class->snapshot = psg_map_needle_snapshot;

  gtk_widget_class_set_css_name (widget_class, "mapneedle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_map_needle_init (PsgMapNeedle *self)
{
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * psg_map_needle_new:
 *
 * Returns: (transfer floating): a needle that points up
 */
GtkWidget *
psg_map_needle_new (void)
{
  return g_object_new (PSG_TYPE_MAP_NEEDLE, NULL);
}

/**
 * psg_map_needle_set_rotation:
 * @self: the needle
 * @rotation: where it points, degrees clockwise from straight up
 */
void
psg_map_needle_set_rotation (PsgMapNeedle *self,
                             double        rotation)
{
  g_return_if_fail (PSG_IS_MAP_NEEDLE (self));

  self->rotation = rotation;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
psg_map_needle_get_rotation (PsgMapNeedle *self)
{
  g_return_val_if_fail (PSG_IS_MAP_NEEDLE (self), 0);

  return self->rotation;
}
