/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-draw.h"

#include <math.h>

#include "psg-time-ticks.h"

/*
 * How events look. Shape tells how a date is known, colour only the lane:
 *
 *   a filled dot        a day; once a day is wide enough, with a tail over it
 *   a bar with an edge  it lasted from a day to a day
 *   a bar with no edge  within this month, this year
 *   hollow              approximate: a ring, an edge of dashes about a pale bar
 *   a fading end        open; an unknown one goes on in dashes
 *   half filled, hatched uncertain
 *
 * A diamond, in the place of the dot or at the beginning of the bar, is an event of the person's own.
 */

/* Bars are cut this far outside the view; cairo counts no further than 32 767. */
#define OUTSIDE 200.0
#define FADE 36.0

void
psg_timeline_rounded_rect (cairo_t *cr,
                           double   x,
                           double   y,
                           double   width,
                           double   height,
                           double   radius)
{
  radius = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/**
 * psg_timeline_draw_grid:
 * @cr: where
 * @style: colours
 * @ticks: (element-type PsgTimeTick): the ruler's ticks
 * @height: how far the lines run
 *
 * Lines down from the ruler: whole for the larger unit, dotted for the smaller.
 */
void
psg_timeline_draw_grid (cairo_t                *cr,
                        const PsgTimelineStyle *style,
                        const GArray           *ticks,
                        double                  height)
{
  const double dots[] = { 1.5, 4.5 };

  cairo_save (cr);
  cairo_set_line_width (cr, 1);

  for (int major = 0; major < 2; major++)
    {
      cairo_set_dash (cr, dots, major ? 0 : 2, 0);
      psg_palette_set_source (cr, &style->fg, major ? 0.13 : 0.16);
      for (guint i = 0; i < ticks->len; i++)
        {
          const PsgTimeTick *tick = &g_array_index (ticks, PsgTimeTick, i);

          if (tick->major != major)
            continue;
          cairo_move_to (cr, floor (tick->x) + 0.5, 0);
          cairo_line_to (cr, floor (tick->x) + 0.5, height);
        }
      cairo_stroke (cr);
    }

  cairo_restore (cr);
}

/**
 * psg_timeline_draw_columns:
 * @cr: where
 * @style: colours
 * @layout: what to draw
 * @lanes: the lanes it was made for
 * @n_lanes: how many
 *
 * Crowds, as bars that stand on the floor of the lane.
 */
void
psg_timeline_draw_columns (cairo_t                 *cr,
                           const PsgTimelineStyle  *style,
                           const PsgTimelineLayout *layout,
                           const PsgTimelineLane   *lanes,
                           guint                    n_lanes)
{
  guint n, i = 0;
  const PsgTimelineColumn *columns = psg_timeline_layout_get_columns (layout, &n);

  while (i < n)
    {
      guint8 lane = columns[i].lane;

      for (; i < n && columns[i].lane == lane; i++)
        cairo_rectangle (cr, columns[i].x, columns[i].y, columns[i].width, columns[i].height);
      psg_palette_set_source (cr, &style->lanes[lanes[lane].lane], 0.85);
      cairo_fill (cr);
    }
}

/* A colour that fades at either end. */
static void
set_fading_source (cairo_t       *cr,
                   const GdkRGBA *colour,
                   double         alpha,
                   double         left,
                   double         right,
                   double         fade_left,
                   double         fade_right)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (left, 0, right, 0);
  double width = MAX (1, right - left);
  double from = MIN (0.5, fade_left / width), to = MAX (0.5, 1 - fade_right / width);

  cairo_pattern_add_color_stop_rgba (pattern, 0, colour->red, colour->green, colour->blue,
                                     fade_left > 0 ? 0.04 * alpha : alpha);
  cairo_pattern_add_color_stop_rgba (pattern, from, colour->red, colour->green, colour->blue, alpha);
  cairo_pattern_add_color_stop_rgba (pattern, to, colour->red, colour->green, colour->blue, alpha);
  cairo_pattern_add_color_stop_rgba (pattern, 1, colour->red, colour->green, colour->blue,
                                     fade_right > 0 ? 0.04 * alpha : alpha);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
hatch (cairo_t *cr,
       double   left,
       double   right,
       double   top,
       double   height)
{
  cairo_set_line_width (cr, 1.2);
  for (double x = floor (left / 6) * 6 - height; x < right; x += 6)
    {
      cairo_move_to (cr, x, top + height);
      cairo_line_to (cr, x + height, top);
    }
  cairo_stroke (cr);
}

/* An end that is not known: two dashes where the bar would go on. */
static void
draw_dashes (cairo_t *cr,
             double   x,
             double   y,
             double   direction)
{
  cairo_set_line_width (cr, 2);
  for (int i = 1; i <= 2; i++)
    {
      cairo_move_to (cr, x + direction * 5 * i, y);
      cairo_line_to (cr, x + direction * (5 * i + 3), y);
    }
  cairo_stroke (cr);
}

static double
get_fade (const PsgTimelineMark *mark,
          guint                  ends,
          double                 width)
{
  if (mark->flags & ends)
    return MIN (2 * FADE, width * 0.6);
  return mark->kind == PSG_MARK_VAGUE ? MIN (FADE, width * 0.3) : 0;
}

static void
draw_bar (cairo_t               *cr,
          const PsgTimelineMark *mark,
          const GdkRGBA         *colour,
          double                 view)
{
  double left = CLAMP (mark->start, -OUTSIDE, view + OUTSIDE);
  double right = CLAMP (mark->end, left + 1, view + OUTSIDE + 1);
  double width = right - left, height = mark->height, top = mark->y - height / 2;
  double fade_left = get_fade (mark, PSG_EVENT_OPEN_START | PSG_EVENT_UNKNOWN_START, width);
  double fade_right = get_fade (mark, PSG_EVENT_OPEN_END | PSG_EVENT_UNKNOWN_END, width);
  /* Solid while small; wide bars let what stands upon them be read. */
  double solid = CLAMP (1 - (width - 48) / 48, 0, 1);
  const double dashes[] = { 4, 3 };
  /* However short, it is not round as a dot is. */
  double radius = CLAMP (2.5 + (width - height) / 8, 2.5, 5.5);
  gboolean firm = mark->kind == PSG_MARK_RANGE;
  gboolean hollow = (mark->flags & PSG_EVENT_APPROXIMATE) != 0;
  gboolean hatched = (mark->flags & PSG_EVENT_UNCERTAIN) != 0;

  cairo_save (cr);
  psg_timeline_rounded_rect (cr, left, top, width, height, radius);
  cairo_clip (cr);
  set_fading_source (cr, colour,
                     hatched ? 0.75 : hollow ? 0.14 : firm ? 0.30 + 0.70 * solid : 0.40 + 0.34 * solid,
                     left, right, fade_left, fade_right);
  if (hatched)
    hatch (cr, left, right, top, height);
  else
    cairo_paint (cr);
  cairo_restore (cr);

  if (firm || hollow)
    {
      cairo_save (cr);
      if (hollow)
        cairo_set_dash (cr, dashes, 2, 0);
      set_fading_source (cr, colour, 1, left, right, fade_left, fade_right);
      psg_timeline_rounded_rect (cr, left + 0.75, top + 0.75, MAX (0.5, width - 1.5), height - 1.5, radius - 0.5);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
      cairo_restore (cr);
    }

  psg_palette_set_source (cr, colour, 0.7);
  if (mark->flags & PSG_EVENT_UNKNOWN_START)
    draw_dashes (cr, left, mark->y, -1);
  if (mark->flags & PSG_EVENT_UNKNOWN_END)
    draw_dashes (cr, right, mark->y, 1);
}

/* As high as a title, which may stand upon it: a lower one would strike it through. Of a day that is not much longer
 * than the dot it would be a stain beside it: it comes with more room. */
static void
draw_tail (cairo_t               *cr,
           const PsgTimelineMark *mark,
           const GdkRGBA         *colour,
           double                 view)
{
  double left = MAX (mark->start, -OUTSIDE), right = MIN (mark->end, view + OUTSIDE);
  double height = 1.5 * mark->height;
  double room = CLAMP ((right - left) / (2 * mark->height) - 1, 0, 1);

  if (room == 0)
    return;

  psg_palette_set_source (cr, colour, 0.2 * room);
  psg_timeline_rounded_rect (cr, left, mark->y - height / 2, right - left, height, 3);
  cairo_fill (cr);
}

/* A disc, or the diamond of an own event, which is as large. */
static void
trace_dot (cairo_t               *cr,
           const PsgTimelineMark *mark,
           double                 radius)
{
  double reach = 1.25 * radius;

  cairo_new_path (cr);
  if ((mark->flags & PSG_EVENT_OWN) == 0)
    {
      cairo_arc (cr, mark->start, mark->y, radius, 0, 2 * G_PI);
      return;
    }

  cairo_move_to (cr, mark->start, mark->y - reach);
  cairo_line_to (cr, mark->start + reach, mark->y);
  cairo_line_to (cr, mark->start, mark->y + reach);
  cairo_line_to (cr, mark->start - reach, mark->y);
  cairo_close_path (cr);
}

static void
draw_dot (cairo_t                *cr,
          const PsgTimelineStyle *style,
          const PsgTimelineMark  *mark,
          const GdkRGBA          *colour)
{
  const double dashes[] = { 2.2, 1.6 };
  double radius = mark->height / 2;
  guint doubt = mark->flags & (PSG_EVENT_APPROXIMATE | PSG_EVENT_UNCERTAIN);

  trace_dot (cr, mark, radius + 1);
  psg_palette_set_source (cr, &style->bg, 1);
  cairo_fill (cr);

  psg_palette_set_source (cr, colour, 1);
  if (doubt == 0)
    {
      trace_dot (cr, mark, radius);
      cairo_fill (cr);
      return;
    }

  cairo_save (cr);
  cairo_set_line_width (cr, 1.8);
  if (doubt & PSG_EVENT_UNCERTAIN)
    {
      cairo_save (cr);
      cairo_rectangle (cr, mark->start - 2 * radius, mark->y - 2 * radius, 2 * radius, 4 * radius);
      cairo_clip (cr);
      trace_dot (cr, mark, radius - 1);
      cairo_fill (cr);
      cairo_restore (cr);
    }
  if (doubt == (PSG_EVENT_APPROXIMATE | PSG_EVENT_UNCERTAIN))
    cairo_set_dash (cr, dashes, 2, 0);
  trace_dot (cr, mark, radius - 0.9);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* What says of a bar that it is the person's own. */
static void
draw_own (cairo_t                *cr,
          const PsgTimelineStyle *style,
          const PsgTimelineMark  *mark,
          const GdkRGBA          *colour)
{
  PsgTimelineMark dot = *mark;
  double radius = mark->height / 2 - 1;

  if ((mark->flags & PSG_EVENT_OWN) == 0)
    return;

  /* Of a bar that began before the view it is in sight all the same. */
  dot.start = MAX (mark->start, 0) + mark->height / 2;
  trace_dot (cr, &dot, radius + 1);
  psg_palette_set_source (cr, &style->bg, 1);
  cairo_fill (cr);
  trace_dot (cr, &dot, radius);
  psg_palette_set_source (cr, colour, 1);
  cairo_fill (cr);
}

/**
 * psg_timeline_draw_mark:
 * @cr: where
 * @style: colours
 * @mark: an event
 * @colour: its lane's colour
 * @width: of the view
 *
 * Draws one event.
 */
void
psg_timeline_draw_mark (cairo_t                *cr,
                        const PsgTimelineStyle *style,
                        const PsgTimelineMark  *mark,
                        const GdkRGBA          *colour,
                        double                  width)
{
  if (mark->kind != PSG_MARK_POINT)
    {
      draw_bar (cr, mark, colour, width);
      draw_own (cr, style, mark, colour);
      return;
    }

  draw_tail (cr, mark, colour, width);
  draw_dot (cr, style, mark, colour);
}

/**
 * psg_timeline_draw_marks:
 * @cr: where
 * @style: colours
 * @layout: what to draw
 * @lanes: the lanes it was made for
 * @width: of the view
 *
 * Draws every event: soft bars behind, firm bars upon them, dots in front, and last
 * what stands out of the crowds.
 */
void
psg_timeline_draw_marks (cairo_t                 *cr,
                         const PsgTimelineStyle  *style,
                         const PsgTimelineLayout *layout,
                         const PsgTimelineLane   *lanes,
                         double                   width)
{
  static const PsgMarkKind order[] = { PSG_MARK_VAGUE, PSG_MARK_RANGE, PSG_MARK_POINT };
  guint n;
  const PsgTimelineMark *marks = psg_timeline_layout_get_marks (layout, &n);

  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < n; i++)
      if (marks[i].kind == order[k])
        psg_timeline_draw_mark (cr, style, &marks[i], &style->lanes[lanes[marks[i].lane].lane], width);

  marks = psg_timeline_layout_get_landmarks (layout, &n);
  for (guint i = 0; i < n; i++)
    psg_timeline_draw_mark (cr, style, &marks[i], &style->lanes[lanes[marks[i].lane].lane], width);
}

/* What a title stands on where bars or a crowd would strike it through. */
static void
draw_label_ground (cairo_t                *cr,
                   const PsgTimelineStyle *style,
                   const PsgTimelineLabel *label,
                   double                  height)
{
  psg_timeline_rounded_rect (cr, round (label->x) - 3, round (label->y - height / 2), label->width + 6, height, 4);
  psg_palette_set_source (cr, &style->bg, 0.86);
  cairo_fill (cr);
}

/* What sets a bar's title apart from one that stands before it upon the bar. */
static void
draw_label_rule (cairo_t                *cr,
                 const PsgTimelineStyle *style,
                 const PsgTimelineLabel *label,
                 double                  height)
{
  double x = label->x - PSG_TIMELINE_LABEL_GAP - PSG_TIMELINE_LABEL_APART / 2;

  cairo_rectangle (cr, round (x), round (label->y - height / 2), 1, height);
  psg_palette_set_source (cr, &style->fg, 0.5);
  cairo_fill (cr);
}

/**
 * psg_timeline_draw_labels:
 * @cr: where
 * @style: colours
 * @layout: what to draw
 * @events: the events it was made of
 * @text: shaped text
 *
 * Draws the titles, without the chosen event's.
 */
void
psg_timeline_draw_labels (cairo_t                 *cr,
                          const PsgTimelineStyle  *style,
                          const PsgTimelineLayout *layout,
                          const PsgEventTable     *events,
                          PsgTimelineText         *text)
{
  guint n;
  const PsgTimelineLabel *labels = psg_timeline_layout_get_labels (layout, &n);
  double height = round (psg_timeline_text_get_height (text, PSG_FACE_LABEL));

  for (guint i = 0; i < n; i++)
    {
      if (labels[i].upon)
        draw_label_ground (cr, style, &labels[i], height);
      if (labels[i].apart)
        draw_label_rule (cr, style, &labels[i], height - 3);
    }

  psg_palette_set_source (cr, &style->fg, 0.92);
  for (guint i = 0; i < n; i++)
    psg_timeline_text_draw (text, cr, PSG_FACE_LABEL, psg_event_table_get_title (events, labels[i].row),
                            labels[i].x, labels[i].y, labels[i].width);
}

/**
 * psg_timeline_draw_ring:
 * @cr: where
 * @style: colours
 * @mark: an event
 * @width: of the view
 * @selected: whether it is chosen, or only pointed at
 *
 * Draws what sets an event apart.
 */
void
psg_timeline_draw_ring (cairo_t                *cr,
                        const PsgTimelineStyle *style,
                        const PsgTimelineMark  *mark,
                        double                  width,
                        gboolean                selected)
{
  float left, right;
  double x, w, reach = selected ? 5 : 3.5;

  psg_timeline_mark_get_extents (mark, &left, &right);
  x = CLAMP (left, -OUTSIDE, width + OUTSIDE);
  w = CLAMP (right, -OUTSIDE, width + OUTSIDE) - x;

  psg_timeline_rounded_rect (cr, x - reach, mark->y - mark->height / 2 - reach,
                             w + 2 * reach, mark->height + 2 * reach, MIN (5.5, mark->height / 2) + reach);
  psg_palette_set_source (cr, selected ? &style->accent : &style->fg, selected ? 1 : 0.55);
  cairo_set_line_width (cr, selected ? 2.4 : 1.5);
  cairo_stroke (cr);
}

/**
 * psg_timeline_draw_pill:
 * @cr: where
 * @style: colours
 * @pill: where
 * @title: the chosen event's title
 * @padding: left and right of it
 * @text: shaped text
 *
 * Draws the chosen event's title.
 */
void
psg_timeline_draw_pill (cairo_t                *cr,
                        const PsgTimelineStyle *style,
                        const PsgTimelineLabel *pill,
                        const char             *title,
                        double                  padding,
                        PsgTimelineText        *text)
{
  double height = MAX (20, round (psg_timeline_text_get_height (text, PSG_FACE_LABEL_BOLD)) + 5);

  psg_timeline_rounded_rect (cr, round (pill->x) + 0.5, round (pill->y - height / 2) + 0.5,
                             round (pill->width) - 1, height - 1, 6);
  psg_palette_set_source (cr, &style->bg, 1);
  cairo_fill_preserve (cr);
  psg_palette_set_source (cr, &style->accent, 1);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);

  psg_palette_set_source (cr, &style->fg, 1);
  psg_timeline_text_draw (text, cr, PSG_FACE_LABEL_BOLD, title,
                          pill->x + padding, pill->y, pill->width - 2 * padding + 1);
}
