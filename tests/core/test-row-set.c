/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-row-set.h"

#include "psg-event-table.h"

/* Row sets against an array of booleans, at the sizes where words begin and end. */

static const guint sizes[] = { 0, 1, 2, 63, 64, 65, 127, 128, 129, 1000 };

typedef struct
{
  guint n;
  gboolean *in;
  PsgRowSet *set;
} Pair;

static void
make_pair (Pair  *pair,
           guint  n,
           double share)
{
  pair->n = n;
  pair->in = g_new0 (gboolean, n + 1);
  pair->set = psg_row_set_new (n);

  for (guint row = 0; row < n; row++)
    if (g_test_rand_double () < share)
      {
        pair->in[row] = TRUE;
        psg_row_set_add (pair->set, row);
      }
}

static void
clear_pair (Pair *pair)
{
  g_clear_pointer (&pair->in, g_free);
  g_clear_pointer (&pair->set, psg_row_set_unref);
}

static guint
next_of (const Pair *pair,
         guint       from)
{
  for (guint row = from; row < pair->n; row++)
    if (pair->in[row])
      return row;

  return PSG_ROW_NONE;
}

static guint
previous_of (const Pair *pair,
             guint       from)
{
  for (guint row = MIN (from + 1, pair->n); row-- > 0;)
    if (pair->in[row])
      return row;

  return PSG_ROW_NONE;
}

static void
assert_same (const Pair *pair)
{
  guint count = 0;

  for (guint row = 0; row < pair->n + 70; row++)
    {
      gboolean expected = row < pair->n && pair->in[row];

      g_assert_cmpint (psg_row_set_contains (pair->set, row), ==, expected);
      g_assert_cmpuint (psg_row_set_next (pair->set, row), ==, next_of (pair, row));
      g_assert_cmpuint (psg_row_set_previous (pair->set, row), ==, previous_of (pair, row));
      count += expected;
    }

  g_assert_cmpuint (psg_row_set_count (pair->set), ==, count);
  g_assert_cmpuint (psg_row_set_get_n_rows (pair->set), ==, pair->n);
}

static void
test_it_agrees_with_an_array (void)
{
  static const double shares[] = { 0.0, 0.02, 0.5, 1.0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (shares); j++)
      {
        Pair pair;

        make_pair (&pair, sizes[i], shares[j]);
        assert_same (&pair);
        clear_pair (&pair);
      }
}

static void
test_removing_agrees_with_an_array (void)
{
  Pair pair;

  make_pair (&pair, 200, 0.7);
  for (guint i = 0; i < 500; i++)
    {
      guint row = g_test_rand_int_range (0, 200);

      pair.in[row] = FALSE;
      psg_row_set_remove (pair.set, row);
    }
  assert_same (&pair);
  clear_pair (&pair);
}

static void
test_intersecting_agrees_with_an_array (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Pair a, b;

      make_pair (&a, sizes[i], 0.6);
      make_pair (&b, sizes[i], 0.6);
      for (guint row = 0; row < sizes[i]; row++)
        a.in[row] = a.in[row] && b.in[row];
      psg_row_set_intersect (a.set, b.set);
      assert_same (&a);
      clear_pair (&a);
      clear_pair (&b);
    }
}

static void
test_removing_the_end_agrees_with_an_array (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint from = 0; from <= sizes[i] + 1; from += 1 + from / 7)
      {
        Pair pair;
        g_autoptr (PsgRowSet) copy = NULL;
        g_autoptr (PsgRowSet) before = NULL;

        make_pair (&pair, sizes[i], 0.6);
        copy = psg_row_set_copy (pair.set);
        before = psg_row_set_copy (pair.set);
        for (guint row = from; row < sizes[i]; row++)
          pair.in[row] = FALSE;
        psg_row_set_remove_from (pair.set, from);
        assert_same (&pair);
        g_assert_true (psg_row_set_equal (copy, before));
        clear_pair (&pair);
      }
}

static void
test_full_has_every_row_and_no_more (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Pair all;
      g_autoptr (PsgRowSet) full = psg_row_set_new_full (sizes[i]);

      make_pair (&all, sizes[i], 2.0);
      g_assert_true (psg_row_set_equal (full, all.set));
      g_assert_cmpuint (psg_row_set_count (full), ==, sizes[i]);
      clear_pair (&all);
    }
}

static void
test_bits_past_the_last_row_are_zero (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PsgRowSet) full = psg_row_set_new_full (sizes[i]);
      const guint64 *words = psg_row_set_get_words (full);

      for (guint row = sizes[i]; row < (sizes[i] / 64 + 1) * 64; row++)
        g_assert_cmpuint (words[row / 64] >> (row % 64) & 1, ==, 0);
    }
}

static void
test_equal_means_same_rows_of_as_many (void)
{
  g_autoptr (PsgRowSet) a = psg_row_set_new (65);
  g_autoptr (PsgRowSet) b = psg_row_set_new (65);
  g_autoptr (PsgRowSet) longer = psg_row_set_new (66);

  g_assert_true (psg_row_set_equal (a, b));
  g_assert_false (psg_row_set_equal (a, longer));
  psg_row_set_add (a, 64);
  g_assert_false (psg_row_set_equal (a, b));
  psg_row_set_add (b, 64);
  g_assert_true (psg_row_set_equal (a, b));
}

static void
test_the_ends_of_the_numbers_are_safe (void)
{
  g_autoptr (PsgRowSet) none = psg_row_set_new (0);
  g_autoptr (PsgRowSet) full = psg_row_set_new_full (64);

  g_assert_cmpuint (psg_row_set_next (none, 0), ==, PSG_ROW_NONE);
  g_assert_cmpuint (psg_row_set_previous (none, PSG_ROW_NONE), ==, PSG_ROW_NONE);
  g_assert_cmpuint (psg_row_set_next (full, PSG_ROW_NONE), ==, PSG_ROW_NONE);
  g_assert_cmpuint (psg_row_set_previous (full, PSG_ROW_NONE), ==, 63);
  g_assert_false (psg_row_set_contains (full, PSG_ROW_NONE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/row-set/it-agrees-with-an-array", test_it_agrees_with_an_array);
  g_test_add_func ("/core/row-set/removing-agrees-with-an-array", test_removing_agrees_with_an_array);
  g_test_add_func ("/core/row-set/intersecting-agrees-with-an-array", test_intersecting_agrees_with_an_array);
  g_test_add_func ("/core/row-set/removing-the-end-agrees-with-an-array", test_removing_the_end_agrees_with_an_array);
  g_test_add_func ("/core/row-set/full-has-every-row-and-no-more", test_full_has_every_row_and_no_more);
  g_test_add_func ("/core/row-set/bits-past-the-last-row-are-zero", test_bits_past_the_last_row_are_zero);
  g_test_add_func ("/core/row-set/equal-means-same-rows-of-as-many", test_equal_means_same_rows_of_as_many);
  g_test_add_func ("/core/row-set/the-ends-of-the-numbers-are-safe", test_the_ends_of_the_numbers_are_safe);

  return g_test_run ();
}
