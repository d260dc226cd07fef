/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-zoom.h"

#include <math.h>

/* A child shown larger or smaller than it is. GTK turns what the pointer does back by itself. */

/* More than that no picture is made for: it would cost more than it shows. */
#define MAX_RESOLUTION 4

struct _PsgZoom
{
  GtkWidget  parent_instance;

  GtkWidget *child;
  int        stage_width;  /* 0 for as wide as the room is */
  int        stage_height;
  int        resolution;   /* that the child's pictures were made for */
  double     factor;
  graphene_rect_t place;   /* of the stage in the widget */
};

G_DEFINE_FINAL_TYPE (PsgZoom, psg_zoom, GTK_TYPE_WIDGET)

static void
tell (GtkWidget *widget)
{
  g_object_notify (G_OBJECT (widget), "scale-factor");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell (child);
}

/* What is being laid out must not be changed meanwhile. */
static gboolean
tell_resolution_cb (GtkWidget     *widget,
                    GdkFrameClock *clock,
                    gpointer       user_data)
{
  tell (PSG_ZOOM (widget)->child);

  return G_SOURCE_REMOVE;
}

/* The stage as large as the room lets it be, in its middle. */
static void
place_stage (PsgZoom *self,
             int      width,
             int      height,
             int     *stage_width,
             int     *stage_height)
{
  *stage_height = self->stage_height;
  if (self->stage_width > 0)
    {
      *stage_width = self->stage_width;
      self->factor = MIN (width / (double) *stage_width, height / (double) *stage_height);
    }
  else
    {
      self->factor = height / (double) *stage_height;
      *stage_width = MAX (1, (int) lround (width / self->factor));
    }

  graphene_rect_init (&self->place, (float) floor ((width - *stage_width * self->factor) / 2),
                      (float) floor ((height - *stage_height * self->factor) / 2),
                      (float) (*stage_width * self->factor), (float) (*stage_height * self->factor));
}

/* A child that needs more than the stage has is shown smaller. */
static void
make_room (PsgZoom *self,
           int     *stage_width,
           int     *stage_height)
{
  int least_width, least_height;
  double share;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, MAX (*stage_width, least_width), &least_height, NULL,
                      NULL, NULL);
  share = MAX (least_width / (double) *stage_width, least_height / (double) *stage_height);
  if (share <= 1)
    return;

  *stage_width = (int) ceil (*stage_width * share);
  *stage_height = (int) ceil (*stage_height * share);
  self->factor /= share;
}

static void
psg_zoom_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  PsgZoom *self = PSG_ZOOM (widget);
  GskTransform *transform;
  int stage_width, stage_height, resolution;

  place_stage (self, MAX (1, width), MAX (1, height), &stage_width, &stage_height);
  make_room (self, &stage_width, &stage_height);

  resolution = psg_zoom_get_resolution (self->child);
  if (resolution != self->resolution)
    gtk_widget_add_tick_callback (widget, tell_resolution_cb, NULL, NULL);
  self->resolution = resolution;

  transform = gsk_transform_translate (NULL, &self->place.origin);
  transform = gsk_transform_scale (transform, (float) self->factor, (float) self->factor);
  gtk_widget_allocate (self->child, stage_width, stage_height, -1, transform);
}

static void
psg_zoom_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
psg_zoom_dispose (GObject *object)
{
  g_clear_pointer (&PSG_ZOOM (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (psg_zoom_parent_class)->dispose (object);
}

static void
psg_zoom_class_init (PsgZoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_zoom_dispose;
  widget_class->measure = psg_zoom_measure;
  widget_class->size_allocate = psg_zoom_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "zoom");
}

static void
psg_zoom_init (PsgZoom *self)
{
  self->factor = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * psg_zoom_new:
 * @child: (transfer floating): what is shown
 * @stage_height: how high what is shown is laid out, in pixels of its own
 *
 * Returns: (transfer floating): it, as large as there is room
 */
GtkWidget *
psg_zoom_new (GtkWidget *child,
              int        stage_height)
{
  PsgZoom *self;

  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);
  g_return_val_if_fail (stage_height > 0, NULL);

  self = g_object_new (PSG_TYPE_ZOOM, NULL);
  self->stage_height = stage_height;
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * psg_zoom_set_stage:
 * @self: a zoom
 * @width: of the stage, or 0 for as wide as the room is
 * @height: of the stage
 */
void
psg_zoom_set_stage (PsgZoom *self,
                    int      width,
                    int      height)
{
  g_return_if_fail (PSG_IS_ZOOM (self));
  g_return_if_fail (width >= 0 && height > 0);

  if (width == self->stage_width && height == self->stage_height)
    return;

  self->stage_width = width;
  self->stage_height = height;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * psg_zoom_get_stage:
 * @self: a zoom that has been laid out
 * @width: (out): how wide its child is laid out
 * @height: (out): how high
 */
void
psg_zoom_get_stage (PsgZoom *self,
                    int     *width,
                    int     *height)
{
  g_return_if_fail (PSG_IS_ZOOM (self));

  *width = gtk_widget_get_width (self->child);
  *height = gtk_widget_get_height (self->child);
}

/**
 * psg_zoom_get_place:
 * @self: a zoom that has been laid out
 * @place: (out): where in it the stage is
 */
void
psg_zoom_get_place (PsgZoom         *self,
                    graphene_rect_t *place)
{
  g_return_if_fail (PSG_IS_ZOOM (self));

  *place = self->place;
}

/**
 * psg_zoom_get_resolution:
 * @widget: a widget, shown larger or not
 *
 * Returns: how many pixels a picture of its needs for one of the widget's, 1 to 4
 */
int
psg_zoom_get_resolution (GtkWidget *widget)
{
  double scale = gtk_widget_get_scale_factor (widget);
  GtkWidget *zoom = gtk_widget_get_ancestor (widget, PSG_TYPE_ZOOM);

  if (zoom == NULL)
    return (int) scale;

  /* A hair above a whole number is no reason for another pixel. */
  return CLAMP ((int) ceil (scale * PSG_ZOOM (zoom)->factor - 0.05), 1, MAX (MAX_RESOLUTION, (int) scale));
}

/**
 * psg_zoom_is_whole:
 * @widget: a widget, shown larger or not
 *
 * Returns: whether a picture of psg_zoom_get_resolution() is shown pixel for pixel
 */
gboolean
psg_zoom_is_whole (GtkWidget *widget)
{
  GtkWidget *zoom = gtk_widget_get_ancestor (widget, PSG_TYPE_ZOOM);
  double scale = gtk_widget_get_scale_factor (widget);

  return zoom == NULL || fabs (PSG_ZOOM (zoom)->factor * scale - psg_zoom_get_resolution (widget)) < 0.001;
}
