/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-board.h"

#include "psg-mercator.h"

/* What is taken on the map through a step of the zoom level: what the board calls free is
 * free at both ends of it, against asking each box in turn. */

static const struct
{
  double zoom;
  double step;
} steps[] = {
  { 7.0, 7.0 },
  { 7.24, 7.0 },
  { 7.25, 7.25 },
  { 6.999, 6.75 },
  { 0.0, 0.0 },
  { -0.1, -0.25 },
};

static void
test_a_zoom_level_lies_in_its_step (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpfloat (psg_map_board_quantise (steps[i].zoom), ==, steps[i].step);
}

/* A box of some pixels on a point in a small part of the world. */
static PsgMapObstacle
random_obstacle (void)
{
  double left = g_test_rand_double_range (-60, 10), top = g_test_rand_double_range (-20, 10);

  return (PsgMapObstacle) {
    g_test_rand_double_range (0.57, 0.58), g_test_rand_double_range (0.31, 0.32),
    { left, top, left + g_test_rand_double_range (4, 90), top + g_test_rand_double_range (4, 24) },
  };
}

static gboolean
collide (const PsgMapObstacle *a,
         const PsgMapObstacle *b,
         double                zoom)
{
  double scale = psg_mercator_scale (zoom);
  PsgBox at_a = psg_box_move (&a->box, a->x * scale, a->y * scale);
  PsgBox at_b = psg_box_move (&b->box, b->x * scale, b->y * scale);

  return psg_box_overlaps (&at_a, &at_b);
}

static gboolean
is_free (const PsgMapObstacle *taken,
         guint                 n,
         const PsgMapObstacle *asked,
         double                zoom)
{
  for (guint i = 0; i < n; i++)
    if (collide (&taken[i], asked, zoom) || collide (&taken[i], asked, zoom + PSG_MAP_STEP / 2)
        || collide (&taken[i], asked, zoom + PSG_MAP_STEP))
      return FALSE;

  return TRUE;
}

static void
test_it_agrees_with_asking_each (void)
{
  static const double zooms[] = { 5.0, 8.25, 12.0, 18.0 };

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      PsgMapObstacle taken[120];
      g_autoptr (PsgMapBoard) board = NULL;

      for (guint n = 0; n < 20; n++)
        taken[n] = random_obstacle ();
      board = psg_map_board_new (zooms[i], taken, 20);

      for (guint n = 20; n < G_N_ELEMENTS (taken); n++)
        {
          PsgMapObstacle asked = random_obstacle ();

          g_assert_cmpint (psg_map_board_is_free (board, asked.x, asked.y, &asked.box), ==,
                           is_free (taken, n, &asked, zooms[i]));
          taken[n] = random_obstacle ();
          psg_map_board_take (board, taken[n].x, taken[n].y, &taken[n].box);
        }
    }
}

static void
test_an_empty_board_is_free (void)
{
  g_autoptr (PsgMapBoard) board = psg_map_board_new (7, NULL, 0);
  PsgBox box = { -10, -10, 10, 10 };

  g_assert_true (psg_map_board_is_free (board, 0.5, 0.5, &box));
  psg_map_board_take (board, 0.5, 0.5, &box);
  g_assert_false (psg_map_board_is_free (board, 0.5, 0.5, &box));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/map-board/a-zoom-level-lies-in-its-step", test_a_zoom_level_lies_in_its_step);
  g_test_add_func ("/core/map-board/it-agrees-with-asking-each", test_it_agrees_with_asking_each);
  g_test_add_func ("/core/map-board/an-empty-board-is-free", test_an_empty_board_is_free);

  return g_test_run ();
}
