/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-compiler.h"

#include "psg-db.h"
#include "psg-db-statement.h"
#include "psg-event-columns.h"
#include "psg-file-schema.h"
#include "psg-record-writer.h"
#include "psg-search-index.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/*
 * From checked sources to one file. Everything is written in the order of the
 * sources (events: in the order of time), nothing depends on the clock, the
 * place or the machine: the same sources give the same bytes.
 */

/* Columns of many events are read four times as fast from large pages; a few events would
 * only fill a large page with nothing. */
#define MANY_EVENTS 20000
#define SMALL_PAGE 4096
#define LARGE_PAGE 32768

typedef struct
{
  const PsgCollectionSource *source;
  const PsgEventTable       *table;
  PsgDb                     *db;
  PsgEventFunc               get_event;
  gpointer                   data;
} Job;

static guint
get_page_size (guint n_events)
{
  return n_events < MANY_EVENTS ? SMALL_PAGE : LARGE_PAGE;
}

static gboolean
create_objects (PsgDb   *db,
                GError **error)
{
  g_autoptr (GPtrArray) objects = psg_file_schema_new ();
  g_autofree char *pragmas = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d;",
                                              PSG_DB_APPLICATION_ID, PSG_DB_USER_VERSION);

  if (!psg_db_exec (db, pragmas, error))
    return FALSE;

  for (guint i = 0; i < objects->len; i++)
    {
      const PsgFileObject *object = g_ptr_array_index (objects, i);

      if (object->sql != NULL && !psg_db_exec (db, object->sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_records (PsgDb            *db,
               const PsgSchema  *schema,
               gpointer         *records,
               guint             n,
               GError          **error)
{
  g_autoptr (PsgRecordWriter) writer = psg_record_writer_new (db, schema, error);

  for (guint i = 0; writer != NULL && i < n; i++)
    if (!psg_record_writer_write (writer, records[i], error))
      return FALSE;

  return writer != NULL;
}

static gboolean
write_events (const Job  *job,
              GError    **error)
{
  g_autoptr (PsgRecordWriter) writer = psg_record_writer_new (job->db, &psg_schema_event, error);

  for (guint row = 0; writer != NULL && row < psg_event_table_get_n (job->table); row++)
    {
      g_autoptr (PsgEvent) event = job->get_event (row, job->data);

      if (!psg_record_writer_write (writer, event, error))
        return FALSE;
    }

  return writer != NULL;
}

static gboolean
write_all_records (const Job  *job,
                   GError    **error)
{
  const PsgCollectionSource *source = job->source;
  gpointer head = source->head;
  const struct
  {
    const PsgSchema *schema;
    GPtrArray       *records;
  } kinds[] = {
    { &psg_schema_lane, source->head->lanes },
    { &psg_schema_era, source->head->eras },
    { &psg_schema_source, source->sources },
    { &psg_schema_actor, source->actors },
    { &psg_schema_place, source->places },
    { &psg_schema_crossing, source->crossings },
    { &psg_schema_claim, source->claims },
    { &psg_schema_document, source->documents }, /* begin with a PsgDocument */
    { &psg_schema_passage, source->passages },   /* begin with a PsgPassage */
    { &psg_schema_lesson, source->lessons },
  };

  if (!write_records (job->db, &psg_schema_head, &head, 1, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].records != NULL
        && !write_records (job->db, kinds[i].schema, kinds[i].records->pdata, kinds[i].records->len, error))
      return FALSE;

  return write_events (job, error);
}

static gboolean
write_document_texts (const Job  *job,
                      GError    **error)
{
  g_autoptr (PsgDbStatement) insert =
      psg_db_statement_new (job->db, "INSERT INTO document_text VALUES (?, ?, ?, ?)", error);
  guint n = 0;

  for (guint i = 0; insert != NULL && i < job->source->documents->len; i++)
    {
      const PsgSourceDocument *document = g_ptr_array_index (job->source->documents, i);

      for (guint j = 0; j < document->texts->len; j++)
        {
          const PsgSourceText *text = g_ptr_array_index (document->texts, j);

          psg_db_statement_bind_int (insert, 1, n++);
          psg_db_statement_bind_int (insert, 2, i);
          psg_db_statement_bind_text (insert, 3, text->language);
          psg_db_statement_bind_text (insert, 4, text->markdown);
          if (!psg_db_statement_run (insert, error))
            return FALSE;
        }
    }

  return insert != NULL;
}

static gboolean
write_images (const Job  *job,
              GError    **error)
{
  g_autoptr (PsgDbStatement) insert = psg_db_statement_new (job->db, "INSERT INTO image VALUES (?, ?, ?)", error);

  for (guint i = 0; insert != NULL && job->source->images != NULL && i < job->source->images->len; i++)
    {
      const PsgSourceImage *image = g_ptr_array_index (job->source->images, i);

      psg_db_statement_bind_int (insert, 1, i);
      psg_db_statement_bind_text (insert, 2, image->name);
      psg_db_statement_bind_blob (insert, 3, g_bytes_get_data (image->bytes, NULL), g_bytes_get_size (image->bytes));
      if (!psg_db_statement_run (insert, error))
        return FALSE;
    }

  return insert != NULL;
}

static gboolean
write_quote (PsgDbStatement          *insert,
             guint                    n,
             guint                    passage_n,
             const PsgSourceQuote    *quote,
             GError                 **error)
{
  psg_db_statement_bind_int (insert, 1, n);
  psg_db_statement_bind_int (insert, 2, passage_n);
  psg_db_statement_bind_text (insert, 3, quote->language);
  psg_db_statement_bind_text (insert, 4, quote->anchor->exact);
  psg_db_statement_bind_text (insert, 5, quote->anchor->prefix);
  psg_db_statement_bind_text (insert, 6, quote->anchor->suffix);
  psg_db_statement_bind_int (insert, 7, quote->anchor->start);
  psg_db_statement_bind_int (insert, 8, quote->anchor->end);

  return psg_db_statement_run (insert, error);
}

static gboolean
write_passage_texts (const Job  *job,
                     GError    **error)
{
  g_autoptr (PsgDbStatement) insert =
      psg_db_statement_new (job->db, "INSERT INTO passage_text VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);
  guint n = 0;

  for (guint i = 0; insert != NULL && i < job->source->passages->len; i++)
    {
      const PsgSourcePassage *passage = g_ptr_array_index (job->source->passages, i);

      for (guint j = 0; j < passage->quotes->len; j++)
        if (!write_quote (insert, n++, i, &g_array_index (passage->quotes, PsgSourceQuote, j), error))
          return FALSE;
    }

  return insert != NULL;
}

/* Events by row */

/* id -> index + 1 */
static GHashTable *
index_places (GPtrArray *places)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < places->len; i++)
    g_hash_table_insert (index, ((const PsgPlace *) g_ptr_array_index (places, i))->id, GUINT_TO_POINTER (i + 1));

  return index;
}

/* An absent place becomes PSG_PLACE_NONE, which is 0 less one. */
static guint
find_place (GHashTable *index,
            const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (index, id)) - 1 : PSG_PLACE_NONE;
}

/* The events of some sources in the order of their table. */
typedef struct
{
  PsgEventTable *table;
  GPtrArray     *events; /* PsgEvent, borrowed, by row */
} Sorted;

static void
sort_events (const PsgCollectionSource *source,
             Sorted                    *sorted)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) places = index_places (source->places);
  PsgEventTableBuilder *builder = psg_event_table_builder_new (source->events->len);

  for (guint i = 0; i < source->events->len; i++)
    {
      const PsgEvent *event = g_ptr_array_index (source->events, i);

      g_hash_table_insert (by_id, event->id, (gpointer) event);
      psg_event_table_builder_add (builder, event->id, psg_text_get_value (event->title, 0), event->date,
                                   &source->head->info.span, event->lane, event->importance,
                                   find_place (places, event->place));
    }

  sorted->table = psg_event_table_builder_end (builder);
  sorted->events = g_ptr_array_new ();
  for (guint row = 0; row < source->events->len; row++)
    g_ptr_array_add (sorted->events, g_hash_table_lookup (by_id, psg_event_table_get_id (sorted->table, row)));
}

