/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_LESSON_LIST (psg_lesson_list_get_type ())
G_DECLARE_FINAL_TYPE (PsgLessonList, psg_lesson_list, PSG, LESSON_LIST, GtkBox)

/**
 * PsgLessonList:
 *
 * The lessons about the collection that is open: those that came with it, the person's own, and of these the ones in
 * the bin. Its signal `opened` gives the id of the one the person opens, and whether it was just made.
 *
 * # CSS nodes
 * ```
 * lessonlist
 * ├── box.lesson-bar
 * ╰── scrolledwindow
 *     ╰── box
 *         ╰── list.navigation-sidebar, for each kind that there is
 * ```
 */
GtkWidget *psg_lesson_list_new   (PsgSession *session);
void       psg_lesson_list_begin (PsgLessonList *self, const char *id);

G_END_DECLS
