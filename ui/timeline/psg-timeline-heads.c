/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-heads.h"

#include <math.h>
#include <string.h>

#include "psg-timeline-heads-private.h"

/*
 * One set of controllers serves all the heads. A drag moves nothing until it ends: a
 * line shows where the lane will go, and then it goes there. Menu and edits are in
 * psg-timeline-heads-actions.c.
 */

#define LINE 2.0f
#define LIFTED 0.85

G_DEFINE_FINAL_TYPE (PsgTimelineHeads, psg_timeline_heads, GTK_TYPE_WIDGET)

static PsgLaneOrder *
get_order (PsgTimelineHeads *self)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);

  return session != NULL ? psg_session_get_lanes (session) : NULL;
}

static void
hover (PsgTimelineHeads *self,
       GtkWidget        *head)
{
  if (self->hovered == head)
    return;

  if (self->hovered != NULL)
    psg_timeline_lane_head_set_hovered (PSG_TIMELINE_LANE_HEAD (self->hovered), FALSE);
  self->hovered = head;
  if (head != NULL)
    psg_timeline_lane_head_set_hovered (PSG_TIMELINE_LANE_HEAD (head), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), head != NULL ? "pointer" : NULL);
}

/* Making */

static void
head_activated_cb (PsgTimelineHeads *self,
                   GtkWidget        *head)
{
  self->current = psg_timeline_lane_head_get_lane (PSG_TIMELINE_LANE_HEAD (head));
  gtk_widget_activate_action (GTK_WIDGET (self), "lane.collapse", NULL);
}

static void
drop_heads (PsgTimelineHeads *self)
{
  self->hovered = NULL;
  self->dragged = PSG_NO_LANE;
  self->current = 0;
  for (guint i = 0; i < self->n_heads; i++)
    gtk_widget_unparent (self->heads[i]);
  self->n_heads = 0;
}

static void
make_heads (PsgTimelineHeads *self,
            guint             n)
{
  drop_heads (self);
  for (guint i = 0; i < n; i++)
    {
      self->heads[i] = psg_timeline_lane_head_new (self->model, i);
      gtk_widget_set_parent (self->heads[i], GTK_WIDGET (self));
      g_signal_connect_object (self->heads[i], "activate", G_CALLBACK (head_activated_cb), self, G_CONNECT_SWAPPED);
    }
  self->n_heads = n;
}

