/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"
#include "psg-note.h"

G_BEGIN_DECLS

#define PSG_TYPE_OWN_COLLECTION (psg_own_collection_get_type ())
G_DECLARE_FINAL_TYPE (PsgOwnCollection, psg_own_collection, PSG, OWN_COLLECTION, GObject)

/**
 * PsgOwnCollection:
 *
 * A collection with a person's own events among its events: all else is the collection's. Its ids
 * are those of psg_own_event_dup_id(). Its table of events and its places never change; what does not stand in these
 * (an account, crossings, sources) may, through psg_own_collection_renew(). It is a
 * #PsgSearchProvider where the collection is one.
 */
PsgOwnCollection *psg_own_collection_new      (PsgCollection *base, GPtrArray *notes);
gboolean          psg_own_collection_renew    (PsgOwnCollection *self, GPtrArray *notes);

PsgCollection    *psg_collection_get_base     (PsgCollection *self);
const PsgNote    *psg_collection_find_own     (PsgCollection *self, const char *id);

G_END_DECLS
