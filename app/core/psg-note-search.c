/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-note-search.h"

#include <glib/gi18n-lib.h>

#include "psg-date-range.h"
#include "psg-filter-private.h"
#include "psg-note-snippet.h"
#include "psg-note-subject.h"

/* Asks the store for notes with the words, and holds what it finds against the terms. */

#define HAS_NOTE "has:note"
/* Terms are held against so many of those with the words at most, the last changed first. */
#define MAX_LOOKED_AT 1000

struct _PsgNoteSearch
{
  GObject parent_instance;

  PsgSession *session; /* owned */
};

/* What is being asked. */
typedef struct
{
  PsgSearchRequest *request;
  PsgCollection    *collection;
  PsgLibrary       *library; /* (nullable) */
  PsgFilter        *terms;   /* (nullable): but for `has:note`; %NULL if there are none */
  PsgRowSet        *rows;    /* (nullable): the events they choose */
  GHashTable       *belongs; /* of crossings and documents: interned id → whether it belongs to such an event */
  PsgSearchGroup   *group;
} Asking;

static void search_provider_init (PsgSearchProviderInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgNoteSearch, psg_note_search, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_SEARCH_PROVIDER, search_provider_init))

static void
free_asking (gpointer data)
{
  Asking *self = data;

  psg_search_request_unref (self->request);
  g_object_unref (self->collection);
  g_clear_object (&self->library);
  g_clear_pointer (&self->terms, psg_filter_unref);
  g_clear_pointer (&self->rows, psg_row_set_unref);
  g_hash_table_unref (self->belongs);
  g_clear_pointer (&self->group, psg_search_group_free);
  g_free (self);
}

static Asking *
asking_new (PsgNoteSearch    *self,
            PsgSearchRequest *request)
{
  PsgFilter *terms = psg_query_get_filter (request->query);
  g_autoptr (PsgFilter) rest = psg_filter_without (terms, HAS_NOTE);
  Asking *asking = g_new0 (Asking, 1);

  asking->request = psg_search_request_ref (request);
  asking->collection = g_object_ref (psg_session_get_collection (self->session));
  g_set_object (&asking->library, psg_session_get_library (self->session));
  asking->belongs = g_hash_table_new (g_str_hash, g_str_equal);
  asking->group = psg_search_group_new (PSG_KIND_NOTE);
  if (psg_filter_is_empty (rest))
    return asking;

  asking->terms = psg_filter_ref (rest);
  asking->rows = psg_filter_equal (rest, terms) && request->rows != NULL
                   ? psg_row_set_ref (request->rows) : psg_filter_apply (rest, asking->collection, NULL, NULL);

  return asking;
}

/* The terms */

static gboolean
has_event (Asking     *asking,
           const char *id)
{
  guint row = psg_event_table_find (psg_collection_get_events (asking->collection), id);

  return row != PSG_ROW_NONE && asking->rows != NULL && psg_row_set_contains (asking->rows, row);
}

static gboolean
has_crossing (Asking     *asking,
              const char *id)
{
  g_autoptr (GArray) rows = psg_collection_load_events_about (asking->collection, PSG_KIND_CROSSING, id, NULL);

  for (guint i = 0; rows != NULL && asking->rows != NULL && i < rows->len; i++)
    if (psg_row_set_contains (asking->rows, g_array_index (rows, guint, i)))
      return TRUE;

  return FALSE;
}

static gboolean
has_document (Asking     *asking,
              const char *id)
{
  g_autoptr (GPtrArray) passages = psg_collection_load_passages_about (asking->collection, PSG_KIND_DOCUMENT, id, NULL);

  for (guint i = 0; passages != NULL && i < passages->len; i++)
    {
      const PsgPassage *passage = g_ptr_array_index (passages, i);

      for (guint j = 0; passage->events != NULL && passage->events[j] != NULL; j++)
        if (has_event (asking, passage->events[j]))
          return TRUE;
    }

  return FALSE;
}

