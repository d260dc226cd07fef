/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory-notes.h"
#include "psg-note-draft.h"

/* A note while somebody works on it: what is written when, and what comes back. */

#define NOW (G_GINT64_CONSTANT (1700000000) * G_TIME_SPAN_SECOND)

typedef struct
{
  PsgMemoryNotes *store;
  PsgNotes       *notes;
  PsgNoteDraft   *draft;
  guint           changed;
  guint           gone;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (PsgNote) note = psg_note_create (PSG_NOTE_ON_EVENT, NOW);

  note->target.id = g_strdup ("treaty");
  fixture->store = psg_memory_notes_new ();
  fixture->notes = psg_notes_new (PSG_NOTE_STORE (fixture->store));
  fixture->draft = psg_note_draft_new (fixture->notes, note, TRUE);
  g_signal_connect_swapped (fixture->draft, "changed", G_CALLBACK (count_cb), &fixture->changed);
  g_signal_connect_swapped (fixture->draft, "gone", G_CALLBACK (count_cb), &fixture->gone);
}

static void
settle (Fixture *fixture)
{
  psg_memory_notes_settle (fixture->store, fixture->notes);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->draft);
  psg_notes_close (fixture->notes);
  settle (fixture);
  g_assert_finalize_object (fixture->notes);
  g_assert_finalize_object (fixture->store);
}

static PsgNote *
get_kept (Fixture *fixture)
{
  return psg_memory_notes_get (fixture->store, psg_note_draft_get_note (fixture->draft)->id);
}

static void
test_typing_is_written_when_it_pauses (Fixture      *fixture,
                                       gconstpointer data)
{
  psg_note_draft_set_body (fixture->draft, "a");
  psg_note_draft_set_body (fixture->draft, "ab");
  g_assert_cmpuint (psg_notes_get_n (fixture->notes), ==, 0);
  while (get_kept (fixture) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_kept (fixture)->body, ==, "ab");
  g_assert_cmpstr (psg_notes_get_undo_label (fixture->notes), ==, "Add Note");
  g_assert_cmpuint (fixture->changed, ==, 0);
}

static void
test_a_new_note_that_says_nothing_is_not_written (Fixture      *fixture,
                                                  gconstpointer data)
{
  psg_note_draft_set_body (fixture->draft, "a");
  psg_note_draft_set_body (fixture->draft, "");
  psg_note_draft_flush (fixture->draft);
  g_assert_true (psg_note_draft_is_new (fixture->draft));
  g_assert_cmpuint (psg_notes_get_n (fixture->notes), ==, 0);
  g_assert_null (psg_notes_get_undo_label (fixture->notes));

  psg_note_draft_set_colour (fixture->draft, PSG_NOTE_GREEN);
  g_assert_cmpuint (psg_notes_get_n (fixture->notes), ==, 1);
}

static void
test_what_is_typed_is_written_at_the_end (Fixture      *fixture,
                                          gconstpointer data)
{
  g_autofree char *id = g_strdup (psg_note_draft_get_note (fixture->draft)->id);

  psg_note_draft_set_body (fixture->draft, "last words");
  g_clear_object (&fixture->draft);
  settle (fixture);
  g_assert_cmpstr (psg_memory_notes_get (fixture->store, id)->body, ==, "last words");
}

static void
test_undo_comes_back (Fixture      *fixture,
                      gconstpointer data)
{
  const char *tags[] = { "b", "a", NULL };

  psg_note_draft_set_tags (fixture->draft, tags);
  psg_note_draft_set_status (fixture->draft, PSG_NOTE_TO_CHECK);
  psg_note_draft_set_body (fixture->draft, "typed just now");
  /* It hands over what was typed, and undoes that. */
  psg_notes_undo (fixture->notes);
  settle (fixture);
  g_assert_cmpuint (fixture->changed, ==, 1);
  g_assert_cmpstr (psg_note_draft_get_note (fixture->draft)->body, ==, "");
  g_assert_cmpint (psg_note_draft_get_note (fixture->draft)->status, ==, PSG_NOTE_TO_CHECK);

  psg_notes_redo (fixture->notes);
  settle (fixture);
  g_assert_cmpstr (psg_note_draft_get_note (fixture->draft)->body, ==, "typed just now");
  psg_note_draft_set_bookmark (fixture->draft, TRUE);
  settle (fixture);
  g_assert_true (get_kept (fixture)->bookmark);
  g_assert_cmpuint (fixture->changed, ==, 2);
}

