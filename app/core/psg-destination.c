/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-destination.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What going to a date means for the session: where the playhead goes, what is shown,
 * what is chosen. What the words mean is in psg-date-words.c.
 *
 * A day keeps the view where it is if it is well in sight already. Else the view moves, as
 * long as it was, but no longer than half a year: a day cannot be seen in five years.
 * A month, a year or an interval is shown as a whole with a margin, unless it is in sight
 * and not small. If just one event begins on a day, it is chosen; of more than one, none.
 */

#define LONGEST_FOR_A_DAY ((gint64) 184 * PSG_MINUTES_PER_DAY)

/* Of what is in sight, the share at either edge where a day is not well seen. */
#define EDGE 12

/* A unit that takes less than this share of the view is shown larger. */
#define LEAST_SHARE 3

/* The letters of an era's name that are enough. */
#define LEAST_NAME 3

static PsgTimeSpan
show_day (PsgSession *session,
          PsgDay      day)
{
  const PsgTimeSpan *shown = psg_session_get_span (session);
  gint64 length = psg_time_span_get_length (shown), edge = length / EDGE;
  gint64 start = psg_day_to_minutes (day), end = start + PSG_MINUTES_PER_DAY;

  if (length <= LONGEST_FOR_A_DAY && start >= shown->start + edge && end <= shown->end - edge)
    return *shown;

  length = MIN (length, LONGEST_FOR_A_DAY);
  start += (PSG_MINUTES_PER_DAY - length) / 2;

  return (PsgTimeSpan) { start, start + length };
}

static PsgTimeSpan
show_unit (PsgSession *session,
           PsgDay      first,
           PsgDay      last)
{
  const PsgTimeSpan *shown = psg_session_get_span (session);
  PsgTimeSpan unit = psg_time_span_from_days (first, last);
  gint64 length = psg_time_span_get_length (&unit), margin = MAX (length / 16, PSG_MINUTES_PER_DAY);

  if (unit.start >= shown->start && unit.end <= shown->end &&
      psg_time_span_get_length (shown) <= LEAST_SHARE * length)
    return *shown;

  return (PsgTimeSpan) { unit.start - margin, unit.end + margin };
}

/* The events that begin on @day, of those the filter lets through: how many, and one of
 * them. Only those known to the day count: August does not begin on the 1st. */
static guint
count_events (PsgSession *session,
              PsgDay      day,
              guint      *event)
{
  const PsgEventColumns *columns =
      psg_event_table_get_columns (psg_collection_get_events (psg_session_get_collection (session)));
  PsgRowSet *matches = psg_session_get_matches (session);
  gint64 start = psg_day_to_minutes (day), end = start + PSG_MINUTES_PER_DAY;
  guint low = 0, high = columns->n, n = 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (columns->start[middle] < start)
        low = middle + 1;
      else
        high = middle;
    }

  for (guint row = low; row < columns->n && columns->start[row] < end; row++)
    {
      guint16 unknown = PSG_EVENT_OPEN_START | PSG_EVENT_UNKNOWN_START;

      if (!psg_row_set_contains (matches, row) || (columns->flags[row] & unknown) != 0 ||
          PSG_EVENT_PRECISION (columns->flags[row]) < PSG_PRECISION_DAY)
        continue;
      *event = row;
      n++;
    }

  return n;
}

static void
add_events (PsgDestination *self,
            PsgSession     *session)
{
  guint event = PSG_ROW_NONE;
  guint n = count_events (session, self->day, &event);

  if (n == 0)
    return;

  if (n > 1)
    {
      self->hint = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u event begins on this day",
                                                 "%'u events begin on this day", n), n);
      return;
    }

  self->event = event;
  self->hint = g_strdup (psg_event_table_get_title (psg_collection_get_events (psg_session_get_collection (session)),
                                                    event));
}

/* Beyond either end of the collection there is nothing to see: the nearest day is shown,
 * and it is said so. */
static void
stay_within (PsgDestination *self,
             PsgSession     *session,
             PsgDay          first,
             PsgDay          last)
{
  const PsgTimeSpan *whole = &psg_collection_get_info (psg_session_get_collection (session))->span;
  PsgDay begin = psg_day_from_minutes (whole->start), end = psg_day_from_minutes (whole->end - 1);
  gboolean before = last < begin;
  g_autofree char *nearest = NULL;

  self->day = before ? begin : end;
  self->span = show_day (session, self->day);
  nearest = psg_day_format_long (self->day);

  if (before)
    /* Translators: %s is the first day that the collection tells of */
    self->hint = g_strdup_printf (_("Before the beginning of this collection; Enter goes to its first day, %s"),
                                  nearest);
  else
    /* Translators: %s is the last day that the collection tells of */
    self->hint = g_strdup_printf (_("After the end of this collection; Enter goes to its last day, %s"), nearest);
}

