/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-range.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-follow.h"
#include "psg-time-snap.h"
#include "psg-timeline-handle.h"
#include "psg-timeline-range-draw.h"
#include "psg-timeline-ruler.h"
#include "psg-timeline-view-private.h"

/*
 * The range is the filter's: a drag is a draft of one until it ends. It lies over its
 * siblings, but is hit only at its edges, so that what is below stays within reach.
 */

/* How far from an edge it can be seized. */
#define REACH 5.0
/* Between the words and the playhead's handle. */
#define GAP 6
/* Pixels a second that the time scrolls when a drag goes past an end of the axis, and as
 * many more for each pixel it is beyond. */
#define SCROLL 90.0
#define SCROLL_PER_PIXEL 8.0
#define SCROLL_MOST 1200.0

struct _PsgTimelineRange
{
  GtkWidget parent_instance;

  PsgTimelineModel *model;
  PsgTimelineCanvas *canvas;     /* borrowed: siblings */
  PsgTimelineOverview *overview;

  GtkWidget *pill;
  GtkLabel *label;
  GtkWidget *note;
  GtkWidget *clear;

  PsgTimeSpan anchor; /* what stays in the range while it is dragged */
  PsgTimeSpan draft;
  double press_x;
  double pointer_x;
  gint64 scroll_time;
  guint scroll_id;
  gboolean is_edge; /* an edge is dragged, not a new range */
  gboolean is_pressed;
  gboolean is_dragging;
};

G_DEFINE_FINAL_TYPE (PsgTimelineRange, psg_timeline_range, GTK_TYPE_WIDGET)

static PsgFilter *
get_filter (PsgTimelineRange *self)
{
  return psg_session_get_filter (psg_timeline_model_get_session (self->model));
}

/* What is shown: the draft, or else the filter's range, which may be none. */
static const PsgTimeSpan *
get_range (PsgTimelineRange *self)
{
  if (psg_timeline_model_get_collection (self->model) == NULL)
    return NULL;

  return self->is_dragging ? &self->draft : psg_filter_get_range_span (get_filter (self));
}

static double
get_top (PsgTimelineRange *self,
         gpointer          sibling)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (sibling, GTK_WIDGET (self), &bounds))
    return 0;

  return bounds.origin.y;
}

static PsgTimelineBand
get_band (PsgTimelineRange  *self,
          const PsgTimeAxis *axis,
          const PsgTimeSpan *range)
{
  return (PsgTimelineBand) {
    .left = psg_time_axis_to_x (axis, (double) range->start),
    .right = psg_time_axis_to_x (axis, (double) range->end),
    .width = axis->width,
    .top = get_top (self, self->canvas),
    .bottom = get_top (self, self->overview),
    .grip = get_top (self, self->canvas) + gtk_widget_get_height (GTK_WIDGET (self->canvas)),
  };
}

/* Words */

static void
append_part (GString    *text,
             const char *part)
{
  /* Translators: between a stretch of time, its length, and how many events it has */
  g_string_append_printf (text, "%s%s", text->len > 0 ? C_("timeline", " · ") : "", part);
}

static void
append_length (GString           *text,
               const PsgTimeSpan *range)
{
  PsgTimeSpan whole = psg_time_span_from_days (PSG_DAY_MIN, PSG_DAY_MAX);
  int days = (int) (psg_time_span_get_length (range) / PSG_MINUTES_PER_DAY);
  g_autofree char *part = NULL;

  if (range->start <= whole.start || range->end >= whole.end)
    return;

  part = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'d day", "%'d days", days), days);
  append_part (text, part);
}

static char *
describe (PsgTimelineRange  *self,
          const PsgTimeSpan *range)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);
  PsgRangeMode mode = psg_filter_get_range_mode (get_filter (self));
  guint n = psg_date_range_count (range, mode, psg_collection_get_events (psg_session_get_collection (session)),
                                  psg_session_get_context (session));
  g_autofree char *edtf = psg_date_range_to_edtf (range);
  g_autoptr (PsgEdtf) date = psg_edtf_parse (edtf, NULL);
  g_autofree char *dates = psg_edtf_format_short (date);
  g_autofree char *events = NULL;
  GString *text = g_string_new (NULL);

  if (mode == PSG_RANGE_CERTAINLY)
    /* Translators: how many events lie in a stretch of time for certain */
    events = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u event for certain", "%'u events for certain", n), n);
  else
    events = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u event", "%'u events", n), n);

  append_part (text, dates);
  append_length (text, range);
  append_part (text, events);

  return g_string_free (text, FALSE);
}

