/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <stdint.h>
#include <string.h>

#include "psg-compiler.h"

/* For libFuzzer: whatever one file of a collection's sources has in it, the compiler says what is wrong, with its file
 * and a line, or finds nothing wrong. The first byte tells which file it is. $G_TEST_SRCDIR is the folder of the tests.
 * Build with clang -fsanitize=fuzzer,address. */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static const char *const files[] = {
  "actors.json",  "claims.json",    "collection.json", "crossings.geojson", "documents.json",
  "events.json",  "lessons.json",   "places.geojson",  "sources.json",
};

static void
copy (const char *from,
      const char *to)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert (g_file_get_contents (from, &text, &length, NULL));
  g_assert (g_file_set_contents (to, text, (gssize) length, NULL));
}

static void
copy_folder (const char *from,
             const char *to)
{
  GDir *dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert (dir != NULL && g_mkdir_with_parents (to, 0700) == 0);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        copy_folder (source, target);
      else
        copy (source, target);
    }
  g_dir_close (dir);
}

/* A copy of the smallest collection, of which one file is replaced each time; it goes with the process. */
static const char *
get_folder (void)
{
  static char *folder;

  if (folder == NULL)
    {
      g_autofree char *base = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fixtures", "base", NULL);

      folder = g_build_filename (g_get_tmp_dir (), "psg-fuzz-source", NULL);
      copy_folder (base, folder);
    }

  return folder;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();
  const char *name = files[size > 0 ? data[0] % G_N_ELEMENTS (files) : 0];
  g_autofree char *path = g_build_filename (get_folder (), name, NULL);
  g_autofree char *before = NULL;
  gsize length;
  gboolean good;

  if (size < 2)
    return 0;

  g_assert (g_file_get_contents (path, &before, &length, NULL));
  g_assert (g_file_set_contents (path, (const char *) data + 1, (gssize) size - 1, NULL));
  good = psg_compiler_check (get_folder (), diagnostics);
  g_assert (good == (psg_diagnostics_get_n (diagnostics) == 0));
  g_assert (g_file_set_contents (path, before, (gssize) length, NULL));

  return 0;
}
