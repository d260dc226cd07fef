/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-db-blob.h"

#include "psg-db-private.h"

/* SQLite's incremental blobs: what is read through a statement is copied twice, and the
 * first copy is into memory that has to be found for it. */

struct _PsgDbBlob
{
  PsgDb        *db; /* borrowed */
  sqlite3_blob *handle;
};

/**
 * psg_db_blob_open:
 * @db: a database that outlives the blob
 * @table: a table with row numbers
 * @column: a column that holds a blob or text
 * @row: the row's number
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the blob
 */
PsgDbBlob *
psg_db_blob_open (PsgDb       *db,
                  const char  *table,
                  const char  *column,
                  gint64       row,
                  GError     **error)
{
  PsgDbBlob *self;
  sqlite3_blob *handle = NULL;
  int code = sqlite3_blob_open (db->handle, "main", table, column, row, 0, &handle);

  if (code != SQLITE_OK)
    {
      psg_db_fail (db, code, error);
      return NULL;
    }

  self = g_new0 (PsgDbBlob, 1);
  self->db = db;
  self->handle = handle;

  return self;
}

void
psg_db_blob_free (PsgDbBlob *self)
{
  sqlite3_blob_close (self->handle);
  g_free (self);
}

gsize
psg_db_blob_get_size (PsgDbBlob *self)
{
  return (gsize) sqlite3_blob_bytes (self->handle);
}

/**
 * psg_db_blob_read:
 * @self: a blob
 * @into: where to
 * @at: from which byte on
 * @size: how many bytes; not beyond its end
 * @error: return location
 *
 * It neither looks at the clock nor at the cancellable, so read in pieces.
 *
 * Returns: whether they were read
 */
gboolean
psg_db_blob_read (PsgDbBlob  *self,
                  gpointer    into,
                  gsize       at,
                  gsize       size,
                  GError    **error)
{
  int code = sqlite3_blob_read (self->handle, into, (int) size, (int) at);

  return code == SQLITE_OK || psg_db_fail (self->db, code, error);
}
