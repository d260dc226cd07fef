/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-conflict.h"

#include "psg-lesson-words.h"

/* Two lessons under one id. Both are kept until a person has chosen. */

/* Of how many steps it is said that they differ. */
#define MOST_STEPS 5

/* @ours, @theirs, @title: (transfer none): kept by references and copies */
PsgLessonConflict *
psg_lesson_conflict_new (const PsgLesson *ours,
                         const PsgLesson *theirs,
                         const PsgText   *title)
{
  PsgLessonConflict *self = g_new0 (PsgLessonConflict, 1);

  self->ours = psg_lesson_ref ((PsgLesson *) ours);
  self->theirs = psg_lesson_ref ((PsgLesson *) theirs);
  self->title = title != NULL ? psg_text_ref ((PsgText *) title) : NULL;

  return self;
}

void
psg_lesson_conflict_free (PsgLessonConflict *self)
{
  psg_lesson_unref (self->ours);
  psg_lesson_unref (self->theirs);
  g_clear_pointer (&self->title, psg_text_unref);
  g_free (self);
}

/* What they say, in the place of what the person did. */
static PsgLesson *
put_in_place (const PsgLessonConflict *self)
{
  PsgLesson *lesson = psg_lesson_copy (self->theirs);

  g_free (lesson->id);
  lesson->id = g_strdup (self->ours->id);
  g_clear_pointer (&lesson->title, psg_text_unref);
  lesson->title = self->title != NULL ? psg_text_ref (self->title) : NULL;
  lesson->deleted = 0;

  return lesson;
}

/**
 * psg_lesson_conflict_settle:
 * @self: a conflict
 * @keep: what the person has chosen
 * @now: in microseconds since 1970 UTC
 * @changes: (element-type PsgLessonChange): what that takes is added to them
 *
 * What is not kept goes into the bin; what is kept of theirs takes the place of ours.
 */
void
psg_lesson_conflict_settle (const PsgLessonConflict *self,
                            PsgLessonKeep            keep,
                            gint64                   now,
                            GPtrArray               *changes)
{
  g_autoptr (PsgLesson) binned = NULL;

  if (keep == PSG_LESSON_KEEP_BOTH)
    return;

  if (keep == PSG_LESSON_KEEP_THEIRS)
    {
      g_autoptr (PsgLesson) after = put_in_place (self);

      g_ptr_array_add (changes, psg_lesson_change_new (self->ours, after));
    }
  binned = psg_lesson_copy (self->theirs);
  binned->deleted = now;
  g_ptr_array_add (changes, psg_lesson_change_new (self->theirs, binned));
}

/**
 * psg_lesson_conflict_dup_differing:
 * @lesson: a lesson
 * @other: another
 *
 * Returns: (transfer full): the first of its steps that are not in the other at the same place, a line each
 */
char *
psg_lesson_conflict_dup_differing (const PsgLesson *lesson,
                                   const PsgLesson *other)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lesson->steps->len && lines->len <= MOST_STEPS; i++)
    {
      const PsgLessonStep *step = psg_lesson_get_step (lesson, i), *same = psg_lesson_get_step (other, i);
      g_autofree char *title = psg_lesson_step_dup_title (step, i);

      if (same != NULL && psg_lesson_step_equal (step, same))
        continue;
      g_ptr_array_add (lines, lines->len < MOST_STEPS ? g_strdup_printf ("%u. %s", i + 1, title) : g_strdup ("…"));
    }
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}