/* A head for each lane, in the order they stand in, and the hidden ones out of the way. */
static void
arrange_heads (PsgTimelineHeads *self)
{
  PsgLaneOrder *order = get_order (self);
  guint n = order != NULL ? psg_lane_order_get_n (order) : 0;
  GtkWidget *above = NULL;

  if (n != self->n_heads || self->collection != psg_timeline_model_get_collection (self->model))
    make_heads (self, n);
  self->collection = psg_timeline_model_get_collection (self->model);

  for (guint i = 0; i < n; i++)
    {
      guint lane = psg_lane_order_get_lane (order, i);

      gtk_widget_set_visible (self->heads[lane], psg_lane_order_get_state (order, lane) != PSG_LANE_HIDDEN);
      gtk_widget_insert_after (self->heads[lane], GTK_WIDGET (self), above);
      above = self->heads[lane];
    }

  if (n > 0 && psg_lane_order_get_state (order, self->current) == PSG_LANE_HIDDEN)
    self->current = psg_lane_order_get_lane (order, 0);
  psg_timeline_heads_describe (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
invalidated_cb (PsgTimelineHeads  *self,
                PsgTimelineInvalid what)
{
  const PsgTimelineLanes *places = psg_timeline_model_get_places (self->model);

  if (what & PSG_INVALID_LANES)
    arrange_heads (self);
  else if (what & PSG_INVALID_LAYOUT && memcmp (places, &self->places, sizeof self->places) != 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));

  if (what & (PSG_INVALID_CURSOR | PSG_INVALID_LANES))
    psg_timeline_heads_tell_of_hidden (self);

  if (what & (PSG_INVALID_DRAW | PSG_INVALID_GATHER | PSG_INVALID_LANES))
    for (guint i = 0; i < self->n_heads; i++)
      gtk_widget_queue_draw (self->heads[i]);
}

/* Pointer */

static void
pointer_moved_cb (PsgTimelineHeads *self,
                  double            x,
                  double            y)
{
  if (self->dragged == PSG_NO_LANE)
    hover (self, psg_timeline_heads_pick (self, y));
}

static void
pointer_left_cb (PsgTimelineHeads *self)
{
  hover (self, NULL);
}

static void
pressed_cb (PsgTimelineHeads *self,
            int               n_press,
            double            x,
            double            y)
{
  GtkWidget *head = psg_timeline_heads_pick (self, y);

  if (head != NULL)
    gtk_widget_grab_focus (head);
}

static void
released_cb (PsgTimelineHeads *self,
             int               n_press,
             double            x,
             double            y)
{
  GtkWidget *head = psg_timeline_heads_pick (self, y);

  /* It is not claimed: the timeline's own gestures would never hear that it has ended, and take
   * the next press for a part of it. */
  if (head != NULL && x >= 0 && x < gtk_widget_get_width (GTK_WIDGET (self)))
    head_activated_cb (self, head);
}

static void
popup_at (PsgTimelineHeads *self,
          double            y,
          GtkGesture       *gesture)
{
  GtkWidget *head = psg_timeline_heads_pick (self, y);

  if (head == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  psg_timeline_heads_popup (self, psg_timeline_lane_head_get_lane (PSG_TIMELINE_LANE_HEAD (head)));
}

static void
menu_pressed_cb (PsgTimelineHeads *self,
                 int               n_press,
                 double            x,
                 double            y,
                 GtkGesture       *gesture)
{
  popup_at (self, y, gesture);
}

static void
held_cb (PsgTimelineHeads *self,
         double            x,
         double            y,
         GtkGesture       *gesture)
{
  popup_at (self, y, gesture);
}

/* Dragging */

static void
end_drag (PsgTimelineHeads *self)
{
  if (self->dragged == PSG_NO_LANE)
    return;

  gtk_widget_set_opacity (self->heads[self->dragged], 1);
  self->dragged = PSG_NO_LANE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_moved_cb (PsgTimelineHeads *self,
               double            dx,
               double            dy,
               GtkGestureDrag   *gesture)
{
  double x, y;
  GtkWidget *head;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  if (self->dragged == PSG_NO_LANE)
    {
      head = psg_timeline_heads_pick (self, y);
      if (head == NULL || !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, 0, (int) dy))
        return;

      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      hover (self, NULL);
      self->dragged = psg_timeline_lane_head_get_lane (PSG_TIMELINE_LANE_HEAD (head));
      gtk_widget_set_opacity (head, 0.35);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }

  self->drag_dy = dy;
  self->drag_gap = psg_timeline_lanes_get_gap (psg_timeline_model_get_places (self->model), y + dy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_ended_cb (PsgTimelineHeads *self,
               double            dx,
               double            dy)
{
  guint lane = self->dragged;

  if (lane == PSG_NO_LANE)
    return;

  end_drag (self);
  psg_timeline_heads_drop (self, lane, self->drag_gap);
}

static void
drag_cancelled_cb (PsgTimelineHeads *self)
{
  end_drag (self);
}

/* Drawing */

static void
append_gap (PsgTimelineHeads *self,
            GtkSnapshot      *snapshot)
{
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->model);
  const PsgTimelineLanes *places = &self->places;
  float width = (float) (gtk_widget_get_width (GTK_WIDGET (self)) +
                         psg_timeline_model_get_axis (self->model)->width);
  float y = 0;

  if (self->drag_gap < places->n)
    y = places->lanes[self->drag_gap].y;
  else if (places->n > 0)
    y = places->lanes[places->n - 1].y + places->lanes[places->n - 1].height;

  y = CLAMP (y - LINE / 2, 0, (float) gtk_widget_get_height (GTK_WIDGET (self)) - LINE);
  gtk_snapshot_append_color (snapshot, &style->accent, &GRAPHENE_RECT_INIT (0, y, width, LINE));
}

/* The lane in hand, where the pointer has it. */
static void
append_lifted (PsgTimelineHeads *self,
               GtkSnapshot      *snapshot)
{
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->model);
  GtkWidget *head = self->heads[self->dragged];
  float width = (float) gtk_widget_get_width (head), height = (float) gtk_widget_get_height (head);
  graphene_rect_t bounds;
  GskRoundedRect outline;

  if (!gtk_widget_compute_bounds (head, GTK_WIDGET (self), &bounds))
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (bounds.origin.x, bounds.origin.y + (float) self->drag_dy));
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (1, 0, width - 2, height), 5);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA) { 0, 0, 0, 0.35f }, 0, 1, 0, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_push_opacity (snapshot, LIFTED);
  gtk_snapshot_append_color (snapshot, &style->bg, &outline.bounds);
  GTK_WIDGET_GET_CLASS (head)->snapshot (head, snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
psg_timeline_heads_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PsgTimelineHeads *self = PSG_TIMELINE_HEADS (widget);

  GTK_WIDGET_CLASS (psg_timeline_heads_parent_class)->snapshot (widget, snapshot);

  if (self->dragged == PSG_NO_LANE)
    return;

  append_gap (self, snapshot);
  append_lifted (self, snapshot);
}

/* Widget */

