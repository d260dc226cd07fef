/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-time-span.h"

G_BEGIN_DECLS

/**
 * PsgTimeAxis:
 * @start: the time at the left edge, in minutes since 1970-01-01T00:00
 * @length: how much time is shown, in minutes, greater than 0
 * @width: over how many pixels, greater than 0
 *
 * Where a time lies on a line of pixels, and back. In doubles, so that zooming
 * and panning by fractions of a minute stay smooth. A value: functions return
 * a new one. Time runs from left to right in every script.
 */
typedef struct
{
  double start;
  double length;
  double width;
} PsgTimeAxis;

PsgTimeAxis psg_time_axis           (const PsgTimeSpan *span, double width);
PsgTimeSpan psg_time_axis_get_span  (const PsgTimeAxis *self);
double      psg_time_axis_get_end   (const PsgTimeAxis *self);
double      psg_time_axis_get_scale (const PsgTimeAxis *self);
double      psg_time_axis_to_x      (const PsgTimeAxis *self, double minute);
double      psg_time_axis_to_minute (const PsgTimeAxis *self, double x);
gboolean    psg_time_axis_equal     (const PsgTimeAxis *a, const PsgTimeAxis *b);

PsgTimeAxis psg_time_axis_resize    (const PsgTimeAxis *self, double width);
PsgTimeAxis psg_time_axis_zoom      (const PsgTimeAxis *self, double x, double factor);
PsgTimeAxis psg_time_axis_pan       (const PsgTimeAxis *self, double dx);
PsgTimeAxis psg_time_axis_clamp     (const PsgTimeAxis *self, const PsgTimeSpan *bounds, double shortest);
PsgTimeAxis psg_time_axis_mix       (const PsgTimeAxis *from, const PsgTimeAxis *to, double progress);

G_END_DECLS
