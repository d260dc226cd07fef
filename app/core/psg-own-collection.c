/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-own-collection-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * A collection and, laid over it, a person's own events. Tables are merged once; what is asked of an event is asked
 * of the one or made of the other. What concerns searching is in psg-own-collection-search.c.
 */

/* How important own events are: as most are. */
#define IMPORTANCE 3

static void collection_init (PsgCollectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgOwnCollection, psg_own_collection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_COLLECTION, collection_init)
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_SEARCH_PROVIDER,
                                                      psg_own_collection_search_provider_init))

/* Its lane: the first where the collection has none of that id any more. */
static guint
find_lane (PsgCollection *base,
           const char    *id)
{
  GPtrArray *lanes = psg_collection_get_lanes (base);

  for (guint i = 0; i < lanes->len; i++)
    if (g_strcmp0 (((const PsgLane *) g_ptr_array_index (lanes, i))->id, id) == 0)
      return i;

  return 0;
}

/* (transfer full): where an own event was; its id is the event's. */
static PsgPlace *
make_place (const PsgNote *note)
{
  PsgPlace *place = psg_place_new ();
  g_autofree char *position = psg_position_format (note->target.latitude, note->target.longitude);

  place->id = psg_own_event_dup_id (note->id);
  place->name = psg_text_new_single ("und", note->event->place != NULL ? note->event->place : position);
  place->latitude = note->target.latitude;
  place->longitude = note->target.longitude;
  place->confidence = 'A';

  return place;
}

static PsgEventTable *
make_table (PsgOwnCollection *self)
{
  g_autoptr (PsgEventTableBuilder) builder = psg_event_table_builder_new (self->notes->len);
  const PsgTimeSpan *bounds = &psg_collection_get_info (self->base)->span;

  for (guint i = 0; i < self->notes->len; i++)
    {
      const PsgNote *note = g_ptr_array_index (self->notes, i);
      g_autofree char *id = psg_own_event_dup_id (note->id);
      g_autoptr (PsgEdtf) date = psg_edtf_parse (note->event->date, NULL);
      guint place = PSG_PLACE_NONE;

      g_assert (date != NULL);
      if (note->event->has_place)
        {
          place = self->places->len;
          g_ptr_array_add (self->places, make_place (note));
        }
      psg_event_table_builder_add (builder, id, psg_own_event_get_title (note->event), date, bounds,
                                   find_lane (self->base, note->event->lane), IMPORTANCE, place);
      g_hash_table_insert (self->by_id, g_steal_pointer (&id), (gpointer) note);
    }

  return psg_event_table_builder_end (g_steal_pointer (&builder));
}

static const PsgCollectionInfo *
get_info (PsgCollection *collection)
{
  return psg_collection_get_info (PSG_OWN_COLLECTION (collection)->base);
}

static GPtrArray *
get_lanes (PsgCollection *collection)
{
  return psg_collection_get_lanes (PSG_OWN_COLLECTION (collection)->base);
}

static GPtrArray *
get_eras (PsgCollection *collection)
{
  return psg_collection_get_eras (PSG_OWN_COLLECTION (collection)->base);
}

static GPtrArray *
get_places (PsgCollection *collection)
{
  return PSG_OWN_COLLECTION (collection)->places;
}

static GPtrArray *
get_crossings (PsgCollection *collection)
{
  return psg_collection_get_crossings (PSG_OWN_COLLECTION (collection)->base);
}

static GPtrArray *
get_documents (PsgCollection *collection)
{
  return psg_collection_get_documents (PSG_OWN_COLLECTION (collection)->base);
}

static GPtrArray *
get_lessons (PsgCollection *collection)
{
  return psg_collection_get_lessons (PSG_OWN_COLLECTION (collection)->base);
}

static PsgEventTable *
get_events (PsgCollection *collection)
{
  return PSG_OWN_COLLECTION (collection)->events;
}

