/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-handle.h"

/*
 * The handles upon the ruler, of the playhead and of the day compared with: what is
 * drawn, what is seized, and what the ruler's labels and the words of the range keep
 * clear of.
 */

static gboolean
place (PsgTimelineHandle *self,
       PsgTimelineModel  *model,
       PsgDay             day)
{
  if (psg_timeline_model_get_collection (model) == NULL)
    return FALSE;

  return psg_timeline_handle_put (self, psg_timeline_model_get_text (model), psg_timeline_model_get_axis (model),
                                  psg_timeline_model_get_gutter (model), day);
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
