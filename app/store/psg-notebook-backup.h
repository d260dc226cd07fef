/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-notebook-file.h"

G_BEGIN_DECLS

/* How many daily backups are kept. */
#define PSG_NOTEBOOK_N_BACKUPS 7

GPtrArray *psg_notebook_backup_list    (const char      *folder);
char      *psg_notebook_backup_dup_day (const char      *path);
gboolean   psg_notebook_backup_write   (PsgNotebookFile *file,
                                        const char      *folder,
                                        gint64           now,
                                        gboolean         again,
                                        GError         **error);

G_END_DECLS
