/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-mentions.h"

#include <math.h>

#include "psg-palette.h"

/* Arrowheads upon the events the text in sight speaks of. They point at the event's mark, or,
 * where a crowd of events is drawn in its place, at its day. */

#define WIDTH 9.0
#define HEIGHT 6.0
/* Between the arrowhead and the mark. */
#define GAP 1.5

/**
 * psg_timeline_mentions_draw_sign:
 * @cr: where
 * @style: colours
 * @x: what it points at
 * @y: its tip
 *
 * Draws one arrowhead, edged in the ground's colour so that it can be told from what is below.
 */
void
psg_timeline_mentions_draw_sign (cairo_t                *cr,
                                 const PsgTimelineStyle *style,
                                 double                  x,
                                 double                  y)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - WIDTH / 2, y - HEIGHT);
  cairo_line_to (cr, x + WIDTH / 2, y - HEIGHT);
  cairo_close_path (cr);
  psg_palette_set_source (cr, &style->bg, 1);
  cairo_set_line_width (cr, 2.5);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve (cr);
  psg_palette_set_source (cr, &style->fg, 1);
  cairo_fill (cr);
}

static const PsgTimelineLane *
find_lane (const PsgTimelineMentions *self,
           guint                      row)
{
  guint lane = psg_event_table_get_columns (self->events)->lane[row];

  for (guint i = 0; i < self->n_lanes; i++)
    if (self->lanes[i].lane == lane)
      return &self->lanes[i];

  return NULL;
}

/* The tip; of a long event its beginning, or the view's where that lies before. */
static gboolean
find_tip (const PsgTimelineMentions *self,
          guint                      row,
          double                    *x,
          double                    *y)
{
  const PsgTimelineLane *lane = find_lane (self, row);
  const PsgTimelineMark *mark = psg_timeline_layout_find (self->layout, row);
  PsgTimeSpan span = psg_event_table_get_span (self->events, row);
  double left = psg_time_axis_to_x (self->axis, (double) span.start);
  double right = psg_time_axis_to_x (self->axis, (double) span.end);

  if (lane == NULL || right < 0 || left > self->axis->width)
    return FALSE;

  *x = CLAMP (mark != NULL ? mark->start : left, WIDTH / 2, self->axis->width - WIDTH / 2);
  *y = mark != NULL ? mark->y - mark->height / 2 - GAP : lane->y + HEIGHT + GAP;
  *y = MAX (*y, lane->y + HEIGHT);

  return TRUE;
}

/**
 * psg_timeline_mentions_draw:
 * @self: what is spoken of
 * @cr: where, with the origin where the axis begins
 * @style: colours
 */
void
psg_timeline_mentions_draw (const PsgTimelineMentions *self,
                            cairo_t                   *cr,
                            const PsgTimelineStyle    *style)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = g_array_index (self->rows, guint, i);
      double x, y;

      if (row != self->chosen && find_tip (self, row, &x, &y))
        psg_timeline_mentions_draw_sign (cr, style, x, y);
    }
}
