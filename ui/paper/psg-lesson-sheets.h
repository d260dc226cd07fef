/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"
#include "psg-lesson.h"
#include "psg-sheets.h"

G_BEGIN_DECLS

typedef enum
{
  PSG_LESSON_HANDOUT,    /* for the class: pictures, texts, questions, room to write */
  PSG_LESSON_NOTES,      /* for who teaches: notes, questions and answers */
  PSG_LESSON_WORKSHEETS, /* to be filled in, placed and put in order, with a key */
} PsgLessonPrint;

#define PSG_LESSON_N_PRINTS (PSG_LESSON_WORKSHEETS + 1)

/* What a handout has besides. */
typedef enum
{
  PSG_LESSON_ROOM = 1 << 0, /* lines to write on */
  PSG_LESSON_INK  = 1 << 1, /* what was drawn over the steps */
} PsgLessonPrintFlags;

PsgSheets  *psg_lesson_sheets_new      (PsgCollection *collection, const PsgLesson *lesson, PsgLessonPrint print,
                                        PsgPaper paper, PsgLessonPrintFlags flags);
const char *psg_lesson_print_get_name  (PsgLessonPrint print);

/* psg-lesson-worksheets.c */
void        psg_lesson_sheets_add_worksheets (PsgSheets *sheets, PsgCollection *collection, const PsgLesson *lesson);

G_END_DECLS
