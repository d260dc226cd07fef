/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-change.h"
#include "psg-undo-stack.h"

/* Undoing: steps have names, typing is one step, and going back and forth ends where it began. */

static PsgNote *
with_body (const PsgNote *note,
           const char    *body)
{
  PsgNote *copy = psg_note_copy (note);

  g_free (copy->body);
  copy->body = g_strdup (body);
  copy->modified++;

  return copy;
}

static void
push (PsgUndoStack  *stack,
      const char    *label,
      const PsgNote *before,
      const PsgNote *after,
      const char    *merge,
      gint64         now)
{
  g_autoptr (GPtrArray) changes = psg_note_changes_new ();

  g_ptr_array_add (changes, psg_note_change_new (before, after));
  psg_undo_stack_push (stack, label, changes, merge, now);
}

static void
count_cb (PsgUndoStack *stack,
          guint        *n)
{
  (*n)++;
}

static void
test_an_empty_one_does_nothing (void)
{
  g_autoptr (PsgUndoStack) stack = psg_undo_stack_new (&psg_note_undo_kind);

  g_assert_null (psg_undo_stack_undo (stack));
  g_assert_null (psg_undo_stack_redo (stack));
  g_assert_null (psg_undo_stack_get_undo_label (stack));
  g_assert_null (psg_undo_stack_get_redo_label (stack));
  psg_undo_stack_seal (stack);
}

static void
test_steps_go_back_and_forth_by_name (void)
{
  PsgUndoStack *stack = psg_undo_stack_new (&psg_note_undo_kind);
  g_autoptr (PsgNote) a = psg_note_create (PSG_NOTE_ON_EVENT, 1);
  g_autoptr (PsgNote) b = with_body (a, "b");
  g_autoptr (GPtrArray) undo = NULL;
  g_autoptr (GPtrArray) redo = NULL;
  PsgNoteChange *change;
  guint n = 0;

  g_signal_connect (stack, "changed", G_CALLBACK (count_cb), &n);
  push (stack, "Add Note", NULL, a, NULL, 0);
  push (stack, "Edit Note", a, b, NULL, 0);
  g_assert_cmpstr (psg_undo_stack_get_undo_label (stack), ==, "Edit Note");

  undo = psg_undo_stack_undo (stack);
  change = g_ptr_array_index (undo, 0);
  g_assert_true (psg_note_equal (change->before, b) && psg_note_equal (change->after, a));
  g_assert_cmpstr (psg_undo_stack_get_undo_label (stack), ==, "Add Note");
  g_assert_cmpstr (psg_undo_stack_get_redo_label (stack), ==, "Edit Note");

  redo = psg_undo_stack_redo (stack);
  change = g_ptr_array_index (redo, 0);
  g_assert_true (psg_note_equal (change->before, a) && psg_note_equal (change->after, b));
  g_assert_null (psg_undo_stack_get_redo_label (stack));
  g_assert_cmpuint (n, ==, 4);

  psg_undo_stack_clear (stack);
  g_assert_null (psg_undo_stack_get_undo_label (stack));
  g_assert_finalize_object (stack);
}

static void
test_a_new_step_ends_redoing (void)
{
  g_autoptr (PsgUndoStack) stack = psg_undo_stack_new (&psg_note_undo_kind);
  g_autoptr (PsgNote) a = psg_note_create (PSG_NOTE_ON_EVENT, 1);
  g_autoptr (PsgNote) b = with_body (a, "b");

  push (stack, "Add Note", NULL, a, NULL, 0);
  g_ptr_array_unref (psg_undo_stack_undo (stack));
  push (stack, "Edit Note", a, b, NULL, 0);
  g_assert_null (psg_undo_stack_get_redo_label (stack));

  /* What changes nothing is no step, and ends nothing. */
  g_ptr_array_unref (psg_undo_stack_undo (stack));
  push (stack, "Edit Note", a, a, NULL, 0);
  g_assert_cmpstr (psg_undo_stack_get_redo_label (stack), ==, "Edit Note");
}

static void
test_a_step_that_failed_is_taken_back (void)
{
  g_autoptr (PsgUndoStack) stack = psg_undo_stack_new (&psg_note_undo_kind);
  g_autoptr (PsgNote) a = psg_note_create (PSG_NOTE_ON_EVENT, 1);
  g_autoptr (PsgNote) b = with_body (a, "b");

  psg_undo_stack_revert (stack);
  push (stack, "Add Note", NULL, a, NULL, 0);
  g_ptr_array_unref (psg_undo_stack_undo (stack));
  psg_undo_stack_revert (stack);
  psg_undo_stack_revert (stack);
  g_assert_cmpstr (psg_undo_stack_get_undo_label (stack), ==, "Add Note");
  g_assert_null (psg_undo_stack_get_redo_label (stack));

  g_ptr_array_unref (psg_undo_stack_undo (stack));
  g_ptr_array_unref (psg_undo_stack_redo (stack));
  psg_undo_stack_revert (stack);
  g_assert_cmpstr (psg_undo_stack_get_redo_label (stack), ==, "Add Note");

  g_ptr_array_unref (psg_undo_stack_redo (stack));
  push (stack, "Edit Note", a, b, NULL, 0);
  psg_undo_stack_revert (stack);
  g_assert_cmpstr (psg_undo_stack_get_undo_label (stack), ==, "Edit Note");
}

