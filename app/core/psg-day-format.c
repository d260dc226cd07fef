/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-day-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Days in words, in the current locale. The order of the parts is a matter of
 * translation, the names of the months come from the C library by way of
 * g_date_time_format(): %B is the form that follows a day ("1 сакавіка"), %OB
 * the one that stands alone ("сакавік"). Years are written by ourselves,
 * because GDateTime has none before 1. */

/* Any leap year will do: the months of all years have the same names. */
#define ANY_YEAR 2000

/* Writes @text into @out as g_date_time_format() would want it. */
static void
append_escaped (GString    *out,
                const char *text)
{
  for (; *text != '\0'; text++)
    {
      if (*text == '%')
        g_string_append_c (out, '%');
      g_string_append_c (out, *text);
    }
}

/*
 * psg_day_name_within:
 * @date: a date
 * @conversion: %A, %OB or another that g_date_time_format() knows for a name
 *
 * Returns: (transfer full): the name as it is within a sentence: where months are written small after
 *   a day, as in Russian, all names are, though the C library has those that stand alone with a capital
 */
char *
psg_day_name_within (GDateTime  *date,
                     const char *conversion)
{
  g_autofree char *name = g_date_time_format (date, conversion);
  g_autofree char *month = g_date_time_format (date, "%B");
  GString *small;

  if (!g_unichar_islower (g_utf8_get_char (month)) || !g_unichar_isupper (g_utf8_get_char (name)))
    return g_steal_pointer (&name);

  small = g_string_new (NULL);
  g_string_append_unichar (small, g_unichar_tolower (g_utf8_get_char (name)));
  g_string_append (small, g_utf8_next_char (name));

  return g_string_free (small, FALSE);
}

/*
 * psg_year_format_display:
 * @year: a year, astronomical: 0 is the year before 1
 *
 * Returns: (transfer full): the year as people write it
 */
char *
psg_year_format_display (gint64 year)
{
  g_autofree char *before = NULL;

  if (year > 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, year);

  before = g_strdup_printf ("%" G_GINT64_FORMAT, 1 - year);
  /* Translators: a year before the common era, as in "45 BCE". */
  return g_strdup_printf (C_("year", "%s BCE"), before);
}

/*
 * psg_day_expand_pattern:
 * @pattern: a translated pattern with %-d, %B, %b, %OB, %Ob and %Y
 * @year: (nullable): what stands for %Y
 * @month: a month, 1 to 12
 * @day: (nullable): what stands for %-d; "2–12" as well as "2"
 *
 * Returns: (transfer full): the pattern filled in
 */
char *
psg_day_expand_pattern (const char *pattern,
                        const char *year,
                        int         month,
                        const char *day)
{
  g_autoptr (GString) expanded = g_string_new (NULL);
  g_autoptr (GDateTime) date_time = g_date_time_new_utc (ANY_YEAR, month, 1, 0, 0, 0);
  char *text;

  g_assert (month >= 1 && month <= 12);

  while (*pattern != '\0')
    {
      if (g_str_has_prefix (pattern, "%Y"))
        {
          append_escaped (expanded, year != NULL ? year : "");
          pattern += strlen ("%Y");
        }
      else if (g_str_has_prefix (pattern, "%-d"))
        {
          append_escaped (expanded, day != NULL ? day : "");
          pattern += strlen ("%-d");
        }
      else if (g_str_has_prefix (pattern, "%OB"))
        {
          g_autofree char *name = psg_day_name_within (date_time, "%OB");

          append_escaped (expanded, name);
          pattern += strlen ("%OB");
        }
      else
        {
          g_string_append_c (expanded, *pattern++);
        }
    }

  text = g_date_time_format (date_time, expanded->str);

  /* A translation can hold a conversion that GLib does not know. A wrong
   * pattern must not cost the reader the date. */
  return text != NULL ? text : g_strdup_printf ("%s-%02d-%s", year, month, day);
}

static char *
format_day (PsgDay      day,
            const char *pattern)
{
  int year, month, day_of_month;
  g_autofree char *year_text = NULL;
  g_autofree char *day_text = NULL;

  if (!psg_day_is_valid (day))
    return g_strdup ("");

  psg_day_to_ymd (day, &year, &month, &day_of_month);
  year_text = psg_year_format_display (year);
  day_text = g_strdup_printf ("%d", day_of_month);

  return psg_day_expand_pattern (pattern, year_text, month, day_text);
}

/**
 * psg_day_format_long:
 * @day: a day
 *
 * Returns: (transfer full): the day in the current locale, as "1 March 2024";
 *   an empty string for the three values that are no day
 */
char *
psg_day_format_long (PsgDay day)
{
  /* Translators: a day. %-d is the day of the month, %B the name of the month
   * as it is written after a day, %Y the year; see date(1) for other forms of
   * the month. Only %-d and %Y can stand for the day and the year. */
  /* xgettext:no-c-format */
  return format_day (day, C_("date", "%-d %B %Y"));
}

/**
 * psg_day_format_short:
 * @day: a day
 *
 * Returns: (transfer full): the day in the current locale with a short name of
 *   the month, as "1 Mar 2024"; an empty string for the three values that are
 *   no day
 */
char *
psg_day_format_short (PsgDay day)
{
  /* Translators: a day where there is little room. %b is the short name of
   * the month. */
  /* xgettext:no-c-format */
  return format_day (day, C_("date", "%-d %b %Y"));
}
