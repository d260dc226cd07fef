/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory.h"

#include <stdlib.h>
#include <sys/mman.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Memory for arrays of a million. The kernel gives out memory page by page as it is
 * first written to, and that costs more than filling it: reading 86 MiB into fresh
 * pages of 4 KiB took 300 ms where it took 13 ms with pages of 2 MiB. */

#define HUGE_PAGE ((gsize) 2 * 1024 * 1024)
/* No array of ours is larger: who asks for more has been given a wrong number. */
#define MOST (G_GUINT64_CONSTANT (1) << 38)

/**
 * psg_memory_try_large:
 * @size: how many bytes
 *
 * Memory that is asked for in as few pages as may be, where the kernel has large
 * ones to give; not cleared.
 *
 * Returns: (transfer full) (nullable): the memory, for g_free(), aligned for any
 *   type; %NULL if there is not so much
 */
gpointer
psg_memory_try_large (gsize size)
{
  gpointer memory = NULL;

  if (size > MOST)
    return NULL;
  if (size < 2 * HUGE_PAGE)
    return g_try_malloc (MAX (size, 1));
  if (posix_memalign (&memory, HUGE_PAGE, size) != 0)
    return NULL;

#ifdef MADV_HUGEPAGE
  /* Only whole pages: the rest of the last would be memory for nothing. A refusal does no harm. */
  madvise (memory, size - size % HUGE_PAGE, MADV_HUGEPAGE);
#endif

  return memory;
}

/**
 * psg_memory_give_back:
 *
 * Gives the system what was allocated and freed again: glibc keeps it otherwise, 10 MiB
 * once a collection is open. It takes a millisecond or two, so for a moment of rest; any thread.
 */
void
psg_memory_give_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}
