/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-basemap-layer.h"
#include "psg-crossing-layer.h"
#include "psg-event-layer.h"
#include "psg-map-badge.h"
#include "psg-map-labels.h"
#include "psg-map-legend.h"
#include "psg-map-motion.h"
#include "psg-map-overlays.h"
#include "psg-map-source.h"
#include "psg-mercator.h"
#include "psg-palette.h"
#include "psg-ui.h"

/*
 * Puts the map together: base map, names, events, crossings, and what lies over
 * them (date and count, legend, buttons, attribution). It decides where the map
 * looks; everything shown comes from the session.
 */

/* The size a collection's opening view is meant for. */
#define OPENING_WIDTH 740.0
#define OPENING_HEIGHT 490.0
/* How much of the width is taken by cards, whatever the zoom level. */
#define OPENING_CARDS 330.0
#define OPENING_MIN_SCALE 0.35
/* Narrower than this the legend shows signs without words. */
#define LEGEND_MIN_WIDTH 700
/* What is nearer than this to an edge counts as out of sight. */
#define SIGHT_MARGIN 36.0
/* How far from the edges, and from what lies over the map, places come to lie that are
 * fitted into view; on the right, where most cards are, further. */
#define FIT_MARGIN 60.0
#define FIT_RIGHT_MARGIN 150.0
#define N_OVER 4
/* How far from its place an event's bubble commonly reaches. */
#define BUBBLE_REACH 32.0
/* With less there is no reading what lies over the map, let alone the map. */
#define MIN_WIDTH 256
#define MIN_HEIGHT 250
/* How much one key press or button moves. */
#define ZOOM_STEP 0.5
#define PAN_STEP 80.0
/* Zoom levels a notch of the wheel, and a pixel on a touchpad, are worth. */
#define WHEEL_STEP 0.25
#define TOUCHPAD_STEP 0.01
/* Fitting a place and the crossings together is not worth going further out than this. */
#define FIT_MIN_ZOOM 6.4
/* How far apart the outermost places of a cluster that was opened come to lie, pixels. */
#define CLUSTER_SPREAD 130.0
/* About how much room the name of a capital takes beside its sign. */
#define CAPITAL_WIDTH 66.0
#define CAPITAL_HEIGHT 10.0

struct _PsgMapView
{
  GtkWidget         parent_instance;

  /* owned */
  PsgSession       *session;
  PsgBasemap       *basemap;
  PsgMapMotion     *motion;
  PsgMapOverlays   *overlays;
  ShumateViewport  *viewport;

  /* borrowed: children of the map */
  ShumateLayer     *base;
  PsgMapLabels     *labels;
  PsgEventLayer    *events;
  PsgCrossingLayer *crossings;

  /* template */
  GtkWidget        *overlay;
  ShumateMap       *map;
  PsgMapBadge      *badge;
  PsgMapLegend     *legend;
  GtkWidget        *zoom_box;
  GtkWidget        *attribution;

  PsgBox            covered[N_OVER]; /* parts of the view that something lies over */
  guint             n_covered;
  double            pointer_x;
  double            pointer_y;
  gboolean          opened;
};

G_DEFINE_FINAL_TYPE (PsgMapView, psg_map_view, GTK_TYPE_WIDGET)

/* The base map, read once and shared by all views. */
static PsgBasemap *
load_basemap (void)
{
  static PsgBasemap *basemap;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (basemap != NULL)
    return psg_basemap_ref (basemap);

  bytes = g_resources_lookup_data (PSG_RESOURCE_PREFIX "/basemap/region.lbm", 0, &error);
  if (bytes != NULL)
    basemap = psg_basemap_new_from_bytes (bytes, &error);
  /* It is compiled in: without it the program is broken, not the person's data. */
  if (basemap == NULL)
    g_error ("Cannot read the base map: %s", error->message);

  return psg_basemap_ref (basemap);
}

/* With GL, tiles at twice the resolution are crisp and cost next to nothing; cairo is
 * better off with one picture of the view. */
static ShumateLayer *
create_base (PsgMapView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  gboolean cairo = GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
  double resolution = 2.0 * gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (ShumateMapSource) source = psg_map_source_new (self->basemap, psg_palette_get_scheme (), resolution);

  shumate_viewport_set_reference_map_source (self->viewport, source);

  return cairo ? psg_basemap_layer_new (self->viewport, self->basemap)
               : SHUMATE_LAYER (shumate_map_layer_new (source, self->viewport));
}

static void
replace_base (PsgMapView *self)
{
  ShumateLayer *layer;

  /* This one follows by itself. */
  if (PSG_IS_BASEMAP_LAYER (self->base))
    return;

  layer = create_base (self);
  if (self->base != NULL)
    {
      shumate_map_insert_layer_above (self->map, layer, self->base);
      shumate_map_remove_layer (self->map, self->base);
    }
  else
    shumate_map_insert_layer_above (self->map, layer, NULL);
  self->base = layer;
}

