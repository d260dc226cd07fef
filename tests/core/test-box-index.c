/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-box-index.h"

/* Boxes: which overlap, and an index of them against asking each in turn. */

static const struct
{
  PsgBox a;
  PsgBox b;
  gboolean overlap;
} pairs[] = {
  { { 0, 0, 10, 10 }, { 5, 5, 15, 15 }, TRUE },
  { { 0, 0, 10, 10 }, { 2, 2, 3, 3 }, TRUE },
  { { 0, 0, 10, 10 }, { 10, 0, 20, 10 }, FALSE },
  { { 0, 0, 10, 10 }, { 0, 10, 10, 20 }, FALSE },
  { { 0, 0, 10, 10 }, { 20, 0, 30, 10 }, FALSE },
  { { -10, -10, -1, -1 }, { -2, -2, 5, 5 }, TRUE },
};

static void
test_boxes_that_touch_do_not_overlap (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_assert_cmpint (psg_box_overlaps (&pairs[i].a, &pairs[i].b), ==, pairs[i].overlap);
      g_assert_cmpint (psg_box_overlaps (&pairs[i].b, &pairs[i].a), ==, pairs[i].overlap);
    }
}

static void
test_growing_and_moving_make_new_ones (void)
{
  PsgBox box = { 0, 0, 10, 20 };
  PsgBox grown = psg_box_grow (&box, 2);
  PsgBox moved = psg_box_move (&box, 5, -5);

  g_assert_cmpfloat (grown.x0, ==, -2);
  g_assert_cmpfloat (grown.y1, ==, 22);
  g_assert_cmpfloat (moved.x1, ==, 15);
  g_assert_cmpfloat (moved.y0, ==, -5);
  g_assert_cmpfloat (box.x0, ==, 0);
}

static PsgBox
random_box (void)
{
  double x = g_test_rand_double_range (-500, 500), y = g_test_rand_double_range (-500, 500);

  return (PsgBox) {
    x, y, x + g_test_rand_double_range (0.1, 80), y + g_test_rand_double_range (0.1, 80),
  };
}

static gboolean
hits_any (const PsgBox *boxes,
          guint         n,
          const PsgBox *box)
{
  for (guint i = 0; i < n; i++)
    if (psg_box_overlaps (&boxes[i], box))
      return TRUE;

  return FALSE;
}

static void
test_it_agrees_with_asking_each (void)
{
  static const double cells[] = { 1, 17, 64, 2000 };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (PsgBoxIndex) index = psg_box_index_new (cells[i]);
      PsgBox boxes[100];

      for (guint n = 0; n < G_N_ELEMENTS (boxes); n++)
        {
          PsgBox asked = random_box ();

          g_assert_cmpint (psg_box_index_hits (index, &asked), ==, hits_any (boxes, n, &asked));
          boxes[n] = random_box ();
          psg_box_index_add (index, &boxes[n]);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/box-index/boxes-that-touch-do-not-overlap", test_boxes_that_touch_do_not_overlap);
  g_test_add_func ("/core/box-index/growing-and-moving-make-new-ones", test_growing_and_moving_make_new_ones);
  g_test_add_func ("/core/box-index/it-agrees-with-asking-each", test_it_agrees_with_asking_each);

  return g_test_run ();
}
