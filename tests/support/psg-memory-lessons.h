/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lessons.h"

G_BEGIN_DECLS

#define PSG_TYPE_MEMORY_LESSONS (psg_memory_lessons_get_type ())
G_DECLARE_FINAL_TYPE (PsgMemoryLessons, psg_memory_lessons, PSG, MEMORY_LESSONS, GObject)

/**
 * PsgMemoryLessons:
 *
 * A #PsgLessonStore for tests that forgets. It answers in the main loop, never at once, in order.
 */
PsgMemoryLessons *psg_memory_lessons_new           (void);

PsgLesson        *psg_memory_lessons_get           (PsgMemoryLessons *self, const char *id);
guint             psg_memory_lessons_get_n         (PsgMemoryLessons *self);
guint             psg_memory_lessons_get_n_writes  (PsgMemoryLessons *self);
/* As another process would. @lesson: (nullable): takes it away. */
void              psg_memory_lessons_set           (PsgMemoryLessons *self, const char *id, const PsgLesson *lesson);
/* From then on what is to be written fails so; -1 ends that. */
void              psg_memory_lessons_set_failing   (PsgMemoryLessons *self, int code);
void              psg_memory_lessons_set_read_only (PsgMemoryLessons *self, gboolean read_only);

/* Turns the main loop until all that was asked is answered and written. */
void              psg_memory_lessons_settle        (PsgMemoryLessons *self, PsgLessons *lessons);

G_END_DECLS
