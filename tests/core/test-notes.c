/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory-notes.h"
#include "psg-notes.h"

/* A person's notes as views see them: changed at once, written in order, never lost. */

#define NOW (G_GINT64_CONSTANT (1700000000) * G_TIME_SPAN_SECOND)

typedef struct
{
  PsgMemoryNotes *store;
  PsgNotes       *notes;
  GPtrArray      *told;   /* of ids, joined; "*" for all */
  GPtrArray      *failed; /* of messages */
} Fixture;

static void
changed_cb (PsgNotes *notes,
            GStrv     ids,
            Fixture  *fixture)
{
  g_ptr_array_add (fixture->told, ids != NULL ? g_strjoinv (" ", ids) : g_strdup ("*"));
}

static void
failed_cb (PsgNotes   *notes,
           const char *message,
           Fixture    *fixture)
{
  g_ptr_array_add (fixture->failed, g_strdup (message));
}

static PsgNote *
new_note (const char *body)
{
  PsgNote *note = psg_note_create (PSG_NOTE_ON_EVENT, NOW);

  note->collection = g_strdup ("valley");
  note->target.id = g_strdup ("treaty");
  note->target.has_span = TRUE;
  note->target.span = psg_time_span_from_days (psg_day_from_ymd (2020, 4, 1), psg_day_from_ymd (2020, 4, 2));
  g_free (note->body);
  note->body = g_strdup (body);

  return note;
}

