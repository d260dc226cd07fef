/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-fixture.h"

#include <adwaita.h>
#include <math.h>
#include <shumate/shumate.h>

#include "psg-basemap-draw.h"
#include "psg-crossing-marker.h"
#include "psg-event-layer.h"
#include "psg-map-badge.h"
#include "psg-map-labels.h"
#include "psg-map-ruler.h"
#include "psg-map-source.h"
#include "psg-mercator.h"
#include "psg-ui.h"

/* The map on a collection in memory, in a window and without one. */

/* A language, and how large the map is. */
typedef struct
{
  const char *language;
  int         width;
  int         height;
} Names;

static PsgCrossingMarker *
next_marker (PsgMapFixture     *f,
             PsgCrossingMarker *marker)
{
  GtkWidget *after = (GtkWidget *) marker;

  return (PsgCrossingMarker *) psg_map_fixture_find_widget (f->view, PSG_TYPE_CROSSING_MARKER, &after);
}

static PsgCrossingMarker *
find_marker (PsgMapFixture *f,
             const char    *id)
{
  for (PsgCrossingMarker *m = next_marker (f, NULL); m != NULL; m = next_marker (f, m))
    {
      if (g_str_equal (psg_crossing_marker_get_crossing (m)->id, id))
        return m;
    }

  g_assert_not_reached ();
}

static PsgMapBadge *
find_badge (PsgMapFixture *f)
{
  return PSG_MAP_BADGE (psg_map_fixture_find_only (f, PSG_TYPE_MAP_BADGE));
}

static void
test_signs_and_badge_follow_the_playhead (PsgMapFixture *f,
                                          gconstpointer  data)
{
  GPtrArray *crossings = psg_collection_get_crossings (psg_session_get_collection (f->session));
  PsgDay first = psg_day_from_ymd (2020, 1, 1), last = psg_day_from_ymd (2022, 12, 31);

  for (PsgDay day = first; day <= last; day += 3)
    {
      g_autofree char *closed = psg_crossings_describe_closed (crossings, day);
      guint n = 0;

      psg_session_set_playhead (f->session, day);
      for (PsgCrossingMarker *m = next_marker (f, NULL); m != NULL; m = next_marker (f, m), n++)
        g_assert_cmpint (psg_crossing_marker_get_status (m), ==,
                         psg_crossing_get_status_at (psg_crossing_marker_get_crossing (m), day));
      g_assert_cmpuint (n, ==, crossings->len);
      g_assert_true (g_str_has_prefix (psg_map_badge_get_count (find_badge (f)), closed));
    }
}

static void
test_badge_says_how_many_are_not_known (PsgMapFixture *f,
                                        gconstpointer  data)
{
  psg_session_set_playhead (f->session, psg_day_from_ymd (2020, 6, 15));
  g_assert_cmpstr (psg_map_badge_get_count (find_badge (f)), ==, "0 of 3 crossings closed, 2 not known");
  g_assert_cmpstr (psg_map_badge_get_date (find_badge (f)), ==, "15 June 2020");
  psg_session_set_playhead (f->session, psg_day_from_ymd (2021, 2, 10));
  g_assert_cmpstr (psg_map_badge_get_count (find_badge (f)), ==, "2 of 3 crossings closed");
}

static void
test_a_crossing_speaks (PsgMapFixture *f,
                        gconstpointer  data)
{
  PsgCrossingMarker *pass = find_marker (f, "pass");

  psg_session_set_playhead (f->session, psg_day_from_ymd (2022, 3, 1));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (pass), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (pass), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "pass, closed since 10 February 2021");
}

static void
test_activating_a_crossing_chooses_it (PsgMapFixture *f,
                                       gconstpointer  data)
{
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (find_marker (f, "ford"))));
  gtk_widget_activate (GTK_WIDGET (find_marker (f, "ford")));
  g_assert_cmpstr (psg_session_get_crossing (f->session), ==, "ford");
}

static void
test_crossings_go_north_to_south (PsgMapFixture *f,
                                  gconstpointer  data)
{
  double latitude = 90;

  for (PsgCrossingMarker *m = next_marker (f, NULL); m != NULL; m = next_marker (f, m))
    {
      g_assert_cmpfloat (psg_crossing_marker_get_crossing (m)->latitude, <=, latitude);
      latitude = psg_crossing_marker_get_crossing (m)->latitude;
    }
}

