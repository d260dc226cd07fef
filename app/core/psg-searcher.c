/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-searcher.h"

/*
 * One question to several providers. It chooses the events of the terms itself, once for all of
 * them: a person who types words leaves the terms as they are.
 */

struct _PsgSearcher
{
  GObject parent_instance;

  /* owned */
  PsgCollection *collection;
  GPtrArray *providers;
  GCancellable *cancellable; /* of the question under way */
  GPtrArray *coming;         /* its answers so far */
  GPtrArray *groups;         /* the last whole answer */
  PsgFilter *terms;          /* which @rows are for */
  PsgRowSet *rows;
  PsgRowSet *noted;          /* (nullable) */
  char *problem;
  char *coming_problem;

  guint n_asked; /* providers that have not answered */
};

G_DEFINE_INTERFACE (PsgSearchProvider, psg_search_provider, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (PsgSearcher, psg_searcher, G_TYPE_OBJECT)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
psg_search_provider_default_init (PsgSearchProviderInterface *iface)
{
}

PsgSearchGroup *
psg_search_group_new (PsgKind kind)
{
  PsgSearchGroup *self = g_new0 (PsgSearchGroup, 1);

  self->kind = kind;
  self->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_hit_free);

  return self;
}

void
psg_search_group_free (PsgSearchGroup *self)
{
  g_ptr_array_unref (self->hits);
  g_free (self);
}

static void
psg_search_request_clear (gpointer data)
{
  PsgSearchRequest *self = data;

  psg_query_unref (self->query);
  g_clear_pointer (&self->rows, psg_row_set_unref);
}

/**
 * psg_search_request_new:
 * @query: what is asked
 * @rows: (nullable): the events that its terms choose
 * @limit: hits of a kind at most
 *
 * Returns: (transfer full): a request
 */
PsgSearchRequest *
psg_search_request_new (PsgQuery  *query,
                        PsgRowSet *rows,
                        guint      limit)
{
  PsgSearchRequest *self = g_atomic_rc_box_new0 (PsgSearchRequest);

  self->query = psg_query_ref (query);
  self->rows = rows != NULL ? psg_row_set_ref (rows) : NULL;
  self->limit = limit;

  return self;
}

PsgSearchRequest *
psg_search_request_ref (PsgSearchRequest *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
psg_search_request_unref (PsgSearchRequest *self)
{
  g_atomic_rc_box_release_full (self, psg_search_request_clear);
}

static GPtrArray *
new_groups (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) psg_search_group_free);
}

/* Returns: whether the rows of the query's terms are known. */
static gboolean
choose_rows (PsgSearcher  *self,
             PsgQuery     *query,
             GError      **error)
{
  PsgFilter *terms = psg_query_get_filter (query);

  if (self->terms != NULL && psg_filter_equal (self->terms, terms))
    return TRUE;

  g_clear_pointer (&self->terms, psg_filter_unref);
  g_clear_pointer (&self->rows, psg_row_set_unref);
  if (psg_query_has_terms (query))
    {
      self->rows = psg_filter_apply (terms, self->collection, self->noted, error);
      if (self->rows == NULL)
        return FALSE;
    }
  self->terms = psg_filter_ref (terms);

  return TRUE;
}

/* Events first, but before them the crossings if a name was typed that is theirs. */
static int
get_order (const PsgSearchGroup *group)
{
  const PsgHit *best = group->hits->len > 0 ? g_ptr_array_index (group->hits, 0) : NULL;

  switch ((int) group->kind)
    {
    case PSG_KIND_CROSSING:
      return best != NULL && best->named ? 0 : 4;
    case PSG_KIND_EVENT:
      return 1;
    case PSG_KIND_DOCUMENT:
      return 2;
    case PSG_KIND_OWN:
    case PSG_KIND_NOTE:
      return 3;
    case PSG_KIND_CLAIM:
      return 5;
    case PSG_KIND_PLACE:
      return 6;
    default:
      return 7;
    }
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  return get_order (*(PsgSearchGroup *const *) a) - get_order (*(PsgSearchGroup *const *) b);
}

/* Everybody has answered. */
static void
answer (PsgSearcher *self)
{
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = self->coming != NULL ? g_steal_pointer (&self->coming) : new_groups ();
  g_ptr_array_sort (self->groups, compare_groups);
  g_free (self->problem);
  self->problem = g_steal_pointer (&self->coming_problem);
  g_signal_emit (self, signals[ANSWERED], 0);
}

typedef struct
{
  PsgSearcher *searcher;
  GCancellable *cancellable;
} Asking;

static void
free_asking (Asking *self)
{
  g_object_unref (self->searcher);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, free_asking)

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Asking) asking = data;
  PsgSearcher *self = asking->searcher;
  PsgSearchProvider *provider = PSG_SEARCH_PROVIDER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  groups = PSG_SEARCH_PROVIDER_GET_IFACE (provider)->search_finish (provider, result, &error);
  if (self->cancellable != asking->cancellable)
    return;

  if (groups == NULL && self->coming_problem == NULL)
    self->coming_problem = g_strdup (error->message);
  if (groups != NULL)
    g_ptr_array_extend_and_steal (self->coming, g_steal_pointer (&groups));
  if (--self->n_asked == 0)
    answer (self);
}

