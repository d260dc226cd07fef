/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session.h"

#include "psg-memory-collection.h"
#include "psg-notify-counter.h"

/* Going from one thing to the next in the invented valley: what choosing chooses besides,
 * where the timeline moves and where it does not, steps, and the way back. */

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

/* All that can be chosen, in one line: event, crossing, page. */
static void
assert_chosen (PsgSession *session,
               const char *expected)
{
  g_autofree char *link = psg_page_to_link (psg_session_get_page (session));
  const char *event = psg_session_get_event_id (session);
  const char *crossing = psg_session_get_crossing (session);
  g_autofree char *chosen = NULL;

  chosen = g_strdup_printf ("%s | %s | %s", event != NULL ? event : "-", crossing != NULL ? crossing : "-", link);
  g_assert_cmpstr (chosen, ==, expected);
}

static void
assert_playhead (PsgSession *session,
                 const char *expected)
{
  g_autofree char *playhead = psg_day_format_iso (psg_session_get_playhead (session));

  g_assert_cmpstr (playhead, ==, expected);
}

static void
follow (PsgSession *session,
        const char *link)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = psg_session_follow (session, link, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

/* Choosing */

/* Each line follows on the one before. */
static const struct
{
  const char *link;
  const char *chosen;
} links[] = {
  { "event:treaty", "treaty | - | event:treaty" },
  { "crossing:pass", "- | pass | crossing:pass" },
  { "claim:claim-began", "- | pass | claim:claim-began" },
  { "source:gazette", "- | pass | source:gazette" },
  { "document:charter", "- | pass | document:charter" },
  { "event:closure", "closure | - | event:closure" },
  { "document:charter", "closure | - | document:charter" },
  { "collection:", "closure | - | collection:" },
};

static void
test_links_choose_what_they_name (Fixture      *fixture,
                                  gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      follow (fixture->session, links[i].link);
      assert_chosen (fixture->session, links[i].chosen);
    }
}

static const struct
{
  const char *before;
  const char *passage;
  const char *chosen;
} passages[] = {
  /* It bears on what is chosen, which stays. */
  { "event:treaty", "document:charter#charter-peace", "treaty | - | document:charter#charter-peace" },
  { "event:market", "document:charter#charter-peace", "market | - | document:charter#charter-peace" },
  { "crossing:pass", "document:chronicle#chronicle-closed", "- | pass | document:chronicle#chronicle-closed" },
  /* It bears on something else, which is chosen. */
  { "event:strike", "document:charter#charter-peace", "treaty | - | document:charter#charter-peace" },
  { "crossing:ford", "document:chronicle#chronicle-closed", "closure | - | document:chronicle#chronicle-closed" },
  { "event:strike", "document:charter#charter-toll", "- | bridge | document:charter#charter-toll" },
  { "collection:", "document:chronicle#chronicle-strike", "strike | - | document:chronicle#chronicle-strike" },
  /* It bears on a claim alone: nothing to choose instead. */
  { "event:strike", "document:charter#charter-count", "strike | - | document:charter#charter-count" },
};

static void
test_a_passage_keeps_or_chooses_the_event (Fixture      *fixture,
                                           gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (passages); i++)
    {
      follow (fixture->session, passages[i].before);
      follow (fixture->session, passages[i].passage);
      assert_chosen (fixture->session, passages[i].chosen);
    }
}

static void
test_a_passage_moves_timeline_to_its_event (Fixture      *fixture,
                                            gconstpointer data)
{
  set_span (fixture->session, "2022-06-01", "2022-12-31");
  g_free (psg_notify_counter_take (fixture->counter));
  follow (fixture->session, "document:chronicle#chronicle-closed");
  psg_assert_notified (fixture->counter, "can-go-back event page playhead span");
  assert_playhead (fixture->session, "2021-02-10");

  /* It bears on the event chosen already: one may have looked elsewhere meanwhile. */
  set_span (fixture->session, "2022-06-01", "2022-12-31");
  g_free (psg_notify_counter_take (fixture->counter));
  follow (fixture->session, "document:chronicle");
  follow (fixture->session, "document:chronicle#chronicle-closed");
  psg_assert_notified (fixture->counter, "page×2");
}

static void
test_nothing_can_be_chosen (Fixture      *fixture,
                            gconstpointer data)
{
  follow (fixture->session, "event:treaty");
  g_assert_true (psg_session_select_event_id (fixture->session, "", NULL));
  assert_chosen (fixture->session, "- | - | collection:");
  follow (fixture->session, "crossing:pass");
  g_assert_true (psg_session_select_crossing (fixture->session, NULL, NULL));
  assert_chosen (fixture->session, "- | - | collection:");
}

