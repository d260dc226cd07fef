/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-merge.h"

/* Notes that come in: new ones are added, the same are left, of others both are kept. */

static GPtrArray *
new_notes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
}

static PsgNote *
make (const char *name,
      const char *body)
{
  PsgNote *note = psg_note_create (PSG_NOTE_ON_EVENT, 1000);

  g_free (note->id);
  note->id = psg_note_dup_id_for (name);
  g_free (note->body);
  note->body = g_strdup (body);
  note->target.id = g_strdup ("treaty");

  return note;
}

/* The notebook after the changes. */
static void
apply (GPtrArray *notes,
       GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const PsgNoteChange *change = g_ptr_array_index (changes, i);

      g_assert_null (change->before);
      g_assert_null (psg_note_find_fault (change->after));
      g_ptr_array_add (notes, psg_note_ref (change->after));
    }
}

static void
test_new_ones_are_added_and_the_same_are_left (void)
{
  g_autoptr (GPtrArray) ours = new_notes (), incoming = new_notes ();
  g_autoptr (PsgExchangeMerge) merge = NULL;
  const PsgNoteChange *change;

  g_ptr_array_add (ours, make ("a", "A"));
  g_ptr_array_add (incoming, make ("a", "A"));
  g_ptr_array_add (incoming, make ("b", "B"));
  merge = psg_exchange_merge_new (ours, incoming);

  g_assert_cmpuint (merge->n_added, ==, 1);
  g_assert_cmpuint (merge->n_same, ==, 1);
  g_assert_cmpuint (merge->conflicts->len, ==, 0);
  g_assert_cmpuint (merge->changes->len, ==, 1);
  change = g_ptr_array_index (merge->changes, 0);
  g_assert_true (change->after == g_ptr_array_index (incoming, 1));
}

static void
test_of_a_conflict_both_are_kept (void)
{
  g_autoptr (GPtrArray) ours = new_notes (), incoming = new_notes ();
  g_autoptr (PsgExchangeMerge) merge = NULL;
  const PsgMergeConflict *conflict;

  g_ptr_array_add (ours, make ("a", "mine"));
  g_ptr_array_add (incoming, make ("a", "yours"));
  merge = psg_exchange_merge_new (ours, incoming);

  g_assert_cmpuint (merge->n_added, ==, 0);
  g_assert_cmpuint (merge->conflicts->len, ==, 1);
  g_assert_cmpuint (merge->changes->len, ==, 1);
  conflict = g_ptr_array_index (merge->conflicts, 0);
  g_assert_true (conflict->ours == g_ptr_array_index (ours, 0));
  g_assert_cmpstr (conflict->theirs->body, ==, "yours");
  g_assert_cmpstr (conflict->theirs->id, !=, conflict->ours->id);
  g_assert_cmpint (conflict->theirs->status, ==, PSG_NOTE_TO_CHECK);
  g_assert_cmpstr (conflict->theirs->links[0], ==, conflict->ours->id);
  g_assert_null (conflict->theirs->links[1]);
  /* What was given is not changed. */
  g_assert_cmpint (((PsgNote *) g_ptr_array_index (incoming, 0))->status, ==, PSG_NOTE_NO_STATUS);
}

/* Also after the person has changed what came in. */
static void
test_a_second_time_changes_nothing (void)
{
  g_autoptr (GPtrArray) ours = new_notes (), incoming = new_notes ();
  g_autoptr (PsgExchangeMerge) merge = NULL, again = NULL;
  PsgNote *kept;

  g_ptr_array_add (ours, make ("a", "mine"));
  g_ptr_array_add (incoming, make ("a", "yours"));
  merge = psg_exchange_merge_new (ours, incoming);
  apply (ours, merge->changes);
  kept = g_ptr_array_index (ours, 1);
  kept->status = PSG_NOTE_CHECKED;

  again = psg_exchange_merge_new (ours, incoming);
  g_assert_cmpuint (again->changes->len, ==, 0);
  g_assert_cmpuint (again->n_same, ==, 1);
}

