/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-projection.h"

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

  self->x = psg_mercator_x (shumate_location_get_longitude (location));
  self->y = psg_mercator_y (shumate_location_get_latitude (location));
  self->zoom = shumate_viewport_get_zoom_level (viewport);
  self->scale = psg_mercator_scale (self->zoom);
  self->width = width;
  self->height = height;
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
  *px = (x - self->x) * self->scale + self->width / 2;
  *py = (y - self->y) * self->scale + self->height / 2;
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
  *x = self->x + (px - self->width / 2) / self->scale;
  *y = self->y + (py - self->height / 2) / self->scale;
}
