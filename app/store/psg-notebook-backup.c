/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-backup.h"

#include "psg-day.h"
#include "psg-notebook-folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* Backups of a notebook: one a day, named after it, the newest few of them kept. */

#define PREFIX "notebook-"
#define SUFFIX ".db"

/* Whether it is named as a backup is. */
static gboolean
is_backup (const char *name)
{
  g_autofree char *day = psg_notebook_backup_dup_day (name);

  return day != NULL;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

static void
remove_old (const char *folder)
{
  g_autoptr (GPtrArray) backups = psg_notebook_backup_list (folder);

  for (guint i = PSG_NOTEBOOK_N_BACKUPS; i < backups->len; i++)
    g_unlink (g_ptr_array_index (backups, i));
}

/* A copy under a name that is no backup's; it gets one when all of it is on the disk and found to be sound. */
static gboolean
write_checked (PsgNotebookFile *file,
               const char      *path,
               GError         **error)
{
  g_autoptr (PsgDb) copy = NULL;

  psg_notebook_remove_file (path);
  if (!psg_db_copy_to (psg_notebook_file_get_db (file), path, error))
    return FALSE;

  copy = psg_db_open_own (path, PSG_DB_FROZEN, 0, error);

  return copy != NULL && psg_db_check (copy, error);
}

/**
 * psg_notebook_backup_list:
 * @folder: a notebook's folder
 *
 * Returns: (transfer full) (element-type filename): the paths of its backups, newest first
 */
GPtrArray *
psg_notebook_backup_list (const char *folder)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_build_filename (folder, PSG_NOTEBOOK_BACKUPS, NULL);
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    if (is_backup (name))
      g_ptr_array_add (backups, g_build_filename (path, name, NULL));

  g_ptr_array_sort (backups, compare_newest_first);

  return backups;
}

/**
 * psg_notebook_backup_dup_day:
 * @path: a backup's
 *
 * Returns: (transfer full) (nullable): the day it was made on (UTC), YYYY-MM-DD; %NULL
 *   if it is not named as a backup is
 */
char *
psg_notebook_backup_dup_day (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *day = NULL;

  if (!g_str_has_prefix (name, PREFIX) || !g_str_has_suffix (name, SUFFIX)
      || strlen (name) != strlen (PREFIX "YYYY-MM-DD" SUFFIX))
    return NULL;

  day = g_strndup (name + strlen (PREFIX), strlen ("YYYY-MM-DD"));

  return psg_day_is_valid (psg_day_parse_iso (day)) ? g_steal_pointer (&day) : NULL;
}

/**
 * psg_notebook_backup_write:
 * @file: a notebook
 * @folder: its folder
 * @now: microseconds since 1970 UTC
 * @again: whether to make today's anew if there is one
 * @error: return location
 *
 * Makes today's backup, if need be, and lets go of those that are too old.
 *
 * Returns: whether there is one of today
 */
gboolean
psg_notebook_backup_write (PsgNotebookFile *file,
                           const char      *folder,
                           gint64           now,
                           gboolean         again,
                           GError         **error)
{
  g_autofree char *day = psg_day_format_iso (now / G_TIME_SPAN_DAY);
  g_autofree char *name = g_strconcat (PREFIX, day, SUFFIX, NULL);
  g_autofree char *backups = g_build_filename (folder, PSG_NOTEBOOK_BACKUPS, NULL);
  g_autofree char *path = g_build_filename (backups, name, NULL);
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  if (!again && g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  g_mkdir_with_parents (backups, 0700);
  if (!write_checked (file, part, error))
    {
      psg_notebook_remove_file (part);
      psg_notebook_convert_error (error);
      return FALSE;
    }

  if (g_rename (part, path) != 0)
    return psg_notebook_fail (error, PSG_NOTEBOOK_ERROR_IO, g_strerror (errno));

  psg_notebook_sync_folder (backups);
  remove_old (folder);

  return TRUE;
}
