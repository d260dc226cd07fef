/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-synthetic-collection.h"

#include "psg-synthetic-events.h"

/* A collection of as many events as one likes, in memory. */

struct _PsgSyntheticCollection
{
  GObject parent_instance;

  PsgCollectionInfo info;
  PsgEventTable *events;
  GPtrArray *lanes;
  GPtrArray *nothing;
};

static void collection_init (PsgCollectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PsgSyntheticCollection, psg_synthetic_collection, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PSG_TYPE_COLLECTION, collection_init))

static const PsgCollectionInfo *
psg_synthetic_collection_get_info (PsgCollection *collection)
{
  return &PSG_SYNTHETIC_COLLECTION (collection)->info;
}

static GPtrArray *
psg_synthetic_collection_get_lanes (PsgCollection *collection)
{
  return PSG_SYNTHETIC_COLLECTION (collection)->lanes;
}

static GPtrArray *
psg_synthetic_collection_get_nothing (PsgCollection *collection)
{
  return PSG_SYNTHETIC_COLLECTION (collection)->nothing;
}

static PsgEventTable *
psg_synthetic_collection_get_events (PsgCollection *collection)
{
  return PSG_SYNTHETIC_COLLECTION (collection)->events;
}

static PsgEvent *
psg_synthetic_collection_load_event (PsgCollection *collection,
                                     guint          row,
                                     GError       **error)
{
  g_set_error_literal (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND, "it has no text");

  return NULL;
}

static void
collection_init (PsgCollectionInterface *iface)
{
  iface->get_info = psg_synthetic_collection_get_info;
  iface->get_lanes = psg_synthetic_collection_get_lanes;
  iface->get_eras = psg_synthetic_collection_get_nothing;
  iface->get_places = psg_synthetic_collection_get_nothing;
  iface->get_crossings = psg_synthetic_collection_get_nothing;
  iface->get_documents = psg_synthetic_collection_get_nothing;
  iface->get_lessons = psg_synthetic_collection_get_nothing;
  iface->get_events = psg_synthetic_collection_get_events;
  iface->load_event = psg_synthetic_collection_load_event;
}

static void
psg_synthetic_collection_finalize (GObject *object)
{
  PsgSyntheticCollection *self = PSG_SYNTHETIC_COLLECTION (object);

  g_clear_pointer (&self->events, psg_event_table_unref);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->nothing, g_ptr_array_unref);

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
  self->nothing = g_ptr_array_new ();
  self->lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_lane_unref);
  for (guint i = 0; i < PSG_SYNTHETIC_LANES; i++)
    {
      PsgLane *lane = psg_lane_new ();

      lane->id = g_strdup_printf ("lane-%u", i);
      lane->name = psg_text_new_single ("en", lane->id);
      g_ptr_array_add (self->lanes, lane);
    }
}

/**
 * psg_synthetic_collection_new:
 * @n: how many events
 * @seed: which
 *
 * Returns: (transfer full): a collection
 */
PsgCollection *
psg_synthetic_collection_new (guint   n,
                              guint32 seed)
{
  PsgSyntheticCollection *self = g_object_new (PSG_TYPE_SYNTHETIC_COLLECTION, NULL);

  self->events = psg_synthetic_events_new (n, seed);
  self->info.span = psg_synthetic_events_get_span ();
  self->info.playhead = psg_day_from_minutes (self->info.span.start);

  return PSG_COLLECTION (self);
}
