/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db.h"

G_BEGIN_DECLS

/**
 * PsgDbBlob:
 *
 * A blob that is read piece by piece into memory of the caller's. The database must
 * outlive it.
 */
typedef struct _PsgDbBlob PsgDbBlob;

PsgDbBlob *psg_db_blob_open     (PsgDb       *db,
                                 const char  *table,
                                 const char  *column,
                                 gint64       row,
                                 GError     **error);
void       psg_db_blob_free     (PsgDbBlob   *self);
gsize      psg_db_blob_get_size (PsgDbBlob   *self);
gboolean   psg_db_blob_read     (PsgDbBlob   *self,
                                 gpointer     into,
                                 gsize        at,
                                 gsize        size,
                                 GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgDbBlob, psg_db_blob_free)

G_END_DECLS
