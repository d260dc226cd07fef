/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-era-layout.h"

#include <math.h>

/* Eras on a line of pixels. A name is 6 pixels a letter wide. */

#define WIDTH 1000.0

static const PsgTimeSpan *
get_whole (void)
{
  static PsgTimeSpan whole;

  whole = psg_time_span_from_days (psg_day_from_ymd (2020, 1, 1), psg_day_from_ymd (2024, 12, 31));

  return &whole;
}

static double
measure (const char *name,
         gpointer    user_data)
{
  return 6.0 * (double) g_utf8_strlen (name, -1);
}

static GPtrArray *
new_eras (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) psg_era_unref);
}

static void
add_era (GPtrArray  *eras,
         const char *name,
         const char *date)
{
  PsgEra *era = psg_era_new ();

  era->id = g_strdup (name);
  era->name = psg_text_new_single ("en", name);
  era->date = psg_edtf_parse (date, NULL);
  g_assert_nonnull (era->date);
  g_ptr_array_add (eras, era);
}

static PsgTimeAxis
axis_over (const char *first,
           const char *last)
{
  PsgTimeSpan span = psg_time_span_from_days (psg_day_parse_iso (first), psg_day_parse_iso (last));

  return psg_time_axis (&span, WIDTH);
}

static const PsgEraBox *
find_box (const PsgEraLayout *layout,
          guint               era)
{
  guint n;
  const PsgEraBox *boxes = psg_era_layout_get_boxes (layout, &n);

  for (guint i = 0; i < n; i++)
    if (boxes[i].era == era)
      return &boxes[i];

  return NULL;
}

static void
test_one_after_the_other_is_one_row (void)
{
  g_autoptr (GPtrArray) eras = new_eras ();
  g_autoptr (PsgEraLayout) layout = NULL;

  add_era (eras, "second", "2021-04-12/2022-01-14");
  add_era (eras, "first", "2020-03-16/2021-04-11");
  layout = psg_era_layout_new (eras, get_whole ());

  g_assert_cmpuint (psg_era_layout_get_n_rows (layout), ==, 1);
}

static void
test_no_eras_are_no_rows (void)
{
  g_autoptr (GPtrArray) eras = new_eras ();
  g_autoptr (PsgEraLayout) layout = psg_era_layout_new (eras, get_whole ());
  PsgTimeAxis axis = axis_over ("2020-01-01", "2024-12-31");
  guint n;

  psg_era_layout_update (layout, &axis, measure, NULL);
  psg_era_layout_get_boxes (layout, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (psg_era_layout_get_n_rows (layout), ==, 0);
  g_assert_null (psg_era_layout_pick (layout, 10, 0));
}

static void
test_of_three_at_once_the_last_is_left_out (void)
{
  g_autoptr (GPtrArray) eras = new_eras ();
  g_autoptr (PsgEraLayout) layout = NULL;
  PsgTimeAxis axis = axis_over ("2020-01-01", "2024-12-31");

  add_era (eras, "a", "2020/2022");
  add_era (eras, "b", "2021/2023");
  add_era (eras, "c", "2022/2024");
  add_era (eras, "d", "2023-01-01/2024");
  layout = psg_era_layout_new (eras, get_whole ());
  psg_era_layout_update (layout, &axis, measure, NULL);

  g_assert_cmpuint (psg_era_layout_get_n_rows (layout), ==, 2);
  g_assert_cmpuint (find_box (layout, 0)->row, ==, 0);
  g_assert_cmpuint (find_box (layout, 1)->row, ==, 1);
  g_assert_null (find_box (layout, 2));
  g_assert_cmpuint (find_box (layout, 3)->row, ==, 0);
  g_assert_cmpint (psg_era_layout_get_time (layout, 2).end, ==, 0);
}

static void
test_names_keep_within_what_is_seen (void)
{
  g_autoptr (GPtrArray) eras = new_eras ();
  g_autoptr (PsgEraLayout) layout = NULL;
  PsgTimeAxis axis = axis_over ("2021-01-01", "2021-12-31");
  const PsgEraBox *box;

  add_era (eras, "a name of some length", "2020/2024");
  layout = psg_era_layout_new (eras, get_whole ());
  psg_era_layout_update (layout, &axis, measure, NULL);
  box = find_box (layout, 0);
  g_assert_cmpfloat (box->left, <, 0);
  g_assert_cmpfloat (box->label_x, >=, 0);
  g_assert_cmpfloat (box->label_width, ==, 126);

  /* The last of it: no room for the whole name, then for none. */
  axis = axis_over ("2024-12-01", "2025-12-31");
  psg_era_layout_update (layout, &axis, measure, NULL);
  box = find_box (layout, 0);
  g_assert_cmpfloat (box->label_width, >, 0);
  g_assert_cmpfloat (box->label_width, <, 126);

  axis = axis_over ("2024-12-25", "2025-12-31");
  psg_era_layout_update (layout, &axis, measure, NULL);
  g_assert_cmpfloat (find_box (layout, 0)->label_width, ==, 0);
}

static void
test_what_is_not_certain_is_soft (void)
{
  static const struct { const char *date; gboolean soft_left, soft_right; } cases[] = {
    { "2021-03-01/2022-02-01", FALSE, FALSE },
    { "2021", FALSE, FALSE },
    { "2021/2022", TRUE, TRUE },
    { "2021-03/2022-02-01", TRUE, FALSE },
    { "2021-03-01/..", FALSE, TRUE },
    { "../2022-03-01", TRUE, FALSE },
    { "2021-03-01/", FALSE, TRUE },
    { "/2022-03-01", TRUE, FALSE },
    { "2021~", TRUE, TRUE },
  };
  PsgTimeAxis axis = axis_over ("2020-01-01", "2024-12-31");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) eras = new_eras ();
      g_autoptr (PsgEraLayout) layout = NULL;
      const PsgEraBox *box;

      add_era (eras, "a", cases[i].date);
      layout = psg_era_layout_new (eras, get_whole ());
      psg_era_layout_update (layout, &axis, measure, NULL);
      box = find_box (layout, 0);
      g_assert_nonnull (box);
      g_test_message ("%s", cases[i].date);
      g_assert_true ((box->sure_left > box->left) == cases[i].soft_left);
      g_assert_true ((box->sure_right < box->right) == cases[i].soft_right);
    }
}

