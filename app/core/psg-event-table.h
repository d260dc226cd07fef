/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "psg-edtf.h"
#include "psg-row-merge.h"
#include "psg-time-span.h"

G_BEGIN_DECLS

/**
 * PsgEventTable:
 *
 * Every event of a collection as a struct of arrays, sorted by start, then
 * end, then id. What timeline, map and filter run over. Immutable and
 * reference-counted; a *row* is an index into it.
 */
typedef struct _PsgEventTable PsgEventTable;

#define PSG_TYPE_EVENT_TABLE (psg_event_table_get_type ())
GType psg_event_table_get_type (void) G_GNUC_CONST;

/* No such row. */
#define PSG_ROW_NONE G_MAXUINT32
/* An event without a place. */
#define PSG_PLACE_NONE G_MAXUINT32

typedef enum
{
  PSG_EVENT_RANGE         = 1 << 0, /* lasts: an interval, not a moment within its bounds */
  PSG_EVENT_APPROXIMATE   = 1 << 1,
  PSG_EVENT_UNCERTAIN     = 1 << 2,
  PSG_EVENT_OPEN_START    = 1 << 3,
  PSG_EVENT_OPEN_END      = 1 << 4,
  PSG_EVENT_UNKNOWN_START = 1 << 5,
  PSG_EVENT_UNKNOWN_END   = 1 << 6,
  PSG_EVENT_HAS_TIME      = 1 << 7, /* a time of day is given */
  PSG_EVENT_OWN           = 1 << 15, /* the person's own, in no collection's file */
} PsgEventFlags;

/* The upper half of the flags column holds the PsgPrecision, below its highest bit. */
#define PSG_EVENT_PRECISION(flags) ((PsgPrecision) (((flags) >> 8) & 0x7f))

/**
 * PsgEventColumns:
 * @n: how many rows
 * @start: first minute the event may lie in
 * @end: first minute after it may have ended, greater than @start; open and
 *   unknown ends are the collection span's
 * @start_slack: minutes from @start until it has begun for certain
 * @end_slack: minutes before @end from which on it may have ended already
 * @flags: #PsgEventFlags, and #PsgPrecision above them
 * @lane: index into the collection's lanes
 * @importance: 1 to 5, 5 being labelled first
 * @place: index into the collection's places, or %PSG_PLACE_NONE
 *
 * The columns, each @n long. An event is certainly going on in [@start +
 * @start_slack, @end - @end_slack) unless that is empty: see #PsgEventBounds for
 * how a date becomes these four.
 */
typedef struct
{
  guint          n;
  const gint64  *start;
  const gint64  *end;
  const guint32 *start_slack;
  const guint32 *end_slack;
  const guint16 *flags;
  const guint8  *lane;
  const guint8  *importance;
  const guint32 *place;
} PsgEventColumns;

/* Returns: (transfer full) (nullable): the titles of @n rows from @row on, as they follow one
 * another in the arena; %NULL if they cannot be had. */
typedef char *(*PsgEventTitlesFunc) (guint row, guint n, gpointer owner);

/**
 * PsgEventArrays:
 * @columns: the columns, ordered by start, then end, then id
 * @ids: arena of NUL-ended strings
 * @id_offsets: where in @ids each row's begins
 * @titles: (nullable): arena of NUL-ended UTF-8 strings; may be @ids; %NULL if they are
 *   loaded when they are asked for
 * @title_offsets: where in @titles each row's begins; and, if they are loaded, where the
 *   last ends
 * @load_titles: (nullable): loads them, if @titles is %NULL
 *
 * All that a table consists of.
 */
typedef struct
{
  PsgEventColumns columns;
  const char     *ids;
  const guint32  *id_offsets;
  const char     *titles;
  const guint32  *title_offsets;
  PsgEventTitlesFunc load_titles;
} PsgEventArrays;

PsgEventTable *psg_event_table_new_from_arrays (const PsgEventArrays *arrays,
                                                gpointer              owner,
                                                GDestroyNotify        free_owner);
PsgEventTable *psg_event_table_new_merged (PsgEventTable *base, PsgEventTable *own);
PsgEventTable *psg_event_table_ref   (PsgEventTable *self);
void           psg_event_table_unref (PsgEventTable *self);

guint          psg_event_table_get_n (const PsgEventTable *self);
const PsgEventColumns *psg_event_table_get_columns (const PsgEventTable *self);
const char    *psg_event_table_get_id    (const PsgEventTable *self, guint row);
const char    *psg_event_table_get_title (const PsgEventTable *self, guint row);
guint          psg_event_table_find      (const PsgEventTable *self, const char *id);
PsgTimeSpan    psg_event_table_get_span  (const PsgEventTable *self, guint row);
guint          psg_event_table_lower_bound (const PsgEventTable *self, gint64 minute);
gsize          psg_event_table_get_size  (const PsgEventTable *self);
gboolean       psg_event_table_is_own    (const PsgEventTable *self, guint row);
const PsgRowMerge *psg_event_table_get_merge (const PsgEventTable *self);

/**
 * PsgEventTableBuilder:
 *
 * Takes rows in any order and sorts them. Freed by
 * psg_event_table_builder_end() or psg_event_table_builder_free().
 */
typedef struct _PsgEventTableBuilder PsgEventTableBuilder;

PsgEventTableBuilder *psg_event_table_builder_new (guint expected);
void           psg_event_table_builder_add (PsgEventTableBuilder *self,
                                            const char    *id,
                                            const char    *title,
                                            const PsgEdtf *date,
                                            const PsgTimeSpan *bounds,
                                            guint          lane,
                                            guint          importance,
                                            guint          place);
void           psg_event_table_builder_add_raw (PsgEventTableBuilder *self,
                                            const char    *id,
                                            const char    *title,
                                            gint64         start,
                                            gint64         end,
                                            guint32        start_slack,
                                            guint32        end_slack,
                                            guint16        flags,
                                            guint          lane,
                                            guint          importance,
                                            guint          place);
PsgEventTable *psg_event_table_builder_end (PsgEventTableBuilder *self);
void           psg_event_table_builder_free (PsgEventTableBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgEventTable, psg_event_table_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgEventTableBuilder, psg_event_table_builder_free)

G_END_DECLS
