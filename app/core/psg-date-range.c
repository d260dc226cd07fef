/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-date-range.h"

#include <glib/gi18n-lib.h>

/*
 * Which events lie in a range of days: possibly, or certainly. The rules for one row
 * and the loops that hold them against a million; what a person typed and what else
 * narrows the events is the filter's business.
 */

/* As far as the calendar reaches, which stands for an open end. */
#define FIRST_MINUTE ((gint64) PSG_DAY_MIN * PSG_MINUTES_PER_DAY)
#define END_MINUTE (((gint64) PSG_DAY_MAX + 1) * PSG_MINUTES_PER_DAY)

/* How far an approximate date may be off, in days, by its precision. */
static const gint32 margins[] = {
  [PSG_PRECISION_UNKNOWN] = PSG_DAY_MAX - PSG_DAY_MIN,
  [PSG_PRECISION_MILLENNIUM] = 365250,
  [PSG_PRECISION_CENTURY] = 36525,
  [PSG_PRECISION_DECADE] = 3653,
  [PSG_PRECISION_YEAR] = 366,
  [PSG_PRECISION_SEASON] = 92,
  [PSG_PRECISION_MONTH] = 31,
  [PSG_PRECISION_DAY] = 7,
  [PSG_PRECISION_MINUTE] = 7,
  [PSG_PRECISION_SECOND] = 7,
};

/**
 * psg_date_range_read:
 * @text: a date in EDTF: `2021`, `2021-05`, `2021-05/2021-08`, `2021-05/..`
 * @range: (out caller-allocates): the days it speaks of
 * @error: return location
 *
 * An open end reaches to the end of the calendar. An unknown one is a mistake: a
 * range has to end somewhere, or nowhere.
 *
 * Returns: %FALSE with %PSG_EDTF_ERROR set if it is no date, or an end is unknown
 */
gboolean
psg_date_range_read (const char   *text,
                     PsgTimeSpan  *range,
                     GError      **error)
{
  g_autoptr (PsgEdtf) date = psg_edtf_parse (text, error);

  if (date == NULL)
    return FALSE;

  if (psg_edtf_get_earliest (date) == PSG_DAY_NONE || psg_edtf_get_latest (date) == PSG_DAY_NONE)
    {
      g_set_error (error, PSG_EDTF_ERROR, PSG_EDTF_ERROR_RANGE,
                   /* Translators: said of a stretch of time in EDTF, such as “2021/” or “/2021” */
                   _("“%s” does not say where it begins or ends; write “..” for an open end"), text);
      return FALSE;
    }

  *range = psg_time_span_from_days (psg_edtf_get_earliest (date), psg_edtf_get_latest (date));

  return TRUE;
}

/* One end in the coarsest unit that has it as its first or last day. */
static char *
format_end (PsgDay   day,
            gboolean whole_months,
            gboolean whole_years)
{
  int year, month;

  if (!whole_months || day < psg_day_from_ymd (0, 1, 1))
    return psg_day_format_iso (day);

  psg_day_to_ymd (day, &year, &month, NULL);

  return whole_years ? g_strdup_printf ("%04d", year) : g_strdup_printf ("%04d-%02d", year, month);
}

static gboolean
ends_month (PsgDay day)
{
  int year, month, day_of_month;

  psg_day_to_ymd (day, &year, &month, &day_of_month);

  return day_of_month == psg_days_in_month (year, month);
}

/**
 * psg_date_range_to_edtf:
 * @range: a range of whole days; the ends of the calendar stand for open ends
 *
 * Whole months and years are written as such: `2021-05/2021-08`, `2021`.
 *
 * Returns: (transfer full): the range as psg_date_range_read() reads it
 */
char *
psg_date_range_to_edtf (const PsgTimeSpan *range)
{
  PsgDay first = psg_day_from_minutes (range->start), last = psg_day_from_minutes (range->end - 1);
  gboolean open_start = first <= PSG_DAY_MIN, open_end = last >= PSG_DAY_MAX;
  int first_month, last_month, first_day;
  gboolean months, years;
  g_autofree char *from = NULL, *to = NULL;

  psg_day_to_ymd (first, NULL, &first_month, &first_day);
  psg_day_to_ymd (last, NULL, &last_month, NULL);
  months = (open_start || first_day == 1) && (open_end || ends_month (last));
  years = months && (open_start || first_month == 1) && (open_end || last_month == 12);

  from = open_start ? g_strdup ("..") : format_end (first, months, years);
  to = open_end ? g_strdup ("..") : format_end (last, months, years);

  return g_str_equal (from, to) && !open_start ? g_steal_pointer (&from) : g_strconcat (from, "/", to, NULL);
}

