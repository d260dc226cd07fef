/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How much of the whole has been done, from 0 to 1. */
typedef void (*PsgProgressFunc) (double fraction, gpointer data);

/**
 * PsgProgress:
 * @func: (nullable): told how far it is
 * @data: for @func
 * @cancellable: (nullable): whether to go on
 * @done: how much has been done
 *
 * Long work reports to it, piece by piece. It lies on the stack of whoever began the work.
 */
typedef struct
{
  PsgProgressFunc func;
  gpointer        data;
  GCancellable   *cancellable;
  double          done;
} PsgProgress;

gboolean psg_progress_advance (PsgProgress *self, gsize n, gsize total, GError **error);

G_END_DECLS
