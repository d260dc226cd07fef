/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What makes an SQLite file one of ours: "PSGS". */
#define PSG_DB_APPLICATION_ID 0x50534753
/* The newest layout of a collection file we know. */
#define PSG_DB_USER_VERSION 4

/**
 * PsgDb:
 *
 * A connection to one SQLite database. It belongs to one thread at a time. All
 * errors are #PsgCollectionError, or %G_IO_ERROR_CANCELLED.
 */
typedef struct _PsgDb PsgDb;

PsgDb   *psg_db_create         (const char *path, guint page_size, GError **error);
PsgDb   *psg_db_open_untrusted (const char *path, GError **error);
PsgDb   *psg_db_open_foreign   (const char *path, guint max_length, GError **error);
void     psg_db_free           (PsgDb *self);

gboolean psg_db_exec           (PsgDb *self, const char *sql, GError **error);
gboolean psg_db_get_int        (PsgDb *self, const char *sql, gint64 *value, GError **error);
char    *psg_db_dup_string     (PsgDb *self, const char *sql, GError **error);
void     psg_db_set_time_limit (PsgDb *self, guint milliseconds);
void     psg_db_set_cancellable (PsgDb *self, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgDb, psg_db_free)

G_END_DECLS