static void
test_railways_wait_for_room (PsgMapFixture *f,
                             gconstpointer  data)
{
  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 54.5, 25.6, 8.0, FALSE);
  g_assert_false (gtk_widget_get_child_visible (GTK_WIDGET (find_marker (f, "halt"))));
  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 54.5, 25.6, 9.0, FALSE);
  g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (find_marker (f, "halt"))));
}

static void
test_the_map_stays_within_the_region (PsgMapFixture *f,
                                      gconstpointer  data)
{
  static const double tries[][3] = {
    { 80, 0, 8 }, { -50, 100, 8 }, { 54, 25, 1 }, { 54, 25, 20 }, { 50, 18, 6 }, { 58.7, 35, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      double latitude, longitude, zoom;

      psg_map_view_go_to (PSG_MAP_VIEW (f->view), tries[i][0], tries[i][1], tries[i][2], FALSE);
      psg_map_view_get_location (PSG_MAP_VIEW (f->view), &latitude, &longitude, &zoom);
      g_assert_cmpfloat (latitude, >=, 50);
      g_assert_cmpfloat (latitude, <=, 58.7);
      g_assert_cmpfloat (longitude, >=, 18);
      g_assert_cmpfloat (longitude, <=, 35);
      g_assert_cmpfloat (zoom, >=, PSG_MAP_MIN_ZOOM);
      g_assert_cmpfloat (zoom, <=, PSG_MAP_MAX_ZOOM);
    }
}

static void
test_what_is_in_sight_moves_nothing (PsgMapFixture *f,
                                     gconstpointer  data)
{
  double latitude, longitude, zoom, latitude2, longitude2, zoom2;

  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 54.6, 25.6, 8, FALSE);
  psg_map_view_get_location (PSG_MAP_VIEW (f->view), &latitude, &longitude, &zoom);
  psg_session_select_event_id (f->session, "market", NULL);
  psg_session_select_crossing (f->session, "pass", NULL);
  psg_map_view_get_location (PSG_MAP_VIEW (f->view), &latitude2, &longitude2, &zoom2);
  g_assert_cmpfloat (latitude, ==, latitude2);
  g_assert_cmpfloat (longitude, ==, longitude2);
  g_assert_cmpfloat (zoom, ==, zoom2);
}

static void
test_what_is_chosen_out_of_sight_is_shown (PsgMapFixture *f,
                                           gconstpointer  data)
{
  double latitude, longitude, zoom;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 57, 31, 9, FALSE);
  psg_session_select_crossing (f->session, "ford", NULL);
  psg_map_view_get_location (PSG_MAP_VIEW (f->view), &latitude, &longitude, &zoom);
  g_assert_cmpfloat (fabs (latitude - 54.3), <, 0.5);
  g_assert_cmpfloat (fabs (longitude - 25.4), <, 1);
}

static void
test_what_is_chosen_comes_out_from_under_the_badge (PsgMapFixture *f,
                                                    gconstpointer  data)
{
  const PsgCrossing *ford = psg_collection_find_crossing (psg_session_get_collection (f->session), "ford");
  double x = psg_mercator_x (ford->longitude), y = psg_mercator_y (ford->latitude);
  double scale = psg_mercator_scale (9), latitude, longitude, zoom;
  graphene_rect_t badge;
  graphene_point_t middle;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_badge (f)), f->view, &badge));
  graphene_rect_get_center (&badge, &middle);
  psg_map_view_go_to (PSG_MAP_VIEW (f->view),
                      psg_mercator_latitude (y + (PSG_MAP_FIXTURE_HEIGHT / 2 - middle.y) / scale),
                      psg_mercator_longitude (x + (PSG_MAP_FIXTURE_WIDTH / 2 - middle.x) / scale), 9, FALSE);
  psg_session_select_crossing (f->session, "ford", NULL);

  psg_map_view_get_location (PSG_MAP_VIEW (f->view), &latitude, &longitude, &zoom);
  scale = psg_mercator_scale (zoom);
  g_assert_false (graphene_rect_contains_point (&badge, &GRAPHENE_POINT_INIT (
                    PSG_MAP_FIXTURE_WIDTH / 2 + (x - psg_mercator_x (longitude)) * scale,
                    PSG_MAP_FIXTURE_HEIGHT / 2 + (y - psg_mercator_y (latitude)) * scale)));
}

