/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Prints the moment (CLOCK_MONOTONIC, in microseconds) and the proportional set
 * size in KiB, as `NAME-us=… pss-kib=…`. Shared with the empty window that benches
 * compare with, so that both are measured alike. */
static inline void
psg_startup_report (const char *name)
{
  gint64 now = g_get_monotonic_time ();
  g_autofree char *memory = NULL;
  const char *pss = NULL;

  if (g_file_get_contents ("/proc/self/smaps_rollup", &memory, NULL, NULL))
    pss = strstr (memory, "\nPss:");

  g_print ("%s-us=%" G_GINT64_FORMAT " pss-kib=%" G_GINT64_FORMAT "\n", name, now,
           pss != NULL ? g_ascii_strtoll (pss + strlen ("\nPss:"), NULL, 10) : -1);
}

G_END_DECLS
