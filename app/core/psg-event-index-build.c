/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-index-private.h"

#include "psg-memory.h"

/* Making an index: a pass over the rows for each thing it keeps. */

/* With more of them a lower bound would save a step of its search, and cost memory. */
#define MAX_BUCKETS (1u << 16)

/* Stacks are kept by kind: a soft bar lies behind points, it does not push them aside. */
enum
{
  KIND_POINT,
  KIND_RANGE,
  KIND_VAGUE,
  N_KINDS
};

/* Events of one kind that overlap, directly or by way of others. */
typedef struct
{
  gint64 ends[PSG_MAX_STACK];
  gint64 end;
  guint  n;
  guint  first; /* position */
} Component;

static guint
get_kind (guint flags)
{
  if (flags & PSG_EVENT_RANGE)
    return KIND_RANGE;

  return psg_event_flags_is_vague (flags) ? KIND_VAGUE : KIND_POINT;
}

/* The first row of the set at @row or after it. */
static guint
next_row (const guint64 *words,
          guint          row,
          guint          n)
{
  guint word = row >> 6, n_words = (n + 63) >> 6;
  guint64 bits;

  if (words == NULL || row >= n)
    return row;

  bits = words[word] & (G_MAXUINT64 << (row & 63));
  while (bits == 0 && ++word < n_words)
    bits = words[word];

  return bits != 0 ? (word << 6) + (guint) __builtin_ctzll (bits) : n;
}

static void
count_rows (PsgEventIndex *self,
            const guint64 *words)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (self->table);
  guint counts[G_MAXUINT8 + 1] = { 0 };

  for (guint row = next_row (words, 0, columns->n); row < columns->n; row = next_row (words, row + 1, columns->n))
    counts[columns->lane[row]]++;

  for (guint i = 0; i < self->n_lanes; i++)
    {
      self->lanes[i].n = counts[i];
      self->n_rows += counts[i];
    }
}

static void
fill_rows (PsgEventIndex *self,
           const guint64 *words)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (self->table);
  guint32 *ends[G_MAXUINT8 + 1] = { NULL };

  for (guint i = 0; i < self->n_lanes; i++)
    ends[i] = self->lanes[i].rows;

  for (guint row = next_row (words, 0, columns->n); row < columns->n; row = next_row (words, row + 1, columns->n))
    if (columns->lane[row] < self->n_lanes)
      *ends[columns->lane[row]]++ = row;
}

static void
choose_buckets (PsgEventIndex *self)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (self->table);
  gint64 first = columns->n > 0 ? columns->start[0] : 0;
  gint64 last = columns->n > 0 ? columns->start[columns->n - 1] : 0;
  guint wanted = CLAMP (self->n_rows / MAX (1, self->n_lanes), 1024, MAX_BUCKETS);

  while (((last - first) >> self->bucket_bits) >= wanted)
    self->bucket_bits++;

  self->origin = (first >> self->bucket_bits) * ((gint64) 1 << self->bucket_bits);
  self->n_buckets = (guint) ((last - self->origin) >> self->bucket_bits) + 1;
}

/* All large arrays in one piece: that of a million events takes a few large pages. */
static void
allocate (PsgEventIndex *self)
{
  gsize n_first = (gsize) self->n_lanes * (self->n_buckets + 1);
  gsize size = (self->n_rows + n_first) * sizeof (guint32) + self->n_rows;
  guint32 *rows = psg_memory_try_large (size);
  guint32 *first;
  guint8 *stack;

  if (rows == NULL)
    rows = g_malloc (size);

  self->rows = rows;
  first = rows + self->n_rows;
  stack = (guint8 *) (first + n_first);

  for (guint i = 0; i < self->n_lanes; i++)
    {
      PsgEventLane *lane = &self->lanes[i];

      lane->rows = rows;
      lane->first = first;
      lane->stack = stack;
      rows += lane->n;
      first += self->n_buckets + 1;
      stack += lane->n;
    }
}

static void
fill_buckets (PsgEventIndex *self,
              PsgEventLane  *lane)
{
  const gint64 *start = psg_event_table_get_columns (self->table)->start;
  guint bucket = 0;

  for (guint i = 0; i < lane->n; i++)
    {
      guint at = (guint) ((start[lane->rows[i]] - self->origin) >> self->bucket_bits);

      while (bucket <= at)
        lane->first[bucket++] = i;
    }

  while (bucket <= self->n_buckets)
    lane->first[bucket++] = lane->n;
}

static void
add_to_block (PsgEventBlock *block,
              gboolean       is_first,
              gint64         first_end,
              gint64         end,
              guint64        rank,
              guint32        position)
{
  if (is_first || first_end < block->first_end)
    block->first_end = first_end;

  if (is_first || end > block->end)
    block->end = end;

  if (is_first || rank > block->rank)
    {
      block->rank = rank;
      block->foremost = position;
    }
}

