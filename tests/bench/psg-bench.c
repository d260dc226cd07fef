/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-bench.h"

#include <time.h>

/*
 * Time is the processor's, spent in the thread that asks: what other programs do on a
 * shared machine does not count, and nothing that is measured here waits.
 */

struct _PsgBench
{
  GArray *times; /* double */
  double begun;
  gboolean is_sorted;
};

/**
 * psg_bench_get_now:
 *
 * Returns: what this thread has had of the processor so far, in milliseconds
 */
double
psg_bench_get_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

PsgBench *
psg_bench_new (void)
{
  PsgBench *self = g_new0 (PsgBench, 1);

  self->times = g_array_new (FALSE, FALSE, sizeof (double));

  return self;
}

void
psg_bench_free (PsgBench *self)
{
  g_array_unref (self->times);
  g_free (self);
}

void
psg_bench_begin (PsgBench *self)
{
  self->begun = psg_bench_get_now ();
}

void
psg_bench_end (PsgBench *self)
{
  psg_bench_add (self, psg_bench_get_now () - self->begun);
}

void
psg_bench_add (PsgBench *self,
               double    ms)
{
  g_array_append_val (self->times, ms);
  self->is_sorted = FALSE;
}

guint
psg_bench_get_n (PsgBench *self)
{
  return self->times->len;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

double
psg_bench_get_percentile (PsgBench *self,
                          double    share)
{
  guint n = self->times->len;

  g_return_val_if_fail (n > 0, 0);

  if (!self->is_sorted)
    g_array_sort (self->times, compare_times);
  self->is_sorted = TRUE;

  return g_array_index (self->times, double, MIN (n - 1, (guint) (share * n)));
}

void
psg_bench_print (PsgBench   *self,
                 const char *prefix)
{
  static const struct
  {
    const char *name;
    double share;
  } shares[] = { { "p50", 0.5 }, { "p95", 0.95 }, { "p99", 0.99 }, { "max", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    g_print (", \"%s%s_ms\": %.3f", prefix, shares[i].name, psg_bench_get_percentile (self, shares[i].share));
}
