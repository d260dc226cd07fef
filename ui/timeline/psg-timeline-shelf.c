/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-shelf.h"

#include <adwaita.h>

/* The lanes' places, and the short movement from one arrangement to the next. What
 * an arrangement means in pixels is worked out in core. */

#define ANIMATION_MS 200

struct _PsgTimelineShelf
{
  GtkWidget *owner; /* borrowed: outlives us */
  PsgTimelineShelfMoved moved;
  gpointer user_data;

  PsgLaneOrder *order;
  AdwAnimation *animation;
  PsgTimelineLanes from;
  PsgTimelineLanes now;
  int height;
};

static void
stop_animation (PsgTimelineShelf *self)
{
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  g_clear_object (&self->animation);
}

static void
animation_moved_cb (double   progress,
                    gpointer user_data)
{
  PsgTimelineShelf *self = user_data;
  PsgTimelineLanes to;

  psg_timeline_lanes_place (&to, self->order, self->height);
  psg_timeline_lanes_mix (&self->now, &self->from, &to, progress);
  self->moved (self->user_data);
}

static void
start_animation (PsgTimelineShelf *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (animation_moved_cb, self, NULL);

  self->from = self->now;
  self->animation = adw_timed_animation_new (self->owner, 0, 1, ANIMATION_MS, target);
  adw_animation_play (self->animation);
}

static gboolean
is_moving (PsgTimelineShelf *self)
{
  return self->animation != NULL && adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
}

/**
 * psg_timeline_shelf_new:
 * @owner: the widget that shows the lanes
 * @moved: called when they have moved
 * @user_data: for @moved
 *
 * Returns: (transfer full): a shelf with no lanes
 */
PsgTimelineShelf *
psg_timeline_shelf_new (GtkWidget            *owner,
                        PsgTimelineShelfMoved moved,
                        gpointer              user_data)
{
  PsgTimelineShelf *self = g_new0 (PsgTimelineShelf, 1);

  self->owner = owner;
  self->moved = moved;
  self->user_data = user_data;
  self->order = psg_lane_order_new (NULL);

  return self;
}

void
psg_timeline_shelf_free (PsgTimelineShelf *self)
{
  stop_animation (self);
  psg_lane_order_unref (self->order);
  g_free (self);
}

const PsgTimelineLanes *
psg_timeline_shelf_get (PsgTimelineShelf *self)
{
  return &self->now;
}

/**
 * psg_timeline_shelf_set_height:
 * @self: a shelf
 * @height: what the lanes have together, in pixels
 *
 * Follows the size of the owner, which is allocating its parts anyway: tells nobody.
 */
void
psg_timeline_shelf_set_height (PsgTimelineShelf *self,
                               int               height)
{
  if (self->height == height)
    return;

  self->height = height;
  if (!is_moving (self))
    psg_timeline_lanes_place (&self->now, self->order, height);
}

/**
 * psg_timeline_shelf_set_order:
 * @self: a shelf
 * @order: how the lanes are to stand
 * @animate: whether they may be seen to move there
 */
void
psg_timeline_shelf_set_order (PsgTimelineShelf *self,
                              PsgLaneOrder     *order,
                              gboolean          animate)
{
  if (psg_lane_order_equal (order, self->order))
    return;

  stop_animation (self);
  psg_lane_order_ref (order);
  psg_lane_order_unref (self->order);
  self->order = order;

  if (animate && gtk_widget_get_mapped (self->owner) && adw_get_enable_animations (self->owner))
    {
      start_animation (self);
      return;
    }

  psg_timeline_lanes_place (&self->now, order, self->height);
  self->moved (self->user_data);
}
