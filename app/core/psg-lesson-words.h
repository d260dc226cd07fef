/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lesson.h"

G_BEGIN_DECLS

/* What lists say of lessons and steps: localised, and never empty where a person has yet to give a title. */
const char *psg_lesson_get_title      (const PsgLesson *self);
char       *psg_lesson_dup_facts      (const PsgLesson *self);
char       *psg_lesson_step_dup_title (const PsgLessonStep *self, guint index);
char       *psg_lesson_step_dup_time  (const PsgLessonStep *self);

G_END_DECLS
