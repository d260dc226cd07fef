/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-anchor-private.h"

/*
 * Levenshtein distances of a pattern to a text, 64 rows at a time: Myers, “A fast bit-vector algorithm for approximate
 * string matching based on dynamic programming”, JACM 46 (1999), in Hyyrö's form (2003) for patterns of more than one
 * word. A column of the matrix is kept as its vertical differences, +1 in @plus and −1 in @minus.
 */

#define WORD 64
#define NO_ROW G_MAXUINT

typedef struct
{
  guint32 unit;
  guint   row; /* of the masks; NO_ROW: the slot is empty */
} Slot;

struct _PsgAligner
{
  Slot    *slots; /* by code point of the pattern */
  guint    bits;
  guint64 *masks; /* by row, then by word: where in the pattern it stands */
  guint64 *plus;
  guint64 *minus;
  guint    n;
  guint    n_words;
  guint    n_allocated; /* of the pattern that there is room for */
};

PsgAligner *
psg_aligner_new (void)
{
  return g_new0 (PsgAligner, 1);
}

void
psg_aligner_free (PsgAligner *self)
{
  g_free (self->slots);
  g_free (self->masks);
  g_free (self->plus);
  g_free (self->minus);
  g_free (self);
}

static void
make_room (PsgAligner *self,
           guint       n)
{
  guint n_words = (n + WORD - 1) / WORD;

  self->n = n;
  self->n_words = n_words;
  self->bits = g_bit_storage (n) + 1;
  if (n > self->n_allocated || self->slots == NULL)
    {
      self->n_allocated = n;
      self->slots = g_renew (Slot, self->slots, 1 << self->bits);
      self->masks = g_renew (guint64, self->masks, (gsize) n * n_words);
      self->plus = g_renew (guint64, self->plus, n_words);
      self->minus = g_renew (guint64, self->minus, n_words);
    }

  for (guint i = 0; i < 1u << self->bits; i++)
    self->slots[i].row = NO_ROW;
}

static inline Slot *
find_slot (const PsgAligner *self,
           guint32           unit)
{
  guint mask = (1u << self->bits) - 1;
  guint at = (unit * 2654435769u) >> (32 - self->bits);

  while (self->slots[at].row != NO_ROW && self->slots[at].unit != unit)
    at = (at + 1) & mask;

  return &self->slots[at];
}

/**
 * psg_aligner_set:
 * @self: an aligner
 * @pattern: the first of its code points
 * @n: how many
 * @step: 1, or -1 if the pattern is to be read backwards from there
 */
void
psg_aligner_set (PsgAligner    *self,
                 const guint32 *pattern,
                 guint          n,
                 int            step)
{
  guint n_rows = 0;

  make_room (self, n);
  for (guint i = 0; i < n; i++, pattern += step)
    {
      Slot *slot = find_slot (self, *pattern);

      if (slot->row == NO_ROW)
        {
          slot->unit = *pattern;
          slot->row = n_rows++;
          for (guint word = 0; word < self->n_words; word++)
            self->masks[(gsize) slot->row * self->n_words + word] = 0;
        }
      self->masks[(gsize) slot->row * self->n_words + i / WORD] |= G_GUINT64_CONSTANT (1) << (i % WORD);
    }
}

/* One word of a column. @in: the horizontal difference that comes in from above. Returns: the one at bit @out. */
static inline int
advance (guint64 *plus,
         guint64 *minus,
         guint64  equal,
         int      in,
         guint    out)
{
  guint64 vertical = equal | *minus, horizontal, up, down;
  int result;

  if (in < 0)
    equal |= 1;
  horizontal = (((equal & *plus) + *plus) ^ *plus) | equal;
  up = *minus | ~(horizontal | *plus);
  down = *plus & horizontal;
  result = (int) (up >> out & 1) - (int) (down >> out & 1);

  up = up << 1 | (in > 0);
  down = down << 1 | (in < 0);
  *plus = down | ~(vertical | up);
  *minus = up & vertical;

  return result;
}

/**
 * psg_aligner_run:
 * @self: an aligner with its pattern
 * @text: the first of a text's code points
 * @n: how many
 * @step: 1, or -1 if the text is to be read backwards from there
 * @anchored: whether the pattern must begin where the text does, instead of anywhere in it
 * @distances: (array): for @n + 1 distances: that of the pattern to a stretch of text that ends after 0, 1, … @n code
 *   points
 *
 * Returns: what it cost, in words
 */
guint64
psg_aligner_run (PsgAligner    *self,
                 const guint32 *text,
                 guint          n,
                 int            step,
                 gboolean       anchored,
                 guint         *distances)
{
  guint last = (self->n - 1) % WORD;

  distances[0] = self->n;
  for (guint word = 0; word < self->n_words; word++)
    {
      self->plus[word] = G_MAXUINT64;
      self->minus[word] = 0;
    }

  for (guint i = 0; i < n; i++, text += step)
    {
      guint row = self->n > 0 ? find_slot (self, *text)->row : NO_ROW;
      const guint64 *masks = row != NO_ROW ? &self->masks[(gsize) row * self->n_words] : NULL;
      int difference = anchored ? 1 : 0;

      for (guint word = 0; word < self->n_words; word++)
        difference = advance (&self->plus[word], &self->minus[word], masks != NULL ? masks[word] : 0, difference,
                              word + 1 == self->n_words ? last : WORD - 1);
      distances[i + 1] = distances[i] + difference;
    }

  return (guint64) n * self->n_words;
}
