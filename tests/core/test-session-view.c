/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session.h"

#include "psg-memory-collection.h"
#include "psg-notify-counter.h"

/* Where one looks in the invented valley, and the way back to where one looked. */

typedef struct
{
  PsgCollection *collection;
  PsgSession *session;
  PsgNotifyCounter *counter;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->collection = psg_memory_collection_new ();
  fixture->session = psg_session_new ();
  psg_session_set_collection (fixture->session, fixture->collection);
  fixture->counter = psg_notify_counter_new (fixture->session);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  psg_notify_counter_free (fixture->counter);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->collection);
}

static PsgTimeSpan
span (const char *first,
      const char *last)
{
  return psg_time_span_from_days (psg_day_parse_iso (first), psg_day_parse_iso (last));
}

static void
move (Fixture    *fixture,
      const char *first,
      const char *last)
{
  PsgTimeSpan there = span (first, last);

  psg_session_set_span (fixture->session, &there);
}

static void
jump (Fixture    *fixture,
      const char *first,
      const char *last)
{
  PsgTimeSpan there = span (first, last);

  psg_session_jump_to_span (fixture->session, &there);
}

static void
assert_span (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *edtf = psg_time_span_to_edtf (psg_session_get_span (fixture->session));

  g_assert_cmpstr (edtf, ==, expected);
}

static char *
get_whole (Fixture *fixture)
{
  return psg_time_span_to_edtf (&psg_collection_get_info (fixture->collection)->span);
}

static void
test_the_whole_is_where_one_begins (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autofree char *whole = get_whole (fixture);

  g_assert_false (psg_session_get_can_go_to_previous_span (fixture->session));
  g_assert_false (psg_session_get_can_go_to_next_span (fixture->session));

  /* The wheel, soon after opening and in many steps. */
  move (fixture, "2020-06-01", "2021-12-31");
  move (fixture, "2020-09-01", "2021-10-31");
  move (fixture, "2021-01-01", "2021-06-30");
  psg_assert_notified (fixture->counter, "can-go-to-previous-span span×3");
  g_assert_true (psg_session_get_can_go_to_previous_span (fixture->session));

  psg_session_go_previous_span (fixture->session);
  assert_span (fixture, whole);
  psg_assert_notified (fixture->counter, "can-go-to-next-span can-go-to-previous-span span");

  psg_session_go_next_span (fixture->session);
  assert_span (fixture, "2021-01-01/2021-06-30");
  psg_session_go_next_span (fixture->session);
  assert_span (fixture, "2021-01-01/2021-06-30");
}

static void
test_jumps_are_views_of_their_own (Fixture      *fixture,
                                   gconstpointer data)
{
  move (fixture, "2021-01-01", "2021-06-30");
  jump (fixture, "2021-03-01", "2021-03-31");
  jump (fixture, "2022-01-01", "2022-01-31");
  /* Asked twice, done once. */
  jump (fixture, "2022-01-01", "2022-01-31");
  psg_assert_notified (fixture->counter, "can-go-to-previous-span span×3");

  psg_session_go_previous_span (fixture->session);
  assert_span (fixture, "2021-03-01/2021-03-31");
  psg_session_go_previous_span (fixture->session);
  assert_span (fixture, "2021-01-01/2021-06-30");
}

static void
test_playback_leaves_one_view (Fixture      *fixture,
                               gconstpointer data)
{
  jump (fixture, "2021-01-01", "2021-01-31");
  for (int month = 2; month < 12; month++)
    {
      PsgDay first = psg_day_from_ymd (2021, month, 1);
      PsgTimeSpan page = psg_time_span_from_days (first, first + 27);

      psg_session_follow_span (fixture->session, &page);
    }
  assert_span (fixture, "2021-11-01/2021-11-28");

  psg_session_go_previous_span (fixture->session);
  assert_span (fixture, "2021-01-01/2021-01-31");
  psg_session_go_next_span (fixture->session);
  assert_span (fixture, "2021-11-01/2021-11-28");
}

static void
test_another_collection_begins_anew (Fixture      *fixture,
                                     gconstpointer data)
{
  jump (fixture, "2021-01-01", "2021-01-31");
  g_assert_true (psg_session_get_can_go_to_previous_span (fixture->session));

  psg_session_set_collection (fixture->session, NULL);
  g_assert_false (psg_session_get_can_go_to_previous_span (fixture->session));
  psg_session_go_previous_span (fixture->session);

  psg_session_set_collection (fixture->session, fixture->collection);
  g_assert_false (psg_session_get_can_go_to_previous_span (fixture->session));
}

static void
test_the_properties_say_the_same (Fixture      *fixture,
                                  gconstpointer data)
{
  gboolean back, forward;

  jump (fixture, "2021-01-01", "2021-01-31");
  g_object_get (fixture->session, "can-go-to-previous-span", &back, "can-go-to-next-span", &forward, NULL);
  g_assert_true (back);
  g_assert_false (forward);
}

static void
test_where_to_look_for_an_event (Fixture      *fixture,
                                 gconstpointer data)
{
  PsgEventTable *events = psg_collection_get_events (fixture->collection);
  PsgTimeSpan where;

  psg_session_select_event (fixture->session, PSG_ROW_NONE);
  g_assert_false (psg_session_get_chosen_span (fixture->session, &where));

  for (guint row = 0; row < psg_event_table_get_n (events); row++)
    {
      PsgTimeSpan time = psg_event_table_get_span (events, row);

      psg_session_select_event (fixture->session, row);
      g_assert_true (psg_session_get_chosen_span (fixture->session, &where));
      g_assert_cmpint (where.start, <, where.end);
      g_assert_cmpint (where.end, >, time.end - 1);
      g_assert_cmpint (psg_time_span_get_length (&where), >=, 60 * PSG_MINUTES_PER_DAY - 1);
    }
}

static void
test_where_to_look_for_a_crossing (Fixture      *fixture,
                                   gconstpointer data)
{
  GPtrArray *crossings = psg_collection_get_crossings (fixture->collection);
  PsgTimeSpan where;

  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);

      g_assert_true (psg_session_select_crossing (fixture->session, crossing->id, NULL));
      if (!psg_session_get_chosen_span (fixture->session, &where))
        {
          g_assert_cmpuint (crossing->intervals->len, ==, 0);
          continue;
        }
      for (guint k = 0; k < crossing->intervals->len; k++)
        {
          const PsgStatusInterval *interval = g_ptr_array_index (crossing->intervals, k);

          if (psg_day_is_valid (interval->first))
            g_assert_true (psg_time_span_contains (&where, psg_day_to_minutes (interval->first)));
          if (psg_day_is_valid (interval->last))
            g_assert_true (psg_time_span_contains (&where, psg_day_to_minutes (interval->last)));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/core/session-view/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("the-whole-is-where-one-begins", test_the_whole_is_where_one_begins);
  ADD ("jumps-are-views-of-their-own", test_jumps_are_views_of_their_own);
  ADD ("playback-leaves-one-view", test_playback_leaves_one_view);
  ADD ("another-collection-begins-anew", test_another_collection_begins_anew);
  ADD ("the-properties-say-the-same", test_the_properties_say_the_same);
  ADD ("where-to-look-for-an-event", test_where_to_look_for_an_event);
  ADD ("where-to-look-for-a-crossing", test_where_to_look_for_a_crossing);
#undef ADD

  return g_test_run ();
}
