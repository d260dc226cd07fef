/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-table.h"

#include "psg-event-bounds.h"
#include "psg-memory.h"

#include <string.h>

/* Events one by one, in any order and from dates, made into the sorted columns of
 * a table. */

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

/* What a table made here lies in. */
typedef struct
{
  gint64 *start;
  gint64 *end;
  guint32 *start_slack;
  guint32 *end_slack;
  guint16 *flags;
  guint8 *lane;
  guint8 *importance;
  guint32 *place;
  guint32 *id_offsets;
  guint32 *title_offsets;
  char *arena; /* ids and titles, each ended by NUL */
} Arrays;

static void
free_arrays (gpointer data)
{
  Arrays *self = data;

  g_free (self->start);
  g_free (self->end);
  g_free (self->start_slack);
  g_free (self->end_slack);
  g_free (self->flags);
  g_free (self->lane);
  g_free (self->importance);
  g_free (self->place);
  g_free (self->id_offsets);
  g_free (self->title_offsets);
  g_free (self->arena);
  g_free (self);
}

static gpointer
new_column (guint n,
            gsize width)
{
  gpointer column = psg_memory_try_large (n * width);

  if (column == NULL)
    g_error ("%s: failed to allocate %" G_GSIZE_FORMAT " bytes", G_STRLOC, n * width);

  return column;
}

static Arrays *
new_arrays (guint n)
{
  Arrays *self = g_new0 (Arrays, 1);

  self->start = new_column (n, sizeof (gint64));
  self->end = new_column (n, sizeof (gint64));
  self->start_slack = new_column (n, sizeof (guint32));
  self->end_slack = new_column (n, sizeof (guint32));
  self->flags = new_column (n, sizeof (guint16));
  self->lane = new_column (n, sizeof (guint8));
  self->importance = new_column (n, sizeof (guint8));
  self->place = new_column (n, sizeof (guint32));
  self->id_offsets = new_column (n, sizeof (guint32));
  self->title_offsets = new_column (n, sizeof (guint32));

  return self;
}

static void
set_row (Arrays    *self,
         guint      index,
         const Row *row)
{
  self->start[index] = row->start;
  self->end[index] = row->end;
  self->start_slack[index] = row->start_slack;
  self->end_slack[index] = row->end_slack;
  self->flags[index] = row->flags;
  self->lane[index] = row->lane;
  self->importance[index] = row->importance;
  self->place[index] = row->place;
  self->id_offsets[index] = row->id_offset;
  self->title_offsets[index] = row->title_offset;
}

static PsgEventTable *
new_table (Arrays *self,
           guint   n)
{
  PsgEventArrays arrays = {
    .columns = {
      .n = n,
      .start = self->start,
      .end = self->end,
      .start_slack = self->start_slack,
      .end_slack = self->end_slack,
      .flags = self->flags,
      .lane = self->lane,
      .importance = self->importance,
      .place = self->place,
    },
    .ids = self->arena,
    .id_offsets = self->id_offsets,
    .titles = self->arena,
    .title_offsets = self->title_offsets,
  };

  return psg_event_table_new_from_arrays (&arrays, self, free_arrays);
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
  guint n = self->rows->len;
  Arrays *arrays = new_arrays (n);

  g_array_sort_with_data (self->rows, compare_rows, self->arena->data);
  for (guint i = 0; i < n; i++)
    set_row (arrays, i, &g_array_index (self->rows, Row, i));

  arrays->arena = (char *) g_byte_array_free (g_steal_pointer (&self->arena), FALSE);
  g_array_unref (self->rows);
  g_free (self);

  return new_table (arrays, n);
}
