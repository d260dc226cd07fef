/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-date-words-private.h"

#include <glib/gi18n-lib.h>

/*
 * One date of the words and numbers that were found: which number is the day, which the
 * month, which the year. Whether there is such a day, and what two dates make
 * together, is in psg-date-words.c.
 */

gboolean
psg_date_fail (PsgDateReading   *reading,
               PsgDateWordsError code,
               const char       *message)
{
  g_set_error_literal (reading->error, PSG_DATE_WORDS_ERROR, code, message);

  return FALSE;
}

gboolean
psg_date_fail_form (PsgDateReading *reading)
{
  g_set_error (reading->error, PSG_DATE_WORDS_ERROR, PSG_DATE_WORDS_ERROR_UNKNOWN,
               /* Translators: %s is what was typed where a date is asked for */
               _("“%s” cannot be read as a date"), reading->text);

  return FALSE;
}

gboolean
psg_date_fail_year (PsgDateReading *reading)
{
  return psg_date_fail (reading, PSG_DATE_WORDS_ERROR_UNKNOWN, _("Write the year with all four digits"));
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

/* Nothing is called 0: that is no day and no month, but neither is it nothing. */
static int
stated (int number)
{
  return number == 0 ? -1 : number;
}

gboolean
psg_date_is_year (const PsgDateToken *number)
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
read_with_month (PsgDateReading     *reading,
                 const PsgDateToken *numbers,
                 guint               n,
                 PsgDateParts       *parts)
{
  guint day = 0;

  if (n == 0)
    return TRUE;
  if (n > 2)
    return psg_date_fail_form (reading);

  if (n == 1)
    {
      if (psg_date_is_year (&numbers[0]))
        parts->year = numbers[0].value;
      else if (is_short (&numbers[0]))
        parts->day = stated (numbers[0].value);
      else
        return psg_date_fail_year (reading);
      return TRUE;
    }

  day = psg_date_is_year (&numbers[0]) ? 1 : 0;
  if (!is_short (&numbers[day]) || !(is_short (&numbers[1 - day]) || psg_date_is_year (&numbers[1 - day])))
    return psg_date_fail_form (reading);

  parts->day = stated (numbers[day].value);
  parts->year = expand_year (reading->context, &numbers[1 - day]);

  return TRUE;
}

/* A winter is named after both of its years: "winter 2023/24". */
static gboolean
read_with_season (PsgDateReading     *reading,
                  const PsgDateToken *numbers,
                  guint               n,
                  PsgDateParts       *parts)
{
  if (n == 0)
    return TRUE;
  if (n == 2 && psg_date_is_year (&numbers[0]) &&
      (numbers[1].value == numbers[0].value + 1 ||
       (is_short (&numbers[1]) && numbers[1].value == (numbers[0].value + 1) % 100)))
    n = 1;
  if (n != 1)
    return psg_date_fail_form (reading);
  if (!psg_date_is_year (&numbers[0]))
    return psg_date_fail_year (reading);

  parts->year = numbers[0].value;

  return TRUE;
}

static gboolean
read_quarter (PsgDateReading     *reading,
              const PsgDateToken *numbers,
              guint               n,
              PsgDateParts       *parts)
{
  guint year = n == 2 && psg_date_is_year (&numbers[0]) ? 0 : 1;
  int quarter;

  if (n < 1 || n > 2 || (n == 2 && !psg_date_is_year (&numbers[year])))
    return psg_date_fail_form (reading);

  quarter = numbers[n == 2 ? 1 - year : 0].value;
  if (quarter < 1 || quarter > 4)
    return psg_date_fail (reading, PSG_DATE_WORDS_ERROR_NO_SUCH_DAY, _("A year has four quarters"));

  parts->season = 32 + quarter;
  if (n == 2)
    parts->year = numbers[year].value;

  return TRUE;
}

/* 18/08 or 08/18: the day comes first, unless that cannot be. */
static void
set_day_and_month (PsgDateParts *parts,
                   int           first,
                   int           second)
{
  gboolean swapped = second > 12 && first <= 12;

  parts->day = stated (swapped ? second : first);
  parts->month = stated (swapped ? first : second);
  if (swapped)
    parts->order = PSG_DATE_ORDER_MONTH_FIRST;
  else if (first <= 12 && second <= 12 && first != second)
    parts->order = PSG_DATE_ORDER_DAY_FIRST;
}

static gboolean
read_two_figures (PsgDateReading     *reading,
                  const PsgDateToken *numbers,
                  gboolean            separated,
                  PsgDateParts       *parts)
{
  gboolean year_first = psg_date_is_year (&numbers[0]);
  const PsgDateToken *month = &numbers[year_first ? 1 : 0];
  const PsgDateToken *year = &numbers[year_first ? 0 : 1];

  if (is_short (&numbers[0]) && is_short (&numbers[1]))
    {
      set_day_and_month (parts, numbers[0].value, numbers[1].value);
      return TRUE;
    }
  if (!is_short (month) || !psg_date_is_year (year))
    return psg_date_fail_form (reading);

  parts->year = year->value;
  parts->month = stated (month->value);
  parts->loose = !separated && !year_first;

  return TRUE;
}

static gboolean
read_three_figures (PsgDateReading     *reading,
                    const PsgDateToken *numbers,
                    PsgDateParts       *parts)
{
  if (psg_date_is_year (&numbers[0]) && is_short (&numbers[1]) && is_short (&numbers[2]))
    {
      parts->year = numbers[0].value;
      parts->month = stated (numbers[1].value);
      parts->day = stated (numbers[2].value);
      return TRUE;
    }
  if (!is_short (&numbers[0]) || !is_short (&numbers[1]) || !(is_short (&numbers[2]) || psg_date_is_year (&numbers[2])))
    return psg_date_fail_form (reading);

  parts->year = expand_year (reading->context, &numbers[2]);
  set_day_and_month (parts, numbers[0].value, numbers[1].value);

  return TRUE;
}

/* Figures alone. One short number is a day, which another end of an interval may complete. */
static gboolean
read_figures (PsgDateReading     *reading,
              const PsgDateToken *numbers,
              guint               n,
              gboolean            separated,
              PsgDateParts       *parts)
{
  if (n == 2)
    return read_two_figures (reading, numbers, separated, parts);
  if (n == 3)
    return read_three_figures (reading, numbers, parts);
  if (n != 1)
    return psg_date_fail_form (reading);

  if (psg_date_is_year (&numbers[0]))
    parts->year = numbers[0].value;
  else if (is_short (&numbers[0]))
    parts->day = stated (numbers[0].value);
  else if (numbers[0].digits == 8)
    {
      parts->year = numbers[0].value / 10000;
      parts->month = stated (numbers[0].value / 100 % 100);
      parts->day = stated (numbers[0].value % 100);
    }
  else
    return psg_date_fail_year (reading);

  return TRUE;
}

static gboolean
take_word (PsgDateReading     *reading,
           const PsgDateToken *token,
           PsgDateParts       *parts,
           gboolean           *has_quarter)
{
  switch ((int) token->word)
    {
    case PSG_DATE_WORD_MONTH:
      if (parts->month != 0)
        return psg_date_fail_form (reading);
      parts->month = token->value;
      parts->named = TRUE;
      break;
    case PSG_DATE_WORD_SEASON:
      if (parts->season != 0)
        return psg_date_fail_form (reading);
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
      if (parts->year != PSG_DATE_NO_YEAR)
        return psg_date_fail_form (reading);
      psg_day_to_ymd (reading->context->today, &parts->year, &parts->month, &parts->day);
      break;
    default:
      return psg_date_fail_form (reading);
    }

  return TRUE;
}

static void
take_qualifier (const PsgDateToken *token,
                PsgDateParts       *parts)
{
  if (token->value != '~')
    parts->is_uncertain = TRUE;
  if (token->value != '?')
    parts->is_about = TRUE;
}

/* One date of the tokens from @first to before @end. */
gboolean
psg_date_read_parts (PsgDateReading     *reading,
                     const PsgDateToken *first,
                     const PsgDateToken *end,
                     PsgDateParts       *parts)
{
  PsgDateToken numbers[4];
  guint n = 0;
  gboolean separated = FALSE, has_quarter = FALSE;

  *parts = (PsgDateParts) { .year = PSG_DATE_NO_YEAR };

  for (const PsgDateToken *token = first; token < end; token++)
    {
      if (token->kind == PSG_DATE_TOKEN_SEPARATOR)
        separated = TRUE;
      else if (token->kind == PSG_DATE_TOKEN_QUALIFIER)
        take_qualifier (token, parts);
      else if (token->kind == PSG_DATE_TOKEN_WORD && !take_word (reading, token, parts, &has_quarter))
        return FALSE;
      else if (token->kind == PSG_DATE_TOKEN_NUMBER && n == G_N_ELEMENTS (numbers))
        return psg_date_fail_form (reading);
      else if (token->kind == PSG_DATE_TOKEN_NUMBER)
        numbers[n++] = *token;
    }

  if (parts->year != PSG_DATE_NO_YEAR && (n > 0 || parts->named || parts->season != 0 || has_quarter))
    return psg_date_fail_form (reading);
  if (parts->named && (parts->season != 0 || has_quarter))
    return psg_date_fail_form (reading);
  if (parts->named)
    return read_with_month (reading, numbers, n, parts);
  if (has_quarter && parts->season == 0)
    return read_quarter (reading, numbers, n, parts);
  if (parts->season != 0)
    return has_quarter ? psg_date_fail_form (reading) : read_with_season (reading, numbers, n, parts);
  if (n > 0)
    return read_figures (reading, numbers, n, separated, parts);

  return parts->year != PSG_DATE_NO_YEAR || psg_date_fail_form (reading);
}
