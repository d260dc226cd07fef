/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-range-private.h"

#include <math.h>

#include "psg-follow.h"
#include "psg-time-snap.h"
#include "psg-timeline-view-private.h"

/*
 * How hands and keys change the range: a drag with Shift held, or by a finger that was held still first, makes a
 * new one; a drag of an edge moves that. Until it ends, it is a draft.
 */

/* Pixels a second that the time scrolls when a drag goes past an end of the axis, and as
 * many more for each pixel it is beyond. */
#define SCROLL 90.0
#define SCROLL_PER_PIXEL 8.0
#define SCROLL_MOST 1200.0

/* The draft */

static gint64
get_minute (PsgTimelineRange *self,
            double            x)
{
  const PsgTimeAxis *axis = psg_timeline_model_get_axis (self->model);

  x = CLAMP (x - psg_timeline_model_get_gutter (self->model), 0, axis->width);

  return (gint64) floor (psg_time_axis_to_minute (axis, x));
}

static void
press (PsgTimelineRange *self,
       GtkGesture       *drag,
       double            x,
       gboolean          is_edge)
{
  self->drag = drag;
  self->is_dragging = FALSE;
  self->is_held = FALSE;
  self->is_edge = is_edge;
  self->press_x = x;
}

static void
stop_scrolling (PsgTimelineRange *self)
{
  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
  self->scroll_id = 0;
}

static void
cancel_drag (PsgTimelineRange *self)
{
  self->drag = NULL;
  stop_scrolling (self);
  if (!self->is_dragging)
    return;

  self->is_dragging = FALSE;
  psg_timeline_range_update (self);
}

static void
drag_to (PsgTimelineRange *self,
         double            x)
{
  PsgTimeUnit unit = psg_time_unit_for_axis (psg_timeline_model_get_axis (self->model));
  PsgTimeSpan other = psg_time_unit_around (unit, get_minute (self, x));

  /* An edge goes to where a day begins; it takes in no whole day. */
  if (self->is_edge)
    other.start = other.end = psg_time_unit_round (unit, get_minute (self, x));

  self->draft.start = MIN (self->anchor.start, other.start);
  self->draft.end = MAX (self->anchor.end, other.end);
  if (self->draft.end <= self->draft.start)
    self->draft = psg_time_unit_around (unit, self->draft.start);

  self->is_dragging = TRUE;
  psg_timeline_range_update (self);
}

/* Pixels a second: negative past the beginning of the axis, positive past its end. */
static double
get_scroll_speed (PsgTimelineRange *self)
{
  double x = self->pointer_x - psg_timeline_model_get_gutter (self->model);
  double width = psg_timeline_model_get_axis (self->model)->width;

  if (x < 0)
    return MAX (-SCROLL_MOST, -SCROLL + SCROLL_PER_PIXEL * x);

  return x > width ? MIN (SCROLL_MOST, SCROLL + SCROLL_PER_PIXEL * (x - width)) : 0;
}

static gboolean
scrolled_cb (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  PsgTimelineRange *self = PSG_TIMELINE_RANGE (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = CLAMP ((now - self->scroll_time) / 1e6, 0, 0.1);

  self->scroll_time = now;
  psg_timeline_motion_pan (psg_timeline_model_get_motion (self->model), get_scroll_speed (self) * seconds);
  drag_to (self, self->pointer_x);

  return G_SOURCE_CONTINUE;
}

/* A range may be longer than what is in sight. */
static void
scroll_along (PsgTimelineRange *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (get_scroll_speed (self) == 0)
    stop_scrolling (self);
  else if (self->scroll_id == 0 && clock != NULL)
    {
      self->scroll_time = gdk_frame_clock_get_frame_time (clock);
      self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scrolled_cb, NULL, NULL);
    }
}

static void
drag_moved_cb (PsgTimelineRange *self,
               double            dx,
               double            dy,
               GtkGesture       *drag)
{
  if (drag != self->drag)
    return;

  if ((!self->is_dragging || self->is_held) &&
      !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, 0))
    return;

  self->is_held = FALSE;
  self->pointer_x = self->press_x + dx;
  drag_to (self, self->pointer_x);
  scroll_along (self);
}

