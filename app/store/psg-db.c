/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-db-private.h"

#include "psg-collection.h"
#include "psg-db-statement.h"

#include <errno.h>
#include <fcntl.h>

/*
 * The one place that opens databases and the one that turns SQLite's result
 * codes into errors. It knows nothing of what is in them.
 */

/* How often, in virtual machine steps, a running query looks at the clock. */
#define PROGRESS_STEPS 20000

/* What a file of strangers may ask of SQLite. */
static const struct
{
  int id;
  int value;
} untrusted_limits[] = {
  { SQLITE_LIMIT_LENGTH, 1000000000 },
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },
  { SQLITE_LIMIT_COLUMN, 64 },
  { SQLITE_LIMIT_EXPR_DEPTH, 64 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 8 },
  { SQLITE_LIMIT_VDBE_OP, 25000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 16 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 64 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static const struct
{
  int option;
  int value;
} untrusted_options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
};

static PsgCollectionError
error_from_code (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_NOTADB:
      return PSG_COLLECTION_ERROR_NOT_A_COLLECTION;
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
      return PSG_COLLECTION_ERROR_TOO_LARGE;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
      return PSG_COLLECTION_ERROR_IO;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return PSG_COLLECTION_ERROR_BUSY;
    case SQLITE_FULL:
      return PSG_COLLECTION_ERROR_FULL;
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return PSG_COLLECTION_ERROR_READ_ONLY;
    default:
      return PSG_COLLECTION_ERROR_DAMAGED;
    }
}

/* Sets an error that says what SQLite says. Always returns %FALSE. */
gboolean
psg_db_fail (PsgDb   *self,
             int      code,
             GError **error)
{
  g_autofree char *message = NULL;

  if ((code & 0xff) == SQLITE_INTERRUPT && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  if ((code & 0xff) == SQLITE_INTERRUPT)
    g_set_error_literal (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_TOO_LARGE, "a query took too long");
  else if ((code & 0xff) == SQLITE_NOTADB)
    g_set_error_literal (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_A_COLLECTION,
                         "not a Passages collection: not an SQLite file");
  else
    {
      /* It may quote the file, which may hold anything. */
      message = g_utf8_make_valid (self->handle != NULL ? sqlite3_errmsg (self->handle) : sqlite3_errstr (code), -1);
      g_set_error (error, PSG_COLLECTION_ERROR, error_from_code (code),
                   error_from_code (code) == PSG_COLLECTION_ERROR_DAMAGED ? "damaged: %s" : "%s", message);
    }

  return FALSE;
}

void
psg_db_start_clock (PsgDb *self)
{
  self->deadline = self->time_limit > 0 ? g_get_monotonic_time () + self->time_limit * (gint64) 1000 : 0;
}

static int
query_progressed_cb (gpointer data)
{
  PsgDb *self = data;

  if (self->deadline > 0 && g_get_monotonic_time () > self->deadline)
    return 1;

  return g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
harden (PsgDb   *self,
        GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (untrusted_options); i++)
    sqlite3_db_config (self->handle, untrusted_options[i].option, untrusted_options[i].value, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (untrusted_limits); i++)
    sqlite3_limit (self->handle, untrusted_limits[i].id, untrusted_limits[i].value);

  return psg_db_exec (self, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;"
                            "PRAGMA query_only=ON;", error);
}

/* SQLite follows links itself, and then opens what it found with O_NOFOLLOW. The document portal, through
 * which a sandbox is given files, takes that for a link: what is only read is tried without. */
static int
open_file (const char *path,
           int         flags,
           int         mode)
{
  int fd = open (path, flags, mode);

  if (fd < 0 && errno == ELOOP && (flags & O_ACCMODE) == O_RDONLY)
    fd = open (path, flags & ~O_NOFOLLOW, mode);

  return fd;
}

static void
teach_to_open (void)
{
  static gsize taught;

  if (g_once_init_enter (&taught))
    {
      sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);

      if (vfs != NULL && vfs->iVersion >= 3)
        vfs->xSetSystemCall (vfs, "open", (sqlite3_syscall_ptr) open_file);
      g_once_init_leave (&taught, 1);
    }
}

