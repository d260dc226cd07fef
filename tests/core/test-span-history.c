/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-span-history.h"

/* Looking here and there, and the way back. A view is named by its first minute. */

#define SECOND G_USEC_PER_SEC

static PsgTimeSpan
span (gint64 start)
{
  return (PsgTimeSpan) { start, start + 1000 };
}

static void
move (PsgSpanHistory *history,
      gint64          start,
      gint64          now)
{
  PsgTimeSpan there = span (start);

  psg_span_history_move (history, &there, now);
}

static void
jump (PsgSpanHistory *history,
      gint64          start)
{
  PsgTimeSpan there = span (start);

  psg_span_history_jump (history, &there);
}

static void
follow (PsgSpanHistory *history,
        gint64          start)
{
  PsgTimeSpan there = span (start);

  psg_span_history_follow (history, &there);
}

/* Going leads to @expected; -1: nowhere. */
static void
assert_goes (PsgSpanHistory *history,
             int             direction,
             gint64          expected)
{
  gboolean can = psg_span_history_can_go (history, direction);
  const PsgTimeSpan *there = psg_span_history_go (history, direction);

  g_assert_true (can == (there != NULL));
  g_assert_cmpint (there != NULL ? there->start : -1, ==, expected);
}

static void
test_an_empty_one_leads_nowhere (void)
{
  g_autoptr (PsgSpanHistory) history = psg_span_history_new ();

  assert_goes (history, -1, -1);
  assert_goes (history, 1, -1);
}

static void
test_a_movement_is_one_view (void)
{
  g_autoptr (PsgSpanHistory) history = psg_span_history_new ();

  jump (history, 1);
  for (int i = 0; i < 500; i++)
    move (history, 10 + i, SECOND + i * SECOND / 60);
  /* It lasted for eight seconds, but never rested. */
  move (history, 2000, 20 * SECOND);

  assert_goes (history, -1, 509);
  assert_goes (history, -1, 1);
  assert_goes (history, -1, -1);
  assert_goes (history, 1, 509);
  assert_goes (history, 1, 2000);
  assert_goes (history, 1, -1);
}

static void
test_rest_is_a_moment (void)
{
  g_autoptr (PsgSpanHistory) history = psg_span_history_new ();

  move (history, 1, 0);
  move (history, 2, PSG_SPAN_HISTORY_REST - 1);
  move (history, 3, 2 * PSG_SPAN_HISTORY_REST - 1);

  assert_goes (history, -1, 2);
  assert_goes (history, -1, -1);
}

static void
test_jumps_are_never_one (void)
{
  g_autoptr (PsgSpanHistory) history = psg_span_history_new ();

  jump (history, 1);
  move (history, 2, 0);
  jump (history, 3);
  move (history, 4, 1);

  assert_goes (history, -1, 3);
  assert_goes (history, -1, 2);
  assert_goes (history, -1, 1);
}

static void
test_moving_after_going_back_forgets_what_lay_ahead (void)
{
  g_autoptr (PsgSpanHistory) history = psg_span_history_new ();

  jump (history, 1);
  move (history, 2, 0);
  jump (history, 3);
  assert_goes (history, -1, 2);
  /* However soon: having gone back, one is at rest. */
  move (history, 5, 1);

  assert_goes (history, 1, -1);
  assert_goes (history, -1, 2);
  assert_goes (history, 1, 5);
}

static void
test_a_movement_that_ends_where_it_began_is_none (void)
{
  g_autoptr (PsgSpanHistory) history = psg_span_history_new ();

  jump (history, 1);
  jump (history, 2);
  move (history, 7, 0);
  move (history, 2, 1);

  assert_goes (history, -1, 1);
  assert_goes (history, 1, 2);
  assert_goes (history, 1, -1);
}

static void
test_playback_is_one_view (void)
{
  g_autoptr (PsgSpanHistory) history = psg_span_history_new ();

  jump (history, 1);
  for (int i = 0; i < 100; i++)
    follow (history, 10 + i);
  move (history, 500, 0);

  assert_goes (history, -1, 109);
  assert_goes (history, -1, 1);
  assert_goes (history, -1, -1);
}

static void
test_the_oldest_are_forgotten (void)
{
  g_autoptr (PsgSpanHistory) history = psg_span_history_new ();
  guint n = 0;

  for (int i = 0; i < 1000; i++)
    jump (history, i);
  while (psg_span_history_go (history, -1) != NULL)
    n++;

  g_assert_cmpuint (n, ==, 199);
}

static void
test_clearing_forgets_all (void)
{
  g_autoptr (PsgSpanHistory) history = psg_span_history_new ();

  jump (history, 1);
  move (history, 2, 0);
  psg_span_history_clear (history);
  assert_goes (history, -1, -1);
  move (history, 3, 1);
  assert_goes (history, -1, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add_func ("/core/span-history/" path, function)
  ADD ("an-empty-one-leads-nowhere", test_an_empty_one_leads_nowhere);
  ADD ("a-movement-is-one-view", test_a_movement_is_one_view);
  ADD ("rest-is-a-moment", test_rest_is_a_moment);
  ADD ("jumps-are-never-one", test_jumps_are_never_one);
  ADD ("moving-after-going-back-forgets-what-lay-ahead", test_moving_after_going_back_forgets_what_lay_ahead);
  ADD ("a-movement-that-ends-where-it-began-is-none", test_a_movement_that_ends_where_it_began_is_none);
  ADD ("playback-is-one-view", test_playback_is_one_view);
  ADD ("the-oldest-are-forgotten", test_the_oldest_are_forgotten);
  ADD ("clearing-forgets-all", test_clearing_forgets_all);
#undef ADD

  return g_test_run ();
}
