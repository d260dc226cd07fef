/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-clock.h"

/* A presenter's clock, which is told the time. */

#define AT(seconds) ((gint64) (1000 + (seconds)) * G_USEC_PER_SEC)
#define MINUTE 60

static void
test_it_counts_from_the_start (void)
{
  PsgLessonClock clock;

  psg_lesson_clock_start (&clock, 45 * MINUTE, AT (0));
  g_assert_cmpint (psg_lesson_clock_get_elapsed (&clock, AT (0)), ==, 0);
  g_assert_cmpint (psg_lesson_clock_get_elapsed (&clock, AT (90)), ==, 90);
  g_assert_cmpint (psg_lesson_clock_get_left (&clock, AT (90)), ==, 45 * MINUTE - 90);
  g_assert_cmpint (psg_lesson_clock_get_left (&clock, AT (46 * MINUTE)), ==, -MINUTE);
}

static void
test_it_stands_while_paused (void)
{
  PsgLessonClock clock;

  psg_lesson_clock_start (&clock, 0, AT (0));
  psg_lesson_clock_set_running (&clock, FALSE, AT (10));
  psg_lesson_clock_set_running (&clock, FALSE, AT (20));
  g_assert_false (psg_lesson_clock_get_running (&clock));
  g_assert_cmpint (psg_lesson_clock_get_elapsed (&clock, AT (500)), ==, 10);
  psg_lesson_clock_set_running (&clock, TRUE, AT (600));
  g_assert_cmpint (psg_lesson_clock_get_elapsed (&clock, AT (605)), ==, 15);
  psg_lesson_clock_set_running (&clock, FALSE, AT (610));
  psg_lesson_clock_set_running (&clock, TRUE, AT (700));
  g_assert_cmpint (psg_lesson_clock_get_elapsed (&clock, AT (701)), ==, 21);
}

static void
test_it_warns_before_the_end (void)
{
  static const struct
  {
    guint planned;
    gint64 elapsed;
    PsgLessonTime expected;
  } cases[] = {
    { 0, 100000, PSG_LESSON_TIME_FREE },
    { 40 * MINUTE, 0, PSG_LESSON_TIME_ENOUGH },
    { 40 * MINUTE, 36 * MINUTE - 1, PSG_LESSON_TIME_ENOUGH },
    { 40 * MINUTE, 36 * MINUTE, PSG_LESSON_TIME_SHORT },
    { 40 * MINUTE, 40 * MINUTE, PSG_LESSON_TIME_SHORT },
    { 40 * MINUTE, 40 * MINUTE + 1, PSG_LESSON_TIME_OVER },
    { 5 * MINUTE, 4 * MINUTE - 1, PSG_LESSON_TIME_ENOUGH },
    { 5 * MINUTE, 4 * MINUTE, PSG_LESSON_TIME_SHORT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PsgLessonClock clock;

      psg_lesson_clock_start (&clock, cases[i].planned, AT (0));
      g_assert_cmpint (psg_lesson_clock_judge (&clock, AT (cases[i].elapsed)), ==, cases[i].expected);
    }
}

static void
test_lengths_are_written (void)
{
  static const struct
  {
    gint64 seconds;
    const char *expected;
  } cases[] = {
    { -5, "0:00" }, { 0, "0:00" }, { 9, "0:09" }, { 472, "7:52" }, { 3599, "59:59" }, { 4072, "1:07:52" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = psg_lesson_clock_format (cases[i].seconds);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/lesson-clock/counts-from-the-start", test_it_counts_from_the_start);
  g_test_add_func ("/core/lesson-clock/stands-while-paused", test_it_stands_while_paused);
  g_test_add_func ("/core/lesson-clock/warns-before-the-end", test_it_warns_before_the_end);
  g_test_add_func ("/core/lesson-clock/lengths-are-written", test_lengths_are_written);

  return g_test_run ();
}
