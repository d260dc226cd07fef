/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db.h"

G_BEGIN_DECLS

/* What makes an SQLite file a notebook of ours: "PSGN". */
#define PSG_NOTEBOOK_APPLICATION_ID 0x5053474e
/* The layout we write. */
#define PSG_NOTEBOOK_VERSION 6

gboolean psg_notebook_schema_identify (PsgDb *db, guint *version, GError **error);
gboolean psg_notebook_schema_migrate  (PsgDb *db, GError **error);
gboolean psg_notebook_schema_reindex  (PsgDb *db, GError **error);

G_END_DECLS