static void
test_the_era_of_a_day (void)
{
  g_autoptr (GPtrArray) eras = new_eras ();
  g_autoptr (PsgEraLayout) layout = NULL;

  add_era (eras, "long", "2020-03-16/2024-12-31");
  add_era (eras, "short", "2021-04-12/2022-01-14");
  layout = psg_era_layout_new (eras, get_whole ());

  g_assert_null (psg_era_layout_get_era_at (layout, psg_day_parse_iso ("2020-03-15")));
  g_assert_cmpstr (psg_era_layout_get_era_at (layout, psg_day_parse_iso ("2020-03-16"))->id, ==, "long");
  g_assert_cmpstr (psg_era_layout_get_era_at (layout, psg_day_parse_iso ("2022-01-14"))->id, ==, "short");
  g_assert_cmpstr (psg_era_layout_get_era_at (layout, psg_day_parse_iso ("2022-01-15"))->id, ==, "long");
}

static void
assert_in_order (const PsgEraLayout *layout,
                 GPtrArray          *eras)
{
  guint n;
  const PsgEraBox *boxes = psg_era_layout_get_boxes (layout, &n);
  double ends[PSG_ERA_MAX_ROWS] = { -G_MAXDOUBLE, -G_MAXDOUBLE };

  for (guint i = 0; i < n; i++)
    {
      const PsgEraBox *box = &boxes[i];

      g_assert_cmpuint (box->era, <, eras->len);
      g_assert_cmpuint (box->row, <, psg_era_layout_get_n_rows (layout));
      g_assert_cmpfloat (box->left, >=, ends[box->row] - 1e-6);
      ends[box->row] = box->right;

      g_assert_cmpfloat (box->left, <=, box->sure_left);
      g_assert_cmpfloat (box->sure_left, <=, box->sure_right);
      g_assert_cmpfloat (box->sure_right, <=, box->right);

      if (box->label_width == 0)
        continue;
      g_assert_cmpfloat (box->label_x, >=, MAX (0, box->left));
      g_assert_cmpfloat (box->label_x + box->label_width, <=, MIN (WIDTH, box->right));
    }
}

/* Any eras, anywhere: no two of a row overlap, and no name leaves its era or the view. */
static void
test_any_eras_anywhere (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GPtrArray) eras = new_eras ();
      g_autoptr (PsgEraLayout) layout = NULL;

      for (int i = g_rand_int_range (rand, 0, 12); i > 0; i--)
        {
          PsgDay first = psg_day_from_ymd (2019, 1, 1) + g_rand_int_range (rand, 0, 2200);
          PsgDay last = first + g_rand_int_range (rand, 0, 700);
          g_autofree char *start = psg_day_format_iso (first);
          g_autofree char *end = psg_day_format_iso (last);
          g_autofree char *date = g_strdup_printf ("%s/%s", g_rand_int_range (rand, 0, 8) == 0 ? ".." : start,
                                                   g_rand_int_range (rand, 0, 8) == 0 ? ".." : end);
          g_autofree char *name = g_strnfill ((gsize) g_rand_int_range (rand, 1, 40), 'x');

          add_era (eras, name, date);
        }

      layout = psg_era_layout_new (eras, get_whole ());
      for (guint i = 0; i < 20; i++)
        {
          double start = (double) get_whole ()->start + g_rand_double_range (rand, -400, 1800) * PSG_MINUTES_PER_DAY;
          PsgTimeAxis axis = { start, pow (2, g_rand_double_range (rand, 0, 12)) * PSG_MINUTES_PER_DAY, WIDTH };

          psg_era_layout_update (layout, &axis, measure, NULL);
          assert_in_order (layout, eras);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add_func ("/core/era-layout/" path, function)
  ADD ("one-after-the-other-is-one-row", test_one_after_the_other_is_one_row);
  ADD ("no-eras-are-no-rows", test_no_eras_are_no_rows);
  ADD ("of-three-at-once-the-last-is-left-out", test_of_three_at_once_the_last_is_left_out);
  ADD ("names-keep-within-what-is-seen", test_names_keep_within_what_is_seen);
  ADD ("what-is-not-certain-is-soft", test_what_is_not_certain_is_soft);
  ADD ("the-era-of-a-day", test_the_era_of_a_day);
  ADD ("any-eras-anywhere", test_any_eras_anywhere);
#undef ADD

  return g_test_run ();
}