static void
appearance_changed_cb (PsgMapView *self)
{
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    replace_base (self);
}

/* Tells the names which parts of the view something lies over. */
static void
update_covered (PsgMapView *self)
{
  GtkWidget *over[N_OVER] = { GTK_WIDGET (self->badge), GTK_WIDGET (self->legend), self->zoom_box, self->attribution };

  self->n_covered = 0;
  for (guint i = 0; i < N_OVER; i++)
    {
      graphene_rect_t r;

      if (gtk_widget_get_mapped (over[i])
          && gtk_widget_compute_bounds (over[i], GTK_WIDGET (self), &r))
        self->covered[self->n_covered++] = (PsgBox) { r.origin.x - 2, r.origin.y - 2,
                                                      r.origin.x + r.size.width + 2, r.origin.y + r.size.height + 2 };
    }

  psg_map_labels_set_covered (self->labels, self->covered, self->n_covered);
}

static void
plan_changed_cb (PsgMapView *self)
{
  GArray *obstacles = psg_crossing_layer_get_obstacles (self->crossings);

  g_autoptr (GArray) names = NULL;

  psg_map_labels_set_obstacles (self->labels, obstacles);
  names = psg_map_labels_get_obstacles (self->labels);
  psg_event_layer_set_obstacles (self->events, obstacles, names);
}

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

static PsgBox
bounds_with_crossings (PsgMapView *self,
                       double      x,
                       double      y)
{
  GPtrArray *crossings = psg_collection_get_crossings (psg_session_get_collection (self->session));
  PsgBox bounds = { x, y, x, y };

  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);
      double cx = psg_mercator_x (crossing->longitude), cy = psg_mercator_y (crossing->latitude);

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
  PsgBox bounds, frame;
  double zoom, scale;

  if (!self->opened || !is_in_region (self, x, y) || is_in_sight (self, x, y))
    return;

  psg_map_motion_get_target (self->motion, &view);
  frame = get_fit_frame (self, &view);
  bounds = bounds_with_crossings (self, x, y);
  zoom = log2 (MIN ((frame.x1 - frame.x0) / (bounds.x1 - bounds.x0),
                    (frame.y1 - frame.y0) / (bounds.y1 - bounds.y0))
               / PSG_MERCATOR_TILE);
  if (!with_crossings || zoom < FIT_MIN_ZOOM)
    bounds = (PsgBox) { x, y, x, y };

  zoom = MIN (zoom, view.zoom);
  if (bounds.x0 == bounds.x1)
    zoom = view.zoom;
  scale = psg_mercator_scale (zoom);
  psg_map_motion_go_to (self->motion,
                        (bounds.x0 + bounds.x1) / 2 + (view.width / 2 - (frame.x0 + frame.x1) / 2) / scale,
                        (bounds.y0 + bounds.y1) / 2 + (view.height / 2 - (frame.y0 + frame.y1) / 2) / scale,
                        zoom, TRUE);
}

static void
reveal_crossing (PsgMapView        *self,
                 const PsgCrossing *crossing)
{
  reveal (self, psg_mercator_x (crossing->longitude), psg_mercator_y (crossing->latitude), FALSE);
}

static void
cluster_opened_cb (PsgMapView          *self,
                   const PsgMapCluster *cluster)
{
  double spread = MAX (cluster->x1 - cluster->x0, cluster->y1 - cluster->y0);
  double zoom = log2 (CLUSTER_SPREAD / MAX (spread, 1e-9) / PSG_MERCATOR_TILE);

  psg_map_motion_go_to (self->motion, (cluster->x0 + cluster->x1) / 2, (cluster->y0 + cluster->y1) / 2,
                        MAX (zoom, shumate_viewport_get_zoom_level (self->viewport) + ZOOM_STEP), TRUE);
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
    reveal_crossing (self, crossing);
}

static void
collection_changed_cb (PsgMapView *self)
{
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 1)
    psg_map_view_reset (self, FALSE);
  else
    self->opened = FALSE;
}

static gboolean
scrolled_cb (GtkEventControllerScroll *scroll,
             double                    dx,
             double                    dy,
             PsgMapView               *self)
{
  if (gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL)
    psg_map_motion_zoom (self->motion, -dy * WHEEL_STEP, self->pointer_x, self->pointer_y, TRUE);
  else
    psg_map_motion_zoom (self->motion, -dy * TOUCHPAD_STEP, self->pointer_x, self->pointer_y, FALSE);

  return GDK_EVENT_STOP;
}

