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

#define NO_YEAR G_MININT

/* One date, as far as it was stated; 0 where it was not. */
typedef struct
{
  int year;
  int month;
  int day;
  int season;         /* also quarters: 21 to 36 */
  gboolean named;     /* the month was a word */
  gboolean loose;     /* month and year with nothing but space between */
  gboolean is_middle;
  gboolean is_about;
  gboolean is_uncertain;
  PsgDateOrder order;
} Parts;

typedef struct
{
  const char *text;
  const PsgDateContext *context;
  GError **error;
} Reading;

G_DEFINE_QUARK (psg-date-words-error-quark, psg_date_words_error)

static gboolean
fail (Reading          *reading,
      PsgDateWordsError code,
      const char       *message)
{
  g_set_error_literal (reading->error, PSG_DATE_WORDS_ERROR, code, message);

  return FALSE;
}

static gboolean
fail_form (Reading *reading)
{
  g_set_error (reading->error, PSG_DATE_WORDS_ERROR, PSG_DATE_WORDS_ERROR_UNKNOWN,
               /* Translators: %s is what was typed where a date is asked for */
               _("“%s” is no date that can be understood"), reading->text);

  return FALSE;
}

static gboolean
fail_order (Reading *reading)
{
  return fail (reading, PSG_DATE_WORDS_ERROR_ORDER, _("That ends before it begins"));
}

static gboolean
fail_year (Reading *reading)
{
  return fail (reading, PSG_DATE_WORDS_ERROR_UNKNOWN, _("A year needs all of its four figures here"));
}

/* Two figures are those of the year nearest to the one that is on the screen. */
static int
expand_year (const PsgDateContext *context,
             const PsgDateToken   *number)
{
  int year;

  if (number->digits > 2)
    return number->value;

  year = context->year - context->year % 100 + number->value;
  if (year > context->year + 50)
    year -= 100;
  else if (year <= context->year - 50)
    year += 100;

  return year;
}

static gboolean
is_year (const PsgDateToken *number)
{
  return number->digits == 4;
}

static gboolean
is_short (const PsgDateToken *number)
{
  return number->digits <= 2;
}

/* Numbers beside the name of a month: a day, a year or both. */
static gboolean
read_with_month (Reading            *reading,
                 const PsgDateToken *numbers,
                 guint               n,
                 Parts              *parts)
{
  guint day = 0;

  if (n == 0)
    return TRUE;
  if (n > 2)
    return fail_form (reading);

  if (n == 1)
    {
      if (is_year (&numbers[0]))
        parts->year = numbers[0].value;
      else if (is_short (&numbers[0]))
        parts->day = numbers[0].value == 0 ? -1 : numbers[0].value;
      else
        return fail_year (reading);
      return TRUE;
    }

  day = is_year (&numbers[0]) ? 1 : 0;
  if (!is_short (&numbers[day]) || !(is_short (&numbers[1 - day]) || is_year (&numbers[1 - day])))
    return fail_form (reading);

  parts->day = numbers[day].value == 0 ? -1 : numbers[day].value;
  parts->year = expand_year (reading->context, &numbers[1 - day]);

  return TRUE;
}

/* A winter is named after both of its years: "winter 2023/24". */
static gboolean
read_with_season (Reading            *reading,
                  const PsgDateToken *numbers,
                  guint               n,
                  Parts              *parts)
{
  if (n == 0)
    return TRUE;
  if (n == 2 && is_year (&numbers[0]) &&
      (numbers[1].value == numbers[0].value + 1 ||
       (is_short (&numbers[1]) && numbers[1].value == (numbers[0].value + 1) % 100)))
    n = 1;
  if (n != 1)
    return fail_form (reading);
  if (!is_year (&numbers[0]))
    return fail_year (reading);

  parts->year = numbers[0].value;

  return TRUE;
}

