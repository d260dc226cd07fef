/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-private.h"

#include <string.h>

/* What follows from the parts of a date: its first and last day, its precision,
 * its flags and its level. It reads no text and reports no errors; that there
 * is no such day is an answer here. */

/* Which months a part of a year covers (EDTF level 1, Seasons, and level 2,
 * Sub-year groupings). The standard leaves the months of a season open; these
 * are the meteorological ones. Those that begin in December end in the year
 * after. */
static const struct
{
  int first_month;
  int n_months;
} groupings[] = {
  /* 21–24, spring to winter */
  { 3, 3 }, { 6, 3 }, { 9, 3 }, { 12, 3 },
  /* 25–28, the same in the northern hemisphere */
  { 3, 3 }, { 6, 3 }, { 9, 3 }, { 12, 3 },
  /* 29–32, and in the southern */
  { 9, 3 }, { 12, 3 }, { 3, 3 }, { 6, 3 },
  /* 33–36, quarters */
  { 1, 3 }, { 4, 3 }, { 7, 3 }, { 10, 3 },
  /* 37–39, quadrimesters: four months each */
  { 1, 4 }, { 5, 4 }, { 9, 4 },
  /* 40–41, semestrals: half-years */
  { 1, 6 }, { 7, 6 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (groupings) == PSG_EDTF_LAST_GROUPING - PSG_EDTF_FIRST_GROUPING + 1);

/* Years beyond four digits share the first and the last day we have. */
static PsgEdtfBound
make_bound (gint64 year,
            int    month,
            int    day)
{
  PsgEdtfBound bound = { .year = year, .month = month, .day_of_month = day };

  bound.day = psg_day_from_ymd ((int) CLAMP (year, -9999, 9999), month, day);
  if (year > 9999)
    bound.day = PSG_DAY_MAX;
  if (year < -9999)
    bound.day = PSG_DAY_MIN;

  return bound;
}

/* The first (or last) day in @year that the month and the day allow. */
static PsgDay
find_day_in_year (const PsgEdtfDate *date,
                  int                year,
                  gboolean           last)
{
  for (int i = 0; i < 12; i++)
    {
      int month = last ? 12 - i : i + 1;
      int n_days = psg_days_in_month (year, month);

      if (!psg_edtf_template_matches (date->digits[PSG_EDTF_MONTH], month))
        continue;

      for (int j = 0; j < n_days; j++)
        {
          int day = last ? n_days - j : j + 1;

          if (psg_edtf_template_matches (date->digits[PSG_EDTF_DAY], day))
            return psg_day_from_ymd (year, month, day);
        }
    }

  return PSG_DAY_NONE;
}

/* Goes through the years the template allows until one has such a day. That is
 * the first of them for all but 29 February: there are only years with that and without it. */
static gboolean
find_day (const PsgEdtfDate *date,
          gboolean           last,
          PsgEdtfBound      *bound)
{
  const char *digits = date->digits[PSG_EDTF_YEAR];
  int n_years = psg_edtf_template_count (digits);
  gboolean tried[2] = { FALSE, FALSE };

  for (int i = 0; i < n_years; i++)
    {
      gboolean from_below = last == date->negative;
      int year = psg_edtf_template_fill (digits, from_below ? i : n_years - 1 - i);

      /* There is no year minus zero. */
      if (date->negative && year == 0)
        continue;

      bound->year = date->negative ? -year : year;
      if (tried[psg_days_in_month ((int) bound->year, 2) == 29])
        continue;
      tried[psg_days_in_month ((int) bound->year, 2) == 29] = TRUE;

      bound->day = find_day_in_year (date, (int) bound->year, last);
      if (bound->day != PSG_DAY_NONE)
        return TRUE;
    }

  return FALSE;
}

/* Spreads a year over those that share its first significant digits:
 * `1950S2` is some year from 1900 to 1999. */
static void
resolve_long_or_significant (PsgEdtfDate *date)
{
  gint64 year = ABS (psg_edtf_date_get_year (date));
  gint64 low = year, high = year;

  if (date->significant != 0)
    {
      int n_digits = date->is_long ? psg_edtf_count_digits (year) : 4;
      gint64 unit = psg_edtf_power_of_ten (n_digits - date->significant);

      low = year - year % unit;
      high = low + unit - 1;
      /* There is no year minus zero. */
      if (date->negative)
        low = MAX (low, 1);
    }

  date->earliest = make_bound (date->negative ? -high : low, 1, 1);
  date->latest = make_bound (date->negative ? -low : high, 12, 31);
}

static void
resolve_grouping (PsgEdtfDate *date,
                  int          code)
{
  int first_month = groupings[code - PSG_EDTF_FIRST_GROUPING].first_month;
  int last_month = first_month + groupings[code - PSG_EDTF_FIRST_GROUPING].n_months - 1;
  PsgEdtfDate year = *date;
  gint64 last_year;

  /* The years are those of the date without its season. */
  year.digits[PSG_EDTF_MONTH][0] = '\0';
  find_day (&year, FALSE, &date->earliest);
  find_day (&year, TRUE, &date->latest);

  last_year = date->latest.year + (last_month > 12);
  last_month = last_month > 12 ? last_month - 12 : last_month;

  date->earliest = make_bound (date->earliest.year, first_month, 1);
  date->latest = make_bound (last_year, last_month, psg_days_in_month ((int) last_year, last_month));
}

static PsgPrecision
get_significant_precision (const PsgEdtfDate *date)
{
  static const PsgPrecision precisions[] = {
    PSG_PRECISION_YEAR, PSG_PRECISION_DECADE, PSG_PRECISION_CENTURY, PSG_PRECISION_MILLENNIUM,
  };
  int n_digits = date->is_long ? psg_edtf_count_digits (ABS (psg_edtf_date_get_year (date))) : 4;
  guint n_unknown = (guint) (n_digits - date->significant);

  return precisions[MIN (n_unknown, G_N_ELEMENTS (precisions) - 1)];
}

/* The unit down to which everything is known, from the largest: `X` ends it. */
static PsgPrecision
get_date_precision (const PsgEdtfDate *date)
{
  static const PsgPrecision years[] = {
    PSG_PRECISION_UNKNOWN, PSG_PRECISION_MILLENNIUM, PSG_PRECISION_CENTURY, PSG_PRECISION_DECADE,
  };
  const char *unknown = strchr (date->digits[PSG_EDTF_YEAR], 'X');

  if (date->significant != 0)
    return get_significant_precision (date);
  if (unknown != NULL)
    return years[unknown - date->digits[PSG_EDTF_YEAR]];
  if (!psg_edtf_date_is_definite (date, PSG_EDTF_MONTH))
    return PSG_PRECISION_YEAR;
  if (psg_edtf_date_get_grouping (date) != 0)
    return PSG_PRECISION_SEASON;
  if (!psg_edtf_date_is_definite (date, PSG_EDTF_DAY))
    return PSG_PRECISION_MONTH;
  if (date->hour < 0)
    return PSG_PRECISION_DAY;

  return date->second < 0 ? PSG_PRECISION_MINUTE : PSG_PRECISION_SECOND;
}

static gboolean
has_unspecified (const PsgEdtfDate *date)
{
  for (guint i = 0; i < PSG_EDTF_N_COMPONENTS; i++)
    {
      if (strchr (date->digits[i], 'X') != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Level 1 knows `201X`, `20XX`, `2004-XX`, `1985-04-XX` and `1985-XX-XX`. */
static gboolean
is_unspecified_from_the_right (const PsgEdtfDate *date)
{
  const char *year = date->digits[PSG_EDTF_YEAR];
  const char *month = date->digits[PSG_EDTF_MONTH];
  const char *day = date->digits[PSG_EDTF_DAY];

  if (strchr (year, 'X') != NULL)
    return *month == '\0' && year[3] == 'X' && year[1] != 'X' && year[0] != 'X';
  if (strchr (month, 'X') != NULL)
    return strcmp (month, "XX") == 0 && (*day == '\0' || strcmp (day, "XX") == 0);

  return strcmp (day, "XX") == 0;
}

/* Level 1 knows one qualifier, to the right of everything. */
static gboolean
is_qualified_as_a_whole (const PsgEdtfDate *date)
{
  guint last = PSG_EDTF_DAY;

  while (last > PSG_EDTF_YEAR && date->digits[last][0] == '\0')
    last--;

  for (guint i = 0; i < PSG_EDTF_N_COMPONENTS; i++)
    {
      if (date->left[i] != 0 || (date->right[i] != 0 && i != last))
        return FALSE;
    }

  return TRUE;
}

static int
get_date_level (const PsgEdtfDate *date)
{
  int grouping = psg_edtf_date_get_grouping (date);

  if (date->significant != 0 || date->exponent != 0 || grouping > 24 ||
      !is_qualified_as_a_whole (date) ||
      (has_unspecified (date) && !is_unspecified_from_the_right (date)))
    return 2;

  return date->is_long || date->negative || grouping != 0 || date->flags != 0;
}

/* Finds out what a date means. Returns %FALSE where the calendar has no such
 * day. */
gboolean
psg_edtf_date_resolve (PsgEdtfDate *date)
{
  int grouping = psg_edtf_date_get_grouping (date);

  g_assert (date->end == PSG_EDTF_END_STATED);

  if (date->is_long || date->significant != 0)
    resolve_long_or_significant (date);
  else if (grouping != 0)
    resolve_grouping (date, grouping);
  else if (!find_day (date, FALSE, &date->earliest) || !find_day (date, TRUE, &date->latest))
    return FALSE;

  date->flags = psg_edtf_date_get_qualifiers (date);
  if (has_unspecified (date))
    date->flags |= PSG_EDTF_UNSPECIFIED;
  date->precision = get_date_precision (date);
  date->level = get_date_level (date);

  return TRUE;
}

static int
compare_bounds (const PsgEdtfBound *a,
                const PsgEdtfBound *b)
{
  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;

  return (a->day > b->day) - (a->day < b->day);
}

/* Whether the span can end after it begins. That its ends overlap, as in
 * `2004-06/2004-06-11`, is no mistake. */
gboolean
psg_edtf_span_is_ordered (const PsgEdtfSpan *span)
{
  if (span->start.end != PSG_EDTF_END_STATED || span->finish.end != PSG_EDTF_END_STATED)
    return TRUE;

  return compare_bounds (&span->finish.latest, &span->start.earliest) >= 0;
}

static PsgEdtfBound
get_span_start (const PsgEdtfSpan *span)
{
  if (span->start.end == PSG_EDTF_END_STATED)
    return span->start.earliest;

  return (PsgEdtfBound) {
    .year = G_MININT64,
    .day = span->start.end == PSG_EDTF_END_OPEN ? PSG_DAY_OPEN_START : PSG_DAY_NONE,
  };
}

static PsgEdtfBound
get_span_end (const PsgEdtfSpan *span)
{
  if (span->finish.end == PSG_EDTF_END_STATED)
    return span->finish.latest;

  return (PsgEdtfBound) {
    .year = G_MAXINT64,
    .day = span->finish.end == PSG_EDTF_END_OPEN ? PSG_DAY_OPEN_END : PSG_DAY_NONE,
  };
}

static PsgPrecision
get_coarser (PsgPrecision a,
             PsgPrecision b)
{
  if (a == PSG_PRECISION_UNKNOWN || b == PSG_PRECISION_UNKNOWN)
    return MAX (a, b);

  return MIN (a, b);
}

static PsgEdtfFlags
get_span_flags (const PsgEdtfSpan *span)
{
  static const PsgEdtfFlags start_flags[] = { 0, PSG_EDTF_OPEN_START, PSG_EDTF_UNKNOWN_START };
  static const PsgEdtfFlags end_flags[] = { 0, PSG_EDTF_OPEN_END, PSG_EDTF_UNKNOWN_END };

  return span->start.flags | span->finish.flags |
         start_flags[span->start.end] | end_flags[span->finish.end];
}

static int
get_level (const PsgEdtf *self)
{
  const PsgEdtfSpan *span = &self->spans[0];
  int level = MAX (span->start.level, span->finish.level);

  if (self->kind == PSG_EDTF_KIND_ONE_OF || self->kind == PSG_EDTF_KIND_ALL_OF)
    return 2;
  if (self->kind == PSG_EDTF_KIND_DATE)
    return level;
  /* Level 1 intervals have no unspecified digits at their ends. */
  if (self->flags & PSG_EDTF_UNSPECIFIED)
    return 2;
  if (span->start.end != PSG_EDTF_END_STATED || span->finish.end != PSG_EDTF_END_STATED)
    return MAX (level, 1);

  return level;
}

/* Sums up what the spans have resolved to. */
void
psg_edtf_resolve (PsgEdtf *self)
{
  static const PsgEdtfFlags kind_flags[] = {
    0, PSG_EDTF_INTERVAL, PSG_EDTF_ONE_OF, PSG_EDTF_ALL_OF,
  };

  g_assert (self->n_spans > 0);

  self->earliest = get_span_start (&self->spans[0]);
  self->latest = get_span_end (&self->spans[0]);
  self->flags = kind_flags[self->kind];

  for (guint i = 0; i < self->n_spans; i++)
    {
      const PsgEdtfSpan *span = &self->spans[i];
      PsgEdtfBound start = get_span_start (span);
      PsgEdtfBound end = get_span_end (span);

      if (compare_bounds (&start, &self->earliest) < 0)
        self->earliest = start;
      if (compare_bounds (&end, &self->latest) > 0)
        self->latest = end;

      self->flags |= get_span_flags (span);
      self->precision = get_coarser (self->precision,
                                     get_coarser (span->start.precision, span->finish.precision));
    }

  self->level = get_level (self);
}