static void
test_a_note_put_in_the_bin_is_gone (Fixture      *fixture,
                                    gconstpointer data)
{
  const char *ids[2] = { NULL };

  psg_note_draft_set_bookmark (fixture->draft, TRUE);
  ids[0] = psg_note_draft_get_note (fixture->draft)->id;
  psg_notes_bin (fixture->notes, "Delete Note", ids);
  settle (fixture);
  g_assert_cmpuint (fixture->gone, ==, 1);
}

static void
test_what_another_window_wrote_is_shown (Fixture      *fixture,
                                         gconstpointer data)
{
  g_autoptr (PsgNoteDraft) other = NULL;

  psg_note_draft_set_body (fixture->draft, "one");
  psg_note_draft_flush (fixture->draft);
  other = psg_note_draft_new (fixture->notes, psg_note_draft_get_note (fixture->draft), FALSE);
  psg_note_draft_set_body (other, "two");
  psg_note_draft_flush (other);
  settle (fixture);
  g_assert_cmpstr (psg_note_draft_get_note (fixture->draft)->body, ==, "two");
  g_assert_cmpuint (fixture->changed, ==, 1);
}

static void
test_links_follow_the_text (Fixture      *fixture,
                            gconstpointer data)
{
  psg_note_draft_set_body (fixture->draft, "see passages:valley/event/market, and <urn:uuid:1-2>.");
  psg_note_draft_flush (fixture->draft);
  settle (fixture);
  g_assert_cmpuint (g_strv_length (get_kept (fixture)->links), ==, 2);
  g_assert_cmpstr (get_kept (fixture)->links[0], ==, "passages:valley/event/market");
  g_assert_cmpstr (get_kept (fixture)->links[1], ==, "urn:uuid:1-2");

  psg_note_draft_set_body (fixture->draft, "see nothing");
  psg_note_draft_flush (fixture->draft);
  settle (fixture);
  g_assert_true (get_kept (fixture)->links == NULL || get_kept (fixture)->links[0] == NULL);
}

static void
test_links_in_a_text (void)
{
  static const struct { const char *body; const char *links; } cases[] = {
    { "", "" },
    { "passages:", "" },
    { "passages:a/event/b passages:a/event/b", "passages:a/event/b" },
    { "[x](passages:a#t=2020-01-01)", "passages:a#t=2020-01-01" },
    { "xpassages:a", "" },
    { "(urn:uuid:1) passages:b…", "urn:uuid:1 passages:b…" },
    { "passages:a.\npassages:b!", "passages:a passages:b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) links = psg_note_find_links (cases[i].body);
      g_autofree char *joined = g_strjoinv (" ", links);

      g_assert_cmpstr (joined, ==, cases[i].links);
    }
}

static void
test_a_text_too_long_is_cut (Fixture      *fixture,
                             gconstpointer data)
{
  g_autoptr (GString) body = g_string_new ("x");

  while (body->len <= PSG_NOTE_MAX_BODY + 10)
    g_string_append (body, "ž");
  psg_note_draft_set_body (fixture->draft, body->str);
  psg_note_draft_flush (fixture->draft);
  settle (fixture);
  g_assert_cmpuint (strlen (get_kept (fixture)->body), <=, PSG_NOTE_MAX_BODY);
  g_assert_true (g_utf8_validate (get_kept (fixture)->body, -1, NULL));
  g_assert_null (psg_note_find_fault (get_kept (fixture)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/note-draft/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("typing-is-written-when-it-pauses", test_typing_is_written_when_it_pauses);
  ADD ("a-new-note-that-says-nothing-is-not-written", test_a_new_note_that_says_nothing_is_not_written);
  ADD ("what-is-typed-is-written-at-the-end", test_what_is_typed_is_written_at_the_end);
  ADD ("undo-comes-back", test_undo_comes_back);
  ADD ("a-note-put-in-the-bin-is-gone", test_a_note_put_in_the_bin_is_gone);
  ADD ("what-another-window-wrote-is-shown", test_what_another_window_wrote_is_shown);
  ADD ("links-follow-the-text", test_links_follow_the_text);
  ADD ("a-text-too-long-is-cut", test_a_text_too_long_is_cut);
#undef ADD
  g_test_add_func ("/note-draft/links-in-a-text", test_links_in_a_text);

  return g_test_run ();
}
