/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db-statement.h"
#include "psg-note.h"

G_BEGIN_DECLS

/* The columns of a note, in the order psg_notebook_row_read() expects; @event: `event`, or `NULL` in a notebook
 * that is older than events. */
#define PSG_NOTEBOOK_COLUMNS_WITH(event) \
  "note.id, created, modified, collection, collection_version, kind, target, latitude, longitude, " \
  "span_start, span_end, exact, prefix, suffix, first, last, page, colour, status, bookmark, deleted, " \
  "body, tags, links, review, " event
#define PSG_NOTEBOOK_COLUMNS PSG_NOTEBOOK_COLUMNS_WITH ("event")
#define PSG_NOTEBOOK_N_COLUMNS 26

PsgNote *psg_notebook_row_read   (PsgDbStatement *statement);
gboolean psg_notebook_row_write  (PsgDb *db, const PsgNote *note, GError **error);
gboolean psg_notebook_row_delete (PsgDb *db, const char *id, GError **error);
gboolean psg_notebook_row_delete_binned (PsgDb *db, gint64 before, GError **error);

G_END_DECLS
