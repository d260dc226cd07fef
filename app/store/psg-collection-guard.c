/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-guard.h"

#include "psg-collection.h"
#include "psg-db-statement.h"
#include "psg-file-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * The doorkeeper: looks at a file's first bytes before SQLite does, then at its
 * schema before anything in it is used. It does not look at rows: whoever
 * reads them does.
 */

/* The SQLite header (sqlite.org/fileformat2.html, 1.3); numbers are big-endian. */
#define HEADER_SIZE 100
#define HEADER_PAGE_SIZE 16
#define HEADER_CHANGES 24
#define HEADER_PAGES 28
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68
#define HEADER_VALID_FOR 92

/* A file up to this size is looked through in a few milliseconds. */
#define QUICK_CHECK_SIZE (16 * 1024 * 1024)

static const char magic[16] = "SQLite format 3";

static gboolean
fail (PsgCollectionError  code,
      GError            **error,
      const char         *format,
      ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (PsgCollectionError  code,
      GError            **error,
      const char         *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, PSG_COLLECTION_ERROR, code, message);

  return FALSE;
}

static guint32
number_at (const guint8 *header,
           guint         offset)
{
  guint32 value;

  memcpy (&value, header + offset, sizeof value);

  return GUINT32_FROM_BE (value);
}

/* Reads the header of a regular file. A pipe or device is not waited for. */
static gboolean
read_header (const char  *path,
             guint8      *header,
             guint64     *size,
             GError     **error)
{
  struct stat info = { 0 };
  int descriptor = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  int saved = errno;
  gssize n = 0;

  if (descriptor >= 0 && fstat (descriptor, &info) == 0 && S_ISREG (info.st_mode))
    n = read (descriptor, header, HEADER_SIZE);
  if (descriptor >= 0)
    close (descriptor);

  *size = info.st_size;
  if (descriptor < 0)
    return fail (PSG_COLLECTION_ERROR_IO, error, "%s", g_strerror (saved));
  if (!S_ISREG (info.st_mode))
    return fail (PSG_COLLECTION_ERROR_NOT_A_COLLECTION, error, "not a Passages collection: not a file");
  if (n != HEADER_SIZE || memcmp (header, magic, sizeof magic) != 0)
    return fail (PSG_COLLECTION_ERROR_NOT_A_COLLECTION, error, "not a Passages collection");

  return TRUE;
}

static gboolean
check_version (const guint8  *header,
               GError       **error)
{
  guint32 version = number_at (header, HEADER_USER_VERSION);

  if (number_at (header, HEADER_APPLICATION_ID) != PSG_DB_APPLICATION_ID)
    return fail (PSG_COLLECTION_ERROR_NOT_A_COLLECTION, error,
                 "not a Passages collection, but another program’s file");
  if (version > PSG_DB_USER_VERSION)
    return fail (PSG_COLLECTION_ERROR_TOO_NEW, error, "made by a newer version of Passages");
  if (version < PSG_DB_USER_VERSION)
    return fail (PSG_COLLECTION_ERROR_TOO_OLD, error,
                 "made by an older version of Passages that can no longer be read");

  return TRUE;
}

/* A file cut short in copying is the most common damage, and quick to see. */
static gboolean
check_size (const guint8  *header,
            guint64        size,
            GError       **error)
{
  guint64 page_size = number_at (header, HEADER_PAGE_SIZE) >> 16;
  guint64 pages = number_at (header, HEADER_PAGES);

  if (number_at (header, HEADER_CHANGES) == number_at (header, HEADER_VALID_FOR) && pages * page_size > size)
    return fail (PSG_COLLECTION_ERROR_DAMAGED, error, "damaged at byte %" G_GUINT64_FORMAT ": the file ends there, "
                 "but should have %" G_GUINT64_FORMAT " bytes", size, pages * page_size);

  return TRUE;
}

/**
 * psg_collection_guard_check_header:
 * @path: a file
 * @error: return location
 *
 * Returns: whether the file says that it is a collection we can read
 */
gboolean
psg_collection_guard_check_header (const char  *path,
                                   GError     **error)
{
  guint8 header[HEADER_SIZE];
  guint64 size;

  return read_header (path, header, &size, error)
         && check_version (header, error)
         && check_size (header, size, error);
}

static const PsgFileObject *
find_object (GPtrArray  *objects,
             const char *name)
{
  if (g_str_equal (psg_file_annotations.name, name))
    return &psg_file_annotations;
  if (g_str_equal (psg_file_own_lessons.name, name))
    return &psg_file_own_lessons;

  for (guint i = 0; i < objects->len; i++)
    {
      const PsgFileObject *each = g_ptr_array_index (objects, i);

      if (g_str_equal (each->name, name))
        return each;
    }

  return NULL;
}

