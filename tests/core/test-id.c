/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-id.h"

/* What may be an id and what may not. */

static void
test_what_is_an_id (void)
{
  static const char *const good[] = { "a", "0", "old-road", "2024-03-01", "a--b", "a-" };
  static const char *const bad[] = { "", "-", "-a", "A", "a b", "a_b", "ž", "a.b", "a/b", "a\n" };
  g_autofree char *longest = g_strnfill (PSG_MAX_ID, 'a');
  g_autofree char *longer = g_strnfill (PSG_MAX_ID + 1, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (psg_id_is_valid (good[i]));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (psg_id_is_valid (bad[i]));
  g_assert_true (psg_id_is_valid (longest));
  g_assert_false (psg_id_is_valid (longer));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/id/what-is-an-id", test_what_is_an_id);

  return g_test_run ();
}
