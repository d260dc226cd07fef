/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-layout-private.h"

#include <math.h>
#include <stdlib.h>

/*
 * Where titles stand. A title begins to the right of its own mark and ends
 * before the next one of its line, so two titles can never meet, and where they
 * stand depends on the calendar alone: panning moves them and changes none.
 * Wide bars lie behind what happens within them; their titles take a gap that is
 * left. The chosen event's title comes last and makes room for itself.
 */

/* Dots that touch share the title that follows them, unless they reach further than this. */
#define CLUSTER_DOTS 2.5f
/* The chosen event's title, given less room than this, looks for it elsewhere. */
#define PILL_MIN 88.0f
/* No title is so short that measuring it for less room than this would pay. */
#define HOPELESS 22.0f

/* Of a bar, what no title may stand upon. */
#define BEGINNING 1.0f

/* Less of a bar than this is not seen, and its title would seem to belong to nothing. */
#define SLIVER 3.0f

typedef struct
{
  PsgTimelineLayout *layout;
  const PsgTimelineQuery *query;
  const guint8 *importance;
  guint lane;
  guint line;
} Placing;

static const PsgTimelineMark *
get_mark (const PsgTimelineLayout *self,
          gint                     index)
{
  return &g_array_index (self->marks, PsgTimelineMark, index);
}

static void
take (Placing *placing,
      float    left,
      float    right)
{
  PsgTimelineObstacle taken = { left, right, -1 };

  g_array_append_val (placing->layout->taken, taken);
}

/* Fits a title of some row into some room; FALSE if it does not fit even shortened. */
static gboolean
fit (Placing          *placing,
     guint             row,
     float             x,
     float             room,
     PsgTimelineLabel *label)
{
  double natural;

  if (room < HOPELESS || row == placing->query->selected)
    return FALSE;

  natural = placing->query->measure (row, FALSE, placing->query->user_data);
  if (natural < 0)
    {
      placing->layout->complete = FALSE;
      return FALSE;
    }

  *label = (PsgTimelineLabel) {
    .row = row,
    .x = x,
    .width = MIN ((float) ceil (natural), room),
    .lane = (guint8) placing->lane,
    .line = (guint8) placing->line,
    .ellipsized = natural > room,
  };

  return !label->ellipsized || room >= PSG_TIMELINE_LABEL_MIN;
}

/* Whether a bar lower than a title would strike it through. */
static gboolean
lies_upon_bar (const Placing          *placing,
               const PsgTimelineLabel *label)
{
  const PsgTimelineSlice *slice = &g_array_index (placing->layout->lanes, PsgTimelineSlice,
                                                  placing->layout->lanes->len - 1);

  for (guint i = slice->first_mark; i < slice->first_mark + slice->n_marks; i++)
    {
      const PsgTimelineMark *mark = get_mark (placing->layout, i);

      if (mark->line == label->line && psg_timeline_mark_is_wide (mark) && mark->height < placing->query->dot &&
          mark->start < label->x + label->width && mark->end > label->x)
        return TRUE;
    }

  return FALSE;
}

static void
append_label (Placing          *placing,
              PsgTimelineLabel *label,
              float             y)
{
  label->y = y;
  label->upon = lies_upon_bar (placing, label);
  g_array_append_val (placing->layout->labels, *label);
  take (placing, label->x - PSG_TIMELINE_LABEL_GAP, label->x + label->width + PSG_TIMELINE_LABEL_GAP);
}

static float
get_line_y (const Placing *placing,
            guint          n_lines)
{
  const PsgTimelineLane *lane = &placing->query->lanes[placing->lane];

  return lane->y + lane->height / n_lines * (placing->line + 0.5f);
}

static gboolean
is_on_line (const Placing             *placing,
            const PsgTimelineObstacle *obstacle)
{
  return obstacle->mark < 0 || get_mark (placing->layout, obstacle->mark)->line == placing->line;
}

/* Of dots that touch, the one whose title is worth most; of equals the last. */
static guint
choose_of_cluster (Placing                   *placing,
                   guint                      index,
                   const PsgTimelineObstacle *last)
{
  const PsgTimelineMark *best = get_mark (placing->layout, last->mark);
  float left = last->left;

  for (guint i = index; i-- > 0;)
    {
      const PsgTimelineObstacle *obstacle = &g_array_index (placing->layout->obstacles, PsgTimelineObstacle, i);
      const PsgTimelineMark *mark;

      if (obstacle->mark < 0)
        break;
      mark = get_mark (placing->layout, obstacle->mark);
      if (mark->line != placing->line || mark->kind == PSG_MARK_VAGUE)
        continue;
      if (psg_timeline_mark_is_wide (mark) || obstacle->right < left ||
          last->right - obstacle->left > CLUSTER_DOTS * placing->query->dot)
        break;

      if (placing->importance[mark->row] > placing->importance[best->row])
        best = mark;
      left = obstacle->left;
    }

  return best->row;
}

