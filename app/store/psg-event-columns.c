/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-columns-private.h"

#include "psg-db-statement.h"

#include <string.h>

/*
 * The event table inside a collection file: one blob for each column, so that a
 * million events load in the time of reading their bytes. Numbers are
 * little-endian. Texts are an arena of NUL-ended strings and n + 1 offsets into
 * it; titles have one pair of these for each language, `titles:en`. Here they are
 * written; psg-event-columns-read.c reads them and believes nothing.
 */

const PsgEventColumnFormat psg_event_column_formats[N_COLUMNS] = {
  { "start", 8 }, { "end", 8 }, { "start-slack", 4 }, { "end-slack", 4 },
  { "flags", 2 }, { "lane", 1 }, { "importance", 1 }, { "place", 4 },
};

static gboolean
write_column (PsgDbStatement  *insert,
              const char      *name,
              const GByteArray *bytes,
              GError         **error)
{
  psg_db_statement_bind_text (insert, 1, name);
  psg_db_statement_bind_blob (insert, 2, bytes->data, bytes->len);

  return psg_db_statement_run (insert, error);
}

static void
append_number (GByteArray *bytes,
               guint64     value,
               guint       width)
{
  guint64 little = GUINT64_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, width);
}

static gboolean
write_numbers (PsgDbStatement         *insert,
               const PsgEventColumns  *columns,
               GError                **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_sized_new (columns->n * psg_event_column_formats[i].width);

      for (guint row = 0; row < columns->n; row++)
        {
          const guint64 values[N_COLUMNS] = {
            columns->start[row], columns->end[row], columns->start_slack[row], columns->end_slack[row],
            columns->flags[row], columns->lane[row], columns->importance[row], columns->place[row],
          };

          append_number (bytes, values[i], psg_event_column_formats[i].width);
        }

      if (!write_column (insert, psg_event_column_formats[i].name, bytes, error))
        return FALSE;
    }

  return TRUE;
}

static void
append_text (GByteArray *arena,
             GByteArray *offsets,
             const char *text)
{
  append_number (offsets, arena->len, 4);
  g_byte_array_append (arena, (const guint8 *) text, strlen (text) + 1);
}

static gboolean
write_texts (PsgDbStatement *insert,
             const char     *name,
             GByteArray     *arena,
             GByteArray     *offsets,
             GError        **error)
{
  g_autofree char *offsets_name = g_strconcat (name, "/offsets", NULL);

  append_number (offsets, arena->len, 4);

  return write_column (insert, name, arena, error) && write_column (insert, offsets_name, offsets, error);
}

static gboolean
write_ids (PsgDbStatement       *insert,
           const PsgEventTable  *events,
           GError              **error)
{
  g_autoptr (GByteArray) arena = g_byte_array_new ();
  g_autoptr (GByteArray) offsets = g_byte_array_new ();

  for (guint row = 0; row < psg_event_table_get_n (events); row++)
    append_text (arena, offsets, psg_event_table_get_id (events, row));

  return write_texts (insert, "ids", arena, offsets, error);
}

/* Where an event has no title in @language, that in the first of its own stands for it. */
static gboolean
write_titles (PsgDbStatement       *insert,
              guint                 n,
              const char           *language,
              PsgEventFunc          get_event,
              gpointer              data,
              GError              **error)
{
  g_autofree char *name = g_strconcat ("titles:", language, NULL);
  g_autoptr (GByteArray) arena = g_byte_array_new ();
  g_autoptr (GByteArray) offsets = g_byte_array_new ();

  for (guint row = 0; row < n; row++)
    {
      g_autoptr (PsgEvent) event = get_event (row, data);
      const char *title = psg_text_lookup (event->title, language);

      append_text (arena, offsets, title != NULL ? title : psg_text_get_value (event->title, 0));
    }

  return write_texts (insert, name, arena, offsets, error);
}

/**
 * psg_event_columns_write:
 * @db: a database that has the table `event_column`
 * @events: the events
 * @languages: (array zero-terminated=1): in which there are titles
 * @get_event: makes the event of a row
 * @data: for @get_event
 * @error: return location
 *
 * Returns: whether all columns were written
 */
gboolean
psg_event_columns_write (PsgDb                *db,
                         const PsgEventTable  *events,
                         const char *const    *languages,
                         PsgEventFunc          get_event,
                         gpointer              data,
                         GError              **error)
{
  g_autoptr (PsgDbStatement) insert = psg_db_statement_new (db, "INSERT INTO event_column VALUES (?, ?)", error);

  if (insert == NULL
      || !write_numbers (insert, psg_event_table_get_columns (events), error)
      || !write_ids (insert, events, error))
    return FALSE;

  for (guint i = 0; languages[i] != NULL; i++)
    if (!write_titles (insert, psg_event_table_get_n (events), languages[i], get_event, data, error))
      return FALSE;

  return TRUE;
}
