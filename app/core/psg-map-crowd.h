/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-box-index.h"
#include "psg-map-cluster.h"

G_BEGIN_DECLS

/**
 * PsgMapCrowd:
 * @spots: (element-type PsgMapPoint): what is to be clustered; @place is a spot's number, whatever
 *   order they come into
 * @firsts: (element-type guint32): for each number where in @places its own begin; and the end
 * @places: (element-type guint32): places, those of one spot together
 *
 * Places as the spots that can be told apart at a zoom level: a place each while they are few;
 * of very many only those about the view, and one spot for all within a few pixels.
 */
typedef struct
{
  GArray *spots;
  GArray *firsts;
  GArray *places;
} PsgMapCrowd;

/* More points than this are thinned. */
#define PSG_MAP_CROWD_MANY 4000

PsgMapCrowd   *psg_map_crowd_new        (GArray *points, double zoom, const PsgBox *window);
void           psg_map_crowd_free       (PsgMapCrowd *self);
const guint32 *psg_map_crowd_get_places (const PsgMapCrowd *self, guint spot, guint *n_places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgMapCrowd, psg_map_crowd_free)

G_END_DECLS
