/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-memory-collection.h"

#include "psg-memory-data.h"

/* A PsgCollection without a file, so that session and views can be tested
 * before and without the store. It answers as the store does, only slower. */

struct _PsgMemoryCollection
{
  GObject parent_instance;

  PsgCollectionInfo info;
  GPtrArray *lanes;
  GPtrArray *eras;
  GPtrArray *places;
  GPtrArray *crossings;
  GPtrArray *documents;
  GPtrArray *lessons;
  GPtrArray *sources;
  GPtrArray *actors;
  GPtrArray *claims;
  GPtrArray *events; /* by row */
  PsgEventTable *table;
  gboolean failing;
};

static void psg_memory_collection_iface_init (PsgCollectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgMemoryCollection, psg_memory_collection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_COLLECTION, psg_memory_collection_iface_init))

static gboolean
may_load (PsgMemoryCollection *self,
          GError             **error)
{
  if (!self->failing)
    return TRUE;

  g_set_error_literal (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_IO, "The disk is gone");

  return FALSE;
}

static gboolean
strv_has (GStrv       strv,
          const char *value)
{
  return strv != NULL && g_strv_contains ((const char *const *) strv, value);
}

/* Every record begins with its id. */
static gpointer
load_record (PsgCollection *collection,
             GPtrArray     *records,
             const char    *id,
             GError       **error)
{
  if (!may_load (PSG_MEMORY_COLLECTION (collection), error))
    return NULL;

  for (guint i = 0; i < records->len; i++)
    {
      char **record = g_ptr_array_index (records, i);

      if (g_strcmp0 (*record, id) == 0)
        return g_atomic_rc_box_acquire (record);
    }

  g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND, "There is no “%s”", id);

  return NULL;
}

static const PsgCollectionInfo *
get_info (PsgCollection *collection)
{
  return &PSG_MEMORY_COLLECTION (collection)->info;
}

static GPtrArray *
get_lanes (PsgCollection *collection)
{
  return PSG_MEMORY_COLLECTION (collection)->lanes;
}

static GPtrArray *
get_eras (PsgCollection *collection)
{
  return PSG_MEMORY_COLLECTION (collection)->eras;
}

static GPtrArray *
get_places (PsgCollection *collection)
{
  return PSG_MEMORY_COLLECTION (collection)->places;
}

static GPtrArray *
get_crossings (PsgCollection *collection)
{
  return PSG_MEMORY_COLLECTION (collection)->crossings;
}

static GPtrArray *
get_documents (PsgCollection *collection)
{
  return PSG_MEMORY_COLLECTION (collection)->documents;
}

static GPtrArray *
get_lessons (PsgCollection *collection)
{
  return PSG_MEMORY_COLLECTION (collection)->lessons;
}

static PsgEventTable *
get_events (PsgCollection *collection)
{
  return PSG_MEMORY_COLLECTION (collection)->table;
}

static PsgEvent *
load_event (PsgCollection *collection,
            guint          row,
            GError       **error)
{
  PsgMemoryCollection *self = PSG_MEMORY_COLLECTION (collection);

  if (!may_load (self, error))
    return NULL;

  if (row >= self->events->len)
    {
      g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND,
                   "There is no event in row %u", row);
      return NULL;
    }

  return psg_event_ref (g_ptr_array_index (self->events, row));
}

static PsgSource *
load_source (PsgCollection *collection,
             const char    *id,
             GError       **error)
{
  return load_record (collection, PSG_MEMORY_COLLECTION (collection)->sources, id, error);
}

static PsgActor *
load_actor (PsgCollection *collection,
            const char    *id,
            GError       **error)
{
  return load_record (collection, PSG_MEMORY_COLLECTION (collection)->actors, id, error);
}

static PsgClaim *
load_claim (PsgCollection *collection,
            const char    *id,
            GError       **error)
{
  return load_record (collection, PSG_MEMORY_COLLECTION (collection)->claims, id, error);
}

static PsgDocument *
load_document (PsgCollection *collection,
               const char    *id,
               GError       **error)
{
  return load_record (collection, PSG_MEMORY_COLLECTION (collection)->documents, id, error);
}

static gboolean
is_about (const PsgPassage *passage,
          PsgKind           kind,
          const char       *id)
{
  switch ((int) kind)
    {
    case PSG_KIND_EVENT:
      return strv_has (passage->events, id);
    case PSG_KIND_CROSSING:
      return strv_has (passage->crossings, id);
    case PSG_KIND_CLAIM:
      return strv_has (passage->claims, id);
    case PSG_KIND_DOCUMENT:
      return g_str_equal (passage->document, id);
    case PSG_KIND_PASSAGE:
      return g_str_equal (passage->id, id);
    default:
      return FALSE;
    }
}

