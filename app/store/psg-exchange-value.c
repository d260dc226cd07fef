/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-format.h"

#include <math.h>
#include <string.h>

/* Values as files have them: times, stretches of time, members of JSON objects. */

/* The minutes that have a date: years −9999 to 9999. */
#define FIRST_MINUTE ((gint64) PSG_DAY_MIN * PSG_MINUTES_PER_DAY)
#define LAST_MINUTE (((gint64) PSG_DAY_MAX + 1) * PSG_MINUTES_PER_DAY - 1)

/**
 * psg_exchange_format_time:
 * @time: microseconds since 1970 UTC, up to the year 9999
 *
 * Returns: (transfer full): as an `xsd:dateTime` in UTC, with microseconds only where there are any
 */
char *
psg_exchange_format_time (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time / G_TIME_SPAN_SECOND);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%dT%H:%M:%S");
  int fraction = time % G_TIME_SPAN_SECOND;

  return fraction != 0 ? g_strdup_printf ("%s.%06dZ", text, fraction) : g_strconcat (text, "Z", NULL);
}

/* Takes the fraction of a second out of @text; what is beyond microseconds is dropped. */
static int
take_fraction (GString *text)
{
  char *point = strpbrk (text->str, ".,");
  gsize n_digits;
  int fraction = 0;

  if (point == NULL || (n_digits = strspn (point + 1, "0123456789")) == 0)
    return 0;

  for (guint i = 0; i < 6; i++)
    fraction = fraction * 10 + (i < n_digits ? point[1 + i] - '0' : 0);
  g_string_erase (text, point - text->str, n_digits + 1);

  return fraction;
}

/**
 * psg_exchange_parse_time:
 * @text: (nullable): ISO 8601, a date alone too; in UTC where it does not say
 * @time: (out): microseconds since 1970 UTC
 *
 * Returns: whether it is a time since 1970
 */
gboolean
psg_exchange_parse_time (const char *text,
                         gint64     *time)
{
  g_autoptr (GString) whole = g_string_new (text);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = NULL;
  int fraction = take_fraction (whole);

  if (whole->len == strlen ("YYYY-MM-DD"))
    g_string_append (whole, "T00:00:00Z");
  date = g_date_time_new_from_iso8601 (whole->str, utc);
  if (date == NULL || g_date_time_to_unix (date) < 0)
    return FALSE;

  *time = g_date_time_to_unix (date) * G_TIME_SPAN_SECOND + fraction;

  return TRUE;
}

static void
append_minute (GString *text,
               gint64   minute)
{
  gint64 day_start;
  g_autofree char *day = NULL;

  if (minute < FIRST_MINUTE || minute > LAST_MINUTE)
    {
      g_string_append_printf (text, "%" G_GINT64_FORMAT, minute);
      return;
    }

  day_start = psg_day_to_minutes (psg_day_from_minutes (minute));
  day = psg_day_format_iso (psg_day_from_minutes (minute));
  g_string_append_printf (text, "%sT%02d:%02d", day, (int) (minute - day_start) / 60, (int) (minute - day_start) % 60);
}

/* (transfer full): `START/END`; each to the minute, or beyond the years −9999 to 9999 a number of minutes. */
char *
psg_exchange_format_span (const PsgTimeSpan *span)
{
  GString *text = g_string_new (NULL);

  append_minute (text, span->start);
  g_string_append_c (text, '/');
  append_minute (text, span->end);

  return g_string_free (text, FALSE);
}

static int
read_pair (const char *text)
{
  return g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) ? (text[0] - '0') * 10 + text[1] - '0' : -1;
}

static gboolean
parse_minute (char   *text,
              gint64 *minute)
{
  char *time = strchr (text, 'T');
  PsgDay day;
  int hours, minutes;

  if (time == NULL)
    return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, minute, NULL);

  *time++ = '\0';
  day = psg_day_parse_iso (text);
  if (!psg_day_is_valid (day) || strlen (time) != strlen ("hh:mm") || time[2] != ':')
    return FALSE;

  hours = read_pair (time);
  minutes = read_pair (time + 3);
  *minute = psg_day_to_minutes (day) + hours * 60 + minutes;

  return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
}

/* @text: (nullable). Returns: whether it is as psg_exchange_format_span() writes it, and not empty */
gboolean
psg_exchange_parse_span (const char  *text,
                         PsgTimeSpan *span)
{
  g_auto (GStrv) ends = g_strsplit (text != NULL ? text : "", "/", 3);
  PsgTimeSpan parsed;

  if (g_strv_length (ends) != 2 || !parse_minute (ends[0], &parsed.start) || !parse_minute (ends[1], &parsed.end)
      || parsed.start >= parsed.end)
    return FALSE;

  *span = parsed;

  return TRUE;
}

/* (nullable): a member that is a string. */
const char *
psg_exchange_get_string (const PsgJson *json,
                         const char    *member)
{
  const PsgJson *value = psg_json_get (json, member);

  return value != NULL && value->kind == PSG_JSON_STRING ? value->string : NULL;
}

/* Whether a member is a whole number from 0. */
gboolean
psg_exchange_get_count (const PsgJson *json,
                        const char    *member,
                        guint         *count)
{
  const PsgJson *value = psg_json_get (json, member);

  if (value == NULL || value->kind != PSG_JSON_NUMBER || !(value->number >= 0) || value->number > G_MAXUINT
      || value->number != floor (value->number))
    return FALSE;

  *count = (guint) value->number;

  return TRUE;
}

/* JSON-LD takes one thing for an array of it. @json: (nullable). Returns: how many there are */
guint
psg_exchange_get_n (const PsgJson *json)
{
  if (json == NULL || json->kind == PSG_JSON_NULL)
    return 0;

  return json->kind == PSG_JSON_ARRAY ? json->items->len : 1;
}

/* (transfer none): one of psg_exchange_get_n(). */
PsgJson *
psg_exchange_get_nth (const PsgJson *json,
                      guint          n)
{
  return json->kind == PSG_JSON_ARRAY ? g_ptr_array_index (json->items, n) : (PsgJson *) json;
}
