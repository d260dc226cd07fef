/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-deep-link.h"
#include "psg-memory-collection.h"
#include "psg-memory-notes.h"
#include "psg-note-subject.h"
#include "psg-notify-counter.h"
#include "psg-own-collection.h"
#include "psg-session-mirror.h"

/* A person's own events in the session: they come and go, and nothing else moves. */

#define NOW G_GINT64_CONSTANT (1700000000000000)

typedef struct
{
  PsgCollection *collection;
  PsgMemoryNotes *store;
  PsgNotes *notes;
  PsgSession *session;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->collection = psg_memory_collection_new ();
  fixture->store = psg_memory_notes_new ();
  fixture->notes = psg_notes_new (PSG_NOTE_STORE (fixture->store));
  fixture->session = psg_session_new ();
  psg_session_set_collection (fixture->session, fixture->collection);
  psg_session_set_notes (fixture->session, fixture->notes);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  psg_notes_close (fixture->notes);
  psg_memory_notes_settle (fixture->store, fixture->notes);
  g_assert_finalize_object (fixture->notes);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->collection);
}

static PsgNote *
add_event (Fixture    *fixture,
           const char *title,
           const char *date)
{
  PsgNote *note = psg_note_new_own_event (fixture->collection, date, NOW);

  g_free (note->event->title);
  note->event->title = g_strdup (title);
  psg_notes_change (fixture->notes, "Add Event", NULL, note, NULL);

  return note;
}

static guint
find_row (Fixture    *fixture,
          const char *id)
{
  return psg_event_table_find (psg_collection_get_events (psg_session_get_collection (fixture->session)), id);
}

static const char *
get_matched (Fixture *fixture,
             guint    row)
{
  PsgRowSet *matches = psg_session_get_matches (fixture->session);
  PsgEventTable *events = psg_collection_get_events (psg_session_get_collection (fixture->session));

  row = psg_row_set_next (matches, row);

  return row != PSG_ROW_NONE ? psg_event_table_get_id (events, row) : NULL;
}

static void
test_without_any_the_collection_is_what_was_opened (Fixture      *fixture,
                                                    gconstpointer data)
{
  g_autoptr (PsgNote) note = NULL;
  const char *ids[2] = { NULL };

  g_assert_true (psg_session_get_collection (fixture->session) == fixture->collection);
  note = add_event (fixture, "Mine", "2021-05-03");
  g_assert_false (psg_session_get_collection (fixture->session) == fixture->collection);
  g_assert_cmpuint (psg_row_set_get_n_rows (psg_session_get_matches (fixture->session)), ==, 13);

  psg_memory_notes_settle (fixture->store, fixture->notes);
  ids[0] = note->id;
  psg_notes_bin (fixture->notes, "Delete Event", ids);
  psg_memory_notes_settle (fixture->store, fixture->notes);
  g_assert_true (psg_session_get_collection (fixture->session) == fixture->collection);
  psg_notes_undo (fixture->notes);
  g_assert_cmpuint (psg_row_set_get_n_rows (psg_session_get_matches (fixture->session)), ==, 13);
}

/* One on another collection is no business of this one. */
static void
test_another_collections_events_are_not_shown (Fixture      *fixture,
                                               gconstpointer data)
{
  g_autoptr (PsgNote) note = psg_note_new_own_event (fixture->collection, "2021", NOW);

  g_free (note->collection);
  note->collection = g_strdup ("other");
  psg_notes_change (fixture->notes, "Add Event", NULL, note, NULL);
  g_assert_true (psg_session_get_collection (fixture->session) == fixture->collection);
}

