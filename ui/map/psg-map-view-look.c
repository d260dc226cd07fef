/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-view-private.h"

#include <math.h>

#include "psg-map-source.h"
#include "psg-mercator.h"

/*
 * Where the map looks: on the collection's opening view at first, then where the hand moves
 * it; it moves by itself only to show what was chosen elsewhere and is out of sight.
 */

/* What is nearer than this to an edge counts as out of sight. */
#define SIGHT_MARGIN 36.0
/* How far from the edges, and from what lies over the map, places come to lie that are
 * fitted into view; on the right, where most cards are, further. */
#define FIT_MARGIN 60.0
#define FIT_RIGHT_MARGIN 150.0
/* How far from its place an event's bubble commonly reaches. */
#define BUBBLE_REACH 32.0
/* Fitting a place and the crossings together is not worth going further out than this. */
#define FIT_MIN_ZOOM 6.4
/* How far apart the outermost places of a cluster that was opened come to lie, pixels, and
 * how much closer the map comes at least. */
#define CLUSTER_SPREAD 130.0
#define CLUSTER_STEP 0.5

static gboolean
is_in_sight (PsgMapView *self,
             double      x,
             double      y)
{
  PsgMapProjection view;
  PsgBox place;
  double px, py;

  psg_map_motion_get_target (self->motion, &view);
  psg_map_projection_place (&view, x, y, &px, &py);
  place = (PsgBox) { px - BUBBLE_REACH, py - BUBBLE_REACH, px + BUBBLE_REACH, py + BUBBLE_REACH };
  for (guint i = 0; i < self->n_covered; i++)
    {
      if (psg_box_overlaps (&self->covered[i], &place))
        return FALSE;
    }

  return px >= SIGHT_MARGIN && px <= view.width - SIGHT_MARGIN
         && py >= SIGHT_MARGIN && py <= view.height - SIGHT_MARGIN;
}

/* Whether every road crossing is within the view, though something may lie over it. */
gboolean
psg_map_view_sees_crossings (PsgMapView *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  GPtrArray *crossings = collection != NULL ? psg_collection_get_crossings (collection) : NULL;
  PsgMapProjection view;

  psg_map_motion_get_target (self->motion, &view);
  for (guint i = 0; crossings != NULL && i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);
      double x, y;

      psg_map_projection_place (&view, psg_mercator_x (crossing->longitude), psg_mercator_y (crossing->latitude),
                                &x, &y);
      if (crossing->kind == PSG_CROSSING_ROAD && (x < 0 || x > view.width || y < 0 || y > view.height))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_in_region (PsgMapView *self,
              double      x,
              double      y)
{
  const PsgBasemapBounds *region = &self->basemap->region;

  x *= self->basemap->unit;
  y *= self->basemap->unit;

  return x >= region->x0 && x <= region->x1 && y >= region->y0 && y <= region->y1;
}

/* The rectangle around the crossings and one other place, turned as the view is. */
static PsgBox
bounds_with_crossings (PsgMapView             *self,
                       const PsgMapProjection *view,
                       const PsgBox           *place)
{
  GPtrArray *crossings = psg_collection_get_crossings (psg_session_get_collection (self->session));
  PsgBox bounds = *place;

  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);
      double cx, cy;

      psg_map_projection_turn (view, psg_mercator_x (crossing->longitude), psg_mercator_y (crossing->latitude),
                               &cx, &cy);
      bounds = (PsgBox) { MIN (bounds.x0, cx), MIN (bounds.y0, cy), MAX (bounds.x1, cx), MAX (bounds.y1, cy) };
    }

  return bounds;
}

/* Where it is best to bring places into view: clear of the badge above and the legend below,
 * and with room for the cards. */
static PsgBox
get_fit_frame (PsgMapView             *self,
               const PsgMapProjection *view)
{
  PsgBox frame = { FIT_MARGIN, FIT_MARGIN, view->width - FIT_RIGHT_MARGIN, view->height - FIT_MARGIN };

  for (guint i = 0; i < self->n_covered; i++)
    {
      const PsgBox *box = &self->covered[i];

      if (box->y1 < view->height / 2)
        frame.y0 = MAX (frame.y0, box->y1 + SIGHT_MARGIN);
      else if (box->y0 > view->height / 2)
        frame.y1 = MIN (frame.y1, box->y0 - SIGHT_MARGIN / 2);
    }

  /* In a small view nothing would be left. */
  if (frame.x1 - frame.x0 < view->width / 3 || frame.y1 - frame.y0 < view->height / 3)
    frame = (PsgBox) { SIGHT_MARGIN, SIGHT_MARGIN, view->width - SIGHT_MARGIN, view->height - SIGHT_MARGIN };

  return frame;
}

