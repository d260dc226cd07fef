/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-cursor.h"

#include <math.h>

#include "psg-timeline-handle.h"
#include "psg-timeline-ruler.h"

/* Of the line of the day compared with. */
#define DASH 4
#define GAP 3

/*
 * A widget of its own, so that moving the playhead or the pointer redraws a few
 * small nodes and none of what lies below.
 */

struct _PsgTimelineCursor
{
  GtkWidget parent_instance;

  PsgTimelineModel *model;
  PsgTimelineCanvas *canvas;     /* borrowed: siblings */
  PsgTimelineOverview *overview;
};

G_DEFINE_FINAL_TYPE (PsgTimelineCursor, psg_timeline_cursor, GTK_TYPE_WIDGET)

static void
append_line (PsgTimelineCursor *self,
             GtkSnapshot       *snapshot,
             double             x,
             double             top,
             double             bottom)
{
  gtk_snapshot_append_color (snapshot, &psg_timeline_model_get_style (self->model)->accent,
                             &GRAPHENE_RECT_INIT ((float) round (x) - 1, (float) top, 2, (float) (bottom - top)));
}

static double
get_top (PsgTimelineCursor *self,
         gpointer           sibling)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (sibling, GTK_WIDGET (self), &bounds))
    return 0;

  return bounds.origin.y;
}

static void
append_handle (PsgTimelineCursor       *self,
               GtkSnapshot             *snapshot,
               const PsgTimelineHandle *handle,
               gboolean                 hollow,
               double                   ruler)
{
  int gutter = psg_timeline_model_get_gutter (self->model);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) (gutter + handle->x) - 1, 0,
                                                                          (float) handle->width + 2, (float) ruler));

  psg_timeline_draw_handle (cr, psg_timeline_model_get_style (self->model), psg_timeline_model_get_text (self->model),
                            handle, gutter, ruler, hollow);
  cairo_destroy (cr);
}

/* Dashed, as its handle is hollow: one day is where time is, the other is looked back at. */
static void
append_compared (PsgTimelineCursor *self,
                 GtkSnapshot       *snapshot)
{
  PsgTimeAxis whole = psg_timeline_overview_get_axis (self->overview);
  int gutter = psg_timeline_model_get_gutter (self->model);
  PsgDay day = psg_session_get_compared (psg_timeline_model_get_session (self->model));
  double ruler = PSG_TIMELINE_RULER_HEIGHT, overview = get_top (self, self->overview);
  double at = gutter + psg_time_axis_to_x (&whole, (double) psg_day_to_minutes (day));
  double bottom = gtk_widget_get_height (GTK_WIDGET (self)) - 4;
  PsgTimelineHandle handle;

  if (!psg_timeline_handle_place_compared (&handle, self->model))
    return;

  for (double y = ruler - 4; !handle.outside && y < overview; y += DASH + GAP)
    append_line (self, snapshot, gutter + handle.playhead, y, MIN (y + DASH, overview));
  for (double y = overview + 4; y < bottom; y += DASH + GAP)
    append_line (self, snapshot, at, y, MIN (y + DASH, bottom));
  if (handle.width > 0)
    append_handle (self, snapshot, &handle, TRUE, ruler);
}

static void
append_playhead (PsgTimelineCursor *self,
                 GtkSnapshot       *snapshot)
{
  PsgTimeAxis whole = psg_timeline_overview_get_axis (self->overview);
  int gutter = psg_timeline_model_get_gutter (self->model);
  PsgDay day = psg_session_get_playhead (psg_timeline_model_get_session (self->model));
  double ruler = PSG_TIMELINE_RULER_HEIGHT, overview = get_top (self, self->overview);
  PsgTimelineHandle handle;

  if (!psg_timeline_handle_place (&handle, self->model))
    return;

  if (!handle.outside)
    append_line (self, snapshot, gutter + handle.playhead, ruler - 4, overview);
  append_line (self, snapshot, gutter + psg_time_axis_to_x (&whole, (double) psg_day_to_minutes (day)),
               overview + 4, gtk_widget_get_height (GTK_WIDGET (self)) - 4);
  append_handle (self, snapshot, &handle, handle.outside, ruler);
}

static void
psg_timeline_cursor_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  PsgTimelineCursor *self = PSG_TIMELINE_CURSOR (widget);

  if (psg_timeline_model_get_collection (self->model) == NULL)
    return;

  append_compared (self, snapshot);
  append_playhead (self, snapshot);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) get_top (self, self->canvas)));
  psg_timeline_canvas_snapshot_cursor (self->canvas, snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
invalidated_cb (PsgTimelineCursor *self,
                PsgTimelineInvalid what)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
psg_timeline_cursor_dispose (GObject *object)
{
  PsgTimelineCursor *self = PSG_TIMELINE_CURSOR (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (psg_timeline_cursor_parent_class)->dispose (object);
}

static void
psg_timeline_cursor_class_init (PsgTimelineCursorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = psg_timeline_cursor_dispose;
  widget_class->snapshot = psg_timeline_cursor_snapshot;
  gtk_widget_class_set_css_name (widget_class, "cursor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
psg_timeline_cursor_init (PsgTimelineCursor *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * psg_timeline_cursor_new:
 * @model: what the parts of the timeline share
 * @canvas: the canvas below
 * @overview: the overview below
 *
 * Returns: (transfer floating): a cursor
 */
GtkWidget *
psg_timeline_cursor_new (PsgTimelineModel    *model,
                         PsgTimelineCanvas   *canvas,
                         PsgTimelineOverview *overview)
{
  PsgTimelineCursor *self = g_object_new (PSG_TYPE_TIMELINE_CURSOR, NULL);

  self->model = g_object_ref (model);
  self->canvas = canvas;
  self->overview = overview;
  g_signal_connect_object (model, "invalidated", G_CALLBACK (invalidated_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
