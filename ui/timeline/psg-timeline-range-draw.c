/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-range-draw.h"

#include <math.h>

/*
 * How a range looks: what lies outside of it steps back, its edges are lines with a grip
 * each. All of it plain colour, so that it costs a frame next to nothing.
 */

#define GRIP_WIDTH 6.0
#define GRIP_HEIGHT 16.0
/* Along the foot of the ruler, and of the overview. */
#define RAIL 3.0

static void
append_rect (GtkSnapshot   *snapshot,
             const GdkRGBA *colour,
             double         alpha,
             double         left,
             double         top,
             double         right,
             double         bottom)
{
  GdkRGBA faint = *colour;

  if (right <= left || bottom <= top)
    return;

  faint.alpha *= (float) alpha;
  gtk_snapshot_append_color (snapshot, &faint,
                             &GRAPHENE_RECT_INIT ((float) left, (float) top,
                                                  (float) (right - left), (float) (bottom - top)));
}

static void
append_outside (GtkSnapshot           *snapshot,
                const PsgTimelineStyle *style,
                const PsgTimelineBand *band,
                double                 alpha)
{
  append_rect (snapshot, &style->bg, alpha, 0, band->top, MIN (band->left, band->width), band->bottom);
  append_rect (snapshot, &style->bg, alpha, MAX (band->right, 0), band->top, band->width, band->bottom);
}

static void
append_grip (GtkSnapshot   *snapshot,
             const GdkRGBA *colour,
             double         x,
             double         y)
{
  GskRoundedRect shape;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (x - GRIP_WIDTH / 2), (float) (y - GRIP_HEIGHT / 2),
                                               (float) GRIP_WIDTH, (float) GRIP_HEIGHT);

  gsk_rounded_rect_init_from_rect (&shape, &bounds, (float) GRIP_WIDTH / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_edge (GtkSnapshot            *snapshot,
             const PsgTimelineStyle *style,
             const PsgTimelineBand  *band,
             double                  x,
             gboolean                has_grip)
{
  if (x < -GRIP_WIDTH || x > band->width + GRIP_WIDTH)
    return;

  append_rect (snapshot, &style->accent, 0.9, round (x) - 0.5, band->top, round (x) + 0.5, band->bottom);
  if (has_grip)
    append_grip (snapshot, &style->accent, round (x), band->grip);
}

/**
 * psg_timeline_range_draw_band:
 * @snapshot: where, with the origin where the axis begins
 * @style: colours
 * @band: where the range lies
 * @has_grips: whether its edges can be seized
 *
 * Draws a range upon lanes and crossings, and on the foot of the ruler above them.
 */
void
psg_timeline_range_draw_band (GtkSnapshot            *snapshot,
                              const PsgTimelineStyle *style,
                              const PsgTimelineBand  *band,
                              gboolean                has_grips)
{
  double left = MAX (band->left, 0), right = MIN (band->right, band->width);

  append_outside (snapshot, style, band, 0.5);
  append_rect (snapshot, &style->accent, 0.07, left, band->top, right, band->bottom);
  append_rect (snapshot, &style->accent, 1, left, band->top - RAIL, right, band->top);
  append_edge (snapshot, style, band, band->left, has_grips);
  append_edge (snapshot, style, band, band->right, has_grips);
}

/**
 * psg_timeline_range_draw_overview:
 * @snapshot: where, with the origin where the axis begins
 * @style: colours
 * @band: where the range lies
 *
 * Draws a range upon the overview.
 */
void
psg_timeline_range_draw_overview (GtkSnapshot            *snapshot,
                                  const PsgTimelineStyle *style,
                                  const PsgTimelineBand  *band)
{
  double left = CLAMP (band->left, 0, band->width), right = CLAMP (band->right, 0, band->width);

  append_outside (snapshot, style, band, 0.45);
  append_rect (snapshot, &style->accent, 1, left, band->bottom - RAIL, MAX (right, left + 2), band->bottom);
}

/**
 * psg_timeline_range_draw_veils:
 * @snapshot: where, with the origin where the axis begins and the lanes do
 * @style: colours
 * @band: where the range lies
 * @layout: the events drawn below
 * @matches: those that lie in the range
 *
 * Lets events that the band touches, but that do not count as in it, step back too.
 */
void
psg_timeline_range_draw_veils (GtkSnapshot             *snapshot,
                               const PsgTimelineStyle  *style,
                               const PsgTimelineBand   *band,
                               const PsgTimelineLayout *layout,
                               const PsgRowSet         *matches)
{
  guint n;
  const PsgTimelineMark *marks = psg_timeline_layout_get_marks (layout, &n);

  for (guint i = 0; i < n; i++)
    {
      float left, right;

      if (psg_row_set_contains (matches, marks[i].row))
        continue;

      psg_timeline_mark_get_extents (&marks[i], &left, &right);
      append_rect (snapshot, &style->bg, 0.6,
                   MAX (left - 1, MAX (band->left, 0)), marks[i].y - marks[i].height / 2 - 1,
                   MIN (right + 1, MIN (band->right, band->width)), marks[i].y + marks[i].height / 2 + 1);
    }
}
