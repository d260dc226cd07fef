/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "psg-schema.h"
#include "psg-synthetic-file.h"

/* Writes a collection file of synthetic events: make-collection N OUT.passages */

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  guint64 n = argc == 3 ? g_ascii_strtoull (argv[1], NULL, 10) : 0;

  setlocale (LC_ALL, "");
  if (n == 0 || n > PSG_MAX_EVENTS)
    {
      g_printerr ("make-collection N OUT.passages\n");
      return EXIT_FAILURE;
    }

  if (psg_synthetic_file_write ((guint) n, argv[2], &error))
    return EXIT_SUCCESS;

  g_printerr ("%s\n", error->message);

  return EXIT_FAILURE;
}
