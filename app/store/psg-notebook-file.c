/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-file.h"

#include "psg-db-private.h"
#include "psg-notebook-folder.h"
#include "psg-notebook-row.h"
#include "psg-notebook-schema.h"

#include <unistd.h>

/* A notebook's file: what is done to notes, each time whole or not at all. Lists are in
 * psg-notebook-list.c; what becomes of a damaged file is in psg-notebook-rescue.c. */

/* How long to wait for another process that writes, in milliseconds. */
#define PATIENCE 2000
/* Of the file, in memory: the indexes of very many notes. */
#define CACHE_KIB "16384"
/* As an import brings them, not a person who writes. */
#define MANY_NOTES 1000

struct _PsgNotebookFile
{
  PsgDb   *db;
  PsgNotebookFound *found;
  guint    version;
  gboolean read_only;
  gint64   data_version; /* as SQLite counts what others have written */
  char    *scratch;      /* (nullable): a folder that goes with it */
  int      lock;         /* a file descriptor, or -1 */
};

/* Another process may have brought the file to a newer layout under us. */
static gboolean
check_version (PsgNotebookFile *self,
               GError         **error)
{
  gint64 version;

  if (!psg_db_get_int (self->db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == self->version)
    return TRUE;

  self->read_only = TRUE;
  return psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_TOO_NEW, NULL);
}

static gboolean
write_once (PsgNotebookFile *self,
            PsgNotebookWrite func,
            gpointer         data,
            GError         **error)
{
  if (!psg_db_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (check_version (self, error) && func (self, data, error) && psg_db_exec (self->db, "COMMIT", error))
    return TRUE;

  psg_db_exec (self->db, "ROLLBACK", NULL);
  return FALSE;
}

/* Does something in one transaction. A full-text index that is out of order is made
 * anew: it must not keep a person from writing. */
static gboolean
write_notes (PsgNotebookFile *self,
             PsgNotebookWrite func,
             gpointer         data,
             GError         **error)
{
  g_autoptr (GError) failure = NULL;

  if (self->read_only)
    return psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_READ_ONLY, NULL);
  if (write_once (self, func, data, &failure))
    return TRUE;

  psg_notebook_convert_error (&failure);
  if (!g_error_matches (failure, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_DAMAGED)
      || !psg_notebook_schema_reindex (self->db, NULL))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (write_once (self, func, data, error))
    return TRUE;

  psg_notebook_convert_error (error);
  return FALSE;
}

/* Whether the query ran; @note is %NULL where there is none. */
static gboolean
find_note (PsgNotebookFile *self,
           const char      *id,
           PsgNote        **note,
           GError         **error)
{
  g_autoptr (PsgDbStatement) statement =
      psg_db_statement_new (self->db, "SELECT " PSG_NOTEBOOK_COLUMNS " FROM note WHERE id = ?", error);
  PsgDbStep step;

  *note = NULL;
  if (statement == NULL)
    return FALSE;

  psg_db_statement_bind_text (statement, 1, id);
  step = psg_db_statement_step (statement, error);
  if (step != PSG_DB_ROW)
    return step == PSG_DB_DONE;

  *note = psg_notebook_row_read (statement);

  return *note != NULL || psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_DAMAGED, id);
}

/* So many notes at once leave the full-text index in many pieces, which later writes would have to put together. */
static gboolean
tidy_up (PsgNotebookFile  *self,
         guint             n_notes,
         GError          **error)
{
  return n_notes < MANY_NOTES
         || psg_db_exec (self->db, "INSERT INTO note_search (note_search) VALUES ('optimize')", error);
}

static gboolean
write_put (PsgNotebookFile *self,
           gpointer         data,
           GError         **error)
{
  GPtrArray *notes = data;

  for (guint i = 0; i < notes->len; i++)
    {
      const PsgNote *note = g_ptr_array_index (notes, i);
      const char *fault = psg_note_find_fault (note);

      if (fault != NULL)
        return psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_INVALID, fault);
      if (!psg_notebook_row_write (self->db, note, error))
        return FALSE;
    }

  return tidy_up (self, notes->len, error);
}

