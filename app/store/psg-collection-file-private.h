/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection-file.h"
#include "psg-db-statement.h"
#include "psg-schema.h"
#include "psg-search-run-worker.h"
#include "psg-searcher.h"

G_BEGIN_DECLS

/* How long one query may take once the collection is open, in milliseconds. */
#define PSG_QUERY_LIMIT 2000
/* How long one query may take in opening it. */
#define PSG_OPEN_LIMIT 60000

struct _PsgCollectionFile
{
  GObject parent_instance;

  char  *path;
  PsgDb *db;

  PsgCollectionHead *head; /* with its lanes and eras */
  GPtrArray         *places;
  GPtrArray         *crossings;
  GPtrArray         *documents;
  GPtrArray         *lessons;
  PsgEventTable     *events;
  GHashTable        *ids[PSG_N_THINGS]; /* of what is in memory: char * -> index + 1 */
  PsgDbStatement    *find_event;        /* its row by its id */
  PsgRowSet         *with[PSG_KIND_PLACE + 1]; /* (nullable): the events that have one of a kind */
  PsgSearchWorker   *worker;            /* (nullable): once something was searched for */
};

/* psg-collection-file-open.c */
gboolean     psg_collection_file_connect (PsgCollectionFile *self, GCancellable *cancellable, GError **error);
gboolean     psg_collection_file_load (PsgCollectionFile *self, PsgProgress *progress, GError **error);
gboolean     psg_collection_file_fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* psg-collection-file-records.c */
PsgEvent    *psg_collection_file_load_event  (PsgCollection *collection, guint row, GError **error);
PsgSource   *psg_collection_file_load_source (PsgCollection *collection, const char *id, GError **error);
PsgActor    *psg_collection_file_load_actor  (PsgCollection *collection, const char *id, GError **error);
PsgClaim    *psg_collection_file_load_claim  (PsgCollection *collection, const char *id, GError **error);
GArray      *psg_collection_file_load_events_about (PsgCollection *collection, PsgKind kind, const char *id,
                                                    GError **error);
PsgRowSet   *psg_collection_file_load_events_with (PsgCollection *collection, PsgKind kind, GError **error);
int          psg_collection_file_find        (PsgCollectionFile *self, PsgThing thing, const char *id);
gboolean     psg_collection_file_check_ids   (PsgCollectionFile *self, PsgThing thing, GStrv ids,
                                              const char *where, GError **error);
gboolean     psg_collection_file_check_id    (PsgCollectionFile *self, PsgThing thing, const char *id,
                                              const char *where, GError **error);

/* psg-collection-file-texts.c */
PsgDocument *psg_collection_file_load_document (PsgCollection *collection, const char *id, GError **error);
PsgPassage  *psg_collection_file_load_passage  (PsgCollection *collection, const char *id, GError **error);
GBytes      *psg_collection_file_load_image (PsgCollection *collection, const char *name, GError **error);
GPtrArray   *psg_collection_file_load_passages_about (PsgCollection *collection, PsgKind kind, const char *id,
                                                      GError **error);

gboolean     psg_collection_file_choose_language (PsgDb *db, guint document, char **language, GError **error);

/* psg-collection-file-search.c */
PsgRowSet   *psg_collection_file_match_events (PsgCollection *collection, const char *query, GError **error);
GPtrArray   *psg_collection_file_search      (PsgCollection *collection, const char *query, PsgKind kind, guint limit,
                                              GError **error);
void         psg_collection_file_search_provider_init (PsgSearchProviderInterface *iface);

G_END_DECLS
