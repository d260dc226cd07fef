/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-place-nearness.h"

/* How near in time something happened at each place: what a map fades its events by. */

static gint64
distance (gint64 start,
          gint64 end,
          gint64 minute)
{
  if (minute < start)
    return start - minute;

  return minute < end ? 0 : minute - end + 1;
}

/**
 * psg_place_nearness_measure:
 * @events: the events
 * @rows: those that count
 * @span: they must overlap it
 * @minute: from when
 * @nearness: (out caller-allocates) (array length=n_places): for each place how many
 *   minutes lie between @minute and the nearest event there; 0 while one goes on;
 *   %PSG_NEARNESS_NONE without any
 * @n_places: how many places there are
 */
void
psg_place_nearness_measure (const PsgEventTable *events,
                            const PsgRowSet     *rows,
                            const PsgTimeSpan   *span,
                            gint64               minute,
                            gint64              *nearness,
                            guint                n_places)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (events);
  guint end = psg_event_table_lower_bound (events, span->end);

  for (guint i = 0; i < n_places; i++)
    nearness[i] = PSG_NEARNESS_NONE;

  for (guint row = psg_row_set_next (rows, 0); row < end; row = psg_row_set_next (rows, row + 1))
    {
      guint place = columns->place[row];

      if (columns->end[row] > span->start && place < n_places)
        nearness[place] = MIN (nearness[place], distance (columns->start[row], columns->end[row], minute));
    }
}
