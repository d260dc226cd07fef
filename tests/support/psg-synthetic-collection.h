/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"
#include "psg-synthetic-events.h"

G_BEGIN_DECLS

#define PSG_TYPE_SYNTHETIC_COLLECTION (psg_synthetic_collection_get_type ())
G_DECLARE_FINAL_TYPE (PsgSyntheticCollection, psg_synthetic_collection, PSG, SYNTHETIC_COLLECTION, GObject)

/**
 * PsgSyntheticCollection:
 *
 * Synthetic events as a collection without a file, for what looks at many events: it
 * has lanes, events and nothing else, and knows of an event what the table does.
 */
PsgCollection *psg_synthetic_collection_new         (guint n, guint32 seed);
/* The same, each event at a place of its own. */
PsgCollection *psg_synthetic_collection_new_located (guint n, guint32 seed);

G_END_DECLS
