/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-frame-draw.h"

#include <glib/gi18n.h>
#include <math.h>

#include "psg-timeline-draw.h"

/*
 * The ruler's ticks, the names of lanes and crossings, and the handles of days. It draws
 * what it is told, from numbers and words; which of them are to be seen, and what is pointed
 * at, the widgets know, or who draws on paper.
 */

#define NARROW 700
#define GUTTER_MIN 120
#define GUTTER_MAX 220
/* Large letters may have more where the timeline is wide. */
#define GUTTER_SHARE 5
/* From a lane's dot to its name; and what is free right of a name. */
#define DOT_ROOM 12.0
#define NAME_END 14
/* A name in a lane lower than this is written small. */
#define SMALL_BELOW 14

/**
 * psg_timeline_measure_gutter:
 * @text: shaped text
 * @lanes: (nullable) (element-type PsgLane): the lanes
 * @width: of the timeline, in pixels
 *
 * Returns: what the names take on the left, in pixels
 */
int
psg_timeline_measure_gutter (PsgTimelineText *text,
                             GPtrArray       *lanes,
                             int              width)
{
  double widest = 0;

  if (width < NARROW)
    return PSG_TIMELINE_NARROW_GUTTER;

  for (guint i = 0; lanes != NULL && i < lanes->len; i++)
    widest = MAX (widest, psg_timeline_text_measure (text, PSG_FACE_LANE,
                                                     psg_text_get (((PsgLane *) g_ptr_array_index (lanes, i))->name)));

  return CLAMP ((int) ceil (widest) + PSG_TIMELINE_NAME_X + NAME_END, GUTTER_MIN,
                MAX (GUTTER_MAX, width / GUTTER_SHARE));
}

/**
 * psg_timeline_draw_tick:
 * @cr: where, with the origin where the axis begins
 * @style: colours
 * @text: shaped text
 * @tick: of the ruler
 * @height: of the ruler
 * @labelled: whether its label is written too
 *
 * Draws one tick of the ruler.
 */
void
psg_timeline_draw_tick (cairo_t                *cr,
                        const PsgTimelineStyle *style,
                        PsgTimelineText        *text,
                        const PsgTimeTick      *tick,
                        double                  height,
                        gboolean                labelled)
{
  cairo_set_line_width (cr, 1);
  psg_palette_set_source (cr, &style->fg, tick->major ? 0.25 : 0.16);
  cairo_move_to (cr, floor (tick->x) + 0.5, tick->major ? 0 : height - 6);
  cairo_line_to (cr, floor (tick->x) + 0.5, height);
  cairo_stroke (cr);

  if (tick->label == NULL || !labelled)
    return;

  psg_palette_set_source (cr, &style->fg, tick->major ? 1 : 0.66);
  psg_timeline_text_draw (text, cr, tick->major ? PSG_FACE_TICK_MAJOR : PSG_FACE_TICK, tick->label,
                          tick->x + 6, height / 2, tick->width + 1);
}

/**
 * psg_timeline_draw_context:
 * @cr: where, with the origin at the left edge of the timeline
 * @style: colours
 * @text: shaped text
 * @label: such as the year of the days on the ruler
 * @left: where there is room from
 * @right: where the axis begins
 * @height: of the ruler
 *
 * Draws what the ruler's labels leave unsaid, before them; small where the lanes have short names.
 */
void
psg_timeline_draw_context (cairo_t                *cr,
                           const PsgTimelineStyle *style,
                           PsgTimelineText        *text,
                           const char             *label,
                           double                  left,
                           double                  right,
                           double                  height)
{
  double room = MAX (1, right - 12 - left);
  gboolean fits = psg_timeline_text_measure (text, PSG_FACE_TICK_MAJOR, label) <= room;
  PsgTimelineFace face = fits ? PSG_FACE_TICK_MAJOR : PSG_FACE_TICK;
  double width = MIN (psg_timeline_text_measure (text, face, label), room);

  psg_palette_set_source (cr, &style->fg, 0.66);
  psg_timeline_text_draw (text, cr, face, label, right - 8 - width, height / 2, width + 1);
}

/**
 * psg_timeline_draw_lane_name:
 * @cr: where
 * @style: colours
 * @text: shaped text
 * @lane: index into the collection's lanes
 * @name: its name
 * @left: where the name begins; the dot stands before it
 * @width: the room that the name has
 * @middle: of the lane
 * @height: of the lane
 * @strength: of the name, from 0 to 1
 *
 * Draws a lane's dot and name.
 */
void
psg_timeline_draw_lane_name (cairo_t                *cr,
                             const PsgTimelineStyle *style,
                             PsgTimelineText        *text,
                             guint                   lane,
                             const char             *name,
                             double                  left,
                             double                  width,
                             double                  middle,
                             double                  height,
                             double                  strength)
{
  psg_palette_set_source (cr, &style->lanes[lane], 1);
  cairo_arc (cr, left - DOT_ROOM, middle, MIN (5.5, height / 2 - 2), 0, 2 * G_PI);
  cairo_fill (cr);

  psg_palette_set_source (cr, &style->fg, strength);
  psg_timeline_text_draw (text, cr, height < SMALL_BELOW ? PSG_FACE_CAPTION : PSG_FACE_LANE, name,
                          left, middle, MAX (1, width));
}

/**
 * psg_timeline_draw_band_caption:
 * @cr: where, with the origin at the band's upper left corner
 * @style: colours
 * @text: shaped text
 * @height: of the band of crossings
 *
 * Says what the band shows, upright beside the names, if there is room for it.
 */
