/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-motion.h"

#include <math.h>

#include "psg-map-source.h"
#include "psg-mercator.h"

/*
 * libshumate's own go_to never says that it has ended, does nothing on an
 * unmapped map, and knows no bounds. This moves the viewport by the widget's frame
 * clock instead, jumps where there is none or where animations are off, and
 * pulls the viewport back into the region whoever has moved it.
 */

#define DURATION_US 350000

typedef struct
{
  double x;
  double y;
  double zoom;
  double rotation;   /* radians, from -π to π */
} View;

struct _PsgMapMotion
{
  GObject          parent_instance;

  GtkWidget       *widget;     /* unowned: it owns us */
  ShumateViewport *viewport;
  double           x0;         /* the region, in worlds */
  double           y0;
  double           x1;
  double           y1;
  double           max_zoom;   /* as far as there is something to see */
  View             from;
  View             to;
  gint64           start;
  guint            tick;
  gboolean         clamping;
};

G_DEFINE_FINAL_TYPE (PsgMapMotion, psg_map_motion, G_TYPE_OBJECT)

/* The same direction by the shorter way round. */
static double
wrap (double rotation)
{
  return remainder (rotation, 2 * G_PI);
}

static View
get_view (PsgMapMotion *self)
{
  ShumateLocation *location = SHUMATE_LOCATION (self->viewport);

  return (View) {
    psg_mercator_x (shumate_location_get_longitude (location)),
    psg_mercator_y (shumate_location_get_latitude (location)),
    shumate_viewport_get_zoom_level (self->viewport),
    wrap (shumate_viewport_get_rotation (self->viewport)),
  };
}

static double
width_of (PsgMapMotion *self)
{
  return MAX (1, gtk_widget_get_width (self->widget));
}

static double
height_of (PsgMapMotion *self)
{
  return MAX (1, gtk_widget_get_height (self->widget));
}

/* On a large screen the region would be a stamp at the lowest zoom level: it fills
 * at least half of the view each way. */
static double
lowest_zoom (PsgMapMotion *self)
{
  double x = width_of (self) / (2 * PSG_MERCATOR_TILE * (self->x1 - self->x0));
  double y = height_of (self) / (2 * PSG_MERCATOR_TILE * (self->y1 - self->y0));

  return CLAMP (log2 (MAX (x, y)), PSG_MAP_MIN_ZOOM, PSG_MAP_MAX_ZOOM);
}

/* The middle may go as far as the view's edges stay within the region; where the view
 * is wider, as far as the region's edges stay within the view. */
static double
clamp_middle (double middle,
              double low,
              double high,
              double half)
{
  return CLAMP (middle, MIN (low + half, high - half), MAX (low + half, high - half));
}

static View
clamp_view (PsgMapMotion *self,
            View          view)
{
  PsgMapProjection projection = { .width = width_of (self), .height = height_of (self) };
  PsgBox bounds;

  view.zoom = CLAMP (view.zoom, lowest_zoom (self), self->max_zoom);
  psg_map_projection_look (&projection, view.x, view.y, view.zoom, view.rotation);
  bounds = psg_map_projection_get_bounds (&projection, 0);
  view.x = clamp_middle (view.x, self->x0, self->x1, (bounds.x1 - bounds.x0) / 2);
  view.y = clamp_middle (view.y, self->y0, self->y1, (bounds.y1 - bounds.y0) / 2);

  return view;
}

static void
set_view (PsgMapMotion *self,
          View          view)
{
  self->clamping = TRUE;
  g_object_freeze_notify (G_OBJECT (self->viewport));
  if (fabs (shumate_viewport_get_zoom_level (self->viewport) - view.zoom) > 1e-9)
    shumate_viewport_set_zoom_level (self->viewport, view.zoom);
  if (fabs (wrap (shumate_viewport_get_rotation (self->viewport) - view.rotation)) > 1e-9)
    shumate_viewport_set_rotation (self->viewport, view.rotation);
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport),
                                 psg_mercator_latitude (view.y), psg_mercator_longitude (view.x));
  g_object_thaw_notify (G_OBJECT (self->viewport));
  self->clamping = FALSE;
}

static gboolean
animations_enabled (PsgMapMotion *self)
{
  gboolean enabled;

  g_object_get (gtk_widget_get_settings (self->widget), "gtk-enable-animations", &enabled, NULL);

  return enabled && gtk_widget_get_mapped (self->widget) && gtk_widget_get_width (self->widget) > 1;
}

