/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-cluster.h"

#include <math.h>

#include "psg-mercator.h"

/*
 * Gathers points that would lie on each other at a zoom level. Places are taken
 * with the most things first; each draws in all places within the radius that no
 * other has. So a cluster sits on a real place, and which points it holds does not depend
 * on what part of the map is seen.
 */

/* Points at one position, next to each other in the sorted array. */
typedef struct
{
  double x;
  double y;
  guint  first;
  guint  n;
  guint  n_things;
  guint  cluster;   /* 1 + which it belongs to */
  int    next;      /* in its square of the grid */
} Spot;

typedef struct
{
  double      cell;   /* worlds */
  GArray     *spots;
  GHashTable *heads;  /* square → 1 + index of a spot */
} Grid;

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const PsgMapPoint *pa = a, *pb = b;

  if (pa->x != pb->x)
    return pa->x < pb->x ? -1 : 1;
  if (pa->y != pb->y)
    return pa->y < pb->y ? -1 : 1;

  return pa->place < pb->place ? -1 : pa->place > pb->place;
}

static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const Spot *sa = a, *sb = b;

  if (sa->n_things != sb->n_things)
    return sa->n_things > sb->n_things ? -1 : 1;

  return sa->first < sb->first ? -1 : 1;
}

static GArray *
find_spots (GArray *points)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  Spot *last = NULL;

  for (guint i = 0; i < points->len; i++)
    {
      const PsgMapPoint *p = &g_array_index (points, PsgMapPoint, i);

      if (last == NULL || last->x != p->x || last->y != p->y)
        {
          Spot spot = { .x = p->x, .y = p->y, .first = i };

          g_array_append_val (spots, spot);
          last = &g_array_index (spots, Spot, spots->len - 1);
        }
      last->n++;
      last->n_things += p->n;
    }

  g_array_sort (spots, compare_spots);

  return spots;
}

static gpointer
square_key (int column,
            int row)
{
  return GUINT_TO_POINTER (((guint) column & 0xffff) << 16 | ((guint) row & 0xffff));
}

static void
grid_init (Grid   *grid,
           GArray *spots,
           double  cell)
{
  grid->cell = cell;
  grid->spots = spots;
  grid->heads = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < spots->len; i++)
    {
      Spot *spot = &g_array_index (spots, Spot, i);
      gpointer key = square_key (floor (spot->x / cell), floor (spot->y / cell));

      spot->next = GPOINTER_TO_INT (g_hash_table_lookup (grid->heads, key)) - 1;
      g_hash_table_insert (grid->heads, key, GINT_TO_POINTER (i + 1));
    }
}

static void
cluster_take (PsgMapCluster *cluster,
              GArray        *sorted,
              GArray        *points,
              const Spot    *spot)
{
  cluster->n += spot->n;
  cluster->n_things += spot->n_things;
  cluster->x0 = MIN (cluster->x0, spot->x);
  cluster->y0 = MIN (cluster->y0, spot->y);
  cluster->x1 = MAX (cluster->x1, spot->x);
  cluster->y1 = MAX (cluster->y1, spot->y);
  g_array_append_vals (sorted, &g_array_index (points, PsgMapPoint, spot->first), spot->n);
}

static void
take_square (Grid          *grid,
             int            column,
             int            row,
             PsgMapCluster *cluster,
             GArray        *sorted,
             GArray        *points)
{
  int i = GPOINTER_TO_INT (g_hash_table_lookup (grid->heads, square_key (column, row))) - 1;

  for (; i >= 0; i = g_array_index (grid->spots, Spot, i).next)
    {
      Spot *spot = &g_array_index (grid->spots, Spot, i);

      if (spot->cluster != 0 || hypot (spot->x - cluster->x, spot->y - cluster->y) > grid->cell)
        continue;
      spot->cluster = 1;
      cluster_take (cluster, sorted, points, spot);
    }
}

static PsgMapCluster
gather (Grid   *grid,
        Spot   *seed,
        GArray *sorted,
        GArray *points)
{
  PsgMapCluster cluster = { seed->x, seed->y, sorted->len, 0, 0, seed->x, seed->y, seed->x, seed->y };
  int column = floor (seed->x / grid->cell), row = floor (seed->y / grid->cell);

  /* The seed itself lies in the square in the middle. */
  for (int y = row - 1; y <= row + 1; y++)
    for (int x = column - 1; x <= column + 1; x++)
      take_square (grid, x, y, &cluster, sorted, points);

  return cluster;
}

/**
 * psg_map_cluster_points:
 * @points: (element-type PsgMapPoint): the points; sorted by this into the order
 *   the clusters refer to
 * @zoom: the zoom level
 * @radius: how far a place may lie from the middle of its cluster, pixels
 *
 * Returns: (transfer full) (element-type PsgMapCluster): the clusters, those with
 *   the most crowded places first; every point is in exactly one
 */
GArray *
psg_map_cluster_points (GArray *points,
                        double  zoom,
                        double  radius)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (PsgMapPoint), points->len);
  g_autoptr (GArray) spots = NULL;
  GArray *clusters = g_array_new (FALSE, FALSE, sizeof (PsgMapCluster));
  Grid grid;

  g_array_sort (points, compare_points);
  spots = find_spots (points);
  grid_init (&grid, spots, radius / psg_mercator_scale (zoom));

  for (guint i = 0; i < spots->len; i++)
    {
      Spot *seed = &g_array_index (spots, Spot, i);

      if (seed->cluster == 0)
        {
          PsgMapCluster cluster = gather (&grid, seed, sorted, points);

          g_array_append_val (clusters, cluster);
        }
    }

  if (points->len > 0)
    {
      g_array_set_size (points, 0);
      g_array_append_vals (points, sorted->data, sorted->len);
    }
  g_hash_table_unref (grid.heads);

  return clusters;
}
