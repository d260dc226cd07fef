/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-day-private.h"
#include "psg-edtf-private.h"

#include <glib/gi18n-lib.h>

/* Dates in words: intervals, which do not say the month or the year twice, and
 * sets. Single dates are worded in psg-edtf-display-date.c.
 *
 * Which end of "28 September – 3 October 2020" carries the year depends on the
 * language, so both ends have patterns of their own. */

/* Whether nothing but digits was written: only then can two dates share a
 * month or a year in words. */
static gboolean
is_plain (const PsgEdtfDate *date)
{
  return date->end == PSG_EDTF_END_STATED && date->flags == 0 && date->significant == 0 &&
         !date->is_long && date->hour < 0;
}

static char *
expand_end (const PsgEdtfDate *date,
            const char        *pattern)
{
  g_autofree char *year = psg_year_format_display (date->earliest.year);
  g_autofree char *day_text = NULL;
  int month, day;

  psg_day_to_ymd (date->earliest.day, NULL, &month, &day);
  day_text = g_strdup_printf ("%d", day);

  return psg_day_expand_pattern (pattern, year, month, day_text);
}

/* "2–12 October 2020": the pattern for a day, with two days in it. */
static char *
format_days_of_month (const PsgEdtfSpan *span,
                      gboolean           brief)
{
  g_autofree char *year = psg_year_format_display (span->start.earliest.year);
  g_autofree char *days = NULL;
  int month, first, last;

  psg_day_to_ymd (span->start.earliest.day, NULL, &month, &first);
  psg_day_to_ymd (span->finish.earliest.day, NULL, NULL, &last);

  /* Translators: two days of one month, as in "2–12"; this then takes the
   * place of the day in "12 October 2020". */
  days = g_strdup_printf (C_("days of a month", "%d–%d"), first, last);

  /* xgettext:no-c-format */
  return psg_day_expand_pattern (brief ? C_("date", "%-d %b %Y") : C_("date", "%-d %B %Y"),
                                 year, month, days);
}

static char *
format_days_of_year (const PsgEdtfSpan *span,
                     gboolean           brief)
{
  g_autofree char *start = NULL;
  g_autofree char *finish = NULL;

  /* Translators: the two ends of "28 September – 3 October 2020", days of the
   * same year. Put the year where your language has it: with the first day, if
   * it comes before the month. */
  /* xgettext:no-c-format */
  start = expand_end (&span->start, brief ? C_("start of date range", "%-d %b")
                                          : C_("start of date range", "%-d %B"));
  /* xgettext:no-c-format */
  finish = expand_end (&span->finish, brief ? C_("end of date range", "%-d %b %Y")
                                            : C_("end of date range", "%-d %B %Y"));

  return g_strdup_printf (C_("date range", "%s – %s"), start, finish);
}

static char *
format_months_of_year (const PsgEdtfSpan *span,
                       gboolean           brief)
{
  g_autofree char *start = NULL;
  g_autofree char *finish = NULL;

  /* Translators: the two ends of "June–August 2020". */
  /* xgettext:no-c-format */
  start = expand_end (&span->start, brief ? C_("start of date range", "%Ob")
                                          : C_("start of date range", "%OB"));
  /* xgettext:no-c-format */
  finish = expand_end (&span->finish, brief ? C_("end of date range", "%Ob %Y")
                                            : C_("end of date range", "%OB %Y"));

  return g_strdup_printf (C_("month range", "%s–%s"), start, finish);
}

/* Leaves out what the two dates have in common; %NULL where that is nothing. */
static char *
format_merged (const PsgEdtfSpan *span,
               gboolean           brief)
{
  PsgPrecision precision = span->start.precision;
  int first_year, last_year, first_month, last_month;

  if (!is_plain (&span->start) || !is_plain (&span->finish) || precision != span->finish.precision)
    return NULL;
  if (span->start.earliest.day == span->finish.earliest.day)
    return psg_edtf_date_format_display (&span->start, brief);

  psg_day_to_ymd (span->start.earliest.day, &first_year, &first_month, NULL);
  psg_day_to_ymd (span->finish.earliest.day, &last_year, &last_month, NULL);

  if (precision == PSG_PRECISION_YEAR && first_year > 0)
    return g_strdup_printf (C_("year range", "%d–%d"), first_year, last_year);
  if (first_year != last_year)
    return NULL;
  if (precision == PSG_PRECISION_MONTH)
    return format_months_of_year (span, brief);
  if (precision == PSG_PRECISION_DAY)
    return first_month == last_month ? format_days_of_month (span, brief)
                                     : format_days_of_year (span, brief);

  return NULL;
}

/* `2022-06~/2022-07~`, from about June to about July: "mid-2022". */
static char *
format_middle_of_year (const PsgEdtfSpan *span)
{
  PsgEdtfSpan plain = *span;
  g_autofree char *year = NULL;

  plain.start.right[PSG_EDTF_MONTH] = 0;
  plain.finish.right[PSG_EDTF_MONTH] = 0;

  if (span->start.flags != PSG_EDTF_APPROXIMATE || span->finish.flags != PSG_EDTF_APPROXIMATE ||
      psg_edtf_date_get_qualifiers (&plain.start) != 0 ||
      psg_edtf_date_get_qualifiers (&plain.finish) != 0 ||
      span->start.precision != PSG_PRECISION_MONTH || span->finish.precision != PSG_PRECISION_MONTH ||
      span->start.earliest.year != span->finish.earliest.year ||
      psg_edtf_date_get_number (&span->start, PSG_EDTF_MONTH) != 6 ||
      psg_edtf_date_get_number (&span->finish, PSG_EDTF_MONTH) != 7)
    return NULL;

  year = psg_year_format_display (span->start.earliest.year);

  return g_strdup_printf (_("mid-%s"), year);
}

