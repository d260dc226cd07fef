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

/* Together, so that a point touches one place in memory. */
typedef struct
{
  guint32 n;       /* places; then where its own begin */
  guint32 things;
  guint32 best;    /* the point with the most things */
  guint32 most;
} Square;

typedef struct
{
  int      left;
  int      top;
  int      columns;
  int      rows;
  double   scale;    /* squares to a world */
  Square  *squares;
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
  squares->squares = g_new0 (Square, (gsize) squares->columns * squares->rows);
}

static int
find_square (const Squares     *squares,
             const PsgMapPoint *point)
{
  /* Worlds begin at 0, so cutting off is rounding down; what lies before the window may be
   * anywhere. */
  int column = (int) (point->x * squares->scale) - squares->left;
  int row = (int) (point->y * squares->scale) - squares->top;

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
      Square *square;

      where[i] = find_square (squares, point);
      if (where[i] < 0)
        continue;
      square = &squares->squares[where[i]];
      square->n++;
      square->things += point->n;
      if (point->n > square->most)
        {
          square->best = i;
          square->most = point->n;
        }
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
      Square *square = &squares->squares[i];
      guint32 n = square->n;
      PsgMapPoint spot;

      square->n = first;
      if (n == 0)
        continue;
      spot = g_array_index (points, PsgMapPoint, square->best);
      spot.place = self->spots->len;
      spot.n = square->things;
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
    {
      guint32 place = g_array_index (points, PsgMapPoint, i).place;

      if (where[i] >= 0)
        g_array_index (self->places, guint32, squares.squares[where[i]].n++) = place;
    }
  g_free (squares.squares);
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
