/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-db-statement.h"

#include "psg-db-private.h"

#include <string.h>

/* A prepared statement that cannot be stepped without saying which of row, done
 * and error came of it. It must not outlive its database. Preparing costs more than
 * running where a single row is asked for, so a freed statement stays with the
 * database until the same is asked again. */

struct _PsgDbStatement
{
  PsgDb        *db; /* borrowed */
  sqlite3_stmt *handle;
  int           bound;   /* the first result of binding that was not OK */
  gboolean      running;
};

static void
finalize_statement (gpointer handle)
{
  sqlite3_finalize (handle);
}

/* (nullable): a statement prepared before, reset and with nothing bound. */
static sqlite3_stmt *
take_idle (PsgDb      *db,
           const char *sql)
{
  gpointer text, handle;

  if (db->idle == NULL || !g_hash_table_steal_extended (db->idle, sql, &text, &handle))
    return NULL;

  g_free (text);

  return handle;
}

/* What is bound is let go of at once: a blob is not ours. */
static void
keep_idle (PsgDb        *db,
           sqlite3_stmt *handle)
{
  const char *sql = handle != NULL ? sqlite3_sql (handle) : NULL;

  if (db->idle == NULL)
    db->idle = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);

  if (sql == NULL || g_hash_table_size (db->idle) >= PSG_DB_MAX_IDLE || g_hash_table_contains (db->idle, sql))
    {
      sqlite3_finalize (handle);
      return;
    }

  sqlite3_reset (handle);
  sqlite3_clear_bindings (handle);
  g_hash_table_insert (db->idle, g_strdup (sql), handle);
}

/**
 * psg_db_statement_new:
 * @db: a database that outlives the statement
 * @sql: one statement of our own
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the statement
 */
PsgDbStatement *
psg_db_statement_new (PsgDb      *db,
                      const char *sql,
                      GError    **error)
{
  PsgDbStatement *self;
  sqlite3_stmt *handle = take_idle (db, sql);

  psg_db_start_clock (db);
  if (handle == NULL)
    {
      int code = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);

      if (code != SQLITE_OK)
        {
          psg_db_fail (db, code, error);
          return NULL;
        }
    }

  self = g_new0 (PsgDbStatement, 1);
  self->db = db;
  self->handle = handle;

  return self;
}

void
psg_db_statement_free (PsgDbStatement *self)
{
  keep_idle (self->db, self->handle);
  g_free (self);
}

static void
note_bound (PsgDbStatement *self,
            int             code)
{
  if (self->bound == SQLITE_OK)
    self->bound = code;
}

void
psg_db_statement_bind_null (PsgDbStatement *self,
                            guint           parameter)
{
  note_bound (self, sqlite3_bind_null (self->handle, parameter));
}

void
psg_db_statement_bind_int (PsgDbStatement *self,
                           guint           parameter,
                           gint64          value)
{
  note_bound (self, sqlite3_bind_int64 (self->handle, parameter, value));
}

void
psg_db_statement_bind_double (PsgDbStatement *self,
                              guint           parameter,
                              double          value)
{
  note_bound (self, sqlite3_bind_double (self->handle, parameter, value));
}

/**
 * psg_db_statement_bind_text:
 * @self: a statement
 * @parameter: from 1
 * @value: (nullable): UTF-8, copied; %NULL binds NULL
 */
void
psg_db_statement_bind_text (PsgDbStatement *self,
                            guint           parameter,
                            const char     *value)
{
  note_bound (self, sqlite3_bind_text (self->handle, parameter, value, -1, SQLITE_TRANSIENT));
}

/**
 * psg_db_statement_bind_blob:
 * @self: a statement
 * @parameter: from 1
 * @data: bytes, not copied: they must stay until the statement is reset
 * @size: how many
 */
void
psg_db_statement_bind_blob (PsgDbStatement *self,
                            guint           parameter,
                            gconstpointer   data,
                            gsize           size)
{
  if (size == 0)
    note_bound (self, sqlite3_bind_zeroblob (self->handle, parameter, 0));
  else
    note_bound (self, sqlite3_bind_blob64 (self->handle, parameter, data, size, SQLITE_STATIC));
}

/**
 * psg_db_statement_step:
 * @self: a statement
 * @error: set exactly when %PSG_DB_ERROR is returned
 *
 * Returns: what the step came to
 */
PsgDbStep
psg_db_statement_step (PsgDbStatement *self,
                       GError        **error)
{
  int code = self->bound;

  if (code == SQLITE_OK)
    {
      if (!self->running)
        psg_db_start_clock (self->db);
      self->running = TRUE;
      code = sqlite3_step (self->handle);
    }

  if (code == SQLITE_ROW)
    return PSG_DB_ROW;
  if (code == SQLITE_DONE)
    return PSG_DB_DONE;

  psg_db_fail (self->db, code, error);
  return PSG_DB_ERROR;
}

/**
 * psg_db_statement_run:
 * @self: a statement that returns no rows
 * @error: return location
 *
 * Steps once and resets, so that it can be bound and run again.
 *
 * Returns: whether it ran
 */
gboolean
psg_db_statement_run (PsgDbStatement *self,
                      GError        **error)
{
  PsgDbStep step = psg_db_statement_step (self, error);

  psg_db_statement_reset (self);

  return step != PSG_DB_ERROR;
}

void
psg_db_statement_reset (PsgDbStatement *self)
{
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->bound = SQLITE_OK;
  self->running = FALSE;
}

gboolean
psg_db_statement_is_null (PsgDbStatement *self,
                          guint           column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gboolean
psg_db_statement_is_int (PsgDbStatement *self,
                         guint           column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_INTEGER;
}

/* Whether a column holds a number of either kind. */
gboolean
psg_db_statement_is_double (PsgDbStatement *self,
                            guint           column)
{
  int type = sqlite3_column_type (self->handle, column);

  return type == SQLITE_FLOAT || type == SQLITE_INTEGER;
}

gint64
psg_db_statement_get_int (PsgDbStatement *self,
                          guint           column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
psg_db_statement_get_double (PsgDbStatement *self,
                             guint           column)
{
  return sqlite3_column_double (self->handle, column);
}

/**
 * psg_db_statement_get_text:
 * @self: a statement that stands on a row
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the text, valid until the next step; %NULL
 *   where the column is not a text, or is not UTF-8 without U+0000
 */
const char *
psg_db_statement_get_text (PsgDbStatement *self,
                           guint           column)
{
  const char *text;
  gsize size;

  if (sqlite3_column_type (self->handle, column) != SQLITE_TEXT)
    return NULL;

  text = (const char *) sqlite3_column_text (self->handle, column);
  size = sqlite3_column_bytes (self->handle, column);

  return text != NULL && g_utf8_validate_len (text, size, NULL) ? text : NULL;
}

/**
 * psg_db_statement_get_blob:
 * @self: a statement that stands on a row
 * @column: from 0
 * @size: (out): how many bytes
 *
 * Returns: (transfer none) (nullable): the bytes, valid until the next step; %NULL
 *   where there are none or the column is not a blob
 */
gconstpointer
psg_db_statement_get_blob (PsgDbStatement *self,
                           guint           column,
                           gsize          *size)
{
  *size = 0;
  if (sqlite3_column_type (self->handle, column) != SQLITE_BLOB)
    return NULL;

  *size = sqlite3_column_bytes (self->handle, column);

  return sqlite3_column_blob (self->handle, column);
}
