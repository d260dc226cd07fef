/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-table.h"

#include <string.h>

#include "psg-memory.h"
#include "psg-string-index.h"

/*
 * All events as columns. It holds what timeline, map and filter need of every
 * event and nothing more: the rest of an event is a PsgEvent, loaded when
 * somebody looks at it. The arrays are made by whoever has them first:
 * psg-event-table-builder.c, or the reader of a collection file. A table merged of two has columns of its own,
 * and leaves texts and look-ups to these.
 */

/* So many titles are loaded together: some twenty KiB, which take as long as one. */
#define ROWS_A_PIECE 512

struct _PsgEventTable
{
  PsgEventArrays arrays;
  gpointer owner; /* of the arrays */
  GDestroyNotify free_owner;
  PsgStringIndex *rows_by_id; /* made when first asked */
  char **pieces; /* of the titles, if they are loaded */

  /* of a merged table; else NULL */
  PsgEventTable *base;
  PsgEventTable *own;
  PsgRowMerge *merge;
};

G_DEFINE_BOXED_TYPE (PsgEventTable, psg_event_table, psg_event_table_ref, psg_event_table_unref)

static void
psg_event_table_clear (gpointer data)
{
  PsgEventTable *self = data;

  g_clear_pointer (&self->rows_by_id, psg_string_index_free);
  for (guint i = 0; self->pieces != NULL && i <= self->arrays.columns.n / ROWS_A_PIECE; i++)
    g_free (self->pieces[i]);
  g_free (self->pieces);
  if (self->free_owner != NULL)
    self->free_owner (self->owner);
  g_clear_pointer (&self->base, psg_event_table_unref);
  g_clear_pointer (&self->own, psg_event_table_unref);
  g_clear_pointer (&self->merge, psg_row_merge_free);
}

/**
 * psg_event_table_new_from_arrays:
 * @arrays: columns and texts, in the order of the table; every value in range
 * @owner: (transfer full): whatever the arrays lie in
 * @free_owner: frees it with the table
 *
 * Nothing is copied, sorted or checked: a million events become a table at once.
 *
 * Returns: (transfer full): a table
 */
PsgEventTable *
psg_event_table_new_from_arrays (const PsgEventArrays *arrays,
                                 gpointer              owner,
                                 GDestroyNotify        free_owner)
{
  PsgEventTable *self;

  g_return_val_if_fail (arrays != NULL, NULL);
  g_return_val_if_fail (free_owner != NULL, NULL);

  self = g_atomic_rc_box_new0 (PsgEventTable);
  self->arrays = *arrays;
  self->owner = owner;
  self->free_owner = free_owner;

  return self;
}

static int
compare_rows (const PsgEventTable *a,
              guint                row,
              const PsgEventTable *b,
              guint                other)
{
  const PsgEventColumns *ca = &a->arrays.columns, *cb = &b->arrays.columns;

  if (ca->start[row] != cb->start[other])
    return ca->start[row] < cb->start[other] ? -1 : 1;
  if (ca->end[row] != cb->end[other])
    return ca->end[row] < cb->end[other] ? -1 : 1;

  return strcmp (psg_event_table_get_id (a, row), psg_event_table_get_id (b, other));
}

