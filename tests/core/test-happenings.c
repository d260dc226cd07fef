/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection.h"
#include "psg-happening.h"
#include "psg-happenings.h"
#include "psg-memory-collection.h"
#include "psg-synthetic-events.h"

/* What happens when: in the invented valley by name, among many events against counting
 * them one by one. */

#define N_MANY 100000
#define N_ROUNDS 300

typedef struct
{
  PsgCollection *collection;
  PsgHappenings *happenings;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (PsgRowSet) all = NULL;
  PsgEventTable *events;

  fixture->collection = psg_memory_collection_new ();
  events = psg_collection_get_events (fixture->collection);
  all = psg_row_set_new_full (psg_event_table_get_n (events));
  fixture->happenings = psg_happenings_new (events, all, psg_collection_get_crossings (fixture->collection));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  psg_happenings_free (fixture->happenings);
  g_assert_finalize_object (fixture->collection);
}

static PsgDay
day (const char *text)
{
  return psg_day_parse_iso (text);
}

/* In one line: the days and what happens on each. */
static char *
describe (PsgCollection *collection,
          GPtrArray     *happenings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < happenings->len; i++)
    {
      const PsgHappening *happening = g_ptr_array_index (happenings, i);
      g_autofree char *date = psg_day_format_iso (happening->day);

      g_string_append_printf (text, "%s%s %s", i > 0 ? " | " : "", date,
                              happening->row != PSG_ROW_NONE
                                ? psg_event_table_get_id (psg_collection_get_events (collection), happening->row)
                                : "-");
      for (guint j = 0; j < happening->changes->len; j++)
        {
          g_autofree char *change =
              psg_status_change_describe (g_ptr_array_index (happening->changes, j), happening->day);

          g_string_append_printf (text, " [%s]", change);
        }
    }

  return g_string_free (text, FALSE);
}

/* The valley's story, but for the old road: when that began is not known. */
static const char *const story[] = {
  "2020-01-01", "2020-01-15", "2020-03-01", "2020-06-01", "2020-07-01", "2020-09-01", "2021-01-01", "2021-02-10",
  "2021-03-01", "2021-07-10", "2021-10-04", "2022-01-01", "2022-05-01", "2022-09-15", "2023-01-01",
};

static void
test_days_follow_each_other (Fixture      *fixture,
                             gconstpointer data)
{
  PsgDay at = day ("2019-01-01");

  for (guint i = 0; i < G_N_ELEMENTS (story); i++)
    {
      at = psg_happenings_next_day (fixture->happenings, at);
      g_assert_cmpint (at, ==, day (story[i]));
    }
  g_assert_cmpint (psg_happenings_next_day (fixture->happenings, at), ==, PSG_DAY_NONE);

  at = day ("2024-01-01");
  for (guint i = G_N_ELEMENTS (story); i-- > 0;)
    {
      at = psg_happenings_previous_day (fixture->happenings, at);
      g_assert_cmpint (at, ==, day (story[i]));
    }
  g_assert_cmpint (psg_happenings_previous_day (fixture->happenings, at), ==, PSG_DAY_NONE);
}

