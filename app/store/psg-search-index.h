/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection-source.h"
#include "psg-db.h"
#include "psg-event-columns.h"

G_BEGIN_DECLS

gboolean psg_search_index_write (PsgDb                     *db,
                                 const PsgCollectionSource *source,
                                 guint                      n_events,
                                 PsgEventFunc               get_event,
                                 gpointer                   data,
                                 GError                   **error);

G_END_DECLS
