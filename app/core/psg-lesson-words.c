/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-words.h"

#include <glib/gi18n-lib.h>

#include "psg-note-words.h"

/* Lessons and steps in the words of a list. */

/**
 * psg_lesson_get_title:
 * @self: a lesson
 *
 * Returns: what it is called, also where nobody has said so
 */
const char *
psg_lesson_get_title (const PsgLesson *self)
{
  const char *title = psg_text_get (self->title);

  return *title != '\0' ? title : _("Lesson without a title");
}

/**
 * psg_lesson_dup_facts:
 * @self: a lesson
 *
 * Returns: (transfer full): how long it is: “12 steps · 45 minutes”
 */
char *
psg_lesson_dup_facts (const PsgLesson *self)
{
  guint n = self->steps->len;
  g_autofree char *steps = n > 0 ? g_strdup_printf (ngettext ("%'u step", "%'u steps", n), n)
                                 : g_strdup (_("No steps yet"));
  g_autofree char *minutes = NULL;

  if (self->minutes == 0)
    return g_steal_pointer (&steps);

  minutes = g_strdup_printf (ngettext ("%'u minute", "%'u minutes", self->minutes), self->minutes);

  return g_strconcat (steps, " · ", minutes, NULL);
}

/**
 * psg_lesson_step_dup_title:
 * @self: a step
 * @index: which it is, from 0
 *
 * Returns: (transfer full): its heading, or what it is called without one
 */
char *
psg_lesson_step_dup_title (const PsgLessonStep *self,
                           guint                index)
{
  const char *heading = psg_text_get (self->heading);

  /* Translators: a step of a lesson that has no heading; %u is its number */
  return *heading != '\0' ? g_strdup (heading) : g_strdup_printf (_("Step %u"), index + 1);
}

/**
 * psg_lesson_step_dup_time:
 * @self: a step
 *
 * Returns: (transfer full): its day, and the stretch of time around it: “16 March 2020 · January – June 2020”
 */
char *
psg_lesson_step_dup_time (const PsgLessonStep *self)
{
  /* A view that begins or ends within a day shows some of that day. */
  PsgTimeSpan days = psg_time_span_from_days (psg_day_from_minutes (self->span.start),
                                              psg_day_from_minutes (self->span.end - 1));
  g_autofree char *day = psg_day_format_long (self->playhead);
  g_autofree char *span = psg_note_words_dup_time (&days);

  return g_strconcat (day, " · ", span, NULL);
}
