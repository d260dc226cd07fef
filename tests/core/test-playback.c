/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "psg-collection.h"
#include "psg-memory-collection.h"
#include "psg-playback.h"
#include "psg-synthetic-events.h"

/* Playing the invented valley's three years, and 100 000 events of five, in steps as a
 * screen draws them, without a clock. */

#define FRAME (1 / 60.0)
/* Longer than any of these takes. */
#define MOST_SECONDS 4000
#define N_MANY 100000

typedef struct
{
  PsgCollection *collection;
  PsgPlayback *playback;
} Fixture;

static PsgDay
day (const char *text)
{
  return psg_day_parse_iso (text);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (PsgRowSet) all = NULL;
  PsgEventTable *events;

  fixture->collection = psg_memory_collection_new ();
  fixture->playback = psg_playback_new ();
  events = psg_collection_get_events (fixture->collection);
  all = psg_row_set_new_full (psg_event_table_get_n (events));
  psg_playback_set_story (fixture->playback,
                          psg_happenings_new (events, all, psg_collection_get_crossings (fixture->collection)),
                          &psg_collection_get_info (fixture->collection)->span);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  psg_playback_free (fixture->playback);
  g_assert_finalize_object (fixture->collection);
}

/* No events, no crossings. */
static PsgPlayback *
new_empty_from (const char *first,
                const char *last)
{
  PsgTimeSpan range = psg_time_span_from_days (day (first), day (last));
  g_autoptr (PsgEventTableBuilder) builder = psg_event_table_builder_new (0);
  g_autoptr (PsgEventTable) events = psg_event_table_builder_end (g_steal_pointer (&builder));
  g_autoptr (PsgRowSet) none = psg_row_set_new (0);
  g_autoptr (GPtrArray) no_crossings = g_ptr_array_new ();
  PsgPlayback *playback = psg_playback_new ();

  psg_playback_set_story (playback, psg_happenings_new (events, none, no_crossings), &range);

  return playback;
}

static PsgPlayback *
new_empty (void)
{
  return new_empty_from ("2020-01-01", "2029-12-31");
}

static void
play (PsgPlayback *playback,
      double       seconds)
{
  for (guint i = 0; i < (guint) round (seconds / FRAME); i++)
    psg_playback_advance (playback, FRAME);
}

static void
assert_day (PsgPlayback *playback,
            const char  *expected)
{
  g_autofree char *text = psg_day_format_iso (psg_playback_get_day (playback));

  g_assert_cmpstr (text, ==, expected);
}

/* The rows of those that stand that are events. */
static gboolean
stands (Fixture    *fixture,
        const char *id)
{
  guint row = psg_event_table_find (psg_collection_get_events (fixture->collection), id);
  GPtrArray *captions = psg_playback_get_captions (fixture->playback);

  for (guint i = 0; i < captions->len; i++)
    if (((PsgCaption *) g_ptr_array_index (captions, i))->happening->row == row)
      return TRUE;

  return FALSE;
}

/* Until it is over; how long that took. */
static double
play_out (PsgPlayback *playback)
{
  double seconds = 0;

  while ((psg_playback_advance (playback, FRAME) & PSG_PLAYBACK_CHANGE_END) == 0)
    {
      seconds += FRAME;
      g_assert_cmpfloat (seconds, <, MOST_SECONDS);
      g_assert_cmpuint (psg_playback_get_captions (playback)->len, <=, PSG_CAPTION_ROOM);
    }

  return seconds;
}

static void
test_a_speed_is_what_it_says (void)
{
  static const struct { PsgPlaybackSpeed speed; const char *name; double seconds; const char *day; } speeds[] = {
    { PSG_PLAYBACK_DAY, "day", 5.5, "2020-01-06" },
    { PSG_PLAYBACK_WEEK, "week", 4.5, "2020-02-01" },
    { PSG_PLAYBACK_MONTH, "month", 12, "2020-12-31" },
    { PSG_PLAYBACK_QUARTER, "quarter", 4, "2020-12-31" },
    { PSG_PLAYBACK_YEAR, "year", 5, "2024-12-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      g_autoptr (PsgPlayback) playback = new_empty ();
      PsgPlaybackSpeed speed;

      g_assert_cmpstr (psg_playback_speed_to_string (speeds[i].speed), ==, speeds[i].name);
      g_assert_true (psg_playback_speed_from_string (speeds[i].name, &speed));
      g_assert_cmpint (speed, ==, speeds[i].speed);
      g_assert_nonnull (psg_playback_speed_get_label (speed));
      if (i > 0)
        g_assert_cmpfloat (psg_playback_speed_get_minutes (speed), >, psg_playback_speed_get_minutes (speed - 1));

      psg_playback_set_skip_empty (playback, FALSE);
      psg_playback_set_speed (playback, speed);
      play (playback, speeds[i].seconds);
      assert_day (playback, speeds[i].day);
    }

  g_assert_false (psg_playback_speed_from_string ("decade", &(PsgPlaybackSpeed) { 0 }));
}

/* Minutes are counted from 1970, and what is less than none is a day of its own too. */
static void
test_a_day_before_1970_begins_at_midnight (void)
{
  g_autoptr (PsgPlayback) playback = new_empty_from ("1950-01-01", "1975-12-31");

  psg_playback_set_skip_empty (playback, FALSE);
  psg_playback_set_speed (playback, PSG_PLAYBACK_DAY);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const days[] = { "1950-01-01", "1969-12-30", "1969-12-31" };

      psg_playback_seek (playback, day (days[i]));
      psg_playback_advance (playback, 0.9);
      assert_day (playback, days[i]);
      psg_playback_advance (playback, 0.2);
      g_assert_cmpint (psg_playback_get_day (playback), ==, day (days[i]) + 1);
    }
}