static guint
count_steps (PsgUndoStack *stack)
{
  g_autoptr (GPtrArray) changes = psg_undo_stack_undo (stack);

  return changes == NULL ? 0 : 1 + count_steps (stack);
}

/* Three letters, with what happens between the second and the third. */
static guint
type_three (gint64      pause,
            gboolean    seal,
            const char *other_merge)
{
  g_autoptr (PsgUndoStack) stack = psg_undo_stack_new (&psg_note_undo_kind);
  g_autoptr (PsgNote) zero = psg_note_create (PSG_NOTE_ON_EVENT, 1);
  g_autoptr (PsgNote) one = with_body (zero, "a");
  g_autoptr (PsgNote) two = with_body (one, "ab");
  g_autoptr (PsgNote) three = with_body (two, "abc");

  push (stack, "Typing", zero, one, "typing", 0);
  push (stack, "Typing", one, two, "typing", 10);
  if (seal)
    psg_undo_stack_seal (stack);
  push (stack, "Typing", two, three, other_merge, 10 + pause);

  return count_steps (stack);
}

static void
test_typing_is_one_step_until_it_pauses (void)
{
  g_assert_cmpuint (type_three (10, FALSE, "typing"), ==, 1);
  g_assert_cmpuint (type_three (PSG_UNDO_MERGE_PAUSE, FALSE, "typing"), ==, 1);
  g_assert_cmpuint (type_three (PSG_UNDO_MERGE_PAUSE + 1, FALSE, "typing"), ==, 2);
  g_assert_cmpuint (type_three (10, TRUE, "typing"), ==, 2);
  g_assert_cmpuint (type_three (10, FALSE, "tags"), ==, 2);
  g_assert_cmpuint (type_three (10, FALSE, NULL), ==, 2);
}

static void
test_typing_in_another_note_is_another_step (void)
{
  g_autoptr (PsgUndoStack) stack = psg_undo_stack_new (&psg_note_undo_kind);
  g_autoptr (PsgNote) a = psg_note_create (PSG_NOTE_ON_EVENT, 1);
  g_autoptr (PsgNote) b = psg_note_create (PSG_NOTE_ON_EVENT, 1);
  g_autoptr (PsgNote) a2 = with_body (a, "a");
  g_autoptr (PsgNote) b2 = with_body (b, "b");

  push (stack, "Typing", a, a2, "typing", 0);
  push (stack, "Typing", b, b2, "typing", 1);
  g_assert_cmpuint (count_steps (stack), ==, 2);
}

/* Random steps over a few notes, held against the list of all states there were. */
static void
test_going_back_ends_where_it_began (void)
{
  g_autoptr (PsgUndoStack) stack = psg_undo_stack_new (&psg_note_undo_kind);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  guint at = 0;

  g_ptr_array_add (states, psg_note_create (PSG_NOTE_ON_PLACE, 1));
  for (guint i = 0; i < 5000; i++)
    {
      PsgNote *now = g_ptr_array_index (states, at);
      g_autofree char *body = g_strdup_printf ("%u", i);
      g_autoptr (GPtrArray) changes = NULL;

      if (g_test_rand_int_range (0, 3) == 0)
        {
          PsgNote *next = with_body (now, body);

          push (stack, body, now, next, NULL, i);
          g_ptr_array_set_size (states, at + 1);
          g_ptr_array_add (states, next);
          at++;
          continue;
        }

      changes = g_test_rand_bit () ? psg_undo_stack_undo (stack) : psg_undo_stack_redo (stack);
      if (changes != NULL)
        {
          PsgNoteChange *change = g_ptr_array_index (changes, 0);

          g_assert_true (change->before == now);
          g_assert_true (at > 0 || change->after == g_ptr_array_index (states, at + 1));
          at = at > 0 && change->after == g_ptr_array_index (states, at - 1) ? at - 1 : at + 1;
          g_assert_true (change->after == g_ptr_array_index (states, at));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/undo-stack/an-empty-one-does-nothing", test_an_empty_one_does_nothing);
  g_test_add_func ("/core/undo-stack/steps-go-back-and-forth-by-name", test_steps_go_back_and_forth_by_name);
  g_test_add_func ("/core/undo-stack/a-new-step-ends-redoing", test_a_new_step_ends_redoing);
  g_test_add_func ("/core/undo-stack/a-step-that-failed-is-taken-back", test_a_step_that_failed_is_taken_back);
  g_test_add_func ("/core/undo-stack/typing-is-one-step-until-it-pauses", test_typing_is_one_step_until_it_pauses);
  g_test_add_func ("/core/undo-stack/typing-in-another-note-is-another-step",
                   test_typing_in_another_note_is_another_step);
  g_test_add_func ("/core/undo-stack/going-back-ends-where-it-began", test_going_back_ends_where_it_began);

  return g_test_run ();
}
