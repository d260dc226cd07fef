/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-table.h"
#include "psg-row-set.h"

G_BEGIN_DECLS

/* Of a place where nothing happens. */
#define PSG_NEARNESS_NONE G_MAXINT64

void psg_place_nearness_measure (const PsgEventTable *events,
                                 const PsgRowSet     *rows,
                                 const PsgTimeSpan   *span,
                                 gint64               minute,
                                 gint64              *nearness,
                                 guint                n_places);

G_END_DECLS
