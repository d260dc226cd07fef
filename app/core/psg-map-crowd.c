/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-crowd.h"

#include <math.h>

#include "psg-mercator.h"

/*
 * Clustering takes time for each spot and is done anew at each step of the zoom level.
 * What is too near to be told apart is put together beforehand, in squares that are fixed
 * to the world so that nothing jumps; that is one pass and a counting sort.
 */

/* The side of a square, pixels. */
#define SQUARE 12.0

typedef struct
{
  int      left;
  int      top;
  int      columns;
  int      rows;
  double   scale;    /* squares to a world */
  guint32 *counts;   /* by square: how many places; then where its own begin */
  guint32 *best;     /* 1 + the point in it with the most things */
  guint32 *things;
} Squares;

static void
squares_init (Squares      *squares,
              const PsgBox *window,
              double        zoom)
{
  squares->scale = psg_mercator_scale (zoom) / SQUARE;
  squares->left = floor (window->x0 * squares->scale);
  squares->top = floor (window->y0 * squares->scale);
  squares->columns = floor (window->x1 * squares->scale) - squares->left + 1;
  squares->rows = floor (window->y1 * squares->scale) - squares->top + 1;
  squares->counts = g_new0 (guint32, (gsize) squares->columns * squares->rows + 1);
  squares->best = g_new0 (guint32, (gsize) squares->columns * squares->rows);
  squares->things = g_new0 (guint32, (gsize) squares->columns * squares->rows);
}

static void
squares_clear (Squares *squares)
{
  g_free (squares->counts);
  g_free (squares->best);
  g_free (squares->things);
}

static int
find_square (const Squares     *squares,
             const PsgMapPoint *point)
{
  int column = (int) floor (point->x * squares->scale) - squares->left;
  int row = (int) floor (point->y * squares->scale) - squares->top;

  if (column < 0 || row < 0 || column >= squares->columns || row >= squares->rows)
    return -1;

  return row * squares->columns + column;
}

static void
count_points (Squares *squares,
              GArray  *points,
              gint32  *where)
{
  for (guint i = 0; i < points->len; i++)
    {
      const PsgMapPoint *point = &g_array_index (points, PsgMapPoint, i);
      int square = where[i] = find_square (squares, point);
      guint32 *best;

      if (square < 0)
        continue;
      squares->counts[square]++;
      squares->things[square] += point->n;
      best = &squares->best[square];
      if (*best == 0 || g_array_index (points, PsgMapPoint, *best - 1).n < point->n)
        *best = i + 1;
    }
}

/* A spot stands where its most frequent place does. */
static void
add_spots (PsgMapCrowd *self,
           Squares     *squares,
           GArray      *points)
{
  guint32 first = 0;

  for (int i = 0; i < squares->columns * squares->rows; i++)
    {
      guint32 n = squares->counts[i];
      PsgMapPoint spot;

      squares->counts[i] = first;
      if (n == 0)
        continue;
      spot = g_array_index (points, PsgMapPoint, squares->best[i] - 1);
      spot.place = self->spots->len;
      spot.n = squares->things[i];
      g_array_append_val (self->spots, spot);
      g_array_append_val (self->firsts, first);
      first += n;
    }

  g_array_append_val (self->firsts, first);
  g_array_set_size (self->places, first);
}

static void
thin (PsgMapCrowd  *self,
      GArray       *points,
      double        zoom,
      const PsgBox *window)
{
  g_autofree gint32 *where = g_new (gint32, points->len);
  Squares squares;

  squares_init (&squares, window, zoom);
  count_points (&squares, points, where);
  add_spots (self, &squares, points);
  for (guint i = 0; i < points->len; i++)
    if (where[i] >= 0)
      g_array_index (self->places, guint32, squares.counts[where[i]]++) = g_array_index (points, PsgMapPoint, i).place;
  squares_clear (&squares);
}

static void
take_each (PsgMapCrowd *self,
           GArray      *points)
{
  for (guint32 i = 0; i < points->len; i++)
    {
      PsgMapPoint spot = g_array_index (points, PsgMapPoint, i);
      guint32 place = spot.place;

      spot.place = i;
      g_array_append_val (self->spots, spot);
      g_array_append_val (self->firsts, i);
      g_array_append_val (self->places, place);
    }
  g_array_append_val (self->firsts, points->len);
}

/**
 * psg_map_crowd_new:
 * @points: (element-type PsgMapPoint): the points, one a place
 * @zoom: the zoom level
 * @window: what must be in it, in worlds, if there are more than %PSG_MAP_CROWD_MANY
 *
 * Returns: (transfer full): a crowd
 */
PsgMapCrowd *
psg_map_crowd_new (GArray       *points,
                   double        zoom,
                   const PsgBox *window)
{
  PsgMapCrowd *self = g_new0 (PsgMapCrowd, 1);

  self->spots = g_array_new (FALSE, FALSE, sizeof (PsgMapPoint));
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (points->len > PSG_MAP_CROWD_MANY)
    thin (self, points, zoom, window);
  else
    take_each (self, points);

  return self;
}

void
psg_map_crowd_free (PsgMapCrowd *self)
{
  g_array_unref (self->spots);
  g_array_unref (self->firsts);
  g_array_unref (self->places);
  g_free (self);
}

/**
 * psg_map_crowd_get_places:
 * @self: a crowd
 * @spot: a spot's number
 * @n_places: (out): how many
 *
 * Returns: (transfer none) (array length=n_places): the spot's places
 */
const guint32 *
psg_map_crowd_get_places (const PsgMapCrowd *self,
                          guint              spot,
                          guint             *n_places)
{
  const guint32 *firsts = (const guint32 *) self->firsts->data + spot;

  *n_places = firsts[1] - firsts[0];

  return (const guint32 *) self->places->data + firsts[0];
}
