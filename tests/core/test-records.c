/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-claim.h"
#include "psg-event.h"
#include "psg-lane.h"
#include "psg-lesson.h"
#include "psg-passage.h"
#include "psg-place.h"
#include "psg-source.h"

/* Records: empty ones can be freed, shared ones live on, and the words of the fixed
 * lists. */

#define CHECK_RECORD(prefix)                          \
  G_STMT_START {                                      \
    gpointer record = prefix##_new ();                \
    GValue value = G_VALUE_INIT;                      \
                                                      \
    g_value_init (&value, prefix##_get_type ());      \
    g_value_set_boxed (&value, record);               \
    g_assert_true (g_value_get_boxed (&value) == record); \
    prefix##_unref (record);                          \
    g_value_unset (&value);                           \
  } G_STMT_END

static void
test_empty_ones_are_shared_and_freed (void)
{
  CHECK_RECORD (psg_actor);
  CHECK_RECORD (psg_claim);
  CHECK_RECORD (psg_era);
  CHECK_RECORD (psg_event);
  CHECK_RECORD (psg_lane);
  CHECK_RECORD (psg_lesson);
  CHECK_RECORD (psg_passage);
  CHECK_RECORD (psg_place);
  CHECK_RECORD (psg_source);
}

static void
test_full_ones_free_what_they_hold (void)
{
  g_autoptr (PsgEvent) event = psg_event_new ();
  g_autoptr (PsgLesson) lesson = psg_lesson_new ();
  PsgLessonStep *step = psg_lesson_step_new ();
  const char *ids[] = { "a", "b", NULL };

  event->id = g_strdup ("treaty");
  event->crossings = g_strdupv ((GStrv) ids);
  event->accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_account_free);
  g_ptr_array_add (event->accounts, psg_account_new (psg_text_new_single ("en", "who"), NULL));

  step->heading = psg_text_new_single ("en", "heading");
  step->event = g_strdup ("treaty");
  lesson->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lesson_step_free);
  g_ptr_array_add (lesson->steps, step);
}

static const struct
{
  const char *verdict;
  const char *label;
  PsgVerdictDegree degree;
} verdicts[] = {
  { "confirmed", "Confirmed", PSG_VERDICT_HOLDS },
  { "confirmed-as-said", "Confirmed that it was said", PSG_VERDICT_HOLDS },
  { "roughly-right", "Roughly right", PSG_VERDICT_PARTLY },
  { "opinion", "Opinion", PSG_VERDICT_OPEN },
  { "unverifiable", "Cannot be verified", PSG_VERDICT_OPEN },
  { "disputed", "Disputed", PSG_VERDICT_DISPUTED },
  { "not-borne-out-by-end-2024", "Not borne out by the end of 2024", PSG_VERDICT_DISPUTED },
};

static void
test_verdicts_have_labels_and_degrees (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_assert_true (psg_verdict_is_known (verdicts[i].verdict));
      g_assert_cmpstr (psg_verdict_get_label (verdicts[i].verdict), ==, verdicts[i].label);
      g_assert_cmpint (psg_verdict_get_degree (verdicts[i].verdict), ==, verdicts[i].degree);
    }
}

/* A verdict nobody knows must not look like one that holds. */
static void
test_an_unknown_verdict_stays_open (void)
{
  g_assert_false (psg_verdict_is_known ("Confirmed"));
  g_assert_false (psg_verdict_is_known (NULL));
  g_assert_cmpstr (psg_verdict_get_label ("proven"), ==, "proven");
  g_assert_cmpint (psg_verdict_get_degree ("proven"), ==, PSG_VERDICT_OPEN);
  g_assert_cmpint (psg_verdict_get_degree (NULL), ==, PSG_VERDICT_OPEN);
}

static void
test_affiliations_are_a_fixed_list (void)
{
  static const char *const known[] = {
    "independent", "state-lithuania", "state-belarus", "state-russia", "state-other", "intergovernmental",
    "opposition", "industry", "analyst", "open-data", "editors",
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_assert_true (psg_affiliation_is_known (known[i]));
      g_assert_nonnull (psg_affiliation_get_label (known[i]));
    }

  g_assert_false (psg_affiliation_is_known ("state"));
  g_assert_false (psg_affiliation_is_known (NULL));
  g_assert_null (psg_affiliation_get_label (NULL));
}

static void
test_confidence_reads_as_words (void)
{
  g_assert_cmpstr (psg_confidence_get_label ('A'), ==, "well sourced");
  g_assert_cmpstr (psg_confidence_get_label ('B'), ==, "widely reported");
  g_assert_cmpstr (psg_confidence_get_label ('C'), ==, "uncertain");
  g_assert_cmpstr (psg_confidence_get_label ('\0'), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/records/empty-ones-are-shared-and-freed", test_empty_ones_are_shared_and_freed);
  g_test_add_func ("/core/records/full-ones-free-what-they-hold", test_full_ones_free_what_they_hold);
  g_test_add_func ("/core/records/verdicts-have-labels-and-degrees", test_verdicts_have_labels_and_degrees);
  g_test_add_func ("/core/records/an-unknown-verdict-stays-open", test_an_unknown_verdict_stays_open);
  g_test_add_func ("/core/records/affiliations-are-a-fixed-list", test_affiliations_are_a_fixed_list);
  g_test_add_func ("/core/records/confidence-reads-as-words", test_confidence_reads_as_words);

  return g_test_run ();
}
