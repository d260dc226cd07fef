/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-edtf.h"
#include "psg-time-span.h"

G_BEGIN_DECLS

/**
 * PsgEventBounds:
 * @start: first minute the event may lie in
 * @end: first minute after it may have ended, greater than @start
 * @start_slack: minutes from @start to when it has begun for certain
 * @end_slack: minutes from when it may have ended already to @end
 *
 * When an event is: it lies within [@start, @end), and is certainly going on in
 * [@start + @start_slack, @end - @end_slack) unless that is empty. Neither slack
 * exceeds @end - @start, nor %G_MAXUINT32 (8 166 years). A value.
 *
 * The day (or the minute, where a time is given) is the smallest unit: an event of
 * a day is going on all that day. What follows from EDTF:
 *
 * | date | start slack | end slack |
 * |---|---|---|
 * | a day, a minute | 0 | 0 |
 * | any other moment: month, season, year, `X`, sets of days | all | all |
 * | a stated end of an interval | to its unit's last day | from its unit's first day |
 * | an open end, `..`: still going on | 0 | 0 |
 * | an unknown end | to the last day it may end | from the first day it may begin |
 *
 * So `2021-05/2021-08-10` has begun for certain on 31 May and goes on to the end of
 * 10 August; of `2021-06-01/` only 1 June is certain.
 */
typedef struct
{
  gint64  start;
  gint64  end;
  guint32 start_slack;
  guint32 end_slack;
} PsgEventBounds;

PsgEventBounds psg_event_bounds_from_edtf (const PsgEdtf *date, const PsgTimeSpan *span);

G_END_DECLS
