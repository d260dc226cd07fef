/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-presentation.h"

G_BEGIN_DECLS

/* The insides of a presentation, for its own files. */

struct _PsgPresentation
{
  GObject parent_instance;

  /* owned */
  PsgSession *session;
  PsgLesson *lesson;     /* NULL where the events are the steps */
  GArray *rows;          /* guint: those, if there is no lesson */
  GHashTable *ink;       /* of each step drawn on: step → PsgInk */
  PsgPage *page;         /* what the step showed in the document pane */

  PsgLessonClock clock;
  guint step;
  gboolean showing;      /* a step is being shown: what changes is its */
  gboolean strayed;
  gboolean map_strayed;
  PsgTimeSpan span;      /* what the step showed, as the session took it */
  PsgDay playhead;
  guint event;

  gboolean answer_shown;
  PsgCover cover;
  gboolean frozen;
  PsgPointing pointing;
  PsgInkColour pen;
  gboolean has_pointer;
  double x;              /* of the pointer on the stage, 0 to 1 */
  double y;
};

/* Its properties and signals, as they are told. */
typedef enum
{
  PROP_STEP = 1,
  PROP_STRAYED,
  PROP_ANSWER_SHOWN,
  PROP_COVER,
  PROP_FROZEN,
  PROP_POINTING,
  PROP_PEN,
  N_PROPS
} PsgPresentationProperty;

typedef enum
{
  WORDS_CHANGED,
  SHOW_MAP,
  POINTER_MOVED,
  INK_CHANGED,
  N_SIGNALS
} PsgPresentationSignal;

/* psg-presentation.c */
void psg_presentation_notify   (PsgPresentation *self, guint property);
void psg_presentation_tell     (PsgPresentation *self, guint signal);
void psg_presentation_tell_view (PsgPresentation *self, const PsgViewpoint *view);

/* psg-presentation-steps.c */
void psg_presentation_judge    (PsgPresentation *self);
void psg_presentation_remember (PsgPresentation *self);

G_END_DECLS
