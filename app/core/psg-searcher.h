/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-query.h"

G_BEGIN_DECLS

/**
 * PsgSearchGroup:
 * @kind: what was found
 * @hits: (element-type PsgHit): the best of them, best first
 * @n: how many there are in all
 * @more: whether there are more than @n, which were not counted
 */
typedef struct
{
  PsgKind    kind;
  GPtrArray *hits;
  guint      n;
  gboolean   more;
} PsgSearchGroup;

PsgSearchGroup *psg_search_group_new  (PsgKind kind);
void            psg_search_group_free (PsgSearchGroup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgSearchGroup, psg_search_group_free)

/**
 * PsgSearchRequest:
 * @query: what is asked
 * @rows: (nullable): the events that its terms choose; %NULL if it has none
 * @limit: hits of a kind at most
 *
 * What a provider is given; reference-counted and immutable.
 */
typedef struct
{
  PsgQuery  *query;
  PsgRowSet *rows;
  guint      limit;
} PsgSearchRequest;

PsgSearchRequest *psg_search_request_new   (PsgQuery *query, PsgRowSet *rows, guint limit);
PsgSearchRequest *psg_search_request_ref   (PsgSearchRequest *self);
void              psg_search_request_unref (PsgSearchRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgSearchRequest, psg_search_request_unref)

#define PSG_TYPE_SEARCH_PROVIDER (psg_search_provider_get_type ())
G_DECLARE_INTERFACE (PsgSearchProvider, psg_search_provider, PSG, SEARCH_PROVIDER, GObject)

/**
 * PsgSearchProvider:
 *
 * What can be searched. A collection file is one, for all that is in it; whatever a person keeps
 * beside it can be another. `search_async` must not block; the callback is called in the
 * thread it was called in, also when it was cancelled. `search_finish` returns
 * #PsgSearchGroup in any order, and none for a kind that it does not have.
 */
struct _PsgSearchProviderInterface
{
  GTypeInterface parent;

  void       (*search_async)  (PsgSearchProvider   *self,
                               PsgSearchRequest    *request,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             data);
  GPtrArray *(*search_finish) (PsgSearchProvider *self, GAsyncResult *result, GError **error);
};

#define PSG_TYPE_SEARCHER (psg_searcher_get_type ())
G_DECLARE_FINAL_TYPE (PsgSearcher, psg_searcher, PSG, SEARCHER, GObject)

/**
 * PsgSearcher:
 *
 * Asks every provider what is typed, and has the answers. Only the newest question counts: asking
 * anew cancels what is under way. Its signal `answered` says that all providers have.
 */
PsgSearcher *psg_searcher_new          (PsgCollection *collection);
void         psg_searcher_add_provider (PsgSearcher *self, PsgSearchProvider *provider);
void         psg_searcher_set_noted    (PsgSearcher *self, PsgRowSet *noted);
void         psg_searcher_ask          (PsgSearcher *self, PsgQuery *query, guint limit);
void         psg_searcher_cancel       (PsgSearcher *self);

gboolean     psg_searcher_is_asking    (PsgSearcher *self);
GPtrArray   *psg_searcher_get_groups   (PsgSearcher *self);
guint        psg_searcher_get_n        (PsgSearcher *self);
const char  *psg_searcher_get_problem  (PsgSearcher *self);

G_END_DECLS
