/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "psg-db-own.h"
#include "psg-note-filter.h"
#include "psg-notebook-error.h"
#include "psg-notebook-found.h"
#include "psg-note-change.h"

G_BEGIN_DECLS

/**
 * PsgNotebookFile:
 *
 * A notebook's file, opened. It belongs to one thread at a time, and its calls block.
 * All errors are #PsgNotebookError, or %G_IO_ERROR_CANCELLED.
 */
typedef struct _PsgNotebookFile PsgNotebookFile;

/* Writes in a transaction that is made for it. Returns: whether it could. */
typedef gboolean (*PsgNotebookWrite) (PsgNotebookFile *self, gpointer data, GError **error);

PsgNotebookFile *psg_notebook_file_open         (const char          *path,
                                                 PsgDbAccess          access,
                                                 GError             **error);
void             psg_notebook_file_free         (PsgNotebookFile     *self);
PsgDb           *psg_notebook_file_get_db       (PsgNotebookFile     *self);
PsgNotebookFound *psg_notebook_file_get_found   (PsgNotebookFile     *self);
gboolean         psg_notebook_file_is_read_only (PsgNotebookFile     *self);
guint            psg_notebook_file_get_version  (PsgNotebookFile     *self);
void             psg_notebook_file_set_patience (PsgNotebookFile     *self,
                                                 guint                milliseconds);
void             psg_notebook_file_take_scratch (PsgNotebookFile     *self,
                                                 char                *folder);
void             psg_notebook_file_take_lock    (PsgNotebookFile     *self,
                                                 int                  lock);

PsgNote         *psg_notebook_file_get          (PsgNotebookFile     *self,
                                                 const char          *id,
                                                 GError             **error);
GPtrArray       *psg_notebook_file_list         (PsgNotebookFile     *self,
                                                 const PsgNoteFilter *filter,
                                                 GError             **error);
PsgNoteMarkPage *psg_notebook_file_list_marks   (PsgNotebookFile     *self,
                                                 gint64               from,
                                                 guint                limit,
                                                 GError             **error);
gboolean         psg_notebook_file_count        (PsgNotebookFile     *self,
                                                 const PsgNoteFilter *filter,
                                                 guint               *n_notes,
                                                 GError             **error);
GPtrArray       *psg_notebook_file_list_tags    (PsgNotebookFile     *self,
                                                 GError             **error);

gboolean         psg_notebook_file_write        (PsgNotebookFile     *self,
                                                 PsgNotebookWrite     func,
                                                 gpointer             data,
                                                 GError             **error);
gboolean         psg_notebook_file_put          (PsgNotebookFile     *self,
                                                 GPtrArray           *notes,
                                                 GError             **error);
gboolean         psg_notebook_file_apply        (PsgNotebookFile     *self,
                                                 GPtrArray           *changes,
                                                 GError             **error);
GPtrArray       *psg_notebook_file_bin          (PsgNotebookFile     *self,
                                                 const char *const   *ids,
                                                 gint64               when,
                                                 GError             **error);
GPtrArray       *psg_notebook_file_purge        (PsgNotebookFile     *self,
                                                 const char *const   *ids,
                                                 GError             **error);
gboolean         psg_notebook_file_purge_old    (PsgNotebookFile     *self,
                                                 gint64               now,
                                                 GError             **error);
gboolean         psg_notebook_file_poll         (PsgNotebookFile     *self,
                                                 gboolean            *changed,
                                                 GError             **error);


G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgNotebookFile, psg_notebook_file_free)

G_END_DECLS