void
psg_timeline_draw_band_caption (cairo_t                *cr,
                                const PsgTimelineStyle *style,
                                PsgTimelineText        *text,
                                double                  height)
{
  /* Translators: written vertically beside the strips of the border crossings, in capitals */
  const char *caption = C_("timeline", "CROSSINGS");
  double width = psg_timeline_text_measure (text, PSG_FACE_CAPTION, caption);

  if (width > height - 4)
    return;

  cairo_save (cr);
  cairo_translate (cr, 11, (height + width) / 2);
  cairo_rotate (cr, -G_PI_2);
  psg_palette_set_source (cr, &style->fg, 0.6);
  psg_timeline_text_draw (text, cr, PSG_FACE_CAPTION, caption, 0, 0, width + 1);
  cairo_restore (cr);
}

/**
 * psg_timeline_draw_strip_name:
 * @cr: where, with the origin at the left edge of the timeline
 * @style: colours
 * @text: shaped text
 * @name: of a crossing
 * @is_chosen: whether it is the chosen one
 * @gutter: where the axis begins
 * @middle: of its strip
 * @height: of its strip
 *
 * Large letters shrink rather than run into the rows above and below.
 */
void
psg_timeline_draw_strip_name (cairo_t                *cr,
                              const PsgTimelineStyle *style,
                              PsgTimelineText        *text,
                              const char             *name,
                              gboolean                is_chosen,
                              double                  gutter,
                              double                  middle,
                              double                  height)
{
  PsgTimelineFace face = height < 13 ? PSG_FACE_CAPTION : is_chosen ? PSG_FACE_SMALL_BOLD : PSG_FACE_SMALL;
  double scale = MIN (1, (height + 2) / psg_timeline_text_get_height (text, face));
  double room = gutter - PSG_TIMELINE_NAME_X - 6;

  cairo_save (cr);
  cairo_translate (cr, PSG_TIMELINE_NAME_X, middle);
  cairo_scale (cr, scale, scale);
  psg_palette_set_source (cr, &style->fg, is_chosen ? 1 : 0.85);
  psg_timeline_text_draw (text, cr, face, name, 0, 0, room / scale);
  cairo_restore (cr);
}

/**
 * psg_timeline_draw_strip_ground:
 * @cr: where, with the origin at the left edge of the timeline
 * @colour: of the ground
 * @alpha: how much of it
 * @top: of the strip
 * @width: of the timeline
 * @height: of the strip
 *
 * Draws what sets one crossing's strip and name apart from the others.
 */
void
psg_timeline_draw_strip_ground (cairo_t       *cr,
                                const GdkRGBA *colour,
                                double         alpha,
                                double         top,
                                double         width,
                                double         height)
{
  psg_palette_set_source (cr, colour, alpha);
  psg_timeline_rounded_rect (cr, PSG_TIMELINE_NAME_X - 5, top, width - PSG_TIMELINE_NAME_X + 5 - 4, height, 4);
  cairo_fill (cr);
}

/**
 * psg_timeline_handle_put:
 * @self: (out caller-allocates): where a day's handle stands
 * @text: shaped text
 * @axis: time
 * @gutter: what there is left of the axis
 * @day: the day
 *
 * A handle keeps within the ruler; where its day is out of sight, it stands at the edge and
 * points there.
 *
 * Returns: %FALSE if it is no day
 */
gboolean
psg_timeline_handle_put (PsgTimelineHandle *self,
                         PsgTimelineText   *text,
                         const PsgTimeAxis *axis,
                         int                gutter,
                         PsgDay             day)
{
  g_autofree char *date = NULL;
  double x, margin;

  if (!psg_day_is_valid (day))
    return FALSE;

  date = psg_day_format_short (day);
  x = psg_time_axis_to_x (axis, (double) psg_day_to_minutes (day));
  self->playhead = x;
  self->outside = x < 0 || x > axis->width;
  g_snprintf (self->label, sizeof self->label, "%s%s%s", x < 0 ? "‹ " : "", date, x > axis->width ? " ›" : "");

  self->width = ceil (psg_timeline_text_measure (text, PSG_FACE_LABEL_BOLD, self->label));
  self->width += 2 * PSG_TIMELINE_HANDLE_PADDING;
  margin = self->outside ? 0 : self->width / 2;
  self->x = round (CLAMP (x - self->width / 2, -MIN (margin, gutter),
                          MAX (0, axis->width - self->width + MIN (margin, 10))));

  return TRUE;
}

/**
 * psg_timeline_draw_handle:
 * @cr: where, with the origin at the upper left corner of the timeline
 * @style: colours
 * @text: shaped text
 * @handle: of a day
 * @gutter: where the axis begins
 * @ruler: the ruler's height
 * @hollow: whether the day is out of sight, or only compared with
 *
 * Draws the handle of a day upon the ruler.
 */
void
psg_timeline_draw_handle (cairo_t                 *cr,
                          const PsgTimelineStyle  *style,
                          PsgTimelineText         *text,
                          const PsgTimelineHandle *handle,
                          double                   gutter,
                          double                   ruler,
                          gboolean                 hollow)
{
  double left = gutter + handle->x, height = MIN (22, ruler - 3);

  psg_timeline_rounded_rect (cr, left, 1.5, handle->width, height, height / 2);
  psg_palette_set_source (cr, hollow ? &style->bg : &style->accent, 1);
  cairo_fill_preserve (cr);
  psg_palette_set_source (cr, &style->accent, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);

  psg_palette_set_source (cr, hollow ? &style->accent : &style->on_accent, 1);
  psg_timeline_text_draw (text, cr, PSG_FACE_LABEL_BOLD, handle->label, left + PSG_TIMELINE_HANDLE_PADDING,
                          1.5 + height / 2, handle->width);
}