static void
test_one_id_twice_in_what_comes_in (void)
{
  g_autoptr (GPtrArray) ours = new_notes (), incoming = new_notes ();
  g_autoptr (PsgExchangeMerge) merge = NULL;

  g_ptr_array_add (incoming, make ("a", "first"));
  g_ptr_array_add (incoming, make ("a", "first"));
  g_ptr_array_add (incoming, make ("a", "second"));
  merge = psg_exchange_merge_new (ours, incoming);

  g_assert_cmpuint (merge->n_added, ==, 1);
  g_assert_cmpuint (merge->n_same, ==, 1);
  g_assert_cmpuint (merge->conflicts->len, ==, 1);
}

/* A note with as many links as it may have is kept all the same. */
static void
test_no_room_for_a_link (void)
{
  g_autoptr (GPtrArray) ours = new_notes (), incoming = new_notes ();
  g_autoptr (PsgExchangeMerge) merge = NULL;
  PsgNote *full = make ("a", "yours");

  full->links = g_new0 (char *, PSG_NOTE_MAX_LINKS + 1);
  for (guint i = 0; i < PSG_NOTE_MAX_LINKS; i++)
    full->links[i] = g_strdup_printf ("https://valley.example/%u", i);
  g_ptr_array_add (ours, make ("a", "mine"));
  g_ptr_array_add (incoming, full);
  merge = psg_exchange_merge_new (ours, incoming);

  g_assert_cmpuint (merge->conflicts->len, ==, 1);
  apply (ours, merge->changes);
}

/* Each field by itself makes another note, and another copy of it. */
static void
test_every_field_counts (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 18; i++)
    {
      g_autoptr (GPtrArray) ours = new_notes (), incoming = new_notes ();
      g_autoptr (PsgExchangeMerge) merge = NULL;
      PsgNote *note = make ("a", "A");
      const PsgMergeConflict *conflict;

      switch (i)
        {
        case 0: note->created++; break;
        case 1: note->modified++; break;
        case 2: note->deleted++; break;
        case 3: note->collection = g_strdup ("valley"); break;
        case 4: note->collection_version = g_strdup ("valley"); break;
        case 5: note->target.kind = PSG_NOTE_ON_CROSSING; break;
        case 6: note->target.latitude = 1e-9; break;
        case 7: note->target.longitude = 1e-9; break;
        case 8: note->target.has_span = TRUE; note->target.span = (PsgTimeSpan) { 1, 2 }; break;
        case 9: note->target.exact = g_strdup (""); break;
        case 10: note->target.prefix = g_strdup (""); break;
        case 11: note->target.suffix = g_strdup (""); break;
        case 12: note->target.end = 1; break;
        case 13: note->target.page = 1; break;
        case 14: note->colour = PSG_NOTE_BLUE; break;
        case 15: note->status = PSG_NOTE_CHECKED; break;
        case 16: note->bookmark = TRUE; break;
        default: note->review = TRUE; break;
        }
      g_ptr_array_add (ours, make ("a", "A"));
      g_ptr_array_add (incoming, note);
      merge = psg_exchange_merge_new (ours, incoming);
      g_assert_cmpuint (merge->conflicts->len, ==, 1);
      conflict = g_ptr_array_index (merge->conflicts, 0);
      g_assert_true (g_hash_table_add (ids, g_strdup (conflict->theirs->id)));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/exchange-merge/new-ones-are-added-and-the-same-are-left",
                   test_new_ones_are_added_and_the_same_are_left);
  g_test_add_func ("/core/exchange-merge/of-a-conflict-both-are-kept", test_of_a_conflict_both_are_kept);
  g_test_add_func ("/core/exchange-merge/a-second-time-changes-nothing", test_a_second_time_changes_nothing);
  g_test_add_func ("/core/exchange-merge/one-id-twice-in-what-comes-in", test_one_id_twice_in_what_comes_in);
  g_test_add_func ("/core/exchange-merge/no-room-for-a-link", test_no_room_for_a_link);
  g_test_add_func ("/core/exchange-merge/every-field-counts", test_every_field_counts);

  return g_test_run ();
}
