/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-collection.h"

#include "psg-page.h"

/* The interface to the subject matter, and look-ups that every implementation
 * shares. It knows nothing of files. */

G_DEFINE_INTERFACE (PsgCollection, psg_collection, G_TYPE_OBJECT)
G_DEFINE_QUARK (psg-collection-error-quark, psg_collection_error)

static void
psg_collection_default_init (PsgCollectionInterface *iface)
{
}

PsgHit *
psg_hit_new (PsgKind     kind,
             const char *id,
             const char *title)
{
  PsgHit *self = g_new0 (PsgHit, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

void
psg_hit_free (PsgHit *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->marked);
  g_free (self->snippet);
  g_clear_pointer (&self->date, psg_edtf_unref);
  g_free (self);
}

/**
 * psg_hit_dup_link:
 *
 * Returns: (transfer full) (nullable): where it leads, as #PsgPage describes; %NULL for
 *   a place, which has no page
 */
char *
psg_hit_dup_link (const PsgHit *self)
{
  PsgPage page = { self->kind, self->id, NULL };
  g_autofree char *position = NULL;

  if (self->kind == PSG_KIND_PLACE)
    return NULL;

  if (self->page > 0 || self->start < self->end)
    page.passage = position = psg_page_write_place (self->page, self->start, self->end);

  return psg_page_to_link (&page);
}

const PsgCollectionInfo *
psg_collection_get_info (PsgCollection *self)
{
  return PSG_COLLECTION_GET_IFACE (self)->get_info (self);
}

/**
 * psg_collection_get_lanes:
 *
 * Returns: (transfer none) (element-type PsgLane): in order from the top
 */
GPtrArray *
psg_collection_get_lanes (PsgCollection *self)
{
  return PSG_COLLECTION_GET_IFACE (self)->get_lanes (self);
}

/**
 * psg_collection_get_eras:
 *
 * Returns: (transfer none) (element-type PsgEra): in order of time
 */
GPtrArray *
psg_collection_get_eras (PsgCollection *self)
{
  return PSG_COLLECTION_GET_IFACE (self)->get_eras (self);
}

/**
 * psg_collection_get_places:
 *
 * Returns: (transfer none) (element-type PsgPlace): what the event table's
 *   place column counts in
 */
GPtrArray *
psg_collection_get_places (PsgCollection *self)
{
  return PSG_COLLECTION_GET_IFACE (self)->get_places (self);
}

/**
 * psg_collection_get_crossings:
 *
 * Returns: (transfer none) (element-type PsgCrossing): in the collection's order
 */
GPtrArray *
psg_collection_get_crossings (PsgCollection *self)
{
  return PSG_COLLECTION_GET_IFACE (self)->get_crossings (self);
}

/**
 * psg_collection_get_documents:
 *
 * Returns: (transfer none) (element-type PsgDocument): described, without text
 */
GPtrArray *
psg_collection_get_documents (PsgCollection *self)
{
  return PSG_COLLECTION_GET_IFACE (self)->get_documents (self);
}

/**
 * psg_collection_get_lessons:
 *
 * Returns: (transfer none) (element-type PsgLesson): in the collection's order
 */
GPtrArray *
psg_collection_get_lessons (PsgCollection *self)
{
  return PSG_COLLECTION_GET_IFACE (self)->get_lessons (self);
}

/**
 * psg_collection_get_events:
 *
 * Returns: (transfer none): every event
 */
PsgEventTable *
psg_collection_get_events (PsgCollection *self)
{
  return PSG_COLLECTION_GET_IFACE (self)->get_events (self);
}

/**
 * psg_collection_load_event:
 * @self: a collection
 * @row: its row
 * @error: return location
 *
 * Returns: (transfer full): the event, or %NULL with @error set
 */
PsgEvent *
psg_collection_load_event (PsgCollection *self,
                           guint          row,
                           GError       **error)
{
  return PSG_COLLECTION_GET_IFACE (self)->load_event (self, row, error);
}

PsgSource *
psg_collection_load_source (PsgCollection *self,
                            const char    *id,
                            GError       **error)
{
  return PSG_COLLECTION_GET_IFACE (self)->load_source (self, id, error);
}

PsgActor *
psg_collection_load_actor (PsgCollection *self,
                           const char    *id,
                           GError       **error)
{
  return PSG_COLLECTION_GET_IFACE (self)->load_actor (self, id, error);
}

PsgClaim *
psg_collection_load_claim (PsgCollection *self,
                           const char    *id,
                           GError       **error)
{
  return PSG_COLLECTION_GET_IFACE (self)->load_claim (self, id, error);
}

/**
 * psg_collection_load_document:
 *
 * Returns: (transfer full): the document with text, blocks, runs and passages
 */
PsgDocument *
psg_collection_load_document (PsgCollection *self,
                              const char    *id,
                              GError       **error)
{
  return PSG_COLLECTION_GET_IFACE (self)->load_document (self, id, error);
}

PsgPassage *
psg_collection_load_passage (PsgCollection *self,
                             const char    *id,
                             GError       **error)
{
  return PSG_COLLECTION_GET_IFACE (self)->load_passage (self, id, error);
}

/**
 * psg_collection_load_image:
 * @self: a collection
 * @name: of an image, as a document's run has it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its bytes, which psg_image_check() finds nothing wrong with
 */
GBytes *
psg_collection_load_image (PsgCollection *self,
                           const char    *name,
                           GError       **error)
{
  g_return_val_if_fail (PSG_IS_COLLECTION (self), NULL);

  if (PSG_COLLECTION_GET_IFACE (self)->load_image != NULL)
    return PSG_COLLECTION_GET_IFACE (self)->load_image (self, name, error);

  g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND, "there is no image “%s”", name);

  return NULL;
}

