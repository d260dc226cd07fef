/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-presentation-private.h"

#include <math.h>

#include "psg-session-step.h"

/* The steps of a presentation, which of them is shown, and whether what is shown is still it. */

/* How far a map may be from a step's view and still show it: levels of zoom, and degrees at level 0. */
#define SAME_ZOOM 0.05
#define SAME_PLACE 2.0

/* What is shown, against what the step showed. */
void
psg_presentation_judge (PsgPresentation *self)
{
  gboolean strayed = self->map_strayed || psg_presentation_shows_other (self) ||
                     psg_session_get_playhead (self->session) != self->playhead ||
                     !psg_time_span_equal (psg_session_get_span (self->session), &self->span);

  if (self->showing || strayed == self->strayed)
    return;

  self->strayed = strayed;
  psg_presentation_notify (self, PROP_STRAYED);
}

void
psg_presentation_remember (PsgPresentation *self)
{
  g_clear_pointer (&self->page, psg_page_free);
  self->page = psg_page_copy (psg_session_get_page (self->session));
  self->span = *psg_session_get_span (self->session);
  self->playhead = psg_session_get_playhead (self->session);
  self->event = psg_session_get_event (self->session);
  self->map_strayed = FALSE;
}

guint
psg_presentation_get_n_steps (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), 0);

  return self->lesson != NULL ? self->lesson->steps->len : self->rows->len;
}

guint
psg_presentation_get_step (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), 0);

  return self->step;
}

/**
 * psg_presentation_get_lesson_step:
 * @self: a presentation
 * @step: which
 *
 * Returns: (nullable): what the lesson says of it; %NULL beyond the last, and without a lesson
 */
const PsgLessonStep *
psg_presentation_get_lesson_step (PsgPresentation *self,
                                  guint            step)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), NULL);

  if (self->lesson == NULL || step >= self->lesson->steps->len)
    return NULL;

  return g_ptr_array_index (self->lesson->steps, step);
}

/**
 * psg_presentation_get_row:
 * @self: a presentation
 * @step: which
 *
 * Returns: the event the step is about; %PSG_ROW_NONE beyond the last, and where it is about none
 */
guint
psg_presentation_get_row (PsgPresentation *self,
                          guint            step)
{
  const PsgLessonStep *said = psg_presentation_get_lesson_step (self, step);

  if (said != NULL && said->event != NULL)
    return psg_event_table_find (psg_collection_get_events (psg_session_get_collection (self->session)), said->event);
  if (self->rows == NULL || step >= self->rows->len)
    return PSG_ROW_NONE;

  return g_array_index (self->rows, guint, step);
}

/**
 * psg_presentation_get_heading:
 * @self: a presentation
 * @step: which
 *
 * Returns: (nullable): what it is called; %NULL beyond the last
 */
const char *
psg_presentation_get_heading (PsgPresentation *self,
                              guint            step)
{
  const PsgLessonStep *said = psg_presentation_get_lesson_step (self, step);
  guint row = psg_presentation_get_row (self, step);

  if (said != NULL && said->heading != NULL)
    return psg_text_get (said->heading);
  if (row == PSG_ROW_NONE)
    return NULL;

  return psg_event_table_get_title (psg_collection_get_events (psg_session_get_collection (self->session)), row);
}

/* Of what a step shows, that which is not in the collection is left out. */
static void
show_lesson_step (PsgPresentation     *self,
                  const PsgLessonStep *step)
{
  psg_session_show_step (self->session, step);
  psg_presentation_tell_view (self, &step->map);
}

/**
 * psg_presentation_show_step:
 * @self: a presentation
 *
 * Shows what the step shows, whatever was looked at meanwhile.
 */
void
psg_presentation_show_step (PsgPresentation *self)
{
  const PsgLessonStep *step;

  g_return_if_fail (PSG_IS_PRESENTATION (self));

  step = psg_presentation_get_lesson_step (self, self->step);
  self->showing = TRUE;
  if (step != NULL)
    show_lesson_step (self, step);
  else if (psg_presentation_get_row (self, self->step) != PSG_ROW_NONE)
    psg_session_select_event (self->session, psg_presentation_get_row (self, self->step));
  self->showing = FALSE;
  psg_presentation_remember (self);
  psg_presentation_judge (self);
  psg_presentation_tell (self, WORDS_CHANGED);
}

/**
 * psg_presentation_go_to:
 * @self: a presentation
 * @step: which
 *
 * Goes to a step and shows it: what covered the stage is taken away, its answer is hidden.
 *
 * Returns: whether there is such a step
 */
gboolean
psg_presentation_go_to (PsgPresentation *self,
                        guint            step)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), FALSE);

  if (step >= psg_presentation_get_n_steps (self))
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  psg_ink_end (psg_presentation_get_ink (self));
  psg_presentation_set_cover (self, PSG_COVER_NONE);
  if (step != self->step)
    {
      self->step = step;
      psg_presentation_notify (self, PROP_STEP);
      psg_presentation_set_answer_shown (self, FALSE);
    }
  psg_presentation_show_step (self);
  g_object_thaw_notify (G_OBJECT (self));
  psg_presentation_tell (self, INK_CHANGED);

  return TRUE;
}

/**
 * psg_presentation_go_by:
 * @self: a presentation
 * @direction: 1 for the next step, −1 for the previous one
 *
 * Returns: whether there is one
 */
gboolean
psg_presentation_go_by (PsgPresentation *self,
                        int              direction)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), FALSE);

  if (direction < 0 && self->step < (guint) -direction)
    return FALSE;

  return psg_presentation_go_to (self, self->step + direction);
}

gboolean
psg_presentation_get_strayed (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), FALSE);

  return self->strayed;
}

/**
 * psg_presentation_shows_other:
 * @self: a presentation
 *
 * Returns: whether something else is chosen than the step chooses, wherever timeline and map are
 */
gboolean
psg_presentation_shows_other (PsgPresentation *self)
{
  g_return_val_if_fail (PSG_IS_PRESENTATION (self), FALSE);

  return psg_session_get_event (self->session) != self->event ||
         !psg_page_equal (psg_session_get_page (self->session), self->page);
}

/**
 * psg_presentation_tell_map:
 * @self: a presentation
 * @seen: where the map looks, as a step says it: see psg_viewpoint_unfit()
 *
 * Where the map looks the session does not know.
 */
void
psg_presentation_tell_map (PsgPresentation    *self,
                           const PsgViewpoint *seen)
{
  const PsgLessonStep *step = psg_presentation_get_lesson_step (self, self->step);
  double tolerance = SAME_PLACE / exp2 (seen->zoom);

  g_return_if_fail (PSG_IS_PRESENTATION (self));

  if (step == NULL)
    return;

  self->map_strayed = fabs (step->map.zoom - seen->zoom) > SAME_ZOOM ||
                      fabs (step->map.latitude - seen->latitude) > tolerance ||
                      fabs (step->map.longitude - seen->longitude) > tolerance;
  psg_presentation_judge (self);
}
