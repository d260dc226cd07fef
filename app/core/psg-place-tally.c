/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-place-tally.h"

/* One pass over the columns. Rows are ordered by their start, so it ends where the span does. */

struct _PsgPlaceTally
{
  guint    n_places;
  guint    n_lanes;
  guint32 *counts; /* by place, then lane */
};

/**
 * psg_place_tally_new:
 * @events: the events
 * @rows: those that count
 * @span: they must overlap it
 * @n_places: how many places there are; what lies elsewhere does not count
 * @n_lanes: how many lanes
 *
 * Returns: (transfer full): a tally
 */
PsgPlaceTally *
psg_place_tally_new (const PsgEventTable *events,
                     const PsgRowSet     *rows,
                     const PsgTimeSpan   *span,
                     guint                n_places,
                     guint                n_lanes)
{
  PsgPlaceTally *self = g_new0 (PsgPlaceTally, 1);
  const PsgEventColumns *columns = psg_event_table_get_columns (events);
  guint end = psg_event_table_lower_bound (events, span->end);

  self->n_places = n_places;
  self->n_lanes = n_lanes;
  self->counts = g_new0 (guint32, (gsize) n_places * n_lanes + 1);

  for (guint row = psg_row_set_next (rows, 0); row < end; row = psg_row_set_next (rows, row + 1))
    if (columns->end[row] > span->start && columns->place[row] < n_places && columns->lane[row] < n_lanes)
      self->counts[(gsize) columns->place[row] * n_lanes + columns->lane[row]]++;

  return self;
}

void
psg_place_tally_free (PsgPlaceTally *self)
{
  g_free (self->counts);
  g_free (self);
}

/**
 * psg_place_tally_count:
 * @self: a tally
 * @place: a place
 *
 * Returns: how many events there are, of all lanes
 */
guint
psg_place_tally_count (const PsgPlaceTally *self,
                       guint                place)
{
  const guint32 *lanes = psg_place_tally_get_lanes (self, place);
  guint n = 0;

  for (guint i = 0; i < self->n_lanes; i++)
    n += lanes[i];

  return n;
}

/**
 * psg_place_tally_get_lanes:
 * @self: a tally
 * @place: a place
 *
 * Returns: (transfer none): how many events there are of each lane
 */
const guint32 *
psg_place_tally_get_lanes (const PsgPlaceTally *self,
                           guint                place)
{
  g_return_val_if_fail (place < self->n_places, self->counts);

  return self->counts + (gsize) place * self->n_lanes;
}