static double
ease (double t)
{
  return 1 - pow (1 - t, 3);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  PsgMapMotion *self = user_data;
  double t, e;

  if (self->start == 0)
    self->start = gdk_frame_clock_get_frame_time (clock);
  t = (gdk_frame_clock_get_frame_time (clock) - self->start) / (double) DURATION_US;
  if (t >= 1)
    {
      self->tick = 0;
      set_view (self, self->to);
      return G_SOURCE_REMOVE;
    }

  e = ease (t);
  set_view (self, (View) {
    self->from.x + (self->to.x - self->from.x) * e,
    self->from.y + (self->to.y - self->from.y) * e,
    self->from.zoom + (self->to.zoom - self->from.zoom) * e,
    self->from.rotation + wrap (self->to.rotation - self->from.rotation) * e,
  });

  return G_SOURCE_CONTINUE;
}

static void
viewport_changed_cb (PsgMapMotion *self)
{
  if (self->clamping)
    return;

  /* A hand on the map wins over a movement under way. */
  psg_map_motion_stop (self);
  psg_map_motion_clamp (self);
}

static void
psg_map_motion_dispose (GObject *object)
{
  PsgMapMotion *self = PSG_MAP_MOTION (object);

  psg_map_motion_stop (self);
  g_clear_object (&self->viewport);

  G_OBJECT_CLASS (psg_map_motion_parent_class)->dispose (object);
}

static void
psg_map_motion_class_init (PsgMapMotionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_map_motion_dispose;
}

static void
psg_map_motion_init (PsgMapMotion *self)
{
  self->x1 = self->y1 = 1;
  self->max_zoom = PSG_MAP_MAX_ZOOM;
}

/**
 * psg_map_motion_new:
 * @widget: what shows the map; it must own the motion
 * @viewport: what is moved
 *
 * Returns: (transfer full): the motion
 */
PsgMapMotion *
psg_map_motion_new (GtkWidget       *widget,
                    ShumateViewport *viewport)
{
  PsgMapMotion *self = g_object_new (PSG_TYPE_MAP_MOTION, NULL);

  self->widget = widget;
  self->viewport = g_object_ref (viewport);
  psg_map_projection_watch (viewport, self, G_CALLBACK (viewport_changed_cb));

  return self;
}

/**
 * psg_map_motion_set_region:
 * @self: the motion
 * @x0: the left edge of what may be shown, in worlds
 * @y0: the top edge
 * @x1: the right edge
 * @y1: the bottom edge
 */
void
psg_map_motion_set_region (PsgMapMotion *self,
                           double        x0,
                           double        y0,
                           double        x1,
                           double        y1)
{
  g_return_if_fail (PSG_IS_MAP_MOTION (self));

  self->x0 = x0;
  self->y0 = y0;
  self->x1 = x1;
  self->y1 = y1;
}

/**
 * psg_map_motion_set_max_zoom:
 * @self: the motion
 * @zoom: how far in one may go
 */
void
psg_map_motion_set_max_zoom (PsgMapMotion *self,
                             double        zoom)
{
  g_return_if_fail (PSG_IS_MAP_MOTION (self));

  self->max_zoom = zoom;
  psg_map_motion_clamp (self);
  shumate_viewport_set_max_zoom_level (self->viewport, ceil (zoom));
}

static void
go_to (PsgMapMotion *self,
       View          view,
       gboolean      smooth)
{
  psg_map_motion_stop (self);
  self->from = get_view (self);
  view.rotation = wrap (view.rotation);
  self->to = clamp_view (self, view);
  if (!smooth || !animations_enabled (self))
    {
      set_view (self, self->to);
      return;
    }

  self->start = 0;
  self->tick = gtk_widget_add_tick_callback (self->widget, tick_cb, self, NULL);
}

/**
 * psg_map_motion_go_to:
 * @self: the motion
 * @x: the middle, in worlds
 * @y: the same
 * @zoom: zoom level
 * @smooth: whether to move there, if animations are on, or to jump
 *
 * The map stays turned as it is.
 */
