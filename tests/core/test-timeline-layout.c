/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "psg-timeline-layout.h"

/* The layout against random events and a brute-force search, for what must hold whatever is shown. */

#define N_LANES 4
#define YEAR (365 * 1440)

typedef struct
{
  PsgEventTable *table;
  PsgRowSet *rows;
  PsgEventIndex *index;
  PsgTimelineLane lanes[N_LANES];
  PsgTimelineQuery query;
  PsgTimelineLayout *layout;
} Fixture;

static double
measure (guint    row,
         gboolean bold,
         gpointer user_data)
{
  return 20 + row * 37 % 190 + (bold ? 10 : 0);
}

static void
add_random_event (PsgEventTableBuilder *builder,
                  guint                 i,
                  gint64                span)
{
  static const PsgPrecision precisions[] = { PSG_PRECISION_DAY, PSG_PRECISION_DAY, PSG_PRECISION_MINUTE,
                                             PSG_PRECISION_MONTH, PSG_PRECISION_YEAR };
  g_autofree char *id = g_strdup_printf ("e%06u", i);
  guint kind = g_test_rand_int_range (0, 7);
  gint64 start = g_test_rand_int_range (0, 4) == 0
                   ? span / 3 + g_test_rand_int_range (0, 20 * 1440)
                   : g_test_rand_int_range (0, (gint32) span);
  PsgPrecision precision = kind < 5 ? precisions[kind] : PSG_PRECISION_DAY;
  guint16 flags = precision << 8;
  gint64 length = 1440;

  if (kind >= 5)
    {
      flags |= PSG_EVENT_RANGE;
      length = 1440 * g_test_rand_int_range (1, 90);
    }
  else if (precision == PSG_PRECISION_MONTH)
    length = 30 * 1440;
  else if (precision == PSG_PRECISION_YEAR)
    length = YEAR;
  else if (precision == PSG_PRECISION_MINUTE)
    length = 1;

  psg_event_table_builder_add_raw (builder, id, id, start, start + length, 0, 0, flags,
                                   g_test_rand_int_range (0, N_LANES), g_test_rand_int_range (1, 6), PSG_PLACE_NONE);
}

static void
set_up (Fixture *self,
        guint    n)
{
  PsgEventTableBuilder *builder = psg_event_table_builder_new (n);
  gint64 span = 5 * YEAR;
  float y = 0;

  for (guint i = 0; i < n; i++)
    add_random_event (builder, i, span);
  self->table = psg_event_table_builder_end (builder);

  if (g_test_rand_bit ())
    {
      self->rows = psg_row_set_new (n);
      for (guint i = 0; i < n; i++)
        if (g_test_rand_int_range (0, 3) > 0)
          psg_row_set_add (self->rows, i);
    }

  self->index = psg_event_index_new (self->table, N_LANES, self->rows);
  self->layout = psg_timeline_layout_new ();

  for (guint i = 0; i < N_LANES; i++)
    {
      self->lanes[i] = (PsgTimelineLane) { i, y, (float) g_test_rand_double_range (18, 70) };
      y += self->lanes[i].height;
    }

  self->query = (PsgTimelineQuery) {
    .index = self->index,
    .axis = { g_test_rand_double_range (-YEAR, span), exp (g_test_rand_double_range (log (1440), log (6.0 * YEAR))),
              g_test_rand_double_range (200, 2000) },
    .lanes = self->lanes,
    .n_lanes = N_LANES,
    .selected = g_test_rand_bit () && n > 0 ? (guint) g_test_rand_int_range (0, (gint32) n) : PSG_ROW_NONE,
    .dot = 10,
    .line_height = 20,
    .padding = 8,
    .measure = measure,
  };
}

static void
tear_down (Fixture *self)
{
  psg_timeline_layout_free (self->layout);
  psg_event_index_free (self->index);
  g_clear_pointer (&self->rows, psg_row_set_unref);
  psg_event_table_unref (self->table);
}

static guint
random_size (void)
{
  return (guint) exp (g_test_rand_double_range (0, log (4000)));
}

