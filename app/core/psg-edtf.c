/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-private.h"

#include <string.h>

/* A date as a source gives it: made here, asked here, compared here. Reading
 * is in psg-edtf-parse.c, meaning in psg-edtf-bounds.c, writing in
 * psg-edtf-format.c and psg-edtf-display.c. */

#define LIMIT_RULE "limit of this program"

G_DEFINE_BOXED_TYPE (PsgEdtf, psg_edtf, psg_edtf_ref, psg_edtf_unref)

static void
clear_edtf (gpointer data)
{
  PsgEdtf *self = data;

  g_free (self->text);
  g_free (self->spans);
}

static gboolean
check_text (PsgEdtfReader *reader)
{
  const char *invalid;

  if (*reader->text == '\0')
    return psg_edtf_reader_fail (reader, 0, PSG_EDTF_ERROR_SYNTAX, "EDTF level 0, Date",
                                 "there is no date in an empty text");
  if (strnlen (reader->text, PSG_EDTF_MAX_LENGTH + 1) > PSG_EDTF_MAX_LENGTH)
    return psg_edtf_reader_fail (reader, PSG_EDTF_MAX_LENGTH, PSG_EDTF_ERROR_LIMIT, LIMIT_RULE,
                                 "no date is longer than %d bytes", PSG_EDTF_MAX_LENGTH);
  if (!g_utf8_validate (reader->text, -1, &invalid))
    return psg_edtf_reader_fail (reader, (gsize) (invalid - reader->text), PSG_EDTF_ERROR_SYNTAX,
                                 "EDTF level 0, Date", "this is not UTF-8");

  return TRUE;
}

/**
 * psg_edtf_parse:
 * @text: a date in EDTF, at most 512 bytes of UTF-8
 * @error: return location for a #GError, or %NULL
 *
 * Reads a date as ISO 8601-2:2019 (EDTF, levels 0 to 2) writes it. The text is
 * taken as it is: spaces around it are an error. Three things are read that
 * the specification of the Library of Congress does not mention: times without
 * seconds (ISO 8601-1:2019, 5.3.1.3), intervals of which neither end is stated
 * (`../..`, `/..`, `../`) and spaces after the commas of a set.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL with @error set in
 *   %PSG_EDTF_ERROR
 */
PsgEdtf *
psg_edtf_parse (const char  *text,
                GError     **error)
{
  PsgEdtfReader reader = { .text = text, .error = error };
  g_autoptr (PsgEdtf) self = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_text (&reader))
    return NULL;

  self = g_atomic_rc_box_new0 (PsgEdtf);
  self->text = g_strdup (text);
  if (!psg_edtf_read (&reader, self))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * psg_edtf_new_day:
 * @day: a valid day
 *
 * Returns: (transfer full): the date of that day
 */
PsgEdtf *
psg_edtf_new_day (PsgDay day)
{
  g_return_val_if_fail (psg_day_is_valid (day), NULL);

  return psg_edtf_new_days (day, day);
}

/**
 * psg_edtf_new_days:
 * @first: the first day, %PSG_DAY_OPEN_START or %PSG_DAY_NONE
 * @last: the last day, no earlier than @first, %PSG_DAY_OPEN_END or
 *   %PSG_DAY_NONE
 *
 * Returns: (transfer full): the interval from @first to @last, open or unknown
 *   where they are; a single date where they are the same day
 */
PsgEdtf *
psg_edtf_new_days (PsgDay first,
                   PsgDay last)
{
  g_autofree char *start = psg_day_format_iso (first);
  g_autofree char *end = psg_day_format_iso (last);
  g_autofree char *interval = NULL;

  g_return_val_if_fail (psg_day_is_valid (first) || first == PSG_DAY_OPEN_START || first == PSG_DAY_NONE, NULL);
  g_return_val_if_fail (psg_day_is_valid (last) || last == PSG_DAY_OPEN_END || last == PSG_DAY_NONE, NULL);
  g_return_val_if_fail (first <= last || last == PSG_DAY_NONE, NULL);
  g_return_val_if_fail (first != PSG_DAY_NONE || last != PSG_DAY_NONE, NULL);

  if (first == last)
    return psg_edtf_parse (start, NULL);

  interval = g_strconcat (start, "/", end, NULL);

  return psg_edtf_parse (interval, NULL);
}

PsgEdtf *
psg_edtf_ref (PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
psg_edtf_unref (PsgEdtf *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_edtf);
}

/**
 * psg_edtf_get_text:
 *
 * Returns: the text as it was given
 */
