/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-layout-private.h"

#include <math.h>

/*
 * What stands out of a crowd. Where events are too many to be told apart, the
 * most important of each stretch keeps a dot and its title above the density, so that a view of
 * everything still says what happened. Stretches are anchored to the calendar as
 * cells are, and what stands out of one also does of each part of it: panning moves
 * titles and changes none, and coming closer adds titles and takes none away.
 */

/* One title to so many cells: 256 to 512 pixels. */
#define CELLS_PER_STRETCH 4
/* Fewer crowded cells in a row have no room for a title. */
#define LEAST_CELLS 2

/* The longest run of crowded cells that begins at or after the first of a stretch. */
static guint
find_run (const PsgTimelineGather *gather,
          gint64                   stretch,
          gint64                  *start)
{
  gint64 cell = gather->column * PSG_TIMELINE_COLUMNS_PER_CELL;
  guint run = 0, longest = 0;

  for (guint i = 0; i < CELLS_PER_STRETCH; i++)
    {
      run = psg_timeline_gather_is_crowded (gather, stretch + i * cell) ? run + 1 : 0;
      if (run > longest)
        {
          longest = run;
          *start = stretch + (i + 1 - run) * cell;
        }
    }

  return longest;
}

/* Right of its dot; left of it where there is more room. */
static gboolean
place_title (const PsgTimelineMark *mark,
             float                  left,
             float                  right,
             double                 natural,
             PsgTimelineLabel      *label)
{
  float reach = mark->height / 2 + PSG_TIMELINE_LABEL_GAP;
  float wanted = (float) ceil (natural);
  float after = right - (mark->start + reach), before = mark->start - reach - left;

  if (after >= wanted || after >= before)
    {
      label->x = mark->start + reach;
      label->width = MIN (wanted, after);
    }
  else
    {
      label->width = MIN (wanted, before);
      label->x = mark->start - reach - label->width;
    }

  label->ellipsized = label->width < natural;

  return !label->ellipsized || label->width >= PSG_TIMELINE_LABEL_MIN;
}

/* Shows one event with its title between two pixels; FALSE if it does not fit. */
static gboolean
append_landmark (PsgTimelineLayout       *self,
                 const PsgTimelineGather *gather,
                 guint                    row,
                 float                    left,
                 float                    right)
{
  const PsgTimelineQuery *query = gather->query;
  const PsgTimelineLane *lane = &query->lanes[gather->lane];
  PsgTimelineMark mark = psg_timeline_gather_make_mark (gather, row, 0, (PsgStack) { 0, 1 });
  PsgTimelineLabel label = { .row = row, .lane = (guint8) gather->lane, .line = PSG_TIMELINE_MAX_LINES };
  double natural = query->measure (row, FALSE, query->user_data);

  mark.kind = PSG_MARK_POINT;
  mark.start = (float) psg_time_axis_to_x (&query->axis, (double) gather->columns->start[row]);
  mark.end = mark.start;
  mark.y = label.y = lane->y + query->line_height / 2;
  mark.line = PSG_TIMELINE_MAX_LINES;
  mark.height = gather->dot;

  if (natural < 0)
    {
      self->complete = FALSE;
      return FALSE;
    }

  if (mark.start - mark.height / 2 < left || mark.start + mark.height / 2 > right ||
      !place_title (&mark, left, right, natural, &label))
    return FALSE;

  g_array_append_val (self->landmarks, mark);
  g_array_append_val (self->labels, label);

  return TRUE;
}

/* The last landmark and its title need not be wholly in view; they are then not shown, but
 * keep their place, so that panning changes nothing. */
static void
keep_in_view (PsgTimelineLayout       *self,
              const PsgTimelineGather *gather)
{
  const PsgTimelineMark *mark = &g_array_index (self->landmarks, PsgTimelineMark, self->landmarks->len - 1);
  const PsgTimelineLabel *label = &g_array_index (self->labels, PsgTimelineLabel, self->labels->len - 1);
  float view = (float) gather->query->axis.width;

  if (MIN (mark->start, label->x) >= 0 && MAX (mark->start, label->x + label->width) <= view &&
      mark->row != gather->query->selected)
    {
      g_array_index (self->lanes, PsgTimelineSlice, self->lanes->len - 1).n_labels++;
      return;
    }

  g_array_set_size (self->landmarks, self->landmarks->len - 1);
  g_array_set_size (self->labels, self->labels->len - 1);
}

/* Shows what stands out between two times, then what does in what is left on either side. */
static void
fill_stretch (PsgTimelineLayout       *self,
              const PsgTimelineGather *gather,
              gint64                   start,
              gint64                   end)
{
  const PsgTimelineQuery *query = gather->query;
  /* Dots beside the crowd reach into it. */
  float margin = MAX (PSG_TIMELINE_LABEL_GAP, gather->dot / 2 + 2);
  float left = (float) psg_time_axis_to_x (&query->axis, (double) start) + margin;
  float right = (float) psg_time_axis_to_x (&query->axis, (double) end) - margin;
  float from, to;
  guint position;

  if (right - left < PSG_TIMELINE_LABEL_MIN + gather->dot)
    return;

  position = psg_event_index_find_foremost (query->index, gather->lane_id,
                                            psg_event_index_lower_bound (query->index, gather->lane_id, start),
                                            psg_event_index_lower_bound (query->index, gather->lane_id, end));
  if (position == G_MAXUINT || !append_landmark (self, gather, gather->rows[position], left, right))
    return;

  {
    const PsgTimelineMark *mark = &g_array_index (self->landmarks, PsgTimelineMark, self->landmarks->len - 1);
    const PsgTimelineLabel *label = &g_array_index (self->labels, PsgTimelineLabel, self->labels->len - 1);

    from = MIN (mark->start - gather->dot / 2, label->x);
    to = MAX (mark->start + gather->dot / 2, label->x + label->width);
  }
  keep_in_view (self, gather);

  fill_stretch (self, gather, start, (gint64) floor (psg_time_axis_to_minute (&query->axis, from)));
  fill_stretch (self, gather, (gint64) ceil (psg_time_axis_to_minute (&query->axis, to)), end);
}

/*
 * Finds what stands out of the crowds of one lane, which was gathered last.
 */
void
psg_timeline_layout_place_landmarks (PsgTimelineLayout       *self,
                                     const PsgTimelineGather *gather)
{
  gint64 cell = gather->column * PSG_TIMELINE_COLUMNS_PER_CELL;
  gint64 length = cell * CELLS_PER_STRETCH;
  gint64 stretch = (gint64) floor (gather->query->axis.start / (double) length) * length;
  gint64 last = (gint64) ceil (psg_time_axis_get_end (&gather->query->axis));

  for (; stretch <= last; stretch += length)
    {
      gint64 start = 0;
      guint run = find_run (gather, stretch, &start);

      if (run >= LEAST_CELLS)
        fill_stretch (self, gather, start, start + run * cell);
    }
}
