/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session.h"

#include "psg-memory-collection.h"
#include "psg-notify-counter.h"

/* The session over the invented valley: what each request changes, what is told of it, and
 * that a request that fails changes and tells nothing. Going from one thing to the next is
 * in test-session-navigate.c. */

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

static PsgDay
day (const char *text)
{
  return psg_day_parse_iso (text);
}

static void
set_span (PsgSession *session,
          const char *first,
          const char *last)
{
  PsgTimeSpan span = psg_time_span_from_days (day (first), day (last));

  psg_session_set_span (session, &span);
}

static void
assert_span (PsgSession *session,
             const char *expected)
{
  g_autofree char *span = psg_time_span_to_edtf (psg_session_get_span (session));

  g_assert_cmpstr (span, ==, expected);
}

static void
assert_playhead (PsgSession *session,
                 const char *expected)
{
  g_autofree char *playhead = psg_day_format_iso (psg_session_get_playhead (session));

  g_assert_cmpstr (playhead, ==, expected);
}

static gboolean
filter_by (PsgSession *session,
           const char *text,
           GError    **error)
{
  g_autoptr (PsgFilter) filter = psg_filter_parse (text);

  return psg_session_set_filter (session, filter, error);
}

/* With and without a collection */

static void
test_without_a_collection_nothing_is_found (void)
{
  g_autoptr (PsgSession) session = psg_session_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (psg_session_get_collection (session));
  g_assert_cmpuint (psg_session_get_event (session), ==, PSG_ROW_NONE);
  g_assert_null (psg_session_get_event_id (session));
  g_assert_cmpuint (psg_row_set_get_n_rows (psg_session_get_matches (session)), ==, 0);
  g_assert_false (psg_session_step_event (session, 1));
  g_assert_false (psg_session_step_change (session, -1));
  g_assert_true (filter_by (session, "wool", &error));

  g_assert_false (psg_session_select_event_id (session, "treaty", &error));
  g_assert_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (psg_session_follow (session, "claim:claim-peace", &error));
  g_assert_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);

  g_assert_finalize_object (g_steal_pointer (&session));
}

static void
test_a_collection_is_opened_at_its_beginning (Fixture      *fixture,
                                              gconstpointer data)
{
  g_assert_true (psg_session_get_collection (fixture->session) == fixture->collection);
  g_assert_cmpuint (psg_session_get_event (fixture->session), ==, PSG_ROW_NONE);
  g_assert_null (psg_session_get_crossing (fixture->session));
  g_assert_cmpint (psg_session_get_page (fixture->session)->kind, ==, PSG_KIND_NONE);
  g_assert_cmpuint (psg_row_set_count (psg_session_get_matches (fixture->session)), ==, 12);
  g_assert_false (psg_session_get_can_go_back (fixture->session));
  g_assert_false (psg_session_get_can_go_forward (fixture->session));
  assert_playhead (fixture->session, "2020-01-15");
  assert_span (fixture->session, "2020-01-01/2022-12-31");
  g_assert_cmpuint (psg_lane_order_get_n (psg_session_get_lanes (fixture->session)), ==, 3);
  g_assert_cmpstr (psg_lane_order_to_string (psg_session_get_lanes (fixture->session)), ==, "");
}

static void
test_another_collection_begins_anew (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (PsgCollection) other = psg_memory_collection_new ();

  g_assert_true (psg_session_select_event_id (fixture->session, "closure", NULL));
  g_assert_true (filter_by (fixture->session, "lane:border", NULL));
  set_span (fixture->session, "2021-01-01", "2021-12-31");
  g_clear_pointer (&fixture->counter, psg_notify_counter_free);
  fixture->counter = psg_notify_counter_new (fixture->session);

  psg_session_set_collection (fixture->session, other);
  psg_assert_notified (fixture->counter,
                       "can-go-back can-go-to-previous-span collection context event filter lanes matches noted "
                       "page playhead span subject");
  test_a_collection_is_opened_at_its_beginning (&(Fixture) { other, fixture->session, NULL }, NULL);

  psg_session_set_collection (fixture->session, other);
  psg_assert_notified (fixture->counter, "");

  psg_session_set_collection (fixture->session, fixture->collection);
  psg_assert_notified (fixture->counter, "collection context lanes matches noted subject");
  g_assert_finalize_object (g_steal_pointer (&other));
}