static void
pointer_moved_cb (PsgMapView *self,
                  double      x,
                  double      y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

/* Whether what lies there is the map itself, not something on or over it. */
static gboolean
is_ground (PsgMapView *self,
           double      x,
           double      y)
{
  GtkWidget *target = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return target != NULL
         && (target == GTK_WIDGET (self->map) || gtk_widget_is_ancestor (target, GTK_WIDGET (self->map)))
         && gtk_widget_get_ancestor (target, PSG_TYPE_CROSSING_LAYER) == NULL
         && gtk_widget_get_ancestor (target, PSG_TYPE_EVENT_LAYER) == NULL;
}

static void
pressed_cb (PsgMapView *self,
            int         n_press,
            double      x,
            double      y,
            GtkGesture *click)
{
  if (!is_ground (self, x, y))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    {
      /* libshumate zooms on its own unless the click is taken from it. */
      gtk_gesture_set_state (click, GTK_EVENT_SEQUENCE_CLAIMED);
      psg_map_motion_zoom (self->motion, 2 * ZOOM_STEP, x, y, TRUE);
    }
}

static void
zoom_about_middle (PsgMapView *self,
                   double      by)
{
  psg_map_motion_zoom (self->motion, by,
                       gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                       gtk_widget_get_height (GTK_WIDGET (self)) / 2.0, TRUE);
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  zoom_about_middle (PSG_MAP_VIEW (widget), ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  zoom_about_middle (PSG_MAP_VIEW (widget), -ZOOM_STEP);
}

static void
reset_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  psg_map_view_reset (PSG_MAP_VIEW (widget), TRUE);
}

static void
pan_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  int dx, dy;

  g_variant_get (parameter, "(ii)", &dx, &dy);
  psg_map_motion_pan (PSG_MAP_VIEW (widget)->motion, dx * PAN_STEP, dy * PAN_STEP, TRUE);
}

static void
psg_map_view_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  PsgMapView *self = PSG_MAP_VIEW (widget);

  psg_map_legend_set_compact (self->legend, width < LEGEND_MIN_WIDTH);
  if (!self->opened)
    psg_map_view_reset (self, FALSE);
  psg_map_motion_clamp (self->motion);
  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
  update_covered (self);
}

static void
psg_map_view_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  gtk_widget_measure (PSG_MAP_VIEW (widget)->overlay, orientation, for_size, minimum, natural, NULL, NULL);
  *minimum = MAX (*minimum, orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT);
  *natural = MAX (*natural, *minimum);
}

static void
psg_map_view_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (psg_map_view_parent_class)->realize (widget);

  replace_base (PSG_MAP_VIEW (widget));
}

static void
psg_map_view_dispose (GObject *object)
{
  PsgMapView *self = PSG_MAP_VIEW (object);

  g_clear_object (&self->overlays);
  g_clear_object (&self->motion);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->viewport);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_map_view_parent_class)->dispose (object);
}

static void
psg_map_view_finalize (GObject *object)
{
  PsgMapView *self = PSG_MAP_VIEW (object);

  g_clear_pointer (&self->basemap, psg_basemap_unref);

  G_OBJECT_CLASS (psg_map_view_parent_class)->finalize (object);
}

static void
bind_keys (GtkWidgetClass *klass)
{
  static const struct { guint key; GdkModifierType modifiers; const char *action; int dx; int dy; } keys[] = {
    { GDK_KEY_plus, 0, "map.zoom-in", 0, 0 },
    { GDK_KEY_equal, 0, "map.zoom-in", 0, 0 },
    { GDK_KEY_KP_Add, 0, "map.zoom-in", 0, 0 },
    { GDK_KEY_minus, 0, "map.zoom-out", 0, 0 },
    { GDK_KEY_KP_Subtract, 0, "map.zoom-out", 0, 0 },
    { GDK_KEY_Home, 0, "map.reset", 0, 0 },
    { GDK_KEY_0, GDK_CONTROL_MASK, "map.reset", 0, 0 },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "map.reset", 0, 0 },
    { GDK_KEY_Left, 0, "map.pan", -1, 0 },
    { GDK_KEY_Right, 0, "map.pan", 1, 0 },
    { GDK_KEY_Up, 0, "map.pan", 0, -1 },
    { GDK_KEY_Down, 0, "map.pan", 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].dx != 0 || keys[i].dy != 0)
        gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action,
                                             "(ii)", keys[i].dx, keys[i].dy);
      else
        gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
    }
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, PSG_RESOURCE_PREFIX "/map/psg-map-view.ui");
  gtk_widget_class_bind_template_child (klass, PsgMapView, overlay);
  gtk_widget_class_bind_template_child (klass, PsgMapView, map);
  gtk_widget_class_bind_template_child (klass, PsgMapView, badge);
  gtk_widget_class_bind_template_child (klass, PsgMapView, legend);
  gtk_widget_class_bind_template_child (klass, PsgMapView, zoom_box);
  gtk_widget_class_bind_template_child (klass, PsgMapView, attribution);
}

