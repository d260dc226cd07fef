/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is in the folder of a notebook. */
#define PSG_NOTEBOOK_FILE "notebook.db"
#define PSG_NOTEBOOK_BACKUPS "backups"
#define PSG_NOTEBOOK_LOCK "notebook.lock"

goffset  psg_notebook_get_size       (const char *path);
char    *psg_notebook_dup_journal    (const char *path);
void     psg_notebook_remove_file    (const char *path);
gboolean psg_notebook_copy_file      (const char *from, const char *to, GError **error);
char    *psg_notebook_set_aside      (const char *folder, gint64 now, GError **error);
void     psg_notebook_sync_folder    (const char *folder);
void     psg_notebook_remove_scratch (const char *folder);
int      psg_notebook_lock           (const char *folder);
gboolean psg_notebook_lock_alone     (int lock);
void     psg_notebook_lock_shared    (int lock);

G_END_DECLS
