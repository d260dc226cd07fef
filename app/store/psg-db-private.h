/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "psg-db.h"

G_BEGIN_DECLS

struct _PsgDb
{
  sqlite3      *handle;
  GCancellable *cancellable;
  guint         time_limit; /* milliseconds a query may take; 0 for any */
  gint64        deadline;   /* monotonic microseconds; of the running query */
  GHashTable   *idle;       /* char * → sqlite3_stmt *: prepared, and in nobody's hands */
};

/* More different statements than one database is asked. */
#define PSG_DB_MAX_IDLE 128

PsgDb   *psg_db_open_handle (const char *name, int flags, GError **error);
void     psg_db_start_clock (PsgDb *self);
gboolean psg_db_fail        (PsgDb *self, int code, GError **error);

G_END_DECLS
