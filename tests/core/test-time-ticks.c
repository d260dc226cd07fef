/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "psg-time-ticks.h"

static double
measure (const char *label,
         gboolean    major,
         gpointer    user_data)
{
  return g_utf8_strlen (label, -1) * (major ? 7.5 : 6.0);
}

static PsgTimeAxis
make_axis (int    year,
           int    month,
           int    day,
           double days,
           double width)
{
  return (PsgTimeAxis) {
    (double) psg_day_to_minutes (psg_day_from_ymd (year, month, day)), days * 1440, width
  };
}

static char *
list_labels (const PsgTimeAxis *axis)
{
  g_autoptr (GArray) ticks = psg_time_ticks_build (axis, measure, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len && text->len < 400; i++)
    {
      const PsgTimeTick *tick = &g_array_index (ticks, PsgTimeTick, i);

      if (tick->label != NULL)
        g_string_append_printf (text, "%s%s%s%s", text->len ? " " : "",
                                tick->major ? "[" : "", tick->label, tick->major ? "]" : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_levels (void)
{
  static const struct
  {
    int year, month, day;
    double days, width;
    const char *begins;
  } cases[] = {
    { 2020, 1, 1, 1827, 1240, "[2020] Apr Jul Oct [2021] Apr Jul Oct [2022] Apr" },
    { 2020, 1, 1, 1827, 620, "[2020] Jul [2021] Jul [2022] Jul [2023] Jul [2024]" },
    { 2020, 1, 1, 3653, 1240, "[2020] Jul [2021] Jul [2022]" },
    { 2020, 1, 1, 3653, 300, "[2020] 2022 2024 2026 2028" },
    { 2023, 11, 1, 366, 1240, "November December [2024] February March" },
    { 2023, 12, 1, 731, 1000, "Dec [2024] Feb Mar Apr" },
    { 2024, 2, 26, 90, 1240, "26 Feb [March 2024] 11 Mar 18 Mar" },
    { 2024, 2, 28, 20, 600, "28 29 [March 2024] 4 5 6" },
    { 2024, 2, 28, 4, 1240, "[Wed 28 Feb 2024]" },
    { 2024, 2, 28, 7, 617, "Wed 28 Thu 29 [March 2024] Sat 2" },
    { 2024, 3, 1, 1, 1240, "[Fri 1 Mar 2024] 03:00 04:00" },
    { 1000, 1, 1, 365.25 * 1000, 1000, "[1000] 1050 1100 1150" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PsgTimeAxis axis = make_axis (cases[i].year, cases[i].month, cases[i].day, cases[i].days, cases[i].width);
      g_autofree char *labels = list_labels (&axis);

      if (!g_str_has_prefix (labels, cases[i].begins))
        {
          g_test_message ("case %u: “%s” does not begin with “%s”", i, labels, cases[i].begins);
          g_test_fail ();
        }
    }
}

static void
test_labels_never_touch (void)
{
  for (int i = 0; i < 3000; i++)
    {
      PsgTimeAxis axis = make_axis (g_test_rand_int_range (1500, 2400), g_test_rand_int_range (1, 13), 1,
                                    exp (g_test_rand_double_range (0, log (4000))),
                                    g_test_rand_double_range (100, 3840));
      g_autoptr (GArray) ticks = NULL;
      double end = -1;

      axis.start += g_test_rand_int_range (0, 100000);
      ticks = psg_time_ticks_build (&axis, measure, NULL);

      for (guint k = 0; k < ticks->len; k++)
        {
          const PsgTimeTick *tick = &g_array_index (ticks, PsgTimeTick, k);

          g_assert_cmpfloat (fabs (tick->x - psg_time_axis_to_x (&axis, (double) tick->minute)), <, 1e-6);
          if (k > 0)
            g_assert_cmpint (tick->minute, >, g_array_index (ticks, PsgTimeTick, k - 1).minute);
          if (tick->label == NULL)
            continue;
          g_assert_cmpfloat (tick->x, >, end);
          end = tick->x + tick->width;
          g_assert_cmpfloat (end, <=, axis.width);
        }
      g_assert_cmpuint (ticks->len, <, axis.width / 10 + 4);
    }
}

/* From ten years to one day there is always something to read. */
static void
test_no_seam (void)
{
  for (double days = 3653; days >= 1; days /= 1.03)
    {
      PsgTimeAxis axis = make_axis (2020, 1, 1, days, 1240);
      g_autoptr (GArray) ticks = psg_time_ticks_build (&axis, measure, NULL);
      guint labelled = 0;

      for (guint i = 0; i < ticks->len; i++)
        labelled += g_array_index (ticks, PsgTimeTick, i).label != NULL;

      g_assert_cmpuint (labelled, >=, 5);
      g_assert_cmpuint (labelled, <=, 60);
    }
}

static guint
count_minor (const PsgTimeAxis *axis,
             gint64            *step)
{
  g_autoptr (GArray) ticks = psg_time_ticks_build (axis, measure, NULL);

  *step = ticks->len > 3
              ? g_array_index (ticks, PsgTimeTick, 3).minute - g_array_index (ticks, PsgTimeTick, 2).minute
              : 0;

  return ticks->len;
}

static void
test_panning_keeps_the_level (void)
{
  PsgTimeAxis axis = make_axis (2021, 3, 1, 20, 1240);
  gint64 step, first_step;

  count_minor (&axis, &first_step);
  for (int i = 0; i < 400; i++)
    {
      axis = psg_time_axis_pan (&axis, 7.7);
      count_minor (&axis, &step);
      g_assert_cmpint (step, ==, first_step);
    }
}

/* Where hours are marked it is told of each of them which day it belongs to. */
static void
test_hours_never_without_their_day (void)
{
  for (double days = 1; days < 30; days *= 1.02)
    {
      PsgTimeAxis axis = make_axis (2023, 9, 4, days, 620);
      g_autoptr (GArray) ticks = psg_time_ticks_build (&axis, measure, NULL);
      gboolean named = FALSE;

      for (guint i = 0; i < ticks->len; i++)
        {
          const PsgTimeTick *tick = &g_array_index (ticks, PsgTimeTick, i);

          if (tick->minute % PSG_MINUTES_PER_DAY == 0)
            named = tick->label != NULL;
          else if (tick->label != NULL)
            g_assert_true (named);
        }
    }
}

static void
test_before_the_common_era (void)
{
  PsgTimeAxis axis = make_axis (-520, 1, 1, 400, 1000);
  g_autofree char *labels = list_labels (&axis);

  g_assert_nonnull (strstr (labels, "[-520]"));
}

static void
test_context (void)
{
  PsgTimeAxis years = make_axis (2020, 1, 1, 1827, 1240);
  PsgTimeAxis months = make_axis (2023, 3, 10, 300, 1240);
  PsgTimeAxis days = make_axis (2024, 3, 10, 20, 1240);
  g_autoptr (GArray) year_ticks = psg_time_ticks_build (&years, measure, NULL);
  g_autoptr (GArray) month_ticks = psg_time_ticks_build (&months, measure, NULL);
  g_autoptr (GArray) day_ticks = psg_time_ticks_build (&days, measure, NULL);
  g_autofree char *none = psg_time_ticks_format_context (&years, year_ticks);
  g_autofree char *year = psg_time_ticks_format_context (&months, month_ticks);
  g_autofree char *month = psg_time_ticks_format_context (&days, day_ticks);

  g_assert_null (none);
  g_assert_cmpstr (year, ==, "2023");
  g_assert_cmpstr (month, ==, "March 2024");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/time-ticks/levels", test_levels);
  g_test_add_func ("/core/time-ticks/labels-never-touch", test_labels_never_touch);
  g_test_add_func ("/core/time-ticks/no-seam-from-ten-years-to-a-day", test_no_seam);
  g_test_add_func ("/core/time-ticks/panning-keeps-the-level", test_panning_keeps_the_level);
  g_test_add_func ("/core/time-ticks/hours-never-without-their-day", test_hours_never_without_their_day);
  g_test_add_func ("/core/time-ticks/before-the-common-era", test_before_the_common_era);
  g_test_add_func ("/core/time-ticks/context", test_context);

  return g_test_run ();
}
