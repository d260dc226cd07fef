/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"
#include "psg-time-axis.h"

G_BEGIN_DECLS

/**
 * PsgTimelineMotion:
 *
 * Which stretch of time a timeline shows at this moment. Movement that begins at the
 * timeline (a drag, the wheel) is shown at once and told to the session; movement that
 * begins elsewhere is followed with a short animation. Whatever moves it ends a kinetic
 * pan that is under way.
 */
typedef struct _PsgTimelineMotion PsgTimelineMotion;

/* Called when another stretch of time is shown. */
typedef void (*PsgTimelineMotionMoved) (gpointer user_data);

PsgTimelineMotion *psg_timeline_motion_new         (GtkWidget             *owner,
                                                    PsgTimelineMotionMoved moved,
                                                    gpointer               user_data);
void               psg_timeline_motion_free        (PsgTimelineMotion     *self);

const PsgTimeAxis *psg_timeline_motion_get_axis    (PsgTimelineMotion     *self);
void               psg_timeline_motion_set_session (PsgTimelineMotion     *self,
                                                    PsgSession            *session);
void               psg_timeline_motion_set_width   (PsgTimelineMotion     *self,
                                                    double                 width);
void               psg_timeline_motion_set_axis    (PsgTimelineMotion     *self,
                                                    const PsgTimeAxis     *axis);

void               psg_timeline_motion_jump        (PsgTimelineMotion     *self);
void               psg_timeline_motion_follow      (PsgTimelineMotion     *self);
void               psg_timeline_motion_move_to     (PsgTimelineMotion     *self,
                                                    const PsgTimeSpan     *span);
void               psg_timeline_motion_zoom        (PsgTimelineMotion     *self,
                                                    double                 x,
                                                    double                 factor);
void               psg_timeline_motion_pan         (PsgTimelineMotion     *self,
                                                    double                 dx);
void               psg_timeline_motion_fling       (PsgTimelineMotion     *self,
                                                    double                 speed);
void               psg_timeline_motion_stop_fling  (PsgTimelineMotion     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgTimelineMotion, psg_timeline_motion_free)

G_END_DECLS
