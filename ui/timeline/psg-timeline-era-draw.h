/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-era-layout.h"
#include "psg-timeline-style.h"
#include "psg-timeline-text.h"

G_BEGIN_DECLS

/* Eras, for the screen, paper and pictures alike; their boxes begin where the axis does. */

double psg_timeline_get_era_height  (PsgTimelineText *text);
void   psg_timeline_draw_era_box    (cairo_t *cr, const PsgTimelineStyle *style, const PsgEraBox *box,
                                     double top, double height);
void   psg_timeline_draw_era        (cairo_t *cr, const PsgTimelineStyle *style, PsgTimelineText *text,
                                     const PsgEraBox *box, const char *name);
void   psg_timeline_append_era_tint (GtkSnapshot *snapshot, const PsgTimelineStyle *style, const PsgEraBox *box,
                                     double gutter, double width, double top, double height);

G_END_DECLS
