/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-day-private.h"
#include "psg-edtf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One date in words: the date itself, then "c." before it and "(uncertain)"
 * after it. Spans and sets of dates are put together in psg-edtf-display.c.
 *
 * Southern summer and northern winter begin in December, and are named after
 * both of their years. An approximate summer, `2022-22~`, is "mid-2022". */

/* A season across the new year has two years in its name. */
static const struct
{
  const char *pattern;
  const char *brief;
} groupings[] = {
  /* Translators: a season and its year. */
  { N_("spring %s"), NULL },
  { N_("summer %s"), NULL },
  { N_("autumn %s"), NULL },
  { N_("winter %s"), NULL },
  /* Translators: a season and its year, where the hemisphere is stated. */
  { N_("spring %s (northern hemisphere)"), N_("spring %s") },
  { N_("summer %s (northern hemisphere)"), N_("summer %s") },
  { N_("autumn %s (northern hemisphere)"), N_("autumn %s") },
  { N_("winter %s (northern hemisphere)"), N_("winter %s") },
  { N_("spring %s (southern hemisphere)"), N_("spring %s") },
  { N_("summer %s (southern hemisphere)"), N_("summer %s") },
  { N_("autumn %s (southern hemisphere)"), N_("autumn %s") },
  { N_("winter %s (southern hemisphere)"), N_("winter %s") },
  /* Translators: three months of a year; the short forms are for charts. */
  { N_("first quarter of %s"), N_("Q1 %s") },
  { N_("second quarter of %s"), N_("Q2 %s") },
  { N_("third quarter of %s"), N_("Q3 %s") },
  { N_("fourth quarter of %s"), N_("Q4 %s") },
  /* Translators: four months of a year. */
  { N_("first third of %s"), NULL },
  { N_("second third of %s"), NULL },
  { N_("last third of %s"), NULL },
  /* Translators: six months of a year. */
  { N_("first half of %s"), NULL },
  { N_("second half of %s"), NULL },
};

G_STATIC_ASSERT (G_N_ELEMENTS (groupings) == PSG_EDTF_LAST_GROUPING - PSG_EDTF_FIRST_GROUPING + 1);

/* Puts @value where the pattern has %s. The patterns are in tables, where the
 * compiler cannot check them as it checks those of printf(). */
static char *
fill_pattern (const char *pattern,
              const char *value)
{
  const char *place = strstr (pattern, "%s");

  if (place == NULL)
    return g_strdup (pattern);

  return g_strdup_printf ("%.*s%s%s", (int) (place - pattern), pattern, value, place + strlen ("%s"));
}

static char *
format_day (PsgDay   day,
            gboolean brief)
{
  return brief ? psg_day_format_short (day) : psg_day_format_long (day);
}

/* 1 → "1st". Languages that mark ordinals in one way translate all alike. */
static char *
format_ordinal (int number)
{
  int last = number % 100 / 10 == 1 ? 0 : number % 10;

  switch (last)
    {
    case 1:
      /* Translators: an ordinal number of a century or a millennium. */
      return g_strdup_printf (C_("ordinal ending in 1", "%dst"), number);
    case 2:
      return g_strdup_printf (C_("ordinal ending in 2", "%dnd"), number);
    case 3:
      return g_strdup_printf (C_("ordinal ending in 3", "%drd"), number);
    default:
      return g_strdup_printf (C_("ordinal", "%dth"), number);
    }
}

/* `-19XX` is 1999 to 1900 before year 0, that is 2000 to 1901 BCE: the 20th
 * century on either side. */
static char *
format_era (const PsgEdtfDate *date,
            int                years,
            const char        *pattern,
            const char        *pattern_before)
{
  g_autofree char *ordinal = format_ordinal (psg_edtf_date_get_number (date, PSG_EDTF_YEAR) / years + 1);

  return fill_pattern (date->negative ? pattern_before : pattern, ordinal);
}

/* Where words fail, the bounds say what is meant. */
static char *
format_between (const PsgEdtfDate *date,
                gboolean           brief)
{
  g_autofree char *first = format_day (date->earliest.day, brief);
  g_autofree char *last = format_day (date->latest.day, brief);

  /* Translators: a day that is not known, between two that are. */
  return g_strdup_printf (brief ? C_("date range", "%s – %s") : _("between %s and %s"), first, last);
}