static void
test_no_collection_lets_go_of_everything (Fixture      *fixture,
                                          gconstpointer data)
{
  g_assert_true (psg_session_select_event_id (fixture->session, "closure", NULL));
  g_object_set (fixture->session, "collection", NULL, NULL);

  g_assert_cmpuint (psg_session_get_event (fixture->session), ==, PSG_ROW_NONE);
  g_assert_cmpint (psg_session_get_page (fixture->session)->kind, ==, PSG_KIND_NONE);
  g_assert_cmpuint (psg_row_set_get_n_rows (psg_session_get_matches (fixture->session)), ==, 0);
  g_assert_false (psg_session_get_can_go_back (fixture->session));
}

static void
test_a_session_holds_its_collection_no_longer_than_it_lives (void)
{
  PsgCollection *collection = psg_memory_collection_new ();
  PsgSession *session = g_object_new (PSG_TYPE_SESSION, "collection", collection, NULL);

  g_assert_finalize_object (session);
  g_assert_finalize_object (collection);
}

/* Each change is told once */

static void
test_a_change_notifies_once (Fixture      *fixture,
                             gconstpointer data)
{
  psg_session_set_playhead (fixture->session, day ("2021-05-05"));
  psg_assert_notified (fixture->counter, "playhead");
  psg_session_set_playhead (fixture->session, day ("2021-05-05"));
  psg_assert_notified (fixture->counter, "");

  set_span (fixture->session, "2021-01-01", "2021-06-30");
  psg_assert_notified (fixture->counter, "can-go-to-previous-span span");
  set_span (fixture->session, "2021-01-01", "2021-06-30");
  psg_assert_notified (fixture->counter, "");
}

static void
test_arranging_lanes_moves_nothing_else (Fixture      *fixture,
                                         gconstpointer data)
{
  PsgLaneOrder *before = psg_session_get_lanes (fixture->session);
  g_autoptr (PsgLaneOrder) moved = psg_lane_order_move (before, 0, 2);
  g_autoptr (PsgLaneOrder) hidden = psg_lane_order_set_state (moved, 1, PSG_LANE_HIDDEN);
  g_autoptr (PsgLaneOrder) same = psg_lane_order_parse ("!trade people border",
                                                        psg_collection_get_lanes (fixture->collection));

  psg_session_set_lanes (fixture->session, hidden);
  psg_assert_notified (fixture->counter, "lanes");
  psg_session_set_lanes (fixture->session, same);
  psg_assert_notified (fixture->counter, "");

  /* What is hidden there is no less in the list and on the map. */
  g_assert_cmpuint (psg_row_set_count (psg_session_get_matches (fixture->session)), ==, 12);
  g_assert_cmpstr (psg_lane_order_to_string (psg_session_get_lanes (fixture->session)), ==, "!trade people border");
}

static void
test_a_filter_notifies_what_differs (Fixture      *fixture,
                                     gconstpointer data)
{
  g_assert_true (filter_by (fixture->session, "lane:border", NULL));
  psg_assert_notified (fixture->counter, "context filter matches");
  g_assert_true (filter_by (fixture->session, " lane:border ", NULL));
  psg_assert_notified (fixture->counter, "");

  /* Another filter that lets the same through. */
  g_assert_true (filter_by (fixture->session, "lane:border lane:nowhere", NULL));
  psg_assert_notified (fixture->counter, "filter");
  g_assert_true (filter_by (fixture->session, "", NULL));
  psg_assert_notified (fixture->counter, "context filter matches");
}

