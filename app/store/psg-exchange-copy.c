/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-format.h"

#include "psg-collection-guard.h"
#include "psg-db-blob.h"
#include "psg-db-own.h"
#include "psg-db-statement.h"
#include "psg-file-schema.h"
#include "psg-lesson-json.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/*
 * A collection file with notes and lessons in it, to hand to a colleague: the same file with a table more for
 * each, one a row as JSON. What opens collections passes the tables over. The notes are read with the same limits
 * as a file of annotations, and the file as any collection that may be hostile.
 */

#define BUFFER_SIZE (256 * 1024)
/* How long a query may take, in milliseconds. */
#define TIME_LIMIT 60000

static gboolean
write_all (int         descriptor,
           const char *data,
           gsize       size)
{
  while (size > 0)
    {
      gssize n = write (descriptor, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      size -= n;
    }

  return TRUE;
}

static gboolean
copy_bytes (int            from,
            int            to,
            const char    *path,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *buffer = g_malloc (BUFFER_SIZE);
  gssize n;

  while ((n = read (from, buffer, BUFFER_SIZE)) != 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 || !write_all (to, buffer, n))
        return psg_exchange_fail_with_errno (error, errno, path);
    }

  return TRUE;
}

/* @to: a descriptor, closed here */
static gboolean
copy_file (const char    *path,
           int            to,
           const char    *to_path,
           GCancellable  *cancellable,
           GError       **error)
{
  int from = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean copied;

  if (from < 0)
    {
      int code = errno;

      close (to);
      return psg_exchange_fail_with_errno (error, code, path);
    }

  copied = copy_bytes (from, to, to_path, cancellable, error);
  close (from);
  if (close (to) != 0 && copied)
    return psg_exchange_fail_with_errno (error, errno, to_path);

  return copied;
}

/* What has been handed on with a collection. */
typedef struct
{
  gboolean notes;
  gboolean lessons;
} Extras;

static gboolean
has_table (PsgDb               *db,
           const PsgFileObject *table,
           gboolean            *has,
           GError             **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM sqlite_schema WHERE name = '%s'", table->name);
  gint64 n = 0;

  if (!psg_db_get_int (db, sql, &n, error))
    return FALSE;
  *has = n > 0;

  return TRUE;
}

/* Nothing is added to what is no collection. */
static gboolean
check_collection (const char    *path,
                  GCancellable  *cancellable,
                  Extras        *extras,
                  GError       **error)
{
  g_autoptr (PsgDb) db = NULL;

  if (!psg_collection_guard_check_header (path, error))
    return FALSE;
  db = psg_db_open_untrusted (path, error);
  if (db == NULL)
    return FALSE;

  psg_db_set_cancellable (db, cancellable);
  psg_db_set_time_limit (db, TIME_LIMIT);

  return psg_collection_guard_check_schema (db, error)
         && has_table (db, &psg_file_annotations, &extras->notes, error)
         && has_table (db, &psg_file_own_lessons, &extras->lessons, error)
         && psg_collection_guard_check_pages (db, error);
}

static gboolean
insert_notes (PsgDb         *db,
              GPtrArray     *notes,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (PsgDbStatement) insert =
      psg_db_statement_new (db, "INSERT INTO annotation (n, json) VALUES (?, ?)", error);

  for (guint i = 0; insert != NULL && i < notes->len; i++)
    {
      g_auto (PsgJsonWriter) writer = PSG_JSON_WRITER_INIT;

      psg_exchange_write_annotation (&writer, g_ptr_array_index (notes, i));
      psg_db_statement_bind_int (insert, 1, i);
      psg_db_statement_bind_text (insert, 2, writer.text->str);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !psg_db_statement_run (insert, error))
        return FALSE;
      psg_db_statement_reset (insert);
    }

  return insert != NULL;
}