static void
psg_map_view_class_init (PsgMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = psg_map_view_dispose;
  object_class->finalize = psg_map_view_finalize;
  widget_class->size_allocate = psg_map_view_size_allocate;
  widget_class->measure = psg_map_view_measure;
  widget_class->realize = psg_map_view_realize;

  g_type_ensure (PSG_TYPE_MAP_BADGE);
  g_type_ensure (PSG_TYPE_MAP_LEGEND);
  g_type_ensure (SHUMATE_TYPE_MAP);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "map.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "map.pan", "(ii)", pan_action);
  bind_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "mapview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_controllers (PsgMapView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
psg_map_view_init (PsgMapView *self)
{
  const PsgBasemapBounds *region;

  self->basemap = load_basemap ();
  region = &self->basemap->region;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->viewport = g_object_ref (shumate_map_get_viewport (self->map));
  shumate_viewport_set_min_zoom_level (self->viewport, floor (PSG_MAP_MIN_ZOOM));
  shumate_viewport_set_max_zoom_level (self->viewport, ceil (PSG_MAP_MAX_ZOOM));
  self->motion = psg_map_motion_new (GTK_WIDGET (self), self->viewport);
  psg_map_motion_set_region (self->motion,
                             region->x0 / self->basemap->unit, region->y0 / self->basemap->unit,
                             region->x1 / self->basemap->unit, region->y1 / self->basemap->unit);
  add_controllers (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map"), -1);
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (appearance_changed_cb));
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (appearance_changed_cb), NULL);
}

/* The names of capitals are what people find their way by: cards keep off them. */
static void
spare_capitals (PsgMapView *self)
{
  g_autoptr (GArray) spare = g_array_new (FALSE, FALSE, sizeof (PsgMapObstacle));

  for (guint i = 0; i < self->basemap->places->len; i++)
    {
      const PsgBasemapPlace *place = &g_array_index (self->basemap->places, PsgBasemapPlace, i);
      PsgMapObstacle name = {
        place->x, place->y, { -CAPITAL_WIDTH, -CAPITAL_HEIGHT, CAPITAL_HEIGHT, CAPITAL_HEIGHT },
      };

      if (place->capital)
        g_array_append_val (spare, name);
    }

  psg_crossing_layer_set_spare (self->crossings, spare);
}

static void
add_layers (PsgMapView *self)
{
  self->labels = PSG_MAP_LABELS (psg_map_labels_new (self->viewport, self->basemap));
  self->events = PSG_EVENT_LAYER (psg_event_layer_new (self->viewport, self->session));
  self->crossings = PSG_CROSSING_LAYER (psg_crossing_layer_new (self->viewport, self->session));
  spare_capitals (self);
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->labels));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->events));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->crossings));
  self->overlays = psg_map_overlays_new (self->map, SHUMATE_LAYER (self->labels), self->motion,
                                         GTK_LABEL (self->attribution));
  g_signal_connect_object (self->events, "cluster-opened", G_CALLBACK (cluster_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->crossings, "plan-changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->crossings, "focused", G_CALLBACK (reveal_crossing), self, G_CONNECT_SWAPPED);
}

/**
 * psg_map_view_new:
 * @session: what is shown
 *
 * Returns: (transfer floating): a map
 */
GtkWidget *
psg_map_view_new (PsgSession *session)
{
  PsgMapView *self;

  g_return_val_if_fail (PSG_IS_SESSION (session), NULL);

  self = g_object_new (PSG_TYPE_MAP_VIEW, NULL);
  self->session = g_object_ref (session);
  psg_map_badge_set_session (self->badge, session);
  add_layers (self);
  g_signal_connect_object (session, "notify::collection", G_CALLBACK (collection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::event", G_CALLBACK (event_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::crossing", G_CALLBACK (crossing_changed_cb), self, G_CONNECT_SWAPPED);
  collection_changed_cb (self);

  return GTK_WIDGET (self);
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

/* How many times larger than intended the opening view can be shown. */
static double
opening_scale (PsgMapView *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  if (!self->opened)
    return 1;

  /* In a narrower view the cards keep their width; a wider one shows no less than was meant. */
  return MAX (OPENING_MIN_SCALE, MIN (MIN ((width - OPENING_CARDS) / (OPENING_WIDTH - OPENING_CARDS),
                                           width / OPENING_WIDTH),
                                      height / OPENING_HEIGHT));
}

/**
 * psg_map_view_reset:
 * @self: the map
 * @smooth: whether to move there or to jump
 *
 * Goes to the opening view: the collection's, which is meant for a map of a certain
 * size, enlarged to fill a larger one.
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
  psg_map_view_go_to (self, view->latitude, view->longitude, view->zoom + log2 (opening_scale (self)), smooth);
}
