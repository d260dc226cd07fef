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

struct _PsgEventTable
{
  PsgEventArrays arrays;
  gpointer owner; /* of the arrays */
  GDestroyNotify free_owner;
  PsgStringIndex *rows_by_id; /* made when first asked */
};

G_DEFINE_BOXED_TYPE (PsgEventTable, psg_event_table, psg_event_table_ref, psg_event_table_unref)

static void
psg_event_table_clear (gpointer data)
{
  PsgEventTable *self = data;

  g_clear_pointer (&self->rows_by_id, psg_string_index_free);
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

/**
 * psg_event_table_get_title:
 * @self: a table
 * @row: a row
 *
 * Returns: (transfer none): its title in the person's language
 */
const char *
psg_event_table_get_title (const PsgEventTable *self,
                           guint                row)
{
  g_return_val_if_fail (row < self->arrays.columns.n, NULL);

  return self->arrays.titles + self->arrays.title_offsets[row];
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
