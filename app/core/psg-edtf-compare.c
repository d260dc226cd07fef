/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-private.h"

#include <string.h>

/* Dates beside one another and beside days: which comes first, which may or
 * must fall into a span of days. An unknown end is taken for an open one,
 * because it can be anywhere. */

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return (a > b) - (a < b);
}

/* An unknown start has the year of an open one and the lower day, an unknown
 * end the year of an open one and, by this, the lower day as well: unknown
 * sorts before open at either end. */
static int
compare_bounds (const PsgEdtfBound *a,
                const PsgEdtfBound *b)
{
  int order = compare_numbers (a->year, b->year);

  return order != 0 ? order : compare_numbers (a->day, b->day);
}

/* The second of the day, so that two times within a minute keep their order. */
static int
get_second_of_day (const PsgEdtf *self)
{
  const PsgEdtfDate *date = &self->spans[0].start;

  if (date->end != PSG_EDTF_END_STATED || date->hour < 0)
    return -1;

  return (date->hour * 60 + date->minute) * 60 + MAX (date->second, 0);
}

/**
 * psg_edtf_compare:
 * @a: a date
 * @b: another
 *
 * A total order: by the first day, then by the time of day (a date without one
 * first), then by the last day, then by the text. Zones are not looked at,
 * because a date is the civil day of its source.
 *
 * Returns: less than, equal to or greater than 0; 0 only where the texts are
 *   the same
 */
int
psg_edtf_compare (const PsgEdtf *a,
                  const PsgEdtf *b)
{
  int order;

  g_return_val_if_fail (a != NULL, 0);
  g_return_val_if_fail (b != NULL, 0);

  order = compare_bounds (&a->earliest, &b->earliest);
  if (order == 0)
    order = compare_numbers (get_second_of_day (a), get_second_of_day (b));
  if (order == 0)
    order = compare_bounds (&a->latest, &b->latest);
  if (order == 0)
    order = strcmp (a->text, b->text);

  return order;
}

/**
 * psg_edtf_equal:
 * @a: a date
 * @b: another
 *
 * Returns: whether both are written the same
 */
gboolean
psg_edtf_equal (const PsgEdtf *a,
                const PsgEdtf *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return a == b || strcmp (a->text, b->text) == 0;
}

static PsgDay
get_span_first (const PsgEdtfSpan *span)
{
  return span->start.end == PSG_EDTF_END_STATED ? span->start.earliest.day : PSG_DAY_OPEN_START;
}

static PsgDay
get_span_last (const PsgEdtfSpan *span)
{
  return span->finish.end == PSG_EDTF_END_STATED ? span->finish.latest.day : PSG_DAY_OPEN_END;
}

/**
 * psg_edtf_may_overlap:
 * @first: the first day, or %PSG_DAY_OPEN_START
 * @last: the last day, or %PSG_DAY_OPEN_END
 *
 * The wider of two filters. It looks at the members of a set one by one: it
 * is enough that one of them falls in.
 *
 * Returns: whether any day from @first to @last can be one the date speaks of
 */
gboolean
psg_edtf_may_overlap (const PsgEdtf *self,
                      PsgDay         first,
                      PsgDay         last)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_spans; i++)
    {
      if (get_span_first (&self->spans[i]) <= last && get_span_last (&self->spans[i]) >= first)
        return TRUE;
    }

  return FALSE;
}

/**
 * psg_edtf_surely_within:
 * @first: the first day, or %PSG_DAY_OPEN_START
 * @last: the last day, or %PSG_DAY_OPEN_END
 *
 * The narrower of two filters.
 *
 * Returns: whether every day the date can speak of is from @first to @last
 */
gboolean
psg_edtf_surely_within (const PsgEdtf *self,
                        PsgDay         first,
                        PsgDay         last)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_spans; i++)
    {
      if (get_span_first (&self->spans[i]) < first || get_span_last (&self->spans[i]) > last)
        return FALSE;
    }

  return TRUE;
}