/**
 * psg_collection_load_passages_about:
 * @self: a collection
 * @kind: %PSG_KIND_EVENT, %PSG_KIND_CROSSING, %PSG_KIND_CLAIM or %PSG_KIND_DOCUMENT
 * @id: which
 * @error: return location
 *
 * Returns: (transfer full) (element-type PsgPassage): the passages that bear
 *   on it (lie in it, for a document), in order of document and position
 */
GPtrArray *
psg_collection_load_passages_about (PsgCollection *self,
                                    PsgKind        kind,
                                    const char    *id,
                                    GError       **error)
{
  return PSG_COLLECTION_GET_IFACE (self)->load_passages_about (self, kind, id, error);
}

/**
 * psg_collection_load_events_about:
 * @self: a collection
 * @kind: %PSG_KIND_CROSSING, %PSG_KIND_CLAIM, %PSG_KIND_SOURCE or %PSG_KIND_PLACE
 * @id: which
 * @error: return location
 *
 * Returns: (transfer full) (element-type guint): rows, ascending
 */
GArray *
psg_collection_load_events_about (PsgCollection *self,
                                  PsgKind        kind,
                                  const char    *id,
                                  GError       **error)
{
  return PSG_COLLECTION_GET_IFACE (self)->load_events_about (self, kind, id, error);
}

/**
 * psg_collection_load_events_with:
 * @self: a collection
 * @kind: %PSG_KIND_CLAIM, %PSG_KIND_CROSSING, %PSG_KIND_DOCUMENT (a passage of one),
 *   %PSG_KIND_PLACE or %PSG_KIND_SOURCE
 * @error: return location
 *
 * Returns: (transfer full): the events that have at least one, or %NULL with @error set
 */
PsgRowSet *
psg_collection_load_events_with (PsgCollection *self,
                                 PsgKind        kind,
                                 GError       **error)
{
  return PSG_COLLECTION_GET_IFACE (self)->load_events_with (self, kind, error);
}

/**
 * psg_collection_match_events:
 * @self: a collection
 * @query: what a person typed; every word must be found, as a prefix, without
 *   regard to case and diacritics
 * @error: return location
 *
 * Returns: (transfer full): the events that contain it
 */
PsgRowSet *
psg_collection_match_events (PsgCollection *self,
                             const char    *query,
                             GError       **error)
{
  return PSG_COLLECTION_GET_IFACE (self)->match_events (self, query, error);
}

/**
 * psg_collection_search:
 * @self: a collection
 * @query: as for psg_collection_match_events()
 * @kind: %PSG_KIND_EVENT or %PSG_KIND_DOCUMENT for those only; %PSG_KIND_NONE for both
 * @limit: at most so many
 * @error: return location
 *
 * Ranks whatever matches, which takes a second or two for a million events: to know only
 * which events match there is psg_collection_match_events().
 *
 * Returns: (transfer full) (element-type PsgHit): best first
 */
GPtrArray *
psg_collection_search (PsgCollection *self,
                       const char    *query,
                       PsgKind        kind,
                       guint          limit,
                       GError       **error)
{
  return PSG_COLLECTION_GET_IFACE (self)->search (self, query, kind, limit, error);
}

const PsgCrossing *
psg_collection_find_crossing (PsgCollection *self,
                              const char    *id)
{
  GPtrArray *crossings = psg_collection_get_crossings (self);

  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);

      if (g_strcmp0 (crossing->id, id) == 0)
        return crossing;
    }

  return NULL;
}

const PsgPlace *
psg_collection_find_place (PsgCollection *self,
                           const char    *id)
{
  GPtrArray *places = psg_collection_get_places (self);

  for (guint i = 0; i < places->len; i++)
    {
      const PsgPlace *place = g_ptr_array_index (places, i);

      if (g_strcmp0 (place->id, id) == 0)
        return place;
    }

  return NULL;
}

const PsgDocument *
psg_collection_find_document (PsgCollection *self,
                              const char    *id)
{
  GPtrArray *documents = psg_collection_get_documents (self);

  for (guint i = 0; i < documents->len; i++)
    {
      const PsgDocument *document = g_ptr_array_index (documents, i);

      if (g_strcmp0 (document->id, id) == 0)
        return document;
    }

  return NULL;
}

/**
 * psg_collection_find_title:
 * @self: a collection
 * @kind: event, crossing or document
 * @id: (nullable): which
 *
 * Returns: (transfer none) (nullable): what it is called, in the person's language; %NULL for what is not in
 *   the collection, or has no title in memory
 */
const char *
psg_collection_find_title (PsgCollection *self,
                           PsgKind        kind,
                           const char    *id)
{
  PsgEventTable *events = psg_collection_get_events (self);
  const PsgCrossing *crossing;
  const PsgDocument *document;
  guint row;

  if (id == NULL)
    return NULL;

  switch ((int) kind)
    {
    case PSG_KIND_EVENT:
      row = psg_event_table_find (events, id);
      return row != PSG_ROW_NONE ? psg_event_table_get_title (events, row) : NULL;
    case PSG_KIND_CROSSING:
      crossing = psg_collection_find_crossing (self, id);
      return crossing != NULL ? psg_text_get (crossing->name) : NULL;
    case PSG_KIND_DOCUMENT:
      document = psg_collection_find_document (self, id);
      return document != NULL ? psg_text_get (document->title) : NULL;
    default:
      return NULL;
    }
}