static void
ask_provider (PsgSearcher       *self,
              PsgSearchProvider *provider,
              PsgSearchRequest  *request)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->searcher = g_object_ref (self);
  asking->cancellable = g_object_ref (self->cancellable);
  PSG_SEARCH_PROVIDER_GET_IFACE (provider)->search_async (provider, request, self->cancellable, answered_cb, asking);
}

static void
psg_searcher_dispose (GObject *object)
{
  psg_searcher_cancel (PSG_SEARCHER (object));

  G_OBJECT_CLASS (psg_searcher_parent_class)->dispose (object);
}

static void
psg_searcher_finalize (GObject *object)
{
  PsgSearcher *self = PSG_SEARCHER (object);

  g_clear_pointer (&self->providers, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->terms, psg_filter_unref);
  g_clear_pointer (&self->rows, psg_row_set_unref);
  g_clear_pointer (&self->noted, psg_row_set_unref);
  g_clear_object (&self->collection);
  g_free (self->problem);

  G_OBJECT_CLASS (psg_searcher_parent_class)->finalize (object);
}

static void
psg_searcher_class_init (PsgSearcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_searcher_dispose;
  object_class->finalize = psg_searcher_finalize;

  signals[ANSWERED] = g_signal_new ("answered", PSG_TYPE_SEARCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
psg_searcher_init (PsgSearcher *self)
{
  self->providers = g_ptr_array_new_with_free_func (g_object_unref);
  self->groups = new_groups ();
}

/**
 * psg_searcher_new:
 * @collection: whose events the terms of a query choose; a provider itself, if it can be
 *
 * Returns: (transfer full): a searcher
 */
PsgSearcher *
psg_searcher_new (PsgCollection *collection)
{
  PsgSearcher *self = g_object_new (PSG_TYPE_SEARCHER, NULL);

  self->collection = g_object_ref (collection);
  if (PSG_IS_SEARCH_PROVIDER (collection))
    psg_searcher_add_provider (self, PSG_SEARCH_PROVIDER (collection));

  return self;
}

void
psg_searcher_add_provider (PsgSearcher       *self,
                           PsgSearchProvider *provider)
{
  g_return_if_fail (PSG_IS_SEARCHER (self));

  g_ptr_array_add (self->providers, g_object_ref (provider));
}

/**
 * psg_searcher_set_noted:
 * @self: a searcher
 * @noted: (nullable): the rows of the events the person wrote about, for `has:note`
 */
void
psg_searcher_set_noted (PsgSearcher *self,
                        PsgRowSet   *noted)
{
  g_return_if_fail (PSG_IS_SEARCHER (self));

  if (noted == self->noted)
    return;

  g_clear_pointer (&self->noted, psg_row_set_unref);
  self->noted = noted != NULL ? psg_row_set_ref (noted) : NULL;
  g_clear_pointer (&self->terms, psg_filter_unref);
}

/**
 * psg_searcher_ask:
 * @self: a searcher
 * @query: what is asked
 * @limit: hits of a kind at most
 *
 * `answered` follows, at once if there is nothing to ask, unless something else is asked before.
 */
void
psg_searcher_ask (PsgSearcher *self,
                  PsgQuery    *query,
                  guint        limit)
{
  g_autoptr (PsgSearchRequest) request = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PSG_IS_SEARCHER (self));

  psg_searcher_cancel (self);
  self->coming = new_groups ();
  if (!choose_rows (self, query, &error))
    self->coming_problem = g_strdup (error->message);

  if (error != NULL || psg_query_is_empty (query) || self->providers->len == 0)
    {
      answer (self);
      return;
    }

  request = psg_search_request_new (query, self->rows, limit);
  self->cancellable = g_cancellable_new ();
  self->n_asked = self->providers->len;
  for (guint i = 0; i < self->providers->len; i++)
    ask_provider (self, g_ptr_array_index (self->providers, i), request);
}

/* Nothing is under way any more; the last answer stays. */
void
psg_searcher_cancel (PsgSearcher *self)
{
  g_return_if_fail (PSG_IS_SEARCHER (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->coming, g_ptr_array_unref);
  g_clear_pointer (&self->coming_problem, g_free);
}

gboolean
psg_searcher_is_asking (PsgSearcher *self)
{
  g_return_val_if_fail (PSG_IS_SEARCHER (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * psg_searcher_get_groups:
 *
 * Returns: (transfer none) (element-type PsgSearchGroup): the last answer; none of them is empty
 */
GPtrArray *
psg_searcher_get_groups (PsgSearcher *self)
{
  g_return_val_if_fail (PSG_IS_SEARCHER (self), NULL);

  return self->groups;
}

/* How much was found in all. */
guint
psg_searcher_get_n (PsgSearcher *self)
{
  guint n = 0;

  g_return_val_if_fail (PSG_IS_SEARCHER (self), 0);

  for (guint i = 0; i < self->groups->len; i++)
    n += ((PsgSearchGroup *) g_ptr_array_index (self->groups, i))->n;

  return n;
}

/**
 * psg_searcher_get_problem:
 *
 * Returns: (transfer none) (nullable): why something could not be searched
 */
const char *
psg_searcher_get_problem (PsgSearcher *self)
{
  g_return_val_if_fail (PSG_IS_SEARCHER (self), NULL);

  return self->problem;
}
