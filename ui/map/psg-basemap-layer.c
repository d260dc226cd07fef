/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-basemap-layer.h"

#include <math.h>

#include "psg-basemap-draw.h"
#include "psg-map-projection.h"
#include "psg-palette.h"
#include "psg-zoom.h"

/*
 * Where cairo draws the window, stretching tiles costs more than all else and blurs
 * them. This layer has the view and a margin drawn in a thread, exactly at its zoom level,
 * and copies it pixel by pixel while the map is moved within the margin; while the zoom
 * changes the old picture is stretched until the new one is there. With GL, PsgMapSource
 * serves better.
 */

/* How much more than the view is drawn on each side, as a part of it. */
#define MARGIN 0.3

typedef struct
{
  PsgBasemap            *basemap;
  const PsgBasemapStyle *style;
  PsgBasemapFrame        frame;
  double                 zoom;
  cairo_surface_t       *surface;
} Picture;

struct _PsgBasemapLayer
{
  ShumateLayer parent_instance;

  PsgBasemap  *basemap;
  Picture     *shown;
  gboolean     drawing;
  gboolean     stale;     /* what is being drawn is outdated already */
};

static void draw_if_needed (PsgBasemapLayer *self);

G_DEFINE_FINAL_TYPE (PsgBasemapLayer, psg_basemap_layer, SHUMATE_TYPE_LAYER)

static void
picture_free (Picture *picture)
{
  psg_basemap_unref (picture->basemap);
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_free (picture);
}

static void
get_projection (PsgBasemapLayer  *self,
                PsgMapProjection *projection)
{
  psg_map_projection_init (projection, shumate_layer_get_viewport (SHUMATE_LAYER (self)),
                           gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
}

static Picture *
picture_new (PsgBasemapLayer *self)
{
  Picture *picture = g_new0 (Picture, 1);
  PsgBasemapFrame *frame = &picture->frame;
  int scale = psg_zoom_get_resolution (GTK_WIDGET (self));
  PsgMapProjection view;
  PsgBox bounds;

  get_projection (self, &view);
  bounds = psg_map_projection_get_bounds (&view, MARGIN);
  picture->basemap = psg_basemap_ref (self->basemap);
  picture->style = psg_basemap_style_get (psg_palette_get_scheme ());
  picture->zoom = frame->zoom = view.zoom;
  frame->pen = scale;
  frame->scale = view.scale * scale;
  frame->width = ceil ((bounds.x1 - bounds.x0) * view.scale) * scale;
  frame->height = ceil ((bounds.y1 - bounds.y0) * view.scale) * scale;
  frame->x = view.x - frame->width / 2 / frame->scale;
  frame->y = view.y - frame->height / 2 / frame->scale;

  return picture;
}

static void
picture_draw (Picture *picture)
{
  cairo_t *cr;

  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, picture->frame.width, picture->frame.height);
  cr = cairo_create (picture->surface);
  psg_basemap_draw (picture->basemap, cr, &picture->frame, picture->style);
  cairo_destroy (cr);
  cairo_surface_flush (picture->surface);
}

static void
work (GTask        *task,
      gpointer      source,
      gpointer      data,
      GCancellable *cancellable)
{
  picture_draw (data);
  g_task_return_boolean (task, TRUE);
}

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  PsgBasemapLayer *self = PSG_BASEMAP_LAYER (object);
  Picture *picture = user_data;

  self->drawing = FALSE;
  g_clear_pointer (&self->shown, picture_free);
  self->shown = picture;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->stale)
    draw_if_needed (self);
}

static gboolean
is_up_to_date (PsgBasemapLayer *self)
{
  const Picture *picture = self->shown;
  PsgMapProjection view;
  PsgBox seen;

  get_projection (self, &view);
  if (picture == NULL || picture->zoom != view.zoom
      || picture->frame.pen != psg_zoom_get_resolution (GTK_WIDGET (self))
      || picture->style != psg_basemap_style_get (psg_palette_get_scheme ()))
    return FALSE;

  seen = psg_map_projection_get_bounds (&view, 0);

  return seen.x0 >= picture->frame.x && seen.x1 <= picture->frame.x + picture->frame.width / picture->frame.scale
         && seen.y0 >= picture->frame.y && seen.y1 <= picture->frame.y + picture->frame.height / picture->frame.scale;
}