static void
test_to_let_go_of_one_keeps_the_other (Fixture      *fixture,
                                       gconstpointer data)
{
  follow (fixture->session, "crossing:pass");
  g_assert_true (psg_session_select_event_id (fixture->session, "", NULL));
  assert_chosen (fixture->session, "- | pass | crossing:pass");
  follow (fixture->session, "event:treaty");
  g_assert_true (psg_session_select_crossing (fixture->session, "", NULL));
  assert_chosen (fixture->session, "treaty | - | event:treaty");
}

/* What the session itself returns may be given back to it. */
static void
test_own_strings_may_be_passed_in (Fixture      *fixture,
                                   gconstpointer data)
{
  const PsgPage *page = psg_session_get_page (fixture->session);

  follow (fixture->session, "crossing:pass");
  g_assert_true (psg_session_select_crossing (fixture->session, psg_session_get_crossing (fixture->session), NULL));
  assert_chosen (fixture->session, "- | pass | crossing:pass");
  follow (fixture->session, "document:charter#charter-toll");
  g_assert_true (psg_session_open_document (fixture->session, page->id, page->passage, NULL));
  assert_chosen (fixture->session, "- | bridge | document:charter#charter-toll");
  g_assert_true (psg_session_open_document (fixture->session, page->id, NULL, NULL));
  assert_chosen (fixture->session, "- | bridge | document:charter");
}

/* Where the timeline goes */

static const struct
{
  const char *event;
  const char *playhead;
} first_days[] = {
  { "treaty", "2020-01-15" },
  { "survey", "2020-03-01" },
  { "harvest", "2020-09-01" },
  { "festival", "2021-07-10" },
  { "talks", "2021-10-04" },
  { "rumour", "2022-01-01" },
  /* When it began is not known: its last day is. */
  { "old-road", "2020-02-29" },
};

static void
test_the_playhead_goes_to_the_first_day (Fixture      *fixture,
                                         gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (first_days); i++)
    {
      g_assert_true (psg_session_select_event_id (fixture->session, first_days[i].event, NULL));
      assert_playhead (fixture->session, first_days[i].playhead);
    }
}

static void
test_what_is_in_sight_moves_nothing (Fixture      *fixture,
                                     gconstpointer data)
{
  static const char *const events[] = { "closure", "strike", "festival" };

  set_span (fixture->session, "2021-01-01", "2021-12-31");
  g_free (psg_notify_counter_take (fixture->counter));
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      g_autofree char *notified = NULL;

      g_assert_true (psg_session_select_event_id (fixture->session, events[i], NULL));
      notified = psg_notify_counter_take (fixture->counter);
      g_assert_null (g_strstr_len (notified, -1, "span"));
    }
}

/* However far one has zoomed and wherever one looked: the chosen event's first day is in
 * sight, the span is within its bounds, and it is as long as before unless it hid the event. */
static void
test_the_chosen_event_is_in_sight (Fixture      *fixture,
                                   gconstpointer data)
{
  guint n = psg_event_table_get_n (psg_collection_get_events (fixture->collection));
  PsgTimeSpan bounds = psg_session_get_bounds (fixture->session);

  for (guint i = 0; i < 3000; i++)
    {
      PsgTimeSpan wanted = { g_test_rand_int_range (bounds.start, bounds.end), 0 };
      const PsgTimeSpan *span = psg_session_get_span (fixture->session);
      gint64 length;

      wanted.end = wanted.start + g_test_rand_int_range (1, 1 << g_test_rand_int_range (1, 22));
      psg_session_set_span (fixture->session, &wanted);
      length = psg_time_span_get_length (span);
      psg_session_select_event (fixture->session, g_test_rand_int_range (0, n));

      g_assert_true (psg_time_span_contains (span, psg_day_to_minutes (psg_session_get_playhead (fixture->session)) +
                                                     PSG_MINUTES_PER_DAY - 1) ||
                     psg_time_span_contains (span, psg_day_to_minutes (psg_session_get_playhead (fixture->session))));
      g_assert_cmpint (span->start, >=, bounds.start);
      g_assert_cmpint (span->end, <=, bounds.end);
      g_assert_cmpint (psg_time_span_get_length (span), ==, length);
    }
}

