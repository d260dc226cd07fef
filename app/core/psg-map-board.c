/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-board.h"

#include <math.h>

#include "psg-mercator.h"

/* Three box indexes: one for each end of a step of the zoom level, and one for its middle, for
 * a box can be left of another at the one end, above it at the other, and on it between. It
 * places nothing itself. */

#define CELL 96.0
#define N_LEVELS 3

struct _PsgMapBoard
{
  double       scale[N_LEVELS];
  PsgBoxIndex *taken[N_LEVELS];
};

static PsgBox
box_at (const PsgMapBoard *self,
        guint              level,
        double             x,
        double             y,
        const PsgBox      *box)
{
  return psg_box_move (box, x * self->scale[level], y * self->scale[level]);
}

/**
 * psg_map_board_quantise:
 * @zoom: a zoom level
 *
 * Returns: the first zoom level of the step it lies in
 */
double
psg_map_board_quantise (double zoom)
{
  return floor (zoom / PSG_MAP_STEP) * PSG_MAP_STEP;
}

/**
 * psg_map_board_new:
 * @zoom: the first zoom level of a step
 * @obstacles: (nullable) (array length=n_obstacles): what is taken already
 * @n_obstacles: how many
 *
 * Returns: (transfer full): a board
 */
PsgMapBoard *
psg_map_board_new (double                zoom,
                   const PsgMapObstacle *obstacles,
                   guint                 n_obstacles)
{
  PsgMapBoard *self = g_new0 (PsgMapBoard, 1);

  for (guint i = 0; i < N_LEVELS; i++)
    {
      self->scale[i] = psg_mercator_scale (zoom + i * PSG_MAP_STEP / (N_LEVELS - 1));
      self->taken[i] = psg_box_index_new (CELL);
    }
  for (guint i = 0; i < n_obstacles; i++)
    psg_map_board_take (self, obstacles[i].x, obstacles[i].y, &obstacles[i].box);

  return self;
}

void
psg_map_board_free (PsgMapBoard *self)
{
  for (guint i = 0; i < N_LEVELS; i++)
    psg_box_index_free (self->taken[i]);
  g_free (self);
}

/**
 * psg_map_board_is_free:
 * @self: the board
 * @x: of the point the box hangs on, in worlds
 * @y: the same
 * @box: pixels, from the point
 *
 * Returns: whether nothing that is taken overlaps the box
 */
gboolean
psg_map_board_is_free (const PsgMapBoard *self,
                       double             x,
                       double             y,
                       const PsgBox      *box)
{
  for (guint i = 0; i < N_LEVELS; i++)
    {
      PsgBox at = box_at (self, i, x, y, box);

      if (psg_box_index_hits (self->taken[i], &at))
        return FALSE;
    }

  return TRUE;
}

void
psg_map_board_take (PsgMapBoard  *self,
                    double        x,
                    double        y,
                    const PsgBox *box)
{
  for (guint i = 0; i < N_LEVELS; i++)
    {
      PsgBox at = box_at (self, i, x, y, box);

      psg_box_index_add (self->taken[i], &at);
    }
}