/* Brings a place into view, with the crossings if that does not go too far out. */
static void
reveal (PsgMapView *self,
        double      x,
        double      y,
        gboolean    with_crossings)
{
  PsgMapProjection view;
  PsgBox bounds, frame, place;
  double zoom, scale;

  if (!self->opened || self->follows || !is_in_region (self, x, y) || is_in_sight (self, x, y))
    return;

  psg_map_motion_get_target (self->motion, &view);
  frame = get_fit_frame (self, &view);
  psg_map_projection_turn (&view, x, y, &place.x0, &place.y0);
  place = (PsgBox) { place.x0, place.y0, place.x0, place.y0 };
  bounds = bounds_with_crossings (self, &view, &place);
  zoom = log2 (MIN ((frame.x1 - frame.x0) / (bounds.x1 - bounds.x0),
                    (frame.y1 - frame.y0) / (bounds.y1 - bounds.y0))
               / PSG_MERCATOR_TILE);
  if (!with_crossings || zoom < FIT_MIN_ZOOM)
    bounds = place;

  zoom = MIN (zoom, view.zoom);
  if (bounds.x0 == bounds.x1)
    zoom = view.zoom;
  scale = psg_mercator_scale (zoom);
  psg_map_projection_unturn (&view,
                             (bounds.x0 + bounds.x1) / 2 + (view.width / 2 - (frame.x0 + frame.x1) / 2) / scale,
                             (bounds.y0 + bounds.y1) / 2 + (view.height / 2 - (frame.y0 + frame.y1) / 2) / scale,
                             &x, &y);
  psg_map_motion_go_to (self->motion, x, y, zoom, TRUE);
}

static void
event_changed_cb (PsgMapView *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  guint row = psg_session_get_event (self->session);
  const PsgPlace *place;
  guint32 index;

  if (collection == NULL || row == PSG_ROW_NONE)
    return;

  index = psg_event_table_get_columns (psg_collection_get_events (collection))->place[row];
  if (index == PSG_PLACE_NONE || index >= psg_collection_get_places (collection)->len)
    return;

  place = g_ptr_array_index (psg_collection_get_places (collection), index);
  reveal (self, psg_mercator_x (place->longitude), psg_mercator_y (place->latitude), TRUE);
}

static void
crossing_changed_cb (PsgMapView *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  const char *id = psg_session_get_crossing (self->session);
  const PsgCrossing *crossing = collection != NULL && id != NULL ? psg_collection_find_crossing (collection, id) : NULL;

  if (crossing != NULL)
    psg_map_view_reveal_crossing (self, crossing);
}

static void
collection_changed_cb (PsgMapView *self)
{
  if (self->follows)
    return;
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 1)
    psg_map_view_reset (self, FALSE);
  else
    self->opened = FALSE;
}

/* How many times larger than intended the opening view can be shown. */
static double
opening_scale (PsgMapView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  if (!self->opened)
    return 1;

  return psg_viewpoint_get_scale (width, height);
}

/* Keeps the viewport within the region. */
void
psg_map_view_init_look (PsgMapView *self)
{
  const PsgBasemapBounds *region = &self->basemap->region;

  shumate_viewport_set_min_zoom_level (self->viewport, floor (PSG_MAP_MIN_ZOOM));
  shumate_viewport_set_max_zoom_level (self->viewport, ceil (PSG_MAP_MAX_ZOOM));
  self->motion = psg_map_motion_new (GTK_WIDGET (self), self->viewport);
  psg_map_motion_set_region (self->motion,
                             region->x0 / self->basemap->unit, region->y0 / self->basemap->unit,
                             region->x1 / self->basemap->unit, region->y1 / self->basemap->unit);
}

