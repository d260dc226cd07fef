/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-db-statement.h"
#include "psg-notebook-file.h"
#include "psg-own-document.h"
#include "psg-searcher.h"

G_BEGIN_DECLS

/* The columns of a document, in the order psg_own_table_read() expects. */
#define PSG_OWN_COLUMNS \
  "own_document.id, own_document.title, media, size, sha256, added, origin, pages, deleted"

PsgOwnDocument *psg_own_table_read        (PsgDbStatement *statement);
GPtrArray      *psg_own_table_list        (PsgNotebookFile *file, GPtrArray *unread, GError **error);
PsgOwnDocument *psg_own_table_find        (PsgNotebookFile *file, const char *id, GError **error);
PsgOwnDocument *psg_own_table_put         (PsgNotebookFile *file, const PsgOwnDocument *document, GPtrArray *pages,
                                           GError **error);
gboolean        psg_own_table_set_deleted (PsgNotebookFile *file, const char *id, gint64 deleted, GError **error);
GPtrArray      *psg_own_table_purge       (PsgNotebookFile *file, gint64 before, GError **error);

/* psg-own-table-search.c */
GPtrArray      *psg_own_search            (PsgNotebookFile *file, const PsgSearchRequest *request,
                                           GCancellable *cancellable, GError **error);

G_END_DECLS