/* Where a mark and the narrow ones before it that reach past it end. */
static float
find_reach (const Placing *placing,
            guint          index)
{
  const GArray *obstacles = placing->layout->obstacles;
  float left = g_array_index (obstacles, PsgTimelineObstacle, index).left;
  float reach = g_array_index (obstacles, PsgTimelineObstacle, index).right;

  for (guint i = index; i-- > 0;)
    {
      const PsgTimelineObstacle *obstacle = &g_array_index (obstacles, PsgTimelineObstacle, i);

      if (obstacle->left < left - PSG_TIMELINE_WIDE - placing->query->dot)
        break;
      if (is_on_line (placing, obstacle) && obstacle->right - obstacle->left < PSG_TIMELINE_WIDE)
        reach = MAX (reach, obstacle->right);
    }

  return reach;
}

/* A narrow mark: its title stands to the right, as far as the next. */
static void
label_narrow (Placing                   *placing,
              guint                      index,
              const PsgTimelineObstacle *obstacle,
              float                      next,
              float                      y)
{
  float x = find_reach (placing, index) + PSG_TIMELINE_LABEL_GAP;
  float end = MIN (next, (float) placing->query->axis.width) - PSG_TIMELINE_LABEL_GAP;
  PsgTimelineLabel label;

  take (placing, obstacle->left, obstacle->right);

  if (x < 0 || end - x < HOPELESS)
    return;

  if (fit (placing, choose_of_cluster (placing, index, obstacle), x, end - x, &label))
    append_label (placing, &label, y);
}

static void
label_line (Placing *placing,
            float    y)
{
  GArray *obstacles = placing->layout->obstacles;
  float next = INFINITY;

  for (guint i = obstacles->len; i-- > 0;)
    {
      const PsgTimelineObstacle *obstacle = &g_array_index (obstacles, PsgTimelineObstacle, i);
      gboolean wide;

      if (!is_on_line (placing, obstacle))
        continue;

      wide = obstacle->mark >= 0 && psg_timeline_mark_is_wide (get_mark (placing->layout, obstacle->mark));
      if (obstacle->mark < 0)
        take (placing, obstacle->left, obstacle->right);
      else if (!wide)
        label_narrow (placing, i, obstacle, next, y);
      else
        /* A title may stand upon a bar, but not upon its beginning. */
        take (placing, obstacle->left - BEGINNING, obstacle->left + BEGINNING);

      next = MIN (next, obstacle->left);
    }
}

static int
compare_obstacles (gconstpointer a,
                   gconstpointer b)
{
  const PsgTimelineObstacle *left = a, *right = b;

  return left->left < right->left ? -1 : left->left > right->left;
}

/* Moves what was appended to a sorted array to where it belongs. */
static void
sink_last (GArray *taken)
{
  for (guint i = taken->len - 1; i > 0; i--)
    {
      PsgTimelineObstacle *above = &g_array_index (taken, PsgTimelineObstacle, i - 1);
      PsgTimelineObstacle *below = &g_array_index (taken, PsgTimelineObstacle, i);
      PsgTimelineObstacle swap = *above;

      if (above->left <= below->left)
        break;
      *above = *below;
      *below = swap;
    }
}

/* The first gap in which a whole title fits, or else the widest. It begins before
 * @latest, but may go on after it. After what stands there it leaves some more room: a
 * title close behind another, or behind a dot, would be read as one with it. */
static gboolean
find_gap (const GArray *taken,
          float         left,
          float         latest,
          float         right,
          float         wanted,
          float        *gap_left,
          float        *gap_right)
{
  float from = left;

  *gap_left = *gap_right = left;

  for (guint i = 0; i <= taken->len; i++)
    {
      const PsgTimelineObstacle *obstacle = i < taken->len ? &g_array_index (taken, PsgTimelineObstacle, i) : NULL;
      float to = obstacle != NULL ? MIN (obstacle->left, right) : right;

      if (to - from > *gap_right - *gap_left)
        {
          *gap_left = from;
          *gap_right = to;
        }
      if (*gap_right - *gap_left >= wanted || obstacle == NULL)
        break;
      from = MAX (from, obstacle->right + (obstacle->right > left + BEGINNING ? PSG_TIMELINE_LABEL_APART : 0));
      if (from > latest)
        break;
    }

  return *gap_right - *gap_left >= HOPELESS + 2 * PSG_TIMELINE_LABEL_GAP;
}

