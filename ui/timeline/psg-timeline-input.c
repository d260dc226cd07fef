/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-view-private.h"

#include <adwaita.h>
#include <math.h>

/*
 * Input that concerns the timeline as a whole: panning, zooming and keys. A
 * drag becomes a pan only once it has gone further than a click may, so that
 * clicks on the parts stay clicks.
 */

/* Halves or doubles in about three notches of the wheel. */
#define ZOOM_PER_NOTCH 0.35
#define ZOOM_PER_PIXEL 0.006
#define ZOOM_PER_KEY 1.6
#define PAN_PER_NOTCH 80.0

static gboolean
has_collection (PsgTimelineView *self)
{
  return psg_timeline_model_get_collection (self->model) != NULL;
}

static PsgTimelineMotion *
get_motion (PsgTimelineView *self)
{
  return psg_timeline_model_get_motion (self->model);
}

static double
get_axis_x (PsgTimelineView *self,
            double           x)
{
  const PsgTimeAxis *axis = psg_timeline_model_get_axis (self->model);

  return CLAMP (x - psg_timeline_model_get_gutter (self->model), 0, axis->width);
}

/* Panning */

static void
pan_to (PsgTimelineView *self,
        double           dx)
{
  PsgTimeAxis axis = psg_time_axis_resize (&self->start_axis, psg_timeline_model_get_axis (self->model)->width);

  axis = psg_time_axis_pan (&axis, -dx);
  psg_timeline_motion_set_axis (get_motion (self), &axis);
}

static void
drag_begun_cb (PsgTimelineView *self,
               double           x,
               double           y,
               GtkGesture      *gesture)
{
  psg_timeline_motion_stop_fling (get_motion (self));

  /* What is beside the axis takes the focus itself. */
  if (!has_collection (self) || x < psg_timeline_model_get_gutter (self->model))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->is_panning = FALSE;
  self->start_axis = *psg_timeline_model_get_axis (self->model);
  self->speed = 0;
  self->last_dx = 0;
  self->last_time = g_get_monotonic_time ();
}

static void
drag_moved_cb (PsgTimelineView *self,
               double           dx,
               double           dy,
               GtkGesture      *gesture)
{
  gint64 now = g_get_monotonic_time ();
  double seconds = (now - self->last_time) / 1e6;

  if (!self->is_panning)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      self->is_panning = TRUE;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (self->canvas, "grabbing");
    }

  pan_to (self, dx);

  if (seconds > 0.002)
    {
      self->speed = 0.6 * self->speed + 0.4 * (dx - self->last_dx) / seconds;
      self->last_dx = dx;
      self->last_time = now;
    }
}

static void
drag_ended_cb (PsgTimelineView *self,
               double           dx,
               double           dy)
{
  if (!self->is_panning)
    return;

  self->is_panning = FALSE;
  gtk_widget_set_cursor_from_name (self->canvas, "grab");
  if (g_get_monotonic_time () - self->last_time < 60000)
    psg_timeline_motion_fling (get_motion (self), self->speed);
}

/* What takes a finger on its way down to us keeps all that it does from then on: a drag that had
 * begun with it would wait for its end for ever, and see no other. */
void
psg_timeline_view_give_up_drag (PsgTimelineView *self)
{
  self->is_panning = FALSE;
  gtk_widget_set_cursor_from_name (self->canvas, "grab");
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
}

/* Zooming */

static void
pointer_moved_cb (PsgTimelineView *self,
                  double           x,
                  double           y)
{
  self->pointer_x = x;
}

