/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-crossing.h"
#include "psg-time-ticks.h"
#include "psg-timeline-style.h"
#include "psg-timeline-text.h"

G_BEGIN_DECLS

/* Left and right of the date in a handle. */
#define PSG_TIMELINE_HANDLE_PADDING 11.0
/* What the names take on the left of a narrow timeline. */
#define PSG_TIMELINE_NARROW_GUTTER 92
/* Free pixels right of the axis. */
#define PSG_TIMELINE_MARGIN 12
/* Where the names of crossings and lanes begin, from the left edge of the timeline. */
#define PSG_TIMELINE_NAME_X 28

/**
 * PsgTimelineHandle:
 * @label: its day in words
 * @playhead: where that is, in pixels from where the axis begins
 * @x: the left edge of its handle
 * @width: the handle's width
 * @outside: whether the day is out of sight: the handle then stands at the edge
 *
 * The handle of the playhead, or of the day compared with.
 */
typedef struct
{
  char     label[64];
  double   playhead;
  double   x;
  double   width;
  gboolean outside;
} PsgTimelineHandle;

/*
 * What surrounds the lanes of a timeline, with cairo and Pango: for the screen, paper and
 * pictures alike. Where the origin is each function says.
 */
int      psg_timeline_measure_gutter    (PsgTimelineText *text, GPtrArray *lanes, int width);

void     psg_timeline_draw_tick         (cairo_t *cr, const PsgTimelineStyle *style, PsgTimelineText *text,
                                         const PsgTimeTick *tick, double height, gboolean labelled);
void     psg_timeline_draw_context      (cairo_t *cr, const PsgTimelineStyle *style, PsgTimelineText *text,
                                         const char *label, double left, double right, double height);
void     psg_timeline_draw_lane_name    (cairo_t *cr, const PsgTimelineStyle *style, PsgTimelineText *text,
                                         guint lane, const char *name, double left, double width, double middle,
                                         double height, double strength);
void     psg_timeline_draw_band_caption (cairo_t *cr, const PsgTimelineStyle *style, PsgTimelineText *text,
                                         double height);
void     psg_timeline_draw_strip_name   (cairo_t *cr, const PsgTimelineStyle *style, PsgTimelineText *text,
                                         const char *name, gboolean is_chosen, double gutter, double middle,
                                         double height);
void     psg_timeline_draw_strip_ground (cairo_t *cr, const GdkRGBA *colour, double alpha, double top,
                                         double width, double height);

gboolean psg_timeline_handle_put        (PsgTimelineHandle *self, PsgTimelineText *text, const PsgTimeAxis *axis,
                                         int gutter, PsgDay day);
void     psg_timeline_draw_handle       (cairo_t *cr, const PsgTimelineStyle *style, PsgTimelineText *text,
                                         const PsgTimelineHandle *handle, double gutter, double ruler,
                                         gboolean hollow);

G_END_DECLS
