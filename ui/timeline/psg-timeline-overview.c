/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-overview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-timeline-draw.h"

/*
 * The bars are kept as a node while events, size and colours stay, so that
 * moving the window costs the window only.
 */

#define BAR 7
#define EDGE 7.0
#define TOUCH_EDGE 18.0
/* The window can be seized however short it is. */
#define MIN_WINDOW 12.0
#define PADDING 4

typedef enum
{
  PART_NONE,
  PART_START,
  PART_MIDDLE,
  PART_END,
} Part;

struct _PsgTimelineOverview
{
  GtkWidget parent_instance;

  PsgTimelineModel *model;
  GskRenderNode *bars;
  Part dragged;
  PsgTimeAxis drag_axis; /* what was shown when the drag began */
};

G_DEFINE_FINAL_TYPE (PsgTimelineOverview, psg_timeline_overview, GTK_TYPE_WIDGET)

static void
get_window (PsgTimelineOverview *self,
            double              *left,
            double              *right)
{
  const PsgTimeAxis *shown = psg_timeline_model_get_axis (self->model);
  PsgTimeAxis axis = psg_timeline_overview_get_axis (self);
  double missing;

  *left = CLAMP (psg_time_axis_to_x (&axis, shown->start), 0, axis.width);
  *right = CLAMP (psg_time_axis_to_x (&axis, psg_time_axis_get_end (shown)), 0, axis.width);
  missing = MIN_WINDOW - (*right - *left);
  if (missing > 0)
    {
      *left = CLAMP (*left - missing / 2, 0, MAX (0, axis.width - MIN_WINDOW));
      *right = *left + MIN_WINDOW;
    }
}

/* Drawing */

/* Hidden lanes do not count: there would be nothing to see where the bars are. */
static guint
count_between (PsgTimelineOverview *self,
               gint64               start,
               gint64               end)
{
  PsgEventIndex *index = psg_timeline_model_get_index (self->model);
  guint n = 0;

  for (guint lane = 0; lane < psg_event_index_get_n_lanes (index); lane++)
    if (psg_timeline_model_shows_lane (self->model, lane))
      n += psg_event_index_count (index, lane, start, end);

  return n;
}

static void
draw_bars (PsgTimelineOverview *self,
           cairo_t             *cr,
           double               height)
{
  PsgTimeAxis axis = psg_timeline_overview_get_axis (self);
  guint n = (guint) (axis.width / BAR), most = 1;
  g_autofree guint *counts = g_new0 (guint, n + 1);
  gint64 to = (gint64) axis.start;

  for (guint i = 0; i < n; i++)
    {
      gint64 from = to;

      to = (gint64) psg_time_axis_to_minute (&axis, (i + 1) * BAR);
      counts[i] = count_between (self, from, to);
      most = MAX (most, counts[i]);
    }

  psg_palette_set_source (cr, &psg_timeline_model_get_style (self->model)->fg, 0.42);
  for (guint i = 0; i < n; i++)
    if (counts[i] > 0)
      {
        double bar = MAX (3, round (pow (counts[i] / (double) most, 0.8) * (height - 3)));

        cairo_rectangle (cr, i * BAR, height - bar, BAR - 1, bar);
      }
  cairo_fill (cr);
}

static void
draw_caption (PsgTimelineOverview *self,
              cairo_t             *cr,
              int                  gutter,
              double               middle)
{
  const PsgCollectionInfo *info = psg_collection_get_info (psg_timeline_model_get_collection (self->model));
  int first, last, month, day;
  g_autofree char *caption = NULL;

  psg_day_to_ymd (psg_day_from_minutes (info->span.start), &first, &month, &day);
  psg_day_to_ymd (psg_day_from_minutes (info->span.end - 1), &last, &month, &day);
  if (first == last)
    caption = g_strdup_printf ("%d", first);
  else
    /* Translators: the first and the last year of a collection, beside its overview */
    caption = g_strdup_printf (C_("timeline", "%d–%d"), first, last);

  psg_palette_set_source (cr, &psg_timeline_model_get_style (self->model)->fg, 0.66);
  psg_timeline_text_draw (psg_timeline_model_get_text (self->model), cr, PSG_FACE_SMALL, caption,
                          28, middle, gutter - 34);
}

static GskRenderNode *
make_bars (PsgTimelineOverview *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int gutter = psg_timeline_model_get_gutter (self->model);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA ground = psg_timeline_model_get_style (self->model)->fg;
  cairo_t *cr;

  ground.alpha *= 0.06f;
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_caption (self, cr, gutter, height / 2.0);
  cairo_translate (cr, gutter, PADDING);
  draw_bars (self, cr, height - 2 * PADDING - 1);
  cairo_destroy (cr);

  return gtk_snapshot_free_to_node (snapshot);
}

static void
draw_window (PsgTimelineOverview *self,
             cairo_t             *cr,
             double               height)
{
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->model);
  double left, right;

  get_window (self, &left, &right);
  psg_timeline_rounded_rect (cr, round (left) + 1, PADDING, round (right - left) - 2, height - 2 * PADDING, 5);
  psg_palette_set_source (cr, &style->accent, 0.10);
  cairo_fill_preserve (cr);
  psg_palette_set_source (cr, &style->accent, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
psg_timeline_overview_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  PsgTimelineOverview *self = PSG_TIMELINE_OVERVIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (psg_timeline_model_get_collection (self->model) == NULL)
    return;

  if (self->bars == NULL)
    self->bars = make_bars (self);
  if (self->bars != NULL)
    gtk_snapshot_append_node (snapshot, self->bars);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, psg_timeline_model_get_gutter (self->model), 0);
  draw_window (self, cr, height);
  cairo_destroy (cr);
}

