/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-table.h"
#include "psg-row-set.h"

G_BEGIN_DECLS

/* At most this many events are drawn one under another where they overlap. */
#define PSG_MAX_STACK 4

/**
 * PsgStack:
 * @slot: which of them it is, from 0
 * @n: how many there are, from 1 to %PSG_MAX_STACK
 *
 * Where an event stands among the events of its lane and kind that it overlaps.
 */
typedef struct
{
  guint8 slot;
  guint8 n;
} PsgStack;

/**
 * PsgEventIndex:
 *
 * The events of a table that a filter lets through, lane by lane in order of
 * time, so that what a view costs depends on its pixels and not on the number
 * of events. A *position* counts the events of one lane from 0. Immutable;
 * made anew when table or filter change. About 7 bytes an event.
 */
typedef struct _PsgEventIndex PsgEventIndex;

PsgEventIndex *psg_event_index_new         (PsgEventTable       *table,
                                            guint                n_lanes,
                                            const PsgRowSet     *rows);
void           psg_event_index_free        (PsgEventIndex       *self);

PsgEventTable *psg_event_index_get_table   (const PsgEventIndex *self);
guint          psg_event_index_get_n_lanes (const PsgEventIndex *self);
const guint32 *psg_event_index_get_rows    (const PsgEventIndex *self, guint lane, guint *n_rows);
PsgStack       psg_event_index_get_stack   (const PsgEventIndex *self, guint lane, guint position);
guint          psg_event_index_lower_bound (const PsgEventIndex *self, guint lane, gint64 minute);
guint          psg_event_index_count       (const PsgEventIndex *self, guint lane, gint64 start, gint64 end);
guint          psg_event_index_count_overlapping (const PsgEventIndex *self,
                                            guint                lane,
                                            const PsgTimeSpan   *span,
                                            guint                before);
guint          psg_event_index_find_lasting (const PsgEventIndex *self,
                                            guint                lane,
                                            guint                before,
                                            gint64               minute,
                                            guint32             *positions,
                                            guint                max);
guint          psg_event_index_find_foremost (const PsgEventIndex *self, guint lane, guint from, guint to);
double         psg_event_index_get_peak    (const PsgEventIndex *self, double minutes);
double         psg_event_index_get_total_peak (const PsgEventIndex *self, double minutes);
gsize          psg_event_index_get_size    (const PsgEventIndex *self);

gboolean       psg_event_flags_is_vague    (guint flags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgEventIndex, psg_event_index_free)

G_END_DECLS