/* What shows the range itself need not begin anew when its edge is moved. */
static void
test_a_range_changes_what_matches_in_one_context (Fixture      *fixture,
                                                  gconstpointer data)
{
  guint n = psg_row_set_count (psg_session_get_context (fixture->session));

  g_assert_true (filter_by (fixture->session, "during:2021", NULL));
  psg_assert_notified (fixture->counter, "filter matches");
  g_assert_cmpuint (psg_row_set_count (psg_session_get_context (fixture->session)), ==, n);
  g_assert_cmpuint (psg_row_set_count (psg_session_get_matches (fixture->session)), <, n);
  g_assert_true (filter_by (fixture->session, "during:2021-03", NULL));
  psg_assert_notified (fixture->counter, "filter matches");
  g_assert_true (filter_by (fixture->session, "lane:border", NULL));
  psg_assert_notified (fixture->counter, "context filter matches");
  g_assert_true (psg_row_set_equal (psg_session_get_context (fixture->session),
                                    psg_session_get_matches (fixture->session)));
}

static void
test_choosing_an_event_notifies_once_each (Fixture      *fixture,
                                           gconstpointer data)
{
  g_assert_true (psg_session_select_event_id (fixture->session, "closure", NULL));
  psg_assert_notified (fixture->counter, "can-go-back event page playhead");
  g_assert_true (psg_session_select_event_id (fixture->session, "closure", NULL));
  psg_assert_notified (fixture->counter, "");

  set_span (fixture->session, "2021-01-01", "2021-03-31");
  psg_assert_notified (fixture->counter, "can-go-to-previous-span span");
  g_assert_true (psg_session_select_event_id (fixture->session, "reopening", NULL));
  psg_assert_notified (fixture->counter, "event page playhead span");
}

static void
notified_cb (PsgSession *session,
             GParamSpec *pspec,
             guint      *calls)
{
  g_assert_cmpstr (psg_session_get_event_id (session), ==, "closure");
  g_assert_cmpstr (psg_session_get_page (session)->id, ==, "closure");
  g_assert_null (psg_session_get_crossing (session));
  g_assert_true (psg_session_get_can_go_back (session));
  assert_playhead (session, "2021-02-10");
  *calls += 1;
}

/* Whoever is told of one part of a change finds all of it done. */
static void
test_all_holds_before_any_is_told (Fixture      *fixture,
                                   gconstpointer data)
{
  guint calls = 0;

  g_assert_true (psg_session_select_crossing (fixture->session, "pass", NULL));
  g_signal_connect (fixture->session, "notify", G_CALLBACK (notified_cb), &calls);
  g_assert_true (psg_session_select_event_id (fixture->session, "closure", NULL));
  g_assert_cmpuint (calls, ==, 4);
  g_signal_handlers_disconnect_by_data (fixture->session, &calls);
}

static void
step_on_cb (PsgSession *session)
{
  psg_session_set_playhead (session, day ("2022-02-02"));
}

static void
test_a_listener_may_ask_for_more (Fixture      *fixture,
                                  gconstpointer data)
{
  g_signal_connect (fixture->session, "notify::event", G_CALLBACK (step_on_cb), NULL);
  g_assert_true (psg_session_select_event_id (fixture->session, "closure", NULL));
  assert_playhead (fixture->session, "2022-02-02");
  g_signal_handlers_disconnect_by_func (fixture->session, step_on_cb, NULL);
}

static void
test_properties_read_as_the_getters_do (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (PsgFilter) filter = NULL;
  g_autoptr (PsgRowSet) matches = NULL;
  g_autoptr (PsgPage) page = NULL;
  g_autoptr (PsgTimeSpan) span = NULL;
  g_autoptr (PsgCollection) collection = NULL;
  g_autofree char *crossing = NULL;
  gboolean back, forward;
  guint event;
  int playhead;

  g_assert_true (psg_session_select_crossing (fixture->session, "pass", NULL));
  g_object_get (fixture->session, "collection", &collection, "filter", &filter, "matches", &matches,
                "event", &event, "crossing", &crossing, "page", &page, "playhead", &playhead,
                "span", &span, "can-go-back", &back, "can-go-forward", &forward, NULL);

  g_assert_true (collection == fixture->collection);
  g_assert_true (psg_filter_equal (filter, psg_session_get_filter (fixture->session)));
  g_assert_true (matches == psg_session_get_matches (fixture->session));
  g_assert_cmpuint (event, ==, PSG_ROW_NONE);
  g_assert_cmpstr (crossing, ==, "pass");
  g_assert_true (psg_page_equal (page, psg_session_get_page (fixture->session)));
  g_assert_cmpint (playhead, ==, psg_session_get_playhead (fixture->session));
  g_assert_true (psg_time_span_equal (span, psg_session_get_span (fixture->session)));
  g_assert_true (back);
  g_assert_false (forward);
}