/* Found out once for each, since there may be many notes about it. */
static gboolean
belongs (Asking      *asking,
         PsgNoteKind  kind,
         const char  *id)
{
  gpointer known;

  if (g_hash_table_lookup_extended (asking->belongs, id, NULL, &known))
    return GPOINTER_TO_INT (known);

  known = GINT_TO_POINTER (kind == PSG_NOTE_ON_CROSSING ? has_crossing (asking, id) : has_document (asking, id));
  g_hash_table_insert (asking->belongs, (char *) g_intern_string (id), known);

  return GPOINTER_TO_INT (known);
}

/* Lanes, crossings and places are an event's alone. */
static gboolean
asks_for_events (const PsgFilter *terms)
{
  return terms->lanes[0] != NULL || terms->crossings[0] != NULL || terms->places[0] != NULL || terms->has[0] != NULL;
}

static gboolean
has_dates (const PsgFilter *terms)
{
  for (guint i = 0; i < PSG_FILTER_N_DATES; i++)
    if (terms->dates[i].text != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
admits_span (const PsgFilter   *terms,
             const PsgTimeSpan *span)
{
  if (asks_for_events (terms) || terms->area != NULL)
    return FALSE;

  for (guint i = 0; i < PSG_FILTER_N_DATES; i++)
    if (terms->dates[i].text != NULL
        && !psg_time_span_overlaps (span, terms->dates[i].span.start, terms->dates[i].span.end))
      return FALSE;

  return TRUE;
}

static gboolean
admits (Asking        *asking,
        const PsgNote *note)
{
  const PsgNoteTarget *target = &note->target;

  if (asking->terms == NULL)
    return TRUE;
  if (g_strcmp0 (note->collection, psg_collection_get_info (asking->collection)->id) != 0)
    return FALSE;

  switch (target->kind)
    {
    case PSG_NOTE_ON_EVENT:
      return target->id != NULL && has_event (asking, target->id);
    case PSG_NOTE_ON_CROSSING:
    case PSG_NOTE_ON_PASSAGE:
      return target->id != NULL && belongs (asking, target->kind, target->id);
    case PSG_NOTE_ON_SPAN:
      return admits_span (asking->terms, &target->span);
    case PSG_NOTE_OWN_EVENT:
      return FALSE;
    case PSG_NOTE_ON_PLACE:
    default:
      return asking->terms->area != NULL && !asks_for_events (asking->terms) && !has_dates (asking->terms)
             && psg_geo_box_contains (&asking->terms->area_box, target->latitude, target->longitude);
    }
}

/* Hits */

/* (nullable): the words around the match, where the title does not have it. */
static char *
dup_snippet (Asking        *asking,
             const PsgNote *note,
             const char    *words,
             gboolean       in_title)
{
  g_autofree char *tags = note->tags != NULL ? g_strjoinv (", ", note->tags) : NULL;
  char *snippet = NULL;

  if (*words != '\0' && !in_title)
    snippet = psg_note_snippet_cut (note->body, words);
  if (*words != '\0' && snippet == NULL && note->target.exact != NULL && !in_title)
    snippet = psg_note_snippet_cut (note->target.exact, words);
  if (*words != '\0' && snippet == NULL && tags != NULL)
    snippet = psg_note_snippet_cut (tags, words);

  return snippet;
}

static void
set_date (PsgHit            *hit,
          const PsgTimeSpan *span)
{
  g_autofree char *edtf = psg_date_range_to_edtf (span);

  hit->date = psg_edtf_parse (edtf, NULL);
}

static PsgHit *
make_hit (Asking        *asking,
          const PsgNote *note)
{
  const char *words = psg_query_get_words (asking->request->query);
  g_autofree char *title = psg_note_dup_title (note);
  PsgHit *hit = psg_hit_new (PSG_KIND_NOTE, note->id, *title != '\0' ? title : _("Note without words"));

  hit->marked = *words != '\0' ? psg_note_snippet_mark (hit->title, words) : NULL;
  hit->named = hit->marked != NULL;
  hit->snippet = dup_snippet (asking, note, words, hit->named);
  hit->rank = asking->group->hits->len;
  /* The subject of a stretch of time is its dates. */
  if (note->target.has_span && (note->target.kind != PSG_NOTE_ON_SPAN || hit->snippet != NULL))
    set_date (hit, &note->target.span);
  if (hit->snippet == NULL)
    hit->snippet = psg_note_dup_subject (note, asking->collection, asking->library);

  return hit;
}

static void
take_notes (Asking    *asking,
            GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const PsgNote *note = g_ptr_array_index (notes, i);

      if (!admits (asking, note))
        continue;
      if (asking->group->n++ < asking->request->limit)
        g_ptr_array_add (asking->group->hits, make_hit (asking, note));
    }
}

static void
answer (GTask *task)
{
  Asking *asking = g_task_get_task_data (task);
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_search_group_free);

  if (asking->group->hits->len > 0)
    g_ptr_array_add (groups, g_steal_pointer (&asking->group));
  g_task_return_pointer (task, groups, (GDestroyNotify) g_ptr_array_unref);
}