static char *
format_significant (const PsgEdtfDate *date,
                    gboolean           brief)
{
  g_autofree char *year = psg_year_format_display (psg_edtf_date_get_year (date));
  g_autofree char *first = psg_year_format_display (date->earliest.year);
  g_autofree char *last = psg_year_format_display (date->latest.year);

  if (brief)
    return g_strdup_printf (C_("approximate date", "c. %s"), year);

  /* Translators: an estimated year, and the years it must lie between. */
  return g_strdup_printf (_("about %s (%s–%s)"), year, first, last);
}

/* Years with unspecified digits, on their own: "1960s", "20th century". */
static char *
format_unspecified_year (const PsgEdtfDate *date,
                         gboolean           brief)
{
  g_autofree char *year = NULL;

  switch ((int) date->precision)
    {
    case PSG_PRECISION_DECADE:
      /* The decades before year 0 count downwards and have no such names. */
      if (date->negative)
        break;
      year = psg_year_format_display (MAX (date->earliest.year, 1));
      /* Translators: a decade, as in "1960s". */
      return g_strdup_printf (_("%ss"), date->earliest.year == 0 ? "0" : year);
    case PSG_PRECISION_CENTURY:
      if (psg_edtf_template_count (date->digits[PSG_EDTF_YEAR]) == 100)
        /* Translators: the argument is an ordinal number, "20th". */
        return format_era (date, 100, _("%s century"), _("%s century BCE"));
      break;
    case PSG_PRECISION_MILLENNIUM:
      if (psg_edtf_template_count (date->digits[PSG_EDTF_YEAR]) == 1000)
        return format_era (date, 1000, _("%s millennium"), _("%s millennium BCE"));
      break;
    case PSG_PRECISION_UNKNOWN:
      if (psg_edtf_template_count (date->digits[PSG_EDTF_YEAR]) == 10000)
        return g_strdup (_("year unknown"));
      break;
    default:
      break;
    }

  return format_between (date, brief);
}

/* `XXXX-12-25`: the year is not known, but something else is. */
static char *
format_without_year (const PsgEdtfDate *date,
                     gboolean           brief)
{
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;
  const char *pattern;

  if (!psg_edtf_date_is_definite (date, PSG_EDTF_MONTH) || psg_edtf_date_get_grouping (date) != 0)
    return g_strdup (_("date unknown"));

  if (psg_edtf_date_is_definite (date, PSG_EDTF_DAY))
    {
      day = g_strdup_printf ("%d", psg_edtf_date_get_number (date, PSG_EDTF_DAY));
      /* Translators: a day without its year. */
      /* xgettext:no-c-format */
      pattern = brief ? C_("date", "%-d %b") : C_("date", "%-d %B");
    }
  else
    {
      /* Translators: the name of a month that stands alone. */
      /* xgettext:no-c-format */
      pattern = brief ? C_("date", "%Ob") : C_("date", "%OB");
    }

  text = psg_day_expand_pattern (pattern, NULL, psg_edtf_date_get_number (date, PSG_EDTF_MONTH), day);

  /* Translators: the argument is a day or a month, as in "25 December". */
  return g_strdup_printf (_("%s (year unknown)"), text);
}

static char *
format_month (const PsgEdtfDate *date,
              gboolean           brief)
{
  g_autofree char *year = psg_year_format_display (psg_edtf_date_get_year (date));

  /* Translators: a month and its year. %OB is the name of the month as it
   * stands alone, %Ob the short one. */
  /* xgettext:no-c-format */
  return psg_day_expand_pattern (brief ? C_("date", "%Ob %Y") : C_("date", "%OB %Y"), year,
                                 psg_edtf_date_get_number (date, PSG_EDTF_MONTH), NULL);
}

/* `2004-XX`, `1985-XX-XX` and `1985-04-XX`: the rest is unknown. */
static char *
format_unspecified_rest (const PsgEdtfDate *date,
                         gboolean           brief)
{
  gboolean has_day = psg_edtf_date_has (date, PSG_EDTF_DAY);
  g_autofree char *known = NULL;

  if (psg_edtf_date_is_definite (date, PSG_EDTF_MONTH))
    known = format_month (date, brief);
  else
    known = psg_year_format_display (psg_edtf_date_get_year (date));

  if (brief)
    return g_steal_pointer (&known);

  /* Translators: the argument is a month or a year. */
  return g_strdup_printf (has_day ? _("%s (day unknown)") : _("%s (month unknown)"), known);
}

