/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-place.h"

#include "psg-memory-collection.h"

/* Where an own event was, as people type it. */

static void
test_positions (void)
{
  static const struct
  {
    const char *text;
    gboolean    good;
    double      latitude;
    double      longitude;
  } cases[] = {
    { "54.5, 25.25", TRUE, 54.5, 25.25 },
    { "54.5 25.25", TRUE, 54.5, 25.25 },
    { "-54.5;-25.25", TRUE, -54.5, -25.25 },
    { "54.5000° N, 25.2500° E", TRUE, 54.5, 25.25 },
    { "54.5°S 25.25°W", TRUE, -54.5, -25.25 },
    { "54.5", FALSE, 0, 0 },
    { "91, 0", FALSE, 0, 0 },
    { "0, 181", FALSE, 0, 0 },
    { "54.5, 25.25, 3", FALSE, 0, 0 },
    { "54.5 x 25.25", FALSE, 0, 0 },
    { "nan, 1", FALSE, 0, 0 },
    { "", FALSE, 0, 0 },
  };
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PsgOwnPlace place;
      gboolean good = psg_own_place_read (collection, cases[i].text, &place);

      if (good != cases[i].good)
        g_error ("“%s”", cases[i].text);
      if (!good)
        continue;
      g_assert_cmpfloat (place.latitude, ==, cases[i].latitude);
      g_assert_cmpfloat (place.longitude, ==, cases[i].longitude);
      g_assert_null (place.name);
    }
}

static void
test_names (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  GPtrArray *crossings = psg_collection_get_crossings (collection);

  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);
      const char *name = psg_text_get (crossing->short_name);
      g_autofree char *upper = g_utf8_strup (name, -1);
      g_autofree char *begun = g_utf8_substring (name, 0, 2);
      g_autofree char *suggested = psg_own_place_suggest (collection, begun);
      PsgOwnPlace place;

      g_assert_true (psg_own_place_read (collection, upper, &place));
      g_assert_cmpfloat (place.latitude, ==, crossing->latitude);
      g_assert_cmpstr (place.name, ==, name);
      g_assert_nonnull (suggested);
      g_free (place.name);
    }

  g_assert_null (psg_own_place_suggest (collection, "zzz"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/own-place/positions", test_positions);
  g_test_add_func ("/core/own-place/names", test_names);

  return g_test_run ();
}