void
psg_map_motion_go_to (PsgMapMotion *self,
                      double        x,
                      double        y,
                      double        zoom,
                      gboolean      smooth)
{
  PsgMapProjection target;

  g_return_if_fail (PSG_IS_MAP_MOTION (self));

  psg_map_motion_get_target (self, &target);
  go_to (self, (View) { x, y, zoom, target.rotation }, smooth);
}

/**
 * psg_map_motion_turn:
 * @self: the motion
 * @rotation: radians, clockwise; 0 has north up
 * @smooth: whether to turn there, the shorter way round, or to jump
 */
void
psg_map_motion_turn (PsgMapMotion *self,
                     double        rotation,
                     gboolean      smooth)
{
  PsgMapProjection target;

  g_return_if_fail (PSG_IS_MAP_MOTION (self));

  psg_map_motion_get_target (self, &target);
  go_to (self, (View) { target.x, target.y, target.zoom, rotation }, smooth);
}

/**
 * psg_map_motion_go_home:
 * @self: the motion
 * @x: the middle, in worlds
 * @y: the same
 * @zoom: zoom level
 * @smooth: whether to move there, if animations are on, or to jump
 *
 * The same as psg_map_motion_go_to() with north up.
 */
void
psg_map_motion_go_home (PsgMapMotion *self,
                        double        x,
                        double        y,
                        double        zoom,
                        gboolean      smooth)
{
  g_return_if_fail (PSG_IS_MAP_MOTION (self));

  go_to (self, (View) { x, y, zoom, 0 }, smooth);
}

/**
 * psg_map_motion_pan:
 * @self: the motion
 * @dx: pixels to the right
 * @dy: pixels down
 * @smooth: whether to move or to jump
 */
void
psg_map_motion_pan (PsgMapMotion *self,
                    double        dx,
                    double        dy,
                    gboolean      smooth)
{
  PsgMapProjection target;
  double x, y;

  psg_map_motion_get_target (self, &target);
  psg_map_projection_unplace (&target, target.width / 2 + dx, target.height / 2 + dy, &x, &y);
  psg_map_motion_go_to (self, x, y, target.zoom, smooth);
}

/**
 * psg_map_motion_zoom:
 * @self: the motion
 * @by: zoom levels, positive: closer
 * @px: what stays where it is, pixels from the view's left edge
 * @py: the same from its top edge
 * @smooth: whether to move or to jump
 */
void
psg_map_motion_zoom (PsgMapMotion *self,
                     double        by,
                     double        px,
                     double        py,
                     gboolean      smooth)
{
  PsgMapProjection target;
  double x, y, zoom;

  psg_map_motion_get_target (self, &target);
  psg_map_projection_unplace (&target, px, py, &x, &y);
  zoom = CLAMP (target.zoom + by, lowest_zoom (self), self->max_zoom);
  /* Looking at what stays from there, the middle is as far off to the other side. */
  psg_map_projection_look (&target, x, y, zoom, target.rotation);
  psg_map_projection_unplace (&target, target.width - px, target.height - py, &x, &y);
  psg_map_motion_go_to (self, x, y, zoom, smooth);
}

/**
 * psg_map_motion_stop:
 * @self: the motion
 *
 * Ends a movement where it is.
 */
void
psg_map_motion_stop (PsgMapMotion *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->widget, self->tick);
  self->tick = 0;
}

/**
 * psg_map_motion_clamp:
 * @self: the motion
 *
 * Brings the viewport back within bounds; to be called when the widget's size has changed.
 */
void
psg_map_motion_clamp (PsgMapMotion *self)
{
  View view, clamped;

  g_return_if_fail (PSG_IS_MAP_MOTION (self));

  view = get_view (self);
  clamped = clamp_view (self, view);
  if (fabs (view.x - clamped.x) > 1e-9 || fabs (view.y - clamped.y) > 1e-9 || fabs (view.zoom - clamped.zoom) > 1e-9)
    set_view (self, clamped);
}

/**
 * psg_map_motion_get_target:
 * @self: the motion
 * @projection: (out caller-allocates): what is shown, or will be when the movement under
 *   way has ended
 */
void
psg_map_motion_get_target (PsgMapMotion     *self,
                           PsgMapProjection *projection)
{
  psg_map_projection_init (projection, self->viewport,
                           gtk_widget_get_width (self->widget), gtk_widget_get_height (self->widget));
  if (self->tick != 0)
    psg_map_projection_look (projection, self->to.x, self->to.y, self->to.zoom, self->to.rotation);
}
