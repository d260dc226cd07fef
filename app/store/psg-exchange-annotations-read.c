/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-event.h"
#include "psg-exchange-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/*
 * W3C Web Annotations, from whatever program they are: a collection (5.1), a page (5.2), a single one, or an array of
 * them. JSON-LD is read as the model writes it; contexts are not fetched. What has no place in a note is named.
 */

typedef void (*TakeFunc) (PsgExchangeItem *item, const PsgJson *value);

/* A member's name and what is done with it; nothing, where that is done elsewhere. */
typedef struct
{
  const char *name;
  TakeFunc    take;
} Member;

static gboolean
has_type (const PsgJson *json,
          const char    *wanted)
{
  static const char *const members[] = { "type", "@type" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const PsgJson *types = psg_json_get (json, members[i]);

      for (guint j = 0; j < psg_exchange_get_n (types); j++)
        {
          const PsgJson *each = psg_exchange_get_nth (types, j);
          const char *name = each->kind == PSG_JSON_STRING ? each->string : "";

          if (g_str_equal (g_str_has_prefix (name, "oa:") ? name + strlen ("oa:") : name, wanted))
            return TRUE;
        }
    }

  return FALSE;
}

static const char *
get_id (const PsgJson *json)
{
  const char *id = psg_exchange_get_string (json, "id");

  return id != NULL ? id : psg_exchange_get_string (json, "@id");
}

static void
take_members (PsgExchangeItem *item,
              const PsgJson   *json,
              const Member    *members,
              const char      *prefix)
{
  for (guint i = 0; i < json->members->len; i++)
    {
      const PsgJsonMember *each = &g_array_index (json->members, PsgJsonMember, i);
      const Member *known = members;

      while (known->name != NULL && !g_str_equal (known->name, each->name))
        known++;

      if (known->name == NULL || each->again)
        {
          g_autofree char *name = g_strconcat (prefix, each->name, NULL);

          psg_exchange_item_leave_out (item, name);
        }
      else if (known->take != NULL)
        known->take (item, each->value);
    }
}

static void
take_id (PsgExchangeItem *item,
         const PsgJson   *value)
{
  if (value->kind == PSG_JSON_STRING)
    psg_exchange_item_set_id (item, value->string);
  else
    psg_exchange_item_leave_out (item, "id");
}

static void
take_motivation (PsgExchangeItem *item,
                 const PsgJson   *value)
{
  static const char *const plain[] = { "highlighting", "commenting", "tagging", "linking", NULL };

  for (guint i = 0; i < psg_exchange_get_n (value); i++)
    {
      const PsgJson *each = psg_exchange_get_nth (value, i);
      const char *name = each->kind == PSG_JSON_STRING ? each->string : "";

      name = g_str_has_prefix (name, "oa:") ? name + strlen ("oa:") : name;
      if (g_str_equal (name, "bookmarking"))
        item->note->bookmark = TRUE;
      else if (!g_strv_contains (plain, name))
        {
          g_autofree char *said = g_strconcat ("motivation ", name, NULL);

          psg_exchange_item_leave_out (item, said);
        }
    }

  item->only_tags = value->kind == PSG_JSON_STRING && g_str_has_suffix (value->string, "tagging");
}

static void
take_time (PsgExchangeItem *item,
           const PsgJson   *value,
           const char      *name,
           gint64          *time)
{
  if (value->kind != PSG_JSON_STRING || !psg_exchange_parse_time (value->string, time))
    psg_exchange_item_leave_out (item, name);
}

static void
take_created (PsgExchangeItem *item,
              const PsgJson   *value)
{
  take_time (item, value, "created", &item->note->created);
}

static void
take_modified (PsgExchangeItem *item,
               const PsgJson   *value)
{
  take_time (item, value, "modified", &item->note->modified);
}

static void
take_deleted (PsgExchangeItem *item,
              const PsgJson   *value)
{
  take_time (item, value, "psg:deleted", &item->note->deleted);
}

