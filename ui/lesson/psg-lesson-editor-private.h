/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-lesson-editor.h"
#include "psg-lesson-head.h"
#include "psg-step-row.h"

G_BEGIN_DECLS

/* The insides of the editor, for its own files. */

struct _PsgLessonEditor
{
  GtkBox parent_instance;

  PsgSession *session; /* owned */
  PsgLesson *lesson;   /* owned */
  PsgLessonMap map;
  gboolean editable;
  gboolean showing;    /* what is chosen is not the person's doing */
  guint frames_at_rest; /* since a row was opened */
  double last_value;

  GtkWidget *scroller;
  GtkWidget *present;
  PsgLessonHead *head;
  GtkListBox *steps;
  GtkWidget *hint;
};

/* What it tells. */
typedef enum
{
  CLOSED,
  GONE,
  COPIED,
  N_SIGNALS
} PsgLessonEditorSignal;

/* psg-lesson-editor.c */
PsgStepRow *psg_lesson_editor_get_row         (PsgLessonEditor *self, guint index);
void        psg_lesson_editor_show_target     (PsgLessonEditor *self);
void        psg_lesson_editor_tell            (PsgLessonEditor *self, guint signal, const char *id);

/* psg-lesson-editor-actions.c */
void        psg_lesson_editor_install_actions (GtkWidgetClass *widget_class);
void        psg_lesson_editor_update_actions  (PsgLessonEditor *self);
void        psg_lesson_editor_commit          (PsgLessonEditor *self, const char *label, PsgLesson *after,
                                               const char *merge);
void        psg_lesson_editor_move_step       (PsgLessonEditor *self, guint from, guint to);

G_END_DECLS