static void
test_events_are_clustered_and_found (PsgMapFixture *f,
                                     gconstpointer  data)
{
  PsgEventLayer *layer = PSG_EVENT_LAYER (psg_map_fixture_find_only (f, PSG_TYPE_EVENT_LAYER));
  guint n_hits = 0;

  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 54.65, 25.7, 8.5, FALSE);
  g_assert_cmpuint (psg_event_layer_get_n_bubbles (layer), ==, 3);
  for (int y = 0; y < PSG_MAP_FIXTURE_HEIGHT; y += 4)
    for (int x = 0; x < PSG_MAP_FIXTURE_WIDTH; x += 4)
      n_hits += psg_event_layer_find_at (layer, x, y) != NULL;
  g_assert_cmpuint (n_hits, >, 10);

  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 54.65, 25.7, 5, FALSE);
  g_assert_cmpuint (psg_event_layer_get_n_bubbles (layer), <, 3);
}

static void
test_events_follow_the_range (PsgMapFixture *f,
                              gconstpointer  data)
{
  PsgEventLayer *layer = PSG_EVENT_LAYER (psg_map_fixture_find_only (f, PSG_TYPE_EVENT_LAYER));
  guint all;

  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 54.65, 25.7, 8.5, FALSE);
  all = psg_event_layer_get_n_bubbles (layer);
  g_assert_true (psg_session_set_range (f->session, "2022-09", PSG_RANGE_POSSIBLY, NULL));
  g_assert_cmpuint (psg_event_layer_get_n_bubbles (layer), <, all);
  g_assert_true (psg_session_set_range (f->session, "2019", PSG_RANGE_POSSIBLY, NULL));
  g_assert_cmpuint (psg_event_layer_get_n_bubbles (layer), ==, 0);
  g_assert_true (psg_session_set_range (f->session, NULL, PSG_RANGE_POSSIBLY, NULL));
  g_assert_cmpuint (psg_event_layer_get_n_bubbles (layer), ==, all);
}

static GtkToggleButton *
find_area_button (PsgMapFixture *f)
{
  return GTK_TOGGLE_BUTTON (psg_map_fixture_find_only (f, GTK_TYPE_TOGGLE_BUTTON));
}

/* The area stays where it was when the map is moved, and the button and the filter are one. */
static void
test_events_are_limited_to_the_area_seen (PsgMapFixture *f,
                                          gconstpointer  data)
{
  PsgRowSet *all = psg_row_set_ref (psg_session_get_matches (f->session));
  g_autoptr (PsgFilter) none = psg_filter_new_empty ();
  const PsgGeoBox *area;
  guint n;

  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 54.687, 25.28, 11, FALSE);
  gtk_toggle_button_set_active (find_area_button (f), TRUE);
  area = psg_filter_get_area (psg_session_get_filter (f->session));
  g_assert_nonnull (area);
  g_assert_true (psg_geo_box_contains (area, 54.687, 25.28));
  g_assert_false (psg_geo_box_contains (area, 54.483, 25.933));
  n = psg_row_set_count (psg_session_get_matches (f->session));
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, psg_row_set_count (all));

  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 55.5, 25.28, 11, FALSE);
  g_assert_cmpuint (psg_row_set_count (psg_session_get_matches (f->session)), ==, n);

  psg_session_set_filter (f->session, none, NULL);
  g_assert_false (gtk_toggle_button_get_active (find_area_button (f)));
  psg_row_set_unref (all);
}

/* What a double click on a sign or a bubble does is ours to say; libshumate would zoom, and warn. */
static void
test_clicks_are_not_libshumates (PsgMapFixture *f,
                                 gconstpointer  data)
{
  GtkWidget *map = psg_map_fixture_find_only (f, SHUMATE_TYPE_MAP);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (map);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_assert_cmpint (gtk_event_controller_get_propagation_phase (controller), ==, GTK_PHASE_NONE);
    }
}

static void
test_the_scale_is_round (PsgMapFixture *f,
                         gconstpointer  data)
{
  PsgMapRuler *ruler = PSG_MAP_RULER (psg_map_fixture_find_only (f, PSG_TYPE_MAP_RULER));

  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 54.6, 25.3, 8, FALSE);
  g_assert_cmpstr (psg_map_ruler_get_text (ruler), ==, "20 km");
  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 54.6, 25.3, 12, FALSE);
  g_assert_cmpstr (psg_map_ruler_get_text (ruler), ==, "2 km");
}

