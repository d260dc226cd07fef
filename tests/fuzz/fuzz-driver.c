/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>
#include <locale.h>
#include <stdint.h>
#include <string.h>

/*
 * Runs a fuzz target without libFuzzer, as a test: on each seed, then on seeds damaged at
 * random. It finds less than libFuzzer does in a night, and it finds it each time.
 *
 *   fuzz-NAME [--times=N] [--text=SEED…] [FILE…]
 */

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static int times = 20000;
static char **texts;
static char **files;

static const GOptionEntry entries[] = {
  { "times", 0, 0, G_OPTION_ARG_INT, &times, "How many damaged seeds to try", "N" },
  { "text", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &texts, "A seed", "SEED" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
  { NULL }
};

static void
add_texts (GPtrArray *seeds)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    g_ptr_array_add (seeds, g_bytes_new (texts[i], strlen (texts[i])));
}

static void
add_files (GPtrArray *seeds)
{
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      char *data;
      gsize size;

      if (!g_file_get_contents (files[i], &data, &size, &error))
        g_error ("%s", error->message);
      g_ptr_array_add (seeds, g_bytes_new_take (data, size));
    }
}

/* One small wound: a byte changed, lost or doubled, or the end cut off. */
static void
damage (GByteArray *bytes,
        GRand      *rand)
{
  guint at = bytes->len > 0 ? g_rand_int_range (rand, 0, bytes->len) : 0;
  guint8 byte = bytes->len > 0 ? bytes->data[at] : 'X';

  switch (bytes->len > 0 ? g_rand_int_range (rand, 0, 5) : 4)
    {
    case 0:
      bytes->data[at] = g_rand_int (rand);
      break;
    case 1:
      bytes->data[at] ^= 1 << g_rand_int_range (rand, 0, 8);
      break;
    case 2:
      g_byte_array_remove_index (bytes, at);
      break;
    case 3:
      g_byte_array_set_size (bytes, at);
      break;
    default:
      g_byte_array_append (bytes, &byte, 1);
    }
}

static void
run_damaged (GBytes *seed,
             GRand  *rand)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  int wounds = g_rand_int_range (rand, 1, 6);

  g_byte_array_append (bytes, g_bytes_get_data (seed, NULL), g_bytes_get_size (seed));
  for (int i = 0; i < wounds; i++)
    damage (bytes, rand);
  LLVMFuzzerTestOneInput (bytes->data, bytes->len);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (2024);
  g_autoptr (GError) error = NULL;

  /* Seeds are UTF-8. */
  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);

  add_texts (seeds);
  add_files (seeds);
  g_ptr_array_add (seeds, g_bytes_new_static ("", 0));

  g_print ("1..2\n");
  for (guint i = 0; i < seeds->len; i++)
    {
      GBytes *seed = g_ptr_array_index (seeds, i);

      LLVMFuzzerTestOneInput (g_bytes_get_data (seed, NULL), g_bytes_get_size (seed));
    }
  g_print ("ok 1 seeds\n");

  for (int i = 0; i < times; i++)
    run_damaged (g_ptr_array_index (seeds, i % seeds->len), rand);
  g_print ("ok 2 damaged seeds\n");

  g_strfreev (texts);
  g_strfreev (files);

  return 0;
}