/* Tables of FTS5's own: their exact text is the library's business, but they must be tables. */
static gboolean
is_shadow_table (const char *type,
                 const char *name,
                 const char *sql)
{
  g_autofree char *beginning = g_strdup_printf ("CREATE TABLE '%s'(", name);

  return g_str_equal (type, "table") && sql != NULL && g_str_has_prefix (sql, beginning);
}

static gboolean
is_expected (const PsgFileObject *object,
             const char          *type,
             const char          *name,
             const char          *sql)
{
  /* SQLite's own index of a UNIQUE or PRIMARY KEY column. */
  if (object == NULL)
    return g_str_equal (type, "index") && sql == NULL && g_str_has_prefix (name, "sqlite_autoindex_");

  return object->sql != NULL ? g_strcmp0 (object->sql, sql) == 0 : is_shadow_table (type, name, sql);
}

static gboolean
check_object (GPtrArray       *objects,
              PsgDbStatement  *statement,
              guint           *n_found,
              GError         **error)
{
  g_autofree char *type = g_strdup (psg_db_statement_get_text (statement, 0));
  g_autofree char *name = g_strdup (psg_db_statement_get_text (statement, 1));
  const PsgFileObject *object = name != NULL ? find_object (objects, name) : NULL;

  if (type == NULL || name == NULL
      || !is_expected (object, type, name, psg_db_statement_get_text (statement, 2)))
    return fail (PSG_COLLECTION_ERROR_DAMAGED, error,
                 "damaged at the schema: there is a %s “%.64s” that does not belong there",
                 type != NULL ? type : "thing", name != NULL ? name : "");

  if (object != NULL && object != &psg_file_annotations && object != &psg_file_own_lessons)
    *n_found += 1;

  return TRUE;
}

/**
 * psg_collection_guard_check_schema:
 * @db: an untrusted database
 * @error: return location
 *
 * Returns: whether it consists of exactly the tables and indexes the compiler
 *   makes, and perhaps those of notes and lessons: no views, no triggers, nothing missing, nothing else
 */
gboolean
psg_collection_guard_check_schema (PsgDb   *db,
                                   GError **error)
{
  g_autoptr (GPtrArray) objects = psg_file_schema_new ();
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (db, "SELECT type, name, sql FROM sqlite_schema", error);
  guint n_found = 0;
  PsgDbStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    if (!check_object (objects, statement, &n_found, error))
      return FALSE;

  if (step == PSG_DB_ERROR)
    return FALSE;

  return n_found == objects->len
         || fail (PSG_COLLECTION_ERROR_DAMAGED, error, "damaged at the schema: tables are missing");
}

static gboolean
check_pages_of (PsgDb       *db,
                const char  *sql,
                GError     **error)
{
  g_autofree char *result = psg_db_dup_string (db, sql, error);

  if (result == NULL)
    return FALSE;

  return g_str_equal (result, "ok")
         || fail (PSG_COLLECTION_ERROR_DAMAGED, error, "damaged at the pages: %s", result);
}

static gboolean
grows_with_events (const PsgFileObject *object)
{
  return g_str_has_prefix (object->name, "event");
}

/**
 * psg_collection_guard_check_pages:
 * @db: an untrusted database
 * @error: return location
 *
 * Looks at every page of a file up to 16 MiB. Of a larger one, which nobody would wait
 * for, what grows with the number of events is left out: those rows are checked as they
 * are read.
 *
 * Returns: whether SQLite finds its pages and rows in order
 */
gboolean
psg_collection_guard_check_pages (PsgDb   *db,
                                  GError **error)
{
  g_autoptr (GPtrArray) objects = NULL;
  gint64 pages, page_size;

  if (!psg_db_get_int (db, "PRAGMA page_count", &pages, error)
      || !psg_db_get_int (db, "PRAGMA page_size", &page_size, error))
    return FALSE;

  if (pages * page_size <= QUICK_CHECK_SIZE)
    return check_pages_of (db, "PRAGMA quick_check(1)", error);

  objects = psg_file_schema_new ();
  for (guint i = 0; i < objects->len; i++)
    {
      const PsgFileObject *object = g_ptr_array_index (objects, i);
      g_autofree char *sql = g_strdup_printf ("PRAGMA quick_check('%s')", object->name);

      if (object->sql != NULL && g_str_has_prefix (object->sql, "CREATE TABLE") && !grows_with_events (object)
          && !check_pages_of (db, sql, error))
        return FALSE;
    }

  return TRUE;
}