static void
check_names (PsgMapLabels     *labels,
             PsgCrossingLayer *crossings,
             PsgMapFixture    *f)
{
  g_autoptr (GArray) boxes = psg_map_labels_get_boxes (labels);
  g_autoptr (GArray) obstacles = psg_crossing_layer_get_obstacles (crossings, TRUE);
  double latitude, longitude, zoom, scale;

  psg_map_view_get_location (PSG_MAP_VIEW (f->view), &latitude, &longitude, &zoom);
  scale = psg_mercator_scale (zoom);

  for (guint i = 0; i < boxes->len; i++)
    {
      const PsgBox *a = &g_array_index (boxes, PsgBox, i);

      for (guint j = 0; j < i; j++)
        g_assert_false (psg_box_overlaps (a, &g_array_index (boxes, PsgBox, j)));
      for (guint j = 0; j < obstacles->len; j++)
        {
          const PsgMapObstacle *o = &g_array_index (obstacles, PsgMapObstacle, j);
          PsgBox b = psg_box_move (&o->box,
                                   (o->x - psg_mercator_x (longitude)) * scale + gtk_widget_get_width (f->view) / 2.0,
                                   (o->y - psg_mercator_y (latitude)) * scale + gtk_widget_get_height (f->view) / 2.0);

          g_assert_false (psg_box_overlaps (a, &b));
        }
    }
}

/* None is cut by the view's edge, nor half under what lies over the map. */
static void
check_names_are_whole (PsgMapLabels  *labels,
                       PsgMapFixture *f)
{
  g_autoptr (GArray) boxes = psg_map_labels_get_boxes (labels);
  PsgBox view = { 0, 0, gtk_widget_get_width (f->view), gtk_widget_get_height (f->view) };

  for (guint i = 0; i < boxes->len; i++)
    {
      const PsgBox *box = &g_array_index (boxes, PsgBox, i);

      g_assert_true (box->x0 >= view.x0 && box->y0 >= view.y0 && box->x1 <= view.x1 && box->y1 <= view.y1);
      for (guint j = 0; j < f->n_over; j++)
        g_assert_false (psg_box_overlaps (box, &f->over[j]));
    }
}

/* Of a town's sign, the middle: its rim may be touched. */
static PsgBox
get_core (const PsgBox *box)
{
  return box->x1 - box->x0 < 10 ? psg_box_grow (box, 1 - (box->x1 - box->x0) / 2) : *box;
}

/* Bubbles are drawn over names: one that would be half hidden is not drawn. */
static void
check_names_yield_to_bubbles (PsgMapFixture *f)
{
  PsgMapLabels *labels = PSG_MAP_LABELS (psg_map_fixture_find_only (f, PSG_TYPE_MAP_LABELS));
  PsgEventLayer *events = PSG_EVENT_LAYER (psg_map_fixture_find_only (f, PSG_TYPE_EVENT_LAYER));
  g_autoptr (GArray) boxes = psg_map_labels_get_boxes (labels);
  g_autoptr (GArray) bubbles = psg_event_layer_get_boxes (events);

  for (guint i = 0; i < boxes->len; i++)
    for (guint j = 0; j < bubbles->len; j++)
      {
        PsgBox core = get_core (&g_array_index (boxes, PsgBox, i));

        g_assert_false (psg_box_overlaps (&core, &g_array_index (bubbles, PsgBox, j)));
      }
}

static void
test_names_lie_on_nothing (gconstpointer data)
{
  const Names *names = data;
  const char *preferred[] = { names->language, NULL };
  PsgMapFixture f;
  guint n = 0;

  psg_text_set_preferred (preferred);
  psg_map_fixture_set_up_sized (&f, names->width, names->height);
  psg_map_fixture_find_what_lies_over (&f);
  g_assert_cmpuint (f.n_over, >=, 3);

  for (double zoom = 5.1; zoom < 12.2; zoom += 0.27)
    for (double latitude = 53.6; latitude < 56; latitude += 0.6)
      for (double longitude = 23.5; longitude < 28; longitude += 0.9, n++)
        {
          psg_map_view_go_to (PSG_MAP_VIEW (f.view), latitude, longitude, zoom, FALSE);
          check_names (PSG_MAP_LABELS (psg_map_fixture_find_only (&f, PSG_TYPE_MAP_LABELS)),
                       PSG_CROSSING_LAYER (psg_map_fixture_find_only (&f, PSG_TYPE_CROSSING_LAYER)), &f);
          check_names_are_whole (PSG_MAP_LABELS (psg_map_fixture_find_only (&f, PSG_TYPE_MAP_LABELS)), &f);
          check_names_yield_to_bubbles (&f);
        }
  g_assert_cmpuint (n, >=, 500);

  psg_map_fixture_tear_down (&f, NULL);
  psg_text_set_preferred (NULL);
}

