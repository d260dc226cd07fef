/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-motion.h"

#include <adwaita.h>
#include <math.h>

/*
 * Keeps what is shown and what the session says in step, whichever of them moves first.
 * What a person did to move it is input's concern: see psg-timeline-input.c.
 */

#define ANIMATION_MS 220

/* Kinetic pan: the speed falls to a third in so many seconds, and ends below so many pixels a second. */
#define FLING_DECAY 0.28
#define FLING_LEAST 25.0

struct _PsgTimelineMotion
{
  GtkWidget *owner; /* borrowed */
  PsgTimelineMotionMoved moved;
  gpointer user_data;

  PsgSession *session;
  PsgTimeAxis axis;
  PsgTimeAxis from;   /* where an animation began */
  AdwAnimation *animation;
  double speed;       /* of a kinetic pan, in pixels a second */
  gint64 fling_time;  /* of its last frame, in microseconds */
  guint fling_id;
  gboolean is_moving; /* we are the ones who change the session's span */
};

static void
stop_animation (PsgTimelineMotion *self)
{
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
}

static void
show_axis (PsgTimelineMotion *self,
           const PsgTimeAxis *axis)
{
  if (psg_time_axis_equal (&self->axis, axis))
    return;

  self->axis = *axis;
  self->moved (self->user_data);
}

/* Shows another stretch of time at once, within bounds, and tells the session. */
static void
show_and_tell (PsgTimelineMotion *self,
               const PsgTimeAxis *axis)
{
  PsgTimeSpan bounds = psg_session_get_bounds (self->session);
  PsgTimeAxis tame = psg_time_axis_clamp (axis, &bounds, PSG_MINUTES_PER_DAY);
  PsgTimeSpan span = psg_time_axis_get_span (&tame);

  stop_animation (self);
  show_axis (self, &tame);

  self->is_moving = TRUE;
  psg_session_set_span (self->session, &span);
  self->is_moving = FALSE;
}

static PsgTimeAxis
get_target (PsgTimelineMotion *self)
{
  return psg_time_axis (psg_session_get_span (self->session), self->axis.width);
}

/* Where a movement that is under way will end: repeated keys add up. */
static PsgTimeAxis
get_heading (PsgTimelineMotion *self)
{
  return self->animation != NULL && adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING
           ? get_target (self) : self->axis;
}

/* Callbacks */

static void
animation_moved_cb (double   progress,
                    gpointer user_data)
{
  PsgTimelineMotion *self = user_data;
  PsgTimeAxis target = get_target (self);
  PsgTimeAxis axis = psg_time_axis_mix (&self->from, &target, progress);

  show_axis (self, progress >= 1 ? &target : &axis);
}

static void
start_animation (PsgTimelineMotion *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (animation_moved_cb, self, NULL);

  stop_animation (self);
  self->from = self->axis;
  self->animation = adw_timed_animation_new (self->owner, 0, 1, ANIMATION_MS, target);
  adw_animation_play (self->animation);
}

static gboolean
flung_cb (GtkWidget     *owner,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  PsgTimelineMotion *self = user_data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = CLAMP ((now - self->fling_time) / 1e6, 0, 0.1);
  PsgTimeAxis before = self->axis;
  PsgTimeAxis axis = psg_time_axis_pan (&self->axis, -self->speed * seconds);

  self->fling_time = now;
  show_and_tell (self, &axis);
  self->speed *= exp (-seconds / FLING_DECAY);

  if (fabs (self->speed) > FLING_LEAST && (seconds <= 0 || before.start != self->axis.start))
    return G_SOURCE_CONTINUE;

  self->fling_id = 0;

  return G_SOURCE_REMOVE;
}

/**
 * psg_timeline_motion_new:
 * @owner: the widget whose time it is, which outlives it
 * @moved: called when another stretch of time is shown
 * @user_data: for @moved
 *
 * Returns: (transfer full): a motion without a session, which shows one day
 */
PsgTimelineMotion *
psg_timeline_motion_new (GtkWidget             *owner,
                         PsgTimelineMotionMoved moved,
                         gpointer               user_data)
{
  PsgTimelineMotion *self = g_new0 (PsgTimelineMotion, 1);

  self->owner = owner;
  self->moved = moved;
  self->user_data = user_data;
  self->axis = (PsgTimeAxis) { 0, PSG_MINUTES_PER_DAY, 1 };

  return self;
}

void
psg_timeline_motion_free (PsgTimelineMotion *self)
{
  psg_timeline_motion_set_session (self, NULL);
  g_free (self);
}

/**
 * psg_timeline_motion_get_axis:
 * @self: a motion
 *
 * Returns: what is shown at this moment
 */
const PsgTimeAxis *
psg_timeline_motion_get_axis (PsgTimelineMotion *self)
{
  return &self->axis;
}

/**
 * psg_timeline_motion_set_session:
 * @self: a motion
 * @session: (nullable): whose span is shown; the others may be called only while there is one
 */
