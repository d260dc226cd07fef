/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-store-fixture.h"

#include <glib/gstdio.h>

/* What the store's tests share: folders to work in, and the bundled collection. */

char *
psg_fixture_new_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("psg-store-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

/* Folders are left by one name at a time; symbolic links are not followed. */
void
psg_fixture_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        psg_fixture_remove (path);
      else
        g_unlink (path);
    }

  g_rmdir (folder);
}

void
psg_fixture_copy_folder (const char *from,
                         const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_mkdir_with_parents (to, 0700);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *content = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          psg_fixture_copy_folder (source, target);
          continue;
        }

      g_assert_true (g_file_get_contents (source, &content, &length, NULL));
      g_assert_true (g_file_set_contents (target, content, length, NULL));
    }
}

const char *
psg_fixture_get_sources (void)
{
  const char *path = g_getenv ("PSG_BUNDLED_SOURCES");

  g_assert_nonnull (path);

  return path;
}

const char *
psg_fixture_get_bundled (void)
{
  const char *path = g_getenv ("PSG_BUNDLED_COLLECTION");

  g_assert_nonnull (path);

  return path;
}

PsgCollectionFile *
psg_fixture_open_bundled (void)
{
  g_autoptr (GError) error = NULL;
  PsgCollectionFile *file = psg_collection_file_open (psg_fixture_get_bundled (), NULL, &error);

  g_assert_no_error (error);

  return file;
}

PsgDay
psg_fixture_day (const char *text)
{
  PsgDay day = psg_day_parse_iso (text);

  g_assert_cmpint (day, !=, PSG_DAY_NONE);

  return day;
}
