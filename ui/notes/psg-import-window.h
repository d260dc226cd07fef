/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-exchange-merge.h"
#include "psg-notes.h"

G_BEGIN_DECLS

/* Tells what came of an import that is not plain: notes that differ from the person's own, each to be kept beside it
 * or instead, or not at all, and what was not understood. @conflicts: (element-type PsgMergeConflict): kept both
 * already; @messages: (element-type utf8). */
void psg_import_window_show (GtkWindow  *parent,
                             PsgNotes   *notes,
                             const char *summary,
                             GPtrArray  *conflicts,
                             GPtrArray  *messages);

G_END_DECLS