static gboolean
read_quarter (Reading            *reading,
              const PsgDateToken *numbers,
              guint               n,
              Parts              *parts)
{
  guint year = n == 2 && is_year (&numbers[0]) ? 0 : 1;
  int quarter;

  if (n < 1 || n > 2 || (n == 2 && !is_year (&numbers[year])))
    return fail_form (reading);

  quarter = numbers[n == 2 ? 1 - year : 0].value;
  if (quarter < 1 || quarter > 4)
    return fail (reading, PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, _("A year has four quarters"));

  parts->season = 32 + quarter;
  if (n == 2)
    parts->year = numbers[year].value;

  return TRUE;
}

/* 18/08 or 08/18: the day comes first, unless that cannot be. */
static void
set_day_and_month (Parts *parts,
                   int    first,
                   int    second)
{
  gboolean swapped = second > 12 && first <= 12;

  parts->day = swapped ? second : first;
  parts->month = swapped ? first : second;
  if (swapped)
    parts->order = PSG_DATE_ORDER_MONTH_FIRST;
  else if (first <= 12 && second <= 12 && first != second)
    parts->order = PSG_DATE_ORDER_DAY_FIRST;

  /* Stated, but none: said later, in words. */
  parts->day = parts->day == 0 ? -1 : parts->day;
  parts->month = parts->month == 0 ? -1 : parts->month;
}

static gboolean
read_two_figures (Reading            *reading,
                  const PsgDateToken *numbers,
                  gboolean            separated,
                  Parts              *parts)
{
  gboolean year_first = is_year (&numbers[0]);
  const PsgDateToken *month = &numbers[year_first ? 1 : 0];
  const PsgDateToken *year = &numbers[year_first ? 0 : 1];

  if (is_short (&numbers[0]) && is_short (&numbers[1]))
    {
      set_day_and_month (parts, numbers[0].value, numbers[1].value);
      return TRUE;
    }
  if (!is_short (month) || !is_year (year))
    return fail_form (reading);

  parts->year = year->value;
  parts->month = month->value == 0 ? -1 : month->value;
  parts->loose = !separated && !year_first;

  return TRUE;
}

static gboolean
read_three_figures (Reading            *reading,
                    const PsgDateToken *numbers,
                    Parts              *parts)
{
  if (is_year (&numbers[0]) && is_short (&numbers[1]) && is_short (&numbers[2]))
    {
      parts->year = numbers[0].value;
      parts->month = numbers[1].value == 0 ? -1 : numbers[1].value;
      parts->day = numbers[2].value == 0 ? -1 : numbers[2].value;
      return TRUE;
    }
  if (!is_short (&numbers[0]) || !is_short (&numbers[1]) || !(is_short (&numbers[2]) || is_year (&numbers[2])))
    return fail_form (reading);

  parts->year = expand_year (reading->context, &numbers[2]);
  set_day_and_month (parts, numbers[0].value, numbers[1].value);

  return TRUE;
}

/* Figures alone. One short number is a day, which another end of an interval may complete. */
static gboolean
read_figures (Reading            *reading,
              const PsgDateToken *numbers,
              guint               n,
              gboolean            separated,
              Parts              *parts)
{
  if (n == 2)
    return read_two_figures (reading, numbers, separated, parts);
  if (n == 3)
    return read_three_figures (reading, numbers, parts);
  if (n != 1)
    return fail_form (reading);

  if (is_year (&numbers[0]))
    parts->year = numbers[0].value;
  else if (is_short (&numbers[0]))
    parts->day = numbers[0].value == 0 ? -1 : numbers[0].value;
  else if (numbers[0].digits == 8)
    {
      parts->year = numbers[0].value / 10000;
      parts->month = numbers[0].value / 100 % 100;
      parts->day = numbers[0].value % 100;
      parts->month = parts->month == 0 ? -1 : parts->month;
      parts->day = parts->day == 0 ? -1 : parts->day;
    }
  else
    return fail_year (reading);

  return TRUE;
}