static void
test_the_span_moves_no_further_than_it_must (Fixture      *fixture,
                                             gconstpointer data)
{
  const PsgTimeSpan *span = psg_session_get_span (fixture->session);
  PsgTimeSpan event;

  set_span (fixture->session, "2022-01-01", "2022-04-30");
  g_assert_true (psg_session_select_event_id (fixture->session, "closure", NULL));
  event = psg_event_table_get_span (psg_collection_get_events (fixture->collection),
                                    psg_session_get_event (fixture->session));
  g_assert_cmpint (event.start - span->start, ==, 10 * PSG_MINUTES_PER_DAY);

  set_span (fixture->session, "2020-01-01", "2020-04-29");
  g_assert_true (psg_session_select_event_id (fixture->session, "closure", NULL));
  g_assert_cmpint (span->end - event.end, ==, 10 * PSG_MINUTES_PER_DAY);
}

/* Steps */

static const char *const in_order[] = {
  "old-road", "treaty", "survey", "fair", "market", "harvest", "closure", "strike", "festival",
  "talks", "rumour", "reopening",
};

static void
test_steps_visit_every_event_and_stop (Fixture      *fixture,
                                       gconstpointer data)
{
  g_assert_true (psg_session_select_event_id (fixture->session, in_order[0], NULL));
  for (guint i = 1; i < G_N_ELEMENTS (in_order); i++)
    {
      g_assert_true (psg_session_step_event (fixture->session, 1));
      g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, in_order[i]);
    }

  g_free (psg_notify_counter_take (fixture->counter));
  g_assert_false (psg_session_step_event (fixture->session, 1));
  psg_assert_notified (fixture->counter, "");

  for (guint i = G_N_ELEMENTS (in_order) - 1; i-- > 0;)
    {
      g_assert_true (psg_session_step_event (fixture->session, -1));
      g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, in_order[i]);
    }

  g_free (psg_notify_counter_take (fixture->counter));
  g_assert_false (psg_session_step_event (fixture->session, -1));
  psg_assert_notified (fixture->counter, "");
}

static const struct
{
  const char *playhead;
  int direction;
  const char *event;
} from_playheads[] = {
  { "2020-01-15", 1, "treaty" },
  { "2020-01-16", 1, "survey" },
  { "2020-01-15", -1, "old-road" },
  { "2020-01-16", -1, "treaty" },
  { "2019-12-01", 1, "old-road" },
  { "2019-12-01", -1, NULL },
  { "2023-01-31", 1, NULL },
  { "2023-01-31", -1, "reopening" },
};

static void
test_the_first_step_goes_from_the_playhead (Fixture      *fixture,
                                            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (from_playheads); i++)
    {
      psg_session_select_event (fixture->session, PSG_ROW_NONE);
      psg_session_set_playhead (fixture->session, day (from_playheads[i].playhead));
      g_assert_cmpint (psg_session_step_event (fixture->session, from_playheads[i].direction), ==,
                       from_playheads[i].event != NULL);
      g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, from_playheads[i].event);
    }
}

/* On which an event begins, the most important of several, or crossings alone change. */
static const struct
{
  const char *day;
  const char *event;
} happenings[] = {
  { "2020-01-01", NULL }, { "2020-01-15", "treaty" }, { "2020-03-01", "survey" }, { "2020-06-01", "market" },
  { "2020-07-01", NULL }, { "2020-09-01", "harvest" }, { "2021-01-01", NULL }, { "2021-02-10", "closure" },
  { "2021-03-01", "strike" }, { "2021-07-10", "festival" }, { "2021-10-04", "talks" }, { "2022-01-01", "rumour" },
  { "2022-05-01", NULL }, { "2022-09-15", "reopening" }, { "2023-01-01", NULL },
};

static void
test_steps_visit_every_happening_and_stop (Fixture      *fixture,
                                           gconstpointer data)
{
  psg_session_set_playhead (fixture->session, day ("2019-12-01"));
  for (guint i = 0; i < G_N_ELEMENTS (happenings); i++)
    {
      g_assert_true (psg_session_step_happening (fixture->session, 1));
      assert_playhead (fixture->session, happenings[i].day);
      if (happenings[i].event != NULL)
        g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, happenings[i].event);
    }

  g_free (psg_notify_counter_take (fixture->counter));
  g_assert_false (psg_session_step_happening (fixture->session, 1));
  psg_assert_notified (fixture->counter, "");

  for (guint i = G_N_ELEMENTS (happenings) - 1; i-- > 0;)
    {
      g_assert_true (psg_session_step_happening (fixture->session, -1));
      assert_playhead (fixture->session, happenings[i].day);
    }
  g_assert_false (psg_session_step_happening (fixture->session, -1));
}

