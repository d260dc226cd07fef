/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-date-words-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "psg-day-private.h"

/*
 * Dates as people type them: "18 Aug 2023", "18.08.2023", "summer 2023", and
 * EDTF as it is. What comes out is EDTF, made as text and read again, so that
 * nothing that is no date can come out. Where the span of a timeline should go
 * then is no concern of this.
 */

/* No date anybody types is longer, in bytes. */
#define MAX_LENGTH 200

G_DEFINE_QUARK (psg-date-words-error-quark, psg_date_words_error)

static gboolean
fail_order (PsgDateReading *reading)
{
  return psg_date_fail (reading, PSG_DATE_WORDS_ERROR_ORDER, _("That ends before it begins"));
}

/* What one end of an interval leaves unsaid is as at the other: "2–12 October 2020". */
static void
share (PsgDateParts *start,
       PsgDateParts *finish)
{
  if (finish->loose && start->named && start->day != 0)
    {
      finish->day = finish->month;
      finish->month = 0;
    }
  if (start->year == PSG_DATE_NO_YEAR)
    start->year = finish->year;
  if (finish->year == PSG_DATE_NO_YEAR)
    finish->year = start->year;
  if (start->day != 0 && start->month == 0)
    start->month = finish->month;
  if (finish->day != 0 && finish->month == 0)
    finish->month = start->month;
}

static gboolean
check (PsgDateReading     *reading,
       const PsgDateParts *parts)
{
  g_autofree char *message = NULL;
  g_autofree char *date = NULL;
  g_autofree char *year = NULL;
  g_autofree char *day = NULL;

  if (parts->year < 0 || parts->year > 9999)
    return psg_date_fail_year (reading);
  if (parts->day != 0 && parts->month == 0)
    return psg_date_fail_form (reading);
  if (parts->month < 0 || parts->month > 12)
    {
      /* Translators: %s is what was typed as a date, as in “2023-13” */
      message = g_strdup_printf (_("“%s”: a year has 12 months"), reading->text);
      return psg_date_fail (reading, PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, message);
    }
  if (parts->day == 0 || (parts->day > 0 && parts->day <= psg_days_in_month (parts->year, parts->month)))
    return TRUE;

  if (parts->day < 0 || parts->day > 31)
    {
      message = g_strdup_printf (_("“%s”: a month has 28 to 31 days"), reading->text);
      return psg_date_fail (reading, PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, message);
    }

  year = psg_year_format_display (parts->year);
  day = g_strdup_printf ("%d", parts->day);
  /* xgettext:no-c-format */
  date = psg_day_expand_pattern (C_("date", "%-d %B %Y"), year, parts->month, day);
  /* Translators: %s is a day that the calendar does not have, as 31 April 2023 */
  message = g_strdup_printf (_("There is no %s"), date);

  return psg_date_fail (reading, PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, message);
}

/* The date in EDTF, or %NULL with the error set. */
static char *
write_parts (PsgDateReading *reading,
             PsgDateParts   *parts)
{
  gboolean about = parts->is_about || parts->is_middle;
  const char *qualifier = parts->is_uncertain ? (about ? "%" : "?") : (about ? "~" : "");

  if (parts->year == PSG_DATE_NO_YEAR)
    parts->year = reading->context->year;
  if (!check (reading, parts))
    return NULL;

  /* As the words for an approximate summer are "mid-2022". */
  if (parts->is_middle && parts->month == 0 && parts->season == 0)
    parts->season = 22;

  if (parts->season != 0)
    return g_strdup_printf ("%04d-%02d%s", parts->year, parts->season, qualifier);
  if (parts->day != 0)
    return g_strdup_printf ("%04d-%02d-%02d%s", parts->year, parts->month, parts->day, qualifier);
  if (parts->month != 0)
    return g_strdup_printf ("%04d-%02d%s", parts->year, parts->month, qualifier);

  return g_strdup_printf ("%04d%s", parts->year, qualifier);
}

static gboolean
is_winter_in_two_years (const PsgDateParts *start,
                        const PsgDateParts *finish)
{
  return start->season == 24 && start->year != PSG_DATE_NO_YEAR && finish->season == 0 && finish->month == 0 &&
         finish->day == 0 && finish->year == start->year + 1;
}

static char *
write_interval (PsgDateReading      *reading,
                const PsgDateTokens *tokens,
                guint                dash,
                PsgDateOrder        *order)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  PsgDateParts start, finish;

  if (!psg_date_read_parts (reading, tokens->tokens, tokens->tokens + dash, &start) ||
      !psg_date_read_parts (reading, tokens->tokens + dash + 1, tokens->tokens + tokens->n, &finish))
    return NULL;
  if (is_winter_in_two_years (&start, &finish))
    return write_parts (reading, &start);

  share (&start, &finish);
  *order = MAX (start.order, finish.order);
  first = write_parts (reading, &start);
  last = first != NULL ? write_parts (reading, &finish) : NULL;

  return last != NULL ? g_strconcat (first, "/", last, NULL) : NULL;
}

/* "2021-2023" are two years, not a month that no year has. */
static gboolean
find_years_dash (const PsgDateTokens *tokens,
                 guint               *dash)
{
  *dash = 1;

  return tokens->n == 3 && tokens->tokens[1].kind == PSG_DATE_TOKEN_SEPARATOR && tokens->tokens[1].value != '.' &&
         tokens->tokens[0].kind == PSG_DATE_TOKEN_NUMBER && psg_date_is_year (&tokens->tokens[0]) &&
         tokens->tokens[2].kind == PSG_DATE_TOKEN_NUMBER && psg_date_is_year (&tokens->tokens[2]);
}

