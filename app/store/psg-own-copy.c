/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-copy.h"

#include "psg-library.h"
#include "psg-notebook-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/*
 * The files of a person's own documents: copied whole, named after their hash, and looked after. A copy is
 * complete and on the disk before it gets its name. What is in them is not looked at.
 */

#define FOLDER "documents"
#define MAKING ".adding-"
#define CHUNK (256 * 1024)
/* What is left of a copy that was never finished may be thrown away after a day. */
#define TIME_TO_FINISH G_TIME_SPAN_DAY

/* (transfer full): where the files of a notebook's documents are. */
char *
psg_own_folder_dup (const char *notebook)
{
  return g_build_filename (notebook, FOLDER, NULL);
}

/* (transfer full): the file of a document. */
char *
psg_own_folder_dup_path (const char           *folder,
                         const PsgOwnDocument *document)
{
  g_autofree char *name = g_strconcat (document->sha256, ".", psg_media_get_extension (document->media), NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
fail_io (GError **error)
{
  g_autofree char *message = NULL;
  int saved = errno;

  if (saved == ENOSPC || saved == EDQUOT)
    return psg_library_fail (error, PSG_LIBRARY_ERROR_IO, _("There is no space left on the disk for the document"));

  /* Translators: %s is what the system says of it */
  message = g_strdup_printf (_("The document cannot be copied into the notebook: %s"), g_strerror (saved));
  return psg_library_fail (error, PSG_LIBRARY_ERROR_IO, message);
}

static gboolean
fail_size (GError **error)
{
  g_autofree char *limit = g_format_size (PSG_OWN_MAX_SIZE);
  /* Translators: %s is a size such as “200 MB” */
  g_autofree char *message = g_strdup_printf (_("The file is too large: a document can have up to %s"), limit);

  return psg_library_fail (error, PSG_LIBRARY_ERROR_TOO_LARGE, message);
}

static gboolean
check_kind (GFile        *file,
            GCancellable *cancellable,
            goffset      *size,
            GError      **error)
{
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (info == NULL)
    return FALSE;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return psg_library_fail (error, PSG_LIBRARY_ERROR_UNKNOWN, _("Only files can be added, not folders or devices"));

  *size = g_file_info_get_size (info);

  return *size <= PSG_OWN_MAX_SIZE || fail_size (error);
}

static gboolean
write_all (int            descriptor,
           const guint8  *data,
           gsize          size,
           GError       **error)
{
  while (size > 0)
    {
      gssize written = write (descriptor, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return fail_io (error);
      data += written;
      size -= written;
    }

  return TRUE;
}

static void
keep_head (PsgOwnCopy   *self,
           const guint8 *data,
           gsize         size)
{
  gsize more = MIN (size, PSG_OWN_HEAD - self->head_size);

  memcpy (self->head + self->head_size, data, more);
  self->head_size += more;
}

/* Whatever size it was said to have: it may grow meanwhile. */
static gboolean
copy_stream (PsgOwnCopy   *self,
             GInputStream *stream,
             int           descriptor,
             goffset       expected,
             PsgProgress  *progress,
             GError      **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = g_input_stream_read (stream, chunk, CHUNK, progress->cancellable, error)) > 0)
    {
      self->size += n;
      if (self->size > PSG_OWN_MAX_SIZE)
        return fail_size (error);
      if (!write_all (descriptor, chunk, n, error))
        return FALSE;
      g_checksum_update (checksum, chunk, n);
      keep_head (self, chunk, n);
      /* The other half of the work is to read what is in it. */
      if (!psg_progress_advance (progress, n, MAX (expected, 1) * 2, error))
        return FALSE;
    }

  if (n < 0)
    return FALSE;
  self->sha256 = g_strdup (g_checksum_get_string (checksum));

  return fsync (descriptor) == 0 || fail_io (error);
}

/**
 * psg_own_copy_new:
 * @file: what to copy
 * @folder: (type filename): where the documents are; made if need be
 * @progress: told of the first half; its cancellable stops it
 * @error: return location; a #PsgLibraryError or a %G_IO_ERROR
 *
 * Returns: (transfer full) (nullable): a complete copy
 */
PsgOwnCopy *
psg_own_copy_new (GFile       *file,
                  const char  *folder,
                  PsgProgress *progress,
                  GError     **error)
{
  g_autoptr (PsgOwnCopy) self = g_new0 (PsgOwnCopy, 1);
  g_autoptr (GFileInputStream) stream = NULL;
  goffset size = 0;
  gboolean copied;
  int descriptor;

  if (!check_kind (file, progress->cancellable, &size, error))
    return NULL;
  stream = g_file_read (file, progress->cancellable, error);
  if (stream == NULL)
    return NULL;

  g_mkdir_with_parents (folder, 0700);
  self->path = g_build_filename (folder, MAKING "XXXXXX", NULL);
  descriptor = g_mkstemp_full (self->path, O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0)
    {
      g_clear_pointer (&self->path, g_free);
      fail_io (error);
      return NULL;
    }

  copied = copy_stream (self, G_INPUT_STREAM (stream), descriptor, size, progress, error);
  close (descriptor);

  return copied ? g_steal_pointer (&self) : NULL;
}

void
psg_own_copy_free (PsgOwnCopy *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_free (self->sha256);
  g_free (self);
}

/**
 * psg_own_copy_keep:
 * @self: a copy
 * @path: (type filename): the name it gets
 * @error: return location
 *
 * What had the name before had the same hash, or was spoilt: it is replaced.
 *
 * Returns: whether it has it
 */
gboolean
psg_own_copy_keep (PsgOwnCopy  *self,
                   const char  *path,
                   GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_rename (self->path, path) != 0)
    return fail_io (error);

  g_clear_pointer (&self->path, g_free);
  psg_notebook_sync_folder (folder);

  return TRUE;
}

static char *
hash_file (const char   *path,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  if (stream == NULL)
    return NULL;
  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, cancellable, error)) > 0)
    g_checksum_update (checksum, chunk, n);

  return n == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/**
 * psg_own_folder_check:
 * @folder: (type filename): where the documents are
 * @document: one of them
 * @cancellable: (nullable): stops it
 * @error: return location: %PSG_LIBRARY_ERROR_MISSING or %PSG_LIBRARY_ERROR_ALTERED
 *
 * Returns: whether its file is what was added
 */
gboolean
psg_own_folder_check (const char           *folder,
                      const PsgOwnDocument *document,
                      GCancellable         *cancellable,
                      GError              **error)
{
  g_autofree char *path = psg_own_folder_dup_path (folder, document);
  g_autofree char *sha256 = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return psg_library_fail (error, PSG_LIBRARY_ERROR_MISSING,
                             _("The notebook’s copy of this document is gone; add the file again to get it back."));

  sha256 = hash_file (path, cancellable, error);
  if (sha256 == NULL)
    return FALSE;
  if (!g_str_equal (sha256, document->sha256))
    return psg_library_fail (error, PSG_LIBRARY_ERROR_ALTERED,
                             _("The notebook’s copy of this document has been changed since it was added; "
                               "add the file again to get it back."));

  return TRUE;
}

/**
 * psg_own_folder_tidy:
 * @folder: (type filename): where the documents are
 * @now: microseconds since 1970 UTC
 *
 * Throws away what is left of copies that were never finished.
 */
void
psg_own_folder_tidy (const char *folder,
                     gint64      now)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_str_has_prefix (name, MAKING) && g_stat (path, &status) == 0
          && status.st_mtime * G_TIME_SPAN_SECOND < now - TIME_TO_FINISH)
        g_unlink (path);
    }
}
