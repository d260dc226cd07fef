/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-table.h"

#include "psg-event-bounds.h"

#include <string.h>

/*
 * All events as columns. It holds what timeline, map and filter need of every
 * event and nothing more: the rest of an event is a PsgEvent, loaded when
 * somebody looks at it.
 */

struct _PsgEventTable
{
  PsgEventColumns columns;
  gint64 *start;
  gint64 *end;
  guint32 *start_slack;
  guint32 *end_slack;
  guint16 *flags;
  guint8 *lane;
  guint8 *importance;
  guint32 *place;
  guint32 *id_offset;
  guint32 *title_offset;
  char *arena; /* ids and titles, each ended by NUL */
  gsize arena_size;
  GHashTable *rows_by_id; /* made when first asked */
};

G_DEFINE_BOXED_TYPE (PsgEventTable, psg_event_table, psg_event_table_ref, psg_event_table_unref)

static void
psg_event_table_clear (gpointer data)
{
  PsgEventTable *self = data;

  g_free (self->start);
  g_free (self->end);
  g_free (self->start_slack);
  g_free (self->end_slack);
  g_free (self->flags);
  g_free (self->lane);
  g_free (self->importance);
  g_free (self->place);
  g_free (self->id_offset);
  g_free (self->title_offset);
  g_free (self->arena);
  g_clear_pointer (&self->rows_by_id, g_hash_table_unref);
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
  return self->columns.n;
}

const PsgEventColumns *
psg_event_table_get_columns (const PsgEventTable *self)
{
  return &self->columns;
}

const char *
psg_event_table_get_id (const PsgEventTable *self,
                        guint                row)
{
  g_return_val_if_fail (row < self->columns.n, NULL);

  return self->arena + self->id_offset[row];
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
  g_return_val_if_fail (row < self->columns.n, NULL);

  return self->arena + self->title_offset[row];
}

PsgTimeSpan
psg_event_table_get_span (const PsgEventTable *self,
                          guint                row)
{
  PsgTimeSpan span = { 0, 1 };

  g_return_val_if_fail (row < self->columns.n, span);

  span.start = self->start[row];
  span.end = self->end[row];

  return span;
}

static void
index_ids (PsgEventTable *self)
{
  self->rows_by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < self->columns.n; row++)
    g_hash_table_insert (self->rows_by_id,
                         self->arena + self->id_offset[row],
                         GUINT_TO_POINTER (row + 1));
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
    index_ids ((PsgEventTable *) self);

  /* Rows are stored plus one, so that "absent" becomes G_MAXUINT32. */
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->rows_by_id, id)) - 1;
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
  guint low = 0, n = self->columns.n;

  while (n > 0)
    {
      guint half = n / 2;

      if (self->start[low + half] < minute)
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

  return self->columns.n * row;
}

/* Building */

typedef struct
{
  gint64 start;
  gint64 end;
  guint32 start_slack;
  guint32 end_slack;
  guint32 id_offset;
  guint32 title_offset;
  guint32 place;
  guint16 flags;
  guint8 lane;
  guint8 importance;
} Row;

struct _PsgEventTableBuilder
{
  GArray *rows;
  GByteArray *arena;
};

/**
 * psg_event_table_builder_new:
 * @expected: about how many rows there will be
 *
 * Returns: (transfer full): a builder
 */
PsgEventTableBuilder *
psg_event_table_builder_new (guint expected)
{
  PsgEventTableBuilder *self = g_new0 (PsgEventTableBuilder, 1);

  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (Row), expected);
  self->arena = g_byte_array_new ();

  return self;
}

void
psg_event_table_builder_free (PsgEventTableBuilder *self)
{
  g_array_unref (self->rows);
  g_byte_array_unref (self->arena);
  g_free (self);
}

static guint32
keep_string (PsgEventTableBuilder *self,
             const char           *string)
{
  guint32 offset = self->arena->len;

  g_byte_array_append (self->arena, (const guint8 *) string, strlen (string) + 1);

  return offset;
}

static guint16
flags_from_date (const PsgEdtf *date)
{
  static const struct
  {
    PsgEdtfFlags from;
    PsgEventFlags to;
  } map[] = {
    { PSG_EDTF_INTERVAL, PSG_EVENT_RANGE },
    { PSG_EDTF_APPROXIMATE, PSG_EVENT_APPROXIMATE },
    { PSG_EDTF_UNCERTAIN, PSG_EVENT_UNCERTAIN },
    { PSG_EDTF_OPEN_START, PSG_EVENT_OPEN_START },
    { PSG_EDTF_OPEN_END, PSG_EVENT_OPEN_END },
    { PSG_EDTF_UNKNOWN_START, PSG_EVENT_UNKNOWN_START },
    { PSG_EDTF_UNKNOWN_END, PSG_EVENT_UNKNOWN_END },
  };
  guint16 flags = psg_edtf_get_precision (date) << 8;

  for (guint i = 0; i < G_N_ELEMENTS (map); i++)
    if (psg_edtf_get_flags (date) & map[i].from)
      flags |= map[i].to;

  if (psg_edtf_get_start_minute (date) >= 0)
    flags |= PSG_EVENT_HAS_TIME;

  return flags;
}