/* What lies outside is brought within: the collection runs over 1 096 days and one may
 * look a twentieth of that, 54.8 days, past its ends. */

static const struct
{
  PsgDay day;
  const char *playhead;
} playheads[] = {
  { PSG_DAY_MIN, "2019-11-07" },
  { PSG_DAY_MAX, "2023-02-24" },
  { PSG_DAY_NONE, "2019-11-07" },
  { PSG_DAY_OPEN_START, "2019-11-07" },
  { PSG_DAY_OPEN_END, "2023-02-24" },
};

static void
test_the_playhead_is_kept_within_bounds (Fixture      *fixture,
                                         gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (playheads); i++)
    {
      psg_session_set_playhead (fixture->session, playheads[i].day);
      assert_playhead (fixture->session, playheads[i].playhead);
    }
}

static void
test_without_a_collection_the_playhead_is_a_day (void)
{
  g_autoptr (PsgSession) session = psg_session_new ();

  for (guint i = 0; i < G_N_ELEMENTS (playheads); i++)
    {
      psg_session_set_playhead (session, playheads[i].day);
      g_assert_true (psg_day_is_valid (psg_session_get_playhead (session)));
    }

  g_assert_finalize_object (g_steal_pointer (&session));
}

static void
test_the_span_is_kept_within_bounds (Fixture      *fixture,
                                     gconstpointer data)
{
  PsgTimeSpan moment = { psg_day_to_minutes (day ("2021-05-05")), 0 };

  set_span (fixture->session, "1000-01-01", "3000-01-01");
  assert_span (fixture->session, "2019-11-07/2023-02-24");

  set_span (fixture->session, "1000-01-01", "1000-01-31");
  g_assert_cmpint (psg_time_span_get_length (psg_session_get_span (fixture->session)), ==, 31 * PSG_MINUTES_PER_DAY);
  assert_span (fixture->session, "2019-11-07/2019-12-08");

  moment.end = moment.start + 1;
  psg_session_set_span (fixture->session, &moment);
  g_assert_cmpint (psg_time_span_get_length (psg_session_get_span (fixture->session)), ==, PSG_MINUTES_PER_DAY);
}

/* Failing requests */

static const char *const bad_links[] = {
  "event:nothing", "crossing:nothing", "document:nothing", "document:charter#nothing",
  "document:charter#chronicle-strike", "claim:nothing", "source:nothing", "place:hall", "nothing",
  "", "event:", "document:#", "https://valley.example/",
};

static void
assert_unchanged (Fixture *fixture,
                  GError **error,
                  int      code)
{
  g_assert_error (*error, PSG_COLLECTION_ERROR, code);
  g_clear_error (error);
  psg_assert_notified (fixture->counter, "");
  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, "closure");
  g_assert_cmpstr (psg_session_get_page (fixture->session)->id, ==, "closure");
}

static void
test_what_is_not_there_changes_nothing (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (psg_session_select_event_id (fixture->session, "closure", NULL));
  g_free (psg_notify_counter_take (fixture->counter));

  for (guint i = 0; i < G_N_ELEMENTS (bad_links); i++)
    {
      g_test_message ("%s", bad_links[i]);
      g_assert_false (psg_session_follow (fixture->session, bad_links[i], &error));
      assert_unchanged (fixture, &error, PSG_COLLECTION_ERROR_NOT_FOUND);
    }

  g_assert_false (psg_session_show_page (fixture->session, PSG_KIND_PLACE, "hall", &error));
  assert_unchanged (fixture, &error, PSG_COLLECTION_ERROR_NOT_FOUND);
  g_assert_false (psg_session_show_page (fixture->session, PSG_KIND_CLAIM, NULL, &error));
  assert_unchanged (fixture, &error, PSG_COLLECTION_ERROR_NOT_FOUND);
}

