/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-day.h"

/* Day arithmetic: the civil calendar to and from a count of days. It knows no
 * time zones and no languages (psg-day-format.c names the months), and it does
 * not use GDate, whose years begin at 1. */

/* The days from 0000-01-01 to 1970-01-01. */
#define EPOCH 719528
/* The Gregorian calendar repeats itself after 400 years of 146,097 days. */
#define CYCLE_YEARS 400
#define CYCLE_DAYS 146097

#define FIRST_YEAR (-9999)
#define LAST_YEAR 9999

/* The days of a common year before each month. */
static const int days_before_month[13] = {
  0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365,
};

/* C rounds a quotient towards zero; a calendar must round it down, or the
 * years before 0 would be counted twice. */
static int
divide_down (int dividend,
             int divisor)
{
  return dividend / divisor - (dividend % divisor < 0);
}

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* From 0000-01-01 to the first day of @year. The 1 is year 0 itself, which is
 * a leap year. */
static int
count_days_before_year (int year)
{
  int past = year - 1;

  return 365 * year + divide_down (past, 4) - divide_down (past, 100) +
         divide_down (past, 400) + 1;
}

static int
count_days_before_month (int year,
                         int month)
{
  return days_before_month[month - 1] + (month > 2 && is_leap_year (year));
}

/* The mean length of a year gives the right one or a neighbour. */
static int
find_year (int day)
{
  int year = (int) (((gint64) day * CYCLE_YEARS) / CYCLE_DAYS);

  while (count_days_before_year (year) > day)
    year--;
  while (count_days_before_year (year + 1) <= day)
    year++;

  return year;
}

/**
 * psg_days_in_month:
 * @year: a year, astronomical (0 is the year before 1)
 * @month: a month, 1 to 12
 *
 * Returns: 28 to 31, or 0 where @month is no month
 */
int
psg_days_in_month (int year,
                   int month)
{
  if (month < 1 || month > 12)
    return 0;

  return days_before_month[month] - days_before_month[month - 1] +
         (month == 2 && is_leap_year (year));
}

/**
 * psg_day_is_valid:
 * @day: any value
 *
 * Returns: whether @day is a day of the calendar, and not one of the three
 *   values that stand for none, the open start and the open end
 */
gboolean
psg_day_is_valid (PsgDay day)
{
  return day >= PSG_DAY_MIN && day <= PSG_DAY_MAX;
}

/**
 * psg_day_from_ymd:
 * @year: a year, -9999 to 9999, astronomical (0 is the year before 1)
 * @month: a month, 1 to 12
 * @day: a day of the month, 1 to 31
 *
 * Returns: the day, or %PSG_DAY_NONE where the calendar has no such day
 */
PsgDay
psg_day_from_ymd (int year,
                  int month,
                  int day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return PSG_DAY_NONE;
  if (day < 1 || day > psg_days_in_month (year, month))
    return PSG_DAY_NONE;

  return count_days_before_year (year) + count_days_before_month (year, month) + day - 1 - EPOCH;
}

/**
 * psg_day_to_ymd:
 * @day: a valid day
 * @year: (out) (optional): the year, astronomical
 * @month: (out) (optional): the month, 1 to 12
 * @day_of_month: (out) (optional): the day, 1 to 31
 *
 * All three are 0 where @day is not valid.
 */
void
psg_day_to_ymd (PsgDay  day,
                int    *year,
                int    *month,
                int    *day_of_month)
{
  int y = 0, m = 0, d = 0;

  if (psg_day_is_valid (day))
    {
      y = find_year (day + EPOCH);
      d = day + EPOCH - count_days_before_year (y);
      /* No month is longer than 31 days, so this is never too late a month. */
      m = d / 31 + 1;
      while (m < 12 && count_days_before_month (y, m + 1) <= d)
        m++;
      d = d - count_days_before_month (y, m) + 1;
    }

  if (year != NULL)
    *year = y;
  if (month != NULL)
    *month = m;
  if (day_of_month != NULL)
    *day_of_month = d;
}