/* (transfer full): ids of the sources, which are the event's with a number. */
static GStrv
list_sources (const PsgOwnEvent *event,
              const char        *id)
{
  guint n = event->sources != NULL ? event->sources->len : 0;
  GStrv sources = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    sources[i] = g_strdup_printf ("%s.%u", id, i + 1);

  return sources;
}

static PsgEvent *
make_event (PsgOwnCollection *self,
            const PsgNote    *note,
            guint             row)
{
  PsgEvent *event = psg_event_new ();

  event->id = psg_own_event_dup_id (note->id);
  event->row = row;
  event->date = psg_edtf_parse (note->event->date, NULL);
  event->title = psg_text_new_single ("und", psg_own_event_get_title (note->event));
  event->summary = psg_text_new_single ("und", note->body);
  event->lane = psg_event_table_get_columns (self->events)->lane[row];
  event->importance = IMPORTANCE;
  event->place = note->event->has_place ? g_strdup (event->id) : NULL;
  event->crossings = g_strdupv (note->event->crossings);
  event->sources = list_sources (note->event, event->id);

  return event;
}

static PsgEvent *
load_event (PsgCollection *collection,
            guint          row,
            GError       **error)
{
  PsgOwnCollection *self = PSG_OWN_COLLECTION (collection);
  gboolean is_own;
  guint there = psg_row_merge_split (self->merge, row, &is_own);
  PsgEvent *event;

  if (is_own)
    return make_event (self, psg_own_collection_get_note (self, row), row);

  event = psg_collection_load_event (self->base, there, error);
  /* The record is the caller's alone. */
  if (event != NULL)
    event->row = row;

  return event;
}

/* (nullable): the source and its event, of an id as list_sources() makes it. */
static const PsgOwnSource *
find_source (PsgOwnCollection *self,
             const char       *id)
{
  const char *point = strrchr (id, '.');
  g_autofree char *event = point != NULL ? g_strndup (id, point - id) : NULL;
  const PsgNote *note = event != NULL ? g_hash_table_lookup (self->by_id, event) : NULL;
  guint64 n;

  if (note == NULL || note->event->sources == NULL
      || !g_ascii_string_to_unsigned (point + 1, 10, 1, note->event->sources->len, &n, NULL))
    return NULL;

  return g_ptr_array_index (note->event->sources, n - 1);
}

static PsgSource *
load_source (PsgCollection *collection,
             const char    *id,
             GError       **error)
{
  PsgOwnCollection *self = PSG_OWN_COLLECTION (collection);
  const PsgOwnSource *own = find_source (self, id);
  PsgSource *source;

  if (own == NULL)
    return psg_collection_load_source (self->base, id, error);

  source = psg_source_new ();
  source->id = g_strdup (id);
  source->publisher = g_strdup (_("Your own source"));
  source->title = g_strdup (*own->title != '\0' ? own->title : *own->url != '\0' ? own->url : _("Untitled source"));
  source->url = g_str_has_prefix (own->url, "http://") || g_str_has_prefix (own->url, "https://")
                  ? g_strdup (own->url) : NULL;
  source->remark = *own->remark != '\0' ? g_strdup (own->remark) : NULL;

  return source;
}

static PsgActor *
load_actor (PsgCollection *collection,
            const char    *id,
            GError       **error)
{
  return psg_collection_load_actor (PSG_OWN_COLLECTION (collection)->base, id, error);
}

static PsgClaim *
load_claim (PsgCollection *collection,
            const char    *id,
            GError       **error)
{
  return psg_collection_load_claim (PSG_OWN_COLLECTION (collection)->base, id, error);
}

static PsgDocument *
load_document (PsgCollection *collection,
               const char    *id,
               GError       **error)
{
  return psg_collection_load_document (PSG_OWN_COLLECTION (collection)->base, id, error);
}

