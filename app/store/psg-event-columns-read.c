/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-columns-private.h"

#include "psg-db-blob.h"
#include "psg-db-statement.h"
#include "psg-event-titles.h"
#include "psg-memory.h"
#include "psg-schema.h"

#include <string.h>

/*
 * The packed event table read back: every column into its place in one block of
 * memory, checked there (psg-event-columns-check.c), and that block is the table. Nothing
 * is believed of the file: a size is checked before it is asked for, a value before it is
 * used. Titles, if there are many, stay in the file until they are asked for.
 */

#define MAX_ARENA 1000000000u
/* More titles than this, in bytes, are not kept in memory. */
#define MAX_TITLES (1024 * 1024)
/* So much is read between two looks at whether to go on. */
#define PIECE ((gsize) 4 * 1024 * 1024)

/* What is read, after the columns of numbers. */
typedef enum
{
  PART_IDS = N_COLUMNS,
  PART_ID_OFFSETS,
  PART_TITLES,
  PART_TITLE_OFFSETS,
  N_PARTS,
} Part;

typedef struct
{
  char  *name;
  gint64 row;
  gsize  size;
  guint  width; /* of a number; 1 for text */
  char  *data;  /* within the block */
} Column;

typedef struct
{
  PsgDb          *db;
  PsgDbStatement *find;
  PsgProgress    *progress;
  gsize           file_size;
  guint           n;
  Column          parts[N_PARTS];
  gsize           size; /* of the block */
  char           *block;
  PsgEventTitles *titles; /* if they stay in the file */
  GError        **error;
} Reading;

static gboolean
fail (Reading    *reading,
      const char *column,
      const char *what)
{
  g_set_error (reading->error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_DAMAGED,
               "damaged at the events' column “%s”: %s", column, what);

  return FALSE;
}

static gboolean
fail_too_large (Reading    *reading,
                const char *what,
                guint64     most)
{
  g_set_error (reading->error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_TOO_LARGE,
               "there are more than %" G_GUINT64_FORMAT " %s", most, what);

  return FALSE;
}

static void
clear_reading (Reading *reading)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_free (reading->parts[i].name);
  g_clear_pointer (&reading->find, psg_db_statement_free);
  g_clear_pointer (&reading->titles, psg_event_titles_free);
  g_free (reading->block);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

/* Returns: whether there is such a column; no error where there is none. */
static gboolean
look_up (Reading    *reading,
         const char *name,
         Column     *column)
{
  gboolean there;

  psg_db_statement_bind_text (reading->find, 1, name);
  there = psg_db_statement_step (reading->find, NULL) == PSG_DB_ROW;
  if (there)
    {
      column->name = g_strdup (name);
      column->row = psg_db_statement_get_int (reading->find, 0);
      column->size = (gsize) MAX (psg_db_statement_get_int (reading->find, 1), 0);
    }
  psg_db_statement_reset (reading->find);

  return there;
}

/* A column that says it is longer than the file would have us ask for that much memory. */
static gboolean
find_column (Reading    *reading,
             Part        part,
             const char *name,
             guint       width)
{
  Column *column = &reading->parts[part];

  if (!look_up (reading, name, column))
    return fail (reading, name, "it is missing");
  if (column->size > reading->file_size)
    return fail (reading, name, "it is larger than the file");

  column->width = width;

  return TRUE;
}

static gboolean
find_column_of (Reading    *reading,
                Part        part,
                const char *name,
                guint       width,
                gsize       n)
{
  if (!find_column (reading, part, name, width))
    return FALSE;

  return reading->parts[part].size == n * width
         || fail (reading, name, "its size does not agree with the number of events");
}

/* The column of starts says how many events there are. */
static gboolean
find_numbers (Reading *reading)
{
  gsize size;

  if (!find_column (reading, (Part) COLUMN_START, "start", sizeof (gint64)))
    return FALSE;

  size = reading->parts[COLUMN_START].size;
  if (size % sizeof (gint64) != 0)
    return fail (reading, "start", "its size is no multiple of 8");
  if (size / sizeof (gint64) > PSG_MAX_EVENTS)
    return fail_too_large (reading, "events", PSG_MAX_EVENTS);

  reading->n = (guint) (size / sizeof (gint64));
  for (guint i = COLUMN_START + 1; i < N_COLUMNS; i++)
    if (!find_column_of (reading, (Part) i, psg_event_column_formats[i].name,
                         psg_event_column_formats[i].width, reading->n))
      return FALSE;

  return TRUE;
}