static gboolean
write_change (PsgNotebookFile     *self,
              const PsgNoteChange *change,
              GError             **error)
{
  g_autoptr (PsgNote) stored = NULL;
  const char *fault = change->after != NULL ? psg_note_find_fault (change->after) : NULL;

  if (fault != NULL)
    return psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_INVALID, fault);
  if (!find_note (self, psg_note_change_get_id (change), &stored, error))
    return FALSE;
  if (stored == NULL ? change->before != NULL : change->before == NULL || !psg_note_equal (stored, change->before))
    return psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_CONFLICT, NULL);

  if (change->after != NULL)
    return psg_notebook_row_write (self->db, change->after, error);

  return psg_notebook_row_delete (self->db, stored->id, error);
}

static gboolean
write_changes (PsgNotebookFile *self,
               gpointer         data,
               GError         **error)
{
  GPtrArray *changes = data;

  for (guint i = 0; i < changes->len; i++)
    if (!write_change (self, g_ptr_array_index (changes, i), error))
      return FALSE;

  return tidy_up (self, changes->len, error);
}

/* Notes that go to the bin, or back, or away. */
typedef struct
{
  const char *const *ids;
  gint64             deleted;
  gboolean           purge;
  GPtrArray         *changes;
} Fate;

/* (transfer full) (nullable): the change to one note; %NULL if it is as it should be. */
static PsgNoteChange *
decide (const Fate    *fate,
        const PsgNote *note)
{
  g_autoptr (PsgNote) after = NULL;

  if (fate->purge)
    return psg_note_change_new (note, NULL);
  if ((note->deleted != 0) == (fate->deleted != 0))
    return NULL;

  after = psg_note_copy (note);
  after->deleted = fate->deleted;

  return psg_note_change_new (note, after);
}

static gboolean
write_fate (PsgNotebookFile *self,
            gpointer         data,
            GError         **error)
{
  Fate *fate = data;

  g_ptr_array_set_size (fate->changes, 0);
  for (guint i = 0; fate->ids[i] != NULL; i++)
    {
      g_autoptr (PsgNote) note = NULL;
      PsgNoteChange *change;

      if (!find_note (self, fate->ids[i], &note, error))
        return FALSE;
      if (note == NULL)
        return psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_NOT_FOUND, NULL);

      change = decide (fate, note);
      if (change == NULL)
        continue;
      g_ptr_array_add (fate->changes, change);
      if (change->after != NULL ? !psg_notebook_row_write (self->db, change->after, error)
                                : !psg_notebook_row_delete (self->db, note->id, error))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
change_fate (PsgNotebookFile   *self,
             const char *const *ids,
             gint64             deleted,
             gboolean           purge,
             GError           **error)
{
  g_autoptr (GPtrArray) changes = psg_note_changes_new ();
  Fate fate = { ids, deleted, purge, changes };

  return write_notes (self, write_fate, &fate, error) ? g_steal_pointer (&changes) : NULL;
}

static gboolean
write_purge_old (PsgNotebookFile *self,
                 gpointer         data,
                 GError         **error)
{
  return psg_notebook_row_delete_binned (self->db, *(const gint64 *) data, error);
}

/* Brings a file that may be written to our layout; one that is newer is only read. */
static gboolean
prepare (PsgNotebookFile *self,
         PsgDbAccess      access,
         GError         **error)
{
  gboolean write = access == PSG_DB_WRITE || access == PSG_DB_CREATE;

  if (!psg_notebook_schema_identify (self->db, &self->version, error))
    return FALSE;
  if (self->version > PSG_NOTEBOOK_VERSION)
    return !write || psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_TOO_NEW, NULL);
  if (!write)
    return self->version == PSG_NOTEBOOK_VERSION || psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_READ_ONLY, NULL);

  /* A full-text index that cannot even be opened cannot be made anew in its place. */
  if (!psg_db_exec (self->db, "PRAGMA journal_mode=WAL; PRAGMA cache_size=-" CACHE_KIB, error)
      || !psg_notebook_schema_migrate (self->db, error)
      || !psg_db_exec (self->db, "SELECT 1 FROM note_search, own_search LIMIT 0", error))
    return FALSE;

  self->version = PSG_NOTEBOOK_VERSION;
  return psg_db_get_int (self->db, "PRAGMA data_version", &self->data_version, error);
}