static PsgBasemap *
load_basemap (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (PSG_RESOURCE_PREFIX "/basemap/region.lbm", 0, NULL);

  return psg_basemap_new_from_bytes (bytes, NULL);
}

static void
store_result_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
fill (ShumateMapSource *source,
      ShumateTile      *tile,
      GCancellable     *cancellable,
      gboolean          cancel_late,
      GError          **error)
{
  GAsyncResult *result = NULL;
  gboolean filled;

  shumate_map_source_fill_tile_async (source, tile, cancellable, store_result_cb, &result);
  if (cancel_late)
    g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  filled = shumate_map_source_fill_tile_finish (source, result, error);
  g_object_unref (result);

  return filled;
}

static void
test_tiles_are_filled (void)
{
  g_autoptr (PsgBasemap) basemap = load_basemap ();
  g_autoptr (ShumateMapSource) source = psg_map_source_new (basemap, PSG_SCHEME_LIGHT, 2);
  g_autoptr (ShumateTile) tile = shumate_tile_new_full (73, 41, 256, 7);
  g_autoptr (GError) error = NULL;

  g_assert_true (fill (source, tile, NULL, FALSE, &error));
  g_assert_no_error (error);
  g_assert_nonnull (shumate_tile_get_paintable (tile));
  g_assert_cmpint (shumate_tile_get_state (tile), ==, SHUMATE_STATE_DONE);
}

static void
test_cancelled_tiles_are_never_filled (void)
{
  g_autoptr (PsgBasemap) basemap = load_basemap ();
  g_autoptr (ShumateMapSource) source = psg_map_source_new (basemap, PSG_SCHEME_DARK, 1);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (ShumateTile) tile = shumate_tile_new_full (73, 41, 256, 7);
      g_autoptr (GError) error = NULL;

      if (i % 2 == 0)
        g_cancellable_cancel (cancellable);
      g_assert_false (fill (source, tile, cancellable, i % 2 == 1, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
test_looks_have_sources_of_their_own (void)
{
  g_autoptr (PsgBasemap) basemap = load_basemap ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint scheme = 0; scheme < 4; scheme++)
    for (guint resolution = 1; resolution <= 4; resolution *= 2)
      {
        g_autoptr (ShumateMapSource) source = psg_map_source_new (basemap, scheme, resolution);

        g_assert_true (g_hash_table_add (ids, g_strdup (shumate_map_source_get_id (source))));
      }
}

static guint32
draw_pixel (PsgBasemap            *basemap,
            const PsgBasemapStyle *style,
            double                 latitude,
            double                 longitude,
            double                 zoom)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 64, 64);
  cairo_t *cr = cairo_create (surface);
  PsgBasemapFrame frame = { .scale = psg_mercator_scale (zoom), .width = 64, .height = 64, .zoom = zoom, .pen = 1 };
  guint32 pixel;

  frame.x = psg_mercator_x (longitude) - 32 / frame.scale;
  frame.y = psg_mercator_y (latitude) - 32 / frame.scale;
  psg_basemap_draw (basemap, cr, &frame, style);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixel = *(guint32 *) (cairo_image_surface_get_data (surface) +
                        32 * cairo_image_surface_get_stride (surface) + 32 * 4);
  cairo_surface_destroy (surface);

  return pixel & 0xffffff;
}

static void
test_places_have_their_ground (void)
{
  g_autoptr (PsgBasemap) basemap = load_basemap ();

  for (guint scheme = 0; scheme < 4; scheme++)
    {
      const PsgBasemapStyle *style = psg_basemap_style_get (scheme);

      g_assert_cmphex (draw_pixel (basemap, style, 55.38, 24.05, 9), ==, style->lithuania >> 8);
      g_assert_cmphex (draw_pixel (basemap, style, 53.62, 28.5, 9), ==, style->belarus >> 8);
      g_assert_cmphex (draw_pixel (basemap, style, 52.75, 21.85, 9), ==, style->land >> 8);
      g_assert_cmphex (draw_pixel (basemap, style, 56.2, 19.5, 9), ==, style->water >> 8);
    }
}

/* WCAG 2.1, as far as a colour has no transparency. */
static double
luminance (guint32 rgba)
{
  double sum = 0;
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };

  for (guint i = 0; i < 3; i++)
    {
      double c = (rgba >> (24 - 8 * i) & 0xff) / 255.0;

      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4));
    }

  return sum;
}