void
psg_timeline_motion_set_session (PsgTimelineMotion *self,
                                 PsgSession        *session)
{
  stop_animation (self);
  psg_timeline_motion_stop_fling (self);
  g_set_object (&self->session, session);
}

/**
 * psg_timeline_motion_set_width:
 * @self: a motion
 * @width: what time takes, in pixels
 *
 * Shows the same stretch of time in another width. Does not call back.
 */
void
psg_timeline_motion_set_width (PsgTimelineMotion *self,
                               double             width)
{
  self->axis = psg_time_axis_resize (&self->axis, width);
  self->from = psg_time_axis_resize (&self->from, width);
}

/**
 * psg_timeline_motion_set_axis:
 * @self: a motion
 * @axis: what to show
 *
 * Shows another stretch of time at once, within bounds, and tells the session.
 */
void
psg_timeline_motion_set_axis (PsgTimelineMotion *self,
                              const PsgTimeAxis *axis)
{
  psg_timeline_motion_stop_fling (self);
  show_and_tell (self, axis);
}

/**
 * psg_timeline_motion_jump:
 * @self: a motion
 *
 * Shows the session's span at once, without calling back: all is to be made anew anyway.
 */
void
psg_timeline_motion_jump (PsgTimelineMotion *self)
{
  stop_animation (self);
  psg_timeline_motion_stop_fling (self);
  self->axis = get_target (self);
}

/**
 * psg_timeline_motion_follow:
 * @self: a motion
 *
 * Moves to the session's span, which has changed, unless that was our doing.
 */
void
psg_timeline_motion_follow (PsgTimelineMotion *self)
{
  PsgTimeAxis target = get_target (self);

  if (self->is_moving)
    return;

  psg_timeline_motion_stop_fling (self);
  if (gtk_widget_get_mapped (self->owner) && adw_get_enable_animations (self->owner))
    start_animation (self);
  else
    show_axis (self, &target);
}

/**
 * psg_timeline_motion_move_to:
 * @self: a motion
 * @span: what to show
 *
 * Moves to another stretch of time, within bounds, with an animation.
 */
void
psg_timeline_motion_move_to (PsgTimelineMotion *self,
                             const PsgTimeSpan *span)
{
  PsgTimeSpan bounds = psg_session_get_bounds (self->session);
  PsgTimeSpan tame = psg_time_span_clamp (span, &bounds, PSG_MINUTES_PER_DAY);

  psg_timeline_motion_stop_fling (self);
  psg_session_set_span (self->session, &tame);
}

/**
 * psg_timeline_motion_zoom:
 * @self: a motion
 * @x: the pixel whose time stays in place; negative: the middle, with an animation
 * @factor: more than 1 comes closer
 */
void
psg_timeline_motion_zoom (PsgTimelineMotion *self,
                          double             x,
                          double             factor)
{
  gboolean animate = x < 0;
  PsgTimeSpan bounds = psg_session_get_bounds (self->session);
  PsgTimeAxis axis = animate ? get_heading (self) : self->axis;
  double shortest = MIN (PSG_MINUTES_PER_DAY, (double) psg_time_span_get_length (&bounds));
  double longest = (double) psg_time_span_get_length (&bounds);

  /* Within limits first, so that the point stays in place at either end. */
  factor = axis.length / CLAMP (axis.length / factor, shortest, longest);
  axis = psg_time_axis_zoom (&axis, animate ? axis.width / 2 : x, factor);

  if (animate)
    {
      PsgTimeSpan span = psg_time_axis_get_span (&axis);

      psg_timeline_motion_move_to (self, &span);
    }
  else
    psg_timeline_motion_set_axis (self, &axis);
}

/**
 * psg_timeline_motion_pan:
 * @self: a motion
 * @dx: pixels; positive shows what comes later
 */
void
psg_timeline_motion_pan (PsgTimelineMotion *self,
                         double             dx)
{
  PsgTimeAxis axis = psg_time_axis_pan (&self->axis, dx);

  psg_timeline_motion_set_axis (self, &axis);
}

/**
 * psg_timeline_motion_fling:
 * @self: a motion
 * @speed: pixels a second; positive shows what comes earlier
 *
 * Pans on after a drag that was let go in movement, ever more slowly. Does nothing if that
 * was slow, or where animations are not wanted.
 */
void
psg_timeline_motion_fling (PsgTimelineMotion *self,
                           double             speed)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->owner);

  psg_timeline_motion_stop_fling (self);
  if (clock == NULL || fabs (speed) < 10 * FLING_LEAST || !adw_get_enable_animations (self->owner))
    return;

  self->speed = speed;
  self->fling_time = gdk_frame_clock_get_frame_time (clock);
  self->fling_id = gtk_widget_add_tick_callback (self->owner, flung_cb, self, NULL);
}

void
psg_timeline_motion_stop_fling (PsgTimelineMotion *self)
{
  if (self->fling_id != 0)
    gtk_widget_remove_tick_callback (self->owner, self->fling_id);
  self->fling_id = 0;
}
