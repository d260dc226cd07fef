/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-canvas.h"
#include "psg-timeline-corner.h"
#include "psg-timeline-crossings.h"
#include "psg-timeline-eras.h"
#include "psg-timeline-heads.h"
#include "psg-timeline-model.h"
#include "psg-timeline-notes.h"
#include "psg-timeline-overview.h"
#include "psg-timeline-view.h"

G_BEGIN_DECLS

struct _PsgTimelineView
{
  GtkWidget parent_instance;

  PsgTimelineModel *model;

  /* children */
  GtkWidget *ruler;
  GtkWidget *eras;
  GtkWidget *notes;
  GtkWidget *canvas;
  GtkWidget *heads;
  GtkWidget *crossings;
  GtkWidget *overview;
  GtkWidget *range;
  GtkWidget *cursor;
  GtkWidget *corner; /* made after the first frame */

  /* input */
  GtkGesture *drag;       /* borrowed */
  PsgTimeAxis start_axis; /* when the gesture began */
  double pointer_x;
  double pinch_x;         /* the middle between two fingers */
  double speed;           /* of the drag, in pixels a second */
  double last_dx;
  gint64 last_time;
  gboolean is_panning;

  guint describe_id;
  guint corner_id;
  guint frames; /* drawn so far; counted to two */
};

PsgTimelineCorner *psg_timeline_view_ensure_corner (PsgTimelineView *self);
void psg_timeline_view_init_input     (PsgTimelineView *self);
void psg_timeline_view_give_up_drag   (PsgTimelineView *self);
void psg_timeline_view_bind_keys      (GtkWidgetClass *widget_class);
void psg_timeline_view_queue_describe (PsgTimelineView *self);
void psg_timeline_view_stop_describe  (PsgTimelineView *self);

G_END_DECLS
