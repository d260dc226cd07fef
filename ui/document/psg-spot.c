/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-spot.h"

/* What in a shown text can be clicked, and finding it. Knows nothing of widgets. */

static void
clear_spot (gpointer data)
{
  PsgSpot *spot = data;

  g_clear_pointer (&spot->target, g_free);
  g_clear_pointer (&spot->tooltip, g_free);
}

GArray *
psg_spot_array_new (void)
{
  GArray *spots = g_array_new (FALSE, TRUE, sizeof (PsgSpot));

  g_array_set_clear_func (spots, clear_spot);

  return spots;
}

/* Takes @tooltip. */
void
psg_spot_array_add (GArray     *spots,
                    PsgSpotKind kind,
                    guint       start,
                    guint       end,
                    const char *target,
                    char       *tooltip)
{
  const PsgSpot spot = { kind, start, end, g_strdup (target), tooltip };

  g_array_append_val (spots, spot);
}

static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const PsgSpot *left = a;
  const PsgSpot *right = b;

  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;

  return (int) left->kind - (int) right->kind;
}

void
psg_spot_array_sort (GArray *spots)
{
  g_array_sort (spots, compare_spots);
}

/**
 * psg_spot_array_find:
 * @spots: sorted
 * @offset: in the buffer
 *
 * Returns: index of the spot meant at @offset, or %PSG_SPOT_NONE: a citation in a link in a passage
 *   is the citation; of two passages the shorter one
 */
int
psg_spot_array_find (const GArray *spots,
                     guint         offset)
{
  const PsgSpot *best = NULL;
  int found = PSG_SPOT_NONE;

  for (guint i = 0; i < spots->len; i++)
    {
      const PsgSpot *spot = &g_array_index (spots, PsgSpot, i);

      if (spot->start > offset)
        break;
      if (offset >= spot->end)
        continue;
      if (best == NULL || spot->kind < best->kind ||
          (spot->kind == best->kind && spot->end - spot->start < best->end - best->start))
        {
          best = spot;
          found = i;
        }
    }

  return found;
}

/**
 * psg_spot_array_step:
 * @spots: sorted
 * @from: index of the spot one is at, or %PSG_SPOT_NONE
 * @offset: where to begin if one is at none
 * @direction: +1 or -1
 *
 * Returns: index of the next or previous spot, or %PSG_SPOT_NONE past the last
 */
int
psg_spot_array_step (const GArray *spots,
                     int           from,
                     guint         offset,
                     int           direction)
{
  if (from != PSG_SPOT_NONE)
    {
      int to = from + direction;

      return to >= 0 && to < (int) spots->len ? to : PSG_SPOT_NONE;
    }

  if (direction > 0)
    {
      for (guint i = 0; i < spots->len; i++)
        if (g_array_index (spots, PsgSpot, i).start >= offset)
          return i;
    }
  else
    {
      for (guint i = spots->len; i > 0; i--)
        if (g_array_index (spots, PsgSpot, i - 1).end <= offset)
          return i - 1;
    }

  return PSG_SPOT_NONE;
}
