/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgBox:
 *
 * A rectangle in pixels, y growing down. Two that share an edge do not overlap.
 */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} PsgBox;

gboolean psg_box_overlaps (const PsgBox *a, const PsgBox *b);
PsgBox   psg_box_grow     (const PsgBox *self, double by);
PsgBox   psg_box_move     (const PsgBox *self, double dx, double dy);

/**
 * PsgBoxIndex:
 *
 * Boxes sorted into the squares of a grid, to ask whether another overlaps any.
 */
typedef struct _PsgBoxIndex PsgBoxIndex;

PsgBoxIndex *psg_box_index_new  (double cell);
void         psg_box_index_free (PsgBoxIndex *self);
void         psg_box_index_add  (PsgBoxIndex *self, const PsgBox *box);
gboolean     psg_box_index_hits (const PsgBoxIndex *self, const PsgBox *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgBoxIndex, psg_box_index_free)

G_END_DECLS