static PsgNote *
with_body (const PsgNote *note,
           const char    *body)
{
  PsgNote *copy = psg_note_copy (note);

  g_free (copy->body);
  copy->body = g_strdup (body);

  return copy;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = psg_memory_notes_new ();
  fixture->notes = psg_notes_new (PSG_NOTE_STORE (fixture->store));
  fixture->told = g_ptr_array_new_with_free_func (g_free);
  fixture->failed = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (fixture->notes, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect (fixture->notes, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  psg_notes_close (fixture->notes);
  psg_memory_notes_settle (fixture->store, fixture->notes);
  g_assert_finalize_object (fixture->notes);
  g_assert_finalize_object (fixture->store);
  g_ptr_array_unref (fixture->told);
  g_ptr_array_unref (fixture->failed);
}

static void
settle (Fixture *fixture)
{
  psg_memory_notes_settle (fixture->store, fixture->notes);
}

static const char *
get_body (Fixture       *fixture,
          const PsgNote *note)
{
  PsgNote *kept = psg_memory_notes_get (fixture->store, note->id);

  return kept != NULL ? kept->body : NULL;
}

static void
test_a_change_is_seen_at_once_and_kept (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autoptr (PsgNote) note = new_note ("## A first *line*\nand more");
  const PsgNoteMark *mark;
  GPtrArray *about;

  psg_notes_change (fixture->notes, "Add Note", NULL, note, NULL);
  g_assert_cmpuint (fixture->told->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->told, 0), ==, note->id);
  g_assert_true (psg_notes_is_busy (fixture->notes));
  mark = psg_notes_find (fixture->notes, note->id);
  g_assert_cmpstr (mark->title, ==, "A first line");
  about = psg_notes_get_about (fixture->notes, "valley", PSG_NOTE_ON_EVENT, "treaty");
  g_assert_cmpuint (about->len, ==, 1);
  g_assert_null (psg_notes_get_about (fixture->notes, "plain", PSG_NOTE_ON_EVENT, "treaty"));
  g_assert_null (psg_notes_get_about (fixture->notes, "valley", PSG_NOTE_ON_CROSSING, "treaty"));
  g_assert_cmpuint (psg_notes_get_timed (fixture->notes)->len, ==, 1);
  g_assert_null (get_body (fixture, note));

  settle (fixture);
  g_assert_false (psg_notes_is_busy (fixture->notes));
  g_assert_cmpstr (get_body (fixture, note), ==, note->body);
}

static void
test_steps_go_back_and_forth (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (PsgNote) note = new_note ("a");
  g_autoptr (PsgNote) ab = with_body (note, "ab");
  g_autoptr (PsgNote) abc = with_body (note, "abc");

  psg_notes_change (fixture->notes, "Add Note", NULL, note, NULL);
  psg_notes_change (fixture->notes, "Write", note, ab, note->id);
  psg_notes_change (fixture->notes, "Write", ab, abc, note->id);
  g_assert_cmpstr (psg_notes_get_undo_label (fixture->notes), ==, "Write");
  g_assert_null (psg_notes_get_redo_label (fixture->notes));

  /* Faster than it is written. */
  psg_notes_undo (fixture->notes);
  g_assert_cmpstr (psg_notes_get_undo_label (fixture->notes), ==, "Add Note");
  psg_notes_undo (fixture->notes);
  g_assert_null (psg_notes_find (fixture->notes, note->id));
  psg_notes_undo (fixture->notes);
  settle (fixture);
  g_assert_null (get_body (fixture, note));

  psg_notes_redo (fixture->notes);
  psg_notes_redo (fixture->notes);
  psg_notes_redo (fixture->notes);
  settle (fixture);
  g_assert_cmpstr (get_body (fixture, note), ==, "abc");
  g_assert_cmpuint (fixture->failed->len, ==, 0);
}

static void
test_the_bin_can_be_undone (Fixture      *fixture,
                            gconstpointer data)
{
  g_autoptr (PsgNote) note = new_note ("a");
  const char *ids[] = { note->id, NULL };

  psg_notes_change (fixture->notes, "Add Note", NULL, note, NULL);
  psg_notes_bin (fixture->notes, "Delete Note", ids);
  settle (fixture);
  g_assert_null (psg_notes_find (fixture->notes, note->id));
  g_assert_cmpint (psg_memory_notes_get (fixture->store, note->id)->deleted, !=, 0);
  psg_notes_purge (fixture->notes, "Empty Bin", ids);
  settle (fixture);
  g_assert_null (get_body (fixture, note));
  g_assert_cmpstr (psg_notes_get_undo_label (fixture->notes), ==, "Empty Bin");

  psg_notes_undo (fixture->notes);
  psg_notes_undo (fixture->notes);
  settle (fixture);
  g_assert_nonnull (psg_notes_find (fixture->notes, note->id));
  g_assert_cmpint (psg_memory_notes_get (fixture->store, note->id)->deleted, ==, 0);

  psg_notes_bin (fixture->notes, "Delete Note", ids);
  psg_notes_restore (fixture->notes, "Restore Note", ids);
  settle (fixture);
  g_assert_nonnull (psg_notes_find (fixture->notes, note->id));
}

/* A full disk: what was written waits, and is there once there is room. */
static void
test_what_cannot_be_written_waits (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr (PsgNote) note = new_note ("a");
  g_autoptr (PsgNote) ab = with_body (note, "ab");

  psg_memory_notes_set_failing (fixture->store, PSG_NOTEBOOK_ERROR_FULL);
  psg_notes_change (fixture->notes, "Add Note", NULL, note, NULL);
  psg_notes_change (fixture->notes, "Write", note, ab, NULL);
  settle (fixture);
  g_assert_cmpstr (psg_notes_get_trouble (fixture->notes), ==, "It cannot be written");
  g_assert_true (psg_notes_is_busy (fixture->notes));
  g_assert_nonnull (psg_notes_find (fixture->notes, note->id));
  g_assert_cmpuint (fixture->failed->len, ==, 0);

  psg_memory_notes_set_failing (fixture->store, -1);
  while (psg_notes_is_busy (fixture->notes))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (psg_notes_get_trouble (fixture->notes));
  g_assert_cmpstr (get_body (fixture, note), ==, "ab");
}

static void
test_closing_hands_over_the_rest (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr (PsgNote) note = new_note ("a");
  g_autoptr (PsgNote) ab = with_body (note, "ab");

  psg_notes_change (fixture->notes, "Add Note", NULL, note, NULL);
  psg_notes_change (fixture->notes, "Write", note, ab, NULL);
  psg_notes_close (fixture->notes);
  settle (fixture);
  g_assert_cmpstr (get_body (fixture, note), ==, "ab");
}

/* Another process has changed what is being written to: both are kept. */
static void
test_two_who_write_are_both_kept (Fixture      *fixture,
                                  gconstpointer data)
{
  g_autoptr (PsgNote) note = new_note ("a");
  g_autoptr (PsgNote) theirs = with_body (note, "theirs");
  g_autoptr (PsgNote) mine = with_body (note, "mine");
  GPtrArray *about;

  psg_notes_change (fixture->notes, "Add Note", NULL, note, NULL);
  settle (fixture);
  psg_memory_notes_set (fixture->store, note->id, theirs);
  psg_notes_change (fixture->notes, "Write", note, mine, NULL);
  settle (fixture);

  g_assert_cmpuint (fixture->failed->len, ==, 1);
  g_assert_cmpstr (get_body (fixture, note), ==, "theirs");
  g_assert_cmpuint (psg_memory_notes_get_n (fixture->store), ==, 2);
  about = psg_notes_get_about (fixture->notes, "valley", PSG_NOTE_ON_EVENT, "treaty");
  g_assert_cmpuint (about->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const PsgNoteMark *mark = g_ptr_array_index (about, i);
      PsgNote *kept = psg_memory_notes_get (fixture->store, mark->id);

      if (g_str_equal (mark->id, note->id))
        continue;
      g_assert_cmpstr (kept->body, ==, "mine");
      g_assert_cmpint (kept->status, ==, PSG_NOTE_TO_CHECK);
      g_assert_true (g_strv_contains ((const char *const *) kept->links, note->id));
    }
}

static void
test_another_process_is_followed (Fixture      *fixture,
                                  gconstpointer data)
{
  for (guint i = 0; i < 4500; i++)
    {
      g_autoptr (PsgNote) note = new_note ("theirs");

      psg_memory_notes_set (fixture->store, note->id, note);
    }
  g_signal_emit_by_name (fixture->store, "changed", NULL);
  {
    g_autoptr (PsgNote) mine = new_note ("mine");

    psg_notes_change (fixture->notes, "Add Note", NULL, mine, NULL);
    settle (fixture);
    g_assert_cmpuint (psg_notes_get_n (fixture->notes), ==, 4501);
    g_assert_nonnull (psg_notes_find (fixture->notes, mine->id));
    g_assert_cmpstr (g_ptr_array_index (fixture->told, fixture->told->len - 1), ==, "*");
  }
}

static void
test_an_undo_in_the_way_is_refused (Fixture      *fixture,
                                    gconstpointer data)
{
  g_autoptr (PsgNote) note = new_note ("a");
  g_autoptr (PsgNote) theirs = with_body (note, "theirs");

  psg_notes_change (fixture->notes, "Add Note", NULL, note, NULL);
  settle (fixture);
  psg_memory_notes_set (fixture->store, note->id, theirs);
  psg_notes_undo (fixture->notes);
  settle (fixture);
  g_assert_cmpuint (fixture->failed->len, ==, 1);
  g_assert_cmpstr (get_body (fixture, note), ==, "theirs");
  g_assert_cmpstr (psg_notes_get_undo_label (fixture->notes), ==, "Add Note");
  g_assert_nonnull (psg_notes_find (fixture->notes, note->id));
}

static void
test_titles (void)
{
  static const struct { const char *body; const char *exact; const char *title; } cases[] = {
    { "Plain", NULL, "Plain" },
    { "\n\n  # Heading\nmore", NULL, "Heading" },
    { "- [ ] item", NULL, "[ ] item" },
    { "12. twelfth", NULL, "twelfth" },
    { "2020 was long", NULL, "2020 was long" },
    { "Who **says** *so* in `code`?", NULL, "Who says so in code?" },
    { "**Bold** and _slanted_.", NULL, "Bold and slanted." },
    { "2 * 3 is snake_case_6", NULL, "2 * 3 is snake_case_6" },
    { "See [the report](document:report), [1].", NULL, "See the report, [1]." },
    { "* ** one", NULL, "one" },
    { "A [half](link", NULL, "A half](link" },
    { "> \n>> said", NULL, "said" },
    { "", "marked words", "marked words" },
    { "", "with *stars*", "with *stars*" },
    { "  \n", NULL, "" },
    { "", NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgNote) note = new_note (cases[i].body);
      g_autofree char *title = NULL;

      note->target.exact = g_strdup (cases[i].exact);
      title = psg_note_dup_title (note);
      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/notes/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-change-is-seen-at-once-and-kept", test_a_change_is_seen_at_once_and_kept);
  ADD ("steps-go-back-and-forth", test_steps_go_back_and_forth);
  ADD ("the-bin-can-be-undone", test_the_bin_can_be_undone);
  ADD ("what-cannot-be-written-waits", test_what_cannot_be_written_waits);
  ADD ("closing-hands-over-the-rest", test_closing_hands_over_the_rest);
  ADD ("two-who-write-are-both-kept", test_two_who_write_are_both_kept);
  ADD ("another-process-is-followed", test_another_process_is_followed);
  ADD ("an-undo-in-the-way-is-refused", test_an_undo_in_the_way_is_refused);
#undef ADD
  g_test_add_func ("/notes/titles", test_titles);

  return g_test_run ();
}