static void
test_it_tells_what_has_changed (Fixture      *fixture,
                                gconstpointer data)
{
  psg_playback_set_speed (fixture->playback, PSG_PLAYBACK_DAY);
  psg_playback_seek (fixture->playback, day ("2020-01-14"));
  g_assert_cmpint (psg_playback_advance (fixture->playback, 0.5), ==, 0);
  g_assert_cmpint (psg_playback_advance (fixture->playback, 0.6), ==,
                   PSG_PLAYBACK_CHANGE_DAY | PSG_PLAYBACK_CHANGE_CAPTIONS);
  assert_day (fixture->playback, "2020-01-15");
  g_assert_true (stands (fixture, "treaty"));
  g_assert_cmpint (psg_playback_advance (fixture->playback, 0.5), ==, 0);
  g_assert_cmpint (psg_playback_advance (fixture->playback, 0.5), ==, PSG_PLAYBACK_CHANGE_DAY);
}

static void
test_what_happens_on_the_first_day_is_shown (Fixture      *fixture,
                                             gconstpointer data)
{
  psg_playback_seek (fixture->playback, day ("2021-02-10"));
  psg_playback_advance (fixture->playback, FRAME);
  g_assert_true (stands (fixture, "closure"));
}

static void
test_it_skips_what_is_empty (Fixture      *fixture,
                             gconstpointer data)
{
  psg_playback_set_speed (fixture->playback, PSG_PLAYBACK_DAY);

  /* The festival is in July, and nothing is left to read. */
  psg_playback_seek (fixture->playback, day ("2021-05-01"));
  psg_playback_advance (fixture->playback, 0);
  assert_day (fixture->playback, "2021-07-09");
  play (fixture->playback, 0.5);
  assert_day (fixture->playback, "2021-07-10");
  g_assert_true (stands (fixture, "festival"));

  /* It does not leave before that is read. */
  play (fixture->playback, 2);
  g_assert_cmpint (psg_playback_get_day (fixture->playback), <, day ("2021-07-14"));
  play (fixture->playback, 4);
  g_assert_cmpint (psg_playback_get_day (fixture->playback), >=, day ("2021-10-03"));

  /* What is near is not skipped. */
  psg_playback_seek (fixture->playback, day ("2022-09-14"));
  psg_playback_advance (fixture->playback, 0);
  assert_day (fixture->playback, "2022-09-14");

  /* Nor is anything, if that is not wanted. */
  psg_playback_set_skip_empty (fixture->playback, FALSE);
  psg_playback_seek (fixture->playback, day ("2021-05-01"));
  psg_playback_advance (fixture->playback, FRAME);
  assert_day (fixture->playback, "2021-05-01");
}

static void
test_it_stops_at_the_end_once_all_is_read (Fixture      *fixture,
                                           gconstpointer data)
{
  psg_playback_set_speed (fixture->playback, PSG_PLAYBACK_YEAR);
  psg_playback_seek (fixture->playback, day ("2022-09-14"));
  g_assert_false (psg_playback_is_at_end (fixture->playback));
  g_assert_cmpfloat (play_out (fixture->playback), >=, PSG_CAPTION_FIND_SECONDS);
  g_assert_true (psg_playback_is_at_end (fixture->playback));
  assert_day (fixture->playback, "2022-12-31");
  g_assert_cmpuint (psg_playback_get_captions (fixture->playback)->len, ==, 0);
}

