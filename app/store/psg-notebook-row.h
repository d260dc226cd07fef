/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db-statement.h"
#include "psg-note.h"

G_BEGIN_DECLS

/* The columns of a note, in the order psg_notebook_row_read() expects. */
#define PSG_NOTEBOOK_COLUMNS \
  "note.id, created, modified, collection, collection_version, kind, target, latitude, longitude, " \
  "span_start, span_end, exact, prefix, suffix, first, last, page, colour, status, bookmark, deleted, " \
  "body, tags, links, review"

PsgNote *psg_notebook_row_read   (PsgDbStatement *statement);
gboolean psg_notebook_row_write  (PsgDb *db, const PsgNote *note, GError **error);
gboolean psg_notebook_row_delete (PsgDb *db, const char *id, GError **error);
gboolean psg_notebook_row_delete_binned (PsgDb *db, gint64 before, GError **error);

G_END_DECLS
