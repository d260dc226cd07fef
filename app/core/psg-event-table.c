/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-table.h"

#include "psg-string-index.h"

/*
 * All events as columns. It holds what timeline, map and filter need of every
 * event and nothing more: the rest of an event is a PsgEvent, loaded when
 * somebody looks at it. The arrays are made by whoever has them first:
 * psg-event-table-builder.c, or the reader of a collection file.
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
  self->free_owner (self->owner);
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
  const guint32 *offsets = self->arrays.title_offsets;
  const char *piece;

  g_return_val_if_fail (row < self->arrays.columns.n, NULL);

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
