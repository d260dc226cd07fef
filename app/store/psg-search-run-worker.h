/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "psg-searcher.h"

G_BEGIN_DECLS

/**
 * PsgSearchWorker:
 *
 * Searches a collection file in a thread, on a connection of its own. It belongs to the file.
 */
typedef struct _PsgSearchWorker PsgSearchWorker;

PsgSearchWorker *psg_search_worker_new   (void);
void             psg_search_worker_free  (PsgSearchWorker *self);
void             psg_search_worker_start (PsgSearchWorker     *self,
                                          PsgSearchProvider   *file,
                                          PsgSearchRequest    *request,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             data);

G_END_DECLS
