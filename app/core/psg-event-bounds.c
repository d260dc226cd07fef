/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-event-bounds.h"

/* From a date to the minutes within which an event may, and those in which it must
 * be going on. Days are what a date knows of; minutes only where it says a time. */

static gint64
first_minute (PsgDay day,
              int    minute)
{
  return psg_day_to_minutes (day) + MAX (minute, 0);
}

static gint64
last_minute (PsgDay day,
             int    minute)
{
  return psg_day_to_minutes (day) + (minute >= 0 ? minute + 1 : PSG_MINUTES_PER_DAY);
}

/* What a bound is when the date leaves it open or unknown: the bounds of the whole. */
static gint64
get_start (const PsgEdtf     *date,
           const PsgTimeSpan *span)
{
  PsgDay day = psg_edtf_get_earliest (date);

  return psg_day_is_valid (day) ? first_minute (day, psg_edtf_get_start_minute (date)) : span->start;
}

static gint64
get_end (const PsgEdtf     *date,
         const PsgTimeSpan *span)
{
  PsgDay day = psg_edtf_get_latest (date);

  return psg_day_is_valid (day) ? last_minute (day, psg_edtf_get_end_minute (date)) : span->end;
}

/* It must have begun before it ends: of an unknown start nothing else is known, and
 * `2004-06/2004-06-11` cannot begin on the 30th. */
static gint64
get_latest_start (const PsgEdtf        *date,
                  const PsgEventBounds *self)
{
  PsgEdtfFlags flags = psg_edtf_get_flags (date);
  PsgDay day = psg_edtf_get_latest (date);
  gint64 latest = psg_day_is_valid (day) ? first_minute (day, psg_edtf_get_end_minute (date)) : self->end;

  if (flags & PSG_EDTF_OPEN_START)
    return self->start;
  if (flags & PSG_EDTF_UNKNOWN_START)
    return latest;

  return MIN (latest, first_minute (psg_edtf_get_latest_start (date), psg_edtf_get_start_minute (date)));
}

static gint64
get_earliest_end (const PsgEdtf        *date,
                  const PsgEventBounds *self)
{
  PsgEdtfFlags flags = psg_edtf_get_flags (date);
  PsgDay day = psg_edtf_get_earliest (date);
  gint64 earliest = psg_day_is_valid (day) ? last_minute (day, psg_edtf_get_start_minute (date)) : self->start;

  if (flags & PSG_EDTF_OPEN_END)
    return self->end;
  if (flags & PSG_EDTF_UNKNOWN_END)
    return earliest;

  return MAX (earliest, last_minute (psg_edtf_get_earliest_end (date), psg_edtf_get_end_minute (date)));
}

static gboolean
is_one_day (const PsgEdtf *date)
{
  return psg_day_is_valid (psg_edtf_get_earliest (date))
         && psg_edtf_get_earliest (date) == psg_edtf_get_latest (date);
}

static guint32
limit_slack (const PsgEventBounds *self,
             gint64                minutes)
{
  return (guint32) MIN (CLAMP (minutes, 0, self->end - self->start), G_MAXUINT32);
}

/**
 * psg_event_bounds_from_edtf:
 * @date: an event's date
 * @span: the collection's, which open and unknown ends are taken to
 *
 * Returns: when the event is
 */
PsgEventBounds
psg_event_bounds_from_edtf (const PsgEdtf     *date,
                            const PsgTimeSpan *span)
{
  PsgEventBounds self = { 0 };

  self.start = get_start (date, span);
  self.end = MAX (self.start + 1, get_end (date, span));

  if (psg_edtf_get_flags (date) & PSG_EDTF_INTERVAL)
    {
      self.start_slack = limit_slack (&self, get_latest_start (date, &self) - self.start);
      self.end_slack = limit_slack (&self, self.end - get_earliest_end (date, &self));
    }
  else if (!is_one_day (date))
    {
      self.start_slack = limit_slack (&self, G_MAXINT64);
      self.end_slack = self.start_slack;
    }

  return self;
}