static gboolean
insert_lessons (PsgDb         *db,
                GPtrArray     *lessons,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (PsgDbStatement) insert =
      psg_db_statement_new (db, "INSERT INTO own_lesson (n, json) VALUES (?, ?)", error);

  for (guint i = 0; insert != NULL && i < lessons->len; i++)
    {
      g_autofree char *json = psg_lesson_to_json (g_ptr_array_index (lessons, i));

      psg_db_statement_bind_int (insert, 1, i);
      psg_db_statement_bind_text (insert, 2, json);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !psg_db_statement_run (insert, error))
        return FALSE;
      psg_db_statement_reset (insert);
    }

  return insert != NULL;
}

/* A table for lessons only where there are any: so a copy with notes alone is what it always was. */
static gboolean
add_lessons (PsgDb         *db,
             GPtrArray     *lessons,
             const Extras  *extras,
             GCancellable  *cancellable,
             GError       **error)
{
  if (extras->lessons && !psg_db_exec (db, "DELETE FROM own_lesson", error))
    return FALSE;
  if (lessons == NULL || lessons->len == 0)
    return TRUE;

  return (extras->lessons || psg_db_exec (db, psg_file_own_lessons.sql, error))
         && insert_lessons (db, lessons, cancellable, error);
}

/* @path: a copy that nobody else has */
static gboolean
add_extras (const char    *path,
            GPtrArray     *notes,
            GPtrArray     *lessons,
            const Extras  *extras,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (PsgDb) db = psg_db_open_own (path, PSG_DB_WRITE, 0, error);

  return db != NULL
         /* It is thrown away if anything goes wrong: a journal beside it would only stay behind. */
         && psg_db_exec (db, "PRAGMA journal_mode=MEMORY; BEGIN", error)
         && psg_db_exec (db, extras->notes ? "DELETE FROM annotation" : psg_file_annotations.sql, error)
         && insert_notes (db, notes, cancellable, error)
         && add_lessons (db, lessons, extras, cancellable, error)
         && psg_db_exec (db, "COMMIT", error);
}

static gboolean
make_copy (const char    *collection,
           GPtrArray     *notes,
           GPtrArray     *lessons,
           const char    *path,
           int            descriptor,
           GCancellable  *cancellable,
           GError       **error)
{
  Extras extras;

  return copy_file (collection, descriptor, path, cancellable, error)
         && check_collection (path, cancellable, &extras, error)
         && add_extras (path, notes, lessons, &extras, cancellable, error);
}

/**
 * psg_exchange_write_copy:
 * @collection: (type filename): a collection's file
 * @notes: (element-type PsgNote): notes without fault
 * @lessons: (nullable) (element-type PsgLesson): lessons of a person's own without fault
 * @path: (type filename): where the copy goes, in place of what is there
 * @cancellable: (nullable): to stop it
 * @error: return location: #PsgCollectionError or %G_IO_ERROR
 *
 * Copies a collection and puts notes and lessons into the copy, in place of any that were in it. What is at @path is
 * replaced once the copy is complete and on the disk; if that fails it stays as it is.
 *
 * Returns: whether the copy is there
 */
gboolean
psg_exchange_write_copy (const char    *collection,
                         GPtrArray     *notes,
                         GPtrArray     *lessons,
                         const char    *path,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int descriptor = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, psg_exchange_get_mode (path));

  if (descriptor < 0)
    return psg_exchange_fail_with_errno (error, errno, path);

  if (make_copy (collection, notes, lessons, temporary, descriptor, cancellable, error))
    {
      if (g_rename (temporary, path) == 0)
        return TRUE;
      psg_exchange_fail_with_errno (error, errno, path);
    }
  g_unlink (temporary);

  return FALSE;
}

static void
take_lesson (PsgExchangeReading *reading,
             const PsgJson      *json)
{
  const char *fault;
  PsgLesson *lesson = psg_lesson_from_json (json, &fault);

  if (lesson != NULL)
    g_ptr_array_add (reading->lessons, lesson);
  else
    psg_exchange_reading_miss (reading, 1, fault);
}

