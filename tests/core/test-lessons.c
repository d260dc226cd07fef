/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lessons.h"
#include "psg-memory-collection.h"
#include "psg-memory-lessons.h"
#include "psg-memory-notes.h"
#include "psg-session-lessons.h"
#include "psg-undo-order.h"

/* A person's own lessons as views see them: changed at once, written in order, undone by name. */

#define NOW G_GINT64_CONSTANT (1700000000000000)

typedef struct
{
  PsgMemoryLessons *store;
  PsgLessons *lessons;
  PsgSession *session;
  PsgCollection *collection;
  guint n_changed;
  char *failure;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
failed_cb (Fixture    *fixture,
           const char *message)
{
  g_free (fixture->failure);
  fixture->failure = g_strdup (message);
}

static void
settle (Fixture *fixture)
{
  psg_memory_lessons_settle (fixture->store, fixture->lessons);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = psg_memory_lessons_new ();
  fixture->lessons = psg_lessons_new (PSG_LESSON_STORE (fixture->store));
  fixture->collection = psg_memory_collection_new ();
  fixture->session = psg_session_new ();
  psg_session_set_collection (fixture->session, fixture->collection);
  psg_session_set_lessons (fixture->session, fixture->lessons);
  psg_lessons_load (fixture->lessons);
  settle (fixture);
  g_signal_connect_swapped (fixture->session, "lessons-changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect_swapped (fixture->lessons, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->session);
  psg_lessons_close (fixture->lessons);
  settle (fixture);
  g_assert_finalize_object (fixture->lessons);
  g_assert_finalize_object (fixture->store);
  g_assert_finalize_object (fixture->collection);
  g_free (fixture->failure);
}

static char *
add_lesson (Fixture    *fixture,
            const char *title)
{
  g_autoptr (PsgLesson) lesson = psg_session_create_lesson (fixture->session, g_get_real_time ());

  psg_lesson_set_text (&lesson->title, title);
  psg_lessons_change (fixture->lessons, "Add Lesson", NULL, lesson, NULL);

  return g_strdup (lesson->id);
}

static void
retitle (Fixture    *fixture,
         const char *id,
         const char *title,
         const char *merge)
{
  PsgLesson *before = psg_lessons_find (fixture->lessons, id);
  g_autoptr (PsgLesson) after = psg_lesson_copy (before);

  psg_lesson_set_text (&after->title, title);
  psg_lessons_change (fixture->lessons, "Edit Title", before, after, merge);
}

static const char *
get_title (Fixture    *fixture,
           const char *id)
{
  PsgLesson *lesson = psg_session_find_lesson (fixture->session, id);

  return lesson != NULL ? psg_text_get (lesson->title) : NULL;
}

static void
test_bundled_come_first (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *id = add_lesson (fixture, "Mine");
  g_autoptr (GPtrArray) list = psg_session_list_lessons (fixture->session);

  g_assert_cmpuint (list->len, ==, 2);
  g_assert_false (psg_lesson_is_own (g_ptr_array_index (list, 0)));
  g_assert_cmpstr (((PsgLesson *) g_ptr_array_index (list, 1))->id, ==, id);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_nonnull (psg_session_find_lesson (fixture->session, "roads"));
  g_assert_null (psg_session_find_lesson (fixture->session, "elsewhere"));
}

static void
test_a_copy_of_a_bundled_lesson_is_ones_own (Fixture      *fixture,
                                             gconstpointer data)
{
  PsgLesson *bundled = psg_session_find_lesson (fixture->session, "roads");
  g_autoptr (PsgLesson) copy = psg_session_copy_lesson (fixture->session, bundled, NOW);

  g_assert_true (psg_lesson_is_own (copy));
  g_assert_cmpstr (copy->collection, ==, psg_collection_get_info (fixture->collection)->id);
  g_assert_cmpstr (copy->origin, ==, "roads");
  g_assert_cmpstr (psg_text_get (copy->title), ==, "Your copy of “How roads close”");
  g_assert_cmpuint (copy->steps->len, ==, bundled->steps->len);
  g_assert_null (psg_lesson_find_fault (copy));
  g_assert_false (psg_lesson_is_own (bundled));
}

static void
test_typing_is_one_step (Fixture      *fixture,
                         gconstpointer data)
{
  g_autofree char *id = add_lesson (fixture, "");
  guint n_writes;

  settle (fixture);
  n_writes = psg_memory_lessons_get_n_writes (fixture->store);
  retitle (fixture, id, "R", "title");
  retitle (fixture, id, "Ro", "title");
  retitle (fixture, id, "Roa", "title");
  retitle (fixture, id, "Road", "title");
  settle (fixture);
  /* The first letter is on its way when the others come. */
  g_assert_cmpuint (psg_memory_lessons_get_n_writes (fixture->store) - n_writes, ==, 2);
  g_assert_cmpstr (psg_text_get (psg_memory_lessons_get (fixture->store, id)->title), ==, "Road");

  g_assert_cmpstr (psg_lessons_get_undo_label (fixture->lessons), ==, "Edit Title");
  psg_lessons_undo (fixture->lessons);
  g_assert_cmpstr (get_title (fixture, id), ==, "");
  g_assert_cmpstr (psg_lessons_get_redo_label (fixture->lessons), ==, "Edit Title");
  psg_lessons_redo (fixture->lessons);
  g_assert_cmpstr (get_title (fixture, id), ==, "Road");
  psg_lessons_undo (fixture->lessons);
  psg_lessons_undo (fixture->lessons);
  g_assert_null (get_title (fixture, id));
  settle (fixture);
  g_assert_cmpuint (psg_memory_lessons_get_n (fixture->store), ==, 0);
}

static void
test_the_bin_keeps (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *id = add_lesson (fixture, "Mine");
  g_autoptr (GPtrArray) binned = NULL;

  psg_lessons_bin (fixture->lessons, "Delete Lesson", id);
  g_assert_null (get_title (fixture, id));
  binned = psg_lessons_list (fixture->lessons, NULL, TRUE);
  g_assert_cmpuint (binned->len, ==, 1);
  psg_lessons_restore (fixture->lessons, "Restore Lesson", id);
  g_assert_cmpstr (get_title (fixture, id), ==, "Mine");
  psg_lessons_undo (fixture->lessons);
  g_assert_null (get_title (fixture, id));
  psg_lessons_purge (fixture->lessons, "Delete for Good", id);
  settle (fixture);
  g_assert_cmpuint (psg_memory_lessons_get_n (fixture->store), ==, 0);
  psg_lessons_undo (fixture->lessons);
  settle (fixture);
  g_assert_cmpuint (psg_memory_lessons_get_n (fixture->store), ==, 1);
  g_assert_null (fixture->failure);
}

static void
test_a_conflict_loses_nothing (Fixture      *fixture,
                               gconstpointer data)
{
  g_autofree char *id = add_lesson (fixture, "Mine");
  g_autoptr (PsgLesson) theirs = NULL;
  g_autoptr (GPtrArray) list = NULL;

  settle (fixture);
  theirs = psg_lesson_copy (psg_lessons_find (fixture->lessons, id));
  psg_lesson_set_text (&theirs->title, "Theirs");
  psg_memory_lessons_set (fixture->store, id, theirs);
  retitle (fixture, id, "Ours", "title");
  retitle (fixture, id, "Ours, longer", "title");
  retitle (fixture, id, "Ours, longer still", "title");
  settle (fixture);

  list = psg_lessons_list (fixture->lessons, NULL, FALSE);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (get_title (fixture, id), ==, "Theirs");
  g_assert_cmpstr (psg_text_get (((PsgLesson *) g_ptr_array_index (list, 1))->title), ==,
                   "Ours, longer still (your version)");
  g_assert_nonnull (fixture->failure);
  g_assert_cmpuint (psg_memory_lessons_get_n (fixture->store), ==, 2);
}

static void
test_others_changes_are_read (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (PsgLesson) theirs = psg_session_create_lesson (fixture->session, NOW);

  psg_lesson_set_text (&theirs->title, "Theirs");
  psg_memory_lessons_set (fixture->store, theirs->id, theirs);
  psg_lesson_store_emit_changed (PSG_LESSON_STORE (fixture->store));
  settle (fixture);
  g_assert_cmpstr (get_title (fixture, theirs->id), ==, "Theirs");
}

static void
test_what_cannot_be_written_waits (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autofree char *id = NULL;

  psg_memory_lessons_set_failing (fixture->store, PSG_NOTEBOOK_ERROR_FULL);
  id = add_lesson (fixture, "Mine");
  settle (fixture);
  g_assert_nonnull (psg_lessons_get_trouble (fixture->lessons));
  g_assert_true (psg_lessons_is_busy (fixture->lessons));
  retitle (fixture, id, "Mine still", NULL);

  /* Closing hands it over, all of it. */
  psg_memory_lessons_set_failing (fixture->store, -1);
  psg_lessons_close (fixture->lessons);
  settle (fixture);
  g_assert_cmpstr (psg_text_get (psg_memory_lessons_get (fixture->store, id)->title), ==, "Mine still");
}

static void
test_who_may_only_read_keeps_none (Fixture      *fixture,
                                   gconstpointer data)
{
  g_assert_true (psg_session_may_keep_lessons (fixture->session));
  psg_memory_lessons_set_read_only (fixture->store, TRUE);
  g_assert_false (psg_session_may_keep_lessons (fixture->session));
  psg_session_set_lessons (fixture->session, NULL);
  g_assert_false (psg_session_may_keep_lessons (fixture->session));
}

static void
test_notes_and_lessons_are_undone_in_order (Fixture      *fixture,
                                            gconstpointer data)
{
  PsgMemoryNotes *store = psg_memory_notes_new ();
  PsgNotes *notes = psg_notes_new (PSG_NOTE_STORE (store));
  g_autoptr (PsgNote) note = psg_note_create (PSG_NOTE_ON_PLACE, NOW);
  g_autofree char *id = add_lesson (fixture, "Mine");

  /* Steps of the same microsecond have no order. */
  g_usleep (2);
  psg_notes_change (notes, "Add Note", NULL, note, NULL);
  g_usleep (2);
  retitle (fixture, id, "Mine still", NULL);

  g_assert_cmpstr (psg_undo_order_get_undo_label (notes, fixture->lessons), ==, "Edit Title");
  psg_undo_order_undo (notes, fixture->lessons);
  g_assert_cmpstr (psg_undo_order_get_undo_label (notes, fixture->lessons), ==, "Add Note");
  psg_undo_order_undo (notes, fixture->lessons);
  g_assert_cmpstr (psg_undo_order_get_undo_label (notes, fixture->lessons), ==, "Add Lesson");
  g_assert_cmpstr (psg_undo_order_get_redo_label (notes, fixture->lessons), ==, "Add Note");
  psg_undo_order_redo (notes, fixture->lessons);
  g_assert_cmpstr (psg_undo_order_get_redo_label (notes, fixture->lessons), ==, "Edit Title");
  psg_undo_order_redo (notes, fixture->lessons);
  g_assert_null (psg_undo_order_get_redo_label (notes, fixture->lessons));
  g_assert_cmpstr (get_title (fixture, id), ==, "Mine still");
  g_assert_null (psg_undo_order_get_undo_label (NULL, NULL));

  psg_notes_close (notes);
  psg_memory_notes_settle (store, notes);
  g_assert_finalize_object (notes);
  g_assert_finalize_object (store);
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

  add ("/core/lessons/bundled-come-first", test_bundled_come_first);
  add ("/core/lessons/a-copy-of-a-bundled-lesson-is-ones-own", test_a_copy_of_a_bundled_lesson_is_ones_own);
  add ("/core/lessons/typing-is-one-step", test_typing_is_one_step);
  add ("/core/lessons/the-bin-keeps", test_the_bin_keeps);
  add ("/core/lessons/a-conflict-loses-nothing", test_a_conflict_loses_nothing);
  add ("/core/lessons/others-changes-are-read", test_others_changes_are_read);
  add ("/core/lessons/what-cannot-be-written-waits", test_what_cannot_be_written_waits);
  add ("/core/lessons/who-may-only-read-keeps-none", test_who_may_only_read_keeps_none);
  add ("/core/lessons/notes-and-lessons-are-undone-in-order", test_notes_and_lessons_are_undone_in_order);

  return g_test_run ();
}