static void
test_what_is_chosen_stays_chosen (Fixture      *fixture,
                                  gconstpointer data)
{
  PsgTimeSpan span = psg_time_span_from_days (psg_day_from_ymd (2021, 1, 1), psg_day_from_ymd (2021, 12, 31));
  g_autoptr (PsgFilter) filter = psg_filter_parse ("lane:border");
  g_autoptr (PsgNote) early = NULL;
  PsgDay playhead = psg_day_from_ymd (2021, 6, 6);
  guint mentioned;

  psg_session_set_filter (fixture->session, filter, NULL);
  psg_session_select_event_id (fixture->session, "treaty", NULL);
  psg_session_select_event_id (fixture->session, "closure", NULL);
  psg_session_jump_to_span (fixture->session, &span);
  psg_session_set_playhead (fixture->session, playhead);
  mentioned = find_row (fixture, "talks");
  psg_session_set_mentioned (fixture->session, &mentioned, 1);

  /* Before all others, so that every row is another. */
  early = add_event (fixture, "Mine", "2020-01-01");
  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, "closure");
  g_assert_cmpuint (psg_session_get_event (fixture->session), ==, find_row (fixture, "closure"));
  g_assert_cmpstr (psg_session_get_page (fixture->session)->id, ==, "closure");
  g_assert_true (psg_time_span_equal (psg_session_get_span (fixture->session), &span));
  g_assert_cmpint (psg_session_get_playhead (fixture->session), ==, playhead);
  g_assert_true (psg_filter_equal (psg_session_get_filter (fixture->session), filter));
  g_assert_cmpuint (g_array_index (psg_session_get_mentioned (fixture->session), guint, 0), ==,
                    find_row (fixture, "talks"));

  /* It is in the first lane, and so among what is shown. */
  g_assert_true (psg_own_event_is_id (get_matched (fixture, 0)));
  g_assert_cmpuint (psg_row_set_count (psg_session_get_matches (fixture->session)), ==, 6);
  psg_session_go_back (fixture->session);
  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, "treaty");
  psg_session_go_forward (fixture->session);
  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, "closure");
}

static void
test_one_that_goes_takes_its_page_along (Fixture      *fixture,
                                         gconstpointer data)
{
  g_autoptr (PsgNote) note = add_event (fixture, "Mine", "2021-05-03");
  g_autofree char *id = psg_own_event_dup_id (note->id);

  psg_memory_notes_settle (fixture->store, fixture->notes);
  psg_session_select_event_id (fixture->session, "treaty", NULL);
  psg_session_select_event_id (fixture->session, id, NULL);
  psg_session_select_event_id (fixture->session, "closure", NULL);
  psg_session_go_back (fixture->session);
  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, id);

  psg_notes_undo (fixture->notes);
  g_assert_cmpuint (psg_session_get_event (fixture->session), ==, PSG_ROW_NONE);
  g_assert_cmpint (psg_session_get_page (fixture->session)->kind, ==, PSG_KIND_NONE);
  psg_session_go_back (fixture->session);
  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, "treaty");
  g_assert_false (psg_session_select_event_id (fixture->session, id, NULL) && psg_notes_is_loaded (fixture->notes));
}

static void
test_words_alone_make_no_other_table (Fixture      *fixture,
                                      gconstpointer data)
{
  g_autoptr (PsgNote) note = add_event (fixture, "Mine", "2021-05-03");
  g_autoptr (PsgNote) after = psg_note_copy (note);
  g_autoptr (PsgFilter) filter = psg_filter_parse ("lanterns");
  PsgCollection *collection = psg_session_get_collection (fixture->session);

  psg_session_set_filter (fixture->session, filter, NULL);
  g_assert_cmpuint (psg_row_set_count (psg_session_get_matches (fixture->session)), ==, 1);
  g_free (after->body);
  after->body = g_strdup ("Lanterns, too");
  psg_notes_change (fixture->notes, "Write Event", note, after, NULL);
  g_assert_true (psg_session_get_collection (fixture->session) == collection);
  g_assert_cmpuint (psg_row_set_count (psg_session_get_matches (fixture->session)), ==, 2);
}

