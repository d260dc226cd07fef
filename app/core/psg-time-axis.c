/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-time-axis.h"

#include <math.h>

/*
 * The arithmetic between a stretch of time and a row of pixels, and nothing
 * else: what is drawn where is the layout's business, what may be shown is the
 * session's.
 */

/**
 * psg_time_axis:
 * @span: what is shown
 * @width: pixels; less than one counts as one
 *
 * Returns: the axis that shows @span over @width
 */
PsgTimeAxis
psg_time_axis (const PsgTimeSpan *span,
               double             width)
{
  g_assert (span != NULL);

  return (PsgTimeAxis) { (double) span->start,
                         MAX (1.0, (double) (span->end - span->start)),
                         MAX (1.0, width) };
}

/**
 * psg_time_axis_get_span:
 * @self: an axis
 *
 * Returns: what is shown, to the minute; at least one minute
 */
PsgTimeSpan
psg_time_axis_get_span (const PsgTimeAxis *self)
{
  gint64 start = (gint64) llround (self->start);
  gint64 length = (gint64) llround (self->length);

  return (PsgTimeSpan) { start, start + MAX (1, length) };
}

double
psg_time_axis_get_end (const PsgTimeAxis *self)
{
  return self->start + self->length;
}

/**
 * psg_time_axis_get_scale:
 * @self: an axis
 *
 * Returns: pixels a minute
 */
double
psg_time_axis_get_scale (const PsgTimeAxis *self)
{
  return self->width / self->length;
}

double
psg_time_axis_to_x (const PsgTimeAxis *self,
                    double             minute)
{
  return (minute - self->start) * (self->width / self->length);
}

double
psg_time_axis_to_minute (const PsgTimeAxis *self,
                         double             x)
{
  return self->start + x * (self->length / self->width);
}

gboolean
psg_time_axis_equal (const PsgTimeAxis *a,
                     const PsgTimeAxis *b)
{
  return a->start == b->start && a->length == b->length && a->width == b->width;
}

/**
 * psg_time_axis_resize:
 * @self: an axis
 * @width: pixels
 *
 * Returns: the same stretch of time over another width
 */
PsgTimeAxis
psg_time_axis_resize (const PsgTimeAxis *self,
                      double             width)
{
  return (PsgTimeAxis) { self->start, self->length, MAX (1.0, width) };
}

/**
 * psg_time_axis_zoom:
 * @self: an axis
 * @x: the pixel whose time stays where it is
 * @factor: more than 1 comes closer, less than 1 goes away
 *
 * Returns: the axis zoomed about a point
 */
PsgTimeAxis
psg_time_axis_zoom (const PsgTimeAxis *self,
                    double             x,
                    double             factor)
{
  double about = psg_time_axis_to_minute (self, x);
  double length;

  g_return_val_if_fail (factor > 0, *self);

  length = self->length / factor;

  return (PsgTimeAxis) { about - x * (length / self->width), length, self->width };
}

/**
 * psg_time_axis_pan:
 * @self: an axis
 * @dx: pixels; positive shows what comes later
 *
 * Returns: the axis moved
 */
PsgTimeAxis
psg_time_axis_pan (const PsgTimeAxis *self,
                   double             dx)
{
  return (PsgTimeAxis) { psg_time_axis_to_minute (self, dx), self->length, self->width };
}

/**
 * psg_time_axis_clamp:
 * @self: an axis
 * @bounds: what may be shown at most
 * @shortest: what must be shown at least, in minutes
 *
 * Returns: the axis with its length kept within limits about its middle, then
 *   moved to lie within @bounds
 */
PsgTimeAxis
psg_time_axis_clamp (const PsgTimeAxis *self,
                     const PsgTimeSpan *bounds,
                     double             shortest)
{
  double longest = (double) (bounds->end - bounds->start);
  double length = CLAMP (self->length, MIN (shortest, longest), longest);
  double start = self->start + (self->length - length) / 2;

  start = CLAMP (start, (double) bounds->start, (double) bounds->end - length);

  return (PsgTimeAxis) { start, length, self->width };
}

/**
 * psg_time_axis_mix:
 * @from: where a movement begins
 * @to: where it ends
 * @progress: how far it has come, from 0 to 1
 *
 * Lengths are mixed by ratio, so that a zoom looks even, and one point of time
 * stays in place throughout.
 *
 * Returns: the axis in between, of the width of @to
 */
PsgTimeAxis
psg_time_axis_mix (const PsgTimeAxis *from,
                   const PsgTimeAxis *to,
                   double             progress)
{
  double length = from->length * pow (to->length / from->length, progress);
  double change = to->length - from->length;
  double along = progress;

  if (fabs (change) > 1e-6 * from->length)
    along = (length - from->length) / change;

  return (PsgTimeAxis) { from->start + (to->start - from->start) * along, length, to->width };
}
