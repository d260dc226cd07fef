/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-destination.h"

#include "psg-memory-collection.h"

/* Where typed dates lead in the invented valley, 2020 to 2022. */

typedef struct
{
  PsgCollection *collection;
  PsgSession *session;
  PsgDateNames *names;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->collection = psg_memory_collection_new ();
  fixture->session = psg_session_new ();
  fixture->names = psg_date_names_new ();
  psg_session_set_collection (fixture->session, fixture->collection);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  psg_date_names_free (fixture->names);
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->collection);
}

static PsgDestination *
ask (Fixture    *fixture,
     const char *text)
{
  g_autoptr (GError) error = NULL;
  PsgDestination *there = psg_destination_new (fixture->session, fixture->names, psg_day_from_ymd (2026, 11, 26),
                                               text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (there);

  return there;
}

static void
go (Fixture    *fixture,
    const char *text)
{
  g_autoptr (PsgDestination) there = ask (fixture, text);

  psg_destination_go (there, fixture->session);
}

static void
set_span (Fixture    *fixture,
          const char *first,
          const char *last)
{
  PsgTimeSpan span = psg_time_span_from_days (psg_day_parse_iso (first), psg_day_parse_iso (last));

  psg_session_jump_to_span (fixture->session, &span);
}

static void
assert_at (Fixture    *fixture,
           const char *playhead,
           const char *span)
{
  g_autofree char *day = psg_day_format_iso (psg_session_get_playhead (fixture->session));
  g_autofree char *shown = psg_time_span_to_edtf (psg_session_get_span (fixture->session));

  g_assert_cmpstr (day, ==, playhead);
  if (span != NULL)
    g_assert_cmpstr (shown, ==, span);
}

static void
test_a_day_is_brought_near (Fixture      *fixture,
                            gconstpointer data)
{
  go (fixture, "8 June 2021");
  assert_at (fixture, "2021-06-08", NULL);
  g_assert_cmpint (psg_time_span_get_length (psg_session_get_span (fixture->session)), ==, 184 * PSG_MINUTES_PER_DAY);
}

static void
test_a_day_in_sight_moves_nothing (Fixture      *fixture,
                                   gconstpointer data)
{
  set_span (fixture, "2021-05-01", "2021-07-31");
  go (fixture, "8 June 2021");
  assert_at (fixture, "2021-06-08", "2021-05-01/2021-07-31");
}

static void
test_a_day_out_of_sight_keeps_the_zoom (Fixture      *fixture,
                                        gconstpointer data)
{
  set_span (fixture, "2021-05-01", "2021-05-31");
  go (fixture, "8 June 2021");
  g_assert_cmpint (psg_time_span_get_length (psg_session_get_span (fixture->session)), ==, 31 * PSG_MINUTES_PER_DAY);
  assert_at (fixture, "2021-06-08", NULL);
  g_assert_true (psg_time_span_contains (psg_session_get_span (fixture->session),
                                         psg_day_to_minutes (psg_day_from_ymd (2021, 6, 8))));
}

static void
test_units_are_shown_whole (Fixture      *fixture,
                            gconstpointer data)
{
  go (fixture, "June 2021");
  assert_at (fixture, "2021-06-01", "2021-05-30/2021-07-02");
  go (fixture, "2021");
  assert_at (fixture, "2021-01-01", "2020-12-09/2022-01-23");
  /* All of it is in sight, and more than a third of it. */
  go (fixture, "summer 2021");
  assert_at (fixture, "2021-06-01", NULL);
  go (fixture, "2020-07/2021-02");
  assert_at (fixture, "2020-07-01", NULL);
}

static void
test_open_ends_are_the_collections (Fixture      *fixture,
                                    gconstpointer data)
{
  go (fixture, "2022/..");
  assert_at (fixture, "2022-01-01", NULL);
  g_assert_cmpint (psg_session_get_span (fixture->session)->end, >=,
                   psg_collection_get_info (fixture->collection)->span.end);
  go (fixture, "../2020");
  assert_at (fixture, "2020-01-01", NULL);
}

static void
test_outside_goes_to_the_nearest_day (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autoptr (PsgDestination) late = ask (fixture, "today");
  g_autoptr (PsgDestination) early = ask (fixture, "1999");

  g_assert_cmpstr (late->words, ==, "26 November 2026, a Thursday");
  g_assert_cmpstr (late->hint, ==,
                   "After the end of this collection; Enter goes to its last day, 31 December 2022");
  g_assert_cmpint (late->day, ==, psg_day_from_ymd (2022, 12, 31));
  g_assert_cmpstr (early->hint, ==,
                   "Before the beginning of this collection; Enter goes to its first day, 1 January 2020");

  psg_destination_go (early, fixture->session);
  assert_at (fixture, "2020-01-01", NULL);
}

static void
test_the_only_event_of_a_day_is_chosen (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (PsgDestination) there = ask (fixture, "15 Sep 2022");

  g_assert_cmpstr (there->words, ==, "15 September 2022, a Thursday");
  g_assert_cmpstr (there->hint, ==, "The bridge opens again");
  psg_destination_go (there, fixture->session);
  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, "reopening");
  assert_at (fixture, "2022-09-15", NULL);
}