/* With its open ends where no margin reaches them. */
static PsgTimeSpan
open_ends (const PsgTimeSpan *range)
{
  PsgTimeSpan open = *range;

  if (open.start <= FIRST_MINUTE)
    open.start = G_MININT64 / 2;
  if (open.end >= END_MINUTE)
    open.end = G_MAXINT64 / 2;

  return open;
}

static inline gboolean
is_certain (const PsgEventColumns *columns,
            guint                  row,
            const PsgTimeSpan     *range)
{
  guint flags = columns->flags[row];
  gint64 start = columns->start[row], end = columns->end[row];

  if (flags & PSG_EVENT_UNCERTAIN)
    return FALSE;

  if (flags & PSG_EVENT_APPROXIMATE)
    {
      gint64 margin = (gint64) margins[MIN (PSG_EVENT_PRECISION (flags), PSG_PRECISION_SECOND)] * PSG_MINUTES_PER_DAY;

      return start - margin >= range->start && end + margin <= range->end;
    }

  if (start >= range->start && end <= range->end)
    return TRUE;
  if (!(flags & PSG_EVENT_RANGE))
    return FALSE;

  return start + columns->start_slack[row] < range->end && end - columns->end_slack[row] > range->start;
}

/**
 * psg_date_range_has:
 * @range: a range of whole days
 * @mode: what it takes
 * @events: a table
 * @row: a row of it
 *
 * Returns: whether the event lies in the range
 */
gboolean
psg_date_range_has (const PsgTimeSpan   *range,
                    PsgRangeMode         mode,
                    const PsgEventTable *events,
                    guint                row)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (events);
  PsgTimeSpan open = open_ends (range);

  g_return_val_if_fail (row < columns->n, FALSE);

  if (columns->start[row] >= open.end || columns->end[row] <= open.start)
    return FALSE;

  return mode == PSG_RANGE_POSSIBLY || is_certain (columns, row, &open);
}

/* Of the rows before @until, those that last beyond @minute. */
static void
keep_lasting (guint64      *words,
              const gint64 *end,
              guint         until,
              gint64        minute)
{
  for (guint first = 0; first < until; first += 64)
    {
      guint n = MIN (64, until - first);
      guint64 lasting = n < 64 ? G_MAXUINT64 << n : 0;

      if (words[first / 64] == 0)
        continue;
      for (guint i = 0; i < n; i++)
        lasting |= (guint64) (end[first + i] > minute) << i;
      words[first / 64] &= lasting;
    }
}

static void
keep_certain (guint64               *words,
              const PsgEventColumns *columns,
              guint                  until,
              const PsgTimeSpan     *range)
{
  for (guint word = 0; word * 64 < until; word++)
    for (guint64 bits = words[word]; bits != 0; bits &= bits - 1)
      {
        guint bit = __builtin_ctzll (bits);

        if (!is_certain (columns, word * 64 + bit, range))
          words[word] &= ~(G_GUINT64_CONSTANT (1) << bit);
      }
}

/**
 * psg_date_range_keep:
 * @range: a range of whole days
 * @mode: what it takes
 * @events: a table
 * @rows: rows of it, not shared yet
 *
 * Removes from @rows what does not lie in the range. The rows are sorted by start:
 * those from the range's end on are out and those that start in it are in, so that
 * only the ones before have to be looked at.
 */
void
psg_date_range_keep (const PsgTimeSpan   *range,
                     PsgRangeMode         mode,
                     const PsgEventTable *events,
                     PsgRowSet           *rows)
{
  const PsgEventColumns *columns = psg_event_table_get_columns (events);
  PsgTimeSpan open = open_ends (range);
  guint within = psg_event_table_lower_bound (events, open.start);
  guint after = psg_event_table_lower_bound (events, open.end);
  guint64 *words = psg_row_set_edit (rows);

  g_return_if_fail (psg_row_set_get_n_rows (rows) == columns->n);

  psg_row_set_remove_from (rows, after);
  keep_lasting (words, columns->end, within, open.start);
  if (mode == PSG_RANGE_CERTAINLY)
    keep_certain (words, columns, after, &open);
}

/**
 * psg_date_range_count:
 * @range: a range of whole days
 * @mode: what it takes
 * @events: a table
 * @rows: rows of it
 *
 * Returns: how many of @rows lie in the range
 */
guint
psg_date_range_count (const PsgTimeSpan   *range,
                      PsgRangeMode         mode,
                      const PsgEventTable *events,
                      const PsgRowSet     *rows)
{
  g_autoptr (PsgRowSet) kept = psg_row_set_copy (rows);

  psg_date_range_keep (range, mode, events, kept);

  return psg_row_set_count (kept);
}