static void
test_a_happening_stepped_to_is_in_sight (Fixture      *fixture,
                                         gconstpointer data)
{
  set_span (fixture->session, "2020-01-01", "2020-01-31");
  psg_session_set_playhead (fixture->session, day ("2022-01-01"));
  g_free (psg_notify_counter_take (fixture->counter));
  g_assert_true (psg_session_step_happening (fixture->session, 1));
  g_assert_true (psg_time_span_contains (psg_session_get_span (fixture->session),
                                         psg_day_to_minutes (day ("2022-05-01"))));
  psg_assert_notified (fixture->counter, "playhead span");
}

static void
test_steps_pass_over_what_is_filtered_out (Fixture      *fixture,
                                           gconstpointer data)
{
  g_autoptr (PsgFilter) filter = psg_filter_parse ("lane:people");
  g_autoptr (PsgFilter) nothing = psg_filter_parse ("lane:nowhere");

  g_assert_true (psg_session_set_filter (fixture->session, filter, NULL));
  g_assert_true (psg_session_select_event_id (fixture->session, "closure", NULL));
  g_assert_true (psg_session_step_event (fixture->session, 1));
  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, "festival");
  g_assert_true (psg_session_step_event (fixture->session, 1));
  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, "rumour");
  g_assert_false (psg_session_step_event (fixture->session, 1));

  g_assert_true (psg_session_set_filter (fixture->session, nothing, NULL));
  g_assert_false (psg_session_step_event (fixture->session, -1));
  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, "rumour");
}

static const char *const changes[] = {
  "2020-01-01", "2020-06-01", "2020-07-01", "2021-01-01", "2021-02-10", "2022-05-01", "2022-09-15",
  "2023-01-01",
};

static void
test_steps_visit_every_change_and_stop (Fixture      *fixture,
                                        gconstpointer data)
{
  psg_session_set_playhead (fixture->session, PSG_DAY_MIN);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_assert_true (psg_session_step_change (fixture->session, 1));
      assert_playhead (fixture->session, changes[i]);
    }
  g_assert_false (psg_session_step_change (fixture->session, 1));

  for (guint i = G_N_ELEMENTS (changes) - 1; i-- > 0;)
    {
      g_assert_true (psg_session_step_change (fixture->session, -1));
      assert_playhead (fixture->session, changes[i]);
    }
  g_free (psg_notify_counter_take (fixture->counter));
  g_assert_false (psg_session_step_change (fixture->session, -1));
  psg_assert_notified (fixture->counter, "");
}

static void
test_a_change_stepped_to_is_in_sight (Fixture      *fixture,
                                      gconstpointer data)
{
  psg_session_set_playhead (fixture->session, day ("2021-02-10"));
  set_span (fixture->session, "2020-01-01", "2020-12-31");
  g_free (psg_notify_counter_take (fixture->counter));
  g_assert_true (psg_session_step_change (fixture->session, 1));
  psg_assert_notified (fixture->counter, "playhead span");
  g_assert_true (psg_time_span_contains (psg_session_get_span (fixture->session),
                                         psg_day_to_minutes (day ("2022-05-01"))));
}

/* A change far past the collection's span can be neither shown nor reached. */
static void
test_a_change_out_of_bounds_is_none (Fixture      *fixture,
                                     gconstpointer data)
{
  PsgCrossing *ford = (PsgCrossing *) psg_collection_find_crossing (fixture->collection, "ford");
  PsgStatusInterval *late = psg_status_interval_new ();

  late->date = psg_edtf_new_days (day ("2030-01-01"), day ("2030-12-31"));
  late->first = day ("2030-01-01");
  late->last = day ("2030-12-31");
  late->status = PSG_STATUS_OPEN;
  g_ptr_array_add (ford->intervals, late);

  psg_session_set_playhead (fixture->session, day ("2023-01-01"));
  g_free (psg_notify_counter_take (fixture->counter));
  g_assert_false (psg_session_step_change (fixture->session, 1));
  psg_assert_notified (fixture->counter, "");
}

/* The way back */

