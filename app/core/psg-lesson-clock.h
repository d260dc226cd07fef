/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a lesson stands against its time. */
typedef enum
{
  PSG_LESSON_TIME_FREE,    /* no length was planned */
  PSG_LESSON_TIME_ENOUGH,
  PSG_LESSON_TIME_SHORT,   /* the last tenth, and no less than the last minute */
  PSG_LESSON_TIME_OVER,
} PsgLessonTime;

/**
 * PsgLessonClock:
 * @begun: when it was started, in microseconds of g_get_monotonic_time()
 * @paused: since when it stands; 0 while it runs
 * @stood: how long it stood before that, in microseconds
 * @planned: how long the lesson is to take, in seconds; 0 for no matter how long
 *
 * A presenter's clock. It is told the time and has none of its own.
 */
typedef struct
{
  gint64 begun;
  gint64 paused;
  gint64 stood;
  guint  planned;
} PsgLessonClock;

void          psg_lesson_clock_start       (PsgLessonClock *self, guint planned, gint64 now);
void          psg_lesson_clock_set_running (PsgLessonClock *self, gboolean running, gint64 now);
gboolean      psg_lesson_clock_get_running (const PsgLessonClock *self);
gint64        psg_lesson_clock_get_elapsed (const PsgLessonClock *self, gint64 now);
gint64        psg_lesson_clock_get_left    (const PsgLessonClock *self, gint64 now);
PsgLessonTime psg_lesson_clock_judge       (const PsgLessonClock *self, gint64 now);
char         *psg_lesson_clock_format      (gint64 seconds);

G_END_DECLS
