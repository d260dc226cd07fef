/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-handle.h"

#include <math.h>

/*
 * The handles upon the ruler, of the playhead and of the day compared with: what is
 * drawn, what is seized, and what the ruler's labels and the words of the range keep
 * clear of.
 */

/* A handle keeps within the ruler; where its day is out of sight, it stands at the edge and
 * points there. */
static gboolean
place (PsgTimelineHandle *self,
       PsgTimelineModel  *model,
       PsgDay             day)
{
  const PsgTimeAxis *axis = psg_timeline_model_get_axis (model);
  g_autofree char *date = NULL;
  double x, margin;

  if (!psg_day_is_valid (day) || psg_timeline_model_get_collection (model) == NULL)
    return FALSE;

  date = psg_day_format_short (day);
  x = psg_time_axis_to_x (axis, (double) psg_day_to_minutes (day));
  self->playhead = x;
  self->outside = x < 0 || x > axis->width;
  g_snprintf (self->label, sizeof self->label, "%s%s%s", x < 0 ? "‹ " : "", date, x > axis->width ? " ›" : "");

  self->width = ceil (psg_timeline_text_measure (psg_timeline_model_get_text (model), PSG_FACE_LABEL_BOLD,
                                                 self->label));
  self->width += 2 * PSG_TIMELINE_HANDLE_PADDING;
  margin = self->outside ? 0 : self->width / 2;
  self->x = round (CLAMP (x - self->width / 2, -MIN (margin, psg_timeline_model_get_gutter (model)),
                          MAX (0, axis->width - self->width + MIN (margin, 10))));

  return TRUE;
}

/**
 * psg_timeline_handle_place:
 * @self: (out caller-allocates): where the playhead's handle stands
 * @model: what the parts of the timeline share
 *
 * Returns: %FALSE if there is no playhead
 */
gboolean
psg_timeline_handle_place (PsgTimelineHandle *self,
                           PsgTimelineModel  *model)
{
  PsgSession *session = psg_timeline_model_get_session (model);

  return session != NULL && place (self, model, psg_session_get_playhead (session));
}

/**
 * psg_timeline_handle_place_compared:
 * @self: (out caller-allocates): where the handle of the day compared with stands
 * @model: what the parts of the timeline share
 *
 * The playhead's handle goes first: where there is no room for both, this one has a width
 * of 0, and only its day is told.
 *
 * Returns: %FALSE if no day is compared with
 */
gboolean
psg_timeline_handle_place_compared (PsgTimelineHandle *self,
                                    PsgTimelineModel  *model)
{
  PsgSession *session = psg_timeline_model_get_session (model);
  PsgTimelineHandle playhead;

  if (session == NULL || !place (self, model, psg_session_get_compared (session)))
    return FALSE;

  if (psg_timeline_handle_place (&playhead, model)
      && self->x < playhead.x + playhead.width + 2 && self->x + self->width + 2 > playhead.x)
    self->width = 0;

  return TRUE;
}