static GPtrArray *
load_passages_about (PsgCollection *collection,
                     PsgKind        kind,
                     const char    *id,
                     GError       **error)
{
  PsgMemoryCollection *self = PSG_MEMORY_COLLECTION (collection);
  GPtrArray *found;

  if (!may_load (self, error))
    return NULL;

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_passage_unref);
  for (guint i = 0; i < self->documents->len; i++)
    {
      const PsgDocument *document = g_ptr_array_index (self->documents, i);

      for (guint j = 0; j < document->passages->len; j++)
        {
          const PsgPassage *passage = g_ptr_array_index (document->passages, j);

          if (is_about (passage, kind, id))
            g_ptr_array_add (found, psg_passage_ref (passage));
        }
    }

  return found;
}

static PsgPassage *
load_passage (PsgCollection *collection,
              const char    *id,
              GError       **error)
{
  g_autoptr (GPtrArray) found = load_passages_about (collection, PSG_KIND_PASSAGE, id, error);

  if (found == NULL)
    return NULL;

  return load_record (collection, found, id, error);
}

static gboolean
event_is_about (const PsgEvent *event,
                PsgKind         kind,
                const char     *id)
{
  switch ((int) kind)
    {
    case PSG_KIND_CROSSING:
      return strv_has (event->crossings, id);
    case PSG_KIND_CLAIM:
      return strv_has (event->claims, id);
    case PSG_KIND_SOURCE:
      return strv_has (event->sources, id);
    case PSG_KIND_PLACE:
      return g_strcmp0 (event->place, id) == 0;
    default:
      return FALSE;
    }
}

static GArray *
load_events_about (PsgCollection *collection,
                   PsgKind        kind,
                   const char    *id,
                   GError       **error)
{
  PsgMemoryCollection *self = PSG_MEMORY_COLLECTION (collection);
  GArray *rows;

  if (!may_load (self, error))
    return NULL;

  rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint row = 0; row < self->events->len; row++)
    if (event_is_about (g_ptr_array_index (self->events, row), kind, id))
      g_array_append_val (rows, row);

  return rows;
}

static gboolean
event_has (PsgMemoryCollection *self,
           const PsgEvent      *event,
           PsgKind              kind)
{
  GStrv ids = kind == PSG_KIND_CLAIM ? event->claims
              : kind == PSG_KIND_CROSSING ? event->crossings : event->sources;
  g_autoptr (GPtrArray) passages = NULL;

  if (kind == PSG_KIND_PLACE)
    return event->place != NULL;
  if (kind != PSG_KIND_DOCUMENT)
    return ids != NULL && ids[0] != NULL;

  passages = load_passages_about (PSG_COLLECTION (self), PSG_KIND_EVENT, event->id, NULL);

  return passages->len > 0;
}

static PsgRowSet *
load_events_with (PsgCollection *collection,
                  PsgKind        kind,
                  GError       **error)
{
  PsgMemoryCollection *self = PSG_MEMORY_COLLECTION (collection);
  PsgRowSet *rows;

  if (!may_load (self, error))
    return NULL;

  rows = psg_row_set_new (self->events->len);
  for (guint row = 0; row < self->events->len; row++)
    if (event_has (self, g_ptr_array_index (self->events, row), kind))
      psg_row_set_add (rows, row);

  return rows;
}

static PsgRowSet *
match_events (PsgCollection *collection,
              const char    *query,
              GError       **error)
{
  PsgMemoryCollection *self = PSG_MEMORY_COLLECTION (collection);
  PsgRowSet *rows;

  if (!may_load (self, error))
    return NULL;

  rows = psg_row_set_new (self->events->len);
  for (guint row = 0; row < self->events->len; row++)
    {
      const PsgEvent *event = g_ptr_array_index (self->events, row);
      g_autofree char *text = g_strjoin (" ", psg_text_get (event->title), psg_text_get (event->summary), NULL);

      if (g_str_match_string (query, text, TRUE))
        psg_row_set_add (rows, row);
    }

  return rows;
}

static void
add_hit (GPtrArray     *hits,
         PsgKind        kind,
         const char    *id,
         const PsgText *title)
{
  PsgHit *hit = psg_hit_new (kind, id, psg_text_get (title));

  hit->snippet = g_strconcat ("\002", psg_text_get (title), "\003", NULL);
  hit->rank = hits->len;
  g_ptr_array_add (hits, hit);
}