static void
update_words (PsgTimelineRange *self)
{
  const PsgTimeSpan *range = get_range (self);
  g_autofree char *words = range != NULL ? describe (self, range) : NULL;

  gtk_widget_set_visible (self->pill, words != NULL);
  gtk_label_set_text (self->label, words != NULL ? words : "");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Changing it */

static void
set_range (PsgTimelineRange *self,
           const char       *range)
{
  g_autoptr (GError) error = NULL;

  if (!psg_session_set_range (psg_timeline_model_get_session (self->model), range,
                              psg_filter_get_range_mode (get_filter (self)), &error))
    psg_show_error (GTK_WIDGET (self), error->message);
}

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
       double            x,
       gboolean          is_edge)
{
  self->is_pressed = TRUE;
  self->is_dragging = FALSE;
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
  self->is_pressed = FALSE;
  stop_scrolling (self);
  if (!self->is_dragging)
    return;

  self->is_dragging = FALSE;
  update_words (self);
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
  update_words (self);
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
               double            dy)
{
  if (!self->is_pressed)
    return;

  if (!self->is_dragging && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, 0))
    return;

  self->pointer_x = self->press_x + dx;
  drag_to (self, self->pointer_x);
  scroll_along (self);
}

static void
drag_ended_cb (PsgTimelineRange *self)
{
  g_autofree char *range = self->is_dragging ? psg_date_range_to_edtf (&self->draft) : NULL;

  stop_scrolling (self);
  self->is_pressed = FALSE;
  self->is_dragging = FALSE;
  if (range != NULL)
    set_range (self, range);
  update_words (self);
}

/* A new range, from anywhere upon ruler, lanes and crossings. */
static void
new_begun_cb (PsgTimelineRange *self,
              double            x,
              double            y,
              GtkGesture       *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *view = gtk_widget_get_parent (GTK_WIDGET (self));

  if ((state & GDK_SHIFT_MASK) == 0 || psg_timeline_model_get_collection (self->model) == NULL ||
      x < psg_timeline_model_get_gutter (self->model) || y >= get_top (self, self->overview))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (view);
  psg_timeline_motion_stop_fling (psg_timeline_model_get_motion (self->model));
  press (self, x, FALSE);
  self->anchor = psg_time_unit_around (psg_time_unit_for_axis (psg_timeline_model_get_axis (self->model)),
                                       get_minute (self, x));
}

/* Negative: the left edge is at @x, positive: the right one; 0: neither. */
static int
edge_at (PsgTimelineRange *self,
         double            x)
{
  const PsgTimeSpan *range = get_range (self);
  PsgTimelineBand band;

  if (range == NULL)
    return 0;

  band = get_band (self, psg_timeline_model_get_axis (self->model), range);
  x -= psg_timeline_model_get_gutter (self->model);
  if (fabs (x - band.right) <= REACH && fabs (x - band.right) <= fabs (x - band.left))
    return 1;

  return fabs (x - band.left) <= REACH ? -1 : 0;
}

