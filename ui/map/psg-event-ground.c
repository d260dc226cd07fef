/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-ground.h"

#include <math.h>

#include "psg-mercator.h"
#include "psg-place.h"

/* What lies under an event's bubble, as render nodes: how surely it is known where its place
 * is, and the way from a bubble that had to move aside to its place. */

/* From the bubble to its place, or to what lies before it, so that it can be followed. */
static void
snapshot_stem (GtkSnapshot     *snapshot,
               PsgScheme        scheme,
               const PsgBubble *bubble,
               double           opacity)
{
  GdkRGBA color = psg_scheme_is_dark (scheme) ? (GdkRGBA) { 1, 1, 1, 0.7 } : (GdkRGBA) { 0.15, 0.15, 0.2, 0.7 };
  double length = hypot (bubble->dx, bubble->dy);
  double angle = atan2 (bubble->dy, bubble->dx) * 180.0 / G_PI;

  color.alpha *= opacity;
  /* Most are upright, and turning each would cost a draw call. */
  if (fabs (bubble->dx) < 0.5 && bubble->dy < 0)
    {
      gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (bubble->x - 0.6, bubble->y - length,
                                                                1.2, length * bubble->stem));
      return;
    }

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (bubble->x, bubble->y));
  gtk_snapshot_rotate (snapshot, angle);
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (length * (1 - bubble->stem), -0.6,
                                                            length * bubble->stem, 1.2));
  gtk_snapshot_restore (snapshot);
}

/* Where the place may be, if that is more than the bubble tells. */
static void
snapshot_uncertainty (GtkSnapshot            *snapshot,
                      const PsgPlannedBubble *planned,
                      const PsgBubble        *bubble,
                      GdkRGBA                 color,
                      double                  zoom)
{
  double radius = psg_mercator_pixels (planned->uncertainty_m, psg_mercator_latitude (planned->cluster.y), zoom);
  GskRoundedRect circle;
  GdkRGBA fill;

  if (planned->uncertainty_m <= PSG_PRECISE_M || radius <= planned->place.radius)
    return;

  color.alpha = 0.6;
  fill = color;
  fill.alpha = 0.08;
  gsk_rounded_rect_init_from_rect (&circle, &GRAPHENE_RECT_INIT (bubble->x - radius, bubble->y - radius,
                                                                 2 * radius, 2 * radius), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &fill, &circle.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &circle, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { color, color, color, color });
}

/**
 * psg_event_ground_snapshot:
 * @snapshot: where
 * @scheme: the look
 * @lanes: (element-type PsgLane): the lanes
 * @planned: a bubble
 * @look: what it looks like
 * @at: where it and its point are, pixels of the view
 * @zoom: of the map
 */
void
psg_event_ground_snapshot (GtkSnapshot            *snapshot,
                           PsgScheme               scheme,
                           GPtrArray              *lanes,
                           const PsgPlannedBubble *planned,
                           const PsgBubbleLook    *look,
                           const PsgBubble        *at,
                           double                  zoom)
{
  GdkRGBA color;

  psg_palette_get_lane (scheme, g_ptr_array_index (lanes, psg_event_bubble_get_main_lane (look, lanes->len)), &color);
  snapshot_uncertainty (snapshot, planned, at, color, zoom);
  snapshot_stem (snapshot, scheme, at, psg_event_bubble_get_opacity (look->fade));
}
