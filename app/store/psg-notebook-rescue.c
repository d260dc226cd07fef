/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-rescue.h"

#include "psg-day.h"
#include "psg-notebook-backup.h"
#include "psg-notebook-folder.h"
#include "psg-notebook-salvage.h"
#include "psg-notebook-schema.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/*
 * Opening the notebook of a folder, whatever state it is in. One that is damaged is set
 * aside, the latest good backup takes its place, and every note that can still be read
 * from the damaged file is put into that. One that cannot be written is read. What
 * happened is said in one sentence.
 */

#define MAKING "notebook.db.new"
/* What opening it takes beside it, in bytes: the index of its journal. */
#define LEAST_SPACE 65536

typedef struct
{
  const char *folder;
  char       *path;    /* of the notebook */
  gint64      now;
  int         lock;    /* -1 where there can be none */
  char       *report;  /* (nullable): what happened, for the person */
} Opening;

static void
clear_opening (Opening *self)
{
  g_free (self->path);
  g_free (self->report);
  if (self->lock >= 0)
    close (self->lock);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Opening, clear_opening)

static void
say (Opening *self,
     char    *sentence)
{
  g_free (self->report);
  self->report = sentence;
}

/* (transfer full) (nullable): opened, and found to be sound. */
static PsgNotebookFile *
open_checked (const char  *path,
              PsgDbAccess  access,
              GError     **error)
{
  g_autoptr (PsgNotebookFile) file = psg_notebook_file_open (path, access, error);

  if (file == NULL || psg_db_check (psg_notebook_file_get_db (file), error))
    return g_steal_pointer (&file);

  psg_db_leave_journal (psg_notebook_file_get_db (file));
  psg_notebook_convert_error (error);

  return NULL;
}

/* (transfer full) (nullable): a copy elsewhere, brought to our layout there; only to be read. */
static PsgNotebookFile *
open_copy (const char *path,
           GError    **error)
{
  g_autofree char *scratch = g_dir_make_tmp ("passages-notebook-XXXXXX", error);
  g_autofree char *copy = scratch != NULL ? g_build_filename (scratch, PSG_NOTEBOOK_FILE, NULL) : NULL;
  g_autoptr (PsgNotebookFile) file = NULL;

  if (scratch == NULL)
    return NULL;

  if (psg_notebook_copy_file (path, copy, error))
    file = open_checked (copy, PSG_DB_WRITE, error);
  if (file != NULL)
    psg_notebook_file_take_scratch (file, g_steal_pointer (&scratch));
  else
    psg_notebook_remove_scratch (scratch);

  return g_steal_pointer (&file);
}

/* (transfer full) (nullable): as it lies there; without the folder's help if nothing waits in the journal. */
static PsgNotebookFile *
open_in_place (const char *path)
{
  g_autofree char *journal = psg_notebook_dup_journal (path);
  PsgNotebookFile *file = open_checked (path, PSG_DB_READ, NULL);

  if (file == NULL && psg_notebook_get_size (journal) <= 0)
    file = open_checked (path, PSG_DB_FROZEN, NULL);

  return file;
}

/* (transfer full) (nullable) */
static PsgNotebookFile *
open_for_reading (const char *path,
                  GError    **error)
{
  PsgNotebookFile *file = open_in_place (path);

  return file != NULL ? file : open_copy (path, error);
}

/* (transfer full) (nullable): the latest backup that is sound, only to be read. */
static PsgNotebookFile *
open_backup (Opening *self,
             char   **day)
{
  g_autoptr (GPtrArray) backups = psg_notebook_backup_list (self->folder);

  for (guint i = 0; i < backups->len; i++)
    {
      const char *path = g_ptr_array_index (backups, i);
      PsgNotebookFile *file = open_for_reading (path, NULL);

      if (file == NULL)
        continue;

      *day = psg_notebook_backup_dup_day (path);
      return file;
    }

  return NULL;
}

/* Makes a new notebook from the latest sound backup, or an empty one. */
static gboolean
make_anew (Opening     *self,
           const char  *path,
           char       **day,
           GError     **error)
{
  g_autoptr (PsgNotebookFile) backup = open_backup (self, day);

  psg_notebook_remove_file (path);

  return backup == NULL || psg_db_copy_to (psg_notebook_file_get_db (backup), path, error);
}

