/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db.h"

G_BEGIN_DECLS

gboolean psg_collection_guard_check_header (const char *path, GError **error);
gboolean psg_collection_guard_check_schema (PsgDb *db, GError **error);
gboolean psg_collection_guard_check_pages  (PsgDb *db, GError **error);

G_END_DECLS
