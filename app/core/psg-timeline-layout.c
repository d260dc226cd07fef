/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-layout-private.h"

#include <math.h>

/*
 * From events, a stretch of time and a width to what is seen. Time is cut into
 * cells of 64 to 128 pixels that are anchored to the calendar, not to the view:
 * a cell with more events than can be told apart becomes columns of density,
 * every other its marks. So a frame costs what its pixels cost, and panning
 * changes nothing but positions. Nothing here draws.
 */

/* A density column is 2 to 4 pixels wide. */
#define COLUMN_MIN 2.0
/* More than one event to this many pixels is a crowd. */
#define CROWD_PIXELS 6.0
/* Of a crowd: free above and below, and how low it may be. */
#define DENSITY_MARGIN 2.0f
#define DENSITY_LEAST 1.5f
/* Titles stand over a crowd where this much is left for it. */
#define DENSITY_ROOM 7.0f
/* At most this many events that reach into the view from before it, a lane. */
#define MAX_LASTING 96

/**
 * psg_timeline_layout_new:
 *
 * Returns: (transfer full): an empty layout
 */
PsgTimelineLayout *
psg_timeline_layout_new (void)
{
  PsgTimelineLayout *self = g_new0 (PsgTimelineLayout, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (PsgTimelineMark));
  self->reach = g_array_new (FALSE, FALSE, sizeof (float));
  self->landmarks = g_array_new (FALSE, FALSE, sizeof (PsgTimelineMark));
  self->labels = g_array_new (FALSE, FALSE, sizeof (PsgTimelineLabel));
  self->columns = g_array_new (FALSE, FALSE, sizeof (PsgTimelineColumn));
  self->lanes = g_array_new (FALSE, TRUE, sizeof (PsgTimelineSlice));
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (PsgTimelineObstacle));
  self->taken = g_array_new (FALSE, FALSE, sizeof (PsgTimelineObstacle));
  psg_timeline_layout_clear (self);

  return self;
}

void
psg_timeline_layout_free (PsgTimelineLayout *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->reach);
  g_array_unref (self->landmarks);
  g_array_unref (self->labels);
  g_array_unref (self->columns);
  g_array_unref (self->lanes);
  g_array_unref (self->obstacles);
  g_array_unref (self->taken);
  g_free (self);
}

void
psg_timeline_layout_clear (PsgTimelineLayout *self)
{
  g_array_set_size (self->marks, 0);
  g_array_set_size (self->reach, 0);
  g_array_set_size (self->landmarks, 0);
  g_array_set_size (self->labels, 0);
  g_array_set_size (self->columns, 0);
  g_array_set_size (self->lanes, 0);
  self->has_selected = FALSE;
  self->has_pill = FALSE;
  self->complete = TRUE;
}

/**
 * psg_timeline_mark_get_extents:
 * @mark: a mark
 * @left: (out): its left edge in pixels
 * @right: (out): its right edge
 *
 * What others keep clear of: of a point the dot, not the tail.
 */
void
psg_timeline_mark_get_extents (const PsgTimelineMark *mark,
                               float                 *left,
                               float                 *right)
{
  float radius = mark->kind == PSG_MARK_POINT ? mark->height / 2 : 0;

  *left = mark->start - radius;
  *right = mark->kind == PSG_MARK_POINT ? mark->start + radius : mark->end;
}

/* Marks */

static guint8
get_kind (guint flags)
{
  if (flags & PSG_EVENT_RANGE)
    return PSG_MARK_RANGE;

  return psg_event_flags_is_vague (flags) ? PSG_MARK_VAGUE : PSG_MARK_POINT;
}

/* Stands several marks over one another within a line, once they are wide enough for
 * that to be seen. A wide bar by itself grows until a title fits into it. */
static void
stack_mark (PsgTimelineMark *mark,
            PsgStack         stack,
            float            line_height,
            float            dot)
{
  float usable = MIN (line_height - 3, 1.6f * dot);
  float share = usable / stack.n, width = mark->end - mark->start;
  float growth = CLAMP (2 * width / PSG_TIMELINE_WIDE - 1, 0, 1);

  if (mark->kind != PSG_MARK_POINT && stack.n == 1)
    mark->height = dot + growth * MAX (0, usable - dot);
  if (stack.n < 2 || width < 1.5f * dot)
    return;

  mark->height = MIN (dot, share - 1);
  mark->y += (stack.slot - (stack.n - 1) / 2.0f) * share;
}

