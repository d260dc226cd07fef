/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-box-index.h"

#include <math.h>

/*
 * A spatial hash: each square of the grid has a list of the boxes that reach
 * into it, kept in one array as linked entries. It answers one question only,
 * and nothing is ever taken out.
 */

#define NO_ENTRY G_MAXUINT32

typedef struct
{
  PsgBox  box;
  guint32 next;
} Entry;

struct _PsgBoxIndex
{
  double      cell;
  GHashTable *heads;   /* square → index of its first entry + 1 */
  GArray     *entries;
};

typedef struct
{
  int x0;
  int y0;
  int x1;
  int y1;
} Squares;

static Squares
squares_of (const PsgBoxIndex *self,
            const PsgBox      *box)
{
  return (Squares) {
    floor (box->x0 / self->cell), floor (box->y0 / self->cell),
    floor (box->x1 / self->cell), floor (box->y1 / self->cell),
  };
}

static gpointer
square_key (int x,
            int y)
{
  return GUINT_TO_POINTER (((guint) x & 0xffff) << 16 | ((guint) y & 0xffff));
}

static guint32
first_entry (const PsgBoxIndex *self,
             gpointer           key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->heads, key)) - 1;
}

static gboolean
square_hits (const PsgBoxIndex *self,
             gpointer           key,
             const PsgBox      *box)
{
  for (guint32 i = first_entry (self, key); i != NO_ENTRY;)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      if (psg_box_overlaps (&entry->box, box))
        return TRUE;
      i = entry->next;
    }

  return FALSE;
}

gboolean
psg_box_overlaps (const PsgBox *a,
                  const PsgBox *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

PsgBox
psg_box_grow (const PsgBox *self,
              double        by)
{
  return (PsgBox) { self->x0 - by, self->y0 - by, self->x1 + by, self->y1 + by };
}

PsgBox
psg_box_move (const PsgBox *self,
              double        dx,
              double        dy)
{
  return (PsgBox) { self->x0 + dx, self->y0 + dy, self->x1 + dx, self->y1 + dy };
}

/**
 * psg_box_index_new:
 * @cell: how wide a square is, pixels; about the size of the boxes
 *
 * Returns: (transfer full): an empty index
 */
PsgBoxIndex *
psg_box_index_new (double cell)
{
  PsgBoxIndex *self = g_new0 (PsgBoxIndex, 1);

  self->cell = cell;
  self->heads = g_hash_table_new (NULL, NULL);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  return self;
}

void
psg_box_index_free (PsgBoxIndex *self)
{
  g_hash_table_unref (self->heads);
  g_array_unref (self->entries);
  g_free (self);
}

void
psg_box_index_add (PsgBoxIndex  *self,
                   const PsgBox *box)
{
  Squares s = squares_of (self, box);

  for (int y = s.y0; y <= s.y1; y++)
    {
      for (int x = s.x0; x <= s.x1; x++)
        {
          gpointer key = square_key (x, y);
          Entry entry = { *box, first_entry (self, key) };

          g_array_append_val (self->entries, entry);
          g_hash_table_insert (self->heads, key, GUINT_TO_POINTER (self->entries->len));
        }
    }
}

/**
 * psg_box_index_hits:
 * @self: the index
 * @box: a box
 *
 * Returns: whether @box overlaps one in the index
 */
gboolean
psg_box_index_hits (const PsgBoxIndex *self,
                    const PsgBox      *box)
{
  Squares s = squares_of (self, box);

  for (int y = s.y0; y <= s.y1; y++)
    {
      for (int x = s.x0; x <= s.x1; x++)
        {
          if (square_hits (self, square_key (x, y), box))
            return TRUE;
        }
    }

  return FALSE;
}