static gboolean
is_matched (Fixture *self,
            guint    row)
{
  return self->rows == NULL || psg_row_set_contains (self->rows, row);
}

/* Index */

static void
test_index_lower_bound (void)
{
  for (int i = 0; i < 200; i++)
    {
      Fixture f = { 0 };

      set_up (&f, random_size ());
      for (int k = 0; k < 50; k++)
        {
          gint64 minute = g_test_rand_int_range (-YEAR, 6 * YEAR);
          guint lane = g_test_rand_int_range (0, N_LANES), n, expected = 0;
          const guint32 *rows = psg_event_index_get_rows (f.index, lane, &n);

          while (expected < n && psg_event_table_get_columns (f.table)->start[rows[expected]] < minute)
            expected++;
          g_assert_cmpuint (psg_event_index_lower_bound (f.index, lane, minute), ==, expected);
        }
      tear_down (&f);
    }
}

static void
test_index_lasting (void)
{
  for (int i = 0; i < 200; i++)
    {
      Fixture f = { 0 };
      guint32 found[8192];

      set_up (&f, random_size ());
      for (int k = 0; k < 20; k++)
        {
          gint64 minute = g_test_rand_int_range (0, 6 * YEAR);
          guint lane = g_test_rand_int_range (0, N_LANES), n, n_found;
          const guint32 *rows = psg_event_index_get_rows (f.index, lane, &n);
          guint before = psg_event_index_lower_bound (f.index, lane, minute), at = 0;

          n_found = psg_event_index_find_lasting (f.index, lane, before, minute, found, G_N_ELEMENTS (found));
          for (guint p = before; p-- > 0;)
            if (psg_event_table_get_columns (f.table)->end[rows[p]] > minute)
              {
                g_assert_cmpuint (at, <, n_found);
                g_assert_cmpuint (found[at++], ==, p);
              }
          g_assert_cmpuint (at, ==, n_found);
        }
      tear_down (&f);
    }
}

static guint
count_overlapping (Fixture           *f,
                   guint              lane,
                   const PsgTimeSpan *span,
                   guint              before)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (f->table);
  guint n = 0;

  for (guint row = 0; row < columns->n && row < before; row++)
    n += columns->lane[row] == lane && is_matched (f, row) &&
         columns->start[row] < span->end && columns->end[row] > span->start;

  return n;
}

/* Also of crowds that fill whole blocks, of which all, none or some reach into the view. */
static void
test_index_overlapping (void)
{
  for (int i = 0; i < 200; i++)
    {
      Fixture f = { 0 };

      set_up (&f, i % 20 == 0 ? 60000 : random_size ());
      for (int k = 0; k < 20; k++)
        {
          gint64 start = g_test_rand_int_range (-YEAR, 6 * YEAR);
          PsgTimeSpan span = { start, start + g_test_rand_int_range (1, k % 2 == 0 ? 1440 : 2 * YEAR) };
          guint lane = g_test_rand_int_range (0, N_LANES), n = psg_event_table_get_n (f.table);
          guint before = k % 3 == 0 || n == 0 ? PSG_ROW_NONE : (guint) g_test_rand_int_range (0, (gint32) n);

          g_assert_cmpuint (psg_event_index_count_overlapping (f.index, lane, &span, before), ==,
                            count_overlapping (&f, lane, &span, before));
        }
      tear_down (&f);
    }
}

static guint64
get_rank (const PsgEventColumns *columns,
          guint                  row)
{
  return (guint64) columns->importance[row] << 32 | row * 2654435761u;
}

