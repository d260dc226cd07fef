/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-anchor-private.h"

/*
 * Finds many short pieces in a text in one pass: a rolling hash (Karp and Rabin 1987) over eight code points, held
 * against a table of the pieces' hashes. A place is told by its hash alone: the caller compares. A place of the text
 * belongs to one piece at most, so there are never more hits than code points.
 */

#define NONE G_MAXUINT

typedef struct
{
  guint64 hash;
  guint   seed; /* NONE: the slot is empty */
} Slot;

typedef struct
{
  guint32 seed;
  guint32 position;
} Hit;

struct _PsgAnchorSeeds
{
  guint64  base;    /* drawn by lot, so that nobody can prepare pieces that crowd the table */
  guint64  leaving; /* base to the power of a piece's length */
  Slot    *slots;
  guint64 *filter;  /* a bit for each beginning of a mixed hash: whether any piece has it */
  guint    bits;
  guint    n;
  guint32 *starts;  /* by piece: where its places begin */
  guint32 *positions;
};

#define FILTER_BITS 19

/**
 * psg_anchor_seeds_new:
 * @most: how many pieces will be added at most
 */
PsgAnchorSeeds *
psg_anchor_seeds_new (guint most)
{
  PsgAnchorSeeds *self = g_new0 (PsgAnchorSeeds, 1);

  self->bits = g_bit_storage (most) + 1;
  self->slots = g_new (Slot, (gsize) 1 << self->bits);
  self->filter = g_new0 (guint64, (1 << FILTER_BITS) / 64);
  for (gsize i = 0; i < (gsize) 1 << self->bits; i++)
    self->slots[i].seed = NONE;

  self->base = ((guint64) g_random_int () << 32 | g_random_int ()) | 5;
  self->leaving = 1;
  for (guint i = 0; i < PSG_SEED_LENGTH; i++)
    self->leaving *= self->base;

  return self;
}

void
psg_anchor_seeds_free (PsgAnchorSeeds *self)
{
  g_free (self->slots);
  g_free (self->filter);
  g_free (self->starts);
  g_free (self->positions);
  g_free (self);
}

/* The low bits of a product are poor, so both tables are entered by its high bits. */
static inline guint64
mix (guint64 hash)
{
  return hash * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
}

static inline gboolean
may_have (const PsgAnchorSeeds *self,
          guint64               mixed)
{
  gsize bit = mixed >> (64 - FILTER_BITS);

  return self->filter[bit / 64] >> bit % 64 & 1;
}

static void
let_pass (PsgAnchorSeeds *self,
          guint64         mixed)
{
  gsize bit = mixed >> (64 - FILTER_BITS);

  self->filter[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
}

static Slot *
find_slot (const PsgAnchorSeeds *self,
           guint64               hash)
{
  gsize mask = ((gsize) 1 << self->bits) - 1;
  gsize at = mix (hash) >> (64 - self->bits);

  while (self->slots[at].seed != NONE && self->slots[at].hash != hash)
    at = (at + 1) & mask;

  return &self->slots[at];
}

/**
 * psg_anchor_seeds_add:
 * @self: seeds that have not been scanned for yet
 * @units: %PSG_SEED_LENGTH code points
 *
 * Returns: the number of this piece; like pieces have the same
 */
guint
psg_anchor_seeds_add (PsgAnchorSeeds *self,
                      const guint32  *units)
{
  guint64 hash = 0;
  Slot *slot;

  for (guint i = 0; i < PSG_SEED_LENGTH; i++)
    hash = hash * self->base + units[i] + 1;

  slot = find_slot (self, hash);
  if (slot->seed == NONE)
    {
      slot->hash = hash;
      slot->seed = self->n++;
      let_pass (self, mix (hash));
    }

  return slot->seed;
}

static Hit *
gather (PsgAnchorSeeds *self,
        const guint32  *units,
        guint           n,
        guint          *n_hits)
{
  Hit *hits = g_new (Hit, n);
  guint64 hash = 0;

  *n_hits = 0;
  for (guint i = 0; i < n; i++)
    {
      const Slot *slot;

      hash = hash * self->base + units[i] + 1;
      if (i >= PSG_SEED_LENGTH)
        hash -= self->leaving * (units[i - PSG_SEED_LENGTH] + 1);
      if (i < PSG_SEED_LENGTH - 1 || !may_have (self, mix (hash)))
        continue;

      slot = find_slot (self, hash);
      if (slot->seed != NONE)
        hits[(*n_hits)++] = (Hit) { slot->seed, i - (PSG_SEED_LENGTH - 1) };
    }

  return hits;
}

/**
 * psg_anchor_seeds_scan:
 * @self: seeds, all added
 * @units: a text
 * @n: its length
 *
 * Finds the places of all pieces.
 */
void
psg_anchor_seeds_scan (PsgAnchorSeeds *self,
                       const guint32  *units,
                       guint           n)
{
  guint n_hits;
  g_autofree Hit *hits = gather (self, units, n, &n_hits);
  guint32 *starts = g_new0 (guint32, self->n + 2);

  /* Sorted by counting. Writing moves each start to its end, which is the next one's start: hence the one to spare. */
  for (guint i = 0; i < n_hits; i++)
    starts[hits[i].seed + 2]++;
  for (guint i = 2; i < self->n + 2; i++)
    starts[i] += starts[i - 1];

  self->positions = g_new (guint32, n_hits);
  for (guint i = 0; i < n_hits; i++)
    self->positions[starts[hits[i].seed + 1]++] = hits[i].position;
  self->starts = starts;
}

/**
 * psg_anchor_seeds_get:
 * @self: seeds that have been scanned for
 * @seed: the number of a piece
 * @n: (out): in how many places it is
 *
 * Returns: (transfer none): the places, ascending
 */
const guint32 *
psg_anchor_seeds_get (const PsgAnchorSeeds *self,
                      guint                 seed,
                      guint                *n)
{
  *n = self->starts[seed + 1] - self->starts[seed];

  return *n > 0 ? self->positions + self->starts[seed] : NULL;
}
