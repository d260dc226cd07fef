/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-row-merge.h"

/* Two tables in one: rows there and back, and sets of them, against what is counted one by one. */

#define N_ROUNDS 400

/* A merge of random rows, and whose each of its rows is. */
static PsgRowMerge *
random_merge (guint      n_base,
              guint      n_own,
              gboolean **is_own)
{
  g_autofree guint *own = g_new (guint, n_own + 1);
  guint n = n_base + n_own, left = n_own, k = 0;

  *is_own = g_new0 (gboolean, n + 1);
  for (guint row = 0; row < n; row++)
    if (left > 0 && (guint) g_test_rand_int_range (0, (int) (n - row)) < left)
      {
        (*is_own)[row] = TRUE;
        own[k++] = row;
        left--;
      }

  return psg_row_merge_new (n_base, own, n_own);
}

static void
test_every_row_is_found_again (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autofree gboolean *expected = NULL;
      guint n_base = g_test_rand_int_range (0, 300), n_own = g_test_rand_int_range (0, 40);
      g_autoptr (PsgRowMerge) merge = random_merge (n_base, n_own, &expected);
      guint base = 0, own = 0;

      g_assert_cmpuint (psg_row_merge_get_n (merge), ==, n_base + n_own);
      for (guint row = 0; row < n_base + n_own; row++)
        {
          gboolean is_own;
          guint there = psg_row_merge_split (merge, row, &is_own);

          g_assert_cmpint (is_own, ==, expected[row]);
          g_assert_cmpuint (there, ==, is_own ? own : base);
          g_assert_cmpuint (is_own ? psg_row_merge_from_own (merge, there) : psg_row_merge_from_base (merge, there),
                            ==, row);
          if (is_own)
            own++;
          else
            base++;
        }
    }
}

static void
test_sets_keep_what_they_hold (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autofree gboolean *is_own = NULL;
      guint n_base = g_test_rand_int_range (0, 400), n_own = g_test_rand_int_range (0, 30);
      g_autoptr (PsgRowMerge) merge = random_merge (n_base, n_own, &is_own);
      g_autoptr (PsgRowSet) base = psg_row_set_new (n_base);
      g_autoptr (PsgRowSet) wide = NULL;
      g_autoptr (PsgRowSet) narrow = NULL;

      for (guint row = 0; row < n_base; row++)
        if (g_test_rand_bit ())
          psg_row_set_add (base, row);

      wide = psg_row_merge_widen (merge, base);
      g_assert_cmpuint (psg_row_set_get_n_rows (wide), ==, n_base + n_own);
      g_assert_cmpuint (psg_row_set_count (wide), ==, psg_row_set_count (base));
      for (guint row = 0; row < n_base; row++)
        g_assert_cmpint (psg_row_set_contains (wide, psg_row_merge_from_base (merge, row)), ==,
                         psg_row_set_contains (base, row));

      /* One's own are not among the base's. */
      for (guint row = 0; row < n_base + n_own; row++)
        if (is_own[row])
          psg_row_set_add (wide, row);
      narrow = psg_row_merge_narrow (merge, wide);
      g_assert_true (psg_row_set_equal (narrow, base));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/row-merge/every-row-is-found-again", test_every_row_is_found_again);
  g_test_add_func ("/core/row-merge/sets-keep-what-they-hold", test_sets_keep_what_they_hold);

  return g_test_run ();
}
