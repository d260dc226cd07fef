/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-map-layout.h"

/*
 * Places names on the whole map at once, so that they stay where they are while
 * the map is moved, and are not cut at the edge of anything. A name is placed if
 * it is clear of all others throughout a step of the zoom level: texts keep their
 * size while their points move apart. Pure; knows neither fonts nor widgets.
 */

/* Between two names, pixels. */
#define GAP_X 5.0
#define GAP_Y 1.0

static gboolean
place_label (PsgMapBoard       *board,
             const PsgMapLabel *label,
             PsgMapPlacement   *placement)
{
  PsgBox sign = { -label->radius, -label->radius, label->radius, label->radius };
  gboolean has_sign = label->radius > 0 && psg_map_board_is_free (board, label->x, label->y, &sign);
  PsgMapAnchor anchors[PSG_MAP_MAX_ANCHORS];
  guint n = psg_map_label_list_anchors (label, anchors);

  for (guint i = 0; i < n; i++)
    {
      const PsgBox *box = &anchors[i].box;
      PsgBox padded = { box->x0 - GAP_X, box->y0 - GAP_Y, box->x1 + GAP_X, box->y1 + GAP_Y };

      if ((label->radius > 0 && anchors[i].bare == has_sign)
          || !psg_map_board_is_free (board, label->x, label->y, box))
        continue;

      psg_map_board_take (board, label->x, label->y, &padded);
      if (has_sign)
        psg_map_board_take (board, label->x, label->y, &sign);
      placement->dx = box->x0;
      placement->dy = box->y0;
      placement->bare = !has_sign;
      return TRUE;
    }

  return FALSE;
}

/**
 * psg_map_layout_place:
 * @labels: (array length=n_labels): what to place, the most important first
 * @n_labels: how many
 * @obstacles: (nullable) (array length=n_obstacles): what to keep clear of
 * @n_obstacles: how many
 * @zoom: the zoom level, a multiple of %PSG_MAP_STEP
 *
 * Returns: (transfer full) (element-type PsgMapPlacement): the labels that found a
 *   place, in the order given
 */
GArray *
psg_map_layout_place (const PsgMapLabel    *labels,
                      guint                 n_labels,
                      const PsgMapObstacle *obstacles,
                      guint                 n_obstacles,
                      double                zoom)
{
  GArray *placements = g_array_new (FALSE, FALSE, sizeof (PsgMapPlacement));
  g_autoptr (PsgMapBoard) board = psg_map_board_new (zoom, obstacles, n_obstacles);

  for (guint i = 0; i < n_labels; i++)
    {
      PsgMapPlacement placement = { .label = i };

      if (place_label (board, &labels[i], &placement))
        g_array_append_val (placements, placement);
    }

  return placements;
}
