/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-index.h"

#include "psg-memory.h"

#include <math.h>

/*
 * The rows of each lane in order of time, with four helpers over them: the
 * first position of every time bucket (so that a lower bound is a look-up and a
 * short search, and a count is two of them), the latest end and the foremost
 * event of every 64 and 4096 positions (so that what reaches into a view from
 * before it, and what stands out in a crowd, is found without looking at the
 * rest), and the fullest bucket at every width (so that densities are drawn to one
 * measure wherever one looks).
 */

#define BLOCK 64
#define SUPERBLOCK (BLOCK * BLOCK)
#define N_LEVELS 48
/* With more of them a lower bound would save a step of its search, and cost memory. */
#define MAX_BUCKETS (1u << 16)

/* What is known of each block of positions. */
typedef struct
{
  gint64  end;      /* the latest */
  guint64 rank;     /* the highest, see get_rank() */
  guint32 foremost; /* the position that has it */
} Block;

typedef struct
{
  guint32 *rows;       /* within the index's rows */
  guint8  *stack;      /* from the lowest bit: two bits slot, two kind, four number */
  guint32 *first;      /* n_buckets + 1 positions */
  Block   *blocks;
  Block   *superblocks;
  guint    n;
} Lane;

struct _PsgEventIndex
{
  PsgEventTable *table;
  Lane *lanes;
  guint32 *rows;       /* of all lanes; the other arrays follow it in the same memory */
  gint64 origin;       /* where the first bucket begins */
  guint bucket_bits;   /* a bucket is 2 ^ bucket_bits minutes */
  guint n_buckets;
  guint n_lanes;
  guint n_rows;
  guint32 peaks[N_LEVELS];
  guint32 total_peaks[N_LEVELS];
};

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

/**
 * psg_event_flags_is_vague:
 * @flags: the flags of an event
 *
 * Returns: whether the event is a moment known to the month or worse
 */
gboolean
psg_event_flags_is_vague (guint flags)
{
  PsgPrecision precision = PSG_EVENT_PRECISION (flags);

  return (flags & PSG_EVENT_RANGE) == 0 &&
         precision != PSG_PRECISION_UNKNOWN && precision < PSG_PRECISION_DAY;
}

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
      Lane *lane = &self->lanes[i];

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
              Lane          *lane)
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

/* What makes an event stand out: how important it is, and of equals chance, always
 * the same for an event, so that coming closer never brings down what stood out. */
static guint64
get_rank (const PsgEventColumns *columns,
          guint                  row)
{
  return (guint64) columns->importance[row] << 32 | row * 2654435761u;
}

static void
add_to_block (Block   *block,
              gboolean is_first,
              gint64   end,
              guint64  rank,
              guint32  position)
{
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
             Lane          *lane)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (self->table);

  lane->blocks = g_new (Block, lane->n / BLOCK + 1);
  lane->superblocks = g_new (Block, lane->n / SUPERBLOCK + 1);

  for (guint32 i = 0; i < lane->n; i++)
    {
      guint row = lane->rows[i];

      add_to_block (&lane->blocks[i / BLOCK], i % BLOCK == 0, columns->end[row], get_rank (columns, row), i);
      if (i % BLOCK == BLOCK - 1 || i == lane->n - 1)
        {
          const Block *block = &lane->blocks[i / BLOCK];

          add_to_block (&lane->superblocks[i / SUPERBLOCK], i / BLOCK % BLOCK == 0,
                        block->end, block->rank, block->foremost);
        }
    }
}

/* Tells every member how many stand under one another. */
static void
close_component (Component *component,
                 Lane      *lane,
                 guint      kind,
                 guint      end)
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
             Lane          *lane)
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
  for (guint level = 0; level < N_LEVELS; level++)
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
  self->lanes = g_new0 (Lane, MAX (1, n_lanes));

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

void
psg_event_index_free (PsgEventIndex *self)
{
  for (guint i = 0; i < self->n_lanes; i++)
    {
      g_free (self->lanes[i].blocks);
      g_free (self->lanes[i].superblocks);
    }

  g_free (self->lanes);
  g_free (self->rows);
  psg_event_table_unref (self->table);
  g_free (self);
}

PsgEventTable *
psg_event_index_get_table (const PsgEventIndex *self)
{
  return self->table;
}

guint
psg_event_index_get_n_lanes (const PsgEventIndex *self)
{
  return self->n_lanes;
}

/**
 * psg_event_index_get_rows:
 * @self: an index
 * @lane: which lane
 * @n_rows: (out): how many rows it has
 *
 * Returns: (array length=n_rows): its rows in order of time
 */
const guint32 *
psg_event_index_get_rows (const PsgEventIndex *self,
                          guint                lane,
                          guint               *n_rows)
{
  g_return_val_if_fail (lane < self->n_lanes, NULL);

  *n_rows = self->lanes[lane].n;

  return self->lanes[lane].rows;
}

PsgStack
psg_event_index_get_stack (const PsgEventIndex *self,
                           guint                lane,
                           guint                position)
{
  guint8 packed = self->lanes[lane].stack[position];

  return (PsgStack) { packed & 3, packed >> 4 };
}

/**
 * psg_event_index_lower_bound:
 * @self: an index
 * @lane: which lane
 * @minute: a time
 *
 * Returns: the first position that starts at @minute or later; the lane's number
 *   of rows if none does
 */
