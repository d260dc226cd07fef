/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory-collection.h"
#include "psg-notify-counter.h"
#include "psg-session.h"

/* The range of the session's filter: set, moved at one end, shown. */

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

#define assert_filter(fixture, expected) \
  g_assert_cmpstr (psg_filter_to_string (psg_session_get_filter ((fixture)->session)), ==, expected)

static void
set_filter (Fixture    *fixture,
            const char *text)
{
  g_autoptr (PsgFilter) filter = psg_filter_parse (text);

  g_assert_true (psg_session_set_filter (fixture->session, filter, NULL));
}

static void
test_a_range_leaves_the_rest_of_the_filter (Fixture      *fixture,
                                            gconstpointer data)
{
  set_filter (fixture, "lane:border pass");
  g_assert_true (psg_session_set_range (fixture->session, "2021", PSG_RANGE_CERTAINLY, NULL));
  assert_filter (fixture, "lane:border certainly:2021 pass");
  g_assert_true (psg_session_set_range (fixture->session, "", PSG_RANGE_CERTAINLY, NULL));
  assert_filter (fixture, "lane:border pass");
}

static void
test_a_bad_range_changes_nothing (Fixture      *fixture,
                                  gconstpointer data)
{
  static const char *const bad[] = { "2021-13", "2021/", "soon" };

  set_filter (fixture, "lane:border during:2021");
  g_free (psg_notify_counter_take (fixture->counter));

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (psg_session_set_range (fixture->session, bad[i], PSG_RANGE_POSSIBLY, &error));
      g_assert_true (error->domain == PSG_EDTF_ERROR);
    }
  assert_filter (fixture, "lane:border during:2021");
  psg_assert_notified (fixture->counter, "");
}

static void
test_one_end_is_set_and_the_other_stays (Fixture      *fixture,
                                         gconstpointer data)
{
  static const struct
  {
    const char *before;
    int direction;
    const char *day;
    const char *after;
  } cases[] = {
    { "", -1, "2021-03-03", "during:2021-03-03/2022-12-31" },
    { "", 1, "2021-03-03", "during:2020-01-01/2021-03-03" },
    { "certainly:2021", -1, "2021-03-03", "certainly:2021-03-03/2021-12-31" },
    { "during:2021", 1, "2021-03-03", "during:2021-01-01/2021-03-03" },
    { "during:2021", 1, "2022-01-31", "during:2021-01/2022-01" },
    { "during:2021-03-03", 1, "2021-03-03", "during:2021-03-03" },
    { "during:2021/..", 1, "2021-12-31", "during:2021" },
    { "during:../2021", -1, "2021-01-01", "during:2021" },
    { "during:../2021", 1, "2021-03-31", "during:../2021-03" },
    /* The other end would lie on the wrong side. */
    { "during:2021", -1, "2022-06-01", "during:2022-06/2022-12" },
    { "during:2021", 1, "2020-06-30", "during:2020-01/2020-06" },
    /* Outside of the collection. */
    { "", -1, "2030-01-01", "during:2030-01-01" },
    { "", 1, "1990-05-31", "during:1990-05-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_filter (fixture, cases[i].before);
      g_assert_true (psg_session_set_range_end (fixture->session, cases[i].direction,
                                                psg_day_parse_iso (cases[i].day), NULL));
      assert_filter (fixture, cases[i].after);
    }
}

static void
test_a_range_is_shown_with_a_margin (Fixture      *fixture,
                                     gconstpointer data)
{
  static const char *const ranges[] = {
    "2021-03/2021-05", "2021-03-03", "2020/2022", "2021/..", "../..", "1950", "2090",
  };

  g_assert_false (psg_session_show_range (fixture->session));
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      const PsgTimeSpan *range, *span;
      PsgTimeSpan bounds = psg_session_get_bounds (fixture->session);

      g_assert_true (psg_session_set_range (fixture->session, ranges[i], PSG_RANGE_POSSIBLY, NULL));
      g_assert_true (psg_session_show_range (fixture->session));
      range = psg_filter_get_range_span (psg_session_get_filter (fixture->session));
      span = psg_session_get_span (fixture->session);
      if (!psg_time_span_overlaps (&bounds, range->start, range->end))
        continue;

      g_assert_cmpint (span->start, <=, MAX (range->start, bounds.start));
      g_assert_cmpint (span->end, >=, MIN (range->end, bounds.end));
      g_assert_cmpint (psg_time_span_get_length (span), <=,
                       12 * psg_time_span_get_length (range) / 10);
    }
}

#define ADD(path, function) \
  g_test_add ("/core/session/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-range-leaves-the-rest-of-the-filter", test_a_range_leaves_the_rest_of_the_filter);
  ADD ("a-bad-range-changes-nothing", test_a_bad_range_changes_nothing);
  ADD ("one-end-is-set-and-the-other-stays", test_one_end_is_set_and_the_other_stays);
  ADD ("a-range-is-shown-with-a-margin", test_a_range_is_shown_with_a_margin);

  return g_test_run ();
}