/* The edges of bars lie between pixels: low bars would be blurred. */
static void
snap_bar (PsgTimelineMark *mark)
{
  float top = roundf (mark->y - mark->height / 2);

  mark->height = MAX (2, roundf (mark->height));
  mark->y = top + mark->height / 2;
}

PsgTimelineMark
psg_timeline_gather_make_mark (const PsgTimelineGather *gather,
                               guint                    row,
                               guint                    line,
                               PsgStack                 stack)
{
  const PsgTimelineQuery *query = gather->query;
  const PsgTimelineLane *lane = &query->lanes[gather->lane];
  float line_height = lane->height / gather->n_lines;
  PsgTimelineMark mark = {
    .row = row,
    .start = (float) psg_time_axis_to_x (&query->axis, (double) gather->columns->start[row]),
    .end = (float) psg_time_axis_to_x (&query->axis, (double) gather->columns->end[row]),
    .y = lane->y + line_height * (line + 0.5f),
    .height = gather->dot,
    .flags = gather->columns->flags[row],
    .lane = (guint8) gather->lane,
    .line = (guint8) line,
    .kind = get_kind (gather->columns->flags[row]),
  };
  float missing = gather->dot - (mark.end - mark.start);

  stack_mark (&mark, stack, line_height, gather->dot);
  if (mark.kind != PSG_MARK_POINT)
    snap_bar (&mark);
  if (mark.kind != PSG_MARK_POINT && missing > 0)
    {
      mark.start -= missing / 2;
      mark.end += missing / 2;
    }

  return mark;
}

static void
append_mark (PsgTimelineLayout       *self,
             const PsgTimelineGather *gather,
             guint                    position)
{
  PsgTimelineSlice *slice = &g_array_index (self->lanes, PsgTimelineSlice, self->lanes->len - 1);
  PsgStack stack = psg_event_index_get_stack (gather->query->index, gather->lane_id, position);
  PsgTimelineMark mark = psg_timeline_gather_make_mark (gather, gather->rows[position],
                                                        position % gather->n_lines, stack);
  PsgTimelineObstacle obstacle = { .mark = (gint) self->marks->len };
  float left, right, reach;

  psg_timeline_mark_get_extents (&mark, &left, &right);
  reach = MAX (right, mark.end);
  if (slice->n_marks > 0)
    reach = MAX (reach, g_array_index (self->reach, float, self->reach->len - 1));

  obstacle.left = left;
  obstacle.right = right;
  g_array_append_val (self->obstacles, obstacle);
  g_array_append_val (self->marks, mark);
  g_array_append_val (self->reach, reach);
  slice->n_marks++;

  if (mark.row == gather->query->selected)
    {
      self->selected = mark;
      self->has_selected = TRUE;
    }
}

/* A crowd's titles stand over it, a little closer than lines of text do. */
static float
get_title_height (const PsgTimelineQuery *query)
{
  return query->line_height - 3;
}

static void
append_columns (PsgTimelineLayout       *self,
                const PsgTimelineGather *gather,
                gint64                   start)
{
  const PsgTimelineQuery *query = gather->query;
  const PsgTimelineLane *lane = &query->lanes[gather->lane];
  float base = lane->y + lane->height - DENSITY_MARGIN;
  float room = lane->height - 2 * DENSITY_MARGIN - (gather->has_titles ? get_title_height (query) : 0);
  PsgTimelineObstacle obstacle = { .mark = -1 };
  guint from = psg_event_index_lower_bound (query->index, gather->lane_id, start);

  for (int i = 0; i < PSG_TIMELINE_COLUMNS_PER_CELL; i++)
    {
      gint64 end = start + (i + 1) * gather->column;
      guint to = psg_event_index_lower_bound (query->index, gather->lane_id, end);
      PsgTimelineColumn column = {
        .x = (float) psg_time_axis_to_x (&query->axis, (double) (end - gather->column)),
        .width = (float) (gather->column * gather->scale),
        .height = MAX (DENSITY_LEAST, room * (float) MIN (1.0, sqrt ((to - from) / gather->column_peak))),
        .lane = (guint8) gather->lane,
      };

      column.y = base - column.height;

      if (to > from)
        g_array_append_val (self->columns, column);
      from = to;
    }

  obstacle.left = (float) psg_time_axis_to_x (&query->axis, (double) start);
  obstacle.right = obstacle.left + (float) (PSG_TIMELINE_COLUMNS_PER_CELL * gather->column * gather->scale);
  g_array_append_val (self->obstacles, obstacle);
}