/**
 * psg_notebook_file_open:
 * @path: the file
 * @access: what for. Where it may be written it is brought to our layout, and a newer
 *   one fails with %PSG_NOTEBOOK_ERROR_TOO_NEW; where it may only be read an older one
 *   fails with %PSG_NOTEBOOK_ERROR_READ_ONLY
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the notebook
 */
PsgNotebookFile *
psg_notebook_file_open (const char  *path,
                        PsgDbAccess  access,
                        GError     **error)
{
  g_autoptr (PsgNotebookFile) self = g_new0 (PsgNotebookFile, 1);

  self->lock = -1;
  self->read_only = access == PSG_DB_READ || access == PSG_DB_FROZEN;
  self->db = psg_db_open_own (path, access, PATIENCE, error);
  if (self->db != NULL && prepare (self, access, error))
    {
      self->found = psg_notebook_found_new (self->db);
      return g_steal_pointer (&self);
    }

  /* What is damaged is to stay as it was found. */
  if (self->db != NULL)
    psg_db_leave_journal (self->db);
  psg_notebook_convert_error (error);

  return NULL;
}

void
psg_notebook_file_free (PsgNotebookFile *self)
{
  g_clear_pointer (&self->db, psg_db_free);
  g_clear_pointer (&self->found, psg_notebook_found_free);
  if (self->scratch != NULL)
    psg_notebook_remove_scratch (self->scratch);
  g_free (self->scratch);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self);
}

/**
 * psg_notebook_file_take_scratch:
 * @self: a notebook that is a copy of one that cannot be written
 * @folder: (transfer full): where it lies; removed with it
 *
 * Makes it one that is only read.
 */
void
psg_notebook_file_take_scratch (PsgNotebookFile *self,
                                char            *folder)
{
  self->scratch = folder;
  self->read_only = TRUE;
}

/* Keeps a lock until it is freed. @lock is a file descriptor; it is closed then. */
void
psg_notebook_file_take_lock (PsgNotebookFile *self,
                             int              lock)
{
  self->lock = lock;
}

/* (transfer none): to check it and to copy it. */
PsgDb *
psg_notebook_file_get_db (PsgNotebookFile *self)
{
  return self->db;
}

/* (transfer none): what was searched for last. */
PsgNotebookFound *
psg_notebook_file_get_found (PsgNotebookFile *self)
{
  return self->found;
}

gboolean
psg_notebook_file_is_read_only (PsgNotebookFile *self)
{
  return self->read_only;
}

/* Its layout; above %PSG_NOTEBOOK_VERSION where a newer version of the app wrote it. */
guint
psg_notebook_file_get_version (PsgNotebookFile *self)
{
  return self->version;
}

/* How long to wait for another process that writes before failing with %PSG_NOTEBOOK_ERROR_BUSY. */
void
psg_notebook_file_set_patience (PsgNotebookFile *self,
                                guint            milliseconds)
{
  sqlite3_busy_timeout (self->db->handle, milliseconds);
}

/**
 * psg_notebook_file_get:
 * @self: a notebook
 * @id: of a note, in the bin or not
 * @error: return location; %PSG_NOTEBOOK_ERROR_NOT_FOUND if there is none
 *
 * Returns: (transfer full) (nullable): the note
 */
