/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Locks that belong to an open file, not to a process. */
#define _GNU_SOURCE

#include "config.h"

#include "psg-notebook-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* A notebook's files in its folder: a database is the file and the journal beside it,
 * and what moves one moves the other. It opens none. */

/* Bytes; -1 where there is no file. */
goffset
psg_notebook_get_size (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : -1;
}

/* (transfer full): the file SQLite writes ahead to. */
char *
psg_notebook_dup_journal (const char *path)
{
  return g_strconcat (path, "-wal", NULL);
}

/* Removes a database of ours that is not the person's: one that was being made. */
void
psg_notebook_remove_file (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *each = g_strconcat (path, endings[i], NULL);

      g_unlink (each);
    }
}

/**
 * psg_notebook_copy_file:
 * @from: a database nobody writes to
 * @to: where; replaced
 * @error: return location
 *
 * Copies a database with its journal.
 *
 * Returns: whether it could
 */
gboolean
psg_notebook_copy_file (const char *from,
                        const char *to,
                        GError    **error)
{
  g_autofree char *from_journal = psg_notebook_dup_journal (from);
  g_autofree char *to_journal = psg_notebook_dup_journal (to);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GFile) source_journal = g_file_new_for_path (from_journal);
  g_autoptr (GFile) target_journal = g_file_new_for_path (to_journal);
  GFileCopyFlags flags = G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS;

  psg_notebook_remove_file (to);
  if (!g_file_copy (source, target, flags, NULL, NULL, NULL, error))
    return FALSE;

  return psg_notebook_get_size (from_journal) <= 0
         || g_file_copy (source_journal, target_journal, flags, NULL, NULL, NULL, error);
}

/* (transfer full): a name in the folder that is not taken yet. */
static char *
dup_free_name (const char *folder,
               gint64      now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / G_TIME_SPAN_SECOND);
  g_autofree char *day = g_date_time_format (time, "%Y-%m-%d");

  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strdup_printf ("notebook-damaged-%s.db", day)
                                     : g_strdup_printf ("notebook-damaged-%s-%u.db", day, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *journal = psg_notebook_dup_journal (path);

      if (!g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (journal, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

/**
 * psg_notebook_set_aside:
 * @folder: a notebook's folder, locked
 * @now: microseconds since 1970 UTC
 * @error: return location
 *
 * Gives the notebook's file, which is damaged, and its journal another name.
 *
 * Returns: (transfer full) (nullable): its path now
 */
char *
psg_notebook_set_aside (const char *folder,
                        gint64      now,
                        GError    **error)
{
  g_autofree char *path = g_build_filename (folder, PSG_NOTEBOOK_FILE, NULL);
  g_autofree char *journal = psg_notebook_dup_journal (path);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *aside = dup_free_name (folder, now);
  g_autofree char *aside_journal = psg_notebook_dup_journal (aside);
  int saved;

  /* The journal first: a file without one is opened as it is, a journal without its file is never read. */
  if ((g_rename (journal, aside_journal) != 0 && errno != ENOENT) || (g_rename (path, aside) != 0 && errno != ENOENT))
    {
      saved = errno;
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));
      return NULL;
    }

  g_unlink (index);

  return g_steal_pointer (&aside);
}

/* Makes sure that names given to files stay given. */
void
psg_notebook_sync_folder (const char *folder)
{
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (descriptor < 0)
    return;

  fsync (descriptor);
  close (descriptor);
}

/* Removes a folder that holds a copy of a notebook and nothing else. */
void
psg_notebook_remove_scratch (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, PSG_NOTEBOOK_FILE, NULL);

  psg_notebook_remove_file (path);
  g_rmdir (folder);
}

/* Locks the first byte: with a kind of lock, waiting for others or not. */
static gboolean
set_lock (int      descriptor,
          int      type,
          gboolean wait)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET, .l_len = 1 };
  int result;

  do
    result = fcntl (descriptor, wait ? F_OFD_SETLKW : F_OFD_SETLK, &lock);
  while (result != 0 && errno == EINTR);

  return result == 0;
}

/**
 * psg_notebook_lock:
 * @folder: a notebook's folder
 *
 * Says that the notebook is open, so that no other process moves its file. Waits while
 * another one is moving it.
 *
 * Returns: a file descriptor that keeps the lock until it is closed; -1 if the folder
 *   cannot be written
 */
int
psg_notebook_lock (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, PSG_NOTEBOOK_LOCK, NULL);
  int descriptor = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (descriptor >= 0)
    psg_notebook_lock_shared (descriptor);

  return descriptor;
}

/* Whether nobody else has the notebook open, nor can open it from now on. Waits for nobody. */
gboolean
psg_notebook_lock_alone (int lock)
{
  return lock >= 0 && set_lock (lock, F_WRLCK, FALSE);
}

/* Others may open the notebook too. */
void
psg_notebook_lock_shared (int lock)
{
  set_lock (lock, F_RDLCK, TRUE);
}
