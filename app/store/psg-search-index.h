/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection-source.h"
#include "psg-db.h"

G_BEGIN_DECLS

gboolean psg_search_index_write (PsgDb *db, const PsgCollectionSource *source, GPtrArray *events, GError **error);

G_END_DECLS