static gboolean
take_word (Reading            *reading,
           const PsgDateToken *token,
           Parts              *parts,
           gboolean           *has_quarter)
{
  switch ((int) token->word)
    {
    case PSG_DATE_WORD_MONTH:
      if (parts->month != 0)
        return fail_form (reading);
      parts->month = token->value;
      parts->named = TRUE;
      break;
    case PSG_DATE_WORD_SEASON:
      if (parts->season != 0)
        return fail_form (reading);
      parts->season = token->value;
      break;
    case PSG_DATE_WORD_QUARTER:
      *has_quarter = TRUE;
      break;
    case PSG_DATE_WORD_MIDDLE:
      parts->is_middle = TRUE;
      break;
    case PSG_DATE_WORD_ABOUT:
      parts->is_about = TRUE;
      break;
    case PSG_DATE_WORD_TODAY:
      if (parts->year != NO_YEAR)
        return fail_form (reading);
      psg_day_to_ymd (reading->context->today, &parts->year, &parts->month, &parts->day);
      break;
    default:
      return fail_form (reading);
    }

  return TRUE;
}

static void
take_qualifier (const PsgDateToken *token,
                Parts              *parts)
{
  if (token->value != '~')
    parts->is_uncertain = TRUE;
  if (token->value != '?')
    parts->is_about = TRUE;
}

/* One date of the tokens from @first to before @end. */
static gboolean
read_parts (Reading            *reading,
            const PsgDateToken *first,
            const PsgDateToken *end,
            Parts              *parts)
{
  PsgDateToken numbers[4];
  guint n = 0;
  gboolean separated = FALSE, has_quarter = FALSE;

  *parts = (Parts) { .year = NO_YEAR };

  for (const PsgDateToken *token = first; token < end; token++)
    {
      if (token->kind == PSG_DATE_TOKEN_SEPARATOR)
        separated = TRUE;
      else if (token->kind == PSG_DATE_TOKEN_QUALIFIER)
        take_qualifier (token, parts);
      else if (token->kind == PSG_DATE_TOKEN_WORD && !take_word (reading, token, parts, &has_quarter))
        return FALSE;
      else if (token->kind == PSG_DATE_TOKEN_NUMBER && n == G_N_ELEMENTS (numbers))
        return fail_form (reading);
      else if (token->kind == PSG_DATE_TOKEN_NUMBER)
        numbers[n++] = *token;
    }

  if (parts->year != NO_YEAR && (n > 0 || parts->named || parts->season != 0 || has_quarter))
    return fail_form (reading);
  if (parts->named && (parts->season != 0 || has_quarter))
    return fail_form (reading);
  if (parts->named)
    return read_with_month (reading, numbers, n, parts);
  if (has_quarter && parts->season == 0)
    return read_quarter (reading, numbers, n, parts);
  if (parts->season != 0)
    return has_quarter ? fail_form (reading) : read_with_season (reading, numbers, n, parts);
  if (n > 0)
    return read_figures (reading, numbers, n, separated, parts);

  return parts->year != NO_YEAR || fail_form (reading);
}

/* What one end of an interval leaves unsaid is as at the other: "2–12 October 2020". */
static void
share (Parts *start,
       Parts *finish)
{
  if (finish->loose && start->named && start->day != 0)
    {
      finish->day = finish->month;
      finish->month = 0;
    }
  if (start->year == NO_YEAR)
    start->year = finish->year;
  if (finish->year == NO_YEAR)
    finish->year = start->year;
  if (start->day != 0 && start->month == 0)
    start->month = finish->month;
  if (finish->day != 0 && finish->month == 0)
    finish->month = start->month;
}