static const struct
{
  const char *first;
  const char *last;
  guint most;
  const char *expected;
  guint n_left_out;
} collected[] = {
  { "2020-01-02", "2020-01-14", 3, "", 0 },
  { "2020-01-15", "2020-01-15", 3, "2020-01-15 treaty", 0 },
  /* What a status follows from tells of it. */
  { "2021-02-10", "2021-02-10", 3, "2021-02-10 closure [pass, bridge: closed]", 0 },
  { "2022-09-15", "2022-09-15", 3, "2022-09-15 reopening [bridge: open]", 0 },
  /* What follows from nothing that begins on the day stands for itself. */
  { "2020-07-01", "2020-07-01", 3, "2020-07-01 - [bridge: goods only]", 0 },
  { "2022-05-01", "2022-05-01", 3, "2022-05-01 - [ford: closed]", 0 },
  /* A change before an event, the more important event before the other. */
  { "2020-06-01", "2020-06-01", 3,
    "2020-06-01 - [bridge: status not known] | 2020-06-01 market | 2020-06-01 fair", 0 },
  { "2020-06-01", "2020-06-01", 2, "2020-06-01 - [bridge: status not known] | 2020-06-01 market", 1 },
  { "2020-06-01", "2020-06-01", 1, "2020-06-01 - [bridge: status not known]", 2 },
  { "2020-06-01", "2020-06-01", 0, "", 3 },
  /* Chosen by importance, told by time. */
  { "2021-02-10", "2022-01-01", 3,
    "2021-02-10 closure [pass, bridge: closed] | 2021-03-01 strike | 2021-10-04 talks", 2 },
};

static void
test_what_matters_most_is_collected (Fixture      *fixture,
                                     gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (collected); i++)
    {
      guint n_left_out;
      g_autoptr (GPtrArray) found =
          psg_happenings_collect (fixture->happenings, day (collected[i].first), day (collected[i].last),
                                  collected[i].most, &n_left_out);
      g_autofree char *text = describe (fixture->collection, found);

      g_assert_cmpstr (text, ==, collected[i].expected);
      g_assert_cmpuint (n_left_out, ==, collected[i].n_left_out);
    }
}

static void
test_filtered_events_do_not_happen (Fixture      *fixture,
                                    gconstpointer data)
{
  PsgEventTable *events = psg_collection_get_events (fixture->collection);
  g_autoptr (PsgRowSet) none = psg_row_set_new (psg_event_table_get_n (events));
  g_autoptr (PsgHappenings) happenings =
      psg_happenings_new (events, none, psg_collection_get_crossings (fixture->collection));
  guint n_left_out;
  g_autoptr (GPtrArray) found =
      psg_happenings_collect (happenings, day ("2021-01-02"), day ("2021-12-31"), 9, &n_left_out);
  g_autofree char *text = describe (fixture->collection, found);

  /* The crossings close all the same. */
  g_assert_cmpstr (text, ==, "2021-02-10 - [pass, bridge: closed]");
  g_assert_cmpint (psg_happenings_next_day (happenings, day ("2020-01-01")), ==, day ("2020-06-01"));
}

static PsgCrossing *
new_crossing (const char *name,
              PsgStatus   status,
              const char *label)
{
  PsgCrossing *crossing = psg_crossing_new ();
  PsgStatusInterval *interval = psg_status_interval_new ();

  interval->first = day ("2021-01-01");
  interval->last = PSG_DAY_OPEN_END;
  interval->status = status;
  interval->label = label != NULL ? psg_text_new_single ("en", label) : NULL;
  crossing->short_name = psg_text_new_single ("en", name);
  crossing->intervals = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_status_interval_free);
  g_ptr_array_add (crossing->intervals, interval);

  return crossing;
}