static void
test_a_mirror_shows_them (Fixture      *fixture,
                          gconstpointer data)
{
  PsgSessionMirror *mirror = psg_session_mirror_new (fixture->session);
  PsgSession *other = psg_session_mirror_get_other (mirror);
  g_autoptr (PsgNote) note = NULL;

  psg_session_select_event_id (fixture->session, "closure", NULL);
  note = add_event (fixture, "Mine", "2020-01-01");
  g_assert_true (psg_session_get_collection (other) == psg_session_get_collection (fixture->session));
  g_assert_cmpstr (psg_session_get_event_id (other), ==, "closure");
  psg_notes_undo (fixture->notes);
  g_assert_true (psg_session_get_collection (other) == fixture->collection);
  g_assert_cmpstr (psg_session_get_event_id (other), ==, "closure");
  g_assert_finalize_object (mirror);
}

/* A session without notes shows those of whom it has the collection from, and forgets them with it. */
static void
test_without_notes_it_is_taken_as_given (Fixture      *fixture,
                                         gconstpointer data)
{
  g_autoptr (PsgNote) note = add_event (fixture, "Mine", "2020-01-01");
  PsgCollection *laid = psg_session_get_collection (fixture->session);
  g_autoptr (PsgSession) other = psg_session_new ();

  psg_session_set_collection (other, laid);
  g_assert_true (psg_session_get_collection (other) == laid);
  psg_session_select_event_id (other, "closure", NULL);
  psg_session_set_collection (other, fixture->collection);
  g_assert_true (psg_session_get_collection (other) == fixture->collection);
  g_assert_cmpstr (psg_session_get_event_id (other), ==, "closure");

  /* Nor are they laid twice. */
  psg_session_set_collection (other, NULL);
  psg_session_set_notes (other, fixture->notes);
  psg_session_set_collection (other, laid);
  g_assert_cmpuint (psg_row_set_get_n_rows (psg_session_get_matches (other)), ==, 13);
}

/* As when the app starts: the link is followed before the notebook is read. */
static void
test_one_that_is_not_read_yet_is_awaited (Fixture      *fixture,
                                          gconstpointer data)
{
  g_autoptr (PsgNote) note = psg_note_new_own_event (fixture->collection, "2021-05-03", NOW);
  g_autofree char *id = psg_own_event_dup_id (note->id);
  g_autofree char *text = g_strdup_printf ("passages:valley/event/%s?v=1", id);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) late = NULL;
  g_autoptr (PsgDeepLink) link = psg_deep_link_parse (text, &error);

  g_assert_no_error (error);
  psg_memory_notes_set (fixture->store, note->id, note);
  g_assert_true (psg_deep_link_open (link, fixture->session, &error));
  g_assert_no_error (error);
  g_assert_null (psg_session_get_event_id (fixture->session));
  psg_notes_load (fixture->notes);
  psg_memory_notes_settle (fixture->store, fixture->notes);
  while (!psg_notes_is_loaded (fixture->notes))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (psg_session_get_event_id (fixture->session), ==, id);
  g_assert_cmpint (psg_session_get_playhead (fixture->session), ==, psg_day_from_ymd (2021, 5, 3));

  /* From now on what is not there is not there. */
  g_assert_false (psg_session_select_event_id (fixture->session, "own.nothing", &late));
  g_assert_error (late, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);
}

#define ADD(name, test) g_test_add ("/core/session-own/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("without-any-the-collection-is-what-was-opened", test_without_any_the_collection_is_what_was_opened);
  ADD ("another-collections-events-are-not-shown", test_another_collections_events_are_not_shown);
  ADD ("what-is-chosen-stays-chosen", test_what_is_chosen_stays_chosen);
  ADD ("one-that-goes-takes-its-page-along", test_one_that_goes_takes_its_page_along);
  ADD ("words-alone-make-no-other-table", test_words_alone_make_no_other_table);
  ADD ("a-mirror-shows-them", test_a_mirror_shows_them);
  ADD ("without-notes-it-is-taken-as-given", test_without_notes_it_is_taken_as_given);
  ADD ("one-that-is-not-read-yet-is-awaited", test_one_that_is_not_read_yet_is_awaited);

  return g_test_run ();
}
