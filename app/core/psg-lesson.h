/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-record.h"
#include "psg-text.h"
#include "psg-time-span.h"

G_BEGIN_DECLS

/**
 * PsgViewpoint:
 * @latitude: of the middle, degrees north
 * @longitude: of the middle, degrees east
 * @zoom: Web Mercator zoom level of 256-pixel tiles
 */
typedef struct
{
  double latitude;
  double longitude;
  double zoom;
} PsgViewpoint;

/**
 * PsgLessonStep:
 *
 * One step of a lesson: what is shown (@span, @playhead, @map, and what is
 * chosen), what the class reads (@heading, @text, @question, @answer) and what only the
 * teacher does (@notes).
 */
typedef struct
{
  PsgText    *heading;
  PsgText    *text;
  PsgText    *notes;
  PsgText    *question;
  PsgText    *answer;
  PsgTimeSpan span;
  PsgDay      playhead;
  PsgViewpoint map;
  char       *event;
  char       *crossing;
  char       *document;
  char       *passage;
} PsgLessonStep;

/**
 * PsgLesson:
 * @id: its id
 * @title: what it is called
 * @description: what it is about
 * @minutes: how long it takes
 * @steps: (element-type PsgLessonStep): in order
 */
typedef struct
{
  char      *id;
  PsgText   *title;
  PsgText   *description;
  guint      minutes;
  GPtrArray *steps;
} PsgLesson;

#define PSG_TYPE_LESSON (psg_lesson_get_type ())
PSG_DECLARE_RECORD (PsgLesson, psg_lesson)

PsgLessonStep *psg_lesson_step_new  (void);
void           psg_lesson_step_free (PsgLessonStep *self);

G_END_DECLS
