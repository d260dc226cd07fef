/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-index.h"

G_BEGIN_DECLS

#define PSG_EVENT_BLOCK 64
#define PSG_EVENT_SUPERBLOCK (PSG_EVENT_BLOCK * PSG_EVENT_BLOCK)
#define PSG_EVENT_LEVELS 48

/* What is known of each block of positions. */
typedef struct
{
  gint64  end;       /* the latest */
  gint64  first_end; /* the earliest */
  guint64 rank;      /* the highest, see psg_event_get_rank() */
  guint32 foremost;  /* the position that has it */
} PsgEventBlock;

typedef struct
{
  guint32       *rows;  /* within the index's rows */
  guint8        *stack; /* from the lowest bit: two bits slot, two kind, four number */
  guint32       *first; /* n_buckets + 1 positions */
  PsgEventBlock *blocks;
  PsgEventBlock *superblocks;
  guint          n;
} PsgEventLane;

struct _PsgEventIndex
{
  PsgEventTable *table;
  PsgEventLane *lanes;
  guint32 *rows;       /* of all lanes; the other arrays follow it in the same memory */
  gint64 origin;       /* where the first bucket begins */
  guint bucket_bits;   /* a bucket is 2 ^ bucket_bits minutes */
  guint n_buckets;
  guint n_lanes;
  guint n_rows;
  guint32 peaks[PSG_EVENT_LEVELS];
  guint32 total_peaks[PSG_EVENT_LEVELS];
};

/* What makes an event stand out: how important it is, and of equals chance, always
 * the same for an event, so that coming closer never brings down what stood out. */
static inline guint64
psg_event_get_rank (const PsgEventColumns *columns,
                    guint                  row)
{
  return (guint64) columns->importance[row] << 32 | row * 2654435761u;
}

G_END_DECLS