/* Also over more events than a block and a block of blocks hold. */
static void
test_index_foremost (void)
{
  for (int i = 0; i < 60; i++)
    {
      Fixture f = { 0 };

      set_up (&f, i % 10 == 0 ? 50000 : random_size ());
      for (int k = 0; k < 40; k++)
        {
          const PsgEventColumns *columns = psg_event_table_get_columns (f.table);
          guint lane = g_test_rand_int_range (0, N_LANES), n, from, to, expected = G_MAXUINT;
          const guint32 *rows = psg_event_index_get_rows (f.index, lane, &n);

          from = g_test_rand_int_range (0, n + 1);
          to = g_test_rand_int_range (0, n + 1);
          for (guint p = from; p < to; p++)
            if (expected == G_MAXUINT || get_rank (columns, rows[p]) > get_rank (columns, rows[expected]))
              expected = p;
          g_assert_cmpuint (psg_event_index_find_foremost (f.index, lane, from, to), ==, expected);
        }
      tear_down (&f);
    }
}

static void
test_index_stacks_do_not_collide (void)
{
  for (int i = 0; i < 200; i++)
    {
      Fixture f = { 0 };
      const PsgEventColumns *columns;

      set_up (&f, (guint) g_test_rand_int_range (1, 60));
      columns = psg_event_table_get_columns (f.table);
      for (guint lane = 0; lane < N_LANES; lane++)
        {
          guint n;
          const guint32 *rows = psg_event_index_get_rows (f.index, lane, &n);

          for (guint a = 0; a < n; a++)
            for (guint b = a + 1; b < n; b++)
              {
                PsgStack sa = psg_event_index_get_stack (f.index, lane, a);
                PsgStack sb = psg_event_index_get_stack (f.index, lane, b);

                g_assert_cmpuint (sa.slot, <, sa.n);
                if ((columns->flags[rows[a]] & columns->flags[rows[b]] & PSG_EVENT_RANGE) &&
                    columns->start[rows[b]] < columns->end[rows[a]])
                  {
                    g_assert_cmpuint (sa.n, ==, sb.n);
                    if (sa.n < PSG_MAX_STACK)
                      g_assert_cmpuint (sa.slot, !=, sb.slot);
                  }
              }
        }
      tear_down (&f);
    }
}

/* Layout */

static gboolean
is_in_a_crowd (Fixture *self,
               guint    row)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (self->table);
  double scale = psg_time_axis_get_scale (&self->query.axis);
  gint64 cell = 1, start;
  guint n = 0;

  while (cell * scale < 2)
    cell *= 2;
  cell *= 32;
  start = (gint64) floor ((double) columns->start[row] / cell) * cell;

  for (guint i = 0; i < columns->n; i++)
    n += is_matched (self, i) && columns->lane[i] == columns->lane[row] &&
         columns->start[i] >= start && columns->start[i] < start + cell;

  return n * 6.0 > cell * scale;
}

static gboolean
has_mark (Fixture *self,
          guint    row)
{
  guint n;
  const PsgTimelineMark *marks = psg_timeline_layout_get_marks (self->layout, &n);

  for (guint i = 0; i < n; i++)
    if (marks[i].row == row)
      return TRUE;

  return FALSE;
}

static void
test_marks_are_those_in_view (void)
{
  for (int i = 0; i < 150; i++)
    {
      Fixture f = { 0 };
      const PsgEventColumns *columns;

      set_up (&f, (guint) g_test_rand_int_range (1, 600));
      columns = psg_event_table_get_columns (f.table);
      psg_timeline_layout_update (f.layout, &f.query);

      for (guint row = 0; row < columns->n; row++)
        {
          double x0 = psg_time_axis_to_x (&f.query.axis, (double) columns->start[row]);
          double x1 = psg_time_axis_to_x (&f.query.axis, (double) columns->end[row]);
          gboolean in_view = x1 > 0 && x0 < f.query.axis.width;

          if (!is_matched (&f, row) || is_in_a_crowd (&f, row))
            g_assert_false (has_mark (&f, row));
          else if (in_view)
            g_assert_true (has_mark (&f, row));
        }
      tear_down (&f);
    }
}

/* Titles over crowds belong to no line: they must keep clear of all. */
static gboolean
is_landmark (const PsgTimelineLabel *label)
{
  return label->line >= 4;
}

