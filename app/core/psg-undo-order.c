/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-undo-order.h"

#include "psg-notes-private.h"
#include "psg-undo-stack.h"

/* Whose turn it is: that of whoever did something last, and for what was undone, whoever did it first. */

static gboolean
is_lessons_turn_to_undo (PsgNotes   *notes,
                         PsgLessons *lessons)
{
  gint64 of_notes = notes != NULL ? psg_undo_stack_get_undo_time (notes->stack) : 0;

  return lessons != NULL && psg_lessons_get_undo_time (lessons) > of_notes;
}

static gboolean
is_lessons_turn_to_redo (PsgNotes   *notes,
                         PsgLessons *lessons)
{
  gint64 of_notes = notes != NULL ? psg_undo_stack_get_redo_time (notes->stack) : 0;
  gint64 of_lessons = lessons != NULL ? psg_lessons_get_redo_time (lessons) : 0;

  return of_lessons != 0 && (of_notes == 0 || of_lessons < of_notes);
}

/* (nullable): the name of what would be undone. */
const char *
psg_undo_order_get_undo_label (PsgNotes   *notes,
                               PsgLessons *lessons)
{
  if (is_lessons_turn_to_undo (notes, lessons))
    return psg_lessons_get_undo_label (lessons);

  return notes != NULL ? psg_notes_get_undo_label (notes) : NULL;
}

/* (nullable): the name of what would be done again. */
const char *
psg_undo_order_get_redo_label (PsgNotes   *notes,
                               PsgLessons *lessons)
{
  if (is_lessons_turn_to_redo (notes, lessons))
    return psg_lessons_get_redo_label (lessons);

  return notes != NULL ? psg_notes_get_redo_label (notes) : NULL;
}

/* Nothing happens if there is nothing to undo. */
void
psg_undo_order_undo (PsgNotes   *notes,
                     PsgLessons *lessons)
{
  /* What is being written comes first of all. */
  if (notes != NULL)
    psg_notes_tell_flush (notes);

  if (is_lessons_turn_to_undo (notes, lessons))
    psg_lessons_undo (lessons);
  else if (notes != NULL)
    psg_notes_undo (notes);
}

/* Nothing happens if there is nothing to redo. */
void
psg_undo_order_redo (PsgNotes   *notes,
                     PsgLessons *lessons)
{
  if (is_lessons_turn_to_redo (notes, lessons))
    psg_lessons_redo (lessons);
  else if (notes != NULL)
    psg_notes_redo (notes);
}