PsgNote *
psg_notebook_file_get (PsgNotebookFile *self,
                       const char      *id,
                       GError         **error)
{
  PsgNote *note;

  if (!find_note (self, id, &note, error))
    psg_notebook_convert_error (error);
  else if (note == NULL)
    psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_NOT_FOUND, NULL);

  return note;
}

/**
 * psg_notebook_file_write:
 * @self: a notebook
 * @func: what writes; called again if a full-text index had to be made anew
 * @data: for @func
 * @error: return location
 *
 * Does something in one transaction.
 *
 * Returns: whether all of it is on the disk; if not, nothing is
 */
gboolean
psg_notebook_file_write (PsgNotebookFile *self,
                         PsgNotebookWrite func,
                         gpointer         data,
                         GError         **error)
{
  return write_notes (self, func, data, error);
}

/**
 * psg_notebook_file_put:
 * @self: a notebook
 * @notes: (element-type PsgNote): notes
 * @error: return location
 *
 * Keeps the notes as they are given, each in place of the one with its id if there is one.
 *
 * Returns: whether all of them are on the disk; if not, none is
 */
gboolean
psg_notebook_file_put (PsgNotebookFile *self,
                       GPtrArray       *notes,
                       GError         **error)
{
  return write_notes (self, write_put, notes, error);
}

/**
 * psg_notebook_file_apply:
 * @self: a notebook
 * @changes: (element-type PsgNoteChange): changes, in order
 * @error: return location
 *
 * Changes notes that are still what the changes were made to. If one is not (it was
 * changed by another window or process), it fails with %PSG_NOTEBOOK_ERROR_CONFLICT.
 *
 * Returns: whether all of it is on the disk; if not, nothing is
 */
gboolean
psg_notebook_file_apply (PsgNotebookFile *self,
                         GPtrArray       *changes,
                         GError         **error)
{
  return write_notes (self, write_changes, changes, error);
}

/**
 * psg_notebook_file_bin:
 * @self: a notebook
 * @ids: (array zero-terminated=1): notes
 * @when: when they went to the bin, in microseconds since 1970 UTC; 0 takes them out of it
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type PsgNoteChange): what has changed, for undoing it
 */
GPtrArray *
psg_notebook_file_bin (PsgNotebookFile   *self,
                       const char *const *ids,
                       gint64             when,
                       GError           **error)
{
  return change_fate (self, ids, when, FALSE, error);
}

/**
 * psg_notebook_file_purge:
 * @self: a notebook
 * @ids: (array zero-terminated=1): notes
 * @error: return location
 *
 * Takes notes out of the notebook for good.
 *
 * Returns: (transfer full) (nullable) (element-type PsgNoteChange): what has changed, for undoing it
 */
GPtrArray *
psg_notebook_file_purge (PsgNotebookFile   *self,
                         const char *const *ids,
                         GError           **error)
{
  return change_fate (self, ids, 0, TRUE, error);
}

/* Empties the bin of what has been in it for %PSG_NOTE_BIN_DAYS. @now is in microseconds since 1970 UTC. */
gboolean
psg_notebook_file_purge_old (PsgNotebookFile *self,
                             gint64           now,
                             GError         **error)
{
  gint64 before = now - PSG_NOTE_BIN_DAYS * G_TIME_SPAN_DAY;

  return write_notes (self, write_purge_old, &before, error);
}

/**
 * psg_notebook_file_poll:
 * @self: a notebook
 * @changed: (out): whether another connection has written since the last time
 * @error: return location
 *
 * Returns: whether it could be asked
 */
gboolean
psg_notebook_file_poll (PsgNotebookFile *self,
                        gboolean        *changed,
                        GError         **error)
{
  gint64 version;

  *changed = FALSE;
  if (!psg_db_get_int (self->db, "PRAGMA data_version", &version, error))
    {
      psg_notebook_convert_error (error);
      return FALSE;
    }

  *changed = version != self->data_version;
  self->data_version = version;

  return TRUE;
}
