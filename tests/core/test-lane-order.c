/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lane-order.h"

#include <string.h>

#include "psg-timeline-lanes.h"

/* Arrangements of lanes: text in and out, edits, and where they bring the lanes. */

static GPtrArray *
make_lanes (const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  GPtrArray *lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lane_unref);

  for (guint i = 0; words[i] != NULL; i++)
    {
      PsgLane *lane = psg_lane_new ();

      lane->id = g_strdup (words[i]);
      g_ptr_array_add (lanes, lane);
    }

  return lanes;
}

static PsgLaneOrder *
parse (const char *text)
{
  g_autoptr (GPtrArray) lanes = make_lanes ("a b c d");

  return psg_lane_order_parse (text, lanes);
}

/* Text */

static void
test_text_is_read_as_an_order (void)
{
  static const struct { const char *text, *canonical; } cases[] = {
    { "", "" },
    { " \t\n", "" },
    { "a b c d", "" },
    { "d c b a", "d c b a" },
    { "  b\ta\n", "b a c d" },
    { "-b", "-b a c d" },
    { "a -b !c d", "a -b !c d" },
    /* What a newer version of a collection no longer has, or has besides. */
    { "gone d -gone2 a", "d a b c" },
    { "a b", "" },
    { "!d", "!d a b c" },
    /* The first word counts. */
    { "b -b !b", "b a c d" },
    { "-b b", "-b a c d" },
    { "- ! --a !-b -!c", "" },
    /* Nothing hides everything. */
    { "!a !b !c !d", "" },
    { "!d !c !b !a", "d c b a" },
    { "!a !b !c -d", "!a !b !c -d" },
    { "\xff\xfe a\xff", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgLaneOrder) order = parse (cases[i].text);
      g_autoptr (PsgLaneOrder) again = parse (psg_lane_order_to_string (order));

      g_assert_cmpstr (psg_lane_order_to_string (order), ==, cases[i].canonical);
      g_assert_true (psg_lane_order_equal (order, again));
      g_assert_cmpuint (psg_lane_order_get_n (order), ==, 4);
    }
}

static void
test_ids_may_begin_with_a_sign (void)
{
  g_autoptr (GPtrArray) lanes = make_lanes ("-a a !a");
  g_autoptr (PsgLaneOrder) order = psg_lane_order_parse ("!a -a a", lanes);
  g_autoptr (PsgLaneOrder) hidden = psg_lane_order_parse ("!-a", lanes);

  g_assert_cmpstr (psg_lane_order_to_string (order), ==, "!a -a a");
  g_assert_cmpuint (psg_lane_order_count (order, PSG_LANE_SHOWN), ==, 3);
  g_assert_cmpint (psg_lane_order_get_state (hidden, 0), ==, PSG_LANE_HIDDEN);
}

static void
test_too_long_a_text_is_none (void)
{
  g_autofree char *spaces = g_strnfill (70000, ' ');
  g_autofree char *text = g_strconcat ("d ", spaces, NULL);
  g_autoptr (PsgLaneOrder) order = parse (text);

  g_assert_cmpstr (psg_lane_order_to_string (order), ==, "");
}

static void
test_no_lanes_have_an_order_too (void)
{
  g_autoptr (PsgLaneOrder) order = psg_lane_order_new (NULL);
  g_autoptr (PsgLaneOrder) shown = psg_lane_order_show_all (order);
  PsgTimelineLanes places;

  g_assert_cmpuint (psg_lane_order_get_n (order), ==, 0);
  g_assert_true (psg_lane_order_equal (order, shown));
  g_assert_cmpint (psg_lane_order_get_state (order, 0), ==, PSG_LANE_SHOWN);
  psg_timeline_lanes_place (&places, order, 100);
  g_assert_cmpuint (places.n, ==, 0);
}

static void
test_the_same_text_for_other_lanes_differs (void)
{
  g_autoptr (GPtrArray) others = make_lanes ("a b c e");
  g_autoptr (PsgLaneOrder) order = parse ("");
  g_autoptr (PsgLaneOrder) other = psg_lane_order_new (others);

  g_assert_false (psg_lane_order_equal (order, other));
}

/* Edits */

static void
test_moving_keeps_the_others_in_order (void)
{
  static const struct { const char *text; guint lane, position; const char *result; } cases[] = {
    { "", 0, 0, "" },
    { "", 0, 1, "b a c d" },
    { "", 0, 3, "b c d a" },
    { "", 0, 99, "b c d a" },
    { "", 3, 0, "d a b c" },
    { "", 2, 1, "a c b d" },
    { "d -c b !a", 0, 0, "!a d -c b" },
    { "b a c d", 0, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgLaneOrder) order = parse (cases[i].text);
      g_autoptr (PsgLaneOrder) moved = psg_lane_order_move (order, cases[i].lane, cases[i].position);

      g_assert_cmpstr (psg_lane_order_to_string (moved), ==, cases[i].result);
      g_assert_cmpstr (psg_lane_order_to_string (order), ==, cases[i].text);
    }
}

