/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "psg-collection-file.h"
#include "psg-db.h"
#include "psg-memory.h"

#include <fcntl.h>
#include <unistd.h>

/* Opening a collection file of many events with every check, against the floor of reading as
 * many bytes as its packed columns have, from the same file into memory of the same
 * kind. Columns of other languages than the one that is shown are not counted. */

#define MAX_RUNS 60
#define MIN_RUNS 15

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
percentile (double *values,
            guint   n,
            double  share)
{
  qsort (values, n, sizeof (double), compare_doubles);

  return values[MIN (n - 1, (guint) (share * n))];
}

/* Returns: ms; and in @bytes what a row takes in the table, without text. */
static double
open_once (const char *path,
           guint      *n,
           gsize      *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgCollectionFile) file = NULL;
  gint64 begun = g_get_monotonic_time ();
  double ms;
  const PsgEventTable *events;

  file = psg_collection_file_open (path, NULL, &error);
  ms = (g_get_monotonic_time () - begun) / 1000.0;
  if (file == NULL)
    g_error ("%s", error->message);

  events = psg_collection_get_events (PSG_COLLECTION (file));
  *n = psg_event_table_get_n (events);
  *bytes = psg_event_table_get_size (events);

  return ms;
}

static gsize
measure_columns (const char *path)
{
  g_autoptr (PsgDb) db = psg_db_open_untrusted (path, NULL);
  gint64 size = 0;

  if (db == NULL
      || !psg_db_get_int (db, "SELECT sum (length (data)) FROM event_column "
                              "WHERE name NOT LIKE 'titles:%' OR name LIKE 'titles:en%'", &size, NULL))
    g_error ("%s has no columns", path);

  return (gsize) size;
}

static double
read_once (const char *path,
           gsize       size)
{
  gint64 begun = g_get_monotonic_time ();
  g_autofree char *memory = psg_memory_try_large (size);
  int descriptor = open (path, O_RDONLY | O_CLOEXEC);
  gsize at = 0;
  gssize n = 1;

  while (at < size && n > 0)
    {
      n = read (descriptor, memory + at, size - at);
      at += MAX (n, 0);
    }
  if (at < size)
    g_error ("%s cannot be read", path);
  close (descriptor);

  return (g_get_monotonic_time () - begun) / 1000.0;
}

int
main (int   argc,
      char *argv[])
{
  double load[MAX_RUNS], floor[MAX_RUNS], p50, floor_p50;
  guint n = 0, runs = MAX_RUNS;
  gsize size, bytes = 0;

  setlocale (LC_ALL, "");
  if (argc < 2)
    return EXIT_FAILURE;

  size = measure_columns (argv[1]);
  open_once (argv[1], &n, &bytes);
  if (n > 50000)
    runs = MIN_RUNS;

  for (guint i = 0; i < runs; i++)
    {
      load[i] = open_once (argv[1], &n, &bytes);
      floor[i] = read_once (argv[1], size);
    }

  p50 = percentile (load, runs, 0.5);
  floor_p50 = percentile (floor, runs, 0.5);
  g_print ("{\"bench\": \"timeline-load\", \"n\": %u, \"runs\": %u, \"renderer\": null, \"window\": null, "
           "\"p50_ms\": %.3f, \"p95_ms\": %.3f, \"floor_p50_ms\": %.3f, \"floor_p95_ms\": %.3f, \"ratio\": %.2f, "
           "\"bytes_an_event\": %.1f, \"with_text_bytes_an_event\": %.1f}\n",
           n, runs, p50, percentile (load, runs, 0.95), floor_p50, percentile (floor, runs, 0.95),
           p50 / floor_p50, (double) bytes / n, (double) size / n);

  return EXIT_SUCCESS;
}