static gint64
cell_start (const PsgTimelineGather *gather,
            gint64                   minute)
{
  gint64 cell = gather->column * PSG_TIMELINE_COLUMNS_PER_CELL;
  gint64 rest = minute % cell;

  return minute - (rest < 0 ? rest + cell : rest);
}

gboolean
psg_timeline_gather_is_crowded (const PsgTimelineGather *gather,
                                gint64                   cell)
{
  gint64 length = gather->column * PSG_TIMELINE_COLUMNS_PER_CELL;
  guint n = psg_event_index_count (gather->query->index, gather->lane_id, cell, cell + length);

  return n * CROWD_PIXELS > length * gather->scale;
}

/* What began before the first cell and has not ended. */
static void
gather_lasting (PsgTimelineLayout       *self,
                const PsgTimelineGather *gather,
                gint64                   first_cell)
{
  guint32 positions[MAX_LASTING];
  const PsgTimelineQuery *query = gather->query;
  gint64 minute = (gint64) floor (query->axis.start - query->dot / gather->scale);
  guint before = psg_event_index_lower_bound (query->index, gather->lane_id, first_cell);
  guint n = psg_event_index_find_lasting (query->index, gather->lane_id, before, minute,
                                          positions, MAX_LASTING);

  while (n-- > 0)
    {
      gint64 start = gather->columns->start[gather->rows[positions[n]]];

      if (!psg_timeline_gather_is_crowded (gather, cell_start (gather, start)))
        append_mark (self, gather, positions[n]);
    }
}

static void
gather_lane (PsgTimelineLayout       *self,
             const PsgTimelineGather *gather)
{
  const PsgTimelineQuery *query = gather->query;
  gint64 length = gather->column * PSG_TIMELINE_COLUMNS_PER_CELL;
  gint64 first = cell_start (gather, (gint64) floor (query->axis.start - query->dot / gather->scale));
  gint64 last = (gint64) ceil (psg_time_axis_get_end (&query->axis) + query->dot / gather->scale);

  gather_lasting (self, gather, first);

  for (gint64 cell = first; cell <= last; cell += length)
    {
      guint position, end;

      if (psg_timeline_gather_is_crowded (gather, cell))
        {
          append_columns (self, gather, cell);
          continue;
        }

      position = psg_event_index_lower_bound (query->index, gather->lane_id, cell);
      end = psg_event_index_lower_bound (query->index, gather->lane_id, cell + length);
      for (; position < end; position++)
        append_mark (self, gather, position);
    }
}

static guint
count_lines (const PsgTimelineQuery *query,
             guint                   lane)
{
  float lines = query->lanes[lane].height / MAX (1.0f, query->line_height);

  return CLAMP ((guint) lines, 1, PSG_TIMELINE_MAX_LINES);
}

/* The chosen event is shown even where it is one of a crowd, or filtered out. */
static void
make_selected (PsgTimelineLayout       *self,
               const PsgTimelineGather *gather)
{
  guint row = gather->query->selected;
  float left, right;

  if (self->has_selected || row >= gather->columns->n || gather->columns->lane[row] != gather->lane_id)
    return;

  self->selected = psg_timeline_gather_make_mark (gather, row, 0, (PsgStack) { 0, 1 });
  psg_timeline_mark_get_extents (&self->selected, &left, &right);
  self->has_selected = right > 0 && left < gather->query->axis.width;
}

static gint64
choose_column (double scale)
{
  gint64 column = 1;

  while (column * scale < COLUMN_MIN)
    column *= 2;

  return column;
}

static void
lay_out_lane (PsgTimelineLayout      *self,
              const PsgTimelineQuery *query,
              guint                   lane)
{
  PsgTimelineSlice slice = {
    .y = query->lanes[lane].y,
    .height = query->lanes[lane].height,
    .first_mark = self->marks->len,
    .first_label = self->labels->len,
  };
  PsgTimelineGather gather = {
    .query = query,
    .columns = psg_event_table_get_columns (psg_event_index_get_table (query->index)),
    .lane = lane,
    .lane_id = query->lanes[lane].lane,
    .n_lines = count_lines (query, lane),
    .dot = query->lanes[lane].dot > 0 ? query->lanes[lane].dot : query->dot,
    .scale = psg_time_axis_get_scale (&query->axis),
  };

  gather.rows = psg_event_index_get_rows (query->index, gather.lane_id, &gather.n_rows);
  gather.column = choose_column (gather.scale);
  gather.has_titles = query->measure != NULL &&
                      slice.height >= get_title_height (query) + 2 * DENSITY_MARGIN + DENSITY_ROOM;
  gather.column_peak = psg_event_index_get_peak (query->index, (double) gather.column);

  g_array_append_val (self->lanes, slice);
  g_array_set_size (self->obstacles, 0);
  gather_lane (self, &gather);
  make_selected (self, &gather);

  if (query->measure == NULL || query->lanes[lane].slim)
    return;

  if (gather.has_titles)
    psg_timeline_layout_place_landmarks (self, &gather);
  psg_timeline_layout_place_labels (self, query, lane, gather.n_lines);
}

