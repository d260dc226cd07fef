/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-fixture.h"

#include <adwaita.h>
#include <math.h>
#include <shumate/shumate.h>

#include "psg-map-labels.h"
#include "psg-map-needle.h"
#include "psg-map-projection.h"
#include "psg-mercator.h"
#include "psg-ui.h"

/* The map turned, and what keeps its cards in view, turned or not. */

static ShumateViewport *
get_viewport (PsgMapFixture *f)
{
  return shumate_map_get_viewport (SHUMATE_MAP (psg_map_fixture_find_only (f, SHUMATE_TYPE_MAP)));
}

static void
get_projection (PsgMapFixture    *f,
                PsgMapProjection *projection)
{
  psg_map_projection_init (projection, get_viewport (f), gtk_widget_get_width (f->view),
                           gtk_widget_get_height (f->view));
}

/* libshumate draws tiles; what is ours must be where it puts places. */
static void
test_places_are_where_the_library_has_them (PsgMapFixture *f,
                                            gconstpointer  data)
{
  PsgMapView *view = PSG_MAP_VIEW (f->view);

  for (double rotation = -180; rotation <= 180; rotation += 22.5)
    {
      PsgMapProjection projection;

      psg_map_view_turn (view, rotation, FALSE);
      psg_map_view_go_to (view, 54.5, 25.5, 7.3, FALSE);
      get_projection (f, &projection);
      for (guint i = 0; i < 20; i++)
        {
          double latitude = g_test_rand_double_range (53, 56), longitude = g_test_rand_double_range (23, 28);
          double x, y, px, py, world_x, world_y;

          psg_map_projection_place (&projection, psg_mercator_x (longitude), psg_mercator_y (latitude), &px, &py);
          shumate_viewport_location_to_widget_coords (get_viewport (f), f->view, latitude, longitude, &x, &y);
          g_assert_cmpfloat_with_epsilon (px, x, 0.01);
          g_assert_cmpfloat_with_epsilon (py, y, 0.01);
          psg_map_projection_unplace (&projection, px, py, &world_x, &world_y);
          g_assert_cmpfloat_with_epsilon (psg_mercator_longitude (world_x), longitude, 1e-9);
          g_assert_cmpfloat_with_epsilon (psg_mercator_latitude (world_y), latitude, 1e-9);
        }
    }
}

static void
test_the_compass_shows_while_turned (PsgMapFixture *f,
                                     gconstpointer  data)
{
  PsgMapNeedle *needle = PSG_MAP_NEEDLE (psg_map_fixture_find_only (f, PSG_TYPE_MAP_NEEDLE));
  GtkWidget *compass = gtk_widget_get_parent (GTK_WIDGET (needle));

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_assert_false (gtk_widget_get_visible (compass));
  shumate_viewport_set_rotation (get_viewport (f), G_PI / 6);
  g_assert_true (gtk_widget_get_visible (compass));
  g_assert_cmpfloat_with_epsilon (psg_map_needle_get_rotation (needle), 30, 1e-9);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (compass), GTK_ACCESSIBLE_PROPERTY_LABEL, "Turn North Up");

  gtk_widget_grab_focus (compass);
  gtk_widget_activate (compass);
  while (psg_map_view_get_rotation (PSG_MAP_VIEW (f->view)) != 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (compass));
  g_assert_true (gtk_widget_is_focus (f->view));
}

static void
test_keys_turn_the_map (PsgMapFixture *f,
                        gconstpointer  data)
{
  PsgMapView *view = PSG_MAP_VIEW (f->view);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (guint i = 1; i <= 30; i++)
    {
      gtk_widget_activate_action (f->view, "map.turn", "i", 1);
      g_assert_cmpfloat_with_epsilon (remainder (psg_map_view_get_rotation (view) - 15.0 * i, 360), 0, 1e-6);
    }
  gtk_widget_activate_action (f->view, "map.turn", "i", -1);
  g_assert_cmpfloat_with_epsilon (psg_map_view_get_rotation (view), 75, 1e-6);
  gtk_widget_activate_action (f->view, "map.north-up", NULL);
  g_assert_cmpfloat (psg_map_view_get_rotation (view), ==, 0);
  psg_map_view_turn (view, 60, FALSE);
  gtk_widget_activate_action (f->view, "map.reset", NULL);
  g_assert_cmpfloat (psg_map_view_get_rotation (view), ==, 0);
}