static void
clear_sorted (Sorted *sorted)
{
  psg_event_table_unref (sorted->table);
  g_ptr_array_unref (sorted->events);
}

static PsgEvent *
ref_sorted_event (guint    row,
                  gpointer data)
{
  const Sorted *sorted = data;

  return psg_event_ref (g_ptr_array_index (sorted->events, row));
}

/* Every language some event has a title in; the reference language first. */
static GStrv
list_title_languages (const Job *job)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (seen, g_strdup (job->source->head->language));
  g_strv_builder_add (builder, job->source->head->language);

  for (guint row = 0; row < psg_event_table_get_n (job->table); row++)
    {
      g_autoptr (PsgEvent) event = job->get_event (row, job->data);

      for (guint i = 0; i < psg_text_get_n (event->title); i++)
        if (g_hash_table_add (seen, g_strdup (psg_text_get_language (event->title, i))))
          g_strv_builder_add (builder, psg_text_get_language (event->title, i));
    }

  return g_strv_builder_end (builder);
}

static gboolean
write_everything (const Job  *job,
                  GError    **error)
{
  g_auto (GStrv) languages = list_title_languages (job);

  return create_objects (job->db, error)
         && psg_db_exec (job->db, "BEGIN", error)
         && write_all_records (job, error)
         && write_document_texts (job, error)
         && write_images (job, error)
         && write_passage_texts (job, error)
         && psg_event_columns_write (job->db, job->table, (const char *const *) languages,
                                     job->get_event, job->data, error)
         && psg_search_index_write (job->db, job->source, psg_event_table_get_n (job->table),
                                    job->get_event, job->data, error)
         && psg_db_exec (job->db, "COMMIT", error);
}