static PsgNoteFilter *
make_filter (Asking *asking)
{
  const char *words = psg_query_get_words (asking->request->query);
  PsgNoteFilter *filter = psg_note_filter_new ();

  /* Own events are found among events. */
  filter->kinds = ((1u << PSG_NOTE_N_KINDS) - 1) & ~(1u << PSG_NOTE_OWN_EVENT);
  filter->text = *words != '\0' ? g_strdup (words) : NULL;
  filter->limit = asking->terms != NULL ? MAX_LOOKED_AT : asking->request->limit;

  return filter;
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  Asking *asking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gssize n = psg_note_store_count_finish (PSG_NOTE_STORE (source), result, &error);

  if (n < 0)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  asking->group->n = (guint) n;
  answer (task);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  Asking *asking = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  PsgNoteStore *store = PSG_NOTE_STORE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notes = psg_note_store_list_finish (store, result, &error);
  g_autoptr (PsgNoteFilter) filter = make_filter (asking);

  if (notes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  take_notes (asking, notes);
  asking->group->more = asking->terms != NULL && notes->len == filter->limit;
  if (asking->terms == NULL && notes->len == filter->limit)
    psg_note_store_count_async (store, filter, cancellable, counted_cb, g_steal_pointer (&task));
  else
    answer (task);
}

static void
ask_cb (PsgNoteStore *store,
        gpointer      data)
{
  GTask *task = data;
  g_autoptr (PsgNoteFilter) filter = make_filter (g_task_get_task_data (task));

  psg_note_store_list_async (store, filter, g_task_get_cancellable (task), listed_cb, task);
}

static void
psg_note_search_search_async (PsgSearchProvider  *provider,
                              PsgSearchRequest   *request,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            data)
{
  PsgNoteSearch *self = PSG_NOTE_SEARCH (provider);
  PsgNotes *notes = psg_session_get_notes (self->session);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  if (notes == NULL || psg_session_get_collection (self->session) == NULL
      || !psg_query_wants (request->query, PSG_KIND_NOTE))
    {
      g_task_return_pointer (task, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
      return;
    }

  g_task_set_task_data (task, asking_new (self, request), free_asking);
  psg_notes_ask (notes, ask_cb, g_steal_pointer (&task));
}

static GPtrArray *
psg_note_search_search_finish (PsgSearchProvider *provider,
                               GAsyncResult      *result,
                               GError           **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
search_provider_init (PsgSearchProviderInterface *iface)
{
  iface->search_async = psg_note_search_search_async;
  iface->search_finish = psg_note_search_search_finish;
}

static void
psg_note_search_dispose (GObject *object)
{
  g_clear_object (&PSG_NOTE_SEARCH (object)->session);

  G_OBJECT_CLASS (psg_note_search_parent_class)->dispose (object);
}

static void
psg_note_search_class_init (PsgNoteSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = psg_note_search_dispose;
}

static void
psg_note_search_init (PsgNoteSearch *self)
{
}

/**
 * psg_note_search_new:
 * @session: whose notes are searched, whatever they are at the time
 *
 * Returns: (transfer full): a provider
 */
PsgNoteSearch *
psg_note_search_new (PsgSession *session)
{
  PsgNoteSearch *self = g_object_new (PSG_TYPE_NOTE_SEARCH, NULL);

  self->session = g_object_ref (session);

  return self;
}
