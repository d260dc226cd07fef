/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-event-index.h"
#include "psg-session.h"
#include "psg-timeline-lanes.h"
#include "psg-timeline-motion.h"
#include "psg-timeline-style.h"
#include "psg-timeline-text.h"

G_BEGIN_DECLS

/* What no longer holds. Each stage makes the ones after it invalid too. */
typedef enum
{
  PSG_INVALID_GATHER = 1 << 0, /* the events: collection or filter */
  PSG_INVALID_LAYOUT = 1 << 1, /* where they are: span, size, choice */
  PSG_INVALID_DRAW   = 1 << 2, /* how they look: colours, fonts */
  PSG_INVALID_CURSOR = 1 << 3, /* what lies over them: playhead, choice */
  PSG_INVALID_BAND   = 1 << 4, /* the chosen crossing */
  PSG_INVALID_PLAYHEAD = 1 << 5, /* the day the playhead stands on */
  PSG_INVALID_RANGE  = 1 << 9, /* the filter's range, and what lies in it */
  PSG_INVALID_COVER  = 1 << 10, /* what covers the ruler */
  PSG_INVALID_NOTES  = 1 << 11, /* what the person wrote */
  PSG_INVALID_LANES = 1 << 6,  /* their arrangement: order, what is collapsed or hidden */
} PsgTimelineInvalid;

#define PSG_TYPE_TIMELINE_MODEL (psg_timeline_model_get_type ())
G_DECLARE_FINAL_TYPE (PsgTimelineModel, psg_timeline_model, PSG, TIMELINE_MODEL, GObject)

/**
 * PsgTimelineModel:
 *
 * What the parts of one timeline share: the session they follow, the stretch of
 * time they show at this moment (on its way to the session's, if that moved),
 * indexes, colours, text. It tells them with `invalidated` what to do anew.
 */
PsgTimelineModel *psg_timeline_model_new             (GtkWidget *owner);

PsgSession       *psg_timeline_model_get_session     (PsgTimelineModel *self);
void              psg_timeline_model_set_session     (PsgTimelineModel *self, PsgSession *session);
PsgCollection    *psg_timeline_model_get_collection  (PsgTimelineModel *self);
GPtrArray        *psg_timeline_model_get_lanes       (PsgTimelineModel *self);
gboolean          psg_timeline_model_shows_lane      (PsgTimelineModel *self, guint lane);
const PsgTimelineLanes *psg_timeline_model_get_places (PsgTimelineModel *self);
GPtrArray        *psg_timeline_model_get_crossings   (PsgTimelineModel *self);
PsgEventIndex    *psg_timeline_model_get_index       (PsgTimelineModel *self);
const PsgTimeAxis *psg_timeline_model_get_axis       (PsgTimelineModel *self);
const GArray     *psg_timeline_model_get_ticks       (PsgTimelineModel *self);
PsgTimelineMotion *psg_timeline_model_get_motion     (PsgTimelineModel *self);
PsgTimeSpan       psg_timeline_model_get_bounds      (PsgTimelineModel *self);
const PsgTimelineStyle *psg_timeline_model_get_style (PsgTimelineModel *self);
PsgTimelineText  *psg_timeline_model_get_text        (PsgTimelineModel *self);
int               psg_timeline_model_get_gutter      (PsgTimelineModel *self);

gboolean          psg_timeline_model_is_covered      (PsgTimelineModel *self, double left, double right);

void              psg_timeline_model_set_cover       (PsgTimelineModel *self, double left, double right);
void              psg_timeline_model_set_width       (PsgTimelineModel *self, int gutter, double width);
void              psg_timeline_model_set_lanes_height (PsgTimelineModel *self, int height);
void              psg_timeline_model_restyle         (PsgTimelineModel *self);
void              psg_timeline_model_invalidate      (PsgTimelineModel *self, PsgTimelineInvalid what);

G_END_DECLS