/* Gestures that were denied a finger end, too. */
static void
drag_ended_cb (PsgTimelineRange *self,
               double            dx,
               double            dy,
               GtkGesture       *drag)
{
  g_autofree char *range = NULL;

  if (drag != self->drag)
    return;

  if (self->is_dragging && !self->is_held)
    range = psg_date_range_to_edtf (&self->draft);
  stop_scrolling (self);
  self->drag = NULL;
  self->is_dragging = FALSE;
  if (range != NULL)
    psg_timeline_range_set (self, range);
  psg_timeline_range_update (self);
}

static void
drag_cancelled_cb (PsgTimelineRange *self,
                   GdkEventSequence *sequence,
                   GtkGesture       *drag)
{
  if (drag == self->drag)
    cancel_drag (self);
}

/* How it begins */

static gboolean
is_over_time (PsgTimelineRange *self,
              double            x,
              double            y)
{
  return psg_timeline_model_get_collection (self->model) != NULL &&
         x >= psg_timeline_model_get_gutter (self->model) && y < psg_timeline_range_get_top (self, self->overview);
}

/* A new range, from anywhere upon ruler, lanes and crossings. */
static void
begin_new (PsgTimelineRange *self,
           GtkGesture       *drag,
           double            x)
{
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  psg_timeline_motion_stop_fling (psg_timeline_model_get_motion (self->model));
  press (self, drag, x, FALSE);
  self->anchor = psg_time_unit_around (psg_time_unit_for_axis (psg_timeline_model_get_axis (self->model)),
                                       get_minute (self, x));
}

static gboolean
begin_edge (PsgTimelineRange *self,
            GtkGesture       *drag,
            double            x,
            double            reach)
{
  int edge = psg_timeline_range_edge_at (self, x, reach);
  gint64 fixed;

  if (edge == 0)
    return FALSE;

  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  fixed = edge < 0 ? psg_timeline_range_get_shown (self)->end : psg_timeline_range_get_shown (self)->start;
  self->anchor = (PsgTimeSpan) { fixed, fixed };
  press (self, drag, x, TRUE);

  return TRUE;
}