/**
 * psg_event_table_builder_add:
 * @self: a builder
 * @id: the event's id
 * @title: its title in the person's language
 * @date: its date
 * @bounds: the collection's span, which open and unknown ends are drawn to
 * @lane: index of its lane
 * @importance: 1 to 5
 * @place: index of its place, or %PSG_PLACE_NONE
 */
void
psg_event_table_builder_add (PsgEventTableBuilder *self,
                             const char           *id,
                             const char           *title,
                             const PsgEdtf        *date,
                             const PsgTimeSpan    *bounds,
                             guint                 lane,
                             guint                 importance,
                             guint                 place)
{
  PsgEventBounds when = psg_event_bounds_from_edtf (date, bounds);

  psg_event_table_builder_add_raw (self, id, title, when.start, when.end, when.start_slack, when.end_slack,
                                   flags_from_date (date), lane, importance, place);
}

/**
 * psg_event_table_builder_add_raw:
 *
 * The same with the columns as they will stand in the table, save that an end that is
 * not after its start, a slack longer than the event and an importance that is none are
 * brought within.
 */
void
psg_event_table_builder_add_raw (PsgEventTableBuilder *self,
                                 const char           *id,
                                 const char           *title,
                                 gint64                start,
                                 gint64                end,
                                 guint32               start_slack,
                                 guint32               end_slack,
                                 guint16               flags,
                                 guint                 lane,
                                 guint                 importance,
                                 guint                 place)
{
  Row row = {
    .start = start,
    .end = MAX (end, start + 1),
    .flags = flags,
    .lane = lane,
    .importance = CLAMP (importance, 1, 5),
    .place = place,
  };

  row.start_slack = (guint32) MIN (start_slack, row.end - row.start);
  row.end_slack = (guint32) MIN (end_slack, row.end - row.start);
  row.id_offset = keep_string (self, id);
  row.title_offset = keep_string (self, title);
  g_array_append_val (self->rows, row);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      arena)
{
  const Row *ra = a, *rb = b;

  if (ra->start != rb->start)
    return ra->start < rb->start ? -1 : 1;
  if (ra->end != rb->end)
    return ra->end < rb->end ? -1 : 1;

  return strcmp ((const char *) arena + ra->id_offset, (const char *) arena + rb->id_offset);
}

static void
allocate_columns (PsgEventTable *table,
                  guint          n)
{
  table->start = g_new (gint64, n);
  table->end = g_new (gint64, n);
  table->start_slack = g_new (guint32, n);
  table->end_slack = g_new (guint32, n);
  table->flags = g_new (guint16, n);
  table->lane = g_new (guint8, n);
  table->importance = g_new (guint8, n);
  table->place = g_new (guint32, n);
  table->id_offset = g_new (guint32, n);
  table->title_offset = g_new (guint32, n);
  table->columns = (PsgEventColumns) {
    .n = n,
    .start = table->start,
    .end = table->end,
    .start_slack = table->start_slack,
    .end_slack = table->end_slack,
    .flags = table->flags,
    .lane = table->lane,
    .importance = table->importance,
    .place = table->place,
  };
}

static void
set_row (PsgEventTable *table,
         guint          index,
         const Row     *row)
{
  table->start[index] = row->start;
  table->end[index] = row->end;
  table->start_slack[index] = row->start_slack;
  table->end_slack[index] = row->end_slack;
  table->flags[index] = row->flags;
  table->lane[index] = row->lane;
  table->importance[index] = row->importance;
  table->place[index] = row->place;
  table->id_offset[index] = row->id_offset;
  table->title_offset[index] = row->title_offset;
}

/**
 * psg_event_table_builder_end:
 * @self: (transfer full): a builder
 *
 * Returns: (transfer full): the table
 */
PsgEventTable *
psg_event_table_builder_end (PsgEventTableBuilder *self)
{
  PsgEventTable *table = g_atomic_rc_box_new0 (PsgEventTable);

  g_array_sort_with_data (self->rows, compare_rows, self->arena->data);
  allocate_columns (table, self->rows->len);

  for (guint i = 0; i < self->rows->len; i++)
    set_row (table, i, &g_array_index (self->rows, Row, i));

  table->arena_size = self->arena->len;
  table->arena = (char *) g_byte_array_free (g_steal_pointer (&self->arena), FALSE);
  g_array_unref (self->rows);
  g_free (self);

  return table;
}