static char *
format_day (const char *iso)
{
  return psg_day_format_long (psg_day_parse_iso (iso));
}

/* (nullable) @aside: where the damaged file is kept; (nullable) @day: of the backup. */
static char *
describe_rescue (const char *aside,
                 const char *day,
                 guint       n_saved)
{
  g_autofree char *name = aside != NULL ? g_path_get_basename (aside) : NULL;
  g_autofree char *date = day != NULL ? format_day (day) : NULL;

  if (name == NULL && day == NULL)
    return g_strdup (_("The notebook was missing and its backups are damaged; an empty one was begun."));
  if (name == NULL)
    return g_strdup_printf (_("The notebook was missing; the backup of %s was opened."), date);
  if (day == NULL && n_saved == 0)
    return g_strdup_printf (_("The notebook was damaged and has been kept as “%s”; as there was no backup, "
                              "an empty one was begun."), name);
  if (day == NULL)
    return g_strdup_printf (ngettext ("The notebook was damaged and has been kept as “%s”; "
                                      "%u note could be recovered from it.",
                                      "The notebook was damaged and has been kept as “%s”; "
                                      "%u notes could be recovered from it.", n_saved), name, n_saved);
  if (n_saved == 0)
    return g_strdup_printf (_("The notebook was damaged and has been kept as “%s”; the backup of %s was opened."),
                            name, date);

  return g_strdup_printf (ngettext ("The notebook was damaged and has been kept as “%s”; the backup of %s was opened, "
                                    "with %u newer note that could be recovered.",
                                    "The notebook was damaged and has been kept as “%s”; the backup of %s was opened, "
                                    "with %u newer notes that could be recovered.", n_saved), name, date, n_saved);
}

/* Puts a new notebook in the place of the damaged one, which stays beside it. */
static gboolean
replace_damaged (Opening *self,
                 GError **error)
{
  g_autofree char *making = g_build_filename (self->folder, MAKING, NULL);
  g_autofree char *day = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (PsgNotebookFile) made = NULL;
  gboolean missing = psg_notebook_get_size (self->path) < 0;
  guint n_saved = 0;

  if (!make_anew (self, making, &day, error))
    return FALSE;
  made = open_checked (making, PSG_DB_CREATE, error);
  if (made == NULL || !psg_notebook_salvage (self->path, made, &n_saved, error))
    return FALSE;

  /* Closing it writes its journal into it. */
  g_clear_pointer (&made, psg_notebook_file_free);
  aside = psg_notebook_set_aside (self->folder, self->now, error);
  if (aside == NULL)
    return FALSE;
  if (g_rename (making, self->path) != 0)
    return psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_IO, g_strerror (errno));

  psg_notebook_sync_folder (self->folder);
  say (self, describe_rescue (missing ? NULL : aside, day, n_saved));

  return TRUE;
}

/* (transfer full) (nullable): what can be shown of a damaged notebook that cannot be replaced. */
static PsgNotebookFile *
show_backup (Opening *self,
             GError **error)
{
  g_autofree char *day = NULL;
  g_autofree char *date = NULL;
  PsgNotebookFile *file = open_backup (self, &day);

  if (file == NULL)
    {
      psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_DAMAGED, NULL);
      return NULL;
    }

  date = format_day (day);
  say (self, g_strdup_printf (_("The notebook is damaged and cannot be replaced now; the backup of %s can be read."),
                              date));

  return file;
}

/* (transfer full) (nullable): only if no other process has it open may it be moved. */
static PsgNotebookFile *
rescue (Opening *self,
        GError **error)
{
  gboolean replaced = psg_notebook_lock_alone (self->lock) && replace_damaged (self, NULL);

  if (self->lock >= 0)
    psg_notebook_lock_shared (self->lock);

  return replaced ? open_checked (self->path, PSG_DB_WRITE, error) : show_backup (self, error);
}

/* Of a full disk SQLite may only say that a file beside the notebook cannot be made. */
static gboolean
is_full (const char *folder)
{
  static const char asked[] = G_FILE_ATTRIBUTE_FILESYSTEM_FREE "," G_FILE_ATTRIBUTE_FILESYSTEM_READONLY;
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  g_autoptr (GFileInfo) disk = g_file_query_filesystem_info (file, asked, NULL, NULL);

  return disk != NULL && !g_file_info_get_attribute_boolean (disk, G_FILE_ATTRIBUTE_FILESYSTEM_READONLY) &&
         g_file_info_has_attribute (disk, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) &&
         g_file_info_get_attribute_uint64 (disk, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) < LEAST_SPACE;
}

