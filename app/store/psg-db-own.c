/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-db-own.h"

#include "psg-collection.h"
#include "psg-db-private.h"
#include "psg-db-statement.h"

#include <string.h>

/*
 * A person's own files: read and written, perhaps by two processes at once, checked and
 * copied whole. They are not strangers', but they may have been damaged: what a
 * schema may do is limited here too. It knows nothing of what is in them.
 */

/* Of a text or blob; more than anything a person writes. */
#define MAX_LENGTH (64 * 1024 * 1024)

static const struct
{
  int option;
  int value;
} options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
};

static PsgDb *
open_with (const char  *path,
           PsgDbAccess  access,
           GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file://%s%s", escaped, access == PSG_DB_FROZEN ? "?immutable=1" : "");
  int flags = SQLITE_OPEN_READONLY;

  if (access == PSG_DB_WRITE || access == PSG_DB_CREATE)
    flags = SQLITE_OPEN_READWRITE;
  if (access == PSG_DB_CREATE)
    flags |= SQLITE_OPEN_CREATE;

  return psg_db_open_handle (uri, flags | SQLITE_OPEN_URI, error);
}

/**
 * psg_db_open_own:
 * @path: a file of the person's
 * @access: what for
 * @patience: how long to wait for somebody else who writes, in milliseconds, before a
 *   statement fails with %PSG_COLLECTION_ERROR_BUSY
 * @error: return location
 *
 * Foreign keys are enforced, and what has been committed is on the disk.
 *
 * Returns: (transfer full) (nullable): the database
 */
PsgDb *
psg_db_open_own (const char  *path,
                 PsgDbAccess  access,
                 guint        patience,
                 GError     **error)
{
  g_autoptr (PsgDb) self = open_with (path, access, error);

  if (self == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (self->handle, options[i].option, options[i].value, NULL);
  sqlite3_limit (self->handle, SQLITE_LIMIT_LENGTH, MAX_LENGTH);
  sqlite3_limit (self->handle, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_busy_timeout (self->handle, patience);

  if (!psg_db_exec (self, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;"
                          "PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;", error))
    return NULL;

  return g_steal_pointer (&self);
}

/* From SQLite 3.44 on the check also asks full-text indexes whether they agree with themselves, in
 * these words. That is not about pages: an index holds nothing of its own, and can be made anew. */
static gboolean
is_about_an_index (const char *found)
{
  return strstr (found, "inverted index for FTS") != NULL;
}

/**
 * psg_db_check:
 * @self: a database
 * @error: return location
 *
 * Looks at every page: that each is used once and is in order, and that indexes lead to what is there.
 * Whether a full-text index fits the words it is made of is not looked at.
 *
 * Returns: whether all is well; %PSG_COLLECTION_ERROR_DAMAGED where it is not
 */
gboolean
psg_db_check (PsgDb   *self,
              GError **error)
{
  g_autoptr (PsgDbStatement) statement = psg_db_statement_new (self, "PRAGMA integrity_check", error);
  PsgDbStep step = PSG_DB_ERROR;

  while (statement != NULL && (step = psg_db_statement_step (statement, error)) == PSG_DB_ROW)
    {
      const char *found = psg_db_statement_get_text (statement, 0);

      if (found != NULL && (g_str_equal (found, "ok") || is_about_an_index (found)))
        continue;

      g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_DAMAGED, "damaged: %s",
                   found != NULL ? found : "in a way that cannot be told in words");
      return FALSE;
    }

  return step == PSG_DB_DONE;
}

/* Copies all pages as of one moment. */
static int
copy_pages (PsgDb *from,
            PsgDb *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");

  if (backup == NULL)
    return sqlite3_extended_errcode (to->handle);

  sqlite3_backup_step (backup, -1);

  return sqlite3_backup_finish (backup);
}

/**
 * psg_db_copy_to:
 * @self: a database
 * @path: where; must not exist
 * @error: return location
 *
 * Copies all of it, as of one moment, whoever is writing meanwhile. The copy is one
 * file, without a journal beside it.
 *
 * Returns: whether the copy is complete and on the disk
 */
gboolean
psg_db_copy_to (PsgDb      *self,
                const char *path,
                GError    **error)
{
  g_autoptr (PsgDb) copy = psg_db_open_own (path, PSG_DB_CREATE, 0, error);
  int code;

  if (copy == NULL)
    return FALSE;

  code = copy_pages (self, copy);
  if (code != SQLITE_OK)
    return psg_db_fail (copy, code, error);

  return psg_db_exec (copy, "PRAGMA journal_mode=DELETE", error);
}

/**
 * psg_db_leave_journal:
 * @self: a database that is found to be damaged
 *
 * Closing it leaves its journal as it is, instead of writing that into the file.
 */
void
psg_db_leave_journal (PsgDb *self)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}