/* Copies the database into a file without gaps. */
static gboolean
vacuum_into (PsgDb       *db,
             const char  *path,
             GError     **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (db, "VACUUM INTO ?", error);

  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, path);

  return psg_db_statement_run (statement, error);
}

static gboolean
fail_io (const char  *path,
         GError     **error)
{
  g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_IO,
               "%s: %s", path, g_strerror (errno));

  return FALSE;
}

/* Brings the finished file to the disk before it takes the old one's place. */
static gboolean
replace_file (const char  *from,
              const char  *to,
              GError     **error)
{
  int descriptor = open (from, O_RDONLY | O_CLOEXEC);
  gboolean synced = descriptor >= 0 && fsync (descriptor) == 0;

  if (descriptor >= 0)
    close (descriptor);
  if (!synced || g_rename (from, to) != 0)
    return fail_io (to, error);

  return TRUE;
}

/* A device or a pipe would be replaced by a file, to the harm of all who use it. */
static gboolean
check_target (const char  *path,
              GError     **error)
{
  GStatBuf info;

  if (g_lstat (path, &info) != 0 || S_ISREG (info.st_mode) || S_ISLNK (info.st_mode))
    return TRUE;

  g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_IO, "%s: is there already, and is not a file", path);

  return FALSE;
}

/**
 * psg_compiler_write_events:
 * @source: a collection; its own events are not looked at
 * @table: the events instead
 * @get_event: makes the event of a row of @table; asked for each several times
 * @data: for @get_event
 * @path: where to write it; replaced in one step, or left as it is
 * @error: return location: #PsgCollectionError
 *
 * Writes a collection of which no more than one event need be in memory.
 *
 * Returns: whether the file was written
 */
gboolean
psg_compiler_write_events (const PsgCollectionSource  *source,
                           const PsgEventTable        *table,
                           PsgEventFunc                get_event,
                           gpointer                    data,
                           const char                 *path,
                           GError                    **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *folder = g_build_filename (parent, ".passages-compile-XXXXXX", NULL);
  g_autofree char *building = NULL;
  g_autofree char *finished = NULL;
  Job job = { source, table, NULL, get_event, data };
  gboolean written;

  if (!check_target (path, error))
    return FALSE;
  if (g_mkdtemp (folder) == NULL)
    return fail_io (path, error);

  building = g_build_filename (folder, "building", NULL);
  finished = g_build_filename (folder, "finished", NULL);
  job.db = psg_db_create (building, get_page_size (psg_event_table_get_n (table)), error);
  written = job.db != NULL
            && write_everything (&job, error)
            && vacuum_into (job.db, finished, error);

  g_clear_pointer (&job.db, psg_db_free);
  written = written && replace_file (finished, path, error);
  g_unlink (building);
  g_unlink (finished);
  g_rmdir (folder);

  return written;
}

/**
 * psg_compiler_write:
 * @source: a collection
 * @path: where to write it; replaced in one step, or left as it is
 * @error: return location: #PsgCollectionError
 *
 * Returns: whether the file was written
 */
gboolean
psg_compiler_write (const PsgCollectionSource  *source,
                    const char                 *path,
                    GError                    **error)
{
  Sorted sorted;
  gboolean written;

  sort_events (source, &sorted);
  written = psg_compiler_write_events (source, sorted.table, ref_sorted_event, &sorted, path, error);
  clear_sorted (&sorted);

  return written;
}

/**
 * psg_compiler_check:
 * @folder: a collection's sources
 * @diagnostics: where every mistake goes
 *
 * Returns: whether there is none
 */
gboolean
psg_compiler_check (const char     *folder,
                    PsgDiagnostics *diagnostics)
{
  g_autoptr (PsgCollectionSource) source = psg_collection_source_read (folder, diagnostics);

  return source != NULL;
}

/**
 * psg_compiler_run:
 * @folder: a collection's sources
 * @path: the file to write
 * @diagnostics: where every mistake in the sources goes
 * @error: set if the file could not be written; not if there are mistakes
 *
 * Returns: whether the file was written
 */
gboolean
psg_compiler_run (const char      *folder,
                  const char      *path,
                  PsgDiagnostics  *diagnostics,
                  GError         **error)
{
  g_autoptr (PsgCollectionSource) source = psg_collection_source_read (folder, diagnostics);

  return source != NULL && psg_compiler_write (source, path, error);
}
