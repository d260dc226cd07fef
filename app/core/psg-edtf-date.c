/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-private.h"

#include <string.h>

/* Reads one date: a year, a month or another part of a year, a day, and the
 * qualifiers on either side of each. What it means is found in
 * psg-edtf-bounds.c; what may follow it is the business of psg-edtf-parse.c. */

#define DATE_RULE "EDTF level 0, Date"
#define SEASON_RULE "EDTF level 1, Seasons"
#define QUALIFIER_RULE "EDTF level 1, Qualification of a date (complete)"
#define LONG_RULE "EDTF level 1, Letter-prefixed calendar year"
#define SIGNIFICANT_RULE "EDTF level 2, Significant digits"
#define GROUPING_RULE "EDTF level 2, Sub-year groupings"
#define UNSPECIFIED_RULE "EDTF level 2, Unspecified digit"

static const char *const component_names[PSG_EDTF_N_COMPONENTS] = { "year", "month", "day" };

static char
read_qualifier (PsgEdtfReader *reader)
{
  char character = psg_edtf_reader_peek (reader);

  if (character != '?' && character != '~' && character != '%')
    return 0;

  reader->at++;
  return character;
}

static gboolean
read_right_qualifier (PsgEdtfReader    *reader,
                      PsgEdtfDate      *date,
                      PsgEdtfComponent  component)
{
  gsize start = reader->at;

  date->right[component] = read_qualifier (reader);

  /* `2004?~` was meant well. */
  if (date->right[component] != 0 && read_qualifier (reader) != 0)
    return psg_edtf_reader_fail (reader, start + 1, PSG_EDTF_ERROR_SYNTAX, QUALIFIER_RULE,
                                 "one qualifier is enough: %% means both ? and ~");

  return TRUE;
}

/* The digits of a month or a day. */
static gboolean
read_pair (PsgEdtfReader    *reader,
           PsgEdtfDate      *date,
           PsgEdtfComponent  component)
{
  gsize start = reader->at;

  for (guint i = 0; i < 2; i++, reader->at++)
    {
      char character = psg_edtf_reader_peek (reader);

      if (!g_ascii_isdigit (character) && character != 'X')
        {
          g_autofree char *found = psg_edtf_reader_quote (reader);

          return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_SYNTAX, DATE_RULE,
                                       "a %s is two digits, or X for each unspecified one, but here is %s",
                                       component_names[component], found);
        }

      date->digits[component][i] = character;
    }

  return TRUE;
}

static gboolean
check_month (PsgEdtfReader     *reader,
             const PsgEdtfDate *date,
             gsize              start)
{
  const char *digits = date->digits[PSG_EDTF_MONTH];
  int code = psg_edtf_date_get_number (date, PSG_EDTF_MONTH);

  for (int month = 1; month <= 12; month++)
    {
      if (psg_edtf_template_matches (digits, month))
        return TRUE;
    }

  if (strchr (digits, 'X') != NULL)
    return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_RANGE, UNSPECIFIED_RULE,
                                 "no month from 01 to 12 can be written %s", digits);
  if (code < PSG_EDTF_FIRST_GROUPING)
    return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_RANGE, DATE_RULE,
                                 "month %s is not between 01 and 12", digits);
  if (code > PSG_EDTF_LAST_GROUPING)
    return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_RANGE, GROUPING_RULE,
                                 "%s is neither a month (01 to 12), a season (21 to 24) nor another "
                                 "part of a year (25 to 41)", digits);

  return TRUE;
}

/* Called when the bounds could not be found: the day is at fault, because the
 * year and the month have been checked. */
static gboolean
fail_on_day (PsgEdtfReader     *reader,
             const PsgEdtfDate *date,
             gsize              start)
{
  const char *year = date->digits[PSG_EDTF_YEAR];
  const char *month = date->digits[PSG_EDTF_MONTH];
  const char *day = date->digits[PSG_EDTF_DAY];
  const char *sign = date->negative ? "-" : "";

  if (strchr (year, 'X') != NULL || strchr (month, 'X') != NULL || strchr (day, 'X') != NULL)
    return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_RANGE, UNSPECIFIED_RULE,
                                 "no day can be written %s%s-%s-%s", sign, year, month, day);

  return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_RANGE, DATE_RULE,
                               "day %s is not between 01 and %02d, the days of %s%s-%s", day,
                               psg_days_in_month ((int) psg_edtf_date_get_year (date),
                                                  psg_edtf_date_get_number (date, PSG_EDTF_MONTH)),
                               sign, year, month);
}

/* Whether another component may follow the one just read. */
static gboolean
check_may_follow (PsgEdtfReader     *reader,
                  const PsgEdtfDate *date,
                  PsgEdtfComponent   component)
{
  if (date->significant != 0)
    return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_SYNTAX, SIGNIFICANT_RULE,
                                 "nothing finer than a year has significant digits");
  if (date->is_long)
    return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_SYNTAX, LONG_RULE,
                                 "a year after Y has no months");
  if (component == PSG_EDTF_DAY && psg_edtf_date_get_grouping (date) != 0)
    return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_SYNTAX, SEASON_RULE,
                                 "a season or another part of a year has no days");

  return TRUE;
}

static gboolean
read_component (PsgEdtfReader    *reader,
                PsgEdtfDate      *date,
                PsgEdtfComponent  component,
                gsize            *start)
{
  gboolean read;

  date->left[component] = read_qualifier (reader);
  *start = reader->at;

  if (component == PSG_EDTF_YEAR)
    read = psg_edtf_read_year (reader, date);
  else
    read = read_pair (reader, date, component);

  if (!read || !read_right_qualifier (reader, date, component))
    return FALSE;
  if (component == PSG_EDTF_MONTH)
    return check_month (reader, date, *start);

  return TRUE;
}

gboolean
psg_edtf_read_date (PsgEdtfReader *reader,
                    PsgEdtfDate   *date)
{
  PsgEdtfComponent component = PSG_EDTF_YEAR;
  gsize start;

  memset (date, 0, sizeof *date);
  date->hour = date->minute = date->second = -1;

  if (!read_component (reader, date, component, &start))
    return FALSE;

  while (++component < PSG_EDTF_N_COMPONENTS && psg_edtf_reader_peek (reader) == '-')
    {
      if (!check_may_follow (reader, date, component))
        return FALSE;
      reader->at++;
      if (!read_component (reader, date, component, &start))
        return FALSE;
    }

  /* The day is checked before the time, so that the leftmost mistake is the
   * one reported. */
  if (!psg_edtf_date_resolve (date))
    return fail_on_day (reader, date, start);
  if (psg_edtf_reader_peek (reader) != 'T')
    return TRUE;

  return psg_edtf_read_time (reader, date) && psg_edtf_date_resolve (date);
}
