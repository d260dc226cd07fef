/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection-file.h"
#include "psg-db.h"
#include "psg-searcher.h"

G_BEGIN_DECLS

GPtrArray *psg_search_run (PsgCollectionFile *file, PsgDb *db, const PsgSearchRequest *request, GError **error);
PsgRowSet *psg_search_match_events (PsgDb *db, guint n_events, const char *match, GError **error);

G_END_DECLS