static void
take_body_value (PsgExchangeItem *item,
                 const PsgJson   *value)
{
  if (value->kind == PSG_JSON_STRING)
    psg_exchange_item_add_body (item, value->string);
  else
    psg_exchange_item_leave_out (item, "bodyValue");
}

/* Whoever has a name, or at least an IRI (3.3.1). */
static void
take_creator (PsgExchangeItem *item,
              const PsgJson   *value)
{
  static const char *const names[] = { "name", "nickname", "nick", "id", "@id" };

  for (guint i = 0; i < psg_exchange_get_n (value); i++)
    {
      const PsgJson *each = psg_exchange_get_nth (value, i);
      const char *name = each->kind == PSG_JSON_STRING ? each->string : NULL;

      for (guint j = 0; name == NULL && j < G_N_ELEMENTS (names); j++)
        name = psg_exchange_get_string (each, names[j]);

      if (name != NULL)
        psg_exchange_item_add_author (item, name);
      else
        psg_exchange_item_leave_out (item, "creator");
    }
}

static void
take_colour (PsgExchangeItem *item,
             const PsgJson   *value)
{
  if (value->kind != PSG_JSON_STRING || !psg_note_colour_from_name (value->string, &item->note->colour))
    psg_exchange_item_leave_out (item, "psg:colour");
}

static void
take_status (PsgExchangeItem *item,
             const PsgJson   *value)
{
  if (value->kind != PSG_JSON_STRING || !psg_note_status_from_name (value->string, &item->note->status))
    psg_exchange_item_leave_out (item, "psg:status");
}

static void
take_review (PsgExchangeItem *item,
             const PsgJson   *value)
{
  if (value->kind == PSG_JSON_BOOLEAN)
    item->note->review = value->boolean;
  else
    psg_exchange_item_leave_out (item, "psg:review");
}

static void
take_event (PsgExchangeItem *item,
            const PsgJson   *value)
{
  g_clear_pointer (&item->note->event, psg_own_event_free);
  item->note->event = psg_exchange_read_event (value);
  if (item->note->event == NULL)
    psg_exchange_item_leave_out (item, "psg:event");
}

static void
take_kind (PsgExchangeItem *item,
           const PsgJson   *value)
{
  PsgNoteKind kind;

  /* Of what has an id, the link tells the kind. */
  if (item->note->target.id == NULL && value->kind == PSG_JSON_STRING && psg_note_kind_from_name (value->string, &kind)
      && (kind == PSG_NOTE_ON_PLACE || kind == PSG_NOTE_ON_SPAN || kind == PSG_NOTE_OWN_EVENT))
    item->note->target.kind = kind;
  else
    psg_exchange_item_leave_out (item, "psg:kind");
}

static void
take_span (PsgExchangeItem *item,
           const PsgJson   *value)
{
  PsgNoteTarget *target = &item->note->target;

  if (value->kind == PSG_JSON_STRING && psg_exchange_parse_span (value->string, &target->span))
    target->has_span = TRUE;
  else
    psg_exchange_item_leave_out (item, "psg:span");
}

static void
take_degrees (PsgExchangeItem *item,
              const PsgJson   *value,
              const char      *name,
              double           most,
              double          *degrees)
{
  if (value->kind == PSG_JSON_NUMBER && fabs (value->number) <= most)
    *degrees = value->number;
  else
    psg_exchange_item_leave_out (item, name);
}

static void
take_latitude (PsgExchangeItem *item,
               const PsgJson   *value)
{
  take_degrees (item, value, "wgs84:lat", 90, &item->note->target.latitude);
}

static void
take_longitude (PsgExchangeItem *item,
                const PsgJson   *value)
{
  take_degrees (item, value, "wgs84:long", 180, &item->note->target.longitude);
}

static void
take_selector (PsgExchangeItem *item,
               const PsgJson   *value)
{
  psg_exchange_take_selector (item, value);
}

