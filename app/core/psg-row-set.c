/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-row-set.h"

#include <string.h>

#include "psg-event-table.h"

/* A bit a row: what a filter lets through. */

struct _PsgRowSet
{
  guint n_rows;
  guint n_words;
  guint64 words[];
};

G_DEFINE_BOXED_TYPE (PsgRowSet, psg_row_set, psg_row_set_ref, psg_row_set_unref)

/**
 * psg_row_set_new:
 * @n_rows: how many rows the table has
 *
 * Returns: (transfer full): the empty set
 */
PsgRowSet *
psg_row_set_new (guint n_rows)
{
  guint n_words = n_rows / 64 + 1;
  PsgRowSet *self = g_atomic_rc_box_alloc0 (sizeof (PsgRowSet) + n_words * sizeof (guint64));

  self->n_rows = n_rows;
  self->n_words = n_words;

  return self;
}

/**
 * psg_row_set_new_full:
 * @n_rows: how many rows the table has
 *
 * Returns: (transfer full): the set of all rows
 */
PsgRowSet *
psg_row_set_new_full (guint n_rows)
{
  PsgRowSet *self = psg_row_set_new (n_rows);

  memset (self->words, 0xff, n_rows / 64 * sizeof (guint64));
  if (n_rows % 64 != 0)
    self->words[n_rows / 64] = (G_GUINT64_CONSTANT (1) << (n_rows % 64)) - 1;

  return self;
}

/**
 * psg_row_set_copy:
 * @self: a set
 *
 * Returns: (transfer full): a set of its own with the same rows
 */
PsgRowSet *
psg_row_set_copy (const PsgRowSet *self)
{
  PsgRowSet *copy = psg_row_set_new (self->n_rows);

  memcpy (copy->words, self->words, self->n_words * sizeof (guint64));

  return copy;
}

PsgRowSet *
psg_row_set_ref (PsgRowSet *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
psg_row_set_unref (PsgRowSet *self)
{
  g_atomic_rc_box_release (self);
}

guint
psg_row_set_get_n_rows (const PsgRowSet *self)
{
  return self->n_rows;
}

guint
psg_row_set_count (const PsgRowSet *self)
{
  guint count = 0;

  for (guint i = 0; i < self->n_words; i++)
    count += __builtin_popcountll (self->words[i]);

  return count;
}

void
psg_row_set_add (PsgRowSet *self,
                 guint      row)
{
  g_return_if_fail (row < self->n_rows);

  self->words[row / 64] |= G_GUINT64_CONSTANT (1) << (row % 64);
}

void
psg_row_set_remove (PsgRowSet *self,
                    guint      row)
{
  g_return_if_fail (row < self->n_rows);

  self->words[row / 64] &= ~(G_GUINT64_CONSTANT (1) << (row % 64));
}

/**
 * psg_row_set_remove_from:
 * @self: a set not shared yet
 * @row: a row; past the last one nothing is removed
 *
 * Removes @row and all rows after it.
 */
void
psg_row_set_remove_from (PsgRowSet *self,
                         guint      row)
{
  guint word = row / 64;

  if (row >= self->n_rows)
    return;

  self->words[word] &= (G_GUINT64_CONSTANT (1) << (row % 64)) - 1;
  memset (self->words + word + 1, 0, (self->n_words - word - 1) * sizeof (guint64));
}

/**
 * psg_row_set_intersect:
 * @self: a set not shared yet
 * @other: a set over the same table
 *
 * Removes from @self what is not in @other.
 */
void
psg_row_set_intersect (PsgRowSet       *self,
                       const PsgRowSet *other)
{
  g_return_if_fail (self->n_rows == other->n_rows);

  for (guint i = 0; i < self->n_words; i++)
    self->words[i] &= other->words[i];
}

gboolean
psg_row_set_equal (const PsgRowSet *a,
                   const PsgRowSet *b)
{
  return a->n_rows == b->n_rows &&
         memcmp (a->words, b->words, a->n_words * sizeof (guint64)) == 0;
}

gboolean
psg_row_set_contains (const PsgRowSet *self,
                      guint            row)
{
  return row < self->n_rows && (self->words[row / 64] >> (row % 64) & 1) != 0;
}

/**
 * psg_row_set_next:
 * @self: a set
 * @from: where to begin, inclusive
 *
 * Returns: the first row from @from on that is in the set, or %PSG_ROW_NONE
 */
guint
psg_row_set_next (const PsgRowSet *self,
                  guint            from)
{
  guint word = from / 64;
  guint64 bits;

  if (from >= self->n_rows)
    return PSG_ROW_NONE;

  bits = self->words[word] & (G_MAXUINT64 << (from % 64));
  while (bits == 0)
    {
      if (++word == self->n_words)
        return PSG_ROW_NONE;
      bits = self->words[word];
    }

  return word * 64 + __builtin_ctzll (bits);
}

/**
 * psg_row_set_previous:
 * @self: a set
 * @from: where to begin, inclusive
 *
 * Returns: the last row up to @from that is in the set, or %PSG_ROW_NONE
 */
guint
psg_row_set_previous (const PsgRowSet *self,
                      guint            from)
{
  guint word;
  guint64 bits;

  if (self->n_rows == 0)
    return PSG_ROW_NONE;

  from = MIN (from, self->n_rows - 1);
  word = from / 64;
  bits = self->words[word] & (G_MAXUINT64 >> (63 - from % 64));
  while (bits == 0)
    {
      if (word-- == 0)
        return PSG_ROW_NONE;
      bits = self->words[word];
    }

  return word * 64 + 63 - __builtin_clzll (bits);
}

/**
 * psg_row_set_get_words:
 * @self: a set
 *
 * Returns: (transfer none): the bits, row 0 lowest in the first word; bits
 *   past the last row are 0
 */
const guint64 *
psg_row_set_get_words (const PsgRowSet *self)
{
  return self->words;
}

/**
 * psg_row_set_edit:
 * @self: a set not shared yet
 *
 * For loops over many rows, a word at a time. No bit may be set that stands for no row.
 *
 * Returns: (transfer none): the bits, as psg_row_set_get_words() has them
 */
guint64 *
psg_row_set_edit (PsgRowSet *self)
{
  return self->words;
}
