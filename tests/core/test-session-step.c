/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory-collection.h"
#include "psg-memory-library.h"
#include "psg-notify-counter.h"
#include "psg-session-step.h"

/* What is seen becomes a step of a lesson, and a step is shown, in one round; what is not here is told. */

typedef struct
{
  PsgCollection *collection;
  PsgSession *session;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->collection = psg_memory_collection_new ();
  fixture->session = psg_session_new ();
  psg_session_set_collection (fixture->session, fixture->collection);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  g_assert_finalize_object (fixture->collection);
}

static PsgLessonStep *
copy_step (Fixture *fixture,
           guint    index)
{
  PsgLesson *lesson = g_ptr_array_index (psg_collection_get_lessons (fixture->collection), 0);

  return psg_lesson_step_copy (psg_lesson_get_step (lesson, index));
}

static void
test_a_step_is_shown_at_once (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (PsgLessonStep) step = copy_step (fixture, 0);
  PsgNotifyCounter *counter;
  const PsgPage *page;

  psg_session_set_playhead (fixture->session, step->playhead + 7);
  counter = psg_notify_counter_new (fixture->session);
  g_assert_cmpint (psg_session_show_step (fixture->session, step), ==, 0);
  psg_assert_notified (counter, "can-go-back can-go-to-previous-span event page playhead span");

  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, "treaty");
  g_assert_cmpint (psg_session_get_playhead (fixture->session), ==, step->playhead);
  g_assert_true (psg_time_span_equal (psg_session_get_span (fixture->session), &step->span));
  page = psg_session_get_page (fixture->session);
  g_assert_cmpint (page->kind, ==, PSG_KIND_DOCUMENT);
  g_assert_cmpstr (page->id, ==, "charter");
  g_assert_cmpstr (page->passage, ==, "charter-peace");

  /* Again it is all there already. */
  g_assert_cmpint (psg_session_show_step (fixture->session, step), ==, 0);
  psg_assert_notified (counter, "");
  psg_notify_counter_free (counter);
}

static void
test_without_a_document_what_is_chosen_is_read (Fixture      *fixture,
                                                gconstpointer data)
{
  g_autoptr (PsgLessonStep) step = copy_step (fixture, 1);

  g_assert_cmpint (psg_session_show_step (fixture->session, step), ==, 0);
  g_assert_cmpint (psg_session_get_page (fixture->session)->kind, ==, PSG_KIND_EVENT);
  g_assert_cmpstr (psg_session_get_page (fixture->session)->id, ==, "closure");

  g_clear_pointer (&step->event, g_free);
  g_assert_cmpint (psg_session_show_step (fixture->session, step), ==, 0);
  g_assert_cmpuint (psg_session_get_event (fixture->session), ==, PSG_ROW_NONE);
  g_assert_cmpint (psg_session_get_page (fixture->session)->kind, ==, PSG_KIND_NONE);
}

static void
test_what_is_seen_becomes_a_step (Fixture      *fixture,
                                  gconstpointer data)
{
  const PsgViewpoint map = { 54, 25, 9 };
  g_autoptr (PsgLessonStep) shown = copy_step (fixture, 0);
  g_autoptr (PsgLessonStep) step = NULL;
  g_autoptr (PsgLessonStep) plain = NULL;

  psg_session_show_step (fixture->session, shown);
  step = psg_session_new_step (fixture->session, &map);
  g_assert_cmpfloat (step->map.zoom, ==, 9);
  g_assert_null (step->heading);
  psg_lesson_step_set_view (shown, step);
  g_assert_cmpstr (shown->passage, ==, "charter-peace");

  /* It leads back from anywhere. */
  psg_session_select_event (fixture->session, 3);
  psg_session_show_step (fixture->session, step);
  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, "treaty");
  g_assert_cmpstr (psg_session_get_page (fixture->session)->passage, ==, "charter-peace");

  plain = psg_session_new_step (fixture->session, NULL);
  g_assert_cmpfloat (plain->map.zoom, ==, psg_collection_get_info (fixture->collection)->map.zoom);
}

static void
test_what_is_missing_is_told (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (PsgLessonStep) step = copy_step (fixture, 0);
  g_autofree char *nothing = psg_step_missing_describe (0);
  g_autofree char *words = NULL;
  PsgStepMissing missing;

  g_free (step->event);
  step->event = g_strdup ("gone");
  step->crossing = g_strdup ("gone");
  g_free (step->passage);
  step->passage = g_strdup ("gone");
  missing = psg_session_show_step (fixture->session, step);
  g_assert_cmpint (missing, ==, PSG_STEP_MISSING_EVENT | PSG_STEP_MISSING_CROSSING | PSG_STEP_MISSING_PASSAGE);
  g_assert_cmpstr (psg_session_get_page (fixture->session)->id, ==, "charter");
  g_assert_null (psg_session_get_page (fixture->session)->passage);

  g_free (step->document);
  step->document = g_strdup ("gone");
  g_assert_cmpint (psg_session_show_step (fixture->session, step) & PSG_STEP_MISSING_DOCUMENT, !=, 0);
  g_assert_cmpint (psg_session_get_page (fixture->session)->kind, ==, PSG_KIND_NONE);
  g_assert_cmpint (psg_session_get_playhead (fixture->session), ==, step->playhead);

  words = psg_step_missing_describe (missing);
  g_assert_nonnull (words);
  g_assert_null (nothing);
}

static void
test_own_documents_are_shown_too (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr (PsgLessonStep) step = copy_step (fixture, 1);
  g_autoptr (PsgLessonStep) seen = NULL;
  PsgLibrary *library = psg_memory_library_new ();
  PsgOwnDocument *document = psg_memory_library_put (library, "Letter", "/tmp/letter.pdf", NULL);

  step->document = g_strconcat ("own:", document->id, NULL);
  step->passage = g_strdup ("page=2");
  g_assert_cmpint (psg_session_show_step (fixture->session, step), ==, PSG_STEP_MISSING_DOCUMENT);
  g_assert_cmpint (psg_session_get_page (fixture->session)->kind, ==, PSG_KIND_EVENT);

  psg_session_set_library (fixture->session, library);
  g_assert_cmpint (psg_session_show_step (fixture->session, step), ==, 0);
  g_assert_cmpint (psg_session_get_page (fixture->session)->kind, ==, PSG_KIND_OWN);
  g_assert_cmpstr (psg_session_get_page (fixture->session)->passage, ==, "page=2");
  seen = psg_session_new_step (fixture->session, NULL);
  g_assert_cmpstr (seen->document, ==, step->document);
  g_assert_cmpstr (seen->event, ==, "closure");

  psg_session_set_library (fixture->session, NULL);
  g_assert_finalize_object (library);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/core/session-step/a-step-is-shown-at-once", test_a_step_is_shown_at_once);
  add ("/core/session-step/without-a-document-what-is-chosen-is-read", test_without_a_document_what_is_chosen_is_read);
  add ("/core/session-step/what-is-seen-becomes-a-step", test_what_is_seen_becomes_a_step);
  add ("/core/session-step/what-is-missing-is-told", test_what_is_missing_is_told);
  add ("/core/session-step/own-documents-are-shown-too", test_own_documents_are_shown_too);

  return g_test_run ();
}
