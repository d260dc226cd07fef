/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-columns-private.h"

#include "psg-db-statement.h"
#include "psg-schema.h"

#include <string.h>

/* The packed event table read back: every blob's size, every offset and every row
 * is checked before anything is made of it. */

#define MAX_ARENA 1000000000u

typedef struct
{
  PsgDbStatement *select;
  guint           n;
  GError        **error;
} Reading;

static gboolean
fail (Reading    *reading,
      const char *column,
      const char *what)
{
  if (reading->error == NULL || *reading->error == NULL)
    g_set_error (reading->error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_DAMAGED,
                 "damaged at the events' column “%s”: %s", column, what);

  return FALSE;
}

/* Returns: (transfer full) (nullable): the column's bytes; %NULL without an error if there is no such column. */
static GBytes *
read_blob (Reading    *reading,
           const char *name)
{
  gconstpointer data;
  gsize size;
  GBytes *bytes = NULL;

  psg_db_statement_bind_text (reading->select, 1, name);
  if (psg_db_statement_step (reading->select, reading->error) == PSG_DB_ROW)
    {
      data = psg_db_statement_get_blob (reading->select, 0, &size);
      bytes = g_bytes_new (data, size);
    }
  psg_db_statement_reset (reading->select);

  return bytes;
}

static GBytes *
read_column (Reading    *reading,
             const char *name,
             gsize       size)
{
  g_autoptr (GBytes) bytes = read_blob (reading, name);

  if (bytes == NULL)
    fail (reading, name, "it is missing");
  else if (g_bytes_get_size (bytes) != size)
    fail (reading, name, "its size does not agree with the number of events");
  else
    return g_steal_pointer (&bytes);

  return NULL;
}

typedef struct
{
  GBytes *arena;
  GBytes *offsets;
} Texts;