/**
 * psg_timeline_layout_update:
 * @self: a layout
 * @query: what to lay out
 *
 * Lays out anew.
 */
void
psg_timeline_layout_update (PsgTimelineLayout      *self,
                            const PsgTimelineQuery *query)
{
  g_return_if_fail (query != NULL && query->index != NULL);
  g_return_if_fail (query->n_lanes <= G_MAXUINT8);

  psg_timeline_layout_clear (self);
  self->dot = query->dot;

  for (guint i = 0; i < query->n_lanes; i++)
    if (query->lanes[i].lane < psg_event_index_get_n_lanes (query->index))
      lay_out_lane (self, query, i);

  if (self->has_selected && query->measure != NULL)
    psg_timeline_layout_place_pill (self, query);
}

/* Reading */

const PsgTimelineMark *
psg_timeline_layout_get_marks (const PsgTimelineLayout *self,
                               guint                   *n_marks)
{
  *n_marks = self->marks->len;

  return (const PsgTimelineMark *) (gpointer) self->marks->data;
}

/**
 * psg_timeline_layout_get_landmarks:
 * @self: a layout
 * @n_landmarks: (out): how many
 *
 * Returns: (array length=n_landmarks): what stands out of the crowds, as dots
 */
const PsgTimelineMark *
psg_timeline_layout_get_landmarks (const PsgTimelineLayout *self,
                                   guint                   *n_landmarks)
{
  *n_landmarks = self->landmarks->len;

  return (const PsgTimelineMark *) (gpointer) self->landmarks->data;
}

const PsgTimelineLabel *
psg_timeline_layout_get_labels (const PsgTimelineLayout *self,
                                guint                   *n_labels)
{
  *n_labels = self->labels->len;

  return (const PsgTimelineLabel *) (gpointer) self->labels->data;
}

const PsgTimelineColumn *
psg_timeline_layout_get_columns (const PsgTimelineLayout *self,
                                 guint                   *n_columns)
{
  *n_columns = self->columns->len;

  return (const PsgTimelineColumn *) (gpointer) self->columns->data;
}

/**
 * psg_timeline_layout_get_selected:
 * @self: a layout
 *
 * Returns: (nullable): the chosen event's mark, or %NULL if it is out of sight
 */
const PsgTimelineMark *
psg_timeline_layout_get_selected (const PsgTimelineLayout *self)
{
  return self->has_selected ? &self->selected : NULL;
}

/**
 * psg_timeline_layout_get_pill:
 * @self: a layout
 *
 * Returns: (nullable): the chosen event's label, padding included
 */
const PsgTimelineLabel *
psg_timeline_layout_get_pill (const PsgTimelineLayout *self)
{
  return self->has_pill ? &self->pill : NULL;
}

/**
 * psg_timeline_layout_is_complete:
 * @self: a layout
 *
 * Returns: %FALSE if some label's width was not known
 */
gboolean
psg_timeline_layout_is_complete (const PsgTimelineLayout *self)
{
  return self->complete;
}

/**
 * psg_timeline_layout_find:
 * @self: a layout
 * @row: an event
 *
 * Returns: (nullable): its mark, if it is drawn as one
 */
const PsgTimelineMark *
psg_timeline_layout_find (const PsgTimelineLayout *self,
                          guint                    row)
{
  if (self->has_selected && self->selected.row == row)
    return &self->selected;

  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, PsgTimelineMark, i).row == row)
      return &g_array_index (self->marks, PsgTimelineMark, i);

  for (guint i = 0; i < self->landmarks->len; i++)
    if (g_array_index (self->landmarks, PsgTimelineMark, i).row == row)
      return &g_array_index (self->landmarks, PsgTimelineMark, i);

  return NULL;
}