static void
assert_label_is_alone (const PsgTimelineLabel *label,
                       const PsgTimelineLabel *labels,
                       guint                   n)
{
  for (guint i = 0; i < n; i++)
    {
      if (&labels[i] == label || labels[i].lane != label->lane ||
          (labels[i].line != label->line && !is_landmark (&labels[i]) && !is_landmark (label)))
        continue;
      g_assert_true (labels[i].x >= label->x + label->width || label->x >= labels[i].x + labels[i].width);
    }
}

static void
assert_label_covers_nothing (Fixture                *self,
                             const PsgTimelineLabel *label)
{
  guint n;
  const PsgTimelineMark *marks = psg_timeline_layout_get_marks (self->layout, &n);

  for (guint i = 0; i < n; i++)
    {
      float left, right;

      if (marks[i].lane != label->lane || (marks[i].line != label->line && !is_landmark (label)))
        continue;

      /* Bars that reach into a crowd are seen below what stands out of it, dots would not be. */
      if (is_landmark (label) && marks[i].kind != PSG_MARK_POINT)
        continue;

      psg_timeline_mark_get_extents (&marks[i], &left, &right);
      /* Wide bars lie behind, but no title crosses the beginning of one. */
      if (marks[i].kind != PSG_MARK_POINT && right - left >= 96)
        {
          g_assert_true (label->x >= left || label->x + label->width <= left);
          continue;
        }
      g_assert_true (label->x >= right || label->x + label->width <= left);
    }
}

static void
test_labels_have_room (void)
{
  for (int i = 0; i < 1500; i++)
    {
      Fixture f = { 0 };
      const PsgTimelineLabel *labels, *pill;
      guint n;

      set_up (&f, random_size ());
      psg_timeline_layout_update (f.layout, &f.query);
      labels = psg_timeline_layout_get_labels (f.layout, &n);
      pill = psg_timeline_layout_get_pill (f.layout);

      for (guint k = 0; k < n; k++)
        {
          double natural = measure (labels[k].row, FALSE, NULL);

          g_assert_cmpfloat (labels[k].x, >=, 0);
          g_assert_cmpfloat (labels[k].x + labels[k].width, <=, f.query.axis.width);
          g_assert_true (labels[k].ellipsized == (labels[k].width < natural));
          if (labels[k].ellipsized)
            g_assert_cmpfloat (labels[k].width, >=, PSG_TIMELINE_LABEL_MIN);
          assert_label_is_alone (&labels[k], labels, n);
          assert_label_covers_nothing (&f, &labels[k]);
          if (pill != NULL && labels[k].lane == pill->lane && labels[k].line == pill->line)
            g_assert_true (labels[k].x + labels[k].width <= pill->x || labels[k].x >= pill->x + pill->width);
        }
      tear_down (&f);
    }
}

static void
test_chosen_is_always_labelled (void)
{
  for (int i = 0; i < 600; i++)
    {
      Fixture f = { 0 };
      const PsgTimelineLabel *pill;
      gint64 start;

      set_up (&f, random_size ());
      f.query.selected = g_test_rand_int_range (0, psg_event_table_get_n (f.table));
      start = psg_event_table_get_columns (f.table)->start[f.query.selected];
      f.query.axis.start = start - f.query.axis.length * g_test_rand_double_range (0.05, 0.95);
      psg_timeline_layout_update (f.layout, &f.query);

      pill = psg_timeline_layout_get_pill (f.layout);
      g_assert_nonnull (psg_timeline_layout_get_selected (f.layout));
      g_assert_nonnull (pill);
      g_assert_cmpuint (pill->row, ==, f.query.selected);
      g_assert_cmpfloat (pill->x, >=, 0);
      g_assert_cmpfloat (pill->x + pill->width, <=, f.query.axis.width);
      tear_down (&f);
    }
}