static gboolean
find_texts (Reading    *reading,
            Part        part,
            const char *name)
{
  g_autofree char *offsets = g_strconcat (name, "/offsets", NULL);

  if (!find_column (reading, part, name, 1)
      || !find_column_of (reading, part + 1, offsets, sizeof (guint32), (gsize) reading->n + 1))
    return FALSE;

  return reading->parts[part].size <= MAX_ARENA
         || fail_too_large (reading, "bytes of text", MAX_ARENA);
}

/* Titles in the first of the person's languages that has any, else in the reference language. */
static char *
choose_titles (Reading           *reading,
               const char *const *languages,
               const char        *reference)
{
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("titles:", languages[i], NULL);
      Column column = { NULL };
      gboolean there = look_up (reading, name, &column);

      g_free (column.name);
      if (there)
        return g_steal_pointer (&name);
    }

  return g_strconcat ("titles:", reference, NULL);
}

static gboolean
stays_in_file (const Reading *reading,
               guint          part)
{
  return part == PART_TITLES && reading->parts[part].size > MAX_TITLES;
}

/* Every column begins where any number may. */
static gboolean
allocate (Reading *reading)
{
  gsize at = 0;

  for (guint i = 0; i < N_PARTS; i++)
    if (!stays_in_file (reading, i))
      reading->size += (reading->parts[i].size + 7) & ~(gsize) 7;

  reading->block = psg_memory_try_large (reading->size);
  if (reading->block == NULL)
    return fail_too_large (reading, "bytes of events, and that is more than there is memory for", reading->size - 1);

  for (guint i = 0; i < N_PARTS; i++)
    if (!stays_in_file (reading, i))
      {
        reading->parts[i].data = reading->block + at;
        at += (reading->parts[i].size + 7) & ~(gsize) 7;
      }

  return TRUE;
}

/* Numbers are little-endian in the file. */
static void
turn_numbers (Column *column)
{
#if G_BYTE_ORDER != G_LITTLE_ENDIAN
  for (char *at = column->data; at < column->data + column->size; at += column->width)
    for (guint i = 0; i < column->width / 2; i++)
      {
        char byte = at[i];

        at[i] = at[column->width - 1 - i];
        at[column->width - 1 - i] = byte;
      }
#endif
}

static gboolean
read_column (Reading *reading,
             Column  *column)
{
  g_autoptr (PsgDbBlob) blob = psg_db_blob_open (reading->db, "event_column", "data", column->row, reading->error);

  if (blob == NULL)
    return FALSE;
  if (psg_db_blob_get_size (blob) != column->size)
    return fail (reading, column->name, "its size is not what it was");

  for (gsize at = 0; at < column->size; at += PIECE)
    {
      gsize size = MIN (PIECE, column->size - at);

      if (!psg_db_blob_read (blob, column->data + at, at, size, reading->error)
          || !psg_progress_advance (reading->progress, size, reading->size, reading->error))
        return FALSE;
    }

  turn_numbers (column);

  return TRUE;
}

static gboolean
read_columns (Reading *reading)
{
  for (guint i = 0; i < N_PARTS; i++)
    if (!stays_in_file (reading, i) && !read_column (reading, &reading->parts[i]))
      return FALSE;

  return TRUE;
}

static const guint32 *
get_offsets (const Reading *reading,
             Part           part)
{
  return (const guint32 *) (gpointer) reading->parts[part + 1].data;
}

static gboolean
check_texts (Reading *reading,
             Part     part,
             gsize    longest)
{
  const Column *texts = &reading->parts[part];
  const guint32 *offsets = get_offsets (reading, part);
  const char *wrong = offsets[0] == 0 ? psg_event_columns_check_texts (texts->data, texts->size, offsets,
                                                                       reading->n, longest)
                                      : "its offsets do not begin at 0";

  return wrong == NULL || fail (reading, texts->name, wrong);
}

/* Of titles that stay in the file only where each lies is checked now. */
static gboolean
take_titles (Reading    *reading,
             const char *path)
{
  const Column *titles = &reading->parts[PART_TITLES];
  const guint32 *offsets = get_offsets (reading, PART_TITLES);

  if (!stays_in_file (reading, PART_TITLES))
    return check_texts (reading, PART_TITLES, PSG_MAX_TEXT * 4);
  if (offsets[0] != 0 || offsets[reading->n] != titles->size
      || !psg_event_columns_check_offsets (offsets, reading->n, PSG_MAX_TEXT * 4))
    return fail (reading, titles->name, "its offsets are wrong");

  reading->titles = psg_event_titles_open (path, titles->row, titles->size, reading->error);

  return reading->titles != NULL;
}