static void
test_no_event_leaves_the_choice (Fixture      *fixture,
                                 gconstpointer data)
{
  go (fixture, "15 Sep 2022");
  go (fixture, "16 Sep 2022");
  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, "reopening");
  assert_at (fixture, "2022-09-16", NULL);
}

static void
test_eras_have_names (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (PsgDestination) there = ask (fixture, " QUARR");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (there->words, ==, "The quarrel: 10 February 2021 – 14 September 2022");
  g_assert_null (there->hint);
  psg_destination_go (there, fixture->session);
  assert_at (fixture, "2021-02-10", NULL);

  /* Not from the middle of a word, nor with too little of one. */
  g_assert_null (psg_destination_new (fixture->session, fixture->names, 0, "uarrel", &error));
  g_assert_error (error, PSG_DATE_WORDS_ERROR, PSG_DATE_WORDS_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (psg_destination_new (fixture->session, fixture->names, 0, "qu", &error));
}

static void
test_the_year_is_the_playheads (Fixture      *fixture,
                                gconstpointer data)
{
  psg_session_set_playhead (fixture->session, psg_day_from_ymd (2022, 3, 1));
  go (fixture, "8 June");
  assert_at (fixture, "2022-06-08", NULL);
}

static void
test_going_can_be_undone (Fixture      *fixture,
                          gconstpointer data)
{
  PsgTimeSpan before = *psg_session_get_span (fixture->session);

  go (fixture, "June 2021");
  psg_session_go_previous_span (fixture->session);
  g_assert_true (psg_time_span_equal (psg_session_get_span (fixture->session), &before));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/core/destination/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("a-day-is-brought-near", test_a_day_is_brought_near);
  ADD ("a-day-in-sight-moves-nothing", test_a_day_in_sight_moves_nothing);
  ADD ("a-day-out-of-sight-keeps-the-zoom", test_a_day_out_of_sight_keeps_the_zoom);
  ADD ("units-are-shown-whole", test_units_are_shown_whole);
  ADD ("open-ends-are-the-collections", test_open_ends_are_the_collections);
  ADD ("outside-goes-to-the-nearest-day", test_outside_goes_to_the_nearest_day);
  ADD ("the-only-event-of-a-day-is-chosen", test_the_only_event_of_a_day_is_chosen);
  ADD ("no-event-leaves-the-choice", test_no_event_leaves_the_choice);
  ADD ("eras-have-names", test_eras_have_names);
  ADD ("the-year-is-the-playheads", test_the_year_is_the_playheads);
  ADD ("going-can-be-undone", test_going_can_be_undone);
#undef ADD

  return g_test_run ();
}
