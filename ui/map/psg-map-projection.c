/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-projection.h"

#include <math.h>

#include "psg-mercator.h"

/* What the viewport shows now, as plain numbers. A value: it does not follow. */

/**
 * psg_map_projection_init:
 * @self: (out caller-allocates): the projection
 * @viewport: what is shown
 * @width: of the view, pixels
 * @height: of the view, pixels
 */
void
psg_map_projection_init (PsgMapProjection *self,
                         ShumateViewport  *viewport,
                         int               width,
                         int               height)
{
  ShumateLocation *location = SHUMATE_LOCATION (viewport);

  self->width = width;
  self->height = height;
  psg_map_projection_look (self,
                           psg_mercator_x (shumate_location_get_longitude (location)),
                           psg_mercator_y (shumate_location_get_latitude (location)),
                           shumate_viewport_get_zoom_level (viewport),
                           shumate_viewport_get_rotation (viewport));
}

/**
 * psg_map_projection_look:
 * @self: the projection
 * @x: the middle of the view, in worlds
 * @y: the same
 * @zoom: zoom level
 * @rotation: radians, clockwise
 *
 * Looks elsewhere through a view of the same size.
 */
void
psg_map_projection_look (PsgMapProjection *self,
                         double            x,
                         double            y,
                         double            zoom,
                         double            rotation)
{
  self->x = x;
  self->y = y;
  self->zoom = zoom;
  self->scale = psg_mercator_scale (zoom);
  self->rotation = rotation;
  /* With north up, which is nearly always, whole pixels stay whole. */
  self->cos = rotation == 0 ? 1 : cos (rotation);
  self->sin = rotation == 0 ? 0 : sin (rotation);
}

/**
 * psg_map_projection_place:
 * @self: the projection
 * @x: in worlds
 * @y: in worlds
 * @px: (out): pixels from the view's left edge
 * @py: (out): pixels from its top edge
 */
void
psg_map_projection_place (const PsgMapProjection *self,
                          double                  x,
                          double                  y,
                          double                 *px,
                          double                 *py)
{
  psg_map_projection_turn (self, x - self->x, y - self->y, px, py);
  *px = *px * self->scale + self->width / 2;
  *py = *py * self->scale + self->height / 2;
}

/**
 * psg_map_projection_unplace:
 * @self: the projection
 * @px: pixels from the view's left edge
 * @py: pixels from its top edge
 * @x: (out): in worlds
 * @y: (out): in worlds
 */
void
psg_map_projection_unplace (const PsgMapProjection *self,
                            double                  px,
                            double                  py,
                            double                 *x,
                            double                 *y)
{
  psg_map_projection_unturn (self, (px - self->width / 2) / self->scale, (py - self->height / 2) / self->scale, x, y);
  *x += self->x;
  *y += self->y;
}

/**
 * psg_map_projection_turn:
 * @self: the projection
 * @x: in worlds
 * @y: in worlds
 * @turned_x: (out): the same place after the whole world was turned as the view is
 * @turned_y: (out): the same
 *
 * Of turned places what is to the right in the view has the larger x, what is below the
 * larger y, however the map is turned. It works for distances too.
 */
void
psg_map_projection_turn (const PsgMapProjection *self,
                         double                  x,
                         double                  y,
                         double                 *turned_x,
                         double                 *turned_y)
{
  *turned_x = x * self->cos - y * self->sin;
  *turned_y = x * self->sin + y * self->cos;
}

/**
 * psg_map_projection_unturn:
 * @self: the projection
 * @turned_x: of a turned place
 * @turned_y: of a turned place
 * @x: (out): where it is, in worlds
 * @y: (out): the same
 */
void
psg_map_projection_unturn (const PsgMapProjection *self,
                           double                  turned_x,
                           double                  turned_y,
                           double                 *x,
                           double                 *y)
{
  *x = turned_x * self->cos + turned_y * self->sin;
  *y = -turned_x * self->sin + turned_y * self->cos;
}

/**
 * psg_map_projection_turn_obstacles:
 * @self: the projection
 * @obstacles: (element-type PsgMapObstacle): obstacles at places in the world
 *
 * Returns: (transfer full) (element-type PsgMapObstacle): the same at turned places
 */
GArray *
psg_map_projection_turn_obstacles (const PsgMapProjection *self,
                                   GArray                 *obstacles)
{
  GArray *turned = g_array_sized_new (FALSE, FALSE, sizeof (PsgMapObstacle), obstacles->len);

  for (guint i = 0; i < obstacles->len; i++)
    {
      PsgMapObstacle obstacle = g_array_index (obstacles, PsgMapObstacle, i);

      psg_map_projection_turn (self, obstacle.x, obstacle.y, &obstacle.x, &obstacle.y);
      g_array_append_val (turned, obstacle);
    }

  return turned;
}

/**
 * psg_map_projection_get_bounds:
 * @self: the projection
 * @margin: how much more than the view, as a part of it
 *
 * Returns: the smallest upright rectangle of the world that all of the view lies in
 */
PsgBox
psg_map_projection_get_bounds (const PsgMapProjection *self,
                               double                  margin)
{
  double half_width = self->width * (0.5 + margin) / self->scale;
  double half_height = self->height * (0.5 + margin) / self->scale;
  double x = fabs (self->cos) * half_width + fabs (self->sin) * half_height;
  double y = fabs (self->sin) * half_width + fabs (self->cos) * half_height;

  return (PsgBox) { self->x - x, self->y - y, self->x + x, self->y + y };
}

/**
 * psg_map_projection_snapshot_turn:
 * @self: the projection
 * @snapshot: where the view is drawn
 *
 * From here on what is drawn as if north were up is turned as the view is.
 */
void
psg_map_projection_snapshot_turn (const PsgMapProjection *self,
                                  GtkSnapshot            *snapshot)
{
  if (self->rotation == 0)
    return;

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (self->width / 2, self->height / 2));
  gtk_snapshot_rotate (snapshot, self->rotation * 180 / G_PI);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-self->width / 2, -self->height / 2));
}

/**
 * psg_map_projection_watch:
 * @viewport: what is shown
 * @owner: (type GObject.Object): who wants to know
 * @callback: called as `callback (owner)`
 *
 * Calls back when the viewport shows something else, and its projection with it, until
 * @owner is gone.
 */
void
psg_map_projection_watch (ShumateViewport *viewport,
                          gpointer         owner,
                          GCallback        callback)
{
  static const char *const shown[] = {
    "notify::latitude", "notify::longitude", "notify::zoom-level", "notify::rotation",
  };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_signal_connect_object (viewport, shown[i], callback, owner, G_CONNECT_SWAPPED);
}