/* The first row of @base that comes after an own event. */
static guint
find_place (const PsgEventTable *base,
            const PsgEventTable *own,
            guint                row)
{
  guint low = 0, high = base->arrays.columns.n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_rows (base, middle, own, row) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* (transfer full): a column of both, in the order of the merge. */
static gpointer
merge_column (const PsgRowMerge *merge,
              gconstpointer      base,
              gconstpointer      own,
              gsize              width)
{
  guint n = psg_row_merge_get_n (merge);
  guint8 *column = psg_memory_try_large (MAX (n, 1) * width);
  guint from = 0;

  if (column == NULL)
    g_error ("%s: failed to allocate %" G_GSIZE_FORMAT " bytes", G_STRLOC, n * width);

  for (guint i = 0; i <= psg_row_merge_get_n_own (merge); i++)
    {
      guint row = i < psg_row_merge_get_n_own (merge) ? psg_row_merge_from_own (merge, i) : n;

      if (row > from)
        memcpy (column + from * width, (const guint8 *) base + (from - i) * width, (row - from) * width);
      if (row < n)
        memcpy (column + row * width, (const guint8 *) own + i * width, width);
      from = row + 1;
    }

  return column;
}

static void
free_columns (gpointer data)
{
  PsgEventColumns *columns = data;

  g_free ((gpointer) columns->start);
  g_free ((gpointer) columns->end);
  g_free ((gpointer) columns->start_slack);
  g_free ((gpointer) columns->end_slack);
  g_free ((gpointer) columns->flags);
  g_free ((gpointer) columns->lane);
  g_free ((gpointer) columns->importance);
  g_free ((gpointer) columns->place);
  g_free (columns);
}

static PsgEventColumns *
merge_columns (const PsgRowMerge     *merge,
               const PsgEventColumns *base,
               const PsgEventColumns *own)
{
  PsgEventColumns *columns = g_new0 (PsgEventColumns, 1);
  guint16 *flags;

  columns->n = psg_row_merge_get_n (merge);
  columns->start = merge_column (merge, base->start, own->start, sizeof (gint64));
  columns->end = merge_column (merge, base->end, own->end, sizeof (gint64));
  columns->start_slack = merge_column (merge, base->start_slack, own->start_slack, sizeof (guint32));
  columns->end_slack = merge_column (merge, base->end_slack, own->end_slack, sizeof (guint32));
  columns->flags = flags = merge_column (merge, base->flags, own->flags, sizeof (guint16));
  columns->lane = merge_column (merge, base->lane, own->lane, sizeof (guint8));
  columns->importance = merge_column (merge, base->importance, own->importance, sizeof (guint8));
  columns->place = merge_column (merge, base->place, own->place, sizeof (guint32));
  for (guint i = 0; i < own->n; i++)
    flags[psg_row_merge_from_own (merge, i)] |= PSG_EVENT_OWN;

  return columns;
}

/**
 * psg_event_table_new_merged:
 * @base: a collection's events
 * @own: the person's own
 *
 * Both in one order. Columns are copied; ids and titles are the two tables'.
 *
 * Returns: (transfer full): a table
 */
PsgEventTable *
psg_event_table_new_merged (PsgEventTable *base,
                            PsgEventTable *own)
{
  guint n = own->arrays.columns.n;
  g_autofree guint *rows = g_new (guint, n + 1);
  PsgEventArrays arrays = { 0 };
  PsgEventColumns *columns;
  PsgEventTable *self;
  PsgRowMerge *merge;

  for (guint i = 0; i < n; i++)
    rows[i] = find_place (base, own, i) + i;
  merge = psg_row_merge_new (base->arrays.columns.n, rows, n);
  columns = merge_columns (merge, &base->arrays.columns, &own->arrays.columns);

  arrays.columns = *columns;
  self = psg_event_table_new_from_arrays (&arrays, columns, free_columns);
  self->base = psg_event_table_ref (base);
  self->own = psg_event_table_ref (own);
  self->merge = merge;

  return self;
}

/* (transfer none): the table of the two that a row is from, and which it is there. */
static const PsgEventTable *
split (const PsgEventTable *self,
       guint               *row)
{
  gboolean is_own;

  if (self->merge == NULL)
    return self;

  *row = psg_row_merge_split (self->merge, *row, &is_own);

  return is_own ? self->own : self->base;
}

PsgEventTable *
psg_event_table_ref (PsgEventTable *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
psg_event_table_unref (PsgEventTable *self)
{
  g_atomic_rc_box_release_full (self, psg_event_table_clear);
}

guint
psg_event_table_get_n (const PsgEventTable *self)
{
  return self->arrays.columns.n;
}

const PsgEventColumns *
psg_event_table_get_columns (const PsgEventTable *self)
{
  return &self->arrays.columns;
}

const char *
psg_event_table_get_id (const PsgEventTable *self,
                        guint                row)
{
  g_return_val_if_fail (row < self->arrays.columns.n, NULL);

  self = split (self, &row);

  return self->arrays.ids + self->arrays.id_offsets[row];
}

static const char *
load_piece (PsgEventTable *self,
            guint          piece)
{
  guint first = piece * ROWS_A_PIECE;
  guint n = MIN (ROWS_A_PIECE, self->arrays.columns.n - first);

  if (self->pieces == NULL)
    self->pieces = g_new0 (char *, self->arrays.columns.n / ROWS_A_PIECE + 1);
  if (self->pieces[piece] == NULL)
    self->pieces[piece] = self->arrays.load_titles (first, n, self->owner);

  return self->pieces[piece];
}

/**
 * psg_event_table_get_title:
 * @self: a table
 * @row: a row
 *
 * Main thread only: the titles of a large collection are loaded when they are first asked for.
 *
 * Returns: (transfer none): its title in the person's language; its id if the file turns
 *   out to be damaged there
 */
const char *
psg_event_table_get_title (const PsgEventTable *self,
                           guint                row)
{
  const guint32 *offsets;
  const char *piece;

  g_return_val_if_fail (row < self->arrays.columns.n, NULL);

  self = split (self, &row);
  offsets = self->arrays.title_offsets;
  if (self->arrays.titles != NULL)
    return self->arrays.titles + offsets[row];

  piece = load_piece ((PsgEventTable *) self, row / ROWS_A_PIECE);

  return piece != NULL ? piece + offsets[row] - offsets[row - row % ROWS_A_PIECE]
                       : psg_event_table_get_id (self, row);
}

PsgTimeSpan
psg_event_table_get_span (const PsgEventTable *self,
                          guint                row)
{
  PsgTimeSpan span = { 0, 1 };

  g_return_val_if_fail (row < self->arrays.columns.n, span);

  span.start = self->arrays.columns.start[row];
  span.end = self->arrays.columns.end[row];

  return span;
}

static guint
find_merged (const PsgEventTable *self,
             const char          *id)
{
  guint row = psg_event_table_find (self->own, id);

  if (row != PSG_ROW_NONE)
    return psg_row_merge_from_own (self->merge, row);

  row = psg_event_table_find (self->base, id);

  return row != PSG_ROW_NONE ? psg_row_merge_from_base (self->merge, row) : PSG_ROW_NONE;
}

/**
 * psg_event_table_find:
 * @self: a table
 * @id: an event's id
 *
 * Main thread only: the index is made on first use.
 *
 * Returns: its row, or %PSG_ROW_NONE
 */
guint
psg_event_table_find (const PsgEventTable *self,
                      const char          *id)
{
  g_return_val_if_fail (id != NULL, PSG_ROW_NONE);

  if (self->merge != NULL)
    return find_merged (self, id);
  if (self->rows_by_id == NULL)
    ((PsgEventTable *) self)->rows_by_id = psg_string_index_new (self->arrays.ids, self->arrays.id_offsets,
                                                                 self->arrays.columns.n);

  return psg_string_index_find (self->rows_by_id, id);
}

/**
 * psg_event_table_lower_bound:
 * @self: a table
 * @minute: a time
 *
 * Returns: the first row that starts at @minute or later; the number of rows
 *   if none does
 */
guint
psg_event_table_lower_bound (const PsgEventTable *self,
                             gint64               minute)
{
  guint low = 0, n = self->arrays.columns.n;

  while (n > 0)
    {
      guint half = n / 2;

      if (self->arrays.columns.start[low + half] < minute)
        {
          low += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }

  return low;
}

/**
 * psg_event_table_get_size:
 * @self: a table
 *
 * Returns: the bytes its columns take, without the text
 */
gsize
psg_event_table_get_size (const PsgEventTable *self)
{
  gsize row = 2 * sizeof (gint64) + sizeof (guint16) + 2 * sizeof (guint8) + 5 * sizeof (guint32);

  return self->arrays.columns.n * row;
}

/* Whether an event is the person's own. */
gboolean
psg_event_table_is_own (const PsgEventTable *self,
                        guint                row)
{
  g_return_val_if_fail (row < self->arrays.columns.n, FALSE);

  return (self->arrays.columns.flags[row] & PSG_EVENT_OWN) != 0;
}

/* (nullable): of a merged table, which rows are whose. */
const PsgRowMerge *
psg_event_table_get_merge (const PsgEventTable *self)
{
  return self->merge;
}
