/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-layout-private.h"

#include <math.h>

/*
 * What lies under a point: a search of the same arrays that are drawn. Marks are
 * in order of where they begin; how far any before them reaches tells when to
 * stop looking back.
 */

/* How far the pointer may miss. */
#define SLOP 3.0f

/* How well a point hits a mark: the lower the better, infinite if it misses. Dots
 * win over bars, bars over the tails of dots. */
static float
measure_hit (const PsgTimelineMark *mark,
             float                  x,
             float                  y)
{
  float left, right;

  psg_timeline_mark_get_extents (mark, &left, &right);
  if (fabsf (y - mark->y) > mark->height / 2 + SLOP)
    return INFINITY;

  if (x >= left - SLOP && x <= right + SLOP)
    {
      float off = fabsf (y - mark->y) + fabsf (x - (left + right) / 2);

      return psg_timeline_mark_is_wide (mark) ? 1e6f + (right - left) : off;
    }

  return x >= left && x <= mark->end ? 1e7f + (mark->end - left) : INFINITY;
}

static guint
find_last_before (const PsgTimelineLayout *self,
                  const PsgTimelineSlice  *slice,
                  float                    x)
{
  guint low = slice->first_mark, n = slice->n_marks;

  while (n > 0)
    {
      guint half = n / 2;

      if (g_array_index (self->marks, PsgTimelineMark, low + half).start <= x)
        {
          low += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }

  return low;
}

static float
pick_mark (const PsgTimelineLayout *self,
           const PsgTimelineSlice  *slice,
           float                    x,
           float                    y,
           guint                   *row)
{
  float best = INFINITY;
  guint i = find_last_before (self, slice, x + self->dot + SLOP);

  while (i-- > slice->first_mark && g_array_index (self->reach, float, i) >= x - SLOP)
    {
      const PsgTimelineMark *mark = &g_array_index (self->marks, PsgTimelineMark, i);
      float hit = measure_hit (mark, x, y);

      if (hit < best)
        {
          best = hit;
          *row = mark->row;
        }
    }

  return best;
}

static gboolean
label_contains (const PsgTimelineLabel *label,
                float                   x,
                float                   y,
                float                   half_height)
{
  return x >= label->x && x < label->x + label->width && fabsf (y - label->y) <= half_height;
}

static gboolean
pick_label (const PsgTimelineLayout *self,
            const PsgTimelineSlice  *slice,
            float                    x,
            float                    y,
            guint                   *row)
{
  for (guint i = slice->first_label; i < slice->first_label + slice->n_labels; i++)
    {
      const PsgTimelineLabel *label = &g_array_index (self->labels, PsgTimelineLabel, i);

      if (label_contains (label, x, y, self->dot))
        {
          *row = label->row;
          return TRUE;
        }
    }

  return FALSE;
}

/* Dots over a crowd are few. */
static float
pick_landmark (const PsgTimelineLayout *self,
               float                    x,
               float                    y,
               guint                   *row)
{
  float best = INFINITY;

  for (guint i = 0; i < self->landmarks->len; i++)
    {
      const PsgTimelineMark *mark = &g_array_index (self->landmarks, PsgTimelineMark, i);
      float hit = measure_hit (mark, x, y);

      if (hit < best)
        {
          best = hit;
          *row = mark->row;
        }
    }

  return best;
}

/**
 * psg_timeline_layout_pick:
 * @self: a layout
 * @x: in pixels
 * @y: in pixels
 *
 * Returns: the event at a point, or %PSG_ROW_NONE. The chosen event's label lies
 *   above all, then come dots and narrow bars, labels, wide bars, tails.
 */
guint
psg_timeline_layout_pick (const PsgTimelineLayout *self,
                          double                   x,
                          double                   y)
{
  if (self->has_pill && label_contains (&self->pill, (float) x, (float) y, self->dot))
    return self->pill.row;

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const PsgTimelineSlice *slice = &g_array_index (self->lanes, PsgTimelineSlice, i);
      guint row = PSG_ROW_NONE, landmark = PSG_ROW_NONE;
      float hit;

      if (y < slice->y || y >= slice->y + slice->height)
        continue;

      hit = pick_mark (self, slice, (float) x, (float) y, &row);
      if (pick_landmark (self, (float) x, (float) y, &landmark) <= hit && landmark != PSG_ROW_NONE)
        return landmark;
      if (hit >= 1e6f)
        pick_label (self, slice, (float) x, (float) y, &row);

      return row;
    }

  return PSG_ROW_NONE;
}