static PsgPassage *
load_passage (PsgCollection *collection,
              const char    *id,
              GError       **error)
{
  return psg_collection_load_passage (PSG_OWN_COLLECTION (collection)->base, id, error);
}

static GBytes *
load_image (PsgCollection *collection,
            const char    *name,
            GError       **error)
{
  return psg_collection_load_image (PSG_OWN_COLLECTION (collection)->base, name, error);
}

static GPtrArray *
load_passages_about (PsgCollection *collection,
                     PsgKind        kind,
                     const char    *id,
                     GError       **error)
{
  PsgOwnCollection *self = PSG_OWN_COLLECTION (collection);

  if (kind == PSG_KIND_EVENT && g_hash_table_contains (self->by_id, id))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) psg_passage_unref);

  return psg_collection_load_passages_about (self->base, kind, id, error);
}

static gboolean
is_about (PsgOwnCollection *self,
          const PsgNote    *note,
          PsgKind           kind,
          const char       *id)
{
  const PsgOwnEvent *event = note->event;

  if (kind == PSG_KIND_CROSSING)
    return event->crossings != NULL && g_strv_contains ((const char *const *) event->crossings, id);
  if (kind == PSG_KIND_PLACE)
    return event->has_place && g_hash_table_lookup (self->by_id, id) == note;

  return kind == PSG_KIND_SOURCE && g_str_has_prefix (id, "own.") && event->sources != NULL
         && g_ptr_array_find (event->sources, find_source (self, id), NULL);
}

static int
compare_guints (gconstpointer a,
                gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return one < other ? -1 : one > other;
}

static GArray *
load_events_about (PsgCollection *collection,
                   PsgKind        kind,
                   const char    *id,
                   GError       **error)
{
  PsgOwnCollection *self = PSG_OWN_COLLECTION (collection);
  GArray *rows;

  if (psg_own_event_is_id (id))
    rows = g_array_new (FALSE, FALSE, sizeof (guint));
  else
    rows = psg_collection_load_events_about (self->base, kind, id, error);
  if (rows == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    g_array_index (rows, guint, i) = psg_row_merge_from_base (self->merge, g_array_index (rows, guint, i));
  for (guint i = 0; i < psg_row_merge_get_n_own (self->merge); i++)
    {
      guint row = psg_row_merge_from_own (self->merge, i);

      if (is_about (self, psg_own_collection_get_note (self, row), kind, id))
        g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_guints);

  return rows;
}

static gboolean
has (const PsgNote *note,
     PsgKind        kind)
{
  const PsgOwnEvent *event = note->event;

  return (kind == PSG_KIND_PLACE && event->has_place)
         || (kind == PSG_KIND_CROSSING && event->crossings != NULL && event->crossings[0] != NULL)
         || (kind == PSG_KIND_SOURCE && event->sources != NULL && event->sources->len > 0);
}

static PsgRowSet *
load_events_with (PsgCollection *collection,
                  PsgKind        kind,
                  GError       **error)
{
  PsgOwnCollection *self = PSG_OWN_COLLECTION (collection);
  g_autoptr (PsgRowSet) base = psg_collection_load_events_with (self->base, kind, error);
  PsgRowSet *rows;

  if (base == NULL)
    return NULL;

  rows = psg_row_merge_widen (self->merge, base);
  for (guint i = 0; i < psg_row_merge_get_n_own (self->merge); i++)
    {
      guint row = psg_row_merge_from_own (self->merge, i);

      if (has (psg_own_collection_get_note (self, row), kind))
        psg_row_set_add (rows, row);
    }

  return rows;
}

static void
collection_init (PsgCollectionInterface *iface)
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
  iface->load_image = load_image;
  iface->load_passages_about = load_passages_about;
  iface->load_events_about = load_events_about;
  iface->load_events_with = load_events_with;
  iface->match_events = psg_own_collection_match_events;
  iface->search = psg_own_collection_search;
}

