/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"
#include "psg-note.h"
#include "psg-notebook.h"

G_BEGIN_DECLS

/* A person's notebook of any size. All of it is for a program's main thread. */
PsgNotebook *psg_bench_notebook_open  (const char *folder);
void         psg_bench_notebook_fill  (PsgNotebook *notebook, PsgCollection *collection, guint n);
guint        psg_bench_notebook_count (PsgNotebook *notebook);

/* For a callback that only keeps its result; waits for it. */
void          psg_bench_keep_cb       (GObject *object, GAsyncResult *result, gpointer kept);
GAsyncResult *psg_bench_wait_for      (GAsyncResult **kept);

G_END_DECLS