static char *
write_words (PsgDateReading *reading,
             PsgDateOrder   *order)
{
  PsgDateTokens tokens;
  guint n_dashes = 0, dash = 0;
  PsgDateParts parts;

  if (!psg_date_tokens_read (&tokens, reading->text, reading->context->names, reading->error))
    return NULL;

  for (guint i = 0; i < tokens.n; i++)
    if (tokens.tokens[i].kind == PSG_DATE_TOKEN_RANGE)
      {
        n_dashes++;
        dash = i;
      }

  if (n_dashes == 1 || (n_dashes == 0 && find_years_dash (&tokens, &dash)))
    return write_interval (reading, &tokens, dash, order);
  if (n_dashes > 1)
    {
      psg_date_fail_form (reading);
      return NULL;
    }

  if (!psg_date_read_parts (reading, tokens.tokens, tokens.tokens + tokens.n, &parts))
    return NULL;
  *order = parts.order;

  return write_parts (reading, &parts);
}

/* Words that fail where EDTF failed for a better reason than its form. */
static gboolean
explain_edtf (PsgDateReading *reading,
              const GError   *error)
{
  if (error->code == PSG_EDTF_ERROR_ORDER)
    return fail_order (reading);

  return psg_date_fail (reading, PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, _("There is no such day in the calendar"));
}

/**
 * psg_date_words_parse:
 * @text: what was typed
 * @context: what is known besides
 * @order: (out) (optional): how figures were read
 * @error: return location
 *
 * Understands days ("18 Aug 2023", "August 18, 2023", "2023-08-18", "18.08.2023",
 * "18/8/23"), months ("Aug 2023", "08/2023"), seasons, quarters, years, two of them
 * with "–" or "to" between, and whatever is EDTF. Figures alone are read day first,
 * unless that is impossible. "c." before a date makes it approximate, "?" after it
 * uncertain.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL with @error set in
 *   %PSG_DATE_WORDS_ERROR
 */
PsgEdtf *
psg_date_words_parse (const char           *text,
                      const PsgDateContext *context,
                      PsgDateOrder         *order,
                      GError              **error)
{
  g_autofree char *typed = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GError) edtf_error = NULL;
  g_autoptr (GError) words_error = NULL;
  PsgDateOrder read_order = PSG_DATE_ORDER_CLEAR;
  PsgDateReading reading = { .context = context, .error = &words_error };
  PsgEdtf *date = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (context != NULL && context->names != NULL, NULL);
  g_return_val_if_fail (context->year >= 0 && context->year <= 9999, NULL);

  typed = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_LENGTH + 1));
  reading.text = g_strstrip (typed);

  if (*reading.text == '\0')
    psg_date_fail (&reading, PSG_DATE_WORDS_ERROR_EMPTY, _("No date was given"));
  else if (strlen (reading.text) > MAX_LENGTH)
    psg_date_fail (&reading, PSG_DATE_WORDS_ERROR_UNKNOWN, _("That is too long to be a date"));
  else if ((date = psg_edtf_parse (reading.text, &edtf_error)) == NULL &&
           (written = write_words (&reading, &read_order)) != NULL)
    {
      g_clear_error (&edtf_error);
      date = psg_edtf_parse (written, &edtf_error);
      if (date == NULL)
        explain_edtf (&reading, edtf_error);
    }
  else if (edtf_error != NULL && words_error->code == PSG_DATE_WORDS_ERROR_UNKNOWN &&
           (edtf_error->code == PSG_EDTF_ERROR_ORDER || edtf_error->code == PSG_EDTF_ERROR_RANGE))
    {
      g_clear_error (&words_error);
      explain_edtf (&reading, edtf_error);
    }

  if (order != NULL)
    *order = read_order;
  if (date == NULL)
    g_propagate_error (error, g_steal_pointer (&words_error));

  return date;
}

static char *
format_weekday (PsgDay day)
{
  /* 1 January 2001 was a Monday. */
  g_autoptr (GDateTime) date = g_date_time_new_utc (2001, 1, psg_day_get_weekday (day), 0, 0, 0);

  return psg_day_name_within (date, "%A");
}

static char *
describe_plainly (const PsgEdtf *date)
{
  g_autofree char *words = psg_edtf_format_display (date);
  g_autofree char *weekday = NULL;

  if (psg_edtf_get_flags (date) != 0 || psg_edtf_get_precision (date) > PSG_PRECISION_DAY)
    return g_steal_pointer (&words);

  if (psg_edtf_get_precision (date) < PSG_PRECISION_DAY)
    /* Translators: %s is a month, a season or a year */
    return g_strdup_printf (_("The whole of %s"), words);

  weekday = format_weekday (psg_edtf_get_earliest (date));

  /* Translators: a date and its day of the week: "18 August 2023, a Friday" */
  return g_strdup_printf (_("%s, a %s"), words, weekday);
}

/**
 * psg_date_words_describe:
 * @date: a date
 * @order: how figures were read
 *
 * Returns: (transfer full): what was understood, for the person who typed it
 */
char *
psg_date_words_describe (const PsgEdtf *date,
                         PsgDateOrder   order)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (date != NULL, NULL);

  plain = describe_plainly (date);
  if (order == PSG_DATE_ORDER_DAY_FIRST)
    /* Translators: %s is a date that was typed in figures, such as 3/4/2023 */
    return g_strdup_printf (_("%s (day first)"), plain);
  if (order == PSG_DATE_ORDER_MONTH_FIRST)
    return g_strdup_printf (_("%s (month first)"), plain);

  return g_steal_pointer (&plain);
}