/* Follows what is chosen, once there is a session. */
void
psg_map_view_open (PsgMapView *self)
{
  g_signal_connect_object (self->session, "notify::subject", G_CALLBACK (collection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::event", G_CALLBACK (event_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::crossing", G_CALLBACK (crossing_changed_cb), self,
                           G_CONNECT_SWAPPED);
  collection_changed_cb (self);
}

void
psg_map_view_reveal_crossing (PsgMapView        *self,
                              const PsgCrossing *crossing)
{
  reveal (self, psg_mercator_x (crossing->longitude), psg_mercator_y (crossing->latitude), FALSE);
}

void
psg_map_view_open_cluster (PsgMapView          *self,
                           const PsgMapCluster *cluster)
{
  double spread = MAX (cluster->x1 - cluster->x0, cluster->y1 - cluster->y0);
  double zoom = log2 (CLUSTER_SPREAD / MAX (spread, 1e-9) / PSG_MERCATOR_TILE);

  psg_map_motion_go_to (self->motion, (cluster->x0 + cluster->x1) / 2, (cluster->y0 + cluster->y1) / 2,
                        MAX (zoom, shumate_viewport_get_zoom_level (self->viewport) + CLUSTER_STEP), TRUE);
}

/**
 * psg_map_view_get_location:
 * @self: the map
 * @latitude: (out): of the middle, degrees north
 * @longitude: (out): the same, degrees east
 * @zoom: (out): zoom level
 */
void
psg_map_view_get_location (PsgMapView *self,
                           double     *latitude,
                           double     *longitude,
                           double     *zoom)
{
  g_return_if_fail (PSG_IS_MAP_VIEW (self));

  *latitude = shumate_location_get_latitude (SHUMATE_LOCATION (self->viewport));
  *longitude = shumate_location_get_longitude (SHUMATE_LOCATION (self->viewport));
  *zoom = shumate_viewport_get_zoom_level (self->viewport);
}

/**
 * psg_map_view_go_to:
 * @self: the map
 * @latitude: of the middle, degrees north
 * @longitude: the same, degrees east
 * @zoom: zoom level
 * @smooth: whether to move there, if animations are on, or to jump
 *
 * The map stays turned as it is.
 */
void
psg_map_view_go_to (PsgMapView *self,
                    double      latitude,
                    double      longitude,
                    double      zoom,
                    gboolean    smooth)
{
  g_return_if_fail (PSG_IS_MAP_VIEW (self));

  psg_map_motion_go_to (self->motion, psg_mercator_x (longitude), psg_mercator_y (latitude), zoom, smooth);
}

/**
 * psg_map_view_get_rotation:
 * @self: the map
 *
 * Returns: how far the map is turned, degrees clockwise from -180 to 180; 0 has north up
 */
double
psg_map_view_get_rotation (PsgMapView *self)
{
  g_return_val_if_fail (PSG_IS_MAP_VIEW (self), 0);

  return remainder (shumate_viewport_get_rotation (self->viewport), 2 * G_PI) * 180 / G_PI;
}

/**
 * psg_map_view_turn:
 * @self: the map
 * @rotation: degrees clockwise; 0 has north up
 * @smooth: whether to turn there, if animations are on, or to jump
 */
void
psg_map_view_turn (PsgMapView *self,
                   double      rotation,
                   gboolean    smooth)
{
  g_return_if_fail (PSG_IS_MAP_VIEW (self));

  psg_map_motion_turn (self->motion, rotation * G_PI / 180, smooth);
}

/**
 * psg_map_view_reset:
 * @self: the map
 * @smooth: whether to move there or to jump
 *
 * Goes to the opening view: the collection's, with north up, which is meant for a map of
 * a certain size, enlarged to fill a larger one.
 */
void
psg_map_view_reset (PsgMapView *self,
                    gboolean    smooth)
{
  static const PsgViewpoint fallback = { 54.62, 25.2, 7.6 };
  PsgCollection *collection;
  const PsgViewpoint *view = &fallback;

  g_return_if_fail (PSG_IS_MAP_VIEW (self));

  collection = psg_session_get_collection (self->session);
  if (collection != NULL && psg_collection_get_info (collection)->map.zoom > 0)
    view = &psg_collection_get_info (collection)->map;

  self->opened = gtk_widget_get_width (GTK_WIDGET (self)) > 1;
  psg_map_motion_go_home (self->motion, psg_mercator_x (view->longitude), psg_mercator_y (view->latitude),
                          view->zoom + log2 (opening_scale (self)), smooth);
}