static const Member target_members[] = {
  { "id", NULL },
  { "@id", NULL },
  { "type", NULL },
  { "@type", NULL },
  { "source", NULL },
  { "selector", take_selector },
  { "psg:kind", take_kind },
  { "psg:span", take_span },
  { "wgs84:lat", take_latitude },
  { "wgs84:long", take_longitude },
  { NULL, NULL },
};

/* (nullable): the IRI of what a target is or is a part of. */
static const char *
find_source (const PsgJson *target)
{
  const PsgJson *source;

  if (target->kind == PSG_JSON_STRING)
    return target->string;

  source = psg_json_get (target, "source");
  if (source == NULL)
    return get_id (target);

  return source->kind == PSG_JSON_STRING ? source->string : get_id (source);
}

/* What is about a collection as a whole is about a place or a time in it; else it is nowhere. */
static gboolean
find_kind (PsgExchangeItem *item,
           const PsgJson   *target)
{
  PsgNote *note = item->note;

  if (note->target.id != NULL || note->target.kind != PSG_NOTE_ON_EVENT)
    return TRUE;
  if (note->target.has_span)
    note->target.kind = PSG_NOTE_ON_SPAN;
  else if (psg_json_get (target, "wgs84:lat") != NULL && psg_json_get (target, "wgs84:long") != NULL)
    note->target.kind = PSG_NOTE_ON_PLACE;

  return note->target.kind != PSG_NOTE_ON_EVENT;
}

static void
be_about (PsgNote    *note,
          const char *iri)
{
  g_clear_pointer (&note->collection, g_free);
  g_clear_pointer (&note->collection_version, g_free);
  g_free (note->target.id);
  note->target.kind = PSG_NOTE_ON_PASSAGE;
  note->target.id = g_strdup (iri);
}

/* Returns: whether the item is about something */
static gboolean
take_target (PsgExchangeItem *item,
             const PsgJson   *target,
             gboolean         decided)
{
  PsgNoteTarget *into = &item->note->target;
  const char *source = find_source (target);
  gboolean own;

  if (source == NULL)
    return FALSE;

  own = psg_exchange_take_source (item, source);
  if (target->kind == PSG_JSON_OBJECT)
    take_members (item, target, target_members, "target.");
  if (own && !find_kind (item, target))
    {
      be_about (item->note, source);
      own = FALSE;
    }

  if (into->kind == PSG_NOTE_ON_PASSAGE)
    item->adrift = into->exact == NULL || *into->exact == '\0' || (!decided && (!own || !item->has_position));

  return TRUE;
}

/* A note is about one thing; to the others it links. */
static gboolean
take_targets (PsgExchangeItem *item,
              const PsgJson   *json)
{
  const PsgJson *targets = psg_json_get (json, "target");
  gboolean decided = psg_json_get (json, "psg:review") != NULL;
  const PsgJson *first;

  if (psg_exchange_get_n (targets) == 0)
    return FALSE;

  first = psg_exchange_get_nth (targets, 0);
  if (psg_json_get (first, "items") != NULL && psg_exchange_get_n (psg_json_get (first, "items")) > 0)
    {
      psg_exchange_item_leave_out (item, "target.items");
      first = psg_exchange_get_nth (psg_json_get (first, "items"), 0);
    }

  for (guint i = 1; i < psg_exchange_get_n (targets); i++)
    {
      const char *source = find_source (psg_exchange_get_nth (targets, i));
      g_autofree char *name = g_strdup_printf ("target %u", i + 1);

      if (source != NULL)
        psg_exchange_item_add_link (item, source);
      psg_exchange_item_leave_out (item, name);
    }

  return take_target (item, first, decided);
}

