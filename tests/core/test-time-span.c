/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-time-span.h"

/* Half-open stretches of time: what edits keep, and where they stop. */

typedef struct
{
  const char *text;
  const char *days;
} Reading;

static const Reading readings[] = {
  { "2024-03-01", "2024-03-01" },
  { "2024-03", "2024-03-01/2024-03-31" },
  { "2024", "2024-01-01/2024-12-31" },
  { "2020-10-02/2020-10-12", "2020-10-02/2020-10-12" },
  { "2020~/2021-02", "2020-01-01/2021-02-28" },
  { "2020-08-09T08:30:00", "2020-08-09" },
  { "2024-03-01/..", NULL },
  { "../2024-03-01", NULL },
  { "2024-03-01/", NULL },
  { "/2024-03-01", NULL },
};

static void
test_dates_with_two_ends_are_spans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgEdtf) date = psg_edtf_parse (readings[i].text, &error);
      g_autofree char *days = NULL;
      PsgTimeSpan span = { 7, 8 };
      gboolean ok;

      g_assert_no_error (error);
      ok = psg_time_span_from_edtf (date, &span, &error);
      g_assert_cmpint (ok, ==, readings[i].days != NULL);
      if (!ok)
        {
          g_assert_error (error, PSG_EDTF_ERROR, PSG_EDTF_ERROR_RANGE);
          g_assert_cmpint (span.start, ==, 7);
          continue;
        }

      g_assert_no_error (error);
      days = psg_time_span_to_edtf (&span);
      g_assert_cmpstr (days, ==, readings[i].days);
    }
}

static void
test_days_reach_to_the_end_of_the_last (void)
{
  PsgTimeSpan span = psg_time_span_from_days (0, 0);

  g_assert_cmpint (span.start, ==, 0);
  g_assert_cmpint (span.end, ==, PSG_MINUTES_PER_DAY);

  span = psg_time_span_from_days (10, 3);
  g_assert_cmpint (psg_time_span_get_length (&span), ==, PSG_MINUTES_PER_DAY);
}

static void
test_open_ends_reach_to_those_of_the_calendar (void)
{
  PsgTimeSpan span = psg_time_span_from_days (PSG_DAY_OPEN_START, PSG_DAY_OPEN_END);
  g_autofree char *days = psg_time_span_to_edtf (&span);

  g_assert_cmpstr (days, ==, "-9999-01-01/9999-12-31");
}

static void
test_the_end_lies_outside (void)
{
  PsgTimeSpan span = { 100, 200 };

  g_assert_false (psg_time_span_contains (&span, 99));
  g_assert_true (psg_time_span_contains (&span, 100));
  g_assert_true (psg_time_span_contains (&span, 199));
  g_assert_false (psg_time_span_contains (&span, 200));

  g_assert_false (psg_time_span_overlaps (&span, 0, 100));
  g_assert_true (psg_time_span_overlaps (&span, 0, 101));
  g_assert_true (psg_time_span_overlaps (&span, 199, 300));
  g_assert_false (psg_time_span_overlaps (&span, 200, 300));
}

static PsgTimeSpan
random_span (gint64 longest)
{
  gint64 start = g_test_rand_int_range (-50000000, 50000000);

  return (PsgTimeSpan) { start, start + g_test_rand_int_range (1, longest) };
}

/* Where the pointer is stays what it points at, to the minute the rounding takes. */
static void
test_zooming_keeps_the_minute_in_its_place (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      PsgTimeSpan span = random_span (5000000);
      gint64 length = psg_time_span_get_length (&span);
      gint64 about = span.start + g_test_rand_int_range (0, length);
      double factor = g_test_rand_double_range (0.2, 5.0);
      PsgTimeSpan zoomed = psg_time_span_zoom (&span, about, factor);
      double share = (double) (about - span.start) / length;
      double after = zoomed.start + share * psg_time_span_get_length (&zoomed);

      g_assert_cmpfloat (ABS (after - about), <=, 1.5);
      g_assert_cmpfloat (ABS (psg_time_span_get_length (&zoomed) - MAX (1.0, length / factor)), <=, 0.5);
    }
}

typedef struct
{
  gint64 about;
  double factor;
} Extreme;

static const Extreme extremes[] = {
  { 0, 1e300 },
  { 0, 1e-300 },
  { 0, G_MAXDOUBLE },
  { 0, G_MINDOUBLE },
  { G_MAXINT32 * G_GINT64_CONSTANT (1000), 1e-9 },
  { -G_MAXINT32 * G_GINT64_CONSTANT (1000), 1e9 },
};

