/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-strip.h"

#include <string.h>

/*
 * In a row stretches do not overlap: notes of the last row that would are one stretch together. So both their
 * beginnings and their ends are in order, and what is in view is found by halving.
 */

/* What lies outside the view is cut so far from it, in pixels. */
#define OUTSIDE 12.0
/* The least that is seen of a note before one that follows close upon it. */
#define SLIVER 4.0

/* What stands together whatever the scale. */
typedef struct
{
  gint64 start;
  gint64 end;
  guint  first; /* position in the row */
  guint  n;
} Stretch;

typedef struct
{
  GArray *stretches; /* Stretch */
  GArray *notes;     /* guint: which, in order of time */
  GArray *changes;   /* guint: how often the colour has changed up to here */
} Row;

struct _PsgNoteStrip
{
  GPtrArray *marks; /* PsgNoteMark, borrowed: by time */
  Row        rows[PSG_NOTE_STRIP_MAX_ROWS];
  guint      n_rows;
  GArray    *boxes; /* PsgNoteBox */
};

static const PsgNoteMark *
get_in_row (const PsgNoteStrip *self,
            const Row          *row,
            guint               position)
{
  return g_ptr_array_index (self->marks, g_array_index (row->notes, guint, position));
}

static void
init_row (Row *row)
{
  row->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  row->notes = g_array_new (FALSE, FALSE, sizeof (guint));
  row->changes = g_array_new (FALSE, FALSE, sizeof (guint));
}

static Stretch *
get_last (Row *row)
{
  return row->stretches->len > 0 ? &g_array_index (row->stretches, Stretch, row->stretches->len - 1) : NULL;
}

static void
add_to_row (PsgNoteStrip *self,
            Row          *row,
            guint         i)
{
  const PsgNoteMark *mark = g_ptr_array_index (self->marks, i);
  guint position = row->notes->len, changes = 0;
  Stretch *last = get_last (row);

  if (position > 0)
    changes = g_array_index (row->changes, guint, position - 1) +
              (get_in_row (self, row, position - 1)->colour != mark->colour);
  g_array_append_val (row->notes, i);
  g_array_append_val (row->changes, changes);

  if (last != NULL && last->end > mark->span.start)
    {
      last->end = MAX (last->end, mark->span.end);
      last->n++;
    }
  else
    {
      Stretch stretch = { mark->span.start, mark->span.end, position, 1 };

      g_array_append_val (row->stretches, stretch);
    }
}

static Row *
choose_row (PsgNoteStrip      *self,
            const PsgNoteMark *mark)
{
  for (guint i = 0; i < self->n_rows; i++)
    if (get_last (&self->rows[i])->end <= mark->span.start)
      return &self->rows[i];

  if (self->n_rows == PSG_NOTE_STRIP_MAX_ROWS)
    return &self->rows[PSG_NOTE_STRIP_MAX_ROWS - 1];

  return &self->rows[self->n_rows++];
}

/**
 * psg_note_strip_new:
 * @timed: (element-type PsgNoteMark): as psg_notes_get_timed() has them; the strip holds until they change
 * @collection: (nullable): id of the collection whose notes are shown
 *
 * Returns: (transfer full): its notes on stretches of time
 */
PsgNoteStrip *
psg_note_strip_new (GPtrArray  *timed,
                    const char *collection)
{
  PsgNoteStrip *self = g_new0 (PsgNoteStrip, 1);
  const char *interned = g_intern_string (collection);

  self->marks = g_ptr_array_new ();
  self->boxes = g_array_new (FALSE, FALSE, sizeof (PsgNoteBox));
  for (guint i = 0; i < PSG_NOTE_STRIP_MAX_ROWS; i++)
    init_row (&self->rows[i]);

  for (guint i = 0; i < timed->len; i++)
    {
      PsgNoteMark *mark = g_ptr_array_index (timed, i);

      if (mark->kind != PSG_NOTE_ON_SPAN || mark->collection != interned)
        continue;
      g_ptr_array_add (self->marks, mark);
      add_to_row (self, choose_row (self, mark), self->marks->len - 1);
    }

  return self;
}

void
psg_note_strip_free (PsgNoteStrip *self)
{
  for (guint i = 0; i < PSG_NOTE_STRIP_MAX_ROWS; i++)
    {
      g_array_unref (self->rows[i].stretches);
      g_array_unref (self->rows[i].notes);
      g_array_unref (self->rows[i].changes);
    }
  g_ptr_array_unref (self->marks);
  g_array_unref (self->boxes);
  g_free (self);
}

guint
psg_note_strip_get_n (const PsgNoteStrip *self)
{
  return self->marks->len;
}

guint
psg_note_strip_get_n_rows (const PsgNoteStrip *self)
{
  return self->n_rows;
}

/* (transfer none): the note that is @i-th in time. */
const PsgNoteMark *
psg_note_strip_get_mark (const PsgNoteStrip *self,
                         guint               i)
{
  return g_ptr_array_index (self->marks, i);
}

/**
 * psg_note_strip_find:
 * @self: a strip
 * @id: (nullable): of a note
 *
 * Returns: which it is in order of time; %G_MAXUINT if it is not there
 */
guint
psg_note_strip_find (const PsgNoteStrip *self,
                     const char         *id)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (g_strcmp0 (psg_note_strip_get_mark (self, i)->id, id) == 0)
      return i;

  return G_MAXUINT;
}