static void
draw_if_needed (PsgBasemapLayer *self)
{
  g_autoptr (GTask) task = NULL;
  Picture *picture;

  self->stale = FALSE;
  if (gtk_widget_get_width (GTK_WIDGET (self)) < 1 || is_up_to_date (self))
    return;

  if (self->drawing)
    {
      self->stale = TRUE;
      return;
    }

  self->drawing = TRUE;
  picture = picture_new (self);
  task = g_task_new (self, NULL, drawn_cb, picture);
  g_task_set_priority (task, GTK_PRIORITY_RESIZE);
  g_task_set_task_data (task, picture, NULL);
  g_task_run_in_thread (task, work);
}

static void
view_changed_cb (PsgBasemapLayer *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  /* Before there is anything to see there is nothing to replace. */
  if (self->shown != NULL)
    draw_if_needed (self);
}

static void
psg_basemap_layer_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  view_changed_cb (PSG_BASEMAP_LAYER (widget));
}

/* Where a picture's upper left corner is, in pixels of the view.
 * Returns: whether its pixels are those of the screen */
static gboolean
locate (PsgBasemapLayer        *self,
        const PsgMapProjection *view,
        double                 *x,
        double                 *y)
{
  const Picture *picture = self->shown;
  int scale = psg_zoom_get_resolution (GTK_WIDGET (self));
  gboolean exact = picture->zoom == view->zoom && view->rotation == 0;

  *x = (picture->frame.x - view->x) * view->scale + view->width / 2;
  *y = (picture->frame.y - view->y) * view->scale + view->height / 2;
  if (exact)
    {
      *x = round (*x * scale) / scale;
      *y = round (*y * scale) / scale;
    }

  return exact;
}

/* With cairo itself: GTK 4.8's renderer would turn every pixel of a texture into four floats and back. */
static void
snapshot_picture (PsgBasemapLayer        *self,
                  GtkSnapshot            *snapshot,
                  const PsgMapProjection *view)
{
  const PsgBasemapFrame *frame = &self->shown->frame;
  double k = view->scale / frame->scale, x, y;
  gboolean exact = locate (self, view, &x, &y);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, frame->width * k, frame->height * k));

  cairo_translate (cr, x, y);
  cairo_scale (cr, k, k);
  cairo_set_source_surface (cr, self->shown->surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), exact ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
psg_basemap_layer_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  PsgBasemapLayer *self = PSG_BASEMAP_LAYER (widget);
  PsgMapProjection view;
  GdkRGBA ground;

  get_projection (self, &view);
  if (view.width < 1 || view.height < 1)
    return;

  /* The very first picture is waited for: a window that opens empty looks broken. */
  if (self->shown == NULL)
    {
      self->shown = picture_new (self);
      picture_draw (self->shown);
    }

  psg_basemap_style_get_rgba (self->shown->style->land, &ground);
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, view.width, view.height));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, view.width, view.height));
  gtk_snapshot_save (snapshot);
  psg_map_projection_snapshot_turn (&view, snapshot);
  snapshot_picture (self, snapshot, &view);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
psg_basemap_layer_finalize (GObject *object)
{
  PsgBasemapLayer *self = PSG_BASEMAP_LAYER (object);

  g_clear_pointer (&self->shown, picture_free);
  g_clear_pointer (&self->basemap, psg_basemap_unref);

  G_OBJECT_CLASS (psg_basemap_layer_parent_class)->finalize (object);
}

static void
psg_basemap_layer_class_init (PsgBasemapLayerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = psg_basemap_layer_finalize;
  widget_class->size_allocate = psg_basemap_layer_size_allocate;
  widget_class->snapshot = psg_basemap_layer_snapshot;

  gtk_widget_class_set_css_name (widget_class, "basemaplayer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_basemap_layer_init (PsgBasemapLayer *self)
{
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (view_changed_cb));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (view_changed_cb), NULL);
}

/**
 * psg_basemap_layer_new:
 * @viewport: what is shown
 * @basemap: what to draw
 *
 * Returns: (transfer floating): the layer
 */
ShumateLayer *
psg_basemap_layer_new (ShumateViewport *viewport,
                       PsgBasemap      *basemap)
{
  PsgBasemapLayer *self = g_object_new (PSG_TYPE_BASEMAP_LAYER, "viewport", viewport, NULL);

  self->basemap = psg_basemap_ref (basemap);
  psg_map_projection_watch (viewport, self, G_CALLBACK (view_changed_cb));

  return SHUMATE_LAYER (self);
}
