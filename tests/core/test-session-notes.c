/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory-collection.h"
#include "psg-memory-notes.h"
#include "psg-note-subject.h"
#include "psg-notify-counter.h"
#include "psg-session-mirror.h"

/* Which events of the collection that is open a person wrote about, and the filter that asks for them. */

#define NOW G_GINT64_CONSTANT (1700000000000000)

typedef struct
{
  PsgCollection *collection;
  PsgMemoryNotes *store;
  PsgNotes *notes;
  PsgSession *session;
  guint n_told;
} Fixture;

static void
told_cb (Fixture *fixture)
{
  fixture->n_told++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->collection = psg_memory_collection_new ();
  fixture->store = psg_memory_notes_new ();
  fixture->notes = psg_notes_new (PSG_NOTE_STORE (fixture->store));
  fixture->session = psg_session_new ();
  psg_session_set_collection (fixture->session, fixture->collection);
  g_signal_connect_swapped (fixture->session, "notes-changed", G_CALLBACK (told_cb), fixture);
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
add_about_event (Fixture    *fixture,
                 guint       row,
                 const char *body)
{
  PsgNote *note = psg_note_new_about_event (fixture->collection, row, NOW);

  g_free (note->body);
  note->body = g_strdup (body);
  psg_notes_change (fixture->notes, "Add Note", NULL, note, NULL);

  return note;
}

static void
filter_by (Fixture    *fixture,
           const char *text)
{
  g_autoptr (PsgFilter) filter = psg_filter_parse (text);

  g_assert_true (psg_session_set_filter (fixture->session, filter, NULL));
}

static guint
count_matches (Fixture *fixture)
{
  return psg_row_set_count (psg_session_get_matches (fixture->session));
}

static void
test_events_with_notes_are_known (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr (PsgNote) first = NULL;
  g_autoptr (PsgNote) second = NULL;
  g_autoptr (PsgNote) later = NULL;
  PsgNotifyCounter *counter;

  g_assert_cmpuint (psg_row_set_count (psg_session_get_noted (fixture->session)), ==, 0);
  g_assert_null (psg_session_find_event_notes (fixture->session, 3));

  psg_session_set_notes (fixture->session, fixture->notes);
  g_assert_cmpuint (fixture->n_told, ==, 1);
  counter = psg_notify_counter_new (fixture->session);
  first = add_about_event (fixture, 3, "one");
  psg_assert_notified (counter, "noted");
  g_assert_cmpuint (fixture->n_told, ==, 2);
  g_assert_true (psg_row_set_contains (psg_session_get_noted (fixture->session), 3));

  /* More words, and more notes about the same event, are told, but the events are the same. */
  second = add_about_event (fixture, 3, "two");
  later = psg_note_copy (first);
  later->colour = PSG_NOTE_GREEN;
  psg_notes_change (fixture->notes, "Colour Note", first, later, NULL);
  psg_assert_notified (counter, "");
  g_assert_cmpuint (fixture->n_told, ==, 4);
  g_assert_cmpuint (psg_session_find_event_notes (fixture->session, 3)->len, ==, 2);
  g_assert_null (psg_session_find_event_notes (fixture->session, 4));
  g_assert_null (psg_session_find_event_notes (fixture->session, PSG_ROW_NONE));

  psg_notes_undo (fixture->notes);
  psg_notes_undo (fixture->notes);
  psg_notes_undo (fixture->notes);
  g_assert_cmpuint (psg_row_set_count (psg_session_get_noted (fixture->session)), ==, 0);
  psg_assert_notified (counter, "noted");

  psg_notify_counter_free (counter);
}

static void
test_other_collections_do_not_count (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autoptr (PsgNote) foreign = psg_note_new_about_event (fixture->collection, 3, NOW);
  g_autoptr (PsgNote) lost = psg_note_new_about_event (fixture->collection, 4, NOW);
  g_autoptr (PsgNote) own = NULL;

  psg_session_set_notes (fixture->session, fixture->notes);
  g_free (foreign->collection);
  foreign->collection = g_strdup ("elsewhere");
  g_free (lost->target.id);
  lost->target.id = g_strdup ("no-such-event");
  psg_notes_change (fixture->notes, "Add Note", NULL, foreign, NULL);
  psg_notes_change (fixture->notes, "Add Note", NULL, lost, NULL);
  g_assert_cmpuint (psg_row_set_count (psg_session_get_noted (fixture->session)), ==, 0);
  g_assert_false (psg_session_owns_note (fixture->session, psg_notes_find (fixture->notes, foreign->id)));
  g_assert_true (psg_session_owns_note (fixture->session, psg_notes_find (fixture->notes, lost->id)));

  own = add_about_event (fixture, 5, "own");
  g_assert_cmpuint (psg_row_set_count (psg_session_get_noted (fixture->session)), ==, 1);
  psg_session_set_collection (fixture->session, NULL);
  g_assert_cmpuint (psg_row_set_get_n_rows (psg_session_get_noted (fixture->session)), ==, 0);
  g_assert_null (psg_session_find_notes (fixture->session, PSG_NOTE_ON_EVENT, own->target.id));
  psg_session_set_collection (fixture->session, fixture->collection);
  g_assert_true (psg_row_set_contains (psg_session_get_noted (fixture->session), 5));
}

static void
test_the_filter_follows_the_notes (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr (PsgNote) first = NULL;
  g_autoptr (PsgNote) second = NULL;
  PsgNotifyCounter *counter;

  filter_by (fixture, "has:note");
  g_assert_cmpuint (count_matches (fixture), ==, 0);
  psg_session_set_notes (fixture->session, fixture->notes);
  counter = psg_notify_counter_new (fixture->session);
  first = add_about_event (fixture, 3, "one");
  psg_assert_notified (counter, "context matches noted");
  second = add_about_event (fixture, 7, "two");
  psg_assert_notified (counter, "context matches noted");
  g_assert_cmpuint (count_matches (fixture), ==, 2);
  g_assert_true (psg_row_set_contains (psg_session_get_matches (fixture->session), 7));

  psg_notes_undo (fixture->notes);
  g_assert_cmpuint (count_matches (fixture), ==, 1);
  filter_by (fixture, "");
  g_assert_cmpuint (count_matches (fixture), ==, 12);
  psg_notes_redo (fixture->notes);
  g_assert_cmpuint (count_matches (fixture), ==, 12);
  filter_by (fixture, "has:note has:crossing");
  g_assert_cmpuint (count_matches (fixture), <=, 2);
  psg_session_set_notes (fixture->session, NULL);
  g_assert_cmpuint (count_matches (fixture), ==, 0);

  psg_notify_counter_free (counter);
}

static void
test_a_mirror_has_the_notes_too (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (PsgSessionMirror) mirror = psg_session_mirror_new (fixture->session);
  PsgSession *other = psg_session_mirror_get_other (mirror);
  g_autoptr (PsgNote) note = NULL;

  psg_session_set_notes (fixture->session, fixture->notes);
  g_assert_true (psg_session_get_notes (other) == fixture->notes);
  note = add_about_event (fixture, 2, "seen in both");
  g_assert_true (psg_row_set_contains (psg_session_get_noted (other), 2));
}

/* Against the order that sorting gives, whatever is written, moved and taken away. */
static void
test_the_order_of_time_is_kept (Fixture      *fixture,
                                gconstpointer data)
{
  g_autoptr (GPtrArray) written = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);

  for (guint i = 0; i < 600; i++)
    {
      guint which = g_test_rand_int_range (0, 80);
      PsgTimeSpan span = { g_test_rand_int_range (0, 50) * 60, 0 };
      PsgNote *before = which < written->len ? g_ptr_array_index (written, which) : NULL;
      PsgNote *after = before != NULL ? psg_note_copy (before) : NULL;
      GPtrArray *timed;

      span.end = span.start + 60;
      if (after == NULL)
        after = psg_note_new_about_span (fixture->collection, &span, NOW);
      else if (i % 3 == 0)
        after->colour = (after->colour + 1) % PSG_NOTE_N_COLOURS;
      else
        after->target.span = span;
      psg_notes_change (fixture->notes, "Write", before, after, NULL);
      if (before != NULL)
        {
          g_ptr_array_remove_index_fast (written, which);
          g_ptr_array_add (written, after);
        }
      else
        g_ptr_array_add (written, after);

      if (i % 100 < 90)
        continue;
      timed = psg_notes_get_timed (fixture->notes);
      g_assert_cmpuint (timed->len, ==, written->len);
      for (guint j = 0; j < timed->len; j++)
        {
          const PsgNoteMark *mark = g_ptr_array_index (timed, j);

          g_assert_true (psg_notes_find (fixture->notes, mark->id) == mark);
          g_assert_true (j == 0 || ((PsgNoteMark *) g_ptr_array_index (timed, j - 1))->span.start <= mark->span.start);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/core/session/notes/events-with-notes-are-known", test_events_with_notes_are_known);
  ADD ("/core/session/notes/other-collections-do-not-count", test_other_collections_do_not_count);
  ADD ("/core/session/notes/the-filter-follows-the-notes", test_the_filter_follows_the_notes);
  ADD ("/core/session/notes/a-mirror-has-the-notes-too", test_a_mirror_has_the_notes_too);
  ADD ("/core/session/notes/the-order-of-time-is-kept", test_the_order_of_time_is_kept);

  return g_test_run ();
}