static gboolean
check_rows (Reading              *reading,
            const PsgEventArrays *arrays,
            guint                 n_lanes,
            guint                 n_places)
{
  g_autofree char *what = NULL;
  guint row;
  const char *wrong = psg_event_columns_check_rows (arrays, n_lanes, n_places, &row);

  if (wrong == NULL)
    return TRUE;

  what = g_strdup_printf ("event %u is out of range or order", row);

  return fail (reading, wrong, what);
}

/* What a table made here lies in. */
typedef struct
{
  char           *block;
  PsgEventTitles *titles;
  const guint32  *title_offsets;
} Owner;

static Owner *
new_owner (Reading *reading)
{
  Owner *self = g_new0 (Owner, 1);

  self->title_offsets = get_offsets (reading, PART_TITLES);
  self->block = g_steal_pointer (&reading->block);
  self->titles = g_steal_pointer (&reading->titles);

  return self;
}

static void
free_owner (gpointer data)
{
  Owner *self = data;

  g_clear_pointer (&self->titles, psg_event_titles_free);
  g_free (self->block);
  g_free (self);
}

static char *
load_titles (guint    row,
             guint    n,
             gpointer data)
{
  const Owner *self = data;

  return psg_event_titles_load (self->titles, self->title_offsets + row, n);
}

#define NUMBERS(type, part) ((const type *) (gpointer) reading->parts[part].data)

static PsgEventArrays
arrange (const Reading *reading)
{
  return (PsgEventArrays) {
    .columns = {
      .n = reading->n,
      .start = NUMBERS (gint64, COLUMN_START),
      .end = NUMBERS (gint64, COLUMN_END),
      .start_slack = NUMBERS (guint32, COLUMN_START_SLACK),
      .end_slack = NUMBERS (guint32, COLUMN_END_SLACK),
      .flags = NUMBERS (guint16, COLUMN_FLAGS),
      .lane = NUMBERS (guint8, COLUMN_LANE),
      .importance = NUMBERS (guint8, COLUMN_IMPORTANCE),
      .place = NUMBERS (guint32, COLUMN_PLACE),
    },
    .ids = reading->parts[PART_IDS].data,
    .id_offsets = NUMBERS (guint32, PART_ID_OFFSETS),
    .titles = reading->parts[PART_TITLES].data,
    .title_offsets = NUMBERS (guint32, PART_TITLE_OFFSETS),
    .load_titles = load_titles,
  };
}

static gboolean
find_columns (Reading           *reading,
              const char *const *languages,
              const char        *reference)
{
  g_autofree char *titles = choose_titles (reading, languages, reference);

  return find_numbers (reading)
         && find_texts (reading, PART_IDS, "ids")
         && find_texts (reading, PART_TITLES, titles);
}

static gboolean
measure_file (Reading *reading)
{
  gint64 pages, page_size;

  if (!psg_db_get_int (reading->db, "PRAGMA page_count", &pages, reading->error)
      || !psg_db_get_int (reading->db, "PRAGMA page_size", &page_size, reading->error))
    return FALSE;

  reading->file_size = (gsize) (pages * page_size);

  return TRUE;
}

/**
 * psg_event_columns_read:
 * @db: a collection file
 * @path: the same, for titles to be read from later
 * @languages: (array zero-terminated=1): the person's languages
 * @reference: the collection's reference language
 * @n_lanes: how many lanes there are
 * @n_places: how many places
 * @progress: (nullable): told of every piece, and asked whether to go on
 * @error: return location
 *
 * Reads and checks every row; many titles are read and checked when they are asked for.
 *
 * Returns: (transfer full) (nullable): the events
 */
PsgEventTable *
psg_event_columns_read (PsgDb              *db,
                        const char         *path,
                        const char *const  *languages,
                        const char         *reference,
                        guint               n_lanes,
                        guint               n_places,
                        PsgProgress        *progress,
                        GError            **error)
{
  g_auto (Reading) reading = { .db = db, .progress = progress, .error = error };
  PsgEventArrays arrays;

  reading.find = psg_db_statement_new (db, "SELECT rowid, length (data) FROM event_column WHERE name = ?", error);
  if (reading.find == NULL
      || !measure_file (&reading)
      || !find_columns (&reading, languages, reference)
      || !allocate (&reading)
      || !read_columns (&reading))
    return NULL;

  arrays = arrange (&reading);
  if (!check_texts (&reading, PART_IDS, PSG_MAX_ID)
      || !take_titles (&reading, path)
      || !check_rows (&reading, &arrays, n_lanes, n_places))
    return NULL;

  return psg_event_table_new_from_arrays (&arrays, new_owner (&reading), free_owner);
}