static void
test_a_lost_disk_changes_nothing (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (psg_session_select_event_id (fixture->session, "closure", NULL));
  g_free (psg_notify_counter_take (fixture->counter));
  psg_memory_collection_set_failing (PSG_MEMORY_COLLECTION (fixture->collection), TRUE);

  g_assert_false (filter_by (fixture->session, "wool", &error));
  assert_unchanged (fixture, &error, PSG_COLLECTION_ERROR_IO);
  g_assert_true (psg_filter_is_empty (psg_session_get_filter (fixture->session)));
  g_assert_false (psg_session_open_document (fixture->session, "charter", "charter-peace", &error));
  assert_unchanged (fixture, &error, PSG_COLLECTION_ERROR_IO);
  g_assert_false (psg_session_follow (fixture->session, "claim:claim-peace", &error));
  assert_unchanged (fixture, &error, PSG_COLLECTION_ERROR_IO);
}

static void
assert_mentioned (PsgSession *session,
                  const char *expected)
{
  const GArray *rows = psg_session_get_mentioned (session);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (rows, guint, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_what_is_mentioned_goes_with_its_page (Fixture      *fixture,
                                           gconstpointer data)
{
  static const guint rows[] = { 3, 1, 3, 0, 1000000, PSG_ROW_NONE };

  assert_mentioned (fixture->session, "");
  psg_session_set_mentioned (fixture->session, rows, G_N_ELEMENTS (rows));
  assert_mentioned (fixture->session, "0 1 3");
  psg_assert_notified (fixture->counter, "mentioned");
  psg_session_set_mentioned (fixture->session, rows, G_N_ELEMENTS (rows));
  psg_assert_notified (fixture->counter, "");

  g_assert_true (psg_session_open_document (fixture->session, "charter", NULL, NULL));
  assert_mentioned (fixture->session, "");
  psg_session_set_mentioned (fixture->session, rows, 2);
  g_assert_true (psg_session_open_document (fixture->session, "charter", "charter-peace", NULL));
  assert_mentioned (fixture->session, "1 3");
  psg_session_go_back (fixture->session);
  psg_session_go_back (fixture->session);
  assert_mentioned (fixture->session, "");
}

#define ADD(path, function) \
  g_test_add ("/core/session/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/session/without-a-collection-nothing-is-found", test_without_a_collection_nothing_is_found);
  ADD ("a-collection-is-opened-at-its-beginning", test_a_collection_is_opened_at_its_beginning);
  ADD ("another-collection-begins-anew", test_another_collection_begins_anew);
  ADD ("no-collection-lets-go-of-everything", test_no_collection_lets_go_of_everything);
  g_test_add_func ("/core/session/a-session-holds-its-collection-no-longer-than-it-lives",
                   test_a_session_holds_its_collection_no_longer_than_it_lives);
  ADD ("a-change-notifies-once", test_a_change_notifies_once);
  ADD ("arranging-lanes-moves-nothing-else", test_arranging_lanes_moves_nothing_else);
  ADD ("a-filter-notifies-what-differs", test_a_filter_notifies_what_differs);
  ADD ("a-range-changes-what-matches-in-one-context", test_a_range_changes_what_matches_in_one_context);
  ADD ("choosing-an-event-notifies-once-each", test_choosing_an_event_notifies_once_each);
  ADD ("all-holds-before-any-is-told", test_all_holds_before_any_is_told);
  ADD ("a-listener-may-ask-for-more", test_a_listener_may_ask_for_more);
  ADD ("properties-read-as-the-getters-do", test_properties_read_as_the_getters_do);
  ADD ("what-is-mentioned-goes-with-its-page", test_what_is_mentioned_goes_with_its_page);
  ADD ("the-playhead-is-kept-within-bounds", test_the_playhead_is_kept_within_bounds);
  g_test_add_func ("/core/session/without-a-collection-the-playhead-is-a-day",
                   test_without_a_collection_the_playhead_is_a_day);
  ADD ("the-span-is-kept-within-bounds", test_the_span_is_kept_within_bounds);
  ADD ("what-is-not-there-changes-nothing", test_what_is_not_there_changes_nothing);
  ADD ("a-lost-disk-changes-nothing", test_a_lost_disk_changes_nothing);

  return g_test_run ();
}
