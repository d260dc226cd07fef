/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>

#include "psg-event-index.h"
#include "psg-memory-notes.h"
#include "psg-note-subject.h"
#include "psg-session.h"
#include "psg-synthetic-collection.h"

/* Adding an event of one's own to a collection: until the session has the new table and what the filter lets
 * through of it, and until the timeline has its index; against the floor of copying the columns. */

#define SEED 20200809
#define N_RUNS 40

static const guint sizes[] = { 70, 1000, 10000, 100000, 1000000 };

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
percentile (double *values,
            double  share)
{
  qsort (values, N_RUNS, sizeof (double), compare_doubles);

  return values[MIN (N_RUNS - 1, (guint) (share * N_RUNS))];
}

static double
since (gint64 begun)
{
  return (g_get_monotonic_time () - begun) / 1000.0;
}

static double
add_event (PsgSession    *session,
           PsgCollection *collection,
           guint          run)
{
  g_autofree char *date = g_strdup_printf ("%u-%02u", 2020 + run % 5, 1 + run % 12);
  g_autoptr (PsgNote) note = psg_note_new_own_event (collection, date, 1);
  gint64 begun = g_get_monotonic_time ();

  psg_notes_change (psg_session_get_notes (session), "Add Event", NULL, note, NULL);

  return since (begun);
}

static double
index_events (PsgSession *session)
{
  PsgCollection *collection = psg_session_get_collection (session);
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (PsgEventIndex) index = NULL;

  index = psg_event_index_new (psg_collection_get_events (collection), psg_collection_get_lanes (collection)->len,
                               psg_session_get_context (session));

  return since (begun);
}

static double
copy_columns (PsgCollection *collection)
{
  PsgEventTable *events = psg_collection_get_events (collection);
  gint64 begun = g_get_monotonic_time ();
  g_autofree gpointer copy = g_memdup2 (psg_event_table_get_columns (events)->start,
                                        psg_event_table_get_n (events) * sizeof (gint64));

  g_assert_nonnull (copy);

  return since (begun);
}

static void
measure (guint n)
{
  g_autoptr (PsgCollection) collection = psg_synthetic_collection_new (n, SEED);
  g_autoptr (PsgSession) session = psg_session_new ();
  g_autoptr (PsgMemoryNotes) store = psg_memory_notes_new ();
  g_autoptr (PsgNotes) notes = psg_notes_new (PSG_NOTE_STORE (store));
  g_autoptr (PsgFilter) filter = psg_filter_parse ("lane:lane-1");
  double added[N_RUNS], indexed[N_RUNS], floor[N_RUNS];

  psg_session_set_collection (session, collection);
  psg_session_set_notes (session, notes);
  psg_session_set_filter (session, filter, NULL);
  psg_session_select_event (session, n / 2);
  for (guint run = 0; run < N_RUNS; run++)
    {
      added[run] = add_event (session, collection, run);
      indexed[run] = index_events (session);
      floor[run] = copy_columns (collection);
    }

  g_print ("{\"bench\": \"own-events\", \"n\": %u, \"runs\": %u, \"p50_ms\": %.3f, \"p95_ms\": %.3f, "
           "\"index_p50_ms\": %.3f, \"floor_p50_ms\": %.3f}\n",
           n, N_RUNS, percentile (added, 0.5), percentile (added, 0.95), percentile (indexed, 0.5),
           percentile (floor, 0.5));
  psg_notes_close (notes);
  psg_memory_notes_settle (store, notes);
}

int
main (int   argc,
      char *argv[])
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i]);

  return EXIT_SUCCESS;
}