static void
edge_begun_cb (PsgTimelineRange *self,
               double            x,
               double            y,
               GtkGesture       *gesture)
{
  int edge = edge_at (self, x);
  gint64 fixed;

  if (edge == 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  fixed = edge < 0 ? get_range (self)->end : get_range (self)->start;
  self->anchor = (PsgTimeSpan) { fixed, fixed };
  press (self, x, TRUE);
}

static void
clear_clicked_cb (PsgTimelineRange *self)
{
  GtkWidget *view = gtk_widget_get_parent (GTK_WIDGET (self));

  /* The button goes; the keyboard must not be left nowhere. */
  gtk_widget_grab_focus (view);
  set_range (self, NULL);
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

  if (get_range (self) == NULL)
    return FALSE;

  if (self->is_dragging)
    cancel_drag (self);
  else
    set_range (self, NULL);

  return TRUE;
}

/* Widget */

static void
invalidated_cb (PsgTimelineRange  *self,
                PsgTimelineInvalid what)
{
  if (what & PSG_INVALID_RANGE)
    update_words (self);

  if (!gtk_widget_get_visible (self->pill) && !(what & PSG_INVALID_RANGE))
    return;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (what & (PSG_INVALID_LAYOUT | PSG_INVALID_PLAYHEAD | PSG_INVALID_RANGE))
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
append_veils (PsgTimelineRange      *self,
              GtkSnapshot           *snapshot,
              const PsgTimelineBand *band)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) band->top));
  psg_timeline_range_draw_veils (snapshot, psg_timeline_model_get_style (self->model), band,
                                 psg_timeline_canvas_get_layout (self->canvas), psg_session_get_matches (session),
                                 psg_collection_get_events (psg_session_get_collection (session)),
                                 psg_timeline_model_get_text (self->model));
  gtk_snapshot_restore (snapshot);
}

static void
psg_timeline_range_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PsgTimelineRange *self = PSG_TIMELINE_RANGE (widget);
  const PsgTimeSpan *range = get_range (self);
  const PsgTimelineStyle *style;
  PsgTimelineBand band, small;
  PsgTimeAxis whole;

  if (range == NULL)
    return;

  style = psg_timeline_model_get_style (self->model);
  whole = psg_timeline_overview_get_axis (self->overview);
  band = get_band (self, psg_timeline_model_get_axis (self->model), range);
  small = get_band (self, &whole, range);
  small.top = small.bottom;
  small.bottom = gtk_widget_get_height (widget);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) psg_timeline_model_get_gutter (self->model), 0));
  if (!self->is_dragging)
    append_veils (self, snapshot, &band);
  psg_timeline_range_draw_band (snapshot, style, &band, !self->is_dragging);
  psg_timeline_range_draw_overview (snapshot, style, &small);
  gtk_snapshot_restore (snapshot);

  gtk_widget_snapshot_child (widget, self->pill, snapshot);
}

static gboolean
psg_timeline_range_contains (GtkWidget *widget,
                             double     x,
                             double     y)
{
  PsgTimelineRange *self = PSG_TIMELINE_RANGE (widget);
  double top = get_top (self, self->canvas);

  if (y < 0 || y >= get_top (self, self->overview) || x < psg_timeline_model_get_gutter (self->model) - REACH)
    return FALSE;

  return edge_at (self, x) != 0 &&
         (self->is_dragging || psg_timeline_canvas_pick (self->canvas, x, y - top) == PSG_ROW_NONE);
}

/* Beside the playhead's handle, as near to the middle of the band as can be; else below it. */
static double
find_pill_x (PsgTimelineRange *self,
             double            wanted,
             double            pill_width,
             double            width,
             gboolean         *below)
{
  PsgTimelineHandle handle;
  double left, right;

  *below = FALSE;
  if (!psg_timeline_handle_place (&handle, self->model) ||
      wanted + pill_width + GAP <= handle.x || wanted >= handle.x + handle.width + GAP)
    return wanted;

  left = handle.x - GAP - pill_width;
  right = handle.x + handle.width + GAP;
  *below = left < 0 && right + pill_width > width;
  if (*below)
    return wanted;

  return left >= 0 && (right + pill_width > width || wanted - left <= right - wanted) ? left : right;
}

static void
psg_timeline_range_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  PsgTimelineRange *self = PSG_TIMELINE_RANGE (widget);
  const PsgTimeSpan *range = get_range (self);
  double top = get_top (self, self->canvas), wanted;
  int gutter = psg_timeline_model_get_gutter (self->model), pill_width, pill_height;
  PsgTimelineBand band;
  gboolean below;

  if (range == NULL || !gtk_widget_get_visible (self->pill))
    {
      psg_timeline_model_set_cover (self->model, 0, 0);
      return;
    }

  band = get_band (self, psg_timeline_model_get_axis (self->model), range);
  gtk_widget_measure (self->pill, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &pill_width, NULL, NULL);
  gtk_widget_measure (self->pill, GTK_ORIENTATION_VERTICAL, -1, NULL, &pill_height, NULL, NULL);
  pill_width = MIN (pill_width, (int) band.width);
  wanted = (CLAMP (band.left, 0, band.width) + CLAMP (band.right, 0, band.width) - pill_width) / 2;
  wanted = find_pill_x (self, CLAMP (wanted, 0, MAX (0, band.width - pill_width)), pill_width, band.width, &below);

  psg_timeline_model_set_cover (self->model, below ? 0 : wanted, below ? 0 : wanted + pill_width);
  gtk_widget_size_allocate (self->pill,
                            &(GtkAllocation) { gutter + (int) wanted,
                                               below ? (int) top + 3 : (PSG_TIMELINE_RULER_HEIGHT - pill_height) / 2,
                                               pill_width, pill_height }, -1);
}

