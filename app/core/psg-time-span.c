/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-time-span.h"

#include <math.h>

/* The calendar's first minute, and the first after its last. */
#define FIRST_MINUTE ((gint64) PSG_DAY_MIN * PSG_MINUTES_PER_DAY)
#define END_MINUTE (((gint64) PSG_DAY_MAX + 1) * PSG_MINUTES_PER_DAY)

/*
 * A half-open stretch of time, as a value: every edit returns a new span, so
 * that what a gesture does can be tested without a widget. It knows nothing of
 * pixels (that is the time axis) nor of how sure a date is (that is EDTF).
 */

G_DEFINE_BOXED_TYPE (PsgTimeSpan, psg_time_span, psg_time_span_copy, psg_time_span_free)

/**
 * psg_time_span_from_days:
 * @first: the first day
 * @last: the last day, inclusive; not before @first
 *
 * Open ends reach to the ends of the calendar: a span has no open ends itself.
 *
 * Returns: from the beginning of @first to the end of @last
 */
PsgTimeSpan
psg_time_span_from_days (PsgDay first,
                         PsgDay last)
{
  PsgDay from = CLAMP (first, PSG_DAY_MIN, PSG_DAY_MAX);
  PsgDay to = CLAMP (last, from, PSG_DAY_MAX);
  PsgTimeSpan span = {
    .start = psg_day_to_minutes (from),
    .end = psg_day_to_minutes (to) + PSG_MINUTES_PER_DAY,
  };

  return span;
}

/**
 * psg_time_span_from_edtf:
 * @date: a date; an interval with two known ends, or anything else that has
 *   bounds
 * @span: (out caller-allocates): where to put it
 * @error: return location
 *
 * Returns: whether @date has two bounds; if not, %PSG_EDTF_ERROR_RANGE
 */
gboolean
psg_time_span_from_edtf (const PsgEdtf *date,
                         PsgTimeSpan   *span,
                         GError       **error)
{
  PsgDay first = psg_edtf_get_earliest (date);
  PsgDay last = psg_edtf_get_latest (date);

  if (!psg_day_is_valid (first) || !psg_day_is_valid (last))
    {
      g_set_error (error, PSG_EDTF_ERROR, PSG_EDTF_ERROR_RANGE,
                   "at offset 0: “%s” has no beginning or no end; a stretch of time needs both",
                   psg_edtf_get_text (date));
      return FALSE;
    }

  *span = psg_time_span_from_days (first, last);

  return TRUE;
}

/**
 * psg_time_span_to_edtf:
 * @self: a span
 *
 * Returns: (transfer full): the days it touches as an EDTF interval
 */
char *
psg_time_span_to_edtf (const PsgTimeSpan *self)
{
  g_autofree char *first = psg_day_format_iso (psg_day_from_minutes (self->start));
  g_autofree char *last = psg_day_format_iso (psg_day_from_minutes (self->end - 1));

  if (g_str_equal (first, last))
    return g_steal_pointer (&first);

  return g_strconcat (first, "/", last, NULL);
}

PsgTimeSpan *
psg_time_span_copy (const PsgTimeSpan *self)
{
  return g_memdup2 (self, sizeof *self);
}

void
psg_time_span_free (PsgTimeSpan *self)
{
  g_free (self);
}

gboolean
psg_time_span_equal (const PsgTimeSpan *a,
                     const PsgTimeSpan *b)
{
  return a->start == b->start && a->end == b->end;
}

gint64
psg_time_span_get_length (const PsgTimeSpan *self)
{
  return self->end - self->start;
}

gboolean
psg_time_span_contains (const PsgTimeSpan *self,
                        gint64             minute)
{
  return minute >= self->start && minute < self->end;
}

gboolean
psg_time_span_overlaps (const PsgTimeSpan *self,
                        gint64             start,
                        gint64             end)
{
  return start < self->end && end > self->start;
}

/**
 * psg_time_span_zoom:
 * @self: a span
 * @about: the minute that keeps its place
 * @factor: above 1 to see more detail; greater than 0
 *
 * Returns: a span of 1/@factor the length, at least one minute, at most the
 *   calendar
 */
PsgTimeSpan
psg_time_span_zoom (const PsgTimeSpan *self,
                    gint64             about,
                    double             factor)
{
  double length = (double) psg_time_span_get_length (self);
  double share = (double) (about - self->start) / length;
  double wanted, start;
  PsgTimeSpan span;

  g_return_val_if_fail (factor > 0, *self);

  wanted = CLAMP (length / factor, 1.0, (double) (END_MINUTE - FIRST_MINUTE));
  start = CLAMP ((double) about - share * wanted, FIRST_MINUTE, END_MINUTE - wanted);

  span.start = (gint64) llround (start);
  span.end = span.start + (gint64) llround (wanted);

  return span;
}

PsgTimeSpan
psg_time_span_move (const PsgTimeSpan *self,
                    gint64             minutes)
{
  PsgTimeSpan span = { self->start + minutes, self->end + minutes };

  return span;
}

/**
 * psg_time_span_clamp:
 * @self: a span
 * @bounds: what it may not leave
 * @shortest: in minutes; @bounds win where they are shorter still
 *
 * Returns: a span no shorter than @shortest and within @bounds, as near to
 *   @self as can be
 */
PsgTimeSpan
psg_time_span_clamp (const PsgTimeSpan *self,
                     const PsgTimeSpan *bounds,
                     gint64             shortest)
{
  gint64 longest = psg_time_span_get_length (bounds);
  gint64 length = CLAMP (psg_time_span_get_length (self), MIN (shortest, longest), longest);
  gint64 middle = self->start + psg_time_span_get_length (self) / 2;
  PsgTimeSpan span = *self;

  if (length != psg_time_span_get_length (self))
    span.start = middle - length / 2;

  span.start = CLAMP (span.start, bounds->start, bounds->end - length);
  span.end = span.start + length;

  return span;
}
