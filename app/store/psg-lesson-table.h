/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db-statement.h"
#include "psg-lesson-store.h"
#include "psg-notebook-file.h"

G_BEGIN_DECLS

/* The columns of a lesson, in the order psg_lesson_table_read() expects. */
#define PSG_LESSON_COLUMNS "lesson.id, lesson.deleted, lesson.json"

PsgLesson *psg_lesson_table_read  (PsgDbStatement *statement);
GPtrArray *psg_lesson_table_list  (PsgNotebookFile *file, GError **error);
gboolean   psg_lesson_table_apply (PsgNotebookFile *file, GPtrArray *changes, GError **error);
gboolean   psg_lesson_table_purge (PsgNotebookFile *file, gint64 before, GError **error);

G_END_DECLS
