/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"

G_BEGIN_DECLS

#define PSG_TYPE_SYNTHETIC_COLLECTION (psg_synthetic_collection_get_type ())
G_DECLARE_FINAL_TYPE (PsgSyntheticCollection, psg_synthetic_collection, PSG, SYNTHETIC_COLLECTION, GObject)

/**
 * PsgSyntheticCollection:
 *
 * Nothing but synthetic events in their lanes, `lane-0` and on: for what is measured
 * over many. It has no text, no places and no crossings.
 */
PsgCollection *psg_synthetic_collection_new (guint n, guint32 seed);

G_END_DECLS