static void
psg_timeline_range_dispose (GObject *object)
{
  PsgTimelineRange *self = PSG_TIMELINE_RANGE (object);

  g_clear_pointer (&self->pill, gtk_widget_unparent);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (psg_timeline_range_parent_class)->dispose (object);
}

static void
psg_timeline_range_class_init (PsgTimelineRangeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_timeline_range_dispose;
  widget_class->snapshot = psg_timeline_range_snapshot;
  widget_class->contains = psg_timeline_range_contains;
  widget_class->size_allocate = psg_timeline_range_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "timelinerange");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
append_button (PsgTimelineRange *self,
               GtkWidget        *button,
               const char       *label)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (self->pill), button);
}

static void
make_pill (PsgTimelineRange *self)
{
  self->pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->note = gtk_button_new_from_icon_name ("list-add-symbolic");
  self->clear = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->note), "win.note-range");
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_clicked_cb), self);

  gtk_box_append (GTK_BOX (self->pill), GTK_WIDGET (self->label));
  append_button (self, self->note, _("Add Note About This Time"));
  append_button (self, self->clear, _("Clear the range"));
  gtk_widget_add_css_class (self->pill, "range-pill");
  gtk_widget_set_visible (self->pill, FALSE);
  gtk_widget_set_cursor_from_name (self->pill, "default");
  gtk_widget_set_parent (self->pill, GTK_WIDGET (self));
}

static void
add_drag (PsgTimelineRange *self,
          GtkWidget        *to,
          GCallback         begun_cb,
          GtkPropagationPhase phase)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), phase);
  g_signal_connect_object (drag, "drag-begin", begun_cb, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (cancel_drag), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (to, GTK_EVENT_CONTROLLER (drag));
}

static void
psg_timeline_range_init (PsgTimelineRange *self)
{
  make_pill (self);
  add_drag (self, GTK_WIDGET (self), G_CALLBACK (edge_begun_cb), GTK_PHASE_BUBBLE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Selected range"), -1);
}

/**
 * psg_timeline_range_new:
 * @model: what the parts of the timeline share
 * @canvas: the canvas below
 * @overview: the overview below
 *
 * Returns: (transfer floating): a range
 */
GtkWidget *
psg_timeline_range_new (PsgTimelineModel    *model,
                        PsgTimelineCanvas   *canvas,
                        PsgTimelineOverview *overview)
{
  PsgTimelineRange *self = g_object_new (PSG_TYPE_TIMELINE_RANGE, NULL);

  self->model = g_object_ref (model);
  self->canvas = canvas;
  self->overview = overview;
  g_signal_connect_object (model, "invalidated", G_CALLBACK (invalidated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * psg_timeline_range_get_words:
 * @self: a range
 *
 * Returns: (transfer none) (nullable): its dates, its length and how many events lie in it;
 *   %NULL while there is no range
 */
const char *
psg_timeline_range_get_words (PsgTimelineRange *self)
{
  g_return_val_if_fail (PSG_IS_TIMELINE_RANGE (self), NULL);

  return gtk_widget_get_visible (self->pill) ? gtk_label_get_text (self->label) : NULL;
}

/**
 * psg_timeline_range_watch:
 * @self: a range
 * @view: the timeline it is a part of
 *
 * Makes a range of every drag upon the timeline with Shift held, before the parts below
 * can take it for something else.
 */
void
psg_timeline_range_watch (PsgTimelineRange *self,
                          GtkWidget        *view)
{
  add_drag (self, view, G_CALLBACK (new_begun_cb), GTK_PHASE_CAPTURE);
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
