/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-timeline-layout.h"
#include "psg-timeline-style.h"
#include "psg-timeline-text.h"

G_BEGIN_DECLS

/*
 * The lanes of a timeline with cairo and Pango: for the screen, paper and
 * pictures alike. Each function draws from the layout's arrays and nothing
 * else, with the origin where the axis begins.
 */
void psg_timeline_draw_grid     (cairo_t *cr, const PsgTimelineStyle *style, const GArray *ticks, double height);
void psg_timeline_draw_columns  (cairo_t *cr, const PsgTimelineStyle *style,
                                 const PsgTimelineLayout *layout,
                                 const PsgTimelineLane *lanes, guint n_lanes);
void psg_timeline_draw_marks    (cairo_t *cr, const PsgTimelineStyle *style,
                                 const PsgTimelineLayout *layout,
                                 const PsgTimelineLane *lanes, double width);
void psg_timeline_draw_mark     (cairo_t *cr, const PsgTimelineStyle *style, const PsgTimelineMark *mark,
                                 const GdkRGBA *colour, double width);
void psg_timeline_draw_labels   (cairo_t *cr, const PsgTimelineStyle *style,
                                 const PsgTimelineLayout *layout,
                                 const PsgEventTable *events, PsgTimelineText *text);
void psg_timeline_draw_ring     (cairo_t *cr, const PsgTimelineStyle *style, const PsgTimelineMark *mark,
                                 double width, gboolean selected);
void psg_timeline_draw_pill     (cairo_t *cr, const PsgTimelineStyle *style, const PsgTimelineLabel *pill,
                                 const char *title, double padding, PsgTimelineText *text);
void psg_timeline_rounded_rect  (cairo_t *cr, double x, double y, double width, double height, double radius);

G_END_DECLS