static PsgDestination *
new_for_date (PsgSession    *session,
              const PsgEdtf *date,
              char          *words)
{
  const PsgTimeSpan *whole = &psg_collection_get_info (psg_session_get_collection (session))->span;
  PsgDay begin = psg_day_from_minutes (whole->start), end = psg_day_from_minutes (whole->end - 1);
  PsgDay first = psg_edtf_get_earliest (date), last = psg_edtf_get_latest (date);
  PsgDestination *self = g_new0 (PsgDestination, 1);

  self->words = words;
  self->event = PSG_ROW_NONE;

  /* Ends that are open or unknown are those of the collection, or of the other end. */
  if (!psg_day_is_valid (first))
    first = psg_day_is_valid (last) ? MIN (begin, last) : begin;
  if (!psg_day_is_valid (last))
    last = MAX (end, first);

  if (last < begin || first > end)
    {
      stay_within (self, session, first, last);
      return self;
    }

  self->day = CLAMP (first, begin, end);
  if (first < last)
    {
      self->span = show_unit (session, MAX (first, begin), MIN (last, end));
      return self;
    }

  self->span = show_day (session, self->day);
  add_events (self, session);

  return self;
}

/* Any word of a name may begin it: "covid", "closures". */
static gboolean
name_begins (const char *name,
             const char *folded)
{
  g_autofree char *whole = psg_date_names_fold (name);
  gboolean at_word = TRUE;

  for (const char *at = whole; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (at_word && g_str_has_prefix (at, folded))
        return TRUE;
      at_word = !g_unichar_isalnum (g_utf8_get_char (at));
    }

  return FALSE;
}

/* The first era with such a name in any of its languages. */
static const PsgEra *
find_era (PsgSession *session,
          const char *text)
{
  GPtrArray *eras = psg_collection_get_eras (psg_session_get_collection (session));
  g_autofree char *typed = g_strstrip (g_utf8_make_valid (text, -1));
  g_autofree char *folded = psg_date_names_fold (typed);

  if (g_utf8_strlen (folded, -1) < LEAST_NAME)
    return NULL;

  for (guint i = 0; i < eras->len; i++)
    {
      const PsgEra *era = g_ptr_array_index (eras, i);

      for (guint k = 0; k < psg_text_get_n (era->name); k++)
        if (name_begins (psg_text_get_value (era->name, k), folded))
          return era;
    }

  return NULL;
}

static char *
describe_era (const PsgEra *era)
{
  g_autofree char *date = psg_edtf_format_display (era->date);

  /* Translators: the name of a period and its dates */
  return g_strdup_printf (_("%s: %s"), psg_text_get (era->name), date);
}

/**
 * psg_destination_new:
 * @session: a session with a collection
 * @names: the words that are understood
 * @today: what "today" means
 * @text: what was typed: a date, or the beginning of a word in the name of an era
 * @error: return location
 *
 * Returns: (transfer full) (nullable): where it leads, or %NULL with @error set in
 *   %PSG_DATE_WORDS_ERROR
 */
PsgDestination *
psg_destination_new (PsgSession         *session,
                     const PsgDateNames *names,
                     PsgDay              today,
                     const char         *text,
                     GError            **error)
{
  PsgDateContext context = { .names = names, .today = today };
  g_autoptr (GError) reason = NULL;
  g_autoptr (PsgEdtf) date = NULL;
  PsgDateOrder order;
  const PsgEra *era;

  g_return_val_if_fail (PSG_IS_SESSION (session), NULL);
  g_return_val_if_fail (psg_session_get_collection (session) != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  psg_day_to_ymd (psg_session_get_playhead (session), &context.year, NULL, NULL);
  context.year = CLAMP (context.year, 1, 9999);

  date = psg_date_words_parse (text, &context, &order, &reason);
  if (date != NULL)
    return new_for_date (session, date, psg_date_words_describe (date, order));

  era = reason->code == PSG_DATE_WORDS_ERROR_UNKNOWN ? find_era (session, text) : NULL;
  if (era != NULL)
    return new_for_date (session, era->date, describe_era (era));

  g_propagate_error (error, g_steal_pointer (&reason));

  return NULL;
}

void
psg_destination_free (PsgDestination *self)
{
  g_free (self->words);
  g_free (self->hint);
  g_free (self);
}

/**
 * psg_destination_go:
 * @self: a destination
 * @session: the session it was made for
 *
 * Goes there: the event is chosen, the playhead moves, the timeline shows it.
 */
void
psg_destination_go (const PsgDestination *self,
                    PsgSession           *session)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (PSG_IS_SESSION (session));

  g_object_freeze_notify (G_OBJECT (session));
  /* Where the view goes comes first: choosing an event then has no need to move it. */
  psg_session_jump_to_span (session, &self->span);
  if (self->event != PSG_ROW_NONE && self->event != psg_session_get_event (session))
    psg_session_select_event (session, self->event);
  psg_session_set_playhead (session, self->day);
  g_object_thaw_notify (G_OBJECT (session));
}

/**
 * psg_destination_get_today:
 *
 * Returns: today, by the clock and the time zone of this computer
 */
PsgDay
psg_destination_get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return psg_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                           g_date_time_get_day_of_month (now));
}