static char *
format_unspecified (const PsgEdtfDate *date,
                    gboolean           brief)
{
  const char *month = date->digits[PSG_EDTF_MONTH];
  const char *day = date->digits[PSG_EDTF_DAY];
  gboolean day_is_open = *day == '\0' || strcmp (day, "XX") == 0;

  if (strcmp (date->digits[PSG_EDTF_YEAR], "XXXX") == 0 && *month != '\0' && !date->negative)
    {
      if (day_is_open || (psg_edtf_date_is_definite (date, PSG_EDTF_MONTH) && strchr (day, 'X') == NULL))
        return format_without_year (date, brief);
    }
  else if (!psg_edtf_date_is_definite (date, PSG_EDTF_YEAR))
    {
      if (*month == '\0')
        return format_unspecified_year (date, brief);
    }
  else if (day_is_open && (strcmp (month, "XX") == 0 || strchr (month, 'X') == NULL))
    {
      return format_unspecified_rest (date, brief);
    }

  return format_between (date, brief);
}

static char *
format_grouping (const PsgEdtfDate *date,
                 int                code,
                 gboolean           brief)
{
  g_autofree char *first = psg_year_format_display (date->earliest.year);
  g_autofree char *last = psg_year_format_display (date->latest.year);
  g_autofree char *years = NULL;
  const char *pattern = groupings[code - PSG_EDTF_FIRST_GROUPING].pattern;

  if (brief && groupings[code - PSG_EDTF_FIRST_GROUPING].brief != NULL)
    pattern = groupings[code - PSG_EDTF_FIRST_GROUPING].brief;

  if (date->latest.year == date->earliest.year)
    return fill_pattern (_(pattern), first);

  years = g_strdup_printf (C_("year range", "%s–%s"), first, last);

  return fill_pattern (_(pattern), years);
}

static char *
format_time (const PsgEdtfDate *date,
             gboolean           brief)
{
  g_autofree char *day = format_day (date->earliest.day, brief);
  g_autoptr (GString) clock = g_string_new (NULL);

  g_string_printf (clock, "%02d:%02d", date->hour, date->minute);
  if (date->second > 0)
    g_string_append_printf (clock, ":%02d", date->second);
  if (*date->zone != '\0' && !brief)
    g_string_append_printf (clock, " UTC%s", *date->zone == 'Z' ? "" : date->zone);

  /* Translators: a day and a time of day, as in "1 March 2024, 14:30". */
  return g_strdup_printf (C_("date and time", "%s, %s"), day, clock->str);
}

static char *
format_unqualified (const PsgEdtfDate *date,
                    gboolean           brief)
{
  int grouping = psg_edtf_date_get_grouping (date);

  if (date->significant != 0)
    return format_significant (date, brief);
  if (date->flags & PSG_EDTF_UNSPECIFIED)
    return format_unspecified (date, brief);
  if (grouping != 0)
    return format_grouping (date, grouping, brief);
  if (date->hour >= 0)
    return format_time (date, brief);
  if (psg_edtf_date_has (date, PSG_EDTF_DAY))
    return format_day (date->earliest.day, brief);
  if (psg_edtf_date_has (date, PSG_EDTF_MONTH))
    return format_month (date, brief);

  return psg_year_format_display (psg_edtf_date_get_year (date));
}

/* An approximate summer of the northern hemisphere is the middle of a year. */
static gboolean
is_middle_of_year (const PsgEdtfDate *date)
{
  int grouping = psg_edtf_date_get_grouping (date);

  return (date->flags & (PSG_EDTF_APPROXIMATE | PSG_EDTF_UNSPECIFIED)) == PSG_EDTF_APPROXIMATE &&
         (grouping == 22 || grouping == 26);
}

static char *
format_approximate (const PsgEdtfDate *date,
                    gboolean           brief)
{
  g_autofree char *text = NULL;

  if (!(date->flags & PSG_EDTF_APPROXIMATE))
    return format_unqualified (date, brief);

  if (is_middle_of_year (date))
    {
      text = psg_year_format_display (date->earliest.year);
      /* Translators: about the middle of a year. */
      return g_strdup_printf (_("mid-%s"), text);
    }

  text = format_unqualified (date, brief);

  /* Translators: "circa": the date is approximate. */
  return g_strdup_printf (C_("approximate date", "c. %s"), text);
}

/* One stated date in words, for the long or the short form. */
char *
psg_edtf_date_format_display (const PsgEdtfDate *date,
                              gboolean           brief)
{
  g_autofree char *text = format_approximate (date, brief);

  g_assert (date->end == PSG_EDTF_END_STATED);

  if (!(date->flags & PSG_EDTF_UNCERTAIN))
    return g_steal_pointer (&text);

  /* Translators: the source is not sure of the date. */
  return g_strdup_printf (brief ? C_("uncertain date", "%s?") : _("%s (uncertain)"), text);
}
