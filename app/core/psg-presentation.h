/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-ink.h"
#include "psg-lesson-clock.h"
#include "psg-session.h"

G_BEGIN_DECLS

/* What lies over everything the audience could see. */
typedef enum
{
  PSG_COVER_NONE,
  PSG_COVER_BLACK,
  PSG_COVER_WHITE,
} PsgCover;

/* What the pointer does on the stage. */
typedef enum
{
  PSG_POINTING_NONE, /* it moves timeline and map, and chooses */
  PSG_POINTING_SPOTLIGHT,
  PSG_POINTING_LASER,
  PSG_POINTING_PEN,
  PSG_POINTING_ERASER,
} PsgPointing;

#define PSG_TYPE_PRESENTATION (psg_presentation_get_type ())
G_DECLARE_FINAL_TYPE (PsgPresentation, psg_presentation, PSG, PRESENTATION, GObject)

/**
 * PsgPresentation:
 *
 * A lesson while it is given, or the events of a filter one after the other: which step it is at, and
 * what of it the audience is let see. The session is the presentation's own and stays live: what is
 * chosen and moved between the steps is shown, and `strayed` until the step is shown again.
 *
 * Properties:
 *
 * - `step`: which, from 0
 * - `strayed`: whether what is shown is something else
 * - `answer-shown`: whether the answer to the step's question is
 * - `cover`: what lies over everything
 * - `frozen`: whether the audience goes on seeing what it saw
 * - `pointing`, `pen`: what the pointer does
 *
 * Signals: `words-changed`: there may be something else to read, see #PsgStageWords; `show-map` (a
 * #PsgViewpoint as pointer, whether smoothly): a step asks the maps to look there; `pointer-moved`;
 * `ink-changed`: of the step that is shown, or another step's is shown.
 */
PsgPresentation *psg_presentation_new            (PsgSession *session, PsgLesson *lesson);

PsgSession      *psg_presentation_get_session    (PsgPresentation *self);
PsgLesson       *psg_presentation_get_lesson     (PsgPresentation *self);
PsgLessonClock  *psg_presentation_get_clock      (PsgPresentation *self);

guint            psg_presentation_get_n_steps    (PsgPresentation *self);
guint            psg_presentation_get_step       (PsgPresentation *self);
const PsgLessonStep *psg_presentation_get_lesson_step (PsgPresentation *self, guint step);
guint            psg_presentation_get_row        (PsgPresentation *self, guint step);
const char      *psg_presentation_get_heading    (PsgPresentation *self, guint step);
gboolean         psg_presentation_go_to          (PsgPresentation *self, guint step);
gboolean         psg_presentation_go_by          (PsgPresentation *self, int direction);
void             psg_presentation_show_step      (PsgPresentation *self);
gboolean         psg_presentation_get_strayed    (PsgPresentation *self);
gboolean         psg_presentation_shows_other    (PsgPresentation *self);
void             psg_presentation_tell_map       (PsgPresentation *self, const PsgViewpoint *seen);

gboolean         psg_presentation_get_answer_shown (PsgPresentation *self);
void             psg_presentation_set_answer_shown (PsgPresentation *self, gboolean shown);
PsgCover         psg_presentation_get_cover      (PsgPresentation *self);
void             psg_presentation_set_cover      (PsgPresentation *self, PsgCover cover);
gboolean         psg_presentation_get_frozen     (PsgPresentation *self);
void             psg_presentation_set_frozen     (PsgPresentation *self, gboolean frozen);
PsgPointing      psg_presentation_get_pointing   (PsgPresentation *self);
void             psg_presentation_set_pointing   (PsgPresentation *self, PsgPointing pointing);
PsgInkColour     psg_presentation_get_pen        (PsgPresentation *self);
void             psg_presentation_set_pen        (PsgPresentation *self, PsgInkColour pen);
gboolean         psg_presentation_get_pointer    (PsgPresentation *self, double *x, double *y);
void             psg_presentation_move_pointer   (PsgPresentation *self, double x, double y);
void             psg_presentation_hide_pointer   (PsgPresentation *self);

PsgInk          *psg_presentation_get_ink        (PsgPresentation *self);
PsgInk          *psg_presentation_get_ink_of     (PsgPresentation *self, guint step);

G_END_DECLS
