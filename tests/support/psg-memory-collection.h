/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"

G_BEGIN_DECLS

#define PSG_TYPE_MEMORY_COLLECTION (psg_memory_collection_get_type ())
G_DECLARE_FINAL_TYPE (PsgMemoryCollection, psg_memory_collection, PSG, MEMORY_COLLECTION, GObject)

/**
 * PsgMemoryCollection:
 *
 * A small collection for tests, on an invented valley, from 2020 to 2022: three
 * lanes, twelve events with every kind of date, three road crossings and a
 * rail crossing, two documents. What it holds is in psg-memory-data.c; tests name
 * things by the ids there.
 */
PsgCollection *psg_memory_collection_new         (void);

/* From then on everything that could fail does, as a file on a lost disk would. */
void           psg_memory_collection_set_failing (PsgMemoryCollection *self, gboolean failing);

G_END_DECLS
