/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-place-field.h"

#include "psg-map-cluster.h"
#include "psg-mercator.h"
#include "psg-place.h"

/* Gathers what is at the places. It clusters nothing itself. */

/**
 * psg_place_field_locate:
 * @places: (element-type PsgPlace): the places
 *
 * Returns: (transfer full) (element-type PsgPosition): where each lies
 */
GArray *
psg_place_field_locate (GPtrArray *places)
{
  GArray *positions = g_array_sized_new (FALSE, FALSE, sizeof (PsgPosition), places->len);

  for (guint i = 0; i < places->len; i++)
    {
      const PsgPlace *place = g_ptr_array_index (places, i);
      PsgPosition at = { psg_mercator_x (place->longitude), psg_mercator_y (place->latitude) };

      g_array_append_val (positions, at);
    }

  return positions;
}

/**
 * psg_place_field_new:
 * @places: (element-type PsgPlace): a collection's places; they may not change any more
 * @positions: (element-type PsgPosition): theirs, of psg_place_field_locate(); nor may these
 * @tally: (transfer full): what is counted at them
 * @n_lanes: of the tally
 *
 * Returns: (transfer full): the field
 */
PsgPlaceField *
psg_place_field_new (GPtrArray     *places,
                     GArray        *positions,
                     PsgPlaceTally *tally,
                     guint          n_lanes)
{
  PsgPlaceField *self = g_atomic_rc_box_new0 (PsgPlaceField);

  self->places = g_ptr_array_ref (places);
  self->positions = g_array_ref (positions);
  self->tally = tally;
  self->n_lanes = n_lanes;
  self->points = g_array_new (FALSE, FALSE, sizeof (PsgMapPoint));
  for (guint i = 0; i < positions->len; i++)
    {
      PsgPosition at = g_array_index (positions, PsgPosition, i);
      PsgMapPoint point = { at.x, at.y, i, psg_place_tally_count (tally, i) };

      if (point.n > 0)
        g_array_append_val (self->points, point);
    }

  return self;
}

PsgPlaceField *
psg_place_field_ref (PsgPlaceField *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (PsgPlaceField *self)
{
  g_ptr_array_unref (self->places);
  g_array_unref (self->positions);
  psg_place_tally_free (self->tally);
  g_array_unref (self->points);
}

void
psg_place_field_unref (PsgPlaceField *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}
