/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lesson-store.h"

G_BEGIN_DECLS

/* Which of two lessons a person keeps. */
typedef enum
{
  PSG_LESSON_KEEP_BOTH,
  PSG_LESSON_KEEP_OURS,
  PSG_LESSON_KEEP_THEIRS,
} PsgLessonKeep;

/**
 * PsgLessonConflict:
 * @ours: the person's lesson, as it is and stays
 * @theirs: what came in under its id and differs, as it is kept: with an id and a title of its own
 * @title: what it was called when it came
 *
 * Two lessons of which a person has to choose one, or keep both.
 */
typedef struct
{
  PsgLesson *ours;
  PsgLesson *theirs;
  PsgText   *title;
} PsgLessonConflict;

PsgLessonConflict *psg_lesson_conflict_new    (const PsgLesson *ours, const PsgLesson *theirs, const PsgText *title);
void               psg_lesson_conflict_free   (PsgLessonConflict *self);
void               psg_lesson_conflict_settle (const PsgLessonConflict *self, PsgLessonKeep keep, gint64 now,
                                               GPtrArray *changes);
char              *psg_lesson_conflict_dup_differing (const PsgLesson *lesson, const PsgLesson *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgLessonConflict, psg_lesson_conflict_free)

G_END_DECLS
