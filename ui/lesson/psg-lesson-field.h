/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_LESSON_FIELD (psg_lesson_field_get_type ())
G_DECLARE_FINAL_TYPE (PsgLessonField, psg_lesson_field, PSG, LESSON_FIELD, GtkBox)

/**
 * PsgLessonField:
 *
 * One text of a lesson under what it is: to be read, or written in. As a line, it holds one paragraph. Its signal
 * `edited` gives the text when the person has changed it. Steps are not undone here but for all lessons together.
 */
GtkWidget *psg_lesson_field_new          (const char *label, const char *placeholder, gboolean is_line);
void       psg_lesson_field_set_text     (PsgLessonField *self, const char *text);
void       psg_lesson_field_set_editable (PsgLessonField *self, gboolean editable);
void       psg_lesson_field_begin        (PsgLessonField *self);

G_END_DECLS
