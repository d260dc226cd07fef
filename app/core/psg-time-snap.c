/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-time-snap.h"

/*
 * What a hand can aim at: days while they are wide enough to be hit one by one, then
 * months, then years. It knows nothing of the gesture.
 */

/* The least pixels a day, a month may have. */
#define LEAST_DAY 2.0
#define LEAST_MONTH 4.0

/**
 * psg_time_unit_for_axis:
 * @axis: an axis
 *
 * Returns: the smallest unit that can be aimed at
 */
PsgTimeUnit
psg_time_unit_for_axis (const PsgTimeAxis *axis)
{
  double day = psg_time_axis_get_scale (axis) * PSG_MINUTES_PER_DAY;

  if (day >= LEAST_DAY)
    return PSG_UNIT_DAY;

  return 30 * day >= LEAST_MONTH ? PSG_UNIT_MONTH : PSG_UNIT_YEAR;
}

/**
 * psg_time_unit_around:
 * @unit: a unit
 * @minute: a time; what lies outside the calendar is brought within
 *
 * Returns: the day, month or year that the time lies in
 */
PsgTimeSpan
psg_time_unit_around (PsgTimeUnit unit,
                      gint64      minute)
{
  PsgDay day = CLAMP (psg_day_from_minutes (CLAMP (minute, psg_day_to_minutes (PSG_DAY_MIN),
                                                   psg_day_to_minutes (PSG_DAY_MAX))),
                      PSG_DAY_MIN, PSG_DAY_MAX);
  int year, month;

  psg_day_to_ymd (day, &year, &month, NULL);

  if (unit == PSG_UNIT_MONTH)
    return psg_time_span_from_days (psg_day_from_ymd (year, month, 1),
                                    psg_day_from_ymd (year, month, psg_days_in_month (year, month)));
  if (unit == PSG_UNIT_YEAR)
    return psg_time_span_from_days (psg_day_from_ymd (year, 1, 1), psg_day_from_ymd (year, 12, 31));

  return psg_time_span_from_days (day, day);
}

/**
 * psg_time_unit_round:
 * @unit: a unit
 * @minute: a time
 *
 * Returns: the nearest time at which a day, month or year begins
 */
gint64
psg_time_unit_round (PsgTimeUnit unit,
                     gint64      minute)
{
  PsgTimeSpan around = psg_time_unit_around (unit, minute);

  return minute - around.start < around.end - minute ? around.start : around.end;
}
