/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-ruler.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-time-ticks.h"
#include "psg-timeline-handle.h"
#include "psg-tooltip.h"

/*
 * Ticks and their labels, and the way to move the playhead with the pointer. A
 * label that a handle, or the words of a range, would cover in part is left out.
 */

struct _PsgTimelineRuler
{
  GtkWidget parent_instance;

  PsgTimelineModel *model;
  int corner; /* what the button in the corner takes */
};

G_DEFINE_FINAL_TYPE (PsgTimelineRuler, psg_timeline_ruler, GTK_TYPE_WIDGET)

static gboolean
is_under_handle (PsgTimelineRuler *self,
                 double            left,
                 double            right)
{
  PsgTimelineHandle handle;

  if (psg_timeline_handle_place (&handle, self->model)
      && right > handle.x - 4 && left < handle.x + handle.width + 4)
    return TRUE;

  return psg_timeline_handle_place_compared (&handle, self->model) && handle.width > 0
         && right > handle.x - 4 && left < handle.x + handle.width + 4;
}

static void
draw_ticks (PsgTimelineRuler *self,
            cairo_t          *cr,
            double            height)
{
  const PsgTimelineStyle *style = psg_timeline_model_get_style (self->model);
  PsgTimelineText *text = psg_timeline_model_get_text (self->model);
  const GArray *ticks = psg_timeline_model_get_ticks (self->model);

  for (guint i = 0; i < ticks->len; i++)
    {
      const PsgTimeTick *tick = &g_array_index (ticks, PsgTimeTick, i);
      gboolean labelled = tick->label != NULL &&
                          !psg_timeline_model_is_covered (self->model, tick->x + 2, tick->x + 6 + tick->width + 4) &&
                          !is_under_handle (self, tick->x + 6, tick->x + 6 + tick->width);

      psg_timeline_draw_tick (cr, style, text, tick, height, labelled);
    }
}

static void
draw_context (PsgTimelineRuler *self,
              cairo_t          *cr,
              double            gutter,
              double            height)
{
  g_autofree char *label = psg_time_ticks_format_context (psg_timeline_model_get_axis (self->model),
                                                          psg_timeline_model_get_ticks (self->model));
  PsgTimelineHandle handle;

  if (label == NULL)
    return;

  if (psg_timeline_handle_place (&handle, self->model) && handle.x < 0)
    return;

  psg_timeline_draw_context (cr, psg_timeline_model_get_style (self->model), psg_timeline_model_get_text (self->model),
                             label, self->corner, gutter, height);
}

static PsgDay
day_at (PsgTimelineRuler *self,
        double            x)
{
  const PsgTimeAxis *axis = psg_timeline_model_get_axis (self->model);
  PsgTimeSpan bounds = psg_timeline_model_get_bounds (self->model);
  double from_axis = CLAMP (x - psg_timeline_model_get_gutter (self->model), 0, axis->width);
  double minute = psg_time_axis_to_minute (axis, from_axis);

  return psg_day_from_minutes (CLAMP ((gint64) floor (minute), bounds.start, bounds.end - 1));
}

static void
scrub (PsgTimelineRuler *self,
       double            x)
{
  if (psg_timeline_model_get_collection (self->model) != NULL)
    psg_session_set_playhead (psg_timeline_model_get_session (self->model), day_at (self, x));
}

/* Callbacks */

static void
drag_begun_cb (PsgTimelineRuler *self,
               double            x,
               double            y,
               GtkGesture       *gesture)
{
  if (x < psg_timeline_model_get_gutter (self->model))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  scrub (self, x);
}

static void
drag_moved_cb (PsgTimelineRuler *self,
               double            dx,
               double            dy,
               GtkGestureDrag   *gesture)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    scrub (self, x + dx);
}

static void
invalidated_cb (PsgTimelineRuler  *self,
                PsgTimelineInvalid what)
{
  if (what & (PSG_INVALID_LAYOUT | PSG_INVALID_DRAW | PSG_INVALID_PLAYHEAD | PSG_INVALID_COVER))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
tooltip_queried_cb (PsgTimelineRuler *self,
                    int               x,
                    int               y,
                    gboolean          keyboard,
                    GtkTooltip       *tooltip)
{
  g_autofree char *date = NULL;

  if (keyboard || x < psg_timeline_model_get_gutter (self->model) ||
      psg_timeline_model_get_collection (self->model) == NULL)
    return FALSE;

  date = psg_day_format_long (day_at (self, x));
  gtk_tooltip_set_text (tooltip, date);
  psg_tooltip_follow (tooltip, GTK_WIDGET (self), x);

  return TRUE;
}

/* Widget */

static void
psg_timeline_ruler_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  PsgTimelineRuler *self = PSG_TIMELINE_RULER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int gutter = psg_timeline_model_get_gutter (self->model);
  cairo_t *cr;

  if (psg_timeline_model_get_collection (self->model) == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_context (self, cr, gutter, height);
  cairo_rectangle (cr, gutter, 0, width - gutter, height);
  cairo_clip (cr);
  cairo_translate (cr, gutter, 0);
  draw_ticks (self, cr, height);
  cairo_destroy (cr);
}

static void
psg_timeline_ruler_dispose (GObject *object)
{
  PsgTimelineRuler *self = PSG_TIMELINE_RULER (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (psg_timeline_ruler_parent_class)->dispose (object);
}

static void
psg_timeline_ruler_class_init (PsgTimelineRulerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_timeline_ruler_dispose;
  widget_class->snapshot = psg_timeline_ruler_snapshot;
  gtk_widget_class_set_css_name (widget_class, "ruler");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_timeline_ruler_init (PsgTimelineRuler *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_queried_cb), NULL);
}

/**
 * psg_timeline_ruler_new:
 * @model: what the parts of the timeline share
 *
 * Returns: (transfer floating): a ruler
 */
GtkWidget *
psg_timeline_ruler_new (PsgTimelineModel *model)
{
  PsgTimelineRuler *self = g_object_new (PSG_TYPE_TIMELINE_RULER, NULL);

  self->model = g_object_ref (model);
  g_signal_connect_object (model, "invalidated", G_CALLBACK (invalidated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * psg_timeline_ruler_set_corner:
 * @self: a ruler
 * @width: what something else takes at the left, in pixels
 */
void
psg_timeline_ruler_set_corner (PsgTimelineRuler *self,
                               int               width)
{
  if (self->corner == width)
    return;

  self->corner = width;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