static void
fill_blocks (PsgEventIndex *self,
             PsgEventLane  *lane)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (self->table);

  lane->blocks = g_new (PsgEventBlock, lane->n / PSG_EVENT_BLOCK + 1);
  lane->superblocks = g_new (PsgEventBlock, lane->n / PSG_EVENT_SUPERBLOCK + 1);

  for (guint32 i = 0; i < lane->n; i++)
    {
      guint row = lane->rows[i];

      add_to_block (&lane->blocks[i / PSG_EVENT_BLOCK], i % PSG_EVENT_BLOCK == 0,
                    columns->end[row], columns->end[row], psg_event_get_rank (columns, row), i);
      if (i % PSG_EVENT_BLOCK == PSG_EVENT_BLOCK - 1 || i == lane->n - 1)
        {
          const PsgEventBlock *block = &lane->blocks[i / PSG_EVENT_BLOCK];

          add_to_block (&lane->superblocks[i / PSG_EVENT_SUPERBLOCK], i / PSG_EVENT_BLOCK % PSG_EVENT_BLOCK == 0,
                        block->first_end, block->end, block->rank, block->foremost);
        }
    }
}

/* Tells every member how many stand under one another. */
static void
close_component (Component    *component,
                 PsgEventLane *lane,
                 guint         kind,
                 guint         end)
{
  for (guint i = component->first; i < end; i++)
    if ((lane->stack[i] >> 2 & 3) == kind)
      lane->stack[i] |= component->n << 4;

  component->n = 0;
  component->first = end;
  for (guint i = 0; i < PSG_MAX_STACK; i++)
    component->ends[i] = G_MININT64;
}

/* The first free slot; when all are taken, the one that is free soonest. */
static guint
choose_slot (const Component *component,
             gint64           start)
{
  guint best = 0;

  for (guint i = 0; i < PSG_MAX_STACK; i++)
    {
      if (component->ends[i] <= start)
        return i;
      if (component->ends[i] < component->ends[best])
        best = i;
    }

  return best;
}

static void
fill_stacks (PsgEventIndex *self,
             PsgEventLane  *lane)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (self->table);
  Component components[N_KINDS] = { 0 };

  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      components[kind].end = G_MININT64;
      close_component (&components[kind], lane, kind, 0);
    }

  for (guint i = 0; i < lane->n; i++)
    {
      guint row = lane->rows[i], kind = get_kind (columns->flags[row]);
      Component *component = &components[kind];
      guint slot;

      if (columns->start[row] >= component->end)
        close_component (component, lane, kind, i);

      slot = choose_slot (component, columns->start[row]);
      component->ends[slot] = columns->end[row];
      component->end = MAX (component->end, columns->end[row]);
      component->n = MAX (component->n, slot + 1);
      lane->stack[i] = (guint8) (slot | kind << 2);
    }

  for (guint kind = 0; kind < N_KINDS; kind++)
    close_component (&components[kind], lane, kind, lane->n);
}

static guint32
find_greatest (const guint32 *counts,
               guint          n)
{
  guint32 greatest = 0;

  for (guint i = 0; i < n; i++)
    greatest = MAX (greatest, counts[i]);

  return greatest;
}

/* The fullest window of each width; @counts is used up. */
static void
raise_peaks (guint32 *peaks,
             guint32 *counts,
             guint    n)
{
  for (guint level = 0; level < PSG_EVENT_LEVELS; level++)
    {
      peaks[level] = MAX (peaks[level], find_greatest (counts, n));

      for (guint i = 0; i < n / 2; i++)
        counts[i] = counts[2 * i] + counts[2 * i + 1];
      if (n > 1 && n % 2 != 0)
        counts[n / 2] = counts[n - 1];
      n = (n + 1) / 2;
    }
}

static void
find_peaks (PsgEventIndex *self)
{
  g_autofree guint32 *counts = g_new (guint32, self->n_buckets);
  g_autofree guint32 *totals = g_new0 (guint32, self->n_buckets);

  for (guint lane = 0; lane < self->n_lanes; lane++)
    {
      const guint32 *first = self->lanes[lane].first;

      for (guint i = 0; i < self->n_buckets; i++)
        {
          counts[i] = first[i + 1] - first[i];
          totals[i] += counts[i];
        }
      raise_peaks (self->peaks, counts, self->n_buckets);
    }

  raise_peaks (self->total_peaks, totals, self->n_buckets);
}

/**
 * psg_event_index_new:
 * @table: the events
 * @n_lanes: how many lanes there are; events of others are left out
 * @rows: (nullable): those to index, or %NULL for all
 *
 * Returns: (transfer full): an index
 */
PsgEventIndex *
psg_event_index_new (PsgEventTable   *table,
                     guint            n_lanes,
                     const PsgRowSet *rows)
{
  const guint64 *words = rows != NULL ? psg_row_set_get_words (rows) : NULL;
  PsgEventIndex *self;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (rows == NULL || psg_row_set_get_n_rows (rows) == psg_event_table_get_n (table), NULL);

  self = g_new0 (PsgEventIndex, 1);
  self->table = psg_event_table_ref (table);
  self->n_lanes = n_lanes;
  self->lanes = g_new0 (PsgEventLane, MAX (1, n_lanes));

  count_rows (self, words);
  choose_buckets (self);
  allocate (self);
  fill_rows (self, words);
  for (guint i = 0; i < n_lanes; i++)
    {
      fill_buckets (self, &self->lanes[i]);
      fill_blocks (self, &self->lanes[i]);
      fill_stacks (self, &self->lanes[i]);
    }
  find_peaks (self);

  return self;
}