static GPtrArray *
search (PsgCollection *collection,
        const char    *query,
        PsgKind        kind,
        guint          limit,
        GError       **error)
{
  PsgMemoryCollection *self = PSG_MEMORY_COLLECTION (collection);
  g_autoptr (PsgRowSet) rows = match_events (collection, query, error);
  GPtrArray *hits;

  if (rows == NULL)
    return NULL;

  hits = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_hit_free);
  for (guint row = 0; row < self->events->len && hits->len < limit; row++)
    {
      const PsgEvent *event = g_ptr_array_index (self->events, row);

      if (kind != PSG_KIND_DOCUMENT && psg_row_set_contains (rows, row))
        add_hit (hits, PSG_KIND_EVENT, event->id, event->title);
    }
  for (guint i = 0; i < self->documents->len && hits->len < limit; i++)
    {
      const PsgDocument *document = g_ptr_array_index (self->documents, i);

      if (kind != PSG_KIND_EVENT && g_str_match_string (query, document->text, TRUE))
        add_hit (hits, PSG_KIND_DOCUMENT, document->id, document->title);
    }

  return hits;
}

static void
psg_memory_collection_iface_init (PsgCollectionInterface *iface)
{
  iface->get_info = get_info;
  iface->get_lanes = get_lanes;
  iface->get_eras = get_eras;
  iface->get_places = get_places;
  iface->get_crossings = get_crossings;
  iface->get_documents = get_documents;
  iface->get_lessons = get_lessons;
  iface->get_events = get_events;
  iface->load_event = load_event;
  iface->load_source = load_source;
  iface->load_actor = load_actor;
  iface->load_claim = load_claim;
  iface->load_document = load_document;
  iface->load_passage = load_passage;
  iface->load_passages_about = load_passages_about;
  iface->load_events_about = load_events_about;
  iface->load_events_with = load_events_with;
  iface->match_events = match_events;
  iface->search = search;
}

static void
clear_info (PsgCollectionInfo *info)
{
  g_free (info->id);
  g_free (info->version);
  g_clear_pointer (&info->title, psg_text_unref);
  g_clear_pointer (&info->description, psg_text_unref);
  g_clear_pointer (&info->credits, psg_text_unref);
  g_free (info->licence);
  g_free (info->opening_event);
}

static void
psg_memory_collection_finalize (GObject *object)
{
  PsgMemoryCollection *self = PSG_MEMORY_COLLECTION (object);

  clear_info (&self->info);
  g_ptr_array_unref (self->lanes);
  g_ptr_array_unref (self->eras);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->crossings);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->lessons);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->actors);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->events);
  psg_event_table_unref (self->table);

  G_OBJECT_CLASS (psg_memory_collection_parent_class)->finalize (object);
}

static void
psg_memory_collection_class_init (PsgMemoryCollectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_memory_collection_finalize;
}

static guint
place_index (PsgMemoryCollection *self,
             const char          *id)
{
  for (guint i = 0; i < self->places->len; i++)
    if (g_strcmp0 (((PsgPlace *) g_ptr_array_index (self->places, i))->id, id) == 0)
      return i;

  return PSG_PLACE_NONE;
}

static void
build_table (PsgMemoryCollection *self)
{
  PsgEventTableBuilder *builder = psg_event_table_builder_new (self->events->len);

  for (guint i = 0; i < self->events->len; i++)
    {
      const PsgEvent *event = g_ptr_array_index (self->events, i);

      psg_event_table_builder_add (builder, event->id, psg_text_get (event->title), event->date,
                                   &self->info.span, event->lane, event->importance,
                                   place_index (self, event->place));
    }

  self->table = psg_event_table_builder_end (builder);
}

static int
compare_by_row (gconstpointer a,
                gconstpointer b)
{
  const PsgEvent *const *ea = a;
  const PsgEvent *const *eb = b;

  return (*ea)->row < (*eb)->row ? -1 : (*ea)->row > (*eb)->row;
}

static void
order_events (PsgMemoryCollection *self)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      PsgEvent *event = g_ptr_array_index (self->events, i);

      event->row = psg_event_table_find (self->table, event->id);
    }

  g_ptr_array_sort (self->events, compare_by_row);
}

static void
psg_memory_collection_init (PsgMemoryCollection *self)
{
  psg_memory_data_fill_info (&self->info);
  self->lanes = psg_memory_data_lanes ();
  self->eras = psg_memory_data_eras ();
  self->places = psg_memory_data_places ();
  self->crossings = psg_memory_data_crossings ();
  self->documents = psg_memory_data_documents ();
  self->lessons = psg_memory_data_lessons ();
  self->sources = psg_memory_data_sources ();
  self->actors = psg_memory_data_actors ();
  self->claims = psg_memory_data_claims ();
  self->events = psg_memory_data_events ();

  build_table (self);
  order_events (self);
}

PsgCollection *
psg_memory_collection_new (void)
{
  return g_object_new (PSG_TYPE_MEMORY_COLLECTION, NULL);
}

void
psg_memory_collection_set_failing (PsgMemoryCollection *self,
                                   gboolean             failing)
{
  g_return_if_fail (PSG_IS_MEMORY_COLLECTION (self));

  self->failing = failing;
}
