/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db.h"
#include "psg-event.h"
#include "psg-event-table.h"
#include "psg-progress.h"

G_BEGIN_DECLS

/* Returns: (transfer full): the event of a row. */
typedef PsgEvent *(*PsgEventFunc) (guint row, gpointer data);

gboolean       psg_event_columns_write (PsgDb                    *db,
                                        const PsgEventTable      *events,
                                        const char *const        *languages,
                                        PsgEventFunc              get_event,
                                        gpointer                  data,
                                        GError                  **error);
PsgEventTable *psg_event_columns_read  (PsgDb                    *db,
                                        const char               *path,
                                        const char *const        *languages,
                                        const char               *reference,
                                        guint                     n_lanes,
                                        guint                     n_places,
                                        PsgProgress              *progress,
                                        GError                  **error);

G_END_DECLS