/* Whether a title, a dot or a short bar on the line of @label ends between two pixels. */
static gboolean
ends_between (Fixture                *self,
              const PsgTimelineLabel *label,
              double                  from,
              double                  to)
{
  guint n_labels, n_marks;
  const PsgTimelineLabel *labels = psg_timeline_layout_get_labels (self->layout, &n_labels);
  const PsgTimelineMark *marks = psg_timeline_layout_get_marks (self->layout, &n_marks);
  gboolean found = FALSE;

  for (guint i = 0; i < n_labels; i++)
    found |= labels[i].lane == label->lane && labels[i].line == label->line && labels[i].row != label->row &&
             labels[i].x + labels[i].width > from && labels[i].x + labels[i].width <= to;
  for (guint i = 0; i < n_marks; i++)
    {
      float left, right;

      psg_timeline_mark_get_extents (&marks[i], &left, &right);
      found |= marks[i].lane == label->lane && marks[i].line == label->line && right > from && right <= to &&
               (marks[i].kind == PSG_MARK_POINT || right - left < 96);
    }

  return found;
}

/* "Stasylos closes   A smaller year" is two titles: what belongs to the bar below another's
 * title keeps away from it. */
static void
test_a_title_upon_a_bar_is_set_apart (void)
{
  guint n_apart = 0;

  for (int i = 0; i < 600; i++)
    {
      Fixture f = { 0 };
      const PsgTimelineLabel *labels;
      guint n;

      set_up (&f, (guint) g_test_rand_int_range (20, 400));
      f.query.selected = PSG_ROW_NONE;
      psg_timeline_layout_update (f.layout, &f.query);
      labels = psg_timeline_layout_get_labels (f.layout, &n);

      for (guint k = 0; k < n; k++)
        {
          const PsgTimelineMark *bar = psg_timeline_layout_find (f.layout, labels[k].row);
          double beginning;

          if (!labels[k].inside || labels[k].x > bar->end)
            continue;

          beginning = MAX (bar->start, 0) + PSG_TIMELINE_LABEL_GAP + 1;
          g_assert_cmpint (labels[k].apart, ==, labels[k].x > beginning + 1.01);
          n_apart += labels[k].apart;
          if (labels[k].apart)
            g_assert_false (ends_between (&f, &labels[k], labels[k].x - PSG_TIMELINE_LABEL_APART, labels[k].x));
        }
      tear_down (&f);
    }

  g_assert_cmpuint (n_apart, >, 0);
}

static gboolean
hides_a_mark (Fixture                *self,
              const PsgTimelineLabel *pill,
              double                  from,
              double                  to)
{
  guint n;
  const PsgTimelineMark *marks = psg_timeline_layout_get_marks (self->layout, &n);

  for (guint i = 0; i < n; i++)
    {
      float left, right;

      psg_timeline_mark_get_extents (&marks[i], &left, &right);
      if (marks[i].lane == pill->lane && marks[i].line == pill->line && left < to && right > from &&
          (marks[i].kind == PSG_MARK_POINT || right - left < 96))
        return TRUE;
    }

  return FALSE;
}

/* Near the right edge it goes to the other side of its mark, unless other events are there. */
static void
test_the_chosen_title_is_whole_where_it_can_be (void)
{
  guint n_left = 0;

  for (int i = 0; i < 600; i++)
    {
      Fixture f = { 0 };
      const PsgTimelineLabel *pill;
      float left, right;
      double wanted;

      set_up (&f, (guint) g_test_rand_int_range (1, 40));
      f.query.selected = g_test_rand_int_range (0, psg_event_table_get_n (f.table));
      f.query.axis.start = psg_event_table_get_columns (f.table)->start[f.query.selected] -
                           f.query.axis.length * g_test_rand_double_range (0.6, 0.99);
      psg_timeline_layout_update (f.layout, &f.query);
      pill = psg_timeline_layout_get_pill (f.layout);
      psg_timeline_mark_get_extents (psg_timeline_layout_get_selected (f.layout), &left, &right);
      wanted = ceil (measure (f.query.selected, TRUE, NULL)) + 2 * f.query.padding;

      n_left += pill->x < left && !pill->ellipsized;
      if (pill->ellipsized && pill->x > left)
        {
          double end = MIN (left, f.query.axis.width) - 2 * PSG_TIMELINE_LABEL_GAP;

          g_assert_true (end - wanted < 1 || hides_a_mark (&f, pill, end - wanted, end));
        }
      tear_down (&f);
    }

  g_assert_cmpuint (n_left, >, 0);
}

