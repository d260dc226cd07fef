/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-synthetic-collection.h"

#include <string.h>

/* See the header. Text is looked up by going through every title. */

struct _PsgSyntheticCollection
{
  GObject parent_instance;

  PsgCollectionInfo info;
  GPtrArray *lanes;
  GPtrArray *places;
  GPtrArray *nothing;
  PsgEventTable *events;
};

static void collection_init (PsgCollectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgSyntheticCollection, psg_synthetic_collection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_COLLECTION, collection_init))

static const PsgCollectionInfo *
get_info (PsgCollection *collection)
{
  return &PSG_SYNTHETIC_COLLECTION (collection)->info;
}

static GPtrArray *
get_lanes (PsgCollection *collection)
{
  return PSG_SYNTHETIC_COLLECTION (collection)->lanes;
}

static GPtrArray *
get_nothing (PsgCollection *collection)
{
  return PSG_SYNTHETIC_COLLECTION (collection)->nothing;
}

static GPtrArray *
get_places (PsgCollection *collection)
{
  return PSG_SYNTHETIC_COLLECTION (collection)->places;
}

static PsgEventTable *
get_events (PsgCollection *collection)
{
  return PSG_SYNTHETIC_COLLECTION (collection)->events;
}

static PsgEvent *
load_event (PsgCollection *collection,
            guint          row,
            GError       **error)
{
  PsgEventTable *events = get_events (collection);
  PsgTimeSpan span = psg_event_table_get_span (events, row);
  g_autofree char *date = psg_day_format_iso (psg_day_from_minutes (span.start));
  PsgEvent *event = psg_event_new ();

  event->row = row;
  event->id = g_strdup (psg_event_table_get_id (events, row));
  event->title = psg_text_new_single ("en", psg_event_table_get_title (events, row));
  event->summary = psg_text_new_single ("en", psg_event_table_get_title (events, row));
  event->date = psg_edtf_parse (date, NULL);
  event->lane = psg_event_table_get_columns (events)->lane[row];
  event->importance = psg_event_table_get_columns (events)->importance[row];
  event->confidence = event->date_confidence = 'A';

  return event;
}

static PsgRowSet *
match_events (PsgCollection *collection,
              const char    *query,
              GError       **error)
{
  PsgEventTable *events = get_events (collection);
  guint n = psg_event_table_get_n (events);
  PsgRowSet *rows = psg_row_set_new (n);

  for (guint row = 0; row < n; row++)
    if (strstr (psg_event_table_get_title (events, row), query) != NULL)
      psg_row_set_add (rows, row);

  return rows;
}

static void
collection_init (PsgCollectionInterface *iface)
{
  iface->get_info = get_info;
  iface->get_lanes = get_lanes;
  iface->get_eras = get_nothing;
  iface->get_places = get_places;
  iface->get_crossings = get_nothing;
  iface->get_documents = get_nothing;
  iface->get_lessons = get_nothing;
  iface->get_events = get_events;
  iface->load_event = load_event;
  iface->match_events = match_events;
}

static void
psg_synthetic_collection_finalize (GObject *object)
{
  PsgSyntheticCollection *self = PSG_SYNTHETIC_COLLECTION (object);

  g_clear_pointer (&self->info.title, psg_text_unref);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->nothing, g_ptr_array_unref);
  g_clear_pointer (&self->events, psg_event_table_unref);

  G_OBJECT_CLASS (psg_synthetic_collection_parent_class)->finalize (object);
}

static void
psg_synthetic_collection_class_init (PsgSyntheticCollectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = psg_synthetic_collection_finalize;
}

static void
psg_synthetic_collection_init (PsgSyntheticCollection *self)
{
  static const struct
  {
    const char *id;
    const char *name;
    guint32 rgb;
  } lanes[PSG_SYNTHETIC_LANES] = {
    { "lane-0", "Politics", 0x0072b2 }, { "lane-1", "Diplomacy", 0xcc79a7 }, { "lane-2", "Border", 0xd55e00 },
    { "lane-3", "Trade", 0xe69f00 },    { "lane-4", "People", 0x009e73 },
  };

  self->nothing = g_ptr_array_new ();
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_place_unref);
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lane_unref);
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      PsgLane *lane = psg_lane_new ();

      lane->id = g_strdup (lanes[i].id);
      lane->name = psg_text_new_single ("en", lanes[i].name);
      lane->rgb = lanes[i].rgb;
      g_ptr_array_add (self->lanes, lane);
    }

  self->info.id = (char *) "synthetic";
  self->info.title = psg_text_new_single ("en", "Synthetic");
  self->info.span = psg_synthetic_events_get_span ();
  self->info.playhead = psg_day_from_minutes (self->info.span.start) + 227;
}

/**
 * psg_synthetic_collection_new:
 * @n: how many events
 * @seed: the same seed makes the same events
 *
 * Returns: (transfer full): a collection
 */
PsgCollection *
psg_synthetic_collection_new (guint   n,
                              guint32 seed)
{
  PsgSyntheticCollection *self = g_object_new (PSG_TYPE_SYNTHETIC_COLLECTION, NULL);

  self->events = psg_synthetic_events_new (n, seed);

  return PSG_COLLECTION (self);
}

typedef struct
{
  GPtrArray *places;
  PsgEventTableBuilder *events;
} Located;

static void
add_located (guint                    i,
             const PsgSyntheticEvent *event,
             gpointer                 data)
{
  Located *located = data;
  PsgPlace *place = psg_place_new ();
  char id[16];

  g_snprintf (id, sizeof id, "e%u", i);
  place->id = g_strdup (id);
  place->name = psg_text_new_single ("en", event->title);
  place->latitude = event->latitude;
  place->longitude = event->longitude;
  place->confidence = 'A';
  g_ptr_array_add (located->places, place);
  psg_event_table_builder_add_raw (located->events, id, event->title, event->start, event->end, 0, 0, event->flags,
                                   event->lane, event->importance, i);
}

PsgCollection *
psg_synthetic_collection_new_located (guint   n,
                                      guint32 seed)
{
  PsgSyntheticCollection *self = g_object_new (PSG_TYPE_SYNTHETIC_COLLECTION, NULL);
  Located located = { self->places, psg_event_table_builder_new (n) };

  psg_synthetic_events_each (n, seed, add_located, &located);
  self->events = psg_event_table_builder_end (located.events);

  return PSG_COLLECTION (self);
}
