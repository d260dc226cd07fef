/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection-file-private.h"
#include "psg-search-run.h"

G_BEGIN_DECLS

/* One search over all kinds. Of @file only what never changes is looked at: this may run in
 * a thread of its own. */
typedef struct
{
  PsgCollectionFile      *file;
  PsgDb                  *db;
  const PsgSearchRequest *request;
  char                   *match;  /* (nullable): an expression for MATCH; NULL: there are no words */
  guint8                 *places; /* (nullable): which places belong to the events; once needed */
} PsgSearchRun;

/* psg-search-run-events.c */
gboolean psg_search_run_events  (PsgSearchRun *run, PsgSearchGroup *group, GError **error);

/* psg-search-run-records.c */
gboolean psg_search_run_records (PsgSearchRun *run, PsgSearchGroup *group, GError **error);

/* psg-search-run.c */
gboolean psg_search_run_mark    (PsgSearchRun *run, const char *table, gint64 row, PsgHit *hit, char **raw,
                                 GError **error);
PsgDbStatement *psg_search_run_rank (PsgSearchRun *run, const char *table, GError **error);

G_END_DECLS
