/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-event-table.h"
#include "psg-row-set.h"

G_BEGIN_DECLS

/**
 * PsgRangeMode:
 * @PSG_RANGE_POSSIBLY: any part of what the event's date leaves open lies in the range
 * @PSG_RANGE_CERTAINLY: however the date is read, the event lies in the range, or
 *   lasts into it
 *
 * What it takes to be in a range of days. Certain, to the letter:
 *
 * - A date that its source doubts (`?`) is never certain.
 * - An approximate one (`~`) is, if its bounds still lie in the range when they are
 *   widened by one unit of its precision at either end: seven days, 31 days, a season
 *   of 92, a year of 366.
 * - Any other is, if its bounds lie in the range; or if it lasts, and whenever it began
 *   and ended, some of it lies in the range: it has begun before the range ends and has
 *   not ended before the range begins, by its latest start and its earliest end.
 */
typedef enum
{
  PSG_RANGE_POSSIBLY,
  PSG_RANGE_CERTAINLY,
} PsgRangeMode;

gboolean psg_date_range_read    (const char            *text,
                                 PsgTimeSpan           *range,
                                 GError               **error);
char    *psg_date_range_to_edtf (const PsgTimeSpan     *range);
gboolean psg_date_range_has     (const PsgTimeSpan     *range,
                                 PsgRangeMode           mode,
                                 const PsgEventTable   *events,
                                 guint                  row);
void     psg_date_range_keep    (const PsgTimeSpan     *range,
                                 PsgRangeMode           mode,
                                 const PsgEventTable   *events,
                                 PsgRowSet             *rows);
guint    psg_date_range_count   (const PsgTimeSpan     *range,
                                 PsgRangeMode           mode,
                                 const PsgEventTable   *events,
                                 const PsgRowSet       *rows);

G_END_DECLS
