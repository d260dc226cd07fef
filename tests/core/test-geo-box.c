/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-geo-box.h"

/* Boxes of degrees: text in and out, and what lies in them. */

static void
test_text_and_back (void)
{
  static const struct { const char *text; const char *canonical; } cases[] = {
    { "53.9,24.1,55.2,26.8", "53.9,24.1,55.2,26.8" },
    { "53.98765,24,55,26.000", "53.988,24,55,26" },
    { "-10,-20.5,-5,0", "-10,-20.5,-5,0" },
    { "-0.0001,0,0,0", "0,0,0,0" },
    { "-90,-180,90,180", "-90,-180,90,180" },
    { "0,0,0,0", "0,0,0,0" },
    { "100", NULL }, { "", NULL }, { "1,2,3", NULL }, { "1,2,3,4,5", NULL }, { "1,2,3,", NULL }, { ",1,2,3", NULL },
    { "5,0,4,1", NULL }, { "0,5,1,4", NULL }, { "-91,0,0,0", NULL }, { "0,0,0,181", NULL },
    { "nan,0,1,1", NULL }, { "0,0,inf,1", NULL }, { "0,0,1e999,1", NULL }, { " 0,0,1,1", NULL }, { "0,0,1,1 ", NULL },
    { "0;0;1;1", NULL }, { "+1,0,2,1", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      PsgGeoBox box;

      g_assert_cmpint (psg_geo_box_parse (cases[i].text, &box), ==, cases[i].canonical != NULL);
      if (cases[i].canonical == NULL)
        continue;
      text = psg_geo_box_to_string (&box);
      g_assert_cmpstr (text, ==, cases[i].canonical);
    }
}

static void
test_edges_are_inside (void)
{
  PsgGeoBox box = { 53, 24, 55, 26 };

  g_assert_true (psg_geo_box_contains (&box, 54, 25));
  g_assert_true (psg_geo_box_contains (&box, 53, 24));
  g_assert_true (psg_geo_box_contains (&box, 55, 26));
  g_assert_false (psg_geo_box_contains (&box, 52.999, 25));
  g_assert_false (psg_geo_box_contains (&box, 54, 26.001));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/geo-box/text-and-back", test_text_and_back);
  g_test_add_func ("/core/geo-box/edges-are-inside", test_edges_are_inside);

  return g_test_run ();
}