static gboolean
scrolled_cb (PsgTimelineView          *self,
             double                    dx,
             double                    dy,
             GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean in_pixels = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;

  if (!has_collection (self))
    return FALSE;

  if (state & GDK_SHIFT_MASK)
    {
      dx += dy;
      dy = 0;
    }

  if (fabs (dx) > fabs (dy))
    psg_timeline_motion_pan (get_motion (self), dx * (in_pixels ? 1 : PAN_PER_NOTCH));
  else if (dy != 0)
    psg_timeline_motion_zoom (get_motion (self), get_axis_x (self, self->pointer_x),
                             exp2 (-dy * (in_pixels ? ZOOM_PER_PIXEL : ZOOM_PER_NOTCH)));

  return TRUE;
}

/* The fingers are ours then: what lies below them is not clicked. */
static void
pinch_begun_cb (PsgTimelineView  *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  double y;

  psg_timeline_motion_stop_fling (get_motion (self));
  if (!has_collection (self) || !gtk_gesture_get_bounding_box_center (gesture, &self->pinch_x, &y))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  psg_timeline_view_give_up_drag (self);
  self->start_axis = *psg_timeline_model_get_axis (self->model);
}

/* What was between the fingers stays there, also where they go on together. */
static void
pinched_cb (PsgTimelineView *self,
            double           scale,
            GtkGesture      *gesture)
{
  double x, y;

  if (!has_collection (self) || scale <= 0 || !gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;

  psg_timeline_motion_pan (get_motion (self), self->pinch_x - x);
  psg_timeline_motion_zoom (get_motion (self), get_axis_x (self, x),
                            psg_timeline_model_get_axis (self->model)->length * scale / self->start_axis.length);
  self->pinch_x = x;
}

/* Keys */

static int
get_step (GVariant *args)
{
  return g_variant_get_int32 (args);
}

/* The next event to be seen here: hidden lanes are passed over. */
static gboolean
step_event (PsgTimelineView *self,
            int              direction)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);
  PsgEventTable *events = psg_collection_get_events (psg_timeline_model_get_collection (self->model));
  PsgRowSet *rows = psg_session_get_matches (session);
  guint row = psg_session_get_event (session);

  if (row == PSG_ROW_NONE || psg_lane_order_count (psg_session_get_lanes (session), PSG_LANE_HIDDEN) == 0)
    return psg_session_step_event (session, direction);

  do
    {
      if (direction < 0 && row == 0)
        return FALSE;
      row = direction > 0 ? psg_row_set_next (rows, row + 1) : psg_row_set_previous (rows, row - 1);
    }
  while (row != PSG_ROW_NONE &&
         !psg_timeline_model_shows_lane (self->model, psg_event_table_get_columns (events)->lane[row]));

  if (row != PSG_ROW_NONE)
    psg_session_select_event (session, row);

  return row != PSG_ROW_NONE;
}

static gboolean
stepped_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (widget);

  if (!has_collection (self))
    return FALSE;

  /* At the last event there is no next: say so, but keep the focus here. */
  if (!step_event (self, get_step (args)))
    gtk_widget_error_bell (widget);

  return TRUE;
}

static gboolean
playhead_stepped_cb (GtkWidget *widget,
                     GVariant  *args,
                     gpointer   user_data)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (widget);
  PsgSession *session = psg_timeline_model_get_session (self->model);

  if (!has_collection (self))
    return FALSE;

  psg_session_set_playhead (session, psg_session_get_playhead (session) + get_step (args));

  return TRUE;
}

static gboolean
zoomed_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (widget);

  if (!has_collection (self))
    return FALSE;

  psg_timeline_motion_zoom (get_motion (self), -1, get_step (args) > 0 ? ZOOM_PER_KEY : 1 / ZOOM_PER_KEY);

  return TRUE;
}

static gboolean
paged_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (widget);
  PsgTimeSpan span;

  if (!has_collection (self))
    return FALSE;

  span = *psg_session_get_span (psg_timeline_model_get_session (self->model));
  span = psg_time_span_move (&span, get_step (args) * psg_time_span_get_length (&span) * 9 / 10);
  psg_timeline_motion_move_to (get_motion (self), &span);

  return TRUE;
}

