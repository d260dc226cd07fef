/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-range-draw.h"

#include <math.h>

#include "psg-timeline-draw.h"

/*
 * How a range looks: what lies outside of it steps back, its edges are lines with a grip
 * each. Nearly all of it plain colour, so that it costs a frame next to nothing.
 */

#define GRIP_WIDTH 6.0
#define GRIP_HEIGHT 16.0
/* Along the foot of the ruler, and of the overview. */
#define RAIL 3.0
/* How far what lies outside steps back; less where contrast is asked for. */
#define VEIL 0.5
#define VEIL_HIGH_CONTRAST 0.3

static double
get_veil (const PsgTimelineStyle *style)
{
  return style->scheme == PSG_SCHEME_HIGH_CONTRAST || style->scheme == PSG_SCHEME_HIGH_CONTRAST_DARK
           ? VEIL_HIGH_CONTRAST
           : VEIL;
}

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

  append_outside (snapshot, style, band, get_veil (style));
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

  append_outside (snapshot, style, band, get_veil (style));
  append_rect (snapshot, &style->accent, 1, left, band->bottom - RAIL, MAX (right, left + 2), band->bottom);
}

static gboolean
is_veiled (const GArray *veils,
           double        left,
           double        right,
           double        y)
{
  for (guint i = 0; i < veils->len; i++)
    {
      const graphene_rect_t *veil = &g_array_index (veils, graphene_rect_t, i);

      if (y >= veil->origin.y && y < veil->origin.y + veil->size.height &&
          right > veil->origin.x && left < veil->origin.x + veil->size.width)
        return TRUE;
    }

  return FALSE;
}

/* The parts of marks that do not match, within the band. Bars alone are returned: they are
 * what others stand upon. */
static GArray *
append_veils (GtkSnapshot             *snapshot,
              const PsgTimelineStyle  *style,
              const PsgTimelineBand   *band,
              const PsgTimelineLayout *layout,
              const PsgRowSet         *matches)
{
  GArray *veils = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  guint n;
  const PsgTimelineMark *marks = psg_timeline_layout_get_marks (layout, &n);

  for (guint i = 0; i < n; i++)
    {
      float left, right;
      double from, to, top = marks[i].y - marks[i].height / 2 - 1;
      graphene_rect_t veil;

      psg_timeline_mark_get_extents (&marks[i], &left, &right);
      from = MAX (left - 1, MAX (band->left, 0));
      to = MIN (right + 1, MIN (band->right, band->width));
      if (to <= from || psg_row_set_contains (matches, marks[i].row))
        continue;

      veil = GRAPHENE_RECT_INIT ((float) from, (float) top, (float) (to - from), marks[i].height + 2);
      append_rect (snapshot, &style->bg, get_veil (style), from, top, to, top + veil.size.height);
      if (marks[i].kind != PSG_MARK_POINT)
        g_array_append_val (veils, veil);
    }

  return veils;
}

/* Nor is the title of what lies outside in it, where it reaches into the band. */
static void
append_title_veils (GtkSnapshot             *snapshot,
                    const PsgTimelineStyle  *style,
                    const PsgTimelineBand   *band,
                    const PsgTimelineLayout *layout,
                    const PsgRowSet         *matches,
                    double                   height)
{
  guint n;
  const PsgTimelineLabel *labels = psg_timeline_layout_get_labels (layout, &n);

  for (guint i = 0; i < n; i++)
    if (!psg_row_set_contains (matches, labels[i].row))
      append_rect (snapshot, &style->bg, get_veil (style),
                   MAX (labels[i].x, MAX (band->left, 0)), labels[i].y - height / 2,
                   MIN (labels[i].x + labels[i].width, MIN (band->right, band->width)), labels[i].y + height / 2);
}

/* What matches stands upon what does not: it comes out from under the veils. */
static void
append_unveiled (cairo_t                 *cr,
                 const PsgTimelineStyle  *style,
                 double                   width,
                 const PsgTimelineLayout *layout,
                 const PsgRowSet         *matches,
                 const GArray            *veils,
                 PsgEventTable           *events,
                 PsgTimelineText         *text)
{
  guint n_marks, n_labels;
  const PsgTimelineMark *marks = psg_timeline_layout_get_marks (layout, &n_marks);
  const PsgTimelineLabel *labels = psg_timeline_layout_get_labels (layout, &n_labels);
  const guint8 *lanes = psg_event_table_get_columns (events)->lane;

  for (guint i = 0; i < n_marks; i++)
    {
      float left, right;

      psg_timeline_mark_get_extents (&marks[i], &left, &right);
      if (psg_row_set_contains (matches, marks[i].row) && is_veiled (veils, left, right, marks[i].y))
        psg_timeline_draw_mark (cr, style, &marks[i], &style->lanes[lanes[marks[i].row]], width);
    }

  psg_palette_set_source (cr, &style->fg, 0.92);
  for (guint i = 0; i < n_labels; i++)
    if (psg_row_set_contains (matches, labels[i].row) &&
        is_veiled (veils, labels[i].x, labels[i].x + labels[i].width, labels[i].y))
      psg_timeline_text_draw (text, cr, PSG_FACE_LABEL, psg_event_table_get_title (events, labels[i].row),
                              labels[i].x, labels[i].y, labels[i].width);
}

/**
 * psg_timeline_range_draw_veils:
 * @snapshot: where, with the origin where the axis begins and the lanes do
 * @style: colours
 * @band: where the range lies
 * @layout: the events drawn below
 * @matches: those that lie in the range
 * @events: the events it was made of
 * @text: shaped text
 *
 * Lets events that the band touches, but that do not count as in it, step back too.
 */
void
psg_timeline_range_draw_veils (GtkSnapshot             *snapshot,
                               const PsgTimelineStyle  *style,
                               const PsgTimelineBand   *band,
                               const PsgTimelineLayout *layout,
                               const PsgRowSet         *matches,
                               PsgEventTable           *events,
                               PsgTimelineText         *text)
{
  g_autoptr (GArray) veils = append_veils (snapshot, style, band, layout, matches);
  double left = MAX (band->left, 0), right = MIN (band->right, band->width);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) left, 0, (float) (right - left),
                                               (float) (band->grip - band->top));
  cairo_t *cr;

  append_title_veils (snapshot, style, band, layout, matches, psg_timeline_text_get_height (text, PSG_FACE_LABEL));
  if (veils->len == 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_rectangle (cr, bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height);
  cairo_clip (cr);
  append_unveiled (cr, style, band->width, layout, matches, veils, events, text);
  cairo_destroy (cr);
}
