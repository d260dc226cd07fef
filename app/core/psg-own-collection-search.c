/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-collection-private.h"

#include <string.h>

#include "psg-names.h"
#include "psg-note-snippet.h"

/*
 * Searching a collection with own events in it: the collection is asked for its own rows, and own events, of which
 * there are few, are held against the words here, as the full-text index would: a word by its beginning, what
 * stands in quotation marks word for word.
 */

/* (transfer full): everything that is searched of an event, its words with a space before and after each. */
static char *
fold_texts (const PsgNote *note)
{
  const PsgOwnEvent *event = note->event;
  g_autofree char *all = g_strjoin (" ", event->title, event->place != NULL ? event->place : "", note->body, NULL);
  g_autofree char *folded = psg_name_fold (all);

  return g_strconcat (" ", folded, " ", NULL);
}

static gboolean
has_words (const char *texts,
           const char *words,
           gboolean    whole,
           guint      *n)
{
  g_autofree char *folded = psg_name_fold (words);
  g_autofree char *wanted = g_strconcat (" ", folded, whole ? " " : NULL, NULL);

  if (*folded == '\0')
    return TRUE;

  (*n)++;

  return strstr (texts, wanted) != NULL;
}

/* Whether an event holds all that is asked; a query without a letter asks for nothing there is. */
static gboolean
holds (const PsgNote *note,
       const char    *query)
{
  g_autofree char *texts = fold_texts (note);
  g_auto (GStrv) parts = g_strsplit (query, "\"", -1);
  gboolean found = TRUE;
  guint n = 0;

  for (guint i = 0; parts[i] != NULL && found; i++)
    {
      g_auto (GStrv) words = NULL;

      if (i % 2 == 1 && parts[i + 1] != NULL)
        {
          found = has_words (texts, parts[i], TRUE, &n);
          continue;
        }
      words = g_strsplit_set (parts[i], " \t\r\n", -1);
      for (guint j = 0; words[j] != NULL && found; j++)
        found = has_words (texts, words[j], FALSE, &n);
    }

  return found && n > 0;
}

PsgRowSet *
psg_own_collection_match_events (PsgCollection *collection,
                                 const char    *query,
                                 GError       **error)
{
  PsgOwnCollection *self = PSG_OWN_COLLECTION (collection);
  g_autoptr (PsgRowSet) base = psg_collection_match_events (self->base, query, error);
  PsgRowSet *rows;

  if (base == NULL)
    return NULL;

  rows = psg_row_merge_widen (self->merge, base);
  for (guint i = 0; i < psg_row_merge_get_n_own (self->merge); i++)
    {
      guint row = psg_row_merge_from_own (self->merge, i);

      if (holds (psg_own_collection_get_note (self, row), query))
        psg_row_set_add (rows, row);
    }

  return rows;
}

static PsgHit *
make_hit (PsgOwnCollection *self,
          guint             row,
          const char       *words)
{
  const PsgNote *note = psg_own_collection_get_note (self, row);
  PsgHit *hit = psg_hit_new (PSG_KIND_EVENT, psg_event_table_get_id (self->events, row),
                             psg_event_table_get_title (self->events, row));

  hit->date = psg_edtf_parse (note->event->date, NULL);
  hit->marked = psg_note_snippet_mark (hit->title, words);
  hit->named = hit->marked != NULL;
  if (!hit->named)
    hit->snippet = psg_note_snippet_cut (note->body, words);
  if (hit->snippet == NULL && *note->body != '\0')
    hit->snippet = g_strdup (note->body);

  return hit;
}

/* (transfer full) (element-type PsgHit): own events with the words, among @chosen. */
static GPtrArray *
find_own (PsgOwnCollection *self,
          const char       *words,
          PsgRowSet        *chosen)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_hit_free);

  for (guint i = 0; i < psg_row_merge_get_n_own (self->merge); i++)
    {
      guint row = psg_row_merge_from_own (self->merge, i);

      if ((chosen == NULL || psg_row_set_contains (chosen, row))
          && (*words == '\0' || holds (psg_own_collection_get_note (self, row), words)))
        g_ptr_array_add (hits, make_hit (self, row, words));
    }

  return hits;
}

