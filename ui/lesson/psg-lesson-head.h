/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-lesson.h"

G_BEGIN_DECLS

/* What is said of a lesson as a whole. */
typedef enum
{
  PSG_LESSON_TITLE,
  PSG_LESSON_DESCRIPTION,
  PSG_LESSON_MINUTES, /* as digits */
} PsgLessonPart;

#define PSG_TYPE_LESSON_HEAD (psg_lesson_head_get_type ())
G_DECLARE_FINAL_TYPE (PsgLessonHead, psg_lesson_head, PSG, LESSON_HEAD, GtkBox)

/**
 * PsgLessonHead:
 *
 * A lesson's title, description and length: to be read, or written if it is editable. Its signal `edited` gives which
 * #PsgLessonPart it was, and how it reads now.
 */
GtkWidget *psg_lesson_head_new   (gboolean editable);
void       psg_lesson_head_set   (PsgLessonHead *self, const PsgLesson *lesson);
void       psg_lesson_head_begin (PsgLessonHead *self);

G_END_DECLS
