/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

/**
 * PsgLessonMap:
 * @get: where the map looks; %FALSE if there is no map
 * @show: moves it there
 * @data: for both
 *
 * The one thing of a step that the session does not know. Whoever has the map lends it.
 */
typedef struct
{
  gboolean (*get)  (PsgViewpoint *viewpoint, gpointer data);
  void     (*show) (const PsgViewpoint *viewpoint, gpointer data);
  gpointer data;
} PsgLessonMap;

#define PSG_TYPE_LESSON_EDITOR (psg_lesson_editor_get_type ())
G_DECLARE_FINAL_TYPE (PsgLessonEditor, psg_lesson_editor, PSG, LESSON_EDITOR, GtkBox)

/**
 * PsgLessonEditor:
 *
 * A lesson with its steps in order. Choosing a step shows in the window what it shows. A lesson of the person's own is
 * changed in place; one that came with the collection is only read.
 *
 * Signals: `closed` when the person goes back; `gone` when the lesson is there no more; `copied` with the id of the
 * person's own copy, just made.
 *
 * # CSS nodes
 * ```
 * lessoneditor
 * ├── box.lesson-bar
 * ├── scrolledwindow
 * │   ╰── box.lesson-content
 * │       ├── lessonhead
 * │       ╰── list.lesson-steps
 * ╰── box.lesson-foot
 * ```
 */
GtkWidget  *psg_lesson_editor_new        (PsgSession *session, const char *id, const PsgLessonMap *map);
const char *psg_lesson_editor_get_id     (PsgLessonEditor *self);
void        psg_lesson_editor_begin      (PsgLessonEditor *self);
void        psg_lesson_editor_choose     (PsgLessonEditor *self, int index);
int         psg_lesson_editor_get_chosen (PsgLessonEditor *self);

G_END_DECLS
