/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-own-collection.h"
#include "psg-searcher.h"

G_BEGIN_DECLS

struct _PsgOwnCollection
{
  GObject parent_instance;

  PsgCollection *base;   /* owned */
  GPtrArray     *notes;  /* PsgNote */
  GHashTable    *by_id;  /* event id → PsgNote, which is among @notes */
  GPtrArray     *places; /* PsgPlace: the base's, then own ones */
  PsgEventTable *events;
  const PsgRowMerge *merge; /* of @events */
};

const PsgNote *psg_own_collection_get_note     (PsgOwnCollection *self, guint row);

/* psg-own-collection-search.c */
PsgRowSet     *psg_own_collection_match_events (PsgCollection *collection, const char *query, GError **error);
GPtrArray     *psg_own_collection_search       (PsgCollection *collection, const char *query, PsgKind kind,
                                                guint limit, GError **error);
void           psg_own_collection_search_provider_init (PsgSearchProviderInterface *iface);

G_END_DECLS
