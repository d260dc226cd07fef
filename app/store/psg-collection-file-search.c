/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection-file-private.h"

#include "psg-search-query.h"
#include "psg-search-run.h"

/* Full-text search as the collection's interface has it: at once, for the list of events, and
 * as a provider of the search over everything, in a thread. */

PsgRowSet *
psg_collection_file_match_events (PsgCollection  *collection,
                                  const char     *query,
                                  GError        **error)
{
  PsgCollectionFile *self = PSG_COLLECTION_FILE (collection);
  guint n_rows = psg_event_table_get_n (self->events);
  g_autofree char *match = psg_search_query_to_match (query);

  if (match == NULL)
    return psg_row_set_new_full (n_rows);

  return psg_search_match_events (self->db, n_rows, match, error);
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const PsgHit *first = *(PsgHit *const *) a;
  const PsgHit *second = *(PsgHit *const *) b;

  return (first->rank > second->rank) - (first->rank < second->rank);
}

static GPtrArray *
merge_groups (GPtrArray *groups,
              guint      limit)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_hit_free);

  for (guint i = 0; i < groups->len; i++)
    {
      PsgSearchGroup *group = g_ptr_array_index (groups, i);

      while (group->hits->len > 0)
        g_ptr_array_add (hits, g_ptr_array_steal_index (group->hits, 0));
    }

  g_ptr_array_sort (hits, compare_hits);
  if (hits->len > limit)
    g_ptr_array_set_size (hits, limit);

  return hits;
}

GPtrArray *
psg_collection_file_search (PsgCollection  *collection,
                            const char     *query,
                            PsgKind         kind,
                            guint           limit,
                            GError        **error)
{
  PsgCollectionFile *self = PSG_COLLECTION_FILE (collection);
  g_autofree char *text = kind != PSG_KIND_NONE ? psg_query_narrow (query, kind) : g_strdup (query);
  g_autoptr (PsgQuery) asked = psg_query_parse (text);
  g_autoptr (PsgSearchRequest) request = psg_search_request_new (asked, NULL, limit);
  g_autoptr (GPtrArray) groups = NULL;

  if (*psg_query_get_words (asked) == '\0')
    return g_ptr_array_new_with_free_func ((GDestroyNotify) psg_hit_free);

  groups = psg_search_run (self, self->db, request, error);

  return groups != NULL ? merge_groups (groups, limit) : NULL;
}

static void
search_async (PsgSearchProvider   *provider,
              PsgSearchRequest    *request,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             data)
{
  PsgCollectionFile *self = PSG_COLLECTION_FILE (provider);

  if (self->worker == NULL)
    self->worker = psg_search_worker_new ();
  psg_search_worker_start (self->worker, provider, request, cancellable, callback, data);
}

static GPtrArray *
search_finish (PsgSearchProvider  *provider,
               GAsyncResult       *result,
               GError            **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
psg_collection_file_search_provider_init (PsgSearchProviderInterface *iface)
{
  iface->search_async = search_async;
  iface->search_finish = search_finish;
}
