/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "psg-session.h"
#include "psg-synthetic-collection.h"

/* Filtering by a lane and a range of three months, against the floor of going through
 * one byte of every event. Turn about, so that both have the same machine. */

#define SEED 20200809
#define MAX_RUNS 400

static const guint sizes[] = { 70, 1000, 10000, 100000, 1000000 };

typedef struct
{
  double possibly[MAX_RUNS];
  double certainly[MAX_RUNS];
  double floor[MAX_RUNS];
  guint n_runs;
} Figures;

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

static double
set_filter (PsgSession *session,
            guint       run,
            const char *mode)
{
  guint month = run % 45;
  g_autofree char *text = g_strdup_printf ("lane:lane-%u %s:%u-%02u/%u-%02u", run % 5, mode,
                                           2020 + month / 12, 1 + month % 12,
                                           2020 + (month + 2) / 12, 1 + (month + 2) % 12);
  g_autoptr (PsgFilter) filter = psg_filter_parse (text);
  gint64 begun = g_get_monotonic_time ();

  if (psg_filter_get_problem (filter) != NULL || !psg_session_set_filter (session, filter, NULL))
    g_error ("%s cannot be set", text);

  return (g_get_monotonic_time () - begun) / 1000.0;
}

/* One byte a row, as a loop that nobody writes by hand would have it. */
static double
scan (PsgSession *session,
      guint       run)
{
  const PsgEventColumns *columns =
      psg_event_table_get_columns (psg_collection_get_events (psg_session_get_collection (session)));
  gint64 begun = g_get_monotonic_time ();
  guint n = 0;

  for (guint row = 0; row < columns->n; row++)
    n += columns->lane[row] == run % 5;
  g_assert_cmpuint (n, <=, columns->n);

  return (g_get_monotonic_time () - begun) / 1000.0;
}

static void
measure (Figures *self,
         guint    n)
{
  g_autoptr (PsgCollection) collection = psg_synthetic_collection_new (n, SEED);
  g_autoptr (PsgSession) session = psg_session_new ();

  psg_session_set_collection (session, collection);
  self->n_runs = n >= 100000 ? 100 : MAX_RUNS;
  for (guint run = 0; run < self->n_runs; run++)
    {
      self->possibly[run] = set_filter (session, run, "during");
      self->certainly[run] = set_filter (session, run, "certainly");
      self->floor[run] = scan (session, run);
    }
}

static void
print (Figures *self,
       guint    n)
{
  double p50 = percentile (self->possibly, self->n_runs, 0.5);
  double floor = percentile (self->floor, self->n_runs, 0.5);

  g_print ("{\"bench\": \"timeline-filter\", \"n\": %u, \"runs\": %u, \"renderer\": null, \"window\": null, "
           "\"p50_ms\": %.3f, \"p95_ms\": %.3f, \"certainly_p50_ms\": %.3f, \"certainly_p95_ms\": %.3f, "
           "\"floor_p50_ms\": %.3f, \"ratio\": %.2f}\n",
           n, self->n_runs, p50, percentile (self->possibly, self->n_runs, 0.95),
           percentile (self->certainly, self->n_runs, 0.5), percentile (self->certainly, self->n_runs, 0.95),
           floor, p50 / MAX (floor, 0.001));
}

int
main (int   argc,
      char *argv[])
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Figures figures;

      measure (&figures, sizes[i]);
      print (&figures, sizes[i]);
    }

  return EXIT_SUCCESS;
}