/* What is labelled stays labelled, in the same place relative to its mark, while it is well
 * inside the view. */
static void
test_panning_is_stable (void)
{
  for (int i = 0; i < 300; i++)
    {
      Fixture f = { 0 };
      g_autoptr (PsgTimelineLayout) moved = psg_timeline_layout_new ();
      const PsgTimelineLabel *before, *after;
      guint n_before, n_after;
      double dx;

      set_up (&f, random_size ());
      f.query.selected = PSG_ROW_NONE;
      psg_timeline_layout_update (f.layout, &f.query);
      dx = floor (g_test_rand_double_range (1, 150));
      f.query.axis = psg_time_axis_pan (&f.query.axis, dx);
      psg_timeline_layout_update (moved, &f.query);

      before = psg_timeline_layout_get_labels (f.layout, &n_before);
      after = psg_timeline_layout_get_labels (moved, &n_after);
      for (guint k = 0; k < n_before; k++)
        {
          gboolean found = FALSE;

          if (before[k].inside || before[k].x - dx < 100 || before[k].x + before[k].width > f.query.axis.width - 250)
            continue;
          for (guint m = 0; m < n_after; m++)
            found |= after[m].row == before[k].row && fabs (after[m].x + dx - before[k].x) < 0.5 &&
                     fabsf (after[m].width - before[k].width) < 1;
          g_assert_true (found);
        }
      tear_down (&f);
    }
}

/* What stands out of a crowd is drawn over it, and over the marks beside it. */
static gboolean
has_landmark (Fixture *f,
              guint    row)
{
  guint n;
  const PsgTimelineMark *landmarks = psg_timeline_layout_get_landmarks (f->layout, &n);

  for (guint i = 0; i < n; i++)
    if (landmarks[i].row == row)
      return TRUE;

  return FALSE;
}

/* Every dot and every bar is found where it is drawn, unless another lies over it. */
static void
test_picking_agrees_with_drawing (void)
{
  for (int i = 0; i < 300; i++)
    {
      Fixture f = { 0 };
      const PsgTimelineMark *marks;
      guint n;

      set_up (&f, random_size ());
      f.query.selected = PSG_ROW_NONE;
      psg_timeline_layout_update (f.layout, &f.query);
      marks = psg_timeline_layout_get_marks (f.layout, &n);

      for (guint k = 0; k < n; k++)
        {
          float left, right;
          guint row, best = PSG_ROW_NONE;
          float nearest = INFINITY;

          psg_timeline_mark_get_extents (&marks[k], &left, &right);
          if (right - left >= 96)
            continue;
          row = psg_timeline_layout_pick (f.layout, (left + right) / 2, marks[k].y);
          for (guint m = 0; m < n; m++)
            {
              float l, r, off;

              psg_timeline_mark_get_extents (&marks[m], &l, &r);
              off = fabsf (marks[m].y - marks[k].y) + fabsf ((left + right) / 2 - (l + r) / 2);
              if (marks[m].lane == marks[k].lane && r - l < 96 &&
                  fabsf (marks[m].y - marks[k].y) <= marks[m].height / 2 + 3 &&
                  l - 3 <= (left + right) / 2 && r + 3 >= (left + right) / 2 && off < nearest)
                {
                  nearest = off;
                  best = m;
                }
            }
          g_assert_cmpuint (best, !=, PSG_ROW_NONE);
          if (row != marks[best].row && !has_landmark (&f, row))
            {
              const PsgTimelineMark *picked = psg_timeline_layout_find (f.layout, row);
              float l, r;

              g_assert_nonnull (picked);
              psg_timeline_mark_get_extents (picked, &l, &r);
              g_assert_cmpfloat (fabsf (picked->y - marks[k].y) + fabsf ((left + right) / 2 - (l + r) / 2), <=,
                                 nearest + 0.01f);
            }
        }
      tear_down (&f);
    }
}