/* The first that begins at @minute or later; how many there are if none does. */
guint
psg_note_strip_find_from (const PsgNoteStrip *self,
                          gint64              minute)
{
  guint low = 0, high = self->marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (psg_note_strip_get_mark (self, middle)->span.start < minute)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The first stretch that ends after @minute, or with @begins, that begins then or later. */
static guint
find_stretch (const Row *row,
              double     minute,
              gboolean   begins)
{
  guint low = 0, high = row->stretches->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Stretch *stretch = &g_array_index (row->stretches, Stretch, middle);

      if (begins ? (double) stretch->start < minute : (double) stretch->end <= minute)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
append_box (PsgNoteStrip      *self,
            guint              row,
            guint              from,
            guint              to,
            const PsgTimeAxis *axis)
{
  const Row *at = &self->rows[row];
  const Stretch *first = &g_array_index (at->stretches, Stretch, from);
  const Stretch *last = &g_array_index (at->stretches, Stretch, to - 1);
  double start = psg_time_axis_to_x (axis, (double) first->start);
  double end = psg_time_axis_to_x (axis, (double) last->end);
  PsgNoteBox box = { .row = row, .first = first->first, .n = last->first + last->n - first->first };
  guint last_note = box.first + box.n - 1;

  box.begins = start >= -OUTSIDE;
  box.ends = end <= axis->width + OUTSIDE;
  box.left = MAX (start, -OUTSIDE);
  box.right = MAX (end, box.left + PSG_NOTE_STRIP_LEAST);
  box.right = MIN (box.right, MAX (axis->width, box.left) + PSG_NOTE_STRIP_LEAST + OUTSIDE);
  if (to < at->stretches->len)
    {
      double next = psg_time_axis_to_x (axis, (double) g_array_index (at->stretches, Stretch, to).start);

      box.right = MAX (box.left + SLIVER, MIN (box.right, next));
    }
  if (g_array_index (at->changes, guint, box.first) == g_array_index (at->changes, guint, last_note))
    box.colour = get_in_row (self, at, box.first)->colour;

  g_array_append_val (self->boxes, box);
}

/* After the stretches that cannot be told from @from; one that goes on well beyond them stands for itself. */
static guint
find_next (const Row         *row,
           guint              from,
           const PsgTimeAxis *axis)
{
  double left = psg_time_axis_to_x (axis, (double) g_array_index (row->stretches, Stretch, from).start);
  double reach = MAX (left, -OUTSIDE) + PSG_NOTE_STRIP_LEAST;
  guint to = MAX (from + 1, find_stretch (row, psg_time_axis_to_minute (axis, reach), TRUE));

  if (to - from > 1
      && psg_time_axis_to_x (axis, (double) g_array_index (row->stretches, Stretch, to - 1).end)
         > reach + PSG_NOTE_STRIP_LEAST)
    to--;

  return to;
}

/* As it is drawn: a minute and a pixel that stand for each other need not come out so both ways. */
static gboolean
begins_in_view (const Stretch     *stretch,
                const PsgTimeAxis *axis)
{
  return psg_time_axis_to_x (axis, (double) stretch->start) <= axis->width;
}

/**
 * psg_note_strip_lay_out:
 * @self: a strip
 * @axis: what is in view
 * @n: (out): how many boxes
 *
 * Returns: (transfer none) (array length=n): what is drawn, until the next layout
 */
const PsgNoteBox *
psg_note_strip_lay_out (PsgNoteStrip      *self,
                        const PsgTimeAxis *axis,
                        guint             *n)
{
  double start = psg_time_axis_to_minute (axis, -OUTSIDE);

  g_array_set_size (self->boxes, 0);
  for (guint row = 0; row < self->n_rows; row++)
    {
      const Row *at = &self->rows[row];
      guint i = find_stretch (at, start, FALSE);

      while (i < at->stretches->len && begins_in_view (&g_array_index (at->stretches, Stretch, i), axis))
        {
          guint next = find_next (at, i, axis);

          append_box (self, row, i, next, axis);
          i = next;
        }
    }

  *n = self->boxes->len;

  return (const PsgNoteBox *) self->boxes->data;
}

/**
 * psg_note_strip_pick:
 * @self: a strip that has been laid out
 * @x: in pixels from where the axis begins
 * @row: which row
 *
 * Returns: (transfer none) (nullable): what is there
 */
const PsgNoteBox *
psg_note_strip_pick (const PsgNoteStrip *self,
                     double              x,
                     guint               row)
{
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const PsgNoteBox *box = &g_array_index (self->boxes, PsgNoteBox, i);

      if (box->row == row && x >= box->left && x < box->right)
        return box;
    }

  return NULL;
}

/* (transfer none): the @i-th note of a box of the last layout. */
const PsgNoteMark *
psg_note_strip_get_boxed (const PsgNoteStrip *self,
                          const PsgNoteBox   *box,
                          guint               i)
{
  return get_in_row (self, &self->rows[box->row], box->first + i);
}

static guint
find_stretch_of (const Row *row,
                 guint      position)
{
  guint low = 0, high = row->stretches->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (row->stretches, Stretch, middle).first <= position)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/* From when to when the notes of a box are. */
PsgTimeSpan
psg_note_strip_get_span (const PsgNoteStrip *self,
                         const PsgNoteBox   *box)
{
  const Row *row = &self->rows[box->row];
  guint first = find_stretch_of (row, box->first), last = find_stretch_of (row, box->first + box->n - 1);

  return (PsgTimeSpan) { g_array_index (row->stretches, Stretch, first).start,
                         g_array_index (row->stretches, Stretch, last).end };
}

/* Whether coming closer would take it apart. */
gboolean
psg_note_strip_can_part (const PsgNoteStrip *self,
                         const PsgNoteBox   *box)
{
  const Row *row = &self->rows[box->row];

  return find_stretch_of (row, box->first) != find_stretch_of (row, box->first + box->n - 1);
}