static void
test_the_last_lane_cannot_be_hidden (void)
{
  g_autoptr (PsgLaneOrder) order = parse ("!a !b c !d");
  g_autoptr (PsgLaneOrder) same = psg_lane_order_set_state (order, 2, PSG_LANE_HIDDEN);
  g_autoptr (PsgLaneOrder) slim = psg_lane_order_set_state (order, 2, PSG_LANE_COLLAPSED);
  g_autoptr (PsgLaneOrder) two = psg_lane_order_set_state (slim, 0, PSG_LANE_SHOWN);

  g_assert_true (psg_lane_order_equal (order, same));
  g_assert_cmpstr (psg_lane_order_to_string (slim), ==, "!a !b -c !d");
  g_assert_false (psg_lane_order_can_hide (slim, 2));
  g_assert_false (psg_lane_order_can_hide (slim, 1));
  g_assert_true (psg_lane_order_can_hide (two, 2));
}

static void
test_showing_all_and_sorting_are_apart (void)
{
  g_autoptr (PsgLaneOrder) order = parse ("d -c !b a");
  g_autoptr (PsgLaneOrder) shown = psg_lane_order_show_all (order);
  g_autoptr (PsgLaneOrder) sorted = psg_lane_order_sort (order);
  g_autoptr (PsgLaneOrder) both = psg_lane_order_sort (shown);

  g_assert_cmpstr (psg_lane_order_to_string (shown), ==, "d c b a");
  g_assert_cmpstr (psg_lane_order_to_string (sorted), ==, "a !b -c d");
  g_assert_cmpstr (psg_lane_order_to_string (both), ==, "");
}

static void
test_neighbours_are_to_be_seen (void)
{
  g_autoptr (PsgLaneOrder) order = parse ("!d c !b -a");

  g_assert_cmpuint (psg_lane_order_get_neighbour (order, 2, 1), ==, 0);
  g_assert_cmpuint (psg_lane_order_get_neighbour (order, 0, -1), ==, 2);
  g_assert_cmpuint (psg_lane_order_get_neighbour (order, 2, -1), ==, 2);
  g_assert_cmpuint (psg_lane_order_get_neighbour (order, 0, 1), ==, 0);
}

static void
test_any_edits_leave_every_lane_once (void)
{
  g_autoptr (PsgLaneOrder) order = parse ("");

  for (guint i = 0; i < 5000; i++)
    {
      guint lane = (guint) g_test_rand_int_range (0, 4), number = (guint) g_test_rand_int_range (0, 6);
      PsgLaneOrder *next = number < 3 ? psg_lane_order_set_state (order, lane, number)
                                      : psg_lane_order_move (order, lane, (guint) g_test_rand_int_range (0, 6));
      guint seen = 0;

      psg_lane_order_unref (order);
      order = next;
      for (guint k = 0; k < 4; k++)
        {
          seen |= 1u << psg_lane_order_get_lane (order, k);
          g_assert_cmpuint (psg_lane_order_get_lane (order, psg_lane_order_get_position (order, k)), ==, k);
        }
      g_assert_cmpuint (seen, ==, 15);
      g_assert_cmpuint (psg_lane_order_count (order, PSG_LANE_HIDDEN), <, 4);
    }
}

/* Places */

static void
assert_stacked (const PsgTimelineLanes *places,
                float                   height)
{
  float y = 0;

  for (guint i = 0; i < places->n; i++)
    {
      g_assert_cmpfloat (places->lanes[i].y, ==, y);
      g_assert_cmpfloat (places->lanes[i].dot, <=, MAX (3, places->lanes[i].height));
      y += places->lanes[i].height;
    }
  g_assert_cmpfloat (y, ==, height);
}

static void
test_lanes_share_what_strips_leave (void)
{
  static const struct { const char *text; int height; guint n; float first, last; } cases[] = {
    { "", 104, 4, 26, 26 },
    { "-a", 108, 4, 12, 32 },
    { "-a !b", 92, 3, 12, 40 },
    { "!a !b !c", 30, 1, 30, 30 },
    { "-a -b -c d", 100, 4, 12, 64 },
    { "", 10, 4, 3, 2 },
    { "-a", 8, 4, 2, 2 },
    { "", 0, 4, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgLaneOrder) order = parse (cases[i].text);
      PsgTimelineLanes places;

      g_test_message ("%s at %d", cases[i].text, cases[i].height);
      psg_timeline_lanes_place (&places, order, cases[i].height);
      g_assert_cmpuint (places.n, ==, cases[i].n);
      g_assert_cmpfloat (places.lanes[0].height, ==, cases[i].first);
      g_assert_cmpfloat (places.lanes[places.n - 1].height, ==, cases[i].last);
      assert_stacked (&places, (float) cases[i].height);
    }
}

