/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-place-tally.h"

G_BEGIN_DECLS

/**
 * PsgPlaceField:
 * @places: (element-type PsgPlace): a collection's places
 * @positions: (element-type PsgPosition): where they lie, by place
 * @tally: which events are counted there
 * @n_lanes: in how many lanes
 * @points: (element-type PsgMapPoint): the places with events
 *
 * The places of a collection with what happens there: all that a map is laid out from.
 * Immutable and reference-counted, so that a thread may work on it.
 */
typedef struct
{
  GPtrArray     *places;
  GArray        *positions;
  PsgPlaceTally *tally;
  guint          n_lanes;
  GArray        *points;
} PsgPlaceField;

/**
 * PsgPosition:
 * @x: in worlds (0 to 1)
 * @y: the same
 */
typedef struct
{
  double x;
  double y;
} PsgPosition;

GArray        *psg_place_field_locate (GPtrArray *places);

PsgPlaceField *psg_place_field_new    (GPtrArray     *places,
                                       GArray        *positions,
                                       PsgPlaceTally *tally,
                                       guint          n_lanes);
PsgPlaceField *psg_place_field_ref    (PsgPlaceField *self);
void           psg_place_field_unref  (PsgPlaceField *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgPlaceField, psg_place_field_unref)

G_END_DECLS
