/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "psg-note-filter.h"
#include "psg-notebook-error.h"
#include "psg-undo-stack.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTEBOOK (psg_notebook_get_type ())
G_DECLARE_FINAL_TYPE (PsgNotebook, psg_notebook, PSG, NOTEBOOK, GObject)

PsgNotebook *psg_notebook_new              (const char *folder);
gboolean     psg_notebook_is_read_only     (PsgNotebook *self);
const char  *psg_notebook_get_report       (PsgNotebook *self);
void         psg_notebook_close            (PsgNotebook *self);

void         psg_notebook_open_async       (PsgNotebook *self, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
gboolean     psg_notebook_open_finish      (PsgNotebook *self, GAsyncResult *result, GError **error);

void         psg_notebook_get_async        (PsgNotebook *self, const char *id, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
PsgNote     *psg_notebook_get_finish       (PsgNotebook *self, GAsyncResult *result, GError **error);
void         psg_notebook_list_async       (PsgNotebook *self, const PsgNoteFilter *filter, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
GPtrArray   *psg_notebook_list_finish      (PsgNotebook *self, GAsyncResult *result, GError **error);
void         psg_notebook_count_async      (PsgNotebook *self, const PsgNoteFilter *filter, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
gssize       psg_notebook_count_finish     (PsgNotebook *self, GAsyncResult *result, GError **error);
void         psg_notebook_list_tags_async  (PsgNotebook *self, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
GPtrArray   *psg_notebook_list_tags_finish (PsgNotebook *self, GAsyncResult *result, GError **error);

void         psg_notebook_put_async        (PsgNotebook *self, GPtrArray *notes,
                                            GAsyncReadyCallback callback, gpointer data);
gboolean     psg_notebook_put_finish       (PsgNotebook *self, GAsyncResult *result, GError **error);
void         psg_notebook_apply_async      (PsgNotebook *self, GPtrArray *changes,
                                            GAsyncReadyCallback callback, gpointer data);
gboolean     psg_notebook_apply_finish     (PsgNotebook *self, GAsyncResult *result, GError **error);
void         psg_notebook_bin_async        (PsgNotebook *self, const char *const *ids, gint64 when,
                                            GAsyncReadyCallback callback, gpointer data);
GPtrArray   *psg_notebook_bin_finish       (PsgNotebook *self, GAsyncResult *result, GError **error);
void         psg_notebook_purge_async      (PsgNotebook *self, const char *const *ids,
                                            GAsyncReadyCallback callback, gpointer data);
GPtrArray   *psg_notebook_purge_finish     (PsgNotebook *self, GAsyncResult *result, GError **error);

void         psg_notebook_undo_async       (PsgNotebook *self, PsgUndoStack *stack,
                                            GAsyncReadyCallback callback, gpointer data);
void         psg_notebook_redo_async       (PsgNotebook *self, PsgUndoStack *stack,
                                            GAsyncReadyCallback callback, gpointer data);
gboolean     psg_notebook_undo_finish      (PsgNotebook *self, GAsyncResult *result, GError **error);

G_END_DECLS
