/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-string-index.h"

#include "psg-memory.h"

#include <string.h>

/* Open addressing with linear probing, at most half full. The strings may come from
 * a hostile file: the multiplier is drawn by lot, so that nobody can prepare strings that
 * all fall into one slot. */

struct _PsgStringIndex
{
  const char    *arena;   /* borrowed */
  const guint32 *offsets; /* borrowed */
  guint64        multiplier;
  guint          shift;
  guint          mask;
  guint32       *slots; /* a string's number plus one; 0: empty */
};

static guint
find_slot (const PsgStringIndex *self,
           const char           *string)
{
  guint64 hash = 0;

  for (const char *at = string; *at != '\0'; at++)
    hash = (hash + (guint8) *at + 1) * self->multiplier;

  return (guint) (hash >> self->shift);
}

static const char *
string_at (const PsgStringIndex *self,
           guint32               slot)
{
  return self->arena + self->offsets[slot - 1];
}

/**
 * psg_string_index_new:
 * @arena: NUL-ended strings
 * @offsets: where each begins
 * @n: how many, all different
 *
 * Returns: (transfer full): an index; @arena and @offsets must outlive it
 */
PsgStringIndex *
psg_string_index_new (const char    *arena,
                      const guint32 *offsets,
                      guint          n)
{
  PsgStringIndex *self = g_new0 (PsgStringIndex, 1);
  guint bits = g_bit_storage (n) + 1;
  gsize size = ((gsize) 1 << bits) * sizeof (guint32);

  self->arena = arena;
  self->offsets = offsets;
  self->multiplier = ((guint64) g_random_int () << 32) | g_random_int () | 1;
  self->shift = 64 - bits;
  self->mask = (1u << bits) - 1;
  self->slots = psg_memory_try_large (size);
  if (self->slots == NULL)
    g_error ("%s: failed to allocate %" G_GSIZE_FORMAT " bytes", G_STRLOC, size);

  memset (self->slots, 0, size);
  for (guint i = 0; i < n; i++)
    {
      guint at = find_slot (self, arena + offsets[i]);

      while (self->slots[at] != 0)
        at = (at + 1) & self->mask;
      self->slots[at] = i + 1;
    }

  return self;
}

void
psg_string_index_free (PsgStringIndex *self)
{
  g_free (self->slots);
  g_free (self);
}

/**
 * psg_string_index_find:
 * @self: an index
 * @string: any string
 *
 * Returns: its number; %G_MAXUINT32 if it is not among them
 */
guint
psg_string_index_find (const PsgStringIndex *self,
                       const char           *string)
{
  guint at = find_slot (self, string);

  while (self->slots[at] != 0 && strcmp (string_at (self, self->slots[at]), string) != 0)
    at = (at + 1) & self->mask;

  /* An empty slot becomes G_MAXUINT32, which is 0 less one. */
  return self->slots[at] - 1;
}