static gboolean
check (Reading     *reading,
       const Parts *parts)
{
  g_autofree char *message = NULL;
  g_autofree char *date = NULL;
  g_autofree char *year = NULL;
  g_autofree char *day = NULL;

  if (parts->year < 0 || parts->year > 9999)
    return fail_year (reading);
  if (parts->day != 0 && parts->month == 0)
    return fail_form (reading);
  if (parts->month < 0 || parts->month > 12)
    {
      /* Translators: %s is what was typed as a date, as in “2023-13” */
      message = g_strdup_printf (_("“%s”: a year has 12 months"), reading->text);
      return fail (reading, PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, message);
    }
  if (parts->day == 0 || (parts->day > 0 && parts->day <= psg_days_in_month (parts->year, parts->month)))
    return TRUE;

  if (parts->day < 0 || parts->day > 31)
    {
      message = g_strdup_printf (_("“%s”: a month has 28 to 31 days"), reading->text);
      return fail (reading, PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, message);
    }

  year = psg_year_format_display (parts->year);
  day = g_strdup_printf ("%d", parts->day);
  /* xgettext:no-c-format */
  date = psg_day_expand_pattern (C_("date", "%-d %B %Y"), year, parts->month, day);
  /* Translators: %s is a day that the calendar does not have, as 31 April 2023 */
  message = g_strdup_printf (_("There is no %s"), date);

  return fail (reading, PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, message);
}

/* The date in EDTF, or %NULL with the error set. */
static char *
write_parts (Reading *reading,
             Parts   *parts)
{
  gboolean about = parts->is_about || parts->is_middle;
  const char *qualifier = parts->is_uncertain ? (about ? "%" : "?") : (about ? "~" : "");

  if (parts->year == NO_YEAR)
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
is_winter_in_two_years (const Parts *start,
                        const Parts *finish)
{
  return start->season == 24 && start->year != NO_YEAR && finish->season == 0 && finish->month == 0 &&
         finish->day == 0 && finish->year == start->year + 1;
}

static char *
write_interval (Reading             *reading,
                const PsgDateTokens *tokens,
                guint                dash,
                PsgDateOrder        *order)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  Parts start, finish;

  if (!read_parts (reading, tokens->tokens, tokens->tokens + dash, &start) ||
      !read_parts (reading, tokens->tokens + dash + 1, tokens->tokens + tokens->n, &finish))
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
         tokens->tokens[0].kind == PSG_DATE_TOKEN_NUMBER && is_year (&tokens->tokens[0]) &&
         tokens->tokens[2].kind == PSG_DATE_TOKEN_NUMBER && is_year (&tokens->tokens[2]);
}

static char *
write_words (Reading      *reading,
             PsgDateOrder *order)
{
  PsgDateTokens tokens;
  guint n_dashes = 0, dash = 0;
  Parts parts;

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
      fail_form (reading);
      return NULL;
    }

  if (!read_parts (reading, tokens.tokens, tokens.tokens + tokens.n, &parts))
    return NULL;
  *order = parts.order;

  return write_parts (reading, &parts);
}

/* Words that fail where EDTF failed for a better reason than its form. */
static gboolean
explain_edtf (Reading      *reading,
              const GError *error)
{
  if (error->code == PSG_EDTF_ERROR_ORDER)
    return fail_order (reading);

  return fail (reading, PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, _("There is no such day in the calendar"));
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
  Reading reading = { .context = context, .error = &words_error };
  PsgEdtf *date = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (context != NULL && context->names != NULL, NULL);
  g_return_val_if_fail (context->year >= 0 && context->year <= 9999, NULL);

  typed = g_utf8_make_valid (text, (gssize) strnlen (text, MAX_LENGTH + 1));
  reading.text = g_strstrip (typed);

  if (*reading.text == '\0')
    fail (&reading, PSG_DATE_WORDS_ERROR_EMPTY, _("No date was given"));
  else if (strlen (reading.text) > MAX_LENGTH)
    fail (&reading, PSG_DATE_WORDS_ERROR_UNKNOWN, _("That is too long to be a date"));
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

  return g_date_time_format (date, "%A");
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
