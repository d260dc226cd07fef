/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-strip-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "psg-source.h"
#include "psg-tooltip.h"

/*
 * A crossing's status on a day in words: what it is and since when, the stretch it
 * lies in, why, by whose decision, and what is not certain about it. The same facts
 * for the eye and the ear.
 */

typedef enum
{
  FACT_STATUS,
  FACT_DATES,
  FACT_REASON,
  FACT_DECIDED_BY,
  FACT_NOTE,
  FACT_CONFIDENCE,
  N_FACTS
} Fact;

static char *
format_text (const char *format,
             PsgText    *text)
{
  const char *words = text != NULL ? psg_text_get (text) : "";

  if (*words == '\0')
    return NULL;

  return format != NULL ? g_strdup_printf ("%s %s", format, words) : g_strdup (words);
}

/* What is well sourced goes without saying. */
static char *
format_confidence (const PsgStatusInterval *interval)
{
  const char *label = interval->confidence != 'A' ? psg_confidence_get_label (interval->confidence) : NULL;

  /* Translators: how well something is sourced: %s is such as "widely reported" */
  return label != NULL ? g_strdup_printf (C_("crossing", "How sure: %s"), label) : NULL;
}

/* "Restricted since 26 Mar 2020: no pedestrians"; "closed" says no more than "Closed". */
static char *
format_status (const PsgCrossing *crossing,
               PsgDay             day)
{
  const PsgStatusInterval *interval = psg_crossing_get_interval_at (crossing, day);
  PsgStatus kind = psg_crossing_get_status_at (crossing, day);
  const char *status = psg_status_get_label (kind);
  const char *label = interval != NULL && interval->label != NULL ? psg_text_get (interval->label) : "";
  PsgDay first = psg_crossing_get_since (crossing, day);
  g_autofree char *since = psg_day_is_valid (first) ? psg_day_format_short (first) : NULL;
  g_autofree char *stretch = NULL;

  /* Translators: a status such as "Closed", and a date */
  stretch = since != NULL ? g_strdup_printf (_("%s since %s"), status, since) : g_strdup (status);

  if (*label == '\0' || strcmp (label, psg_status_get_phrase (kind)) == 0)
    return g_steal_pointer (&stretch);

  return g_strconcat (stretch, ": ", label, NULL);
}

/* Fills in what is known; %NULL for the rest. */
static void
collect (const PsgCrossing *crossing,
         PsgDay             day,
         char              *facts[N_FACTS])
{
  const PsgStatusInterval *interval = psg_crossing_get_interval_at (crossing, day);

  facts[FACT_STATUS] = format_status (crossing, day);
  if (interval == NULL)
    return;

  facts[FACT_DATES] = interval->date != NULL ? psg_edtf_format_display (interval->date) : NULL;
  facts[FACT_REASON] = format_text (NULL, interval->reason);
  /* Translators: before the name of the authority that opened or closed a crossing */
  facts[FACT_DECIDED_BY] = format_text (C_("crossing", "Decided by:"), interval->decided_by);
  facts[FACT_NOTE] = format_text (NULL, interval->note);
  facts[FACT_CONFIDENCE] = format_confidence (interval);
}

static void
clear (char *facts[N_FACTS])
{
  for (guint i = 0; i < N_FACTS; i++)
    g_free (facts[i]);
}

static void
append_fact (GString    *markup,
             Fact        fact,
             const char *words)
{
  g_autofree char *wrapped = psg_tooltip_wrap (words);
  g_autofree char *escaped = g_markup_escape_text (wrapped, -1);

  g_string_append_printf (markup, fact == FACT_NOTE ? "\n<i>%s</i>" : "\n%s", escaped);
}

/**
 * psg_timeline_strip_get_markup:
 * @crossing: a crossing
 * @day: a day
 *
 * Returns: (transfer full): its status then, for a tooltip
 */
char *
psg_timeline_strip_get_markup (const PsgCrossing *crossing,
                               PsgDay             day)
{
  g_autofree char *name = g_markup_escape_text (psg_text_get (crossing->name), -1);
  GString *markup = g_string_new (NULL);
  char *facts[N_FACTS] = { NULL };

  collect (crossing, day, facts);
  g_string_append_printf (markup, "<b>%s</b>", name);
  for (guint i = 0; i < N_FACTS; i++)
    if (facts[i] != NULL)
      append_fact (markup, i, facts[i]);
  clear (facts);

  return g_string_free (markup, FALSE);
}

/**
 * psg_timeline_strip_speak:
 * @crossing: a crossing
 * @day: a day
 *
 * Returns: (transfer full): the same in one line: "Medininkai on 1 March 2024: Closed
 *   since 18 Aug 2023. The reason. Decided by: the government"
 */
char *
psg_timeline_strip_speak (const PsgCrossing *crossing,
                          PsgDay             day)
{
  g_autofree char *date = psg_day_format_long (day);
  GString *speech = g_string_new (NULL);
  char *facts[N_FACTS] = { NULL };

  collect (crossing, day, facts);
  /* Translators: read out by a screen reader: a crossing, a date, and "Closed since 18 Aug 2023" */
  g_string_append_printf (speech, _("%s on %s: %s"), psg_text_get (crossing->short_name), date, facts[FACT_STATUS]);
  for (guint i = FACT_REASON; i < N_FACTS; i++)
    if (facts[i] != NULL)
      g_string_append_printf (speech, g_str_has_suffix (speech->str, ".") ? " %s" : ". %s", facts[i]);
  clear (facts);

  return g_string_free (speech, FALSE);
}
