/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "psg-lesson-editor.h"

G_BEGIN_DECLS

#define PSG_TYPE_LESSON_PANE (psg_lesson_pane_get_type ())
G_DECLARE_FINAL_TYPE (PsgLessonPane, psg_lesson_pane, PSG, LESSON_PANE, AdwBin)

/**
 * PsgLessonPane:
 *
 * The list of lessons, or the one that is open.
 */
GtkWidget  *psg_lesson_pane_new     (PsgSession *session, const PsgLessonMap *map);
void        psg_lesson_pane_begin   (PsgLessonPane *self);
gboolean    psg_lesson_pane_open    (PsgLessonPane *self, const char *id);
const char *psg_lesson_pane_get_id  (PsgLessonPane *self);

G_END_DECLS