static const Member members[] = {
  { "@context", NULL },
  { "id", take_id },
  { "@id", take_id },
  { "type", NULL },
  { "@type", NULL },
  { "motivation", NULL },
  { "created", take_created },
  { "modified", take_modified },
  { "creator", take_creator },
  { "body", psg_exchange_read_body },
  { "bodyValue", take_body_value },
  { "target", NULL },
  { "psg:event", take_event },
  { "psg:colour", take_colour },
  { "psg:status", take_status },
  { "psg:review", take_review },
  { "psg:deleted", take_deleted },
  { NULL, NULL },
};

/**
 * psg_exchange_read_annotation:
 * @reading: where it goes
 * @json: what should be an Annotation
 *
 * Reads one, or tells why it cannot be read.
 */
void
psg_exchange_read_annotation (PsgExchangeReading *reading,
                              const PsgJson      *json)
{
  g_auto (PsgExchangeItem) item = { NULL };
  const PsgJson *motivation;

  psg_exchange_item_init (&item, reading, json->line);
  if (json->kind != PSG_JSON_OBJECT || !has_type (json, "Annotation"))
    {
      psg_exchange_reading_miss (reading, json->line, _("type: this is no Annotation"));
      return;
    }

  /* Whether text is a tag depends on it. */
  motivation = psg_json_get (json, "motivation");
  if (motivation != NULL)
    take_motivation (&item, motivation);
  take_members (&item, json, members, "");
  if (take_targets (&item, json))
    psg_exchange_item_take (&item);
  else
    psg_exchange_reading_miss (reading, json->line, _("target: nothing is named that the annotation is about"));
}

/* Pages that are in the file; of those that are elsewhere it is told. */
static gboolean
read_pages (PsgExchangeReading *reading,
            const PsgJson      *page,
            GCancellable       *cancellable,
            GError            **error)
{
  for (; page != NULL && page->kind != PSG_JSON_NULL; page = psg_json_get (page, "next"))
    {
      const PsgJson *items = psg_json_get (page, "items");

      if (items == NULL)
        {
          const char *id = page->kind == PSG_JSON_STRING ? page->string : get_id (page);

          psg_exchange_reading_tell (reading, page->line, _("a page of annotations is not in this file: %.200s"),
                                     id != NULL ? id : "?");
          reading->n_missed++;
          if (page->kind != PSG_JSON_OBJECT)
            return TRUE;
        }
      else if (!psg_exchange_read_items (reading, items, psg_exchange_read_annotation, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static void
check_total (PsgExchangeReading *reading,
             const PsgJson      *root)
{
  guint total;

  if (psg_exchange_get_count (root, "total", &total) && total != reading->n_items)
    psg_exchange_reading_tell (reading, psg_json_get (root, "total")->line,
                               _("total: the collection should hold %u annotations, and holds %u"),
                               total, reading->n_items);
}

/**
 * psg_exchange_read_annotations:
 * @reading: where they go
 * @root: the file's outline
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Returns: whether it is a file of annotations; not whether each could be read
 */
gboolean
psg_exchange_read_annotations (PsgExchangeReading *reading,
                               const PsgJson      *root,
                               GCancellable       *cancellable,
                               GError            **error)
{
  const PsgJson *graph = psg_json_get (root, "@graph");

  if (root->kind == PSG_JSON_ARRAY || graph != NULL)
    return psg_exchange_read_items (reading, graph != NULL ? graph : root, psg_exchange_read_annotation,
                                    cancellable, error);
  if (has_type (root, "Annotation"))
    return psg_exchange_read_items (reading, root, psg_exchange_read_annotation, cancellable, error);
  if (psg_json_get (root, "items") != NULL)
    return read_pages (reading, root, cancellable, error);

  if (psg_json_get (root, "first") != NULL)
    {
      if (!read_pages (reading, psg_json_get (root, "first"), cancellable, error))
        return FALSE;
      check_total (reading, root);
      return TRUE;
    }

  g_set_error (error, PSG_EXCHANGE_ERROR, PSG_EXCHANGE_ERROR_FORMAT,
               _("Line %u: there are no annotations in this file"), root->line);

  return FALSE;
}
