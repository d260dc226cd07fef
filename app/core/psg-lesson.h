/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-record.h"
#include "psg-text.h"
#include "psg-time-span.h"
#include "psg-viewpoint.h"

G_BEGIN_DECLS

/* What a lesson of one's own may hold at most. */
#define PSG_LESSON_MAX_STEPS 500
#define PSG_LESSON_MAX_TITLE 2000        /* bytes, in each language */
#define PSG_LESSON_MAX_TEXT (256 * 1024) /* likewise */
#define PSG_LESSON_MAX_INK (1024 * 1024) /* bytes of a step's */
#define PSG_LESSON_MAX_MINUTES 10000

/**
 * PsgLessonStep:
 * @heading: what it is called; %NULL, as any of the texts, where a person wrote none
 * @text: what the class reads
 * @notes: what only the teacher does
 * @question: what the class is asked
 * @answer: what is hidden until it is asked for
 * @span: the stretch of time that is shown
 * @playhead: the day
 * @map: where the map looks
 * @event: (nullable): id of the chosen event
 * @crossing: (nullable): of the chosen crossing
 * @document: (nullable): of the document that is open; `own:ID` for one of the person's own
 * @passage: (nullable): where in it, as in #PsgPage
 * @ink: (nullable): what was drawn over it, for whoever draws; kept as it is
 *
 * One step of a lesson: what is shown, what the class reads and what only the teacher does.
 */
typedef struct
{
  PsgText    *heading;
  PsgText    *text;
  PsgText    *notes;
  PsgText    *question;
  PsgText    *answer;
  PsgTimeSpan span;
  PsgDay      playhead;
  PsgViewpoint map;
  char       *event;
  char       *crossing;
  char       *document;
  char       *passage;
  char       *ink;
} PsgLessonStep;

/**
 * PsgLesson:
 * @id: its id; `urn:uuid:…` for one of a person's own
 * @title: what it is called
 * @description: what it is about
 * @minutes: how long it takes; 0 where a person did not say
 * @steps: (element-type PsgLessonStep): in order
 * @created: of a person's own: when, in microseconds since 1970 UTC; 0 for one of a collection
 * @modified: when it was last changed, likewise
 * @collection: (nullable): of a person's own: id of the collection it is about
 * @collection_version: (nullable): and which version of it
 * @origin: (nullable): id of the lesson it was copied from
 * @deleted: when it was put in the bin, in microseconds since 1970 UTC; 0 while it is not there
 *
 * A lesson, of a collection or of a person's own. To change one, change a psg_lesson_copy(); one
 * of a collection is never changed, but a psg_lesson_duplicate() of it may be.
 */
typedef struct
{
  char      *id;
  PsgText   *title;
  PsgText   *description;
  guint      minutes;
  GPtrArray *steps;
  gint64     created;
  gint64     modified;
  char      *collection;
  char      *collection_version;
  char      *origin;
  gint64     deleted;
} PsgLesson;

#define PSG_TYPE_LESSON (psg_lesson_get_type ())
PSG_DECLARE_RECORD (PsgLesson, psg_lesson)

PsgLessonStep *psg_lesson_step_new     (void);
PsgLessonStep *psg_lesson_step_copy    (const PsgLessonStep *self);
void           psg_lesson_step_free    (PsgLessonStep *self);
gboolean       psg_lesson_step_equal   (const PsgLessonStep *self, const PsgLessonStep *other);
void           psg_lesson_step_set_view (PsgLessonStep *self, const PsgLessonStep *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgLessonStep, psg_lesson_step_free)

PsgLesson     *psg_lesson_create       (const char *collection, const char *version, gint64 now);
PsgLesson     *psg_lesson_copy         (const PsgLesson *self);
PsgLesson     *psg_lesson_duplicate    (const PsgLesson *self, const char *title, gint64 now);
gboolean       psg_lesson_equal        (const PsgLesson *self, const PsgLesson *other);
gboolean       psg_lesson_is_own       (const PsgLesson *self);
const char    *psg_lesson_find_fault   (const PsgLesson *self);
PsgLessonStep *psg_lesson_get_step     (const PsgLesson *self, guint index);
void           psg_lesson_insert_step  (PsgLesson *self, guint index, PsgLessonStep *step);
void           psg_lesson_remove_step  (PsgLesson *self, guint index);
void           psg_lesson_move_step    (PsgLesson *self, guint from, guint to);
void           psg_lesson_set_text     (PsgText **text, const char *value);

G_END_DECLS