static void
check_contrast (const char *what,
                guint32     color,
                guint32     ground,
                double      least)
{
  double a = luminance (color) + 0.05, b = luminance (ground) + 0.05;
  double ratio = MAX (a, b) / MIN (a, b);

  if (ratio < least)
    g_error ("%s: %08x on %08x: %.2f is less than %.1f", what, color, ground, ratio, least);
}

/* Names on their halo; the border the map is about on both of its sides; and for who asked for
 * contrast every line and every sign. */
static void
test_looks_can_be_told_apart (void)
{
  for (guint scheme = 0; scheme < 4; scheme++)
    {
      const PsgBasemapStyle *style = psg_basemap_style_get (scheme);
      gboolean high = scheme >= PSG_SCHEME_HIGH_CONTRAST;
      guint32 grounds[] = { style->lithuania, style->belarus, style->land };

      check_contrast ("town", style->town, style->halo, 7);
      check_contrast ("area", style->area, style->halo, high ? 7 : 4.5);
      check_contrast ("sea", style->sea, style->halo, high ? 7 : 4.5);
      check_contrast ("sign", style->town, style->dot, 7);
      for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
        {
          check_contrast ("subject", style->subject, grounds[i], high ? 7 : 4.5);
          check_contrast ("border", style->border, grounds[i], high ? 4.5 : 2.3);
          check_contrast ("coast", style->coast, grounds[i], high ? 4.5 : 1.5);
          if (!high)
            continue;
          check_contrast ("lake", style->lake, grounds[i], 3);
          check_contrast ("river", style->river, grounds[i], 3);
          /* A road is told by its lighter or by its darker part. */
          for (guint j = 0; j < G_N_ELEMENTS (style->road); j++)
            check_contrast ("road", psg_scheme_is_dark (scheme) ? style->road[j] : style->road_edge[j], grounds[i], 3);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  static const Names names[] = {
    { "en", PSG_MAP_FIXTURE_WIDTH, PSG_MAP_FIXTURE_HEIGHT }, { "lt", 390, 250 }, { "be", 1100, 640 },
    { "ru", 560, 420 }, { "pl", 900, 300 },
  };

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  psg_ui_init ();

#define ADD(path, function) \
  g_test_add ("/ui/map/" path, PsgMapFixture, NULL, psg_map_fixture_set_up, function, psg_map_fixture_tear_down)
  ADD ("signs-and-badge-follow-the-playhead", test_signs_and_badge_follow_the_playhead);
  ADD ("badge-says-how-many-are-not-known", test_badge_says_how_many_are_not_known);
  ADD ("a-crossing-speaks", test_a_crossing_speaks);
  ADD ("activating-a-crossing-chooses-it", test_activating_a_crossing_chooses_it);
  ADD ("crossings-go-north-to-south", test_crossings_go_north_to_south);
  ADD ("railways-wait-for-room", test_railways_wait_for_room);
  ADD ("stays-within-the-region", test_the_map_stays_within_the_region);
  ADD ("what-is-in-sight-moves-nothing", test_what_is_in_sight_moves_nothing);
  ADD ("what-is-chosen-out-of-sight-is-shown", test_what_is_chosen_out_of_sight_is_shown);
  ADD ("what-is-chosen-comes-out-from-under-the-badge", test_what_is_chosen_comes_out_from_under_the_badge);
  ADD ("events-are-clustered-and-found", test_events_are_clustered_and_found);
  ADD ("events-follow-the-range", test_events_follow_the_range);
  ADD ("events-are-limited-to-the-area-seen", test_events_are_limited_to_the_area_seen);
  ADD ("clicks-are-not-libshumates", test_clicks_are_not_libshumates);
  ADD ("the-scale-is-round", test_the_scale_is_round);
#undef ADD
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/map/names-lie-on-nothing/%s", names[i].language);

      g_test_add_data_func (path, &names[i], test_names_lie_on_nothing);
    }
  g_test_add_func ("/ui/map-source/tiles-are-filled", test_tiles_are_filled);
  g_test_add_func ("/ui/map-source/cancelled-tiles-are-never-filled", test_cancelled_tiles_are_never_filled);
  g_test_add_func ("/ui/map-source/looks-have-sources-of-their-own", test_looks_have_sources_of_their_own);
  g_test_add_func ("/ui/basemap-style/looks-can-be-told-apart", test_looks_can_be_told_apart);
  g_test_add_func ("/ui/basemap-draw/places-have-their-ground", test_places_have_their_ground);

  return g_test_run ();
}