static void
test_a_loop_begins_again (Fixture      *fixture,
                          gconstpointer data)
{
  guint n_begun = 0;

  psg_playback_set_loop (fixture->playback, TRUE);
  psg_playback_set_speed (fixture->playback, PSG_PLAYBACK_YEAR);

  for (guint i = 0; i < 200 * 60 && n_begun < 2; i++)
    {
      PsgDay before = psg_playback_get_day (fixture->playback);
      PsgPlaybackChange changes = psg_playback_advance (fixture->playback, FRAME);

      g_assert_cmpint (changes & PSG_PLAYBACK_CHANGE_END, ==, 0);
      if (psg_playback_get_day (fixture->playback) < before)
        {
          assert_day (fixture->playback, "2020-01-01");
          g_assert_cmpint (changes & PSG_PLAYBACK_CHANGE_DAY, !=, 0);
          n_begun++;
        }
    }

  g_assert_cmpuint (n_begun, ==, 2);
}

static void
test_time_waits_for_the_reader (Fixture      *fixture,
                                gconstpointer data)
{
  /* Three things on the first of June, one in July, one in September. */
  psg_playback_set_speed (fixture->playback, PSG_PLAYBACK_MONTH);
  psg_playback_seek (fixture->playback, day ("2020-06-01"));
  play (fixture->playback, 1.5);
  g_assert_true (psg_playback_is_waiting (fixture->playback));
  g_assert_cmpuint (psg_playback_get_captions (fixture->playback)->len, ==, 3);
  g_assert_cmpint (psg_playback_get_day (fixture->playback), ==, day ("2020-07-01"));

  psg_playback_set_wait (fixture->playback, FALSE);
  play (fixture->playback, 1);
  g_assert_false (psg_playback_is_waiting (fixture->playback));
  g_assert_cmpint (psg_playback_get_day (fixture->playback), >=, day ("2020-07-25"));
}

static gboolean
is_in (GPtrArray *captions,
       guint      id)
{
  for (guint i = 0; i < captions->len; i++)
    if (((PsgCaption *) g_ptr_array_index (captions, i))->id == id)
      return TRUE;

  return FALSE;
}

static void
test_every_caption_can_be_read (Fixture      *fixture,
                                gconstpointer data)
{
  for (PsgPlaybackSpeed speed = 0; speed < PSG_N_PLAYBACK_SPEEDS; speed++)
    for (guint room = 1; room <= PSG_CAPTION_ROOM; room++)
      {
        g_autoptr (GHashTable) first_seen = g_hash_table_new (NULL, NULL);
        GPtrArray *captions = psg_playback_get_captions (fixture->playback);
        PsgPlaybackChange changes = 0;
        guint n_gone = 0;

        psg_playback_set_room (fixture->playback, room);
        psg_playback_set_speed (fixture->playback, speed);
        psg_playback_seek (fixture->playback, day ("2020-01-01"));

        for (guint frame = 1; (changes & PSG_PLAYBACK_CHANGE_END) == 0; frame++)
          {
            GHashTableIter iter;
            gpointer id, since;

            g_assert_cmpfloat (frame * FRAME, <, MOST_SECONDS);
            changes = psg_playback_advance (fixture->playback, FRAME);
            for (guint i = 0; i < captions->len; i++)
              {
                id = GUINT_TO_POINTER (((PsgCaption *) g_ptr_array_index (captions, i))->id);
                if (!g_hash_table_contains (first_seen, id))
                  g_hash_table_insert (first_seen, id, GUINT_TO_POINTER (frame));
              }

            g_hash_table_iter_init (&iter, first_seen);
            while (g_hash_table_iter_next (&iter, &id, &since))
              if (!is_in (captions, GPOINTER_TO_UINT (id)))
                {
                  g_assert_cmpfloat ((frame - GPOINTER_TO_UINT (since)) * FRAME, >, PSG_CAPTION_FIND_SECONDS);
                  n_gone++;
                  g_hash_table_iter_remove (&iter);
                }
          }

        /* Seventeen things happen; at the fastest speeds not all of them are told. */
        g_assert_cmpuint (n_gone, >=, speed <= PSG_PLAYBACK_MONTH ? 16 : 8);
      }
}

static void
test_stepping_goes_from_day_to_day (Fixture      *fixture,
                                    gconstpointer data)
{
  static const char *const days[] = { "2021-02-10", "2021-03-01", "2021-07-10", "2021-10-04", "2022-01-01" };

  psg_playback_set_stepping (fixture->playback, TRUE);
  psg_playback_seek (fixture->playback, day ("2021-01-02"));

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_cmpint (psg_playback_advance (fixture->playback, FRAME) & PSG_PLAYBACK_CHANGE_DAY, !=, 0);
      assert_day (fixture->playback, days[i]);
      g_assert_cmpuint (psg_playback_get_captions (fixture->playback)->len, ==, 1);
      play (fixture->playback, PSG_CAPTION_FIND_SECONDS);
      assert_day (fixture->playback, days[i]);
      psg_playback_clear_captions (fixture->playback);
    }

  play_out (fixture->playback);
  assert_day (fixture->playback, "2022-12-31");
}

