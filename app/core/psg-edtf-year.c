/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-private.h"

#include <string.h>

/* Reads a year: four digits, or any number of them after `Y`, and what can
 * only follow a year (exponent, significant digits). Not the qualifiers. */

#define DATE_RULE "EDTF level 0, Date"
#define NEGATIVE_RULE "EDTF level 1, Negative calendar year"
#define LONG_RULE "EDTF level 1, Letter-prefixed calendar year"
#define EXPONENT_RULE "EDTF level 2, Exponential year"
#define SIGNIFICANT_RULE "EDTF level 2, Significant digits"

/* Reads a whole number without leading zeros. */
static gboolean
read_number (PsgEdtfReader *reader,
             gint64         limit,
             const char    *what,
             const char    *section,
             gint64        *number)
{
  gsize start = reader->at;
  gint64 value = 0;

  if (psg_edtf_reader_peek (reader) < '1' || psg_edtf_reader_peek (reader) > '9')
    {
      g_autofree char *found = psg_edtf_reader_quote (reader);

      return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_SYNTAX, section,
                                   "%s begins with a digit from 1 to 9, not with %s", what, found);
    }

  while (g_ascii_isdigit (psg_edtf_reader_peek (reader)))
    {
      value = value * 10 + g_ascii_digit_value (psg_edtf_reader_peek (reader));
      if (value > limit)
        return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_LIMIT, section,
                                     "%s is larger than %" G_GINT64_FORMAT ", the most we count",
                                     what, limit);
      reader->at++;
    }

  *number = value;
  return TRUE;
}

static gboolean
read_exponent (PsgEdtfReader *reader,
               PsgEdtfDate   *date,
               gsize          start)
{
  gint64 exponent;
  int digits = psg_edtf_count_digits (date->mantissa);
  int most = psg_edtf_count_digits (PSG_EDTF_MAX_YEAR);

  /* The bound on the number itself only keeps it an int; the sum below is what
   * keeps the year within reach. */
  if (!read_number (reader, PSG_EDTF_MAX_LENGTH, "an exponent", EXPONENT_RULE, &exponent))
    return FALSE;
  if (digits + exponent > most)
    return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_LIMIT, EXPONENT_RULE,
                                 "a year of more than %d digits is further off than we count", most);

  date->exponent = (int) exponent;
  return TRUE;
}

static gboolean
read_long_year (PsgEdtfReader *reader,
                PsgEdtfDate   *date)
{
  gsize start = reader->at;

  date->is_long = TRUE;
  reader->at++;
  date->negative = psg_edtf_reader_accept (reader, '-');

  if (!read_number (reader, PSG_EDTF_MAX_YEAR, "a year after Y", LONG_RULE, &date->mantissa))
    return FALSE;
  if (psg_edtf_reader_accept (reader, 'E') && !read_exponent (reader, date, start))
    return FALSE;

  if (ABS (psg_edtf_date_get_year (date)) <= 9999)
    return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_SYNTAX, LONG_RULE,
                                 "Y is only for years of more than four digits");

  return TRUE;
}

static gboolean
fail_in_year (PsgEdtfReader *reader)
{
  g_autofree char *found = psg_edtf_reader_quote (reader);

  if (strchr ("xuU", psg_edtf_reader_peek (reader)) != NULL && psg_edtf_reader_peek (reader) != '\0')
    return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_SYNTAX,
                                 "EDTF level 1, Unspecified digit(s) from the right",
                                 "an unspecified digit is a capital X, not %s", found);

  return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_SYNTAX, DATE_RULE,
                               "a year is four digits, but here is %s", found);
}

static gboolean
read_short_year (PsgEdtfReader *reader,
                 PsgEdtfDate   *date)
{
  gsize start = reader->at;

  date->negative = psg_edtf_reader_accept (reader, '-');

  for (guint i = 0; i < 4; i++, reader->at++)
    {
      char character = psg_edtf_reader_peek (reader);

      if (!g_ascii_isdigit (character) && character != 'X')
        return fail_in_year (reader);
      date->digits[PSG_EDTF_YEAR][i] = character;
    }

  if (g_ascii_isdigit (psg_edtf_reader_peek (reader)))
    return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_SYNTAX, DATE_RULE,
                                 "a year is four digits (or follows Y) and a hyphen sets off the month");
  if (date->negative && strcmp (date->digits[PSG_EDTF_YEAR], "0000") == 0)
    return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_RANGE, NEGATIVE_RULE,
                                 "year 0000 has no sign");

  return TRUE;
}

static gboolean
read_significant (PsgEdtfReader *reader,
                  PsgEdtfDate   *date)
{
  gsize start = reader->at;
  gint64 significant;
  int most = date->is_long ? psg_edtf_count_digits (ABS (psg_edtf_date_get_year (date))) : 4;

  if (!date->is_long && !psg_edtf_date_is_definite (date, PSG_EDTF_YEAR))
    return psg_edtf_reader_fail (reader, start - 1, PSG_EDTF_ERROR_SYNTAX, SIGNIFICANT_RULE,
                                 "a year has significant digits or unspecified ones, not both");
  if (!read_number (reader, PSG_EDTF_MAX_LENGTH, "a count of significant digits",
                    SIGNIFICANT_RULE, &significant))
    return FALSE;
  if (significant > most)
    return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_RANGE, SIGNIFICANT_RULE,
                                 "a year of %d digits cannot have %d significant ones",
                                 most, (int) significant);

  date->significant = (int) significant;
  return TRUE;
}

gboolean
psg_edtf_read_year (PsgEdtfReader *reader,
                    PsgEdtfDate   *date)
{
  gboolean read;

  if (psg_edtf_reader_peek (reader) == 'Y')
    read = read_long_year (reader, date);
  else
    read = read_short_year (reader, date);

  if (!read)
    return FALSE;
  if (psg_edtf_reader_accept (reader, 'S'))
    return read_significant (reader, date);

  return TRUE;
}