/* The arrow to the right shows what lay to the right, wherever north is; and what is zoomed
 * about stays where it is. */
static void
test_moves_go_where_they_point (PsgMapFixture *f,
                                gconstpointer  data)
{
  PsgMapProjection projection;
  double x, y, px, py;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 54.5, 25.5, 9, FALSE);
  psg_map_view_turn (PSG_MAP_VIEW (f->view), 70, FALSE);
  get_projection (f, &projection);
  psg_map_projection_unplace (&projection, 400, 200, &x, &y);

  gtk_widget_activate_action (f->view, "map.pan", "(ii)", 1, 0);
  get_projection (f, &projection);
  psg_map_projection_place (&projection, x, y, &px, &py);
  g_assert_cmpfloat_with_epsilon (px, 320, 0.01);
  g_assert_cmpfloat_with_epsilon (py, 200, 0.01);

  psg_map_projection_unplace (&projection, PSG_MAP_FIXTURE_WIDTH / 2, PSG_MAP_FIXTURE_HEIGHT / 2, &x, &y);
  gtk_widget_activate_action (f->view, "map.zoom-in", NULL);
  get_projection (f, &projection);
  psg_map_projection_place (&projection, x, y, &px, &py);
  g_assert_cmpfloat_with_epsilon (px, PSG_MAP_FIXTURE_WIDTH / 2, 0.01);
  g_assert_cmpfloat_with_epsilon (py, PSG_MAP_FIXTURE_HEIGHT / 2, 0.01);
}

/* All four corners of a turned view stay within the region, where the view is not larger. */
static void
test_a_turned_map_stays_within_the_region (PsgMapFixture *f,
                                           gconstpointer  data)
{
  for (guint i = 0; i < 200; i++)
    {
      PsgMapProjection projection;
      PsgBox bounds;

      psg_map_view_turn (PSG_MAP_VIEW (f->view), g_test_rand_double_range (-180, 180), FALSE);
      psg_map_view_go_to (PSG_MAP_VIEW (f->view), g_test_rand_double_range (40, 70), g_test_rand_double_range (0, 50),
                          g_test_rand_double_range (7, 12), FALSE);
      get_projection (f, &projection);
      bounds = psg_map_projection_get_bounds (&projection, 0);
      g_assert_cmpfloat (psg_mercator_longitude (bounds.x0), >, 18 - 0.01);
      g_assert_cmpfloat (psg_mercator_longitude (bounds.x1), <, 35 + 0.01);
      g_assert_cmpfloat (psg_mercator_latitude (bounds.y1), >, 50 - 0.01);
      g_assert_cmpfloat (psg_mercator_latitude (bounds.y0), <, 58.7 + 0.01);
    }
}