const char *
psg_edtf_get_text (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * psg_edtf_get_level:
 *
 * Returns: 0, 1 or 2: the lowest level of EDTF that knows everything the text
 *   makes use of
 */
int
psg_edtf_get_level (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->level;
}

/**
 * psg_edtf_get_earliest:
 *
 * Returns: the first day the date can speak of; %PSG_DAY_OPEN_START where it
 *   has no start, %PSG_DAY_NONE where the start is unknown. Years before -9999
 *   give %PSG_DAY_MIN and years after 9999 %PSG_DAY_MAX. A zone does not move
 *   the day.
 */
PsgDay
psg_edtf_get_earliest (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, PSG_DAY_NONE);

  return self->earliest.day;
}

/**
 * psg_edtf_get_latest:
 *
 * Returns: the last day the date can speak of; %PSG_DAY_OPEN_END where it has
 *   no end, %PSG_DAY_NONE where the end is unknown. See
 *   psg_edtf_get_earliest() for the years at the limits.
 */
PsgDay
psg_edtf_get_latest (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, PSG_DAY_NONE);

  return self->latest.day;
}

static gboolean
is_stated_interval_end (const PsgEdtf     *self,
                        const PsgEdtfDate *date)
{
  return self->kind == PSG_EDTF_KIND_INTERVAL && date->end == PSG_EDTF_END_STATED;
}

/**
 * psg_edtf_get_latest_start:
 *
 * Returns: the last day on which an interval can begin; for anything else, and
 *   for an open or unknown start, what psg_edtf_get_earliest() gives
 */
PsgDay
psg_edtf_get_latest_start (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, PSG_DAY_NONE);

  if (is_stated_interval_end (self, &self->spans[0].start))
    return self->spans[0].start.latest.day;

  return self->earliest.day;
}

/**
 * psg_edtf_get_earliest_end:
 *
 * Returns: the first day on which an interval can end; for anything else, and
 *   for an open or unknown end, what psg_edtf_get_latest() gives
 */
PsgDay
psg_edtf_get_earliest_end (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, PSG_DAY_NONE);

  if (is_stated_interval_end (self, &self->spans[0].finish))
    return self->spans[0].finish.earliest.day;

  return self->latest.day;
}

/**
 * psg_edtf_get_precision:
 *
 * The unit down to which a date is known, from the largest: an `X` ends it, so
 * that `1985-04-XX` is known to the month and `201X` to the decade. (The
 * Library of Congress speaks of "day precision" in the first case, for the
 * form it is written in.)
 *
 * Returns: the precision of a date; of an interval or a set the coarsest of
 *   those of its stated dates
 */
PsgPrecision
psg_edtf_get_precision (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, PSG_PRECISION_UNKNOWN);

  return self->precision;
}

/**
 * psg_edtf_get_start_precision:
 *
 * Returns: the precision of the start of an interval, unknown where it is open
 *   or unknown; for anything else what psg_edtf_get_precision() gives
 */
PsgPrecision
psg_edtf_get_start_precision (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, PSG_PRECISION_UNKNOWN);

  if (self->kind == PSG_EDTF_KIND_INTERVAL)
    return self->spans[0].start.precision;

  return self->precision;
}

/**
 * psg_edtf_get_end_precision:
 *
 * Returns: the precision of the end of an interval, unknown where it is open
 *   or unknown; for anything else what psg_edtf_get_precision() gives
 */
PsgPrecision
psg_edtf_get_end_precision (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, PSG_PRECISION_UNKNOWN);

  if (self->kind == PSG_EDTF_KIND_INTERVAL)
    return self->spans[0].finish.precision;

  return self->precision;
}

/**
 * psg_edtf_get_flags:
 *
 * Returns: everything that is said anywhere in the date. A set that begins or
 *   ends in dots is open at that end, as an interval is.
 */
PsgEdtfFlags
psg_edtf_get_flags (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->flags;
}

static int
get_minute (const PsgEdtfDate *date)
{
  if (date->end != PSG_EDTF_END_STATED || date->hour < 0)
    return -1;

  return date->hour * 60 + date->minute;
}

/**
 * psg_edtf_get_start_minute:
 *
 * Returns: the minutes from midnight to the time given, 0 to 1439, as clocks
 *   showed it there; -1 where none is
 */
int
psg_edtf_get_start_minute (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return get_minute (&self->spans[0].start);
}

/**
 * psg_edtf_get_end_minute:
 *
 * Returns: the same as psg_edtf_get_start_minute(): EDTF has no times in
 *   intervals
 */
int
psg_edtf_get_end_minute (const PsgEdtf *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return get_minute (&self->spans[0].finish);
}

const char *
psg_precision_to_string (PsgPrecision precision)
{
  static const char *const names[] = {
    "unknown", "millennium", "century", "decade", "year",
    "season", "month", "day", "minute", "second",
  };

  g_return_val_if_fail ((guint) precision < G_N_ELEMENTS (names), names[0]);

  return names[precision];
}