static void
test_back_and_forward_show_what_was_shown (Fixture      *fixture,
                                           gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    follow (fixture->session, links[i].link);

  for (guint i = G_N_ELEMENTS (links) - 1; i-- > 0;)
    {
      g_assert_true (psg_session_get_can_go_back (fixture->session));
      psg_session_go_back (fixture->session);
      assert_chosen (fixture->session, links[i].chosen);
    }
  psg_session_go_back (fixture->session);
  assert_chosen (fixture->session, "- | - | collection:");
  g_assert_false (psg_session_get_can_go_back (fixture->session));

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_assert_true (psg_session_get_can_go_forward (fixture->session));
      psg_session_go_forward (fixture->session);
      assert_chosen (fixture->session, links[i].chosen);
    }
  g_assert_false (psg_session_get_can_go_forward (fixture->session));
}

static void
test_going_back_notifies_once_each (Fixture      *fixture,
                                    gconstpointer data)
{
  follow (fixture->session, "event:treaty");
  psg_assert_notified (fixture->counter, "can-go-back event page");
  follow (fixture->session, "event:closure");
  psg_assert_notified (fixture->counter, "event page playhead");

  psg_session_go_back (fixture->session);
  psg_assert_notified (fixture->counter, "can-go-forward event page playhead");
  assert_playhead (fixture->session, "2020-01-15");
  psg_session_go_back (fixture->session);
  psg_assert_notified (fixture->counter, "can-go-back event page");
  psg_session_go_back (fixture->session);
  psg_assert_notified (fixture->counter, "");
}

static void
test_going_back_to_the_same_event_moves_nothing (Fixture      *fixture,
                                                 gconstpointer data)
{
  follow (fixture->session, "event:closure");
  follow (fixture->session, "document:charter");
  psg_session_set_playhead (fixture->session, day ("2022-02-02"));
  psg_session_go_back (fixture->session);
  assert_chosen (fixture->session, "closure | - | event:closure");
  assert_playhead (fixture->session, "2022-02-02");
}

static void
test_a_new_way_forgets_the_old (Fixture      *fixture,
                                gconstpointer data)
{
  follow (fixture->session, "event:treaty");
  follow (fixture->session, "event:closure");
  psg_session_go_back (fixture->session);
  g_assert_true (psg_session_get_can_go_forward (fixture->session));
  follow (fixture->session, "crossing:pass");
  g_assert_false (psg_session_get_can_go_forward (fixture->session));
  psg_session_go_back (fixture->session);
  assert_chosen (fixture->session, "treaty | - | event:treaty");
}

static void
step_passage (PsgSession *session,
              int         direction)
{
  g_autoptr (GError) error = NULL;

  psg_session_step_passage (session, direction, &error);
  g_assert_no_error (error);
}

static void
test_passages_are_stepped_through_across_documents (Fixture      *fixture,
                                                    gconstpointer data)
{
  g_autoptr (GPtrArray) about = NULL;

  follow (fixture->session, "claim:claim-peace");
  follow (fixture->session, "event:treaty");
  about = psg_session_load_passages (fixture->session, NULL);
  g_assert_cmpuint (about->len, ==, 2);
  g_assert_cmpint (psg_session_find_passage (fixture->session, about), ==, -1);

  step_passage (fixture->session, 1);
  assert_chosen (fixture->session, "treaty | - | document:charter#charter-peace");
  g_assert_cmpint (psg_session_find_passage (fixture->session, about), ==, 0);
  step_passage (fixture->session, 1);
  assert_chosen (fixture->session, "treaty | - | document:chronicle#chronicle-before");
  step_passage (fixture->session, 1);
  assert_chosen (fixture->session, "treaty | - | document:charter#charter-peace");
  step_passage (fixture->session, -1);
  assert_chosen (fixture->session, "treaty | - | document:chronicle#chronicle-before");

  /* However many steps it was, the way back is one. */
  psg_session_go_back (fixture->session);
  assert_chosen (fixture->session, "treaty | - | event:treaty");
  step_passage (fixture->session, -1);
  assert_chosen (fixture->session, "treaty | - | document:chronicle#chronicle-before");
  psg_session_go_back (fixture->session);
  psg_session_go_back (fixture->session);
  assert_chosen (fixture->session, "- | - | claim:claim-peace");
}

static void
test_a_step_to_a_passage_notifies_once (Fixture      *fixture,
                                        gconstpointer data)
{
  follow (fixture->session, "event:treaty");
  psg_assert_notified (fixture->counter, "can-go-back event page");
  step_passage (fixture->session, 1);
  psg_assert_notified (fixture->counter, "page");
  step_passage (fixture->session, 1);
  psg_assert_notified (fixture->counter, "page");
}

