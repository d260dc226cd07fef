/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "psg-collection-file.h"

/* Opening a collection file and reading what the first frame needs, against the
 * floor of reading the same bytes. */

#define RUNS 60

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
percentile (double *sorted,
            double  share)
{
  return sorted[MIN (RUNS - 1, (int) (share * RUNS))];
}

static guint
open_once (const char *path,
           double     *ms)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgCollectionFile) file = NULL;
  gint64 begun = g_get_monotonic_time ();

  file = psg_collection_file_open (path, NULL, &error);
  *ms = (g_get_monotonic_time () - begun) / 1000.0;
  if (file == NULL)
    g_error ("%s", error->message);

  return psg_event_table_get_n (psg_collection_get_events (PSG_COLLECTION (file)));
}

static void
read_once (const char *path,
           double     *ms)
{
  g_autofree char *bytes = NULL;
  gint64 begun = g_get_monotonic_time ();

  if (!g_file_get_contents (path, &bytes, NULL, NULL))
    g_error ("%s cannot be read", path);
  *ms = (g_get_monotonic_time () - begun) / 1000.0;
}

int
main (int   argc,
      char *argv[])
{
  double load[RUNS], floor[RUNS];
  guint n = 0;

  setlocale (LC_ALL, "");
  if (argc < 2)
    return EXIT_FAILURE;

  for (int i = 0; i < RUNS; i++)
    {
      n = open_once (argv[1], &load[i]);
      read_once (argv[1], &floor[i]);
    }

  qsort (load, RUNS, sizeof (double), compare_doubles);
  qsort (floor, RUNS, sizeof (double), compare_doubles);
  g_print ("{\"bench\": \"collection-load\", \"n\": %u, \"runs\": %d, \"renderer\": null, \"window\": null, "
           "\"p50_ms\": %.3f, \"p99_ms\": %.3f, \"floor_p50_ms\": %.3f, \"floor_p99_ms\": %.3f}\n",
           n, RUNS, percentile (load, 0.5), percentile (load, 0.99),
           percentile (floor, 0.5), percentile (floor, 0.99));

  return EXIT_SUCCESS;
}