static void
check_clear (GArray *boxes)
{
  for (guint i = 0; i < boxes->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (psg_box_overlaps (&g_array_index (boxes, PsgBox, i), &g_array_index (boxes, PsgBox, j)));
}

/* A card is where the plan says, is seen whole, and hides nothing. */
static void
check_cards (PsgMapFixture *f)
{
  PsgCrossingLayer *layer = PSG_CROSSING_LAYER (psg_map_fixture_find_only (f, PSG_TYPE_CROSSING_LAYER));
  g_autoptr (GArray) cards = psg_crossing_layer_get_cards (layer);
  PsgMapLabels *labels = PSG_MAP_LABELS (psg_map_fixture_find_only (f, PSG_TYPE_MAP_LABELS));
  g_autoptr (GArray) names = psg_map_labels_get_boxes (labels);
  int width = gtk_widget_get_width (f->view), height = gtk_widget_get_height (f->view);

  check_clear (cards);
  check_clear (names);
  for (guint i = 0; i < cards->len; i++)
    {
      const PsgBox *card = &g_array_index (cards, PsgBox, i);

      g_assert_true (card->x0 >= 0 && card->y0 >= 0 && card->x1 <= width && card->y1 <= height);
      for (guint j = 0; j < f->n_over; j++)
        g_assert_false (psg_box_overlaps (card, &f->over[j]));
      for (guint j = 0; j < names->len; j++)
        g_assert_false (psg_box_overlaps (card, &g_array_index (names, PsgBox, j)));
    }
}

/* A language, and how large the map is. */
typedef struct
{
  const char *language;
  int         width;
  int         height;
} Size;

static void
test_cards_are_seen_whole (gconstpointer data)
{
  const Size *size = data;
  const char *preferred[] = { size->language, NULL };
  PsgMapFixture f = { 0 };

  psg_text_set_preferred (preferred);
  psg_map_fixture_set_up_sized (&f, size->width, size->height);
  psg_map_fixture_find_what_lies_over (&f);
  g_assert_cmpuint (f.n_over, >=, 3);

  for (guint i = 0; i < 600; i++)
    {
      /* Every other time with north up, as it nearly always is. */
      psg_map_view_turn (PSG_MAP_VIEW (f.view), i % 2 == 0 ? 0 : g_test_rand_double_range (-180, 180), FALSE);
      psg_map_view_go_to (PSG_MAP_VIEW (f.view), g_test_rand_double_range (53.6, 55.6),
                          g_test_rand_double_range (23.5, 27.2), g_test_rand_double_range (5, 12), FALSE);
      check_cards (&f);
    }

  psg_map_fixture_tear_down (&f, NULL);
  psg_text_set_preferred (NULL);
}

/* Each crossing has its card when the map opens, in any window. */
static void
test_all_cards_show_at_first (gconstpointer data)
{
  const Size *size = data;
  const char *preferred[] = { size->language, NULL };
  PsgMapFixture f = { 0 };
  g_autoptr (GArray) cards = NULL;
  GPtrArray *crossings;
  guint n_roads = 0;

  psg_text_set_preferred (preferred);
  psg_map_fixture_set_up_sized (&f, size->width, size->height);
  cards = psg_crossing_layer_get_cards (PSG_CROSSING_LAYER (psg_map_fixture_find_only (&f, PSG_TYPE_CROSSING_LAYER)));
  crossings = psg_collection_get_crossings (psg_session_get_collection (f.session));
  for (guint i = 0; i < crossings->len; i++)
    n_roads += ((PsgCrossing *) g_ptr_array_index (crossings, i))->kind == PSG_CROSSING_ROAD;
  g_assert_cmpuint (cards->len, >=, n_roads);

  psg_map_fixture_tear_down (&f, NULL);
  psg_text_set_preferred (NULL);
}

int
main (int   argc,
      char *argv[])
{
  static const Size sizes[] = {
    { "en", 740, 490 }, { "lt", 390, 250 }, { "be", 1100, 640 }, { "ru", 560, 420 }, { "pl", 900, 300 },
  };

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  psg_ui_init ();

#define ADD(path, function) \
  g_test_add ("/ui/map-turned/" path, PsgMapFixture, NULL, psg_map_fixture_set_up, function, psg_map_fixture_tear_down)
  ADD ("places-are-where-the-library-has-them", test_places_are_where_the_library_has_them);
  ADD ("the-compass-shows-while-turned", test_the_compass_shows_while_turned);
  ADD ("keys-turn-the-map", test_keys_turn_the_map);
  ADD ("moves-go-where-they-point", test_moves_go_where_they_point);
  ADD ("stays-within-the-region", test_a_turned_map_stays_within_the_region);
#undef ADD
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *whole = g_strdup_printf ("/ui/map-turned/cards-are-seen-whole/%s", sizes[i].language);
      g_autofree char *first = g_strdup_printf ("/ui/map-turned/all-cards-show-at-first/%s", sizes[i].language);

      g_test_add_data_func (whole, &sizes[i], test_cards_are_seen_whole);
      g_test_add_data_func (first, &sizes[i], test_all_cards_show_at_first);
    }

  return g_test_run ();
}