static void
test_changes_are_told_together (void)
{
  static const struct { const char *name; PsgStatus status; const char *label; } crossings[] = {
    { "A", PSG_STATUS_RESTRICTED, "cars only" },
    { "B", PSG_STATUS_CLOSED, NULL },
    { "C", PSG_STATUS_RESTRICTED, "no lorries" },
    { "D", PSG_STATUS_OPEN, "open" },
    { "E", PSG_STATUS_CLOSED, NULL },
    { "F", PSG_STATUS_OPEN, "open" },
    { "G", PSG_STATUS_OPEN, "open" },
    { "H", PSG_STATUS_OPEN, "open" },
  };
  static const char *const expected[] = { "B, E: closed", "A, C: restricted", "4 crossings: open" };
  g_autoptr (PsgHappening) happening = psg_happening_new (day ("2021-01-01"), PSG_ROW_NONE, 1);

  for (guint i = 0; i < G_N_ELEMENTS (crossings); i++)
    {
      g_autoptr (PsgCrossing) crossing =
          new_crossing (crossings[i].name, crossings[i].status, crossings[i].label);

      psg_happening_add_change (happening, crossing);
    }

  g_assert_cmpuint (happening->importance, ==, PSG_HAPPENING_MOST_IMPORTANT);
  g_assert_cmpuint (happening->changes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *text =
          psg_status_change_describe (g_ptr_array_index (happening->changes, i), happening->day);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

/* One by one: what the collecting must agree with. */
static void
assert_agrees (PsgEventTable   *events,
               const PsgRowSet *matches,
               GPtrArray       *found,
               PsgDay           first,
               PsgDay           last,
               guint            most,
               guint            n_left_out)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (events);
  guint n = 0, least = G_MAXUINT, n_better = 0;

  for (guint i = 0; i < found->len; i++)
    least = MIN (least, ((PsgHappening *) g_ptr_array_index (found, i))->importance);

  for (guint row = 0; row < columns->n; row++)
    {
      PsgDay begins = psg_day_from_minutes (columns->start[row]);

      if (psg_row_set_contains (matches, row) && begins >= first && begins <= last)
        {
          n++;
          n_better += columns->importance[row] > least;
        }
    }

  g_assert_cmpuint (found->len, ==, MIN (n, most));
  g_assert_cmpuint (n_left_out, ==, n - found->len);
  if (found->len > 0)
    g_assert_cmpuint (n_better, <, found->len);
}

static void
test_agrees_with_counting_one_by_one (void)
{
  g_autoptr (PsgEventTable) events = psg_synthetic_events_new (3000, 7);
  g_autoptr (PsgRowSet) matches = psg_row_set_new (3000);
  g_autoptr (GPtrArray) no_crossings = g_ptr_array_new ();
  g_autoptr (PsgHappenings) happenings = NULL;

  for (guint row = 0; row < 3000; row++)
    if (g_test_rand_int_range (0, 3) > 0)
      psg_row_set_add (matches, row);
  happenings = psg_happenings_new (events, matches, no_crossings);

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      PsgDay first = day ("2020-01-01") + g_test_rand_int_range (0, 1800);
      PsgDay last = first + g_test_rand_int_range (0, 60);
      guint most = (guint) g_test_rand_int_range (0, 6), n_left_out;
      g_autoptr (GPtrArray) found = psg_happenings_collect (happenings, first, last, most, &n_left_out);

      assert_agrees (events, matches, found, first, last, most, n_left_out);
    }
}

static void
test_a_crowd_is_counted_not_collected (void)
{
  g_autoptr (PsgEventTable) events = psg_synthetic_events_new (N_MANY, 1);
  g_autoptr (PsgRowSet) all = psg_row_set_new_full (N_MANY);
  g_autoptr (GPtrArray) no_crossings = g_ptr_array_new ();
  g_autoptr (PsgHappenings) happenings = psg_happenings_new (events, all, no_crossings);
  guint n_left_out;
  g_autoptr (GPtrArray) found =
      psg_happenings_collect (happenings, day ("2019-01-01"), day ("2025-12-31"), 3, &n_left_out);

  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpuint (n_left_out, ==, N_MANY - 3);
}

#define ADD(path, function) \
  g_test_add ("/core/happenings/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("days-follow-each-other", test_days_follow_each_other);
  ADD ("what-matters-most-is-collected", test_what_matters_most_is_collected);
  ADD ("filtered-events-do-not-happen", test_filtered_events_do_not_happen);
  g_test_add_func ("/core/happenings/changes-are-told-together", test_changes_are_told_together);
  g_test_add_func ("/core/happenings/agrees-with-counting-one-by-one", test_agrees_with_counting_one_by_one);
  g_test_add_func ("/core/happenings/a-crowd-is-counted-not-collected", test_a_crowd_is_counted_not_collected);

  return g_test_run ();
}
