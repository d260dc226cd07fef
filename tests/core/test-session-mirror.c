/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session-mirror.h"

#include "psg-memory-collection.h"
#include "psg-notify-counter.h"

/* The mirror over the invented valley: what is the same in both sessions, and what is not. */

typedef struct
{
  PsgCollection *collection;
  PsgSession *session;
  PsgSessionMirror *mirror;
  PsgSession *other;
  PsgDay first;
  PsgDay later;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  PsgTimeSpan bounds;

  f->collection = psg_memory_collection_new ();
  f->session = psg_session_new ();
  psg_session_set_collection (f->session, f->collection);
  bounds = psg_session_get_bounds (f->session);
  f->first = psg_day_from_minutes (bounds.start);
  f->later = f->first + 40;
  psg_session_set_playhead (f->session, f->later);
  psg_session_set_compared (f->session, f->first);
  f->mirror = psg_session_mirror_new (f->session);
  f->other = psg_session_mirror_get_other (f->mirror);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->mirror);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->collection);
}

static void
assert_alike (Fixture *f)
{
  g_assert_true (psg_session_get_collection (f->other) == psg_session_get_collection (f->session));
  g_assert_true (psg_filter_equal (psg_session_get_filter (f->other), psg_session_get_filter (f->session)));
  g_assert_true (psg_row_set_equal (psg_session_get_matches (f->other), psg_session_get_matches (f->session)));
  g_assert_cmpuint (psg_session_get_event (f->other), ==, psg_session_get_event (f->session));
  g_assert_cmpstr (psg_session_get_crossing (f->other), ==, psg_session_get_crossing (f->session));
  g_assert_true (psg_page_equal (psg_session_get_page (f->other), psg_session_get_page (f->session)));
  g_assert_cmpint (psg_session_get_span (f->other)->start, ==, psg_session_get_span (f->session)->start);
  g_assert_cmpint (psg_session_get_span (f->other)->end, ==, psg_session_get_span (f->session)->end);
  g_assert_cmpint (psg_session_get_playhead (f->other), ==, psg_session_get_compared (f->session));
  g_assert_cmpint (psg_session_get_compared (f->other), ==, psg_session_get_playhead (f->session));
}

static void
test_both_are_alike_but_for_the_day (Fixture      *f,
                                     gconstpointer data)
{
  g_autoptr (PsgFilter) filter = psg_filter_parse ("wool");

  assert_alike (f);
  psg_session_select_event (f->session, 1);
  assert_alike (f);
  psg_session_select_event (f->session, PSG_ROW_NONE);
  assert_alike (f);
  g_assert_true (psg_session_set_filter (f->session, filter, NULL));
  assert_alike (f);
  psg_session_set_playhead (f->session, f->later + 3);
  assert_alike (f);
  psg_session_set_compared (f->session, f->first + 7);
  assert_alike (f);
}

static void
test_what_is_asked_of_either_holds_in_both (Fixture      *f,
                                            gconstpointer data)
{
  g_autoptr (PsgFilter) filter = psg_filter_parse ("wool");
  GPtrArray *crossings = psg_collection_get_crossings (f->collection);

  psg_session_select_event (f->other, 2);
  g_assert_cmpuint (psg_session_get_event (f->session), ==, 2);
  g_assert_cmpint (psg_session_get_compared (f->session), ==, f->first);
  assert_alike (f);

  g_assert_true (psg_session_select_crossing (f->other, ((PsgCrossing *) crossings->pdata[0])->id, NULL));
  g_assert_cmpstr (psg_session_get_crossing (f->session), ==, ((PsgCrossing *) crossings->pdata[0])->id);
  assert_alike (f);

  g_assert_true (psg_session_set_filter (f->other, filter, NULL));
  assert_alike (f);
}

static void
test_the_other_tells_only_what_differs (Fixture      *f,
                                        gconstpointer data)
{
  g_autoptr (PsgNotifyCounter) counter = psg_notify_counter_new (f->other);

  psg_session_set_playhead (f->session, f->later + 1);
  psg_assert_notified (counter, "compared");
  psg_session_set_compared (f->session, f->first + 1);
  psg_assert_notified (counter, "playhead");
}

static void
test_a_day_compared_with_is_within_bounds (Fixture      *f,
                                           gconstpointer data)
{
  g_autoptr (PsgNotifyCounter) counter = psg_notify_counter_new (f->session);

  psg_session_set_compared (f->session, f->first - 1000);
  g_assert_cmpint (psg_session_get_compared (f->session), ==, f->first);
  psg_assert_notified (counter, "");
  psg_session_set_compared (f->session, PSG_DAY_NONE);
  g_assert_cmpint (psg_session_get_compared (f->session), ==, PSG_DAY_NONE);
  psg_assert_notified (counter, "compared");

  psg_session_set_compared (f->session, f->first);
  psg_session_set_collection (f->session, NULL);
  g_assert_cmpint (psg_session_get_compared (f->session), ==, PSG_DAY_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/core/session-mirror/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("both-are-alike-but-for-the-day", test_both_are_alike_but_for_the_day);
  ADD ("what-is-asked-of-either-holds-in-both", test_what_is_asked_of_either_holds_in_both);
  ADD ("the-other-tells-only-what-differs", test_the_other_tells_only_what_differs);
  ADD ("a-day-compared-with-is-within-bounds", test_a_day_compared_with_is_within_bounds);
#undef ADD

  return g_test_run ();
}
