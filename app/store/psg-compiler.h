/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection-source.h"
#include "psg-event-columns.h"

G_BEGIN_DECLS

gboolean psg_compiler_check (const char *folder, PsgDiagnostics *diagnostics);
gboolean psg_compiler_run   (const char *folder, const char *path, PsgDiagnostics *diagnostics, GError **error);
gboolean psg_compiler_write (const PsgCollectionSource *source, const char *path, GError **error);
gboolean psg_compiler_write_events (const PsgCollectionSource  *source,
                                    const PsgEventTable        *table,
                                    PsgEventFunc                get_event,
                                    gpointer                    data,
                                    const char                 *path,
                                    GError                    **error);

G_END_DECLS