/* One row. What is no JSON does not keep the others from being read. */
static gboolean
read_row (PsgDb                *db,
          const PsgFileObject  *table,
          gint64                n,
          PsgExchangeReading   *reading,
          GError              **error)
{
  g_autoptr (PsgDbBlob) blob = psg_db_blob_open (db, table->name, "json", n, error);
  gsize size = blob != NULL ? psg_db_blob_get_size (blob) : 0;
  g_autofree char *data = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (PsgJson) json = NULL;
  g_autoptr (GError) reason = NULL;

  if (blob == NULL)
    return FALSE;
  if (size > PSG_EXCHANGE_MAX_NOTE)
    {
      g_autofree char *message =
          g_strdup_printf (table == &psg_file_annotations ? _("the note is longer than %d MiB")
                                                          : _("the lesson is longer than %d MiB"),
                           PSG_EXCHANGE_MAX_NOTE / (1024 * 1024));

      psg_exchange_reading_miss (reading, 1, message);
      return TRUE;
    }

  data = g_malloc (size + 1);
  if (!psg_db_blob_read (blob, data, 0, size, error))
    return FALSE;
  bytes = g_bytes_new_take (g_steal_pointer (&data), size);

  json = psg_exchange_parse_json (bytes, &reason);
  if (json == NULL)
    psg_exchange_reading_miss (reading, 1, reason->message);
  else if (table == &psg_file_annotations)
    psg_exchange_read_annotation (reading, json);
  else
    take_lesson (reading, json);

  return TRUE;
}

static gboolean
read_rows (PsgDb                *db,
           const PsgFileObject  *table,
           PsgExchangeReading   *reading,
           GCancellable         *cancellable,
           GError              **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT n FROM %s ORDER BY n", table->name);
  g_autoptr (PsgDbStatement) select = psg_db_statement_new (db, sql, error);
  PsgDbStep step = PSG_DB_ERROR;

  while (select != NULL && (step = psg_db_statement_step (select, error)) == PSG_DB_ROW)
    {
      reading->row = reading->n_items + 1;
      if (!psg_exchange_count_items (reading, cancellable, error)
          || !read_row (db, table, psg_db_statement_get_int (select, 0), reading, error))
        return FALSE;
    }
  reading->row = 0;

  return step == PSG_DB_DONE;
}

/**
 * psg_exchange_read_copy:
 * @path: (type filename): a collection's file, perhaps with notes and lessons in it
 * @collection: (nullable): where passages that are in no collection yet are looked for
 * @when: when things were written that do not say so, in microseconds since 1970 UTC
 * @cancellable: (nullable): to stop it
 * @error: return location: #PsgCollectionError, #PsgExchangeError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what was understood; nothing where there is nothing of the kind in it
 */
PsgExchangeReading *
psg_exchange_read_copy (const char     *path,
                        PsgCollection  *collection,
                        gint64          when,
                        GCancellable   *cancellable,
                        GError        **error)
{
  g_autoptr (PsgExchangeReading) reading = psg_exchange_reading_new (when);
  g_autoptr (PsgDb) db = NULL;
  Extras extras;

  if (!check_collection (path, cancellable, &extras, error))
    return NULL;
  if (!extras.notes && !extras.lessons)
    return g_steal_pointer (&reading);

  db = psg_db_open_untrusted (path, error);
  if (db == NULL)
    return NULL;
  psg_db_set_cancellable (db, cancellable);
  psg_db_set_time_limit (db, TIME_LIMIT);

  return (!extras.notes || read_rows (db, &psg_file_annotations, reading, cancellable, error))
         && (!extras.lessons || read_rows (db, &psg_file_own_lessons, reading, cancellable, error))
         && psg_exchange_reading_settle (reading, collection, cancellable, error)
             ? g_steal_pointer (&reading) : NULL;
}
