/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-row-merge.h"

#include <string.h>

/* The rows of two tables in one order. The few are searched by halves, so that a million of the others cost nothing. */

struct _PsgRowMerge
{
  guint  n_base;
  guint  n_own;
  guint *own; /* merged rows, ascending */
};

/**
 * psg_row_merge_new:
 * @n_base: how many rows the base has
 * @own: merged rows of the others, ascending
 * @n_own: how many there are
 *
 * Returns: (transfer full): a merge
 */
PsgRowMerge *
psg_row_merge_new (guint        n_base,
                   const guint *own,
                   guint        n_own)
{
  PsgRowMerge *self = g_new0 (PsgRowMerge, 1);

  self->n_base = n_base;
  self->n_own = n_own;
  self->own = g_memdup2 (own, n_own * sizeof *own);

  return self;
}

void
psg_row_merge_free (PsgRowMerge *self)
{
  g_free (self->own);
  g_free (self);
}

guint
psg_row_merge_get_n (const PsgRowMerge *self)
{
  return self->n_base + self->n_own;
}

guint
psg_row_merge_get_n_own (const PsgRowMerge *self)
{
  return self->n_own;
}

/* How many own rows come before a merged one. */
static guint
count_before (const PsgRowMerge *self,
              guint              row)
{
  guint low = 0, high = self->n_own;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->own[middle] < row)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * psg_row_merge_split:
 * @self: a merge
 * @row: a merged row
 * @is_own: (out): whose it is
 *
 * Returns: which row it is of those
 */
guint
psg_row_merge_split (const PsgRowMerge *self,
                     guint              row,
                     gboolean          *is_own)
{
  guint before = count_before (self, row);

  *is_own = before < self->n_own && self->own[before] == row;

  return *is_own ? before : row - before;
}

/* The merged row of a row of the base: the own[i] - i grow with i. */
guint
psg_row_merge_from_base (const PsgRowMerge *self,
                         guint              row)
{
  guint low = 0, high = self->n_own;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->own[middle] - middle <= row)
        low = middle + 1;
      else
        high = middle;
    }

  return row + low;
}

guint
psg_row_merge_from_own (const PsgRowMerge *self,
                        guint              row)
{
  return self->own[row];
}

/* Copies @n bits from @from of @source to @to of @target, where all are 0. */
static void
copy_bits (guint64       *target,
           guint          to,
           const guint64 *source,
           guint          from,
           guint          n)
{
  while (n > 0)
    {
      guint many = MIN (n, 64 - MAX (to % 64, from % 64));
      guint64 mask = many == 64 ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << many) - 1;

      target[to / 64] |= (source[from / 64] >> from % 64 & mask) << to % 64;
      to += many;
      from += many;
      n -= many;
    }
}

/**
 * psg_row_merge_widen:
 * @self: a merge
 * @base: rows of the base
 *
 * Returns: (transfer full): the same as merged rows; none of one's own is among them
 */
PsgRowSet *
psg_row_merge_widen (const PsgRowMerge *self,
                     const PsgRowSet   *base)
{
  PsgRowSet *merged = psg_row_set_new (psg_row_merge_get_n (self));
  const guint64 *source = psg_row_set_get_words (base);
  guint64 *target = psg_row_set_edit (merged);
  guint from = 0;

  for (guint i = 0; i <= self->n_own; i++)
    {
      guint row = i < self->n_own ? self->own[i] : psg_row_merge_get_n (self);

      copy_bits (target, from, source, from - i, row - from);
      from = row + 1;
    }

  return merged;
}

/**
 * psg_row_merge_narrow:
 * @self: a merge
 * @merged: merged rows
 *
 * Returns: (transfer full): those of the base among them, as rows of it
 */
PsgRowSet *
psg_row_merge_narrow (const PsgRowMerge *self,
                      const PsgRowSet   *merged)
{
  PsgRowSet *base = psg_row_set_new (self->n_base);
  const guint64 *source = psg_row_set_get_words (merged);
  guint64 *target = psg_row_set_edit (base);
  guint from = 0;

  for (guint i = 0; i <= self->n_own; i++)
    {
      guint row = i < self->n_own ? self->own[i] : psg_row_merge_get_n (self);

      copy_bits (target, from - i, source, from, row - from);
      from = row + 1;
    }

  return base;
}
