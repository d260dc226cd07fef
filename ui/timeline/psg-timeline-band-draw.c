/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-band-draw.h"

#include <math.h>

#include "psg-timeline-draw.h"

/*
 * A crossing's status through time as a strip, with cairo. Height tells the
 * status as well as colour: a thin line is open, a band restricted, a block
 * closed; what is not known is a dashed outline.
 */

/* As shares of the row. */
static const double heights[PSG_N_STATUSES] = {
  [PSG_STATUS_UNKNOWN] = 0.46,
  [PSG_STATUS_OPEN] = 0.24,
  [PSG_STATUS_RESTRICTED] = 0.44,
  [PSG_STATUS_CLOSED] = 0.74,
};

static void
draw_unknown (cairo_t *cr,
              double   left,
              double   right,
              double   y,
              double   height)
{
  const double dashes[] = { 3, 3 };

  cairo_save (cr);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_rectangle (cr, left + 0.5, round (y - height / 2) + 0.5, MAX (1, right - left - 1), round (height) - 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_interval (cairo_t                *cr,
               const PsgTimelineStyle *style,
               const PsgTimeAxis      *axis,
               gint64                  start,
               gint64                  end,
               PsgStatus               status,
               double                  y,
               double                  row_height,
               double                  strength)
{
  double left = MAX (-10, psg_time_axis_to_x (axis, (double) start));
  double right = MIN (axis->width + 10, psg_time_axis_to_x (axis, (double) end));
  double height = MAX (2, round (row_height * heights[status]));

  if (right <= 0 || left >= axis->width || right - left < 0.2)
    return;

  psg_palette_set_source (cr, &style->statuses[status], strength);
  if (status == PSG_STATUS_UNKNOWN)
    {
      draw_unknown (cr, left, right, y, height);
      return;
    }

  /* However short, a change can be seen. */
  psg_timeline_rounded_rect (cr, left, y - height / 2, MAX (1.5, right - left), height,
                             2);
  cairo_fill (cr);
}

/**
 * psg_timeline_draw_strip:
 * @cr: where, with the origin where the axis begins
 * @style: colours
 * @crossing: whose strip
 * @axis: time
 * @span: what the collection covers; what it says nothing of in there is unknown
 * @y: of the strip's middle
 * @row_height: what it may take
 * @strength: from 0 to 1
 *
 * Draws the strip of one crossing.
 */
void
psg_timeline_draw_strip (cairo_t                *cr,
                         const PsgTimelineStyle *style,
                         const PsgCrossing      *crossing,
                         const PsgTimeAxis      *axis,
                         const PsgTimeSpan      *span,
                         double                  y,
                         double                  row_height,
                         double                  strength)
{
  gint64 at = span->start;

  for (guint i = 0; i < crossing->intervals->len; i++)
    {
      const PsgStatusInterval *interval = g_ptr_array_index (crossing->intervals, i);
      gint64 start = psg_day_is_valid (interval->first) ? psg_day_to_minutes (interval->first) : span->start;
      gint64 end = psg_day_is_valid (interval->last) ? psg_day_to_minutes (interval->last + 1) : span->end;

      if (start > at)
        draw_interval (cr, style, axis, at, start, PSG_STATUS_UNKNOWN, y, row_height, strength);
      draw_interval (cr, style, axis, start, end, interval->status, y, row_height, strength);
      at = MAX (at, end);
    }

  if (at < span->end)
    draw_interval (cr, style, axis, at, span->end, PSG_STATUS_UNKNOWN, y, row_height, strength);
}