static void
test_strips_alone_stay_slim (void)
{
  g_autoptr (PsgLaneOrder) order = parse ("-a -b -c -d");
  PsgTimelineLanes places;

  psg_timeline_lanes_place (&places, order, 200);
  assert_stacked (&places, 64);
  g_assert_true (places.lanes[0].slim);
}

static void
test_collapsed_lanes_have_small_dots_and_no_titles (void)
{
  g_autoptr (PsgLaneOrder) order = parse ("a -b");
  PsgTimelineLanes places;

  psg_timeline_lanes_place (&places, order, 108);
  g_assert_cmpfloat (places.lanes[0].dot, ==, PSG_TIMELINE_DOT);
  g_assert_false (places.lanes[0].slim);
  g_assert_cmpfloat (places.lanes[1].dot, <, PSG_TIMELINE_DOT);
  g_assert_true (places.lanes[1].slim);
}

static void
test_a_mix_goes_from_one_to_the_other (void)
{
  g_autoptr (PsgLaneOrder) before = parse ("a b !c d"), after = parse ("b a c !d");
  PsgTimelineLanes from, to, mix;

  psg_timeline_lanes_place (&from, before, 90);
  psg_timeline_lanes_place (&to, after, 90);
  psg_timeline_lanes_mix (&mix, &from, &to, 0);
  g_assert_cmpfloat (mix.lanes[psg_timeline_lanes_find (&mix, 0)].y, ==, 0);
  g_assert_cmpfloat (mix.lanes[psg_timeline_lanes_find (&mix, 2)].height, ==, 0);
  psg_timeline_lanes_mix (&mix, &from, &to, 0.5);
  g_assert_cmpfloat (mix.lanes[psg_timeline_lanes_find (&mix, 0)].y, ==, 15);
  g_assert_cmpfloat (mix.lanes[psg_timeline_lanes_find (&mix, 2)].height, ==, 15);
  g_assert_cmpuint (psg_timeline_lanes_find (&mix, 3), ==, mix.n);
  psg_timeline_lanes_mix (&mix, &from, &to, 1);
  g_assert_cmpmem (&mix.lanes, 3 * sizeof (PsgTimelineLane), &to.lanes, 3 * sizeof (PsgTimelineLane));
}

static void
test_gaps_lie_between_the_middles (void)
{
  static const struct { double y; guint gap; } cases[] = {
    { -50, 0 }, { 0, 0 }, { 12, 0 }, { 14, 1 }, { 38, 1 }, { 40, 2 }, { 90, 3 }, { 92, 4 }, { 500, 4 },
  };
  g_autoptr (PsgLaneOrder) order = parse ("");
  PsgTimelineLanes places;

  psg_timeline_lanes_place (&places, order, 104);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (psg_timeline_lanes_get_gap (&places, cases[i].y), ==, cases[i].gap);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add_func ("/core/lane-order/" path, function)
  ADD ("text-is-read-as-an-order", test_text_is_read_as_an_order);
  ADD ("ids-may-begin-with-a-sign", test_ids_may_begin_with_a_sign);
  ADD ("too-long-a-text-is-none", test_too_long_a_text_is_none);
  ADD ("no-lanes-have-an-order-too", test_no_lanes_have_an_order_too);
  ADD ("the-same-text-for-other-lanes-differs", test_the_same_text_for_other_lanes_differs);
  ADD ("moving-keeps-the-others-in-order", test_moving_keeps_the_others_in_order);
  ADD ("the-last-lane-cannot-be-hidden", test_the_last_lane_cannot_be_hidden);
  ADD ("showing-all-and-sorting-are-apart", test_showing_all_and_sorting_are_apart);
  ADD ("neighbours-are-to-be-seen", test_neighbours_are_to_be_seen);
  ADD ("any-edits-leave-every-lane-once", test_any_edits_leave_every_lane_once);
  ADD ("lanes-share-what-strips-leave", test_lanes_share_what_strips_leave);
  ADD ("strips-alone-stay-slim", test_strips_alone_stay_slim);
  ADD ("collapsed-lanes-have-small-dots-and-no-titles", test_collapsed_lanes_have_small_dots_and_no_titles);
  ADD ("a-mix-goes-from-one-to-the-other", test_a_mix_goes_from_one_to_the_other);
  ADD ("gaps-lie-between-the-middles", test_gaps_lie_between_the_middles);
#undef ADD

  return g_test_run ();
}
