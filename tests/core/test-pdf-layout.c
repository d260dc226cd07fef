/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-pdf-layout.h"

#include <math.h>

/* Pages below one another, whatever a file says of their size. */

static const PsgPdfSize sizes[] = {
  { 600, 800 }, { 1200, 800 }, { 600, 800 },
};

static void
test_each_page_is_as_wide_as_there_is_room (void)
{
  g_autoptr (PsgPdfLayout) layout = psg_pdf_layout_new (sizes, G_N_ELEMENTS (sizes));

  psg_pdf_layout_update (layout, 0, 320, 10);
  for (guint i = 0; i < psg_pdf_layout_get_n (layout); i++)
    {
      g_assert_cmpfloat (psg_pdf_layout_get_leaf (layout, i)->x, ==, 10);
      g_assert_cmpfloat (psg_pdf_layout_get_leaf (layout, i)->width, ==, 300);
    }
  g_assert_cmpfloat (psg_pdf_layout_get_leaf (layout, 1)->y, ==, 420);
  g_assert_cmpfloat (psg_pdf_layout_get_leaf (layout, 1)->height, ==, 200);
  g_assert_cmpfloat (psg_pdf_layout_get_width (layout), ==, 320);
  g_assert_cmpfloat (psg_pdf_layout_get_height (layout), ==, 400 + 200 + 400 + 4 * 10);
}

static void
test_zoom_is_one_for_all (void)
{
  g_autoptr (PsgPdfLayout) layout = psg_pdf_layout_new (sizes, G_N_ELEMENTS (sizes));

  psg_pdf_layout_update (layout, 0.75, 320, 10);
  g_assert_cmpfloat (psg_pdf_layout_get_leaf (layout, 0)->width, ==, 600);
  g_assert_cmpfloat (psg_pdf_layout_get_leaf (layout, 1)->width, ==, 1200);
  g_assert_cmpfloat (psg_pdf_layout_get_width (layout), ==, 1220);
  g_assert_cmpfloat (psg_pdf_layout_get_leaf (layout, 0)->x, ==, 310);
}

static void
test_places_and_points_are_one (void)
{
  g_autoptr (PsgPdfLayout) layout = psg_pdf_layout_new (sizes, G_N_ELEMENTS (sizes));
  double x, y;

  psg_pdf_layout_update (layout, 0, 457, 9);
  for (double at = 0; at < psg_pdf_layout_get_height (layout); at += 7.3)
    {
      PsgPdfPlace place = psg_pdf_layout_get_place (layout, 100, at);

      psg_pdf_layout_get_point (layout, &place, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, 100, 0.001);
      g_assert_cmpfloat_with_epsilon (y, at, 0.001);
      g_assert_cmpuint (place.page, ==, psg_pdf_layout_find (layout, at));
    }
  g_assert_cmpuint (psg_pdf_layout_find (layout, -100), ==, 0);
  g_assert_cmpuint (psg_pdf_layout_find (layout, 1e9), ==, 2);
}

static void
test_no_size_is_too_odd (void)
{
  const PsgPdfSize odd[] = {
    { 0, 0 }, { -5, 800 }, { NAN, 100 }, { INFINITY, 1 }, { 1e6, 1e6 }, { 1, 1e6 }, { 1e6, 1 }, { 1e300, 5 },
  };
  g_autoptr (PsgPdfLayout) layout = psg_pdf_layout_new (odd, G_N_ELEMENTS (odd));
  double zooms[] = { 0, 0.25, 1, 8 };

  for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
    {
      double y = 0;

      psg_pdf_layout_update (layout, zooms[z], 400, 8);
      for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
        {
          const PsgPdfLeaf *leaf = psg_pdf_layout_get_leaf (layout, i);

          g_assert_true (leaf->width >= 1 && leaf->height >= 1 && leaf->scale > 0);
          g_assert_true (isfinite (leaf->x) && isfinite (leaf->y) && leaf->y >= y);
          y = leaf->y + leaf->height - 1;
        }
      g_assert_true (isfinite (psg_pdf_layout_get_height (layout)));
    }
}

static void
test_zoom_goes_in_steps_and_stops (void)
{
  double zoom = 1;

  g_assert_cmpfloat (psg_pdf_layout_step_zoom (1, 1), ==, 1.1);
  g_assert_cmpfloat (psg_pdf_layout_step_zoom (1.07, -1), ==, 1);
  for (guint i = 0; i < 50; i++)
    zoom = psg_pdf_layout_step_zoom (zoom, 1);
  g_assert_cmpfloat (zoom, ==, 8);
  for (guint i = 0; i < 50; i++)
    zoom = psg_pdf_layout_step_zoom (zoom, -1);
  g_assert_cmpfloat (zoom, ==, 0.25);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/pdf-layout/each-page-is-as-wide-as-there-is-room",
                   test_each_page_is_as_wide_as_there_is_room);
  g_test_add_func ("/core/pdf-layout/zoom-is-one-for-all", test_zoom_is_one_for_all);
  g_test_add_func ("/core/pdf-layout/places-and-points-are-one", test_places_and_points_are_one);
  g_test_add_func ("/core/pdf-layout/no-size-is-too-odd", test_no_size_is_too_odd);
  g_test_add_func ("/core/pdf-layout/zoom-goes-in-steps-and-stops", test_zoom_goes_in_steps_and_stops);

  return g_test_run ();
}
