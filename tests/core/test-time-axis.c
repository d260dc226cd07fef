/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "psg-time-axis.h"

static const PsgTimeSpan span = { 26297280, 28926720 }; /* 2020 to 2024, about */

static void
assert_near (double a,
             double b)
{
  g_assert_cmpfloat (fabs (a - b), <, 1e-6 * MAX (1.0, fabs (b)));
}

static void
test_round_trip (void)
{
  PsgTimeAxis axis = psg_time_axis (&span, 1290);

  for (double x = -500; x < 2000; x += 37.3)
    assert_near (psg_time_axis_to_x (&axis, psg_time_axis_to_minute (&axis, x)), x);

  assert_near (psg_time_axis_to_x (&axis, (double) span.start), 0);
  assert_near (psg_time_axis_to_x (&axis, (double) span.end), 1290);
}

static void
test_span_is_kept (void)
{
  PsgTimeAxis axis = psg_time_axis (&span, 1290);
  PsgTimeSpan again = psg_time_axis_get_span (&axis);

  g_assert_true (psg_time_span_equal (&span, &again));
}

static void
test_zoom_keeps_the_point (void)
{
  PsgTimeAxis axis = psg_time_axis (&span, 1290);

  for (double factor = 0.1; factor < 40; factor *= 1.7)
    {
      PsgTimeAxis zoomed = psg_time_axis_zoom (&axis, 400, factor);

      assert_near (psg_time_axis_to_minute (&zoomed, 400), psg_time_axis_to_minute (&axis, 400));
      assert_near (psg_time_axis_get_scale (&zoomed), factor * psg_time_axis_get_scale (&axis));
    }
}

static void
test_zoom_out_undoes_zoom_in (void)
{
  PsgTimeAxis axis = psg_time_axis (&span, 1290);
  PsgTimeAxis again = psg_time_axis_zoom (&axis, 111, 1.25);

  again = psg_time_axis_zoom (&again, 111, 1 / 1.25);
  assert_near (again.start, axis.start);
  assert_near (again.length, axis.length);
}

static void
test_pan_moves_by_pixels (void)
{
  PsgTimeAxis axis = psg_time_axis (&span, 1290);
  PsgTimeAxis moved = psg_time_axis_pan (&axis, 100);

  assert_near (moved.start, psg_time_axis_to_minute (&axis, 100));
  assert_near (moved.length, axis.length);
}

static void
test_clamp_stays_within (void)
{
  PsgTimeAxis axis = psg_time_axis (&span, 1290);

  for (int i = 0; i < 1000; i++)
    {
      PsgTimeAxis wild = psg_time_axis_zoom (&axis, g_test_rand_double_range (-5000, 5000),
                                             exp (g_test_rand_double_range (-9, 12)));
      PsgTimeAxis tame = psg_time_axis_clamp (&wild, &span, 1440);

      g_assert_cmpfloat (tame.start, >=, (double) span.start - 1e-3);
      g_assert_cmpfloat (psg_time_axis_get_end (&tame), <=, (double) span.end + 1e-3);
      g_assert_cmpfloat (tame.length, >=, 1440 - 1e-3);
    }
}

static void
test_clamp_of_short_bounds (void)
{
  PsgTimeSpan hour = { 0, 60 };
  PsgTimeAxis axis = psg_time_axis (&span, 100);
  PsgTimeAxis tame = psg_time_axis_clamp (&axis, &hour, 1440);

  assert_near (tame.start, 0);
  assert_near (tame.length, 60);
}

static void
test_mix_ends_where_it_should (void)
{
  PsgTimeAxis from = psg_time_axis (&span, 1290);
  PsgTimeAxis to = psg_time_axis_zoom (&from, 900, 60);
  PsgTimeAxis first = psg_time_axis_mix (&from, &to, 0);
  PsgTimeAxis last = psg_time_axis_mix (&from, &to, 1);
  double length = from.length;

  assert_near (first.start, from.start);
  assert_near (first.length, from.length);
  assert_near (last.start, to.start);
  assert_near (last.length, to.length);

  for (double t = 0.1; t < 1; t += 0.1)
    {
      PsgTimeAxis middle = psg_time_axis_mix (&from, &to, t);

      g_assert_cmpfloat (middle.length, <, length);
      assert_near (psg_time_axis_to_minute (&middle, 900), psg_time_axis_to_minute (&from, 900));
      length = middle.length;
    }
}

static void
test_mix_of_equal_lengths_moves_evenly (void)
{
  PsgTimeAxis from = psg_time_axis (&span, 1290);
  PsgTimeAxis to = psg_time_axis_pan (&from, 200);
  PsgTimeAxis middle = psg_time_axis_mix (&from, &to, 0.5);
  PsgTimeAxis wanted = psg_time_axis_pan (&from, 100);

  assert_near (middle.start, wanted.start);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/time-axis/round-trip", test_round_trip);
  g_test_add_func ("/core/time-axis/span-is-kept", test_span_is_kept);
  g_test_add_func ("/core/time-axis/zoom-keeps-the-point", test_zoom_keeps_the_point);
  g_test_add_func ("/core/time-axis/zoom-out-undoes-zoom-in", test_zoom_out_undoes_zoom_in);
  g_test_add_func ("/core/time-axis/pan-moves-by-pixels", test_pan_moves_by_pixels);
  g_test_add_func ("/core/time-axis/clamp-stays-within", test_clamp_stays_within);
  g_test_add_func ("/core/time-axis/clamp-of-short-bounds", test_clamp_of_short_bounds);
  g_test_add_func ("/core/time-axis/mix-ends-where-it-should", test_mix_ends_where_it_should);
  g_test_add_func ("/core/time-axis/mix-of-equal-lengths-moves-evenly", test_mix_of_equal_lengths_moves_evenly);

  return g_test_run ();
}