/* Own ones come first: they are few, and nearest to the person. */
static void
put_first (GPtrArray *into,
           GPtrArray *hits,
           guint      limit)
{
  for (guint i = 0; i < hits->len; i++)
    g_ptr_array_insert (into, (int) i, g_ptr_array_index (hits, i));
  g_ptr_array_set_free_func (hits, NULL);
  if (into->len > limit)
    g_ptr_array_set_size (into, (int) limit);
}

GPtrArray *
psg_own_collection_search (PsgCollection *collection,
                           const char    *query,
                           PsgKind        kind,
                           guint          limit,
                           GError       **error)
{
  PsgOwnCollection *self = PSG_OWN_COLLECTION (collection);
  GPtrArray *found = psg_collection_search (self->base, query, kind, limit, error);
  g_autoptr (GPtrArray) own = NULL;

  if (found == NULL || (kind != PSG_KIND_EVENT && kind != PSG_KIND_NONE) || *query == '\0')
    return found;

  own = find_own (self, query, NULL);
  put_first (found, own, limit);

  return found;
}

static void
add_own (PsgOwnCollection *self,
         PsgSearchRequest *request,
         GPtrArray        *groups)
{
  g_autoptr (GPtrArray) own = NULL;
  PsgSearchGroup *group = NULL;

  if (!psg_query_wants (request->query, PSG_KIND_EVENT))
    return;
  own = find_own (self, psg_query_get_words (request->query), request->rows);
  if (own->len == 0)
    return;

  for (guint i = 0; i < groups->len; i++)
    if (((PsgSearchGroup *) g_ptr_array_index (groups, i))->kind == PSG_KIND_EVENT)
      group = g_ptr_array_index (groups, i);
  if (group == NULL)
    g_ptr_array_add (groups, group = psg_search_group_new (PSG_KIND_EVENT));

  group->n += own->len;
  put_first (group->hits, own, request->limit);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GTask) task = data;
  PsgSearchProvider *base = PSG_SEARCH_PROVIDER (source);
  g_autoptr (GError) error = NULL;
  GPtrArray *groups = PSG_SEARCH_PROVIDER_GET_IFACE (base)->search_finish (base, result, &error);

  if (groups == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  add_own (g_task_get_source_object (task), g_task_get_task_data (task), groups);
  g_task_return_pointer (task, groups, (GDestroyNotify) g_ptr_array_unref);
}

static void
search_async (PsgSearchProvider   *provider,
              PsgSearchRequest    *request,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             data)
{
  PsgOwnCollection *self = PSG_OWN_COLLECTION (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (PsgRowSet) rows = NULL;
  g_autoptr (PsgSearchRequest) narrow = NULL;
  PsgSearchProvider *base;

  g_task_set_task_data (task, psg_search_request_ref (request), (GDestroyNotify) psg_search_request_unref);
  if (!PSG_IS_SEARCH_PROVIDER (self->base))
    {
      GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_search_group_free);

      add_own (self, request, groups);
      g_task_return_pointer (task, groups, (GDestroyNotify) g_ptr_array_unref);
      return;
    }

  base = PSG_SEARCH_PROVIDER (self->base);
  rows = request->rows != NULL ? psg_row_merge_narrow (self->merge, request->rows) : NULL;
  narrow = psg_search_request_new (request->query, rows, request->limit);
  PSG_SEARCH_PROVIDER_GET_IFACE (base)->search_async (base, narrow, cancellable, answered_cb, g_steal_pointer (&task));
}

static GPtrArray *
search_finish (PsgSearchProvider *provider,
               GAsyncResult      *result,
               GError           **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
psg_own_collection_search_provider_init (PsgSearchProviderInterface *iface)
{
  iface->search_async = search_async;
  iface->search_finish = search_finish;
}
