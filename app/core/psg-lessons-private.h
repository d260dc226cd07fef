/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-undo-stack.h"
#include "psg-lessons.h"

G_BEGIN_DECLS

struct _PsgLessons
{
  GObject parent_instance;

  /* psg-lessons.c: what is known of them */
  PsgLessonStore *store;
  GHashTable     *lessons; /* id → PsgLesson */
  GCancellable   *loading; /* (nullable) */
  gboolean        loaded;
  gboolean        reload;  /* what is read is old already */

  /* psg-lessons-write.c: what is done to them */
  PsgUndoStack *undo;
  GQueue         writes;
  gboolean       writing;
  guint          retry_source;
  char          *trouble;
};

/* psg-lessons.c */
void psg_lessons_show_changes (PsgLessons *self, GPtrArray *changes);
void psg_lessons_tell_failed  (PsgLessons *self, const char *message);
void psg_lessons_tell_flush   (PsgLessons *self);
void psg_lessons_tell_steps   (PsgLessons *self);

G_END_DECLS