static char *
format_closed (const PsgEdtfSpan *span,
               gboolean           brief)
{
  g_autofree char *start = NULL;
  g_autofree char *finish = NULL;
  char *text = format_merged (span, brief);

  if (text == NULL)
    text = format_middle_of_year (span);
  if (text != NULL)
    return text;

  start = psg_edtf_date_format_display (&span->start, brief);
  finish = psg_edtf_date_format_display (&span->finish, brief);

  /* Translators: from one date to another. */
  return g_strdup_printf (C_("date range", "%s – %s"), start, finish);
}

static char *
format_from (const PsgEdtfSpan *span,
             gboolean           brief)
{
  g_autofree char *start = psg_edtf_date_format_display (&span->start, brief);

  if (span->finish.end == PSG_EDTF_END_OPEN)
    /* Translators: an interval that has not ended. */
    return g_strdup_printf (C_("date", "from %s"), start);
  if (brief)
    return g_strdup_printf (C_("unknown end", "%s – ?"), start);

  return g_strdup_printf (_("from %s, end unknown"), start);
}

static char *
format_until (const PsgEdtfSpan *span,
              gboolean           brief)
{
  g_autofree char *finish = psg_edtf_date_format_display (&span->finish, brief);

  if (span->start.end == PSG_EDTF_END_OPEN)
    /* Translators: an interval that has always been. */
    return g_strdup_printf (C_("date", "until %s"), finish);
  if (brief)
    return g_strdup_printf (C_("unknown start", "? – %s"), finish);

  return g_strdup_printf (_("until %s, start unknown"), finish);
}

static char *
format_interval (const PsgEdtfSpan *span,
                 gboolean           brief)
{
  gboolean has_start = span->start.end == PSG_EDTF_END_STATED;
  gboolean has_finish = span->finish.end == PSG_EDTF_END_STATED;

  if (has_start && has_finish)
    return format_closed (span, brief);
  if (has_start)
    return format_from (span, brief);
  if (has_finish)
    return format_until (span, brief);

  if (span->start.end == PSG_EDTF_END_UNKNOWN)
    return g_strdup (_("start unknown, no end"));
  if (span->finish.end == PSG_EDTF_END_UNKNOWN)
    return g_strdup (_("no start, end unknown"));

  return g_strdup (_("at all times"));
}

static char *
format_member (const PsgEdtfSpan *span,
               gboolean           brief)
{
  g_autofree char *text = NULL;

  if (!span->is_range)
    return psg_edtf_date_format_display (&span->start, brief);

  if (span->start.end == PSG_EDTF_END_OPEN)
    {
      text = psg_edtf_date_format_display (&span->finish, brief);
      /* Translators: a date of which only the latest is known. */
      return g_strdup_printf (_("%s or earlier"), text);
    }
  if (span->finish.end == PSG_EDTF_END_OPEN)
    {
      text = psg_edtf_date_format_display (&span->start, brief);
      /* Translators: a date of which only the earliest is known. */
      return g_strdup_printf (_("%s or later"), text);
    }

  return format_closed (span, brief);
}

static char *
format_set (const PsgEdtf *self,
            gboolean       brief)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->n_spans; i++)
    {
      g_autofree char *text = format_member (&self->spans[i], brief);

      if (i > 0)
        /* Translators: between the dates of a list. */
        g_string_append (list, C_("list of dates", ", "));
      g_string_append (list, text);
    }

  /* A single date needs no list, but a single range says "one of" or "all". */
  if (self->n_spans == 1 && (!self->spans->is_range || self->flags & (PSG_EDTF_OPEN_START | PSG_EDTF_OPEN_END)))
    return g_string_free (g_steal_pointer (&list), FALSE);

  if (self->kind == PSG_EDTF_KIND_ONE_OF)
    /* Translators: a list of dates, of which one is right. */
    return g_strdup_printf (_("one of %s"), list->str);

  /* Translators: a list of dates, all of which are right. */
  return g_strdup_printf (_("all of %s"), list->str);
}

static char *
format_display (const PsgEdtf *self,
                gboolean       brief)
{
  switch (self->kind)
    {
    case PSG_EDTF_KIND_DATE:
      return psg_edtf_date_format_display (&self->spans[0].start, brief);
    case PSG_EDTF_KIND_INTERVAL:
      return format_interval (&self->spans[0], brief);
    case PSG_EDTF_KIND_ONE_OF:
    case PSG_EDTF_KIND_ALL_OF:
    default:
      return format_set (self, brief);
    }
}

/**
 * psg_edtf_format_display:
 *
 * The date for people, in the current locale. Seasons carry their year, and
 * both of their years where they run into the next one; `2022-22~` (about
 * summer) and `2022-06~/2022-07~` are "mid-2022".
 *
 * Returns: (transfer full): the date in words
 */
char *
psg_edtf_format_display (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format_display (self, FALSE);
}

/**
 * psg_edtf_format_short:
 *
 * The same as psg_edtf_format_display() with short names of months, a question
 * mark for "uncertain", and without what is said about parts not known.
 *
 * Returns: (transfer full): the date in few words
 */
char *
psg_edtf_format_short (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format_display (self, TRUE);
}