static void
test_zooming_without_measure_stays_in_the_calendar (void)
{
  PsgTimeSpan calendar = psg_time_span_from_days (PSG_DAY_MIN, PSG_DAY_MAX);

  for (guint i = 0; i < G_N_ELEMENTS (extremes); i++)
    {
      PsgTimeSpan span = { -1000, 1000 };
      PsgTimeSpan zoomed = psg_time_span_zoom (&span, extremes[i].about, extremes[i].factor);

      g_assert_cmpint (zoomed.start, >=, calendar.start);
      g_assert_cmpint (zoomed.end, <=, calendar.end);
      g_assert_cmpint (zoomed.end, >, zoomed.start);
    }
}

static void
test_moving_keeps_the_length (void)
{
  PsgTimeSpan span = { 100, 250 };
  PsgTimeSpan moved = psg_time_span_move (&span, -120);

  g_assert_cmpint (moved.start, ==, -20);
  g_assert_cmpint (moved.end, ==, 130);
}

/* What "as near as can be" means, tried at every start there is. */
static gint64
distance_of_best (const PsgTimeSpan *span,
                  const PsgTimeSpan *bounds,
                  gint64             length)
{
  gint64 middle = span->start + span->end, best = G_MAXINT64;

  for (gint64 start = bounds->start; start + length <= bounds->end; start++)
    best = MIN (best, ABS (2 * start + length - middle));

  return best;
}

static void
test_clamping_goes_no_further_than_it_must (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      PsgTimeSpan bounds = { g_test_rand_int_range (-50, 50), 0 };
      PsgTimeSpan span = { g_test_rand_int_range (-120, 120), 0 };
      gint64 shortest = g_test_rand_int_range (1, 30), longest, length;
      PsgTimeSpan clamped;

      bounds.end = bounds.start + g_test_rand_int_range (1, 60);
      span.end = span.start + g_test_rand_int_range (1, 90);
      clamped = psg_time_span_clamp (&span, &bounds, shortest);

      longest = psg_time_span_get_length (&bounds);
      length = CLAMP (psg_time_span_get_length (&span), MIN (shortest, longest), longest);
      g_assert_cmpint (psg_time_span_get_length (&clamped), ==, length);
      g_assert_cmpint (clamped.start, >=, bounds.start);
      g_assert_cmpint (clamped.end, <=, bounds.end);
      g_assert_cmpint (ABS (clamped.start + clamped.end - span.start - span.end), <=,
                       distance_of_best (&span, &bounds, length) + 2);
    }
}

static void
test_clamping_what_fits_changes_nothing (void)
{
  PsgTimeSpan bounds = { 0, 1000 };
  PsgTimeSpan span = { 900, 1000 };
  PsgTimeSpan clamped = psg_time_span_clamp (&span, &bounds, 100);

  g_assert_true (psg_time_span_equal (&clamped, &span));
}

static void
test_a_copy_is_its_own (void)
{
  PsgTimeSpan span = { 1, 2 };
  g_autoptr (PsgTimeSpan) copy = psg_time_span_copy (&span);

  g_assert_true (copy != &span);
  g_assert_true (psg_time_span_equal (copy, &span));
  copy->end = 3;
  g_assert_false (psg_time_span_equal (copy, &span));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/time-span/dates-with-two-ends-are-spans", test_dates_with_two_ends_are_spans);
  g_test_add_func ("/core/time-span/days-reach-to-the-end-of-the-last",
                   test_days_reach_to_the_end_of_the_last);
  g_test_add_func ("/core/time-span/open-ends-reach-to-those-of-the-calendar",
                   test_open_ends_reach_to_those_of_the_calendar);
  g_test_add_func ("/core/time-span/the-end-lies-outside", test_the_end_lies_outside);
  g_test_add_func ("/core/time-span/zooming-keeps-the-minute-in-its-place",
                   test_zooming_keeps_the_minute_in_its_place);
  g_test_add_func ("/core/time-span/zooming-without-measure-stays-in-the-calendar",
                   test_zooming_without_measure_stays_in_the_calendar);
  g_test_add_func ("/core/time-span/moving-keeps-the-length", test_moving_keeps_the_length);
  g_test_add_func ("/core/time-span/clamping-goes-no-further-than-it-must",
                   test_clamping_goes_no_further_than_it_must);
  g_test_add_func ("/core/time-span/clamping-what-fits-changes-nothing",
                   test_clamping_what_fits_changes_nothing);
  g_test_add_func ("/core/time-span/a-copy-is-its-own", test_a_copy_is_its_own);

  return g_test_run ();
}