/* A document that was opened at another place is left by a step, not lost by it. */
static void
test_the_first_step_to_a_passage_can_be_gone_back_on (Fixture      *fixture,
                                                      gconstpointer data)
{
  follow (fixture->session, "event:treaty");
  follow (fixture->session, "document:charter");
  step_passage (fixture->session, 1);
  assert_chosen (fixture->session, "treaty | - | document:charter#charter-peace");
  psg_session_go_back (fixture->session);
  assert_chosen (fixture->session, "treaty | - | document:charter");
}

static void
test_a_crossing_has_its_passages (Fixture      *fixture,
                                  gconstpointer data)
{
  follow (fixture->session, "crossing:bridge");
  step_passage (fixture->session, 1);
  assert_chosen (fixture->session, "- | bridge | document:charter#charter-toll");
  step_passage (fixture->session, 1);
  assert_chosen (fixture->session, "- | bridge | document:charter#charter-toll");
}

static void
test_where_there_is_no_passage_none_is_stepped_to (Fixture      *fixture,
                                                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (psg_session_step_passage (fixture->session, 1, &error));
  g_assert_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);
  g_clear_error (&error);

  follow (fixture->session, "event:harvest");
  g_assert_false (psg_session_step_passage (fixture->session, 1, &error));
  g_assert_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_chosen (fixture->session, "harvest | - | event:harvest");

  psg_session_set_collection (fixture->session, NULL);
  g_assert_false (psg_session_step_passage (fixture->session, 1, &error));
  g_assert_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);
}

#define ADD(path, function) \
  g_test_add ("/core/session-navigate/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("links-choose-what-they-name", test_links_choose_what_they_name);
  ADD ("a-passage-keeps-or-chooses-the-event", test_a_passage_keeps_or_chooses_the_event);
  ADD ("a-passage-moves-the-timeline-to-its-event", test_a_passage_moves_timeline_to_its_event);
  ADD ("nothing-can-be-chosen", test_nothing_can_be_chosen);
  ADD ("to-let-go-of-one-keeps-the-other", test_to_let_go_of_one_keeps_the_other);
  ADD ("own-strings-may-be-passed-in", test_own_strings_may_be_passed_in);
  ADD ("the-playhead-goes-to-the-first-day", test_the_playhead_goes_to_the_first_day);
  ADD ("what-is-in-sight-moves-nothing", test_what_is_in_sight_moves_nothing);
  ADD ("the-chosen-event-is-in-sight", test_the_chosen_event_is_in_sight);
  ADD ("the-span-moves-no-further-than-it-must", test_the_span_moves_no_further_than_it_must);
  ADD ("steps-visit-every-event-and-stop", test_steps_visit_every_event_and_stop);
  ADD ("the-first-step-goes-from-the-playhead", test_the_first_step_goes_from_the_playhead);
  ADD ("steps-visit-every-happening-and-stop", test_steps_visit_every_happening_and_stop);
  ADD ("a-happening-stepped-to-is-in-sight", test_a_happening_stepped_to_is_in_sight);
  ADD ("steps-pass-over-what-is-filtered-out", test_steps_pass_over_what_is_filtered_out);
  ADD ("steps-visit-every-change-and-stop", test_steps_visit_every_change_and_stop);
  ADD ("a-change-stepped-to-is-in-sight", test_a_change_stepped_to_is_in_sight);
  ADD ("a-change-out-of-bounds-is-none", test_a_change_out_of_bounds_is_none);
  ADD ("passages-are-stepped-through-across-documents", test_passages_are_stepped_through_across_documents);
  ADD ("a-step-to-a-passage-notifies-once", test_a_step_to_a_passage_notifies_once);
  ADD ("the-first-step-to-a-passage-can-be-gone-back-on", test_the_first_step_to_a_passage_can_be_gone_back_on);
  ADD ("a-crossing-has-its-passages", test_a_crossing_has_its_passages);
  ADD ("where-there-is-no-passage-none-is-stepped-to", test_where_there_is_no_passage_none_is_stepped_to);
  ADD ("back-and-forward-show-what-was-shown", test_back_and_forward_show_what_was_shown);
  ADD ("going-back-notifies-once-each", test_going_back_notifies_once_each);
  ADD ("going-back-to-the-same-event-moves-nothing", test_going_back_to_the_same_event_moves_nothing);
  ADD ("a-new-way-forgets-the-old", test_a_new_way_forgets_the_old);

  return g_test_run ();
}