static void
new_begun_cb (PsgTimelineRange *self,
              double            x,
              double            y,
              GtkGesture       *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean begins = (state & GDK_SHIFT_MASK) != 0 && is_over_time (self, x, y);

  gtk_gesture_set_state (gesture, begins ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
  if (begins)
    begin_new (self, gesture, x);
}

static void
edge_begun_cb (PsgTimelineRange *self,
               double            x,
               double            y,
               GtkGesture       *gesture)
{
  gboolean begins = begin_edge (self, gesture, x, PSG_TIMELINE_RANGE_REACH);

  gtk_gesture_set_state (gesture, begins ? GTK_EVENT_SEQUENCE_CLAIMED : GTK_EVENT_SEQUENCE_DENIED);
}

/* Fingers are blunt, and hide what they are at: they need not come down on the edge itself. What
 * they do elsewhere is left alone until one has been held. */
static void
touch_begun_cb (PsgTimelineRange *self,
                double            x,
                double            y,
                GtkGesture       *gesture)
{
  double top = psg_timeline_range_get_top (self, self->canvas);

  if (is_over_time (self, x, y) && y >= top &&
      psg_timeline_canvas_pick (self->canvas, x, y - top) == PSG_ROW_NONE &&
      begin_edge (self, gesture, x, PSG_TIMELINE_RANGE_TOUCH_REACH))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The finger is told that it is understood by the first bit of a range. */
static void
held_cb (PsgTimelineRange *self,
         double            x,
         double            y,
         GtkGesture       *gesture)
{
  if (self->drag != NULL || !is_over_time (self, x, y))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  psg_timeline_view_give_up_drag (PSG_TIMELINE_VIEW (gtk_widget_get_parent (GTK_WIDGET (self))));
  begin_new (self, self->touch, x);
  drag_to (self, x);
  self->is_held = TRUE;
}

/* Negative: the left edge is at @x, positive: the right one; 0: neither. */
int
psg_timeline_range_edge_at (PsgTimelineRange *self,
                            double            x,
                            double            reach)
{
  const PsgTimeSpan *range = psg_timeline_range_get_shown (self);
  const PsgTimeAxis *axis = psg_timeline_model_get_axis (self->model);
  double left, right;

  if (range == NULL)
    return 0;

  x -= psg_timeline_model_get_gutter (self->model);
  left = fabs (x - psg_time_axis_to_x (axis, (double) range->start));
  right = fabs (x - psg_time_axis_to_x (axis, (double) range->end));
  if (right <= reach && right <= left)
    return 1;

  return left <= reach ? -1 : 0;
}

/* Keys */

static gboolean
ended_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  PsgTimelineView *view = PSG_TIMELINE_VIEW (widget);
  PsgSession *session = psg_timeline_model_get_session (view->model);
  g_autoptr (GError) error = NULL;

  if (psg_timeline_model_get_collection (view->model) == NULL)
    return FALSE;

  if (!psg_session_set_range_end (session, g_variant_get_int32 (args), psg_session_get_playhead (session), &error))
    psg_show_error (widget, error->message);

  return TRUE;
}

/* Escape gives up a drag; else it takes the range away, as the backslash does. */
static gboolean
cleared_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  PsgTimelineRange *self = PSG_TIMELINE_RANGE (PSG_TIMELINE_VIEW (widget)->range);

  if (psg_timeline_range_get_shown (self) == NULL)
    return FALSE;

  if (self->is_dragging)
    cancel_drag (self);
  else
    psg_timeline_range_set (self, NULL);

  return TRUE;
}

static GtkGesture *
add_drag (PsgTimelineRange   *self,
          GtkWidget          *to,
          GCallback           begun_cb,
          GtkPropagationPhase phase)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), phase);
  g_signal_connect_object (drag, "drag-begin", begun_cb, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancelled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (to, GTK_EVENT_CONTROLLER (drag));

  return drag;
}

static void
add_touch (PsgTimelineRange *self,
           GtkWidget        *to)
{
  GtkGesture *drag = add_drag (self, to, G_CALLBACK (touch_begun_cb), GTK_PHASE_CAPTURE);
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (drag), TRUE);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (hold), GTK_PHASE_CAPTURE);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (held_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (to, GTK_EVENT_CONTROLLER (hold));
  gtk_gesture_group (hold, drag);
  self->touch = drag;
}

void
psg_timeline_range_init_input (PsgTimelineRange *self)
{
  add_drag (self, GTK_WIDGET (self), G_CALLBACK (edge_begun_cb), GTK_PHASE_BUBBLE);
}

/**
 * psg_timeline_range_watch:
 * @self: a range
 * @view: the timeline it is a part of
 *
 * Makes a range of every drag upon the timeline with Shift held or by a finger that was
 * held, before the parts below can take it for something else.
 */
void
psg_timeline_range_watch (PsgTimelineRange *self,
                          GtkWidget        *view)
{
  add_drag (self, view, G_CALLBACK (new_begun_cb), GTK_PHASE_CAPTURE);
  add_touch (self, view);
}

/**
 * psg_timeline_range_bind_keys:
 * @view_class: the class of timelines
 */
void
psg_timeline_range_bind_keys (GtkWidgetClass *view_class)
{
  gtk_widget_class_add_binding (view_class, GDK_KEY_bracketleft, 0, ended_cb, "i", -1);
  gtk_widget_class_add_binding (view_class, GDK_KEY_bracketright, 0, ended_cb, "i", 1);
  gtk_widget_class_add_binding (view_class, GDK_KEY_backslash, 0, cleared_cb, NULL);
  gtk_widget_class_add_binding (view_class, GDK_KEY_Escape, 0, cleared_cb, NULL);
}