guint
psg_event_index_lower_bound (const PsgEventIndex *self,
                             guint                lane,
                             gint64               minute)
{
  const gint64 *start = psg_event_table_get_columns (self->table)->start;
  const Lane *in = &self->lanes[lane];
  gint64 bucket = (minute - self->origin) >> self->bucket_bits;
  guint low, n;

  if (minute <= self->origin)
    return 0;
  if (bucket >= self->n_buckets)
    return in->n;

  low = in->first[bucket];
  n = in->first[bucket + 1] - low;

  while (n > 0)
    {
      guint half = n / 2;

      if (start[in->rows[low + half]] < minute)
        {
          low += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }

  return low;
}

/**
 * psg_event_index_count:
 * @self: an index
 * @lane: which lane
 * @start: a time
 * @end: a later time
 *
 * Returns: how many events of the lane begin at @start or later and before @end
 */
guint
psg_event_index_count (const PsgEventIndex *self,
                       guint                lane,
                       gint64               start,
                       gint64               end)
{
  return psg_event_index_lower_bound (self, lane, end) -
         psg_event_index_lower_bound (self, lane, start);
}

/**
 * psg_event_index_find_lasting:
 * @self: an index
 * @lane: which lane
 * @before: only positions before this one
 * @minute: a time
 * @positions: (out caller-allocates) (array length=max): where to put what is found
 * @max: at most how many
 *
 * Finds what begins before @before and ends after @minute.
 *
 * Returns: how many were found, the latest first
 */
guint
psg_event_index_find_lasting (const PsgEventIndex *self,
                              guint                lane,
                              guint                before,
                              gint64               minute,
                              guint32             *positions,
                              guint                max)
{
  const gint64 *end = psg_event_table_get_columns (self->table)->end;
  const Lane *in = &self->lanes[lane];
  guint found = 0;
  guint i = MIN (before, in->n);

  while (i > 0 && found < max)
    {
      guint last = i - 1;

      if (in->superblocks[last / SUPERBLOCK].end <= minute)
        i = last / SUPERBLOCK * SUPERBLOCK;
      else if (in->blocks[last / BLOCK].end <= minute)
        i = last / BLOCK * BLOCK;
      else
        {
          if (end[in->rows[last]] > minute)
            positions[found++] = last;
          i = last;
        }
    }

  return found;
}

/**
 * psg_event_index_find_foremost:
 * @self: an index
 * @lane: which lane
 * @from: a position
 * @to: a later position, at most the lane's number of rows
 *
 * Finds what stands out: the most important event from @from on and before @to. Of
 * equally important ones it is always the same that wins, so what stands out of a longer
 * stretch also does of any part of it.
 *
 * Returns: its position, or %G_MAXUINT if there is none
 */
guint
psg_event_index_find_foremost (const PsgEventIndex *self,
                               guint                lane,
                               guint                from,
                               guint                to)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (self->table);
  const Lane *in = &self->lanes[lane];
  guint64 best = 0;
  guint found = G_MAXUINT;

  while (from < to)
    {
      guint step = 1;
      guint64 rank = 0;
      guint position = from;

      if (from % SUPERBLOCK == 0 && to - from >= SUPERBLOCK)
        {
          step = SUPERBLOCK;
          rank = in->superblocks[from / SUPERBLOCK].rank;
          position = in->superblocks[from / SUPERBLOCK].foremost;
        }
      else if (from % BLOCK == 0 && to - from >= BLOCK)
        {
          step = BLOCK;
          rank = in->blocks[from / BLOCK].rank;
          position = in->blocks[from / BLOCK].foremost;
        }
      else
        rank = get_rank (columns, in->rows[from]);

      if (rank > best)
        {
          best = rank;
          found = position;
        }
      from += step;
    }

  return found;
}

static double
look_up_peak (const PsgEventIndex *self,
              const guint32       *peaks,
              double               minutes)
{
  double level = log2 (MAX (minutes, 1e-3)) - self->bucket_bits;
  guint below;

  if (level <= 0)
    return MAX (1.0, peaks[0] * exp2 (level));
  if (level >= N_LEVELS - 1)
    return MAX (1.0, peaks[N_LEVELS - 1]);

  below = (guint) level;

  return MAX (1.0, peaks[below] + (level - below) * ((double) peaks[below + 1] - peaks[below]));
}

/**
 * psg_event_index_get_peak:
 * @self: an index
 * @minutes: the width of a window
 *
 * Returns: about how many events the fullest window of one lane holds; at least 1
 */
double
psg_event_index_get_peak (const PsgEventIndex *self,
                          double               minutes)
{
  return look_up_peak (self, self->peaks, minutes);
}

/**
 * psg_event_index_get_total_peak:
 * @self: an index
 * @minutes: the width of a window
 *
 * Returns: about how many events of all lanes the fullest window holds; at least 1
 */
double
psg_event_index_get_total_peak (const PsgEventIndex *self,
                                double               minutes)
{
  return look_up_peak (self, self->total_peaks, minutes);
}

/**
 * psg_event_index_get_size:
 * @self: an index
 *
 * Returns: the bytes it takes beside the table
 */
gsize
psg_event_index_get_size (const PsgEventIndex *self)
{
  gsize size = sizeof *self + self->n_lanes * sizeof (Lane);

  size += self->n_rows * (sizeof (guint32) + sizeof (guint8));
  size += (gsize) self->n_lanes * (self->n_buckets + 1) * sizeof (guint32);
  size += (self->n_rows / BLOCK + self->n_rows / SUPERBLOCK + 2 * self->n_lanes) * sizeof (Block);

  return size;
}
