/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-reanchor.h"

#include "psg-memory-collection.h"
#include "psg-memory-notes.h"
#include "psg-note-subject.h"

/* What becomes of notes when their collection comes in another version. */

static const char before[] = "It rained. The bridge was closed in March, for good. The ford was not.";

static PsgNote *
new_note (const char *words)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgAnchorText) text = psg_anchor_text_new (before);
  const char *at = strstr (before, words);
  g_autoptr (PsgAnchor) anchor = psg_anchor_new_for_range (text, at - before, at - before + strlen (words));
  PsgNote *note = psg_note_new_about_words (collection, "charter", anchor, 1);

  g_free (note->collection_version);
  note->collection_version = g_strdup ("0");

  return note;
}

static void
test_words_and_their_fate (void)
{
  static const struct { const char *words; const char *after; gboolean found; int start; } cases[] = {
    { "was closed", "It rained. The bridge was closed in March, for good. The ford was not.", TRUE, 22 },
    { "was closed", "Once. It rained. The bridge was closed in March, for good. The ford was not.", TRUE, 28 },
    { "The ford", "It rained. The bridge was closed in March, for good.", FALSE, 0 },
    /* Twice is once too often. */
    { "was closed",
      "Then. It rained. The bridge was closed in March, for good. The ford was not. "
      "And: It rained. The bridge was closed in March, for good. The ford was not.", FALSE, 0 },
    { "was closed", "", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PsgNote) note = new_note (cases[i].words);
      g_autoptr (PsgAnchorText) text = psg_anchor_text_new (cases[i].after);
      g_autoptr (PsgNote) after = psg_note_reanchor (note, text, "1");
      g_autoptr (PsgNote) again = NULL;

      g_assert_nonnull (after);
      g_assert_cmpstr (after->collection_version, ==, "1");
      g_assert_cmpint (after->review, ==, !cases[i].found);
      g_assert_cmpstr (after->target.exact, ==, cases[i].words);
      if (cases[i].found)
        g_assert_cmpint (after->target.start, ==, cases[i].start);
      else
        g_assert_cmpint (after->target.start, ==, note->target.start);
      g_assert_cmpint (after->modified, ==, note->modified);

      again = psg_note_reanchor (after, text, "1");
      g_assert_null (again);
    }
}

static void
test_a_document_that_is_gone (void)
{
  g_autoptr (PsgNote) note = new_note ("was closed");
  g_autoptr (PsgNote) after = psg_note_reanchor (note, NULL, "1");
  g_autoptr (PsgAnchorText) text = psg_anchor_text_new (before);
  g_autoptr (PsgNote) back = psg_note_reanchor (after, text, "2");

  g_assert_true (after->review);
  /* It may come back. */
  g_assert_false (back->review);
}

static PsgNote *
new_note_on_event (PsgCollection *collection,
                   const char    *id)
{
  PsgNote *note = psg_note_new_about_event (collection, 0, 1);

  if (id != NULL)
    {
      g_free (note->target.id);
      note->target.id = g_strdup (id);
    }
  g_free (note->collection_version);
  note->collection_version = g_strdup ("0");

  return note;
}

static void
test_what_is_there_no_more_is_seen_to (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgMemoryNotes) store = psg_memory_notes_new ();
  g_autoptr (PsgNotes) notes = psg_notes_new (PSG_NOTE_STORE (store));
  g_autoptr (PsgNote) kept = new_note_on_event (collection, NULL);
  g_autoptr (PsgNote) lost = new_note_on_event (collection, "struck-out");
  g_autoptr (PsgNote) own = new_note_on_event (collection, "own.00000000-0000-4000-8000-000000000001");
  g_autoptr (PsgNote) reviewed = NULL;

  psg_memory_notes_set (store, kept->id, kept);
  psg_memory_notes_set (store, lost->id, lost);
  psg_memory_notes_set (store, own->id, own);
  psg_notes_load (notes);
  psg_memory_notes_settle (store, notes);
  psg_notes_reanchor (notes, collection);
  psg_memory_notes_settle (store, notes);
  g_assert_true (psg_memory_notes_get (store, lost->id)->review);
  g_assert_false (psg_memory_notes_get (store, kept->id)->review);
  g_assert_false (psg_memory_notes_get (store, own->id)->review);

  /* What the person has seen is not asked of them again. */
  reviewed = psg_note_copy (psg_memory_notes_get (store, lost->id));
  reviewed->review = FALSE;
  psg_memory_notes_set (store, lost->id, reviewed);
  psg_notes_reanchor (notes, collection);
  psg_memory_notes_settle (store, notes);
  g_assert_false (psg_memory_notes_get (store, lost->id)->review);
}

static void
test_a_new_version_is_seen_to (void)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();
  g_autoptr (PsgMemoryNotes) store = psg_memory_notes_new ();
  g_autoptr (PsgNotes) notes = psg_notes_new (PSG_NOTE_STORE (store));
  g_autoptr (PsgNote) lost = new_note ("was closed");
  g_autoptr (PsgAnchor) words = psg_anchor_new_quote ("Ąžuolas", "Both banks – ", " and");
  g_autoptr (PsgNote) kept = psg_note_new_about_words (collection, "charter", words, 1);
  g_autoptr (PsgNote) current = psg_note_new_about_words (collection, "charter", words, 1);

  g_free (kept->collection_version);
  kept->collection_version = g_strdup ("0");
  psg_memory_notes_set (store, lost->id, lost);
  psg_memory_notes_set (store, kept->id, kept);
  psg_memory_notes_set (store, current->id, current);
  psg_notes_load (notes);
  psg_memory_notes_settle (store, notes);

  psg_notes_reanchor (notes, collection);
  psg_memory_notes_settle (store, notes);
  g_assert_true (psg_memory_notes_get (store, lost->id)->review);
  g_assert_true (psg_notes_find (notes, lost->id)->review);
  g_assert_false (psg_memory_notes_get (store, kept->id)->review);
  g_assert_cmpstr (psg_memory_notes_get (store, kept->id)->collection_version, ==, "1");
  g_assert_cmpint (psg_memory_notes_get (store, kept->id)->target.end, >, 0);
  g_assert_true (psg_note_equal (psg_memory_notes_get (store, current->id), current));
  g_assert_null (psg_notes_get_undo_label (notes));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/note-reanchor/words-and-their-fate", test_words_and_their_fate);
  g_test_add_func ("/note-reanchor/a-document-that-is-gone", test_a_document_that_is_gone);
  g_test_add_func ("/note-reanchor/what-is-there-no-more-is-seen-to", test_what_is_there_no_more_is_seen_to);
  g_test_add_func ("/note-reanchor/a-new-version-is-seen-to", test_a_new_version_is_seen_to);

  return g_test_run ();
}
