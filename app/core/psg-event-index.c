/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-index.h"

#include <math.h>

/*
 * The rows of each lane in order of time, with three helpers over them: the
 * first position of every time bucket (so that a lower bound is a look-up and a
 * short search, and a count is two of them), the latest end of every 64 and
 * 4096 positions (so that what reaches into a view from before it is found
 * without looking at the rest), and the fullest bucket at every width (so that
 * densities are drawn to one measure wherever one looks).
 */

#define BLOCK 64
#define SUPERBLOCK (BLOCK * BLOCK)
#define N_LEVELS 48

typedef struct
{
  guint32 *rows;       /* within the index's rows */
  guint8  *stack;      /* slot in the low half, number in the high */
  guint32 *first;      /* n_buckets + 1 positions */
  gint64  *block_end;
  gint64  *superblock_end;
  guint    n;
} Lane;

struct _PsgEventIndex
{
  PsgEventTable *table;
  Lane *lanes;
  guint32 *rows;
  guint8 *stack;
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

typedef struct
{
  gint64 ends[PSG_MAX_STACK];
  gint64 end;
  guint  n;
  GArray *members;
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

static gboolean
is_in (const guint64 *words,
       guint          row)
{
  return words == NULL || (words[row >> 6] >> (row & 63) & 1) != 0;
}

static void
fill_rows (PsgEventIndex   *self,
           const PsgRowSet *set)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (self->table);
  const guint64 *words = set != NULL ? psg_row_set_get_words (set) : NULL;
  guint offset = 0;

  for (guint row = 0; row < columns->n; row++)
    if (columns->lane[row] < self->n_lanes && is_in (words, row))
      self->lanes[columns->lane[row]].n++;

  for (guint i = 0; i < self->n_lanes; i++)
    self->n_rows += self->lanes[i].n;

  self->rows = g_new (guint32, MAX (1, self->n_rows));
  self->stack = g_new (guint8, MAX (1, self->n_rows));

  for (guint i = 0; i < self->n_lanes; i++)
    {
      self->lanes[i].rows = self->rows + offset;
      self->lanes[i].stack = self->stack + offset;
      offset += self->lanes[i].n;
      self->lanes[i].n = 0;
    }

  for (guint row = 0; row < columns->n; row++)
    if (columns->lane[row] < self->n_lanes && is_in (words, row))
      {
        Lane *lane = &self->lanes[columns->lane[row]];

        lane->rows[lane->n++] = row;
      }
}

static void
choose_buckets (PsgEventIndex *self)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (self->table);
  gint64 first = columns->n > 0 ? columns->start[0] : 0;
  gint64 last = columns->n > 0 ? columns->start[columns->n - 1] : 0;
  guint wanted = CLAMP (self->n_rows / MAX (1, self->n_lanes), 1024, 1u << 20);

  while (((last - first) >> self->bucket_bits) >= wanted)
    self->bucket_bits++;

  self->origin = (first >> self->bucket_bits) * ((gint64) 1 << self->bucket_bits);
  self->n_buckets = (guint) ((last - self->origin) >> self->bucket_bits) + 1;
}

static void
fill_buckets (PsgEventIndex *self,
              Lane          *lane)
{
  const gint64 *start = psg_event_table_get_columns (self->table)->start;
  guint bucket = 0;

  lane->first = g_new (guint32, self->n_buckets + 1);

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
fill_ends (PsgEventIndex *self,
           Lane          *lane)
{
  const gint64 *end = psg_event_table_get_columns (self->table)->end;

  lane->block_end = g_new (gint64, lane->n / BLOCK + 1);
  lane->superblock_end = g_new (gint64, lane->n / SUPERBLOCK + 1);

  for (guint i = 0; i < lane->n; i++)
    {
      gint64 *block = &lane->block_end[i / BLOCK];
      gint64 *superblock = &lane->superblock_end[i / SUPERBLOCK];
      gint64 value = end[lane->rows[i]];

      *block = i % BLOCK == 0 ? value : MAX (*block, value);
      *superblock = i % SUPERBLOCK == 0 ? value : MAX (*superblock, value);
    }
}

static void
close_component (Component *component,
                 Lane      *lane)
{
  for (guint i = 0; i < component->members->len; i++)
    lane->stack[g_array_index (component->members, guint32, i)] |= component->n << 4;

  g_array_set_size (component->members, 0);
  component->n = 0;
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

  for (guint i = 0; i < N_KINDS; i++)
    {
      components[i].members = g_array_new (FALSE, FALSE, sizeof (guint32));
      components[i].end = G_MININT64;
      close_component (&components[i], lane);
    }

  for (guint32 i = 0; i < lane->n; i++)
    {
      guint row = lane->rows[i];
      Component *component = &components[get_kind (columns->flags[row])];
      guint slot;

      if (columns->start[row] >= component->end)
        close_component (component, lane);

      slot = choose_slot (component, columns->start[row]);
      component->ends[slot] = columns->end[row];
      component->end = MAX (component->end, columns->end[row]);
      component->n = MAX (component->n, slot + 1);
      lane->stack[i] = (guint8) slot;
      g_array_append_val (component->members, i);
    }

  for (guint i = 0; i < N_KINDS; i++)
    {
      close_component (&components[i], lane);
      g_array_unref (components[i].members);
    }
}

static void
find_peaks (PsgEventIndex *self)
{
  for (guint level = 0; level < N_LEVELS; level++)
    {
      guint64 step = 1ull << level;

      for (guint64 bucket = 0; bucket < self->n_buckets; bucket += step)
        {
          guint64 next = MIN (bucket + step, self->n_buckets);
          guint total = 0;

          for (guint i = 0; i < self->n_lanes; i++)
            {
              guint count = self->lanes[i].first[next] - self->lanes[i].first[bucket];

              self->peaks[level] = MAX (self->peaks[level], count);
              total += count;
            }
          self->total_peaks[level] = MAX (self->total_peaks[level], total);
        }
    }
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
  PsgEventIndex *self;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (rows == NULL || psg_row_set_get_n_rows (rows) == psg_event_table_get_n (table), NULL);

  self = g_new0 (PsgEventIndex, 1);
  self->table = psg_event_table_ref (table);
  self->n_lanes = n_lanes;
  self->lanes = g_new0 (Lane, MAX (1, n_lanes));

  fill_rows (self, rows);
  choose_buckets (self);
  for (guint i = 0; i < n_lanes; i++)
    {
      fill_buckets (self, &self->lanes[i]);
      fill_ends (self, &self->lanes[i]);
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
      g_free (self->lanes[i].first);
      g_free (self->lanes[i].block_end);
      g_free (self->lanes[i].superblock_end);
    }

  g_free (self->lanes);
  g_free (self->rows);
  g_free (self->stack);
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

  return (PsgStack) { packed & 0xf, packed >> 4 };
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

      if (in->superblock_end[last / SUPERBLOCK] <= minute)
        i = last / SUPERBLOCK * SUPERBLOCK;
      else if (in->block_end[last / BLOCK] <= minute)
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
  size += (self->n_rows / BLOCK + self->n_rows / SUPERBLOCK + 2 * self->n_lanes) * sizeof (gint64);

  return size;
}