static void
clear_texts (Texts *texts)
{
  g_clear_pointer (&texts->arena, g_bytes_unref);
  g_clear_pointer (&texts->offsets, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

static guint64
number_at (GBytes *bytes,
           guint   row,
           guint   width)
{
  guint64 value = 0;

  memcpy (&value, (const guint8 *) g_bytes_get_data (bytes, NULL) + (gsize) row * width, width);

  return GUINT64_FROM_LE (value);
}

static const char *
text_at (const Texts *texts,
         guint        row)
{
  return (const char *) g_bytes_get_data (texts->arena, NULL) + number_at (texts->offsets, row, 4);
}

/* Every string must begin where the one before ended, and be UTF-8 that ends in
 * its only NUL. */
static gboolean
check_texts (Reading     *reading,
             const char  *name,
             const Texts *texts,
             gsize        longest)
{
  const char *arena = g_bytes_get_data (texts->arena, NULL);
  gsize size = g_bytes_get_size (texts->arena);
  guint64 at = 0;

  if (size > MAX_ARENA || number_at (texts->offsets, 0, 4) != 0)
    return fail (reading, name, "it is too large, or does not begin at 0");

  for (guint row = 0; row < reading->n; row++)
    {
      guint64 next = number_at (texts->offsets, row + 1, 4);

      if (next <= at || next > size || next - at > longest + 1 || arena[next - 1] != '\0')
        return fail (reading, name, "its offsets are wrong");
      if (!g_utf8_validate_len (arena + at, next - at - 1, NULL))
        return fail (reading, name, "it is not UTF-8");
      at = next;
    }

  return at == size || fail (reading, name, "something follows its last text");
}

static gboolean
read_texts (Reading    *reading,
            const char *name,
            gsize       longest,
            Texts      *texts)
{
  g_autofree char *offsets_name = g_strconcat (name, "/offsets", NULL);

  texts->arena = read_blob (reading, name);
  if (texts->arena == NULL)
    return fail (reading, name, "it is missing");

  texts->offsets = read_column (reading, offsets_name, ((gsize) reading->n + 1) * 4);

  return texts->offsets != NULL && check_texts (reading, name, texts, longest);
}

static gboolean
has_column (Reading    *reading,
            const char *name)
{
  gboolean there;

  psg_db_statement_bind_text (reading->select, 1, name);
  there = psg_db_statement_step (reading->select, NULL) == PSG_DB_ROW;
  psg_db_statement_reset (reading->select);

  return there;
}

/* Titles in the first of the person's languages that has any, else in the reference language. */
static gboolean
read_titles (Reading           *reading,
             const char *const *languages,
             const char        *reference,
             Texts             *titles)
{
  g_autofree char *name = g_strconcat ("titles:", reference, NULL);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *wanted = g_strconcat ("titles:", languages[i], NULL);

      if (has_column (reading, wanted))
        {
          g_free (name);
          name = g_steal_pointer (&wanted);
          break;
        }
    }

  return read_texts (reading, name, PSG_MAX_TEXT * 4, titles);
}

typedef struct
{
  GBytes *columns[N_COLUMNS];
} Numbers;

static void
clear_numbers (Numbers *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    g_clear_pointer (&self->columns[i], g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Numbers, clear_numbers)

static gboolean
read_numbers (Reading *reading,
              Numbers *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const PsgEventColumnFormat *format = &psg_event_column_formats[i];

      self->columns[i] = read_column (reading, format->name, (gsize) reading->n * format->width);
      if (self->columns[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

static gint64
number_of (const Numbers *self,
           PsgEventColumn column,
           guint          row)
{
  return (gint64) number_at (self->columns[column], row, psg_event_column_formats[column].width);
}

/* Returns: (nullable): which column is wrong in a row. */
static const char *
find_wrong (const Numbers *self,
            guint          row,
            guint          n_lanes,
            guint          n_places)
{
  const gint64 first = PSG_DAY_MIN * (gint64) PSG_MINUTES_PER_DAY;
  const gint64 last = (PSG_DAY_MAX + (gint64) 1) * PSG_MINUTES_PER_DAY;
  gint64 start = number_of (self, COLUMN_START, row);
  gint64 end = number_of (self, COLUMN_END, row);
  gint64 importance = number_of (self, COLUMN_IMPORTANCE, row);
  gint64 place = number_of (self, COLUMN_PLACE, row);

  if (start < first || start >= last)
    return "start";
  if (end <= start || end > last)
    return "end";
  if (number_of (self, COLUMN_START_SLACK, row) > end - start)
    return "start-slack";
  if (number_of (self, COLUMN_END_SLACK, row) > end - start)
    return "end-slack";
  if (PSG_EVENT_PRECISION (number_of (self, COLUMN_FLAGS, row)) > PSG_PRECISION_SECOND)
    return "flags";
  if (number_of (self, COLUMN_LANE, row) >= n_lanes)
    return "lane";
  if (importance < 1 || importance > 5)
    return "importance";
  if (place >= n_places && place != PSG_PLACE_NONE)
    return "place";

  return NULL;
}

/* Rows are ordered by start, end and id; a row's number is an event's in the file. */
static gboolean
is_in_order (const Numbers *self,
             const Texts   *ids,
             guint          row)
{
  gint64 before, here;

  if (row == 0)
    return TRUE;

  before = number_of (self, COLUMN_START, row - 1);
  here = number_of (self, COLUMN_START, row);
  if (before == here)
    {
      before = number_of (self, COLUMN_END, row - 1);
      here = number_of (self, COLUMN_END, row);
    }

  return before < here || (before == here && strcmp (text_at (ids, row - 1), text_at (ids, row)) < 0);
}

static PsgEventTable *
build (Reading       *reading,
       const Numbers *columns,
       const Texts   *ids,
       const Texts   *titles,
       guint          n_lanes,
       guint          n_places)
{
  g_autoptr (PsgEventTableBuilder) builder = psg_event_table_builder_new (reading->n);

  for (guint row = 0; row < reading->n; row++)
    {
      const char *wrong = find_wrong (columns, row, n_lanes, n_places);

      if (wrong == NULL && !psg_id_is_valid (text_at (ids, row)))
        wrong = "ids";
      if (wrong == NULL && !is_in_order (columns, ids, row))
        wrong = "start";
      if (wrong != NULL)
        {
          g_autofree char *what = g_strdup_printf ("event %u is out of range or order", row);

          fail (reading, wrong, what);
          return NULL;
        }

      psg_event_table_builder_add_raw (builder, text_at (ids, row), text_at (titles, row),
                                       number_of (columns, COLUMN_START, row), number_of (columns, COLUMN_END, row),
                                       number_of (columns, COLUMN_START_SLACK, row),
                                       number_of (columns, COLUMN_END_SLACK, row),
                                       number_of (columns, COLUMN_FLAGS, row), number_of (columns, COLUMN_LANE, row),
                                       number_of (columns, COLUMN_IMPORTANCE, row),
                                       number_of (columns, COLUMN_PLACE, row));
    }

  return psg_event_table_builder_end (g_steal_pointer (&builder));
}

static gboolean
count_events (Reading *reading)
{
  g_autoptr (GBytes) start = read_blob (reading, "start");
  gsize size = start != NULL ? g_bytes_get_size (start) : 0;

  if (start == NULL)
    return fail (reading, "start", "it is missing");
  if (size % 8 != 0)
    return fail (reading, "start", "its size is no multiple of 8");
  if (size / 8 > PSG_MAX_EVENTS)
    {
      g_set_error (reading->error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_TOO_LARGE,
                   "there are more than %d events", PSG_MAX_EVENTS);
      return FALSE;
    }

  reading->n = size / 8;

  return TRUE;
}

/**
 * psg_event_columns_read:
 * @db: a collection file
 * @languages: (array zero-terminated=1): the person's languages
 * @reference: the collection's reference language
 * @n_lanes: how many lanes there are
 * @n_places: how many places
 * @error: return location
 *
 * Reads and checks every row.
 *
 * Returns: (transfer full) (nullable): the events
 */
PsgEventTable *
psg_event_columns_read (PsgDb              *db,
                        const char *const  *languages,
                        const char         *reference,
                        guint               n_lanes,
                        guint               n_places,
                        GError            **error)
{
  GError *local = NULL;
  g_autoptr (PsgDbStatement) select =
      psg_db_statement_new (db, "SELECT data FROM event_column WHERE name = ?", error);
  Reading reading = { .select = select, .error = &local };
  g_auto (Numbers) columns = { { NULL } };
  g_auto (Texts) ids = { NULL, NULL };
  g_auto (Texts) titles = { NULL, NULL };
  PsgEventTable *table = NULL;

  if (select == NULL)
    return NULL;

  if (count_events (&reading)
      && read_numbers (&reading, &columns)
      && read_texts (&reading, "ids", PSG_MAX_ID, &ids)
      && read_titles (&reading, languages, reference, &titles))
    table = build (&reading, &columns, &ids, &titles, n_lanes, n_places);

  if (table == NULL)
    g_propagate_error (error, local);

  return table;
}
