/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-private.h"

/* Reads a time of day, from its `T` to the end of its zone. Seconds may be
 * left out, as ISO 8601-1:2019 (5.3.1.3) allows: EDTF asks for them, but a
 * source that says "at 14:30" does not know them. A leap second is a second. */

#define TIME_RULE "EDTF level 0, Date and Time"

static gboolean
read_two_digits (PsgEdtfReader *reader,
                 const char    *what,
                 int            most,
                 int           *number)
{
  const char *here = reader->text + reader->at;

  if (!g_ascii_isdigit (here[0]) || !g_ascii_isdigit (here[1]))
    return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_SYNTAX, TIME_RULE,
                                 "the %s is two digits", what);

  *number = g_ascii_digit_value (here[0]) * 10 + g_ascii_digit_value (here[1]);
  if (*number > most)
    return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_RANGE, TIME_RULE,
                                 "%s %02d is not between 00 and %02d", what, *number, most);

  reader->at += 2;
  return TRUE;
}

static gboolean
read_clock (PsgEdtfReader *reader,
            PsgEdtfDate   *date)
{
  if (!read_two_digits (reader, "hour", 23, &date->hour))
    return FALSE;
  if (!psg_edtf_reader_accept (reader, ':'))
    return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_SYNTAX, TIME_RULE,
                                 "a colon and the minute follow the hour");
  if (!read_two_digits (reader, "minute", 59, &date->minute))
    return FALSE;
  if (!psg_edtf_reader_accept (reader, ':'))
    return TRUE;

  return read_two_digits (reader, "second", 60, &date->second);
}

static gboolean
read_zone (PsgEdtfReader *reader,
           PsgEdtfDate   *date)
{
  gsize start = reader->at;
  int number;

  if (psg_edtf_reader_accept (reader, 'Z'))
    {
      g_strlcpy (date->zone, "Z", sizeof date->zone);
      return TRUE;
    }

  if (!psg_edtf_reader_accept (reader, '+') && !psg_edtf_reader_accept (reader, '-'))
    return TRUE;
  if (!read_two_digits (reader, "zone hour", 23, &number))
    return FALSE;
  if (psg_edtf_reader_accept (reader, ':') &&
      !read_two_digits (reader, "zone minute", 59, &number))
    return FALSE;

  g_strlcpy (date->zone, reader->text + start, MIN (sizeof date->zone, reader->at - start + 1));
  return TRUE;
}

gboolean
psg_edtf_read_time (PsgEdtfReader *reader,
                    PsgEdtfDate   *date)
{
  if (!psg_edtf_date_is_definite (date, PSG_EDTF_DAY) ||
      !psg_edtf_date_is_definite (date, PSG_EDTF_MONTH) ||
      !psg_edtf_date_is_definite (date, PSG_EDTF_YEAR))
    return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_SYNTAX, TIME_RULE,
                                 "a time needs a year, a month and a day without X before it");
  if (psg_edtf_date_get_qualifiers (date) != 0)
    return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_SYNTAX, TIME_RULE,
                                 "a date with a time takes no qualifier");

  reader->at++;

  return read_clock (reader, date) && read_zone (reader, date);
}
