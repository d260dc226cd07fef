/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson.h"

/* A lesson and its steps. */

PsgLessonStep *
psg_lesson_step_new (void)
{
  return g_new0 (PsgLessonStep, 1);
}

void
psg_lesson_step_free (PsgLessonStep *self)
{
  g_clear_pointer (&self->heading, psg_text_unref);
  g_clear_pointer (&self->text, psg_text_unref);
  g_clear_pointer (&self->notes, psg_text_unref);
  g_clear_pointer (&self->question, psg_text_unref);
  g_clear_pointer (&self->answer, psg_text_unref);
  g_free (self->event);
  g_free (self->crossing);
  g_free (self->document);
  g_free (self->passage);
  g_free (self);
}

static void
psg_lesson_clear (PsgLesson *self)
{
  g_free (self->id);
  g_clear_pointer (&self->title, psg_text_unref);
  g_clear_pointer (&self->description, psg_text_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
}

PSG_DEFINE_RECORD (PsgLesson, psg_lesson)