/* Callbacks */

/* Outside an edge there is as much of it as @reach; inside, only so much that the middle has its share. */
static Part
part_at (PsgTimelineOverview *self,
         double               x,
         double               reach)
{
  double left, right, edge;

  x -= psg_timeline_model_get_gutter (self->model);
  if (x < -reach || psg_timeline_model_get_collection (self->model) == NULL)
    return PART_NONE;

  get_window (self, &left, &right);
  edge = MIN (reach, (right - left) / 3);
  if (x >= left - reach && x <= left + edge)
    return PART_START;
  if (x >= right - edge && x <= right + reach)
    return PART_END;

  return x > left && x < right ? PART_MIDDLE : PART_NONE;
}

static void
center_on (PsgTimelineOverview *self,
           double               x)
{
  PsgTimeAxis axis = psg_timeline_overview_get_axis (self);
  PsgTimeAxis shown = *psg_timeline_model_get_axis (self->model);

  shown.start = psg_time_axis_to_minute (&axis, x - psg_timeline_model_get_gutter (self->model)) - shown.length / 2;
  psg_timeline_motion_set_axis (psg_timeline_model_get_motion (self->model), &shown);
}

/* A pointer's presses are no sequence. */
static gboolean
is_finger (GtkGesture *gesture)
{
  return gtk_gesture_get_last_updated_sequence (gesture) != NULL;
}

static void
drag_begun_cb (PsgTimelineOverview *self,
               double               x,
               double               y,
               GtkGesture          *gesture)
{
  double reach = is_finger (gesture) ? TOUCH_EDGE : EDGE;

  if (psg_timeline_model_get_collection (self->model) == NULL ||
      x < psg_timeline_model_get_gutter (self->model) - reach)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->dragged = part_at (self, x, reach);
  if (self->dragged == PART_NONE)
    {
      center_on (self, x);
      self->dragged = PART_MIDDLE;
    }
  self->drag_axis = *psg_timeline_model_get_axis (self->model);
}

static void
drag_moved_cb (PsgTimelineOverview *self,
               double               dx,
               double               dy)
{
  PsgTimeAxis axis = psg_timeline_overview_get_axis (self);
  PsgTimeAxis shown = self->drag_axis;
  double minutes = dx / psg_time_axis_get_scale (&axis);
  double day = PSG_MINUTES_PER_DAY;

  if (self->dragged == PART_MIDDLE)
    shown.start += minutes;
  else if (self->dragged == PART_END)
    shown.length = CLAMP (shown.length + minutes, day, MAX (day, psg_time_axis_get_end (&axis) - shown.start));
  else
    {
      double end = psg_time_axis_get_end (&shown);

      shown.start = MIN (MAX (shown.start + minutes, axis.start), end - day);
      shown.length = end - shown.start;
    }

  psg_timeline_motion_set_axis (psg_timeline_model_get_motion (self->model), &shown);
}

static void
drag_ended_cb (PsgTimelineOverview *self)
{
  self->dragged = PART_NONE;
}

static void
pointer_moved_cb (PsgTimelineOverview *self,
                  double               x,
                  double               y)
{
  static const char *const cursors[] = {
    [PART_NONE] = NULL,
    [PART_START] = "w-resize",
    [PART_MIDDLE] = "grab",
    [PART_END] = "e-resize",
  };

  if (self->dragged == PART_NONE)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[part_at (self, x, EDGE)]);
}

static void
invalidated_cb (PsgTimelineOverview *self,
                PsgTimelineInvalid   what)
{
  if (what & (PSG_INVALID_GATHER | PSG_INVALID_DRAW | PSG_INVALID_LANES))
    g_clear_pointer (&self->bars, gsk_render_node_unref);
  if (what & (PSG_INVALID_GATHER | PSG_INVALID_LAYOUT | PSG_INVALID_DRAW))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Widget */

static void
psg_timeline_overview_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  g_clear_pointer (&PSG_TIMELINE_OVERVIEW (widget)->bars, gsk_render_node_unref);
}

static void
psg_timeline_overview_dispose (GObject *object)
{
  PsgTimelineOverview *self = PSG_TIMELINE_OVERVIEW (object);

  g_clear_pointer (&self->bars, gsk_render_node_unref);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (psg_timeline_overview_parent_class)->dispose (object);
}

static void
psg_timeline_overview_class_init (PsgTimelineOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_timeline_overview_dispose;
  widget_class->size_allocate = psg_timeline_overview_size_allocate;
  widget_class->snapshot = psg_timeline_overview_snapshot;
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_timeline_overview_init (PsgTimelineOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_moved_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/**
 * psg_timeline_overview_new:
 * @model: what the parts of the timeline share
 *
 * Returns: (transfer floating): an overview
 */
GtkWidget *
psg_timeline_overview_new (PsgTimelineModel *model)
{
  PsgTimelineOverview *self = g_object_new (PSG_TYPE_TIMELINE_OVERVIEW, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "invalidated", G_CALLBACK (invalidated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * psg_timeline_overview_get_axis:
 * @self: an overview
 *
 * Returns: where all of time lies in it, from the end of the gutter on
 */
PsgTimeAxis
psg_timeline_overview_get_axis (PsgTimelineOverview *self)
{
  PsgTimeSpan bounds = psg_timeline_model_get_bounds (self->model);

  return psg_time_axis (&bounds, psg_timeline_model_get_axis (self->model)->width);
}
