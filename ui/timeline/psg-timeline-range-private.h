/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-range.h"

G_BEGIN_DECLS

/* How far from an edge it can be seized, by the pointer and by a finger. */
#define PSG_TIMELINE_RANGE_REACH 5.0
#define PSG_TIMELINE_RANGE_TOUCH_REACH 18.0

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

  /* input */
  GtkGesture *touch;  /* borrowed, as is the next: a finger's drag */
  GtkGesture *drag;   /* what drags now, or %NULL */
  PsgTimeSpan anchor; /* what stays in the range while it is dragged */
  PsgTimeSpan draft;
  double press_x;
  double pointer_x;
  gint64 scroll_time;
  guint scroll_id;
  gboolean is_edge; /* an edge is dragged, not a new range */
  gboolean is_dragging;
  gboolean is_held; /* a finger that was held begins it, and has not moved yet */
};

/* psg-timeline-range.c: what it is */
const PsgTimeSpan *psg_timeline_range_get_shown  (PsgTimelineRange *self);
double             psg_timeline_range_get_top    (PsgTimelineRange *self, gpointer sibling);
void               psg_timeline_range_set        (PsgTimelineRange *self, const char *range);
void               psg_timeline_range_update     (PsgTimelineRange *self);

/* psg-timeline-range-input.c: how hands and keys change it */
int                psg_timeline_range_edge_at    (PsgTimelineRange *self, double x, double reach);
void               psg_timeline_range_init_input (PsgTimelineRange *self);

G_END_DECLS