static void
psg_timeline_heads_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PsgTimelineHeads *self = PSG_TIMELINE_HEADS (widget);

  self->places = *psg_timeline_model_get_places (self->model);
  for (guint i = 0; i < self->places.n; i++)
    {
      const PsgTimelineLane *place = &self->places.lanes[i];
      int top = (int) roundf (place->y), bottom = (int) roundf (place->y + place->height);

      if (place->lane < self->n_heads)
        gtk_widget_size_allocate (self->heads[place->lane],
                                  &(GtkAllocation) { PSG_TIMELINE_LANE_HEAD_MARGIN, top,
                                                     MAX (1, width - 2 * PSG_TIMELINE_LANE_HEAD_MARGIN),
                                                     MAX (1, bottom - top) }, -1);
    }

  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

/* To Tab all heads are one stop: the one that had the focus last. */
static gboolean
psg_timeline_heads_focus (GtkWidget       *widget,
                          GtkDirectionType direction)
{
  PsgTimelineHeads *self = PSG_TIMELINE_HEADS (widget);

  if (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN || self->current >= self->n_heads)
    return FALSE;

  return gtk_widget_grab_focus (self->heads[self->current]);
}

static void
psg_timeline_heads_set_focus_child (GtkWidget *widget,
                                    GtkWidget *child)
{
  PsgTimelineHeads *self = PSG_TIMELINE_HEADS (widget);

  if (child != NULL && PSG_IS_TIMELINE_LANE_HEAD (child))
    self->current = psg_timeline_lane_head_get_lane (PSG_TIMELINE_LANE_HEAD (child));

  GTK_WIDGET_CLASS (psg_timeline_heads_parent_class)->set_focus_child (widget, child);
}

static void
psg_timeline_heads_dispose (GObject *object)
{
  PsgTimelineHeads *self = PSG_TIMELINE_HEADS (object);

  g_clear_handle_id (&self->menu_source, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  psg_timeline_heads_drop_toast (self);
  drop_heads (self);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (psg_timeline_heads_parent_class)->dispose (object);
}

static void
psg_timeline_heads_class_init (PsgTimelineHeadsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_timeline_heads_dispose;
  widget_class->size_allocate = psg_timeline_heads_size_allocate;
  widget_class->snapshot = psg_timeline_heads_snapshot;
  widget_class->focus = psg_timeline_heads_focus;
  widget_class->set_focus_child = psg_timeline_heads_set_focus_child;

  gtk_widget_class_set_css_name (widget_class, "laneheads");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  psg_timeline_heads_install_actions (widget_class);
}

static void
add_pointer (PsgTimelineHeads *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *menu = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new (), *hold = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkWidget *widget = GTK_WIDGET (self);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_swapped (hold, "pressed", G_CALLBACK (held_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));

  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_moved_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancelled_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  self->drag = drag;

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left_cb), self);
  gtk_widget_add_controller (widget, motion);
}

static void
psg_timeline_heads_init (PsgTimelineHeads *self)
{
  self->dragged = PSG_NO_LANE;
  self->chosen = PSG_ROW_NONE;
  add_pointer (self);
  psg_timeline_heads_name (self);
}

/**
 * psg_timeline_heads_new:
 * @model: what the parts of the timeline share
 *
 * Returns: (transfer floating): the heads of its lanes
 */
GtkWidget *
psg_timeline_heads_new (PsgTimelineModel *model)
{
  PsgTimelineHeads *self = g_object_new (PSG_TYPE_TIMELINE_HEADS, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "invalidated", G_CALLBACK (invalidated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * psg_timeline_heads_get_head:
 * @self: heads
 * @lane: index into the collection's lanes
 *
 * Returns: (nullable) (transfer none): its head, hidden or not
 */
GtkWidget *
psg_timeline_heads_get_head (PsgTimelineHeads *self,
                             guint             lane)
{
  return lane < self->n_heads ? self->heads[lane] : NULL;
}

/**
 * psg_timeline_heads_pick:
 * @self: heads
 * @y: in its coordinates
 *
 * Returns: (nullable) (transfer none): the head that is there
 */
GtkWidget *
psg_timeline_heads_pick (PsgTimelineHeads *self,
                         double            y)
{
  for (guint i = 0; i < self->places.n; i++)
    {
      const PsgTimelineLane *place = &self->places.lanes[i];

      if (y >= place->y && y < place->y + place->height)
        return psg_timeline_heads_get_head (self, place->lane);
    }

  return NULL;
}

/**
 * psg_timeline_heads_describe:
 * @self: heads
 *
 * Brings what assistive tools are told of the lanes up to date.
 */
void
psg_timeline_heads_describe (PsgTimelineHeads *self)
{
  for (guint i = 0; i < self->n_heads; i++)
    psg_timeline_lane_head_describe (PSG_TIMELINE_LANE_HEAD (self->heads[i]));
}
