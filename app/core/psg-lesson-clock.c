/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-lesson-clock.h"

#include <glib/gi18n-lib.h>

/* How long a lesson has taken, and how much of its time is left. */

/* When the end is near: this part of the whole, and at least so many seconds. */
#define LAST_PART 10
#define LAST_SECONDS 60

void
psg_lesson_clock_start (PsgLessonClock *self,
                        guint           planned,
                        gint64          now)
{
  g_return_if_fail (self != NULL);

  *self = (PsgLessonClock) { .begun = now, .planned = planned };
}

/**
 * psg_lesson_clock_set_running:
 * @self: a clock
 * @running: whether it is to run or to stand
 * @now: what time it is
 */
void
psg_lesson_clock_set_running (PsgLessonClock *self,
                              gboolean        running,
                              gint64          now)
{
  g_return_if_fail (self != NULL);

  if (running == psg_lesson_clock_get_running (self))
    return;

  if (running)
    self->stood += now - self->paused;
  self->paused = running ? 0 : now;
}

gboolean
psg_lesson_clock_get_running (const PsgLessonClock *self)
{
  return self->paused == 0;
}

/**
 * psg_lesson_clock_get_elapsed:
 * @self: a clock
 * @now: what time it is
 *
 * Returns: for how many seconds it has run
 */
gint64
psg_lesson_clock_get_elapsed (const PsgLessonClock *self,
                              gint64                now)
{
  gint64 until = self->paused != 0 ? self->paused : now;

  return MAX (until - self->begun - self->stood, 0) / G_USEC_PER_SEC;
}

/**
 * psg_lesson_clock_get_left:
 * @self: a clock with a planned length
 * @now: what time it is
 *
 * Returns: how many seconds are left; negative when it has taken longer
 */
gint64
psg_lesson_clock_get_left (const PsgLessonClock *self,
                           gint64                now)
{
  return (gint64) self->planned - psg_lesson_clock_get_elapsed (self, now);
}

PsgLessonTime
psg_lesson_clock_judge (const PsgLessonClock *self,
                        gint64                now)
{
  gint64 left = psg_lesson_clock_get_left (self, now);

  if (self->planned == 0)
    return PSG_LESSON_TIME_FREE;
  if (left < 0)
    return PSG_LESSON_TIME_OVER;

  return left <= MAX (self->planned / LAST_PART, LAST_SECONDS) ? PSG_LESSON_TIME_SHORT : PSG_LESSON_TIME_ENOUGH;
}

/**
 * psg_lesson_clock_format:
 * @seconds: how long
 *
 * Returns: (transfer full): as `7:52` or `1:07:52`; less than nothing as nothing
 */
char *
psg_lesson_clock_format (gint64 seconds)
{
  gint64 whole = MAX (seconds, 0);
  int hours = whole / 3600, minutes = whole / 60 % 60, rest = whole % 60;

  if (hours > 0)
    /* Translators: hours, minutes and seconds of a stretch of time */
    return g_strdup_printf (_("%d:%02d:%02d"), hours, minutes, rest);

  /* Translators: minutes and seconds of a stretch of time */
  return g_strdup_printf (_("%d:%02d"), minutes, rest);
}
