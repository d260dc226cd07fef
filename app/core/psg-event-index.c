/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-index-private.h"

#include <math.h>

/*
 * The rows of each lane in order of time, with four helpers over them: the
 * first position of every time bucket (so that a lower bound is a look-up and a
 * short search, and a count is two of them), the earliest and latest end and the
 * foremost event of every 64 and 4096 positions (so that what reaches into a view
 * from before it, and what stands out in a crowd, is found and counted without
 * looking at the rest), and the fullest bucket at every width (so that densities are drawn to one
 * measure wherever one looks). How it is made is in psg-event-index-build.c.
 */

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
  const PsgEventLane *in = &self->lanes[lane];
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

/* The first position whose row is @row or later. */
static guint
find_position (const PsgEventLane *lane,
               guint               row)
{
  guint low = 0, high = lane->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (lane->rows[middle] < row)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* How many of the first @before positions end after @minute. */
static guint
count_lasting (const PsgEventIndex *self,
               const PsgEventLane  *lane,
               guint                before,
               gint64               minute)
{
  const gint64 *end = psg_event_table_get_columns (self->table)->end;
  guint n = 0, step;

  for (guint i = 0; i < before; i += step)
    {
      const PsgEventBlock *block = &lane->superblocks[i / PSG_EVENT_SUPERBLOCK];
      gboolean is_whole;

      step = PSG_EVENT_SUPERBLOCK;
      if (i % step != 0 || before - i < step || (block->end > minute && block->first_end <= minute))
        {
          block = &lane->blocks[i / PSG_EVENT_BLOCK];
          step = PSG_EVENT_BLOCK;
        }

      is_whole = i % step == 0 && before - i >= step;
      if (is_whole && block->end <= minute)
        continue;
      if (is_whole && block->first_end > minute)
        {
          n += step;
          continue;
        }

      step = MIN (PSG_EVENT_BLOCK, before - i);
      for (guint k = i; k < i + step; k++)
        n += end[lane->rows[k]] > minute;
    }

  return n;
}

/**
 * psg_event_index_count_overlapping:
 * @self: an index
 * @lane: which lane
 * @span: a stretch of time
 * @before: a row, or %PSG_ROW_NONE for all rows
 *
 * Counts what a view of @span shows: what begins in it and what reaches into it from before.
 * It looks only at what reaches into it, 64 events at a time: for when things have come to
 * rest, not for every frame.
 *
 * Returns: how many events of the lane overlap @span and come before @before in order of time
 */
guint
psg_event_index_count_overlapping (const PsgEventIndex *self,
                                   guint                lane,
                                   const PsgTimeSpan   *span,
                                   guint                before)
{
  const PsgEventLane *in = &self->lanes[lane];
  guint first = psg_event_index_lower_bound (self, lane, span->start);
  guint last = psg_event_index_lower_bound (self, lane, span->end);

  if (before != PSG_ROW_NONE)
    last = MIN (last, find_position (in, before));
  if (last <= first)
    return count_lasting (self, in, last, span->start);

  return last - first + count_lasting (self, in, first, span->start);
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
  const PsgEventLane *in = &self->lanes[lane];
  guint found = 0;
  guint i = MIN (before, in->n);

  while (i > 0 && found < max)
    {
      guint last = i - 1;

      if (in->superblocks[last / PSG_EVENT_SUPERBLOCK].end <= minute)
        i = last / PSG_EVENT_SUPERBLOCK * PSG_EVENT_SUPERBLOCK;
      else if (in->blocks[last / PSG_EVENT_BLOCK].end <= minute)
        i = last / PSG_EVENT_BLOCK * PSG_EVENT_BLOCK;
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
  const PsgEventLane *in = &self->lanes[lane];
  guint64 best = 0;
  guint found = G_MAXUINT;

  while (from < to)
    {
      guint step = 1;
      guint64 rank = 0;
      guint position = from;

      if (from % PSG_EVENT_SUPERBLOCK == 0 && to - from >= PSG_EVENT_SUPERBLOCK)
        {
          step = PSG_EVENT_SUPERBLOCK;
          rank = in->superblocks[from / PSG_EVENT_SUPERBLOCK].rank;
          position = in->superblocks[from / PSG_EVENT_SUPERBLOCK].foremost;
        }
      else if (from % PSG_EVENT_BLOCK == 0 && to - from >= PSG_EVENT_BLOCK)
        {
          step = PSG_EVENT_BLOCK;
          rank = in->blocks[from / PSG_EVENT_BLOCK].rank;
          position = in->blocks[from / PSG_EVENT_BLOCK].foremost;
        }
      else
        rank = psg_event_get_rank (columns, in->rows[from]);

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
  if (level >= PSG_EVENT_LEVELS - 1)
    return MAX (1.0, peaks[PSG_EVENT_LEVELS - 1]);

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
  gsize size = sizeof *self + self->n_lanes * sizeof (PsgEventLane);

  size += self->n_rows * (sizeof (guint32) + sizeof (guint8));
  size += (gsize) self->n_lanes * (self->n_buckets + 1) * sizeof (guint32);
  size += (self->n_rows / PSG_EVENT_BLOCK + self->n_rows / PSG_EVENT_SUPERBLOCK + 2 * self->n_lanes) *
          sizeof (PsgEventBlock);

  return size;
}