static void
test_nothing_where_nothing_is (void)
{
  Fixture f = { 0 };

  set_up (&f, 1);
  f.query.axis.start = 20.0 * YEAR;
  psg_timeline_layout_update (f.layout, &f.query);
  g_assert_cmpuint (psg_timeline_layout_pick (f.layout, 50, 10), ==, PSG_ROW_NONE);
  g_assert_cmpuint (psg_timeline_layout_pick (f.layout, -50, -10), ==, PSG_ROW_NONE);
  tear_down (&f);
}

/* A frame's arrays are bounded by its pixels, however many events there are. */
static void
test_a_crowd_becomes_density (void)
{
  Fixture f = { 0 };
  guint n_marks, n_columns;
  const PsgTimelineColumn *columns;

  set_up (&f, 60000);
  f.query.axis = (PsgTimeAxis) { 0, 5.0 * YEAR, 1000 };
  psg_timeline_layout_update (f.layout, &f.query);
  psg_timeline_layout_get_marks (f.layout, &n_marks);
  columns = psg_timeline_layout_get_columns (f.layout, &n_columns);

  g_assert_cmpuint (n_marks, <, N_LANES * (1000 / 6 + 96));
  g_assert_cmpuint (n_columns, >, N_LANES * 100);
  g_assert_cmpuint (n_columns, <, N_LANES * 600);
  for (guint i = 0; i < n_columns; i++)
    {
      const PsgTimelineLane *lane = &f.lanes[columns[i].lane];

      g_assert_cmpfloat (columns[i].height, >, 0);
      g_assert_cmpfloat (columns[i].y, >=, lane->y);
      g_assert_cmpfloat (columns[i].y + columns[i].height, <=, lane->y + lane->height);
    }
  tear_down (&f);
}

static double
measure_nothing (guint    row,
                 gboolean bold,
                 gpointer user_data)
{
  return -1;
}

static void
test_unknown_widths_leave_it_incomplete (void)
{
  Fixture f = { 0 };
  guint n;

  set_up (&f, 40);
  f.query.axis = (PsgTimeAxis) { 0, 5.0 * YEAR, 2000 };
  f.query.measure = measure_nothing;
  psg_timeline_layout_update (f.layout, &f.query);
  psg_timeline_layout_get_labels (f.layout, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (psg_timeline_layout_is_complete (f.layout));
  tear_down (&f);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/event-index/the-foremost-is-the-most-important", test_index_foremost);
  g_test_add_func ("/core/event-index/lower-bound", test_index_lower_bound);
  g_test_add_func ("/core/event-index/lasting", test_index_lasting);
  g_test_add_func ("/core/event-index/what-is-in-view-is-counted", test_index_overlapping);
  g_test_add_func ("/core/event-index/stacks-do-not-collide", test_index_stacks_do_not_collide);
  g_test_add_func ("/core/timeline-layout/marks-are-those-in-view", test_marks_are_those_in_view);
  g_test_add_func ("/core/timeline-layout/labels-have-room", test_labels_have_room);
  g_test_add_func ("/core/timeline-layout/the-chosen-event-is-always-labelled", test_chosen_is_always_labelled);
  g_test_add_func ("/core/timeline-layout/the-chosen-title-is-whole-where-it-can-be",
                   test_the_chosen_title_is_whole_where_it_can_be);
  g_test_add_func ("/core/timeline-layout/a-title-upon-a-bar-is-set-apart", test_a_title_upon_a_bar_is_set_apart);
  g_test_add_func ("/core/timeline-layout/panning-is-stable", test_panning_is_stable);
  g_test_add_func ("/core/timeline-layout/picking-agrees-with-drawing", test_picking_agrees_with_drawing);
  g_test_add_func ("/core/timeline-layout/nothing-where-nothing-is", test_nothing_where_nothing_is);
  g_test_add_func ("/core/timeline-layout/a-crowd-becomes-density", test_a_crowd_becomes_density);
  g_test_add_func ("/core/timeline-layout/unknown-widths-leave-it-incomplete", test_unknown_widths_leave_it_incomplete);

  return g_test_run ();
}