/* (transfer full) (nullable): a connection to a file or a `file:` URI, with SQLite's flags. */
PsgDb *
psg_db_open_handle (const char *name,
                    int         flags,
                    GError    **error)
{
  g_autoptr (PsgDb) self = g_new0 (PsgDb, 1);
  int code;

  teach_to_open ();
  code = sqlite3_open_v2 (name, &self->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (code != SQLITE_OK)
    {
      psg_db_fail (self, code, error);
      return NULL;
    }

  sqlite3_progress_handler (self->handle, PROGRESS_STEPS, query_progressed_cb, self);

  return g_steal_pointer (&self);
}

/**
 * psg_db_create:
 * @path: where; must not exist
 * @page_size: bytes a page; a power of two from 512 to 65 536
 * @error: return location
 *
 * Creates a database for writing it once, by one process, in a place where
 * nobody else looks until it is done: without a journal and without waiting for the disk.
 *
 * Returns: (transfer full) (nullable): the database
 */
PsgDb *
psg_db_create (const char *path,
               guint       page_size,
               GError    **error)
{
  g_autofree char *pragmas = g_strdup_printf ("PRAGMA page_size=%u; PRAGMA encoding='UTF-8'; PRAGMA auto_vacuum=NONE;"
                                              "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
                                              "PRAGMA locking_mode=EXCLUSIVE;", page_size);
  g_autoptr (PsgDb) self = psg_db_open_handle (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (self == NULL || !psg_db_exec (self, pragmas, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * psg_db_open_untrusted:
 * @path: a file
 * @error: return location
 *
 * Opens a file that may be hostile, for reading: its schema is not trusted, what
 * it may cost is limited, and nothing in it or beside it is written. The file is
 * taken to be immutable: no journal beside it is looked at.
 *
 * Returns: (transfer full) (nullable): the database
 */
PsgDb *
psg_db_open_untrusted (const char *path,
                       GError    **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file://%s?immutable=1", escaped);
  g_autoptr (PsgDb) self = psg_db_open_handle (uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);

  if (self == NULL || !harden (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * psg_db_open_foreign:
 * @path: a file in a format of others
 * @max_length: bytes; no text or blob in it that is longer is read
 * @error: return location
 *
 * As psg_db_open_untrusted(), for formats that allow views in place of tables.
 *
 * Returns: (transfer full) (nullable): the database
 */
PsgDb *
psg_db_open_foreign (const char *path,
                     guint       max_length,
                     GError    **error)
{
  PsgDb *self = psg_db_open_untrusted (path, error);

  if (self == NULL)
    return NULL;

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 1, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, (int) max_length);

  return self;
}

void
psg_db_free (PsgDb *self)
{
  g_clear_pointer (&self->idle, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/**
 * psg_db_exec:
 * @self: a database
 * @sql: one or more statements of our own, never of a person's
 * @error: return location
 *
 * Returns: whether all of them ran
 */
gboolean
psg_db_exec (PsgDb      *self,
             const char *sql,
             GError    **error)
{
  int code;

  psg_db_start_clock (self);
  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || psg_db_fail (self, code, error);
}

/**
 * psg_db_get_int:
 * @self: a database
 * @sql: a query for one integer
 * @value: (out): the integer, or 0 where there is no row
 * @error: return location
 *
 * Returns: whether the query ran
 */
gboolean
psg_db_get_int (PsgDb      *self,
                const char *sql,
                gint64     *value,
                GError    **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (self, sql, error);
  PsgDbStep step;

  if (statement == NULL)
    return FALSE;

  step = psg_db_statement_step (statement, error);
  *value = step == PSG_DB_ROW ? psg_db_statement_get_int (statement, 0) : 0;

  return step != PSG_DB_ERROR;
}

/**
 * psg_db_dup_string:
 * @self: a database
 * @sql: a query for one text
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the text, the empty string where there is no
 *   row or it is not UTF-8, %NULL on error
 */
char *
psg_db_dup_string (PsgDb      *self,
                   const char *sql,
                   GError    **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (self, sql, error);
  const char *text = NULL;

  if (statement == NULL)
    return NULL;

  switch (psg_db_statement_step (statement, error))
    {
    case PSG_DB_ERROR:
      return NULL;
    case PSG_DB_ROW:
      text = psg_db_statement_get_text (statement, 0);
      break;
    case PSG_DB_DONE:
    default:
      break;
    }

  return g_strdup (text != NULL ? text : "");
}

/**
 * psg_db_set_time_limit:
 * @self: a database
 * @milliseconds: how long one query may run before it fails with
 *   %PSG_COLLECTION_ERROR_TOO_LARGE; 0 for any time
 */
void
psg_db_set_time_limit (PsgDb *self,
                       guint  milliseconds)
{
  self->time_limit = milliseconds;
}

/**
 * psg_db_set_cancellable:
 * @self: a database
 * @cancellable: (nullable): stops queries with %G_IO_ERROR_CANCELLED
 */
void
psg_db_set_cancellable (PsgDb        *self,
                        GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}
