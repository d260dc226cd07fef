/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-linger.h"

/* How many threads are at such work, in the whole process. */

static GMutex lock;
static GCond ended;
static guint n_working;

/* From any thread: work begins that must not be cut off. */
void
psg_linger_begin (void)
{
  g_mutex_lock (&lock);
  n_working++;
  g_mutex_unlock (&lock);
}

/* From any thread: it is done. */
void
psg_linger_end (void)
{
  g_mutex_lock (&lock);
  g_assert (n_working > 0);
  n_working--;
  g_cond_broadcast (&ended);
  g_mutex_unlock (&lock);
}

/**
 * psg_linger_wait:
 * @milliseconds: how long at most
 *
 * For the end of the process.
 *
 * Returns: whether no such work is left. If there is, the process must end without taking anything down
 */
gboolean
psg_linger_wait (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;
  gboolean in_time = TRUE;
  gboolean done;

  g_mutex_lock (&lock);
  while (n_working > 0 && in_time)
    in_time = g_cond_wait_until (&ended, &lock, end);
  done = n_working == 0;
  g_mutex_unlock (&lock);

  return done;
}