/* Home: everything. End: what is shown, moved to the end. */
static gboolean
jumped_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (widget);
  const PsgCollectionInfo *info;
  PsgTimeSpan span;

  if (!has_collection (self))
    return FALSE;

  info = psg_collection_get_info (psg_timeline_model_get_collection (self->model));
  span = info->span;
  if (get_step (args) > 0)
    {
      span = *psg_session_get_span (psg_timeline_model_get_session (self->model));
      span = psg_time_span_move (&span, info->span.end - span.end);
    }
  psg_timeline_motion_move_to (get_motion (self), &span);

  return TRUE;
}

/* Back (or forward) to what was looked at before. */
static gboolean
went_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (widget);
  PsgSession *session = psg_timeline_model_get_session (self->model);

  if (!has_collection (self))
    return FALSE;

  if (get_step (args) < 0)
    psg_session_go_previous_span (session);
  else
    psg_session_go_next_span (session);

  return TRUE;
}

static gboolean
zoomed_to_chosen_cb (GtkWidget *widget,
                     GVariant  *args,
                     gpointer   user_data)
{
  PsgTimelineView *self = PSG_TIMELINE_VIEW (widget);
  PsgSession *session = psg_timeline_model_get_session (self->model);
  PsgTimeSpan span;

  if (!has_collection (self))
    return FALSE;

  if (psg_session_get_chosen_span (session, &span))
    psg_session_jump_to_span (session, &span);
  else
    gtk_widget_error_bell (widget);

  return TRUE;
}

void
psg_timeline_view_bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc callback;
    int step;
  } keys[] = {
    { GDK_KEY_Left, 0, stepped_cb, -1 },
    { GDK_KEY_KP_Left, 0, stepped_cb, -1 },
    { GDK_KEY_Right, 0, stepped_cb, 1 },
    { GDK_KEY_KP_Right, 0, stepped_cb, 1 },
    { GDK_KEY_Left, GDK_SHIFT_MASK, playhead_stepped_cb, -1 },
    { GDK_KEY_Right, GDK_SHIFT_MASK, playhead_stepped_cb, 1 },
    { GDK_KEY_plus, 0, zoomed_cb, 1 },
    { GDK_KEY_plus, GDK_SHIFT_MASK, zoomed_cb, 1 },
    { GDK_KEY_equal, 0, zoomed_cb, 1 },
    { GDK_KEY_KP_Add, 0, zoomed_cb, 1 },
    { GDK_KEY_minus, 0, zoomed_cb, -1 },
    { GDK_KEY_KP_Subtract, 0, zoomed_cb, -1 },
    { GDK_KEY_Page_Up, 0, paged_cb, -1 },
    { GDK_KEY_KP_Page_Up, 0, paged_cb, -1 },
    { GDK_KEY_Page_Down, 0, paged_cb, 1 },
    { GDK_KEY_KP_Page_Down, 0, paged_cb, 1 },
    { GDK_KEY_Home, 0, jumped_cb, -1 },
    { GDK_KEY_KP_Home, 0, jumped_cb, -1 },
    { GDK_KEY_End, 0, jumped_cb, 1 },
    { GDK_KEY_KP_End, 0, jumped_cb, 1 },
    { GDK_KEY_BackSpace, 0, went_cb, -1 },
    { GDK_KEY_BackSpace, GDK_SHIFT_MASK, went_cb, 1 },
    { GDK_KEY_z, 0, zoomed_to_chosen_cb, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, keys[i].callback,
                                  "i", keys[i].step);
}

void
psg_timeline_view_init_input (PsgTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new (), *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_moved_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  self->drag = drag;

  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begun_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinched_cb), self);
  /* On the way down: a second finger must not reach the drag, which would refuse it for both of them. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  /* Else a finger that has begun to drag could not be joined by another. */
  gtk_gesture_group (pinch, drag);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (widget, scroll);

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  gtk_widget_add_controller (widget, motion);
}
