/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-format.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Files that notes come from and go to. */

#define PIECE (1024 * 1024)

/* Always returns %FALSE. @code: an errno */
gboolean
psg_exchange_fail_with_errno (GError     **error,
                              int          code,
                              const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", name, g_strerror (code));

  return FALSE;
}

static gboolean
read_all (int            descriptor,
          const char    *path,
          GByteArray    *bytes,
          GCancellable  *cancellable,
          GError       **error)
{
  gssize n = 1;

  while (n != 0)
    {
      guint end = bytes->len;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (end > PSG_EXCHANGE_MAX_BYTES)
        {
          g_set_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_TOO_LARGE,
                       _("The file is larger than %d MiB"), PSG_EXCHANGE_MAX_BYTES / (1024 * 1024));
          return FALSE;
        }

      g_byte_array_set_size (bytes, end + PIECE);
      n = read (descriptor, bytes->data + end, PIECE);
      g_byte_array_set_size (bytes, end + MAX (n, 0));
      if (n < 0 && errno != EINTR)
        return psg_exchange_fail_with_errno (error, errno, path);
    }

  return TRUE;
}

/**
 * psg_exchange_load_file:
 * @path: (type filename): a regular file; pipes and devices are not waited for
 * @when: (out): when it was last written, in microseconds since 1970 UTC
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is in it, up to %PSG_EXCHANGE_MAX_BYTES
 */
GBytes *
psg_exchange_load_file (const char    *path,
                        gint64        *when,
                        GCancellable  *cancellable,
                        GError       **error)
{
  int descriptor = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct stat info;
  gboolean good;

  if (descriptor < 0)
    {
      psg_exchange_fail_with_errno (error, errno, path);
      return NULL;
    }

  if (fstat (descriptor, &info) != 0)
    good = psg_exchange_fail_with_errno (error, errno, path);
  else if (!S_ISREG (info.st_mode))
    good = psg_exchange_fail_with_errno (error, S_ISDIR (info.st_mode) ? EISDIR : EINVAL, path);
  else
    good = read_all (descriptor, path, bytes, cancellable, error);
  close (descriptor);

  if (!good)
    return NULL;
  *when = MAX (info.st_mtime, 0) * G_TIME_SPAN_SECOND;

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* The rights of what is there, so that a file nobody else may read stays so; else those of a new file. */
int
psg_exchange_get_mode (const char *path)
{
  struct stat info;

  return g_stat (path, &info) == 0 && S_ISREG (info.st_mode) ? info.st_mode & 0777 : 0666;
}

/**
 * psg_exchange_save_file:
 * @path: (type filename): where to
 * @bytes: what
 * @error: return location
 *
 * Replaces what is at @path once the new file is complete and on the disk; if that fails it stays as it is.
 *
 * Returns: whether it is there
 */
gboolean
psg_exchange_save_file (const char  *path,
                        GBytes      *bytes,
                        GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GError) reason = NULL;

  if (g_file_set_contents_full (path, data != NULL ? data : "", size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                psg_exchange_get_mode (path), &reason))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, reason->message);
  if (error != NULL && *error != NULL && reason->domain == G_FILE_ERROR && reason->code == G_FILE_ERROR_NOSPC)
    (*error)->code = G_IO_ERROR_NO_SPACE;

  return FALSE;
}
