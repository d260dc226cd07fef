/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lesson-store.h"
#include "psg-notebook.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTEBOOK_LESSONS (psg_notebook_lessons_get_type ())
G_DECLARE_FINAL_TYPE (PsgNotebookLessons, psg_notebook_lessons, PSG, NOTEBOOK_LESSONS, GObject)

/**
 * PsgNotebookLessons:
 *
 * A notebook's lessons: a #PsgLessonStore.
 */
PsgNotebookLessons *psg_notebook_lessons_new (PsgNotebook *notebook);

G_END_DECLS