/* (transfer full) (nullable): what cannot be written, to be read, and why. */
static PsgNotebookFile *
read_instead (Opening *self,
              int      cause,
              GError **error)
{
  g_autoptr (GError) failure = NULL;
  PsgNotebookFile *file = open_for_reading (self->path, &failure);

  if (file == NULL && g_error_matches (failure, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_DAMAGED))
    return show_backup (self, error);
  if (file == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  if (cause == PSG_NOTEBOOK_ERROR_TOO_NEW)
    say (self, g_strdup (_("The notebook was written by a newer version of Passages, "
                           "so it can be read but not changed.")));
  else if (cause == PSG_NOTEBOOK_ERROR_FULL || is_full (self->folder))
    say (self, g_strdup (_("There is no space left on the disk, so the notebook can be read but not changed.")));
  else
    say (self, g_strdup (_("The notebook’s folder cannot be written to, "
                           "so the notebook can be read but not changed.")));

  return file;
}

/* Whether there should be a notebook but is none, or an empty file: it went missing, or was cut to nothing. */
static gboolean
has_gone (Opening *self)
{
  g_autofree char *journal = psg_notebook_dup_journal (self->path);
  g_autoptr (GPtrArray) backups = psg_notebook_backup_list (self->folder);

  return psg_notebook_get_size (self->path) <= 0 && (backups->len > 0 || psg_notebook_get_size (journal) > 0);
}

/* Before an older layout is brought to ours, all of it is in a backup. */
static void
back_up_older (Opening *self)
{
  g_autoptr (PsgDb) db = psg_db_open_own (self->path, PSG_DB_READ, 0, NULL);
  g_autoptr (PsgNotebookFile) file = NULL;
  guint version;

  if (db == NULL || !psg_notebook_schema_identify (db, &version, NULL))
    return;
  if (version == 0 || version >= PSG_NOTEBOOK_VERSION)
    return;

  file = open_copy (self->path, NULL);
  if (file != NULL)
    psg_notebook_backup_write (file, self->folder, self->now, TRUE, NULL);
}

/* (transfer full) (nullable) */
static PsgNotebookFile *
open_somehow (Opening *self,
              GError **error)
{
  g_autoptr (GError) cause = NULL;
  PsgNotebookFile *file;

  if (has_gone (self))
    return rescue (self, error);

  back_up_older (self);
  file = open_checked (self->path, PSG_DB_CREATE, &cause);
  if (file != NULL)
    return file;
  if (g_error_matches (cause, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_DAMAGED))
    return rescue (self, error);
  if (psg_notebook_get_size (self->path) > 0 && !g_error_matches (cause, PSG_NOTEBOOK_ERROR, PSG_NOTEBOOK_ERROR_BUSY))
    return read_instead (self, cause->code, error);

  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}

/**
 * psg_notebook_open_folder:
 * @folder: where the notebook is, or is to be; made if need be
 * @now: microseconds since 1970 UTC
 * @report: (out) (nullable) (transfer full): what the person should know, as one
 *   sentence, localised; %NULL if all is well
 * @error: return location
 *
 * Opens the notebook of a folder. It may have been repaired, and it may be one that can
 * only be read: then @report says so.
 *
 * Returns: (transfer full) (nullable): the notebook; %NULL only if there is none and
 *   none can be made, or another program keeps it locked
 */
PsgNotebookFile *
psg_notebook_open_folder (const char *folder,
                          gint64      now,
                          char      **report,
                          GError    **error)
{
  g_auto (Opening) self = { folder, g_build_filename (folder, PSG_NOTEBOOK_FILE, NULL), now, -1, NULL };
  PsgNotebookFile *file;

  *report = NULL;
  g_mkdir_with_parents (folder, 0700);
  self.lock = psg_notebook_lock (folder);
  file = open_somehow (&self, error);
  if (file == NULL)
    {
      psg_notebook_convert_error (error);
      return NULL;
    }

  psg_notebook_file_take_lock (file, self.lock);
  self.lock = -1;
  *report = g_steal_pointer (&self.report);

  return file;
}
