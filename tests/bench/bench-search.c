/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "psg-bench.h"
#include "psg-collection-file.h"
#include "psg-searcher.h"

/*
 * Searching everything as one types: bench-search FILE.passages. Each letter of each query is a question,
 * measured from the parsing until the answer is in the main thread; the floor is the same way there and back for
 * a question that nothing answers. The search runs in a thread of its own, so this is by the clock on the
 * wall, not as the other benches are by what the asking thread had of the processor: that is `main_`, what
 * the search keeps the interface from doing. Only questions that find something count, `runs` of `asked`:
 * finding nothing costs next to nothing, and which words that are differs between collections.
 */

#define RUNS 5
#define LIMIT 5

/* What is typed, letter by letter: common and rare words, several words, names in other letters, terms. */
static const char *const queries[] = {
  "border police station",
  "sanctions",
  "s",
  "b",
  "vilnius",
  "lane:border",
  "kind:event after:2022",
  "Salcininkai",
  "Шальчининкай",
  "\"bank office\" court",
  "lawyer lane:border after:2023-01",
  "суд kind:event",
  "Мінск",
  "zzyzx",
};

static void
answered_cb (PsgSearcher *searcher,
             GMainLoop   *loop)
{
  g_main_loop_quit (loop);
}

/* What a person waits, and what the main thread works, in milliseconds. */
typedef struct
{
  double wait;
  double work;
} Cost;

static Cost
ask (PsgSearcher *searcher,
     GMainLoop   *loop,
     const char  *text)
{
  gint64 begun = g_get_monotonic_time ();
  double worked = psg_bench_get_now ();
  g_autoptr (PsgQuery) query = psg_query_parse (text);
  Cost cost;

  psg_searcher_ask (searcher, query, LIMIT);
  if (psg_searcher_is_asking (searcher))
    g_main_loop_run (loop);
  cost.work = psg_bench_get_now () - worked;
  cost.wait = (g_get_monotonic_time () - begun) / 1000.0;

  if (psg_searcher_get_problem (searcher) != NULL)
    g_error ("“%s”: %s", text, psg_searcher_get_problem (searcher));

  return cost;
}

typedef struct
{
  PsgBench *wait;
  PsgBench *work;
  PsgBench *floor;
  guint asked;
} Figures;

static void
type (PsgSearcher *searcher,
      GMainLoop   *loop,
      const char  *text,
      Figures     *figures)
{
  for (glong n = 1; n <= g_utf8_strlen (text, -1); n++)
    {
      g_autofree char *typed = g_utf8_substring (text, 0, n);
      Cost cost = ask (searcher, loop, typed);

      figures->asked++;
      if (psg_searcher_get_n (searcher) > 0)
        {
          psg_bench_add (figures->wait, cost.wait);
          psg_bench_add (figures->work, cost.work);
        }
      psg_bench_add (figures->floor, ask (searcher, loop, "\"zzyzx zzyzx\"").wait);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgCollectionFile) file = NULL;
  g_autoptr (PsgSearcher) searcher = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (PsgBench) wait = psg_bench_new (), work = psg_bench_new (), floor = psg_bench_new ();
  Figures figures = { wait, work, floor, 0 };
  double first;

  setlocale (LC_ALL, "");
  file = argc == 2 ? psg_collection_file_open (argv[1], NULL, &error) : NULL;
  if (file == NULL)
    {
      g_printerr ("bench-search FILE.passages%s%s\n", error != NULL ? ": " : "", error != NULL ? error->message : "");
      return EXIT_FAILURE;
    }

  searcher = psg_searcher_new (PSG_COLLECTION (file));
  g_signal_connect (searcher, "answered", G_CALLBACK (answered_cb), loop);

  /* The first question of a session opens the file anew. */
  first = ask (searcher, loop, "b").wait;
  for (guint run = 0; run < RUNS; run++)
    for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
      type (searcher, loop, queries[i], &figures);

  g_print ("{\"bench\": \"search\", \"n\": %u, \"asked\": %u, \"runs\": %u, \"renderer\": null, \"window\": null",
           psg_event_table_get_n (psg_collection_get_events (PSG_COLLECTION (file))), figures.asked,
           psg_bench_get_n (wait));
  psg_bench_print (wait, "");
  psg_bench_print (work, "main_");
  psg_bench_print (floor, "floor_");
  g_print (", \"first_ms\": %.3f, \"goal_p99_ms\": 30}\n", first);

  return EXIT_SUCCESS;
}
