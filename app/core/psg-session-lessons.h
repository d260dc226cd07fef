/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lessons.h"
#include "psg-session.h"

G_BEGIN_DECLS

/*
 * A #PsgSession also knows the lessons about its collection. Its property `lessons` has the person's own, or %NULL
 * while they are not known; its signal `lessons-changed` says that any lesson may be another, also because the
 * collection is.
 */

PsgLessons *psg_session_get_lessons      (PsgSession *self);
void        psg_session_set_lessons      (PsgSession *self, PsgLessons *lessons);

GPtrArray *psg_session_list_lessons     (PsgSession *self);
PsgLesson *psg_session_find_lesson      (PsgSession *self, const char *id);
gboolean   psg_session_may_keep_lessons (PsgSession *self);
PsgLesson *psg_session_create_lesson    (PsgSession *self, gint64 now);
PsgLesson *psg_session_copy_lesson      (PsgSession *self, const PsgLesson *lesson, gint64 now);

G_END_DECLS