/**
 * psg_day_get_weekday:
 * @day: a day
 *
 * Returns: 1 (Monday) to 7 (Sunday) as ISO 8601-1:2019 counts them, or 0 where
 *   @day is not valid
 */
int
psg_day_get_weekday (PsgDay day)
{
  if (!psg_day_is_valid (day))
    return 0;

  /* 1970-01-01 was a Thursday. */
  return ((day + 3) % 7 + 7) % 7 + 1;
}

/* Reads exactly @n digits, or returns -1. */
static int
read_digits (const char **text,
             int          n)
{
  int value = 0;

  for (int i = 0; i < n; i++, (*text)++)
    {
      if (!g_ascii_isdigit (**text))
        return -1;
      value = value * 10 + g_ascii_digit_value (**text);
    }

  return value;
}

/**
 * psg_day_parse_iso:
 * @text: (nullable): `YYYY-MM-DD`, or `-YYYY-MM-DD` for years before 0
 *
 * Reads a complete calendar date in the extended format of ISO 8601-1:2019
 * (5.2.2.1), and nothing else: no spaces, no shorter forms, no time.
 *
 * Returns: the day, or %PSG_DAY_NONE where @text is no such date
 */
PsgDay
psg_day_parse_iso (const char *text)
{
  gboolean negative;
  int year, month, day;

  if (text == NULL)
    return PSG_DAY_NONE;

  negative = *text == '-';
  text += negative;

  year = read_digits (&text, 4);
  if (year < 0 || (negative && year == 0) || *text++ != '-')
    return PSG_DAY_NONE;
  month = read_digits (&text, 2);
  if (month < 0 || *text++ != '-')
    return PSG_DAY_NONE;
  day = read_digits (&text, 2);
  if (day < 0 || *text != '\0')
    return PSG_DAY_NONE;

  return psg_day_from_ymd (negative ? -year : year, month, day);
}

/**
 * psg_day_format_iso:
 * @day: a day
 *
 * Returns: (transfer full): `YYYY-MM-DD`; `..` for either open end and an
 *   empty string for %PSG_DAY_NONE, as EDTF writes the ends of intervals
 */
char *
psg_day_format_iso (PsgDay day)
{
  int year, month, day_of_month;

  if (day == PSG_DAY_OPEN_START || day == PSG_DAY_OPEN_END)
    return g_strdup ("..");
  if (!psg_day_is_valid (day))
    return g_strdup ("");

  psg_day_to_ymd (day, &year, &month, &day_of_month);

  return g_strdup_printf ("%s%04d-%02d-%02d", year < 0 ? "-" : "", ABS (year), month, day_of_month);
}

/**
 * psg_day_to_minutes:
 * @day: a day
 *
 * Returns: the minutes from 1970-01-01T00:00 to the start of @day. The three
 *   special values keep their order and their meaning: %PSG_DAY_NONE gives
 *   %G_MININT64, the open start one more, the open end %G_MAXINT64.
 */
gint64
psg_day_to_minutes (PsgDay day)
{
  if (day == PSG_DAY_NONE)
    return G_MININT64;
  if (day == PSG_DAY_OPEN_START)
    return G_MININT64 + 1;
  if (day == PSG_DAY_OPEN_END)
    return G_MAXINT64;

  return (gint64) day * PSG_MINUTES_PER_DAY;
}

/**
 * psg_day_from_minutes:
 * @minutes: minutes since 1970-01-01T00:00
 *
 * The reverse of psg_day_to_minutes().
 *
 * Returns: the day that holds the minute, no further off than %PSG_DAY_MIN and
 *   %PSG_DAY_MAX
 */
PsgDay
psg_day_from_minutes (gint64 minutes)
{
  gint64 day;

  if (minutes == G_MININT64)
    return PSG_DAY_NONE;
  if (minutes == G_MININT64 + 1)
    return PSG_DAY_OPEN_START;
  if (minutes == G_MAXINT64)
    return PSG_DAY_OPEN_END;

  day = minutes / PSG_MINUTES_PER_DAY - (minutes % PSG_MINUTES_PER_DAY < 0);

  return (PsgDay) CLAMP (day, PSG_DAY_MIN, PSG_DAY_MAX);
}