/* A wide bar's title stands within it; if it does not fit there, beyond its end; if it
 * fits in neither, it is shortened, or runs over the soft end of a soft bar. */
static gboolean
find_room (Placing               *placing,
           const PsgTimelineMark *mark,
           float                  wanted,
           float                 *gap_left,
           float                 *gap_right)
{
  const GArray *taken = placing->layout->taken;
  float view = (float) placing->query->axis.width;
  float left = MAX (mark->start, 0), right = MIN (mark->end, view);

  if (find_gap (taken, left, right, right, wanted, gap_left, gap_right) && *gap_right - *gap_left >= wanted)
    return TRUE;

  if (find_gap (taken, right, right, view, wanted, gap_left, gap_right) && *gap_left == right &&
      *gap_right - *gap_left >= wanted)
    return TRUE;

  return find_gap (taken, left, right - PSG_TIMELINE_LABEL_MIN,
                   mark->kind == PSG_MARK_VAGUE ? view : right, wanted, gap_left, gap_right);
}

static void
label_wide (Placing               *placing,
            const PsgTimelineMark *mark,
            float                  y)
{
  float view = (float) placing->query->axis.width;
  double natural;
  float gap_left, gap_right;
  PsgTimelineLabel label;

  if (mark->end < SLIVER || mark->start > view - SLIVER || mark->row == placing->query->selected)
    return;

  natural = placing->query->measure (mark->row, FALSE, placing->query->user_data);
  if (!find_room (placing, mark, (float) natural + 2 * (PSG_TIMELINE_LABEL_GAP + BEGINNING), &gap_left, &gap_right))
    return;

  gap_left += PSG_TIMELINE_LABEL_GAP + BEGINNING;
  gap_right -= PSG_TIMELINE_LABEL_GAP;
  if (fit (placing, mark->row, gap_left, gap_right - gap_left, &label))
    {
      label.inside = TRUE;
      label.apart = gap_left > MAX (mark->start, 0) + PSG_TIMELINE_LABEL_APART && gap_left <= mark->end;
      append_label (placing, &label, y);
      sink_last (placing->layout->taken);
    }
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  const PsgTimelineLabel *left = a, *right = b;

  return left->x < right->x ? -1 : left->x > right->x;
}

/*
 * Labels the marks of one lane, which were appended last.
 */
void
psg_timeline_layout_place_labels (PsgTimelineLayout      *self,
                                  const PsgTimelineQuery *query,
                                  guint                   lane,
                                  guint                   n_lines)
{
  PsgTimelineSlice *slice = &g_array_index (self->lanes, PsgTimelineSlice, self->lanes->len - 1);
  Placing placing = { .layout = self, .query = query, .lane = lane };

  placing.importance = psg_event_table_get_columns (psg_event_index_get_table (query->index))->importance;

  for (placing.line = 0; placing.line < n_lines; placing.line++)
    {
      float y = get_line_y (&placing, n_lines);

      g_array_set_size (self->taken, 0);
      label_line (&placing, y);
      g_array_sort (self->taken, compare_obstacles);

      for (guint i = 0; i < slice->n_marks; i++)
        {
          const PsgTimelineMark *mark = get_mark (self, slice->first_mark + i);

          if (mark->line == placing.line && psg_timeline_mark_is_wide (mark))
            label_wide (&placing, mark, y);
        }
    }

  slice->n_labels = self->labels->len - slice->first_label;
  if (slice->n_labels > 1)
    qsort (&g_array_index (self->labels, PsgTimelineLabel, slice->first_label), slice->n_labels,
           sizeof (PsgTimelineLabel), compare_labels);
}

/* Takes out what the chosen event's title covers, or shortens what runs into it. */
static void
clear_room (PsgTimelineLayout *self,
            float              height)
{
  float left = self->pill.x - PSG_TIMELINE_LABEL_GAP;
  float right = self->pill.x + self->pill.width + PSG_TIMELINE_LABEL_GAP;

  for (guint s = 0; s < self->lanes->len; s++)
    {
      PsgTimelineSlice *slice = &g_array_index (self->lanes, PsgTimelineSlice, s);
      guint kept = 0;

      for (guint i = 0; i < slice->n_labels; i++)
        {
          PsgTimelineLabel label = g_array_index (self->labels, PsgTimelineLabel, slice->first_label + i);

          if (fabsf (label.y - self->pill.y) < height &&
              label.x < right && label.x + label.width > left)
            {
              label.width = left - label.x;
              label.ellipsized = TRUE;
              if (label.width < PSG_TIMELINE_LABEL_MIN)
                continue;
            }
          g_array_index (self->labels, PsgTimelineLabel, slice->first_label + kept++) = label;
        }

      /* The holes stay at the end of the slice and are closed below. */
      slice->n_labels = kept;
    }
}