static void
psg_own_collection_finalize (GObject *object)
{
  PsgOwnCollection *self = PSG_OWN_COLLECTION (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->places);
  psg_event_table_unref (self->events);
  g_object_unref (self->base);

  G_OBJECT_CLASS (psg_own_collection_parent_class)->finalize (object);
}

static void
psg_own_collection_class_init (PsgOwnCollectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_own_collection_finalize;
}

static void
psg_own_collection_init (PsgOwnCollection *self)
{
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_place_unref);
}

/**
 * psg_own_collection_new:
 * @base: a collection
 * @notes: (element-type PsgNote): own events, without fault
 *
 * Returns: (transfer full): the collection with these among its events
 */
PsgOwnCollection *
psg_own_collection_new (PsgCollection *base,
                        GPtrArray     *notes)
{
  PsgOwnCollection *self = g_object_new (PSG_TYPE_OWN_COLLECTION, NULL);
  GPtrArray *places = psg_collection_get_places (base);
  g_autoptr (PsgEventTable) own = NULL;

  self->base = g_object_ref (base);
  self->notes = g_ptr_array_ref (notes);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (self->places, psg_place_ref (g_ptr_array_index (places, i)));
  own = make_table (self);
  self->events = psg_event_table_new_merged (psg_collection_get_events (base), own);
  self->merge = psg_event_table_get_merge (self->events);

  return self;
}

/* Whether two events look alike in a table and on the map. */
static gboolean
look_alike (const PsgNote *a,
            const PsgNote *b)
{
  return g_str_equal (a->id, b->id) && g_str_equal (a->event->title, b->event->title)
         && g_str_equal (a->event->date, b->event->date) && g_strcmp0 (a->event->lane, b->event->lane) == 0
         && !a->event->has_place == !b->event->has_place && g_strcmp0 (a->event->place, b->event->place) == 0
         && a->target.latitude == b->target.latitude && a->target.longitude == b->target.longitude;
}

/**
 * psg_own_collection_renew:
 * @self: a collection
 * @notes: (element-type PsgNote): the person's events as they are now, in the order of those before
 *
 * Takes them in place of those before, if table and places stay as they are.
 *
 * Returns: whether it did; else a new one must be made
 */
gboolean
psg_own_collection_renew (PsgOwnCollection *self,
                          GPtrArray        *notes)
{
  if (notes->len != self->notes->len)
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    if (!look_alike (g_ptr_array_index (notes, i), g_ptr_array_index (self->notes, i)))
      return FALSE;

  g_ptr_array_ref (notes);
  g_ptr_array_unref (self->notes);
  self->notes = notes;
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < notes->len; i++)
    {
      PsgNote *note = g_ptr_array_index (notes, i);

      g_hash_table_insert (self->by_id, psg_own_event_dup_id (note->id), note);
    }

  return TRUE;
}

/* (transfer none): the own event in a merged row that is one. */
const PsgNote *
psg_own_collection_get_note (PsgOwnCollection *self,
                             guint             row)
{
  return g_hash_table_lookup (self->by_id, psg_event_table_get_id (self->events, row));
}

/**
 * psg_collection_get_base:
 * @self: (nullable): a collection
 *
 * Returns: (transfer none) (nullable): what own events were laid over; @self where none were
 */
PsgCollection *
psg_collection_get_base (PsgCollection *self)
{
  return PSG_IS_OWN_COLLECTION (self) ? PSG_OWN_COLLECTION (self)->base : self;
}

/**
 * psg_collection_find_own:
 * @self: (nullable): a collection
 * @id: (nullable): an event's id
 *
 * Returns: (transfer none) (nullable): the note that is the event; %NULL for an event of the collection itself
 */
const PsgNote *
psg_collection_find_own (PsgCollection *self,
                         const char    *id)
{
  return PSG_IS_OWN_COLLECTION (self) && id != NULL ? g_hash_table_lookup (PSG_OWN_COLLECTION (self)->by_id, id) : NULL;
}
