/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-source-folder.h"

#include "psg-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads files of a collection's folder, and reports those that cannot be read,
 * are too large, are not UTF-8 or not JSON. It does not know what they mean. */

struct _PsgSourceFolder
{
  char           *path;
  PsgDiagnostics *diagnostics; /* borrowed */
};

/**
 * psg_source_folder_new:
 * @path: a folder
 * @diagnostics: where mistakes go; outlives the folder
 *
 * Returns: (transfer full): the folder, which may turn out not to exist
 */
PsgSourceFolder *
psg_source_folder_new (const char     *path,
                       PsgDiagnostics *diagnostics)
{
  PsgSourceFolder *self = g_new0 (PsgSourceFolder, 1);

  self->path = g_strdup (path);
  self->diagnostics = diagnostics;

  return self;
}

void
psg_source_folder_free (PsgSourceFolder *self)
{
  g_free (self->path);
  g_free (self);
}

gboolean
psg_source_folder_exists (PsgSourceFolder *self,
                          const char      *file)
{
  g_autofree char *path = g_build_filename (self->path, file, NULL);
  struct stat info;

  return lstat (path, &info) == 0;
}

/**
 * psg_source_folder_check_path:
 * @file: a path as a collection's sources give it
 *
 * Returns: (nullable): what is wrong with it as a path below the folder, or %NULL
 */
const char *
psg_source_folder_check_path (const char *file)
{
  g_auto (GStrv) parts = g_strsplit (file, "/", -1);

  if (g_path_is_absolute (file))
    return "a path must be relative to the collection's folder";

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || g_str_equal (parts[i], ".") || g_str_equal (parts[i], "..") ||
        strchr (parts[i], '\\') != NULL)
      return "a path may not have empty parts, “.”, “..” or backslashes";

  return NULL;
}

static void
report (PsgSourceFolder *self,
        const char      *file,
        guint            line,
        const char      *message)
{
  psg_diagnostics_add (self->diagnostics, file, line, NULL, "%s", message);
}

/* Opens a path part by part, so that no symbolic link leads out of the folder. */
static int
open_below (PsgSourceFolder *self,
            const char      *file)
{
  g_auto (GStrv) parts = g_strsplit (file, "/", -1);
  int at = open (self->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  for (guint i = 0; at >= 0 && parts[i] != NULL; i++)
    {
      int flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | (parts[i + 1] != NULL ? O_DIRECTORY : 0);
      int next = openat (at, parts[i], flags);
      int saved = errno;

      close (at);
      errno = saved;
      at = next;
    }

  return at;
}

static gboolean
check_file (PsgSourceFolder *self,
            const char      *file,
            int              descriptor,
            gsize            most)
{
  struct stat info;

  if (fstat (descriptor, &info) != 0 || !S_ISREG (info.st_mode))
    report (self, file, 1, "is not a regular file");
  else if ((guint64) info.st_size > most)
    psg_diagnostics_add (self->diagnostics, file, 1, NULL, "is larger than %u MiB", (guint) (most >> 20));
  else
    return TRUE;

  return FALSE;
}

/* Reads all there is, up to one byte more than @most. */
static GString *
read_all (int   descriptor,
          gsize most)
{
  g_autoptr (GString) out = g_string_new (NULL);
  char buffer[16384];
  gssize n;

  while (out->len <= most && (n = read (descriptor, buffer, sizeof buffer)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return NULL;
      g_string_append_len (out, buffer, n);
    }

  return g_steal_pointer (&out);
}

static guint
line_at (const char *text,
         const char *at)
{
  guint line = 1;

  for (; text < at; text++)
    line += *text == '\n';

  return line;
}

static gboolean
check_text (PsgSourceFolder *self,
            const char      *file,
            const GString   *text)
{
  const char *bad;

  if (!g_utf8_validate_len (text->str, text->len, &bad))
    psg_diagnostics_add (self->diagnostics, file, line_at (text->str, bad), NULL,
                         *bad == '\0' ? "there is a NUL byte" : "the byte 0x%02x is not UTF-8", (guint) (guchar) *bad);
  else if (g_str_has_prefix (text->str, "\xef\xbb\xbf"))
    report (self, file, 1, "begins with a byte order mark; plain UTF-8 is expected");
  else
    return TRUE;

  return FALSE;
}

/* Returns: (nullable): all that is in a file; %NULL after a mistake has been reported. */
static GString *
read_file (PsgSourceFolder *self,
           const char      *file,
           gsize            most)
{
  int descriptor = open_below (self, file);
  GString *bytes = NULL;

  if (descriptor < 0)
    {
      if (errno == ENOENT)
        report (self, file, 1, "the file is missing");
      else if (errno == ELOOP)
        report (self, file, 1, "is a symbolic link; a collection's files must lie in its folder");
      else
        psg_diagnostics_add (self->diagnostics, file, 1, NULL, "cannot be read: %s", g_strerror (errno));
      return NULL;
    }

  if (check_file (self, file, descriptor, most))
    {
      bytes = read_all (descriptor, most);
      if (bytes == NULL)
        report (self, file, 1, "cannot be read");
    }
  close (descriptor);

  return bytes;
}

/**
 * psg_source_folder_read_bytes:
 * @self: a folder
 * @file: a path below it
 * @most: how many bytes it may have
 *
 * Returns: (transfer full) (nullable): what is in the file; %NULL after a mistake has been reported
 */
GBytes *
psg_source_folder_read_bytes (PsgSourceFolder *self,
                              const char      *file,
                              gsize            most)
{
  GString *bytes = read_file (self, file, most);

  return bytes != NULL ? g_string_free_to_bytes (bytes) : NULL;
}

/**
 * psg_source_folder_read_text:
 * @self: a folder
 * @file: a path below it
 * @most: how many bytes it may have
 * @length: (out): how many it has
 *
 * Returns: (transfer full) (nullable): the file's text, valid UTF-8; %NULL after a mistake has
 *   been reported
 */
char *
psg_source_folder_read_text (PsgSourceFolder *self,
                             const char      *file,
                             gsize            most,
                             gsize           *length)
{
  g_autoptr (GString) text = read_file (self, file, most);

  if (text == NULL || !check_text (self, file, text))
    return NULL;

  *length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * psg_source_folder_read_json:
 * @self: a folder
 * @file: a path below it
 *
 * Returns: (transfer full) (nullable): the tree; %NULL after a mistake has been reported
 */
PsgJson *
psg_source_folder_read_json (PsgSourceFolder *self,
                             const char      *file)
{
  gsize length;
  g_autofree char *text = psg_source_folder_read_text (self, file, PSG_MAX_FILE, &length);
  g_autoptr (GError) error = NULL;
  guint line;
  PsgJson *json;

  if (text == NULL)
    return NULL;

  json = psg_json_parse (text, length, &line, &error);
  if (json == NULL)
    psg_diagnostics_add (self->diagnostics, file, line, NULL, "is not JSON: %s", error->message);

  return json;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * psg_source_folder_list:
 * @self: a folder
 * @subfolder: a folder right below it
 * @suffix: what the names end in
 *
 * Returns: (transfer full) (element-type utf8): paths below the folder, by name; hidden files are
 *   left out
 */
GPtrArray *
psg_source_folder_list (PsgSourceFolder *self,
                        const char      *subfolder,
                        const char      *suffix)
{
  g_autofree char *path = g_build_filename (self->path, subfolder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.' && g_str_has_suffix (name, suffix) && g_utf8_validate (name, -1, NULL))
      g_ptr_array_add (files, g_strconcat (subfolder, "/", name, NULL));

  g_ptr_array_sort (files, compare_names);

  return files;
}