static void
close_holes (PsgTimelineLayout *self)
{
  guint kept = 0;

  for (guint s = 0; s < self->lanes->len; s++)
    {
      PsgTimelineSlice *slice = &g_array_index (self->lanes, PsgTimelineSlice, s);

      for (guint i = 0; i < slice->n_labels; i++)
        g_array_index (self->labels, PsgTimelineLabel, kept + i) =
          g_array_index (self->labels, PsgTimelineLabel, slice->first_label + i);
      slice->first_label = kept;
      kept += slice->n_labels;
    }

  g_array_set_size (self->labels, kept);
}

/* Whether a mark of the pill's line would be covered by it between two pixels. */
static gboolean
hides_mark (const PsgTimelineLayout *self,
            float                    from,
            float                    to)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const PsgTimelineMark *mark = get_mark (self, (gint) i);
      float left, right;

      if (mark->lane != self->pill.lane || mark->line != self->pill.line || psg_timeline_mark_is_wide (mark))
        continue;
      psg_timeline_mark_get_extents (mark, &left, &right);
      if (left < to && right > from)
        return TRUE;
    }

  return FALSE;
}

/* Where the chosen event's title stands, given the width it wants: to the right of its
 * mark; else to the left, where it covers no event; else shortened a little on the
 * right, rather than over what came before; else to the left; else upon a wide bar, or
 * upon its mark where there is hardly any room; else where there is more. */
static void
place_beside (PsgTimelineLayout *self,
              float              wanted,
              float              view)
{
  PsgTimelineLabel *pill = &self->pill;
  const PsgTimelineMark *mark = &self->selected;
  float gap = 2 * PSG_TIMELINE_LABEL_GAP;
  float left, right, after, before;
  gboolean upon, flips;

  psg_timeline_mark_get_extents (mark, &left, &right);
  pill->x = MAX (right, 0) + gap;
  pill->width = wanted;
  after = view - 2 - pill->x;
  before = MIN (left, view) - gap - 1;

  upon = psg_timeline_mark_is_wide (mark) || MAX (after, before) < PILL_MIN;
  flips = before >= wanted && !hides_mark (self, before + 1 - wanted, before + 1);

  if (after >= wanted || (!flips && (after >= MAX (0.75f * wanted, PILL_MIN) || (after >= before && !upon))))
    pill->width = MIN (wanted, after);
  else if (before < wanted && upon)
    pill->x = CLAMP (MAX (left, 0) + gap, 1, MAX (1, view - 2 - wanted));
  else
    {
      pill->width = MIN (wanted, before);
      pill->x = before + 1 - pill->width;
    }
}

/* In a slim lane at either end the chosen event's title keeps within the lanes. */
static float
find_pill_y (const PsgTimelineQuery *query,
             const PsgTimelineMark  *mark)
{
  const PsgTimelineLane *last = &query->lanes[query->n_lanes - 1];
  float half = query->line_height / 2 + 1;

  if (!query->lanes[mark->lane].slim)
    return mark->y;

  return CLAMP (mark->y, half, MAX (half, last->y + last->height - half));
}

/*
 * Labels the chosen event.
 */
void
psg_timeline_layout_place_pill (PsgTimelineLayout      *self,
                                const PsgTimelineQuery *query)
{
  const PsgTimelineMark *mark = &self->selected;
  float view = (float) query->axis.width, wanted;
  double natural = query->measure (mark->row, TRUE, query->user_data);

  if (natural < 0)
    {
      self->complete = FALSE;
      return;
    }

  wanted = MIN ((float) ceil (natural) + 2 * query->padding, view - 3);
  self->pill = (PsgTimelineLabel) {
    .row = mark->row,
    .y = find_pill_y (query, mark),
    .lane = mark->lane,
    .line = mark->line,
  };
  place_beside (self, wanted, view);
  self->pill.ellipsized = self->pill.width < natural + 2 * query->padding;
  self->has_pill = self->pill.width >= MIN (wanted, 2 * query->padding + HOPELESS);

  if (self->has_pill)
    {
      clear_room (self, query->line_height);
      close_holes (self);
    }
}
