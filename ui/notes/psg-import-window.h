/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-exchange-merge.h"
#include "psg-lesson-conflict.h"
#include "psg-lessons.h"
#include "psg-notes.h"

G_BEGIN_DECLS

/* Tells what came of an import that is not plain: notes and lessons that differ from the person's own, each to be kept
 * beside it or instead, or not at all, and what was not understood. @conflicts: (element-type PsgMergeConflict) and
 * @lesson_conflicts: (element-type PsgLessonConflict): kept both already; @notes and @lessons: (nullable): %NULL
 * where they cannot be kept; @messages: (element-type utf8). Returns: (transfer none): the window, shown. */
GtkWindow *psg_import_window_show (GtkWindow  *parent,
                                   const char *summary,
                                   PsgNotes   *notes,
                                   GPtrArray  *conflicts,
                                   PsgLessons *lessons,
                                   GPtrArray  *lesson_conflicts,
                                   GPtrArray  *messages);

G_END_DECLS
