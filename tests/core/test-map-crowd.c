/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "psg-map-crowd.h"
#include "psg-map-scale.h"
#include "psg-mercator.h"

/* What is put together before it is clustered; and scale bars. */

#define ZOOM 8.0

static GArray *
random_points (guint n)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (PsgMapPoint));

  for (guint i = 0; i < n; i++)
    {
      PsgMapPoint point = {
        g_test_rand_double_range (0.55, 0.58), g_test_rand_double_range (0.30, 0.33), i, g_test_rand_int_range (1, 20),
      };

      g_array_append_val (points, point);
    }

  return points;
}

static void
test_few_places_stay_themselves (void)
{
  g_autoptr (GArray) points = random_points (100);
  PsgBox nothing = { 0, 0, 0, 0 };
  g_autoptr (PsgMapCrowd) crowd = psg_map_crowd_new (points, ZOOM, &nothing);

  g_assert_cmpuint (crowd->spots->len, ==, points->len);
  for (guint i = 0; i < points->len; i++)
    {
      guint n;

      g_assert_cmpuint (psg_map_crowd_get_places (crowd, i, &n)[0], ==, i);
      g_assert_cmpuint (n, ==, 1);
    }
}

/* Every place within the window is in one spot, near it; the numbers agree. */
static void
test_many_places_are_put_together (void)
{
  g_autoptr (GArray) points = random_points (3 * PSG_MAP_CROWD_MANY);
  PsgBox window = { 0.555, 0.305, 0.575, 0.325 };
  g_autoptr (PsgMapCrowd) crowd = psg_map_crowd_new (points, ZOOM, &window);
  g_autofree guint8 *seen = g_new0 (guint8, points->len);
  double scale = psg_mercator_scale (ZOOM);

  g_assert_cmpuint (crowd->spots->len, <, points->len / 2);
  for (guint i = 0; i < crowd->spots->len; i++)
    {
      const PsgMapPoint *spot = &g_array_index (crowd->spots, PsgMapPoint, i);
      guint n, things = 0;
      const guint32 *places = psg_map_crowd_get_places (crowd, spot->place, &n);

      g_assert_cmpuint (n, >, 0);
      for (guint j = 0; j < n; j++)
        {
          const PsgMapPoint *point = &g_array_index (points, PsgMapPoint, places[j]);

          g_assert_cmpuint (seen[places[j]]++, ==, 0);
          g_assert_cmpfloat (hypot (point->x - spot->x, point->y - spot->y) * scale, <, 18);
          things += point->n;
        }
      g_assert_cmpuint (spot->n, ==, things);
    }

  for (guint i = 0; i < points->len; i++)
    {
      const PsgMapPoint *p = &g_array_index (points, PsgMapPoint, i);

      if (p->x >= window.x0 && p->x <= window.x1 && p->y >= window.y0 && p->y <= window.y1)
        g_assert_cmpuint (seen[i], ==, 1);
    }
}

/* Squares belong to the world: another window has the same spots where both reach. */
static void
test_spots_do_not_depend_on_the_window (void)
{
  g_autoptr (GArray) points = random_points (2 * PSG_MAP_CROWD_MANY);
  PsgBox here = { 0.555, 0.305, 0.57, 0.32 }, there = { 0.552, 0.302, 0.573, 0.323 };
  g_autoptr (PsgMapCrowd) one = psg_map_crowd_new (points, ZOOM, &here);
  g_autoptr (PsgMapCrowd) other = psg_map_crowd_new (points, ZOOM, &there);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < other->spots->len; i++)
    {
      const PsgMapPoint *spot = &g_array_index (other->spots, PsgMapPoint, i);
      gint64 key = (gint64) (spot->x * 1e9) * 100000 + spot->n;

      g_hash_table_add (known, g_memdup2 (&key, sizeof key));
    }
  for (guint i = 0; i < one->spots->len; i++)
    {
      const PsgMapPoint *spot = &g_array_index (one->spots, PsgMapPoint, i);
      gint64 key = (gint64) (spot->x * 1e9) * 100000 + spot->n;

      g_assert_true (g_hash_table_contains (known, &key));
    }
}

static void
test_scale_bars_are_round (void)
{
  static const struct
  {
    double pixels_a_metre;
    gboolean metric;
    guint length;
    PsgLengthUnit unit;
  } cases[] = {
    { 0.005, TRUE, 20, PSG_LENGTH_KILOMETRES }, /* 100 px are 20 km */
    { 0.00501, TRUE, 10, PSG_LENGTH_KILOMETRES },
    { 0.1, TRUE, 1, PSG_LENGTH_KILOMETRES },
    { 0.11, TRUE, 500, PSG_LENGTH_METRES },
    { 1e-4, TRUE, 1000, PSG_LENGTH_KILOMETRES },
    { 100, TRUE, 1, PSG_LENGTH_METRES },
    { 200, TRUE, 0, PSG_LENGTH_METRES },
    { 0.005, FALSE, 10, PSG_LENGTH_MILES },
    { 0.1, FALSE, 2000, PSG_LENGTH_FEET },
    { 0, TRUE, 0, PSG_LENGTH_KILOMETRES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PsgMapScale scale = psg_map_scale_choose (cases[i].pixels_a_metre, 100, cases[i].metric);

      g_assert_cmpuint (scale.length, ==, cases[i].length);
      g_assert_cmpint (scale.unit, ==, cases[i].unit);
      g_assert_cmpfloat (scale.pixels, <=, 100.0001);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/map-crowd/few-places-stay-themselves", test_few_places_stay_themselves);
  g_test_add_func ("/core/map-crowd/many-places-are-put-together", test_many_places_are_put_together);
  g_test_add_func ("/core/map-crowd/spots-do-not-depend-on-the-window", test_spots_do_not_depend_on_the_window);
  g_test_add_func ("/core/map-scale/bars-are-round", test_scale_bars_are_round);

  return g_test_run ();
}
