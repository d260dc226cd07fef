/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-box-index.h"

G_BEGIN_DECLS

/* What is placed holds from a zoom level to just before the next step. */
#define PSG_MAP_STEP 0.25

/**
 * PsgMapObstacle:
 * @x: of its point, in worlds (0 to 1)
 * @y: the same
 * @box: pixels, from the point
 *
 * Something that nothing may lie on.
 */
typedef struct
{
  double x;
  double y;
  PsgBox box;
} PsgMapObstacle;

/**
 * PsgMapBoard:
 *
 * What is taken on the map through one step of the zoom level. Boxes keep their
 * size while the points they hang on move apart, so a box is free if it is clear
 * at the step's lowest and highest zoom level, and half-way between.
 */
typedef struct _PsgMapBoard PsgMapBoard;

double       psg_map_board_quantise (double zoom);

PsgMapBoard *psg_map_board_new      (double zoom, const PsgMapObstacle *obstacles, guint n_obstacles);
void         psg_map_board_free     (PsgMapBoard *self);
gboolean     psg_map_board_is_free  (const PsgMapBoard *self, double x, double y, const PsgBox *box);
void         psg_map_board_take     (PsgMapBoard *self, double x, double y, const PsgBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgMapBoard, psg_map_board_free)

G_END_DECLS