static void
test_nothing_happens_and_it_ends (void)
{
  for (guint stepping = 0; stepping < 2; stepping++)
    for (guint loop = 0; loop < 2; loop++)
      {
        g_autoptr (PsgPlayback) playback = new_empty ();
        gboolean ended = FALSE;

        psg_playback_set_stepping (playback, stepping);
        psg_playback_set_loop (playback, loop);
        for (guint i = 0; i < 60 * 60 && !ended; i++)
          ended = (psg_playback_advance (playback, FRAME) & PSG_PLAYBACK_CHANGE_END) != 0;
        /* Where nothing can be stepped to there is nothing to loop through. */
        g_assert_cmpint (ended, ==, stepping || !loop);
      }
}

static void
test_a_new_story_keeps_its_place (Fixture      *fixture,
                                  gconstpointer data)
{
  PsgEventTable *events = psg_collection_get_events (fixture->collection);
  g_autoptr (PsgRowSet) none = psg_row_set_new (psg_event_table_get_n (events));

  psg_playback_seek (fixture->playback, day ("2021-02-09"));
  psg_playback_advance (fixture->playback, FRAME);
  psg_playback_set_story (fixture->playback,
                          psg_happenings_new (events, none, psg_collection_get_crossings (fixture->collection)),
                          &psg_collection_get_info (fixture->collection)->span);
  assert_day (fixture->playback, "2021-02-09");
  play (fixture->playback, 0.5);
  /* The event is filtered out, the crossings close all the same. */
  g_assert_false (stands (fixture, "closure"));
  g_assert_cmpuint (psg_playback_get_captions (fixture->playback)->len, ==, 1);
}

static void
test_of_a_crowd_the_most_important_are_shown (void)
{
  PsgTimeSpan range = psg_synthetic_events_get_span ();
  g_autoptr (PsgEventTable) events = psg_synthetic_events_new (N_MANY, 3);
  g_autoptr (PsgRowSet) all = psg_row_set_new_full (N_MANY);
  g_autoptr (GPtrArray) no_crossings = g_ptr_array_new ();
  g_autoptr (PsgPlayback) playback = psg_playback_new ();
  PsgPlaybackChange changes = 0;
  guint last_id = 0, most_more = 0;

  psg_playback_set_story (playback, psg_happenings_new (events, all, no_crossings), &range);
  psg_playback_set_speed (playback, PSG_PLAYBACK_YEAR);

  for (guint frame = 0; (changes & PSG_PLAYBACK_CHANGE_END) == 0; frame++)
    {
      GPtrArray *captions = psg_playback_get_captions (playback);

      g_assert_cmpfloat (frame * FRAME, <, MOST_SECONDS);
      changes = psg_playback_advance (playback, FRAME);
      g_assert_cmpuint (captions->len, <=, PSG_CAPTION_ROOM);
      most_more = MAX (most_more, psg_playback_get_n_more (playback));
      if (captions->len > 0)
        last_id = ((PsgCaption *) g_ptr_array_index (captions, captions->len - 1))->id;
    }

  /* Five years in quarters, one of each. */
  g_assert_cmpuint (last_id, >=, 20);
  g_assert_cmpuint (last_id, <=, 22);
  g_assert_cmpuint (most_more, >, 1000);
}

#define ADD(path, function) \
  g_test_add ("/core/playback/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/playback/a-speed-is-what-it-says", test_a_speed_is_what_it_says);
  g_test_add_func ("/core/playback/a-day-before-1970-begins-at-midnight",
                   test_a_day_before_1970_begins_at_midnight);
  ADD ("it-tells-what-has-changed", test_it_tells_what_has_changed);
  ADD ("what-happens-on-the-first-day-is-shown", test_what_happens_on_the_first_day_is_shown);
  ADD ("it-skips-what-is-empty", test_it_skips_what_is_empty);
  ADD ("it-stops-at-the-end-once-all-is-read", test_it_stops_at_the_end_once_all_is_read);
  ADD ("a-loop-begins-again", test_a_loop_begins_again);
  ADD ("time-waits-for-the-reader", test_time_waits_for_the_reader);
  ADD ("every-caption-can-be-read", test_every_caption_can_be_read);
  ADD ("stepping-goes-from-day-to-day", test_stepping_goes_from_day_to_day);
  g_test_add_func ("/core/playback/nothing-happens-and-it-ends", test_nothing_happens_and_it_ends);
  ADD ("a-new-story-keeps-its-place", test_a_new_story_keeps_its_place);
  g_test_add_func ("/core/playback/of-a-crowd-the-most-important-are-shown",
                   test_of_a_crowd_the_most_important_are_shown);

  return g_test_run ();
}
