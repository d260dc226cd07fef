/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "psg-note-store.h"
#include "psg-notebook-error.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTEBOOK (psg_notebook_get_type ())
G_DECLARE_FINAL_TYPE (PsgNotebook, psg_notebook, PSG, NOTEBOOK, GObject)

PsgNotebook *psg_notebook_new              (const char *folder);
const char  *psg_notebook_get_report       (PsgNotebook *self);
void         psg_notebook_close            (PsgNotebook *self);

void         psg_notebook_open_async       (PsgNotebook *self, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer data);
gboolean     psg_notebook_open_finish      (PsgNotebook *self, GAsyncResult *result, GError **error);

void         psg_notebook_put_async        (PsgNotebook *self, GPtrArray *notes,
                                            GAsyncReadyCallback callback, gpointer data);
gboolean     psg_notebook_put_finish       (PsgNotebook *self, GAsyncResult *result, GError **error);

G_END_DECLS
