/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-table.h"
#include "psg-row-set.h"

G_BEGIN_DECLS

/**
 * PsgPlaceTally:
 *
 * How many events lie at each place, lane by lane: what a map needs of them to draw
 * them in clusters, be they seventy or a million.
 */
typedef struct _PsgPlaceTally PsgPlaceTally;

PsgPlaceTally *psg_place_tally_new      (const PsgEventTable *events,
                                         const PsgRowSet     *rows,
                                         const PsgTimeSpan   *span,
                                         guint                n_places,
                                         guint                n_lanes);
void           psg_place_tally_free     (PsgPlaceTally *self);
guint          psg_place_tally_count    (const PsgPlaceTally *self, guint place);
const guint32 *psg_place_tally_get_lanes (const PsgPlaceTally *self, guint place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgPlaceTally, psg_place_tally_free)

G_END_DECLS
