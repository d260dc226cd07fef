/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-edtf-private.h"

#include <string.h>

/* Reads a whole expression: one date, an interval or a set. Dates are read by
 * psg-edtf-date.c. Nothing nests, so nothing recurses, and every byte is read
 * once. */

#define DATE_RULE "EDTF level 0, Date"
#define INTERVAL_RULE "EDTF level 0, Time Interval"
#define EXTENDED_RULE "EDTF level 1, Extended Interval"
#define SET_RULE "EDTF level 2, Set representation"

/* `..`, nothing before @stop, or a date. */
static gboolean
read_end (PsgEdtfReader *reader,
          PsgEdtfDate   *date,
          char           stop)
{
  gsize start = reader->at;

  memset (date, 0, sizeof *date);

  if (psg_edtf_reader_at (reader, ".."))
    {
      date->end = PSG_EDTF_END_OPEN;
      reader->at += strlen ("..");
      return TRUE;
    }
  if (psg_edtf_reader_peek (reader) == stop)
    {
      date->end = PSG_EDTF_END_UNKNOWN;
      return TRUE;
    }

  if (!psg_edtf_read_date (reader, date))
    return FALSE;
  if (date->hour >= 0)
    return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_SYNTAX, INTERVAL_RULE,
                                 "the ends of an interval are dates without times");

  return TRUE;
}

static gboolean
check_order (PsgEdtfReader     *reader,
             const PsgEdtfSpan *span,
             gsize              start,
             const char        *section)
{
  if (psg_edtf_span_is_ordered (span))
    return TRUE;

  return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_ORDER, section,
                               "the end is before the start");
}

static gboolean
expect_end (PsgEdtfReader *reader,
            const char    *what,
            const char    *section)
{
  g_autofree char *found = NULL;

  if (psg_edtf_reader_peek (reader) == '\0')
    return TRUE;

  found = psg_edtf_reader_quote (reader);

  return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_SYNTAX, section,
                               "nothing can follow %s here, but there is %s", what, found);
}

static gboolean
read_interval (PsgEdtfReader *reader,
               PsgEdtfSpan   *span)
{
  gsize middle;

  span->is_range = TRUE;

  if (!read_end (reader, &span->start, '/'))
    return FALSE;
  if (!psg_edtf_reader_accept (reader, '/'))
    {
      g_autofree char *found = psg_edtf_reader_quote (reader);

      return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_SYNTAX, INTERVAL_RULE,
                                   "a solidus (/) parts the ends of an interval, but here is %s", found);
    }

  middle = reader->at;
  if (!read_end (reader, &span->finish, '\0') || !expect_end (reader, "an interval", INTERVAL_RULE))
    return FALSE;

  if (span->start.end == PSG_EDTF_END_UNKNOWN && span->finish.end == PSG_EDTF_END_UNKNOWN)
    return psg_edtf_reader_fail (reader, 0, PSG_EDTF_ERROR_SYNTAX, EXTENDED_RULE,
                                 "an interval states at least one of its ends");

  return check_order (reader, span, middle, INTERVAL_RULE);
}

static gboolean
read_member_date (PsgEdtfReader *reader,
                  PsgEdtfDate   *date)
{
  gsize start = reader->at;

  if (!psg_edtf_read_date (reader, date))
    return FALSE;
  if (date->hour >= 0)
    return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_SYNTAX, SET_RULE,
                                 "the members of a set are dates without times");

  return TRUE;
}

/* A date, or two with `..` between them; one of the two can be missing. */
static gboolean
read_member (PsgEdtfReader *reader,
             PsgEdtfSpan   *span,
             char           close)
{
  gsize middle;

  memset (span, 0, sizeof *span);

  if (psg_edtf_reader_at (reader, ".."))
    span->start.end = PSG_EDTF_END_OPEN;
  else if (!read_member_date (reader, &span->start))
    return FALSE;

  if (!psg_edtf_reader_at (reader, ".."))
    {
      span->finish = span->start;
      return TRUE;
    }

  span->is_range = TRUE;
  reader->at += strlen ("..");
  middle = reader->at;

  /* `[..]` would be everything, which is no set. */
  if (span->start.end == PSG_EDTF_END_STATED &&
      (psg_edtf_reader_peek (reader) == close || psg_edtf_reader_peek (reader) == ','))
    {
      span->finish.end = PSG_EDTF_END_OPEN;
      return TRUE;
    }

  return read_member_date (reader, &span->finish) && check_order (reader, span, middle, SET_RULE);
}

/* What lies before everything can only come first, what lies after it last. */
static gboolean
check_member_place (PsgEdtfReader     *reader,
                    const PsgEdtfSpan *span,
                    gsize              start,
                    gboolean           is_first,
                    gboolean           is_last)
{
  if (span->start.end == PSG_EDTF_END_OPEN && !is_first)
    return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_SYNTAX, SET_RULE,
                                 "only the first member of a set can begin with dots");
  if (span->finish.end == PSG_EDTF_END_OPEN && !is_last)
    return psg_edtf_reader_fail (reader, start, PSG_EDTF_ERROR_SYNTAX, SET_RULE,
                                 "only the last member of a set can end in dots");

  return TRUE;
}

static gboolean
read_members (PsgEdtfReader *reader,
              GArray        *spans,
              char           close)
{
  gboolean more;

  do
    {
      PsgEdtfSpan span;
      gsize start;

      /* Some writers put a space after the comma. */
      while (spans->len > 0 && psg_edtf_reader_accept (reader, ' '))
        ;

      start = reader->at;
      if (!read_member (reader, &span, close))
        return FALSE;
      more = psg_edtf_reader_accept (reader, ',');
      if (!check_member_place (reader, &span, start, spans->len == 0, !more))
        return FALSE;
      g_array_append_val (spans, span);
    }
  while (more);

  if (!psg_edtf_reader_accept (reader, close))
    {
      g_autofree char *found = psg_edtf_reader_quote (reader);

      return psg_edtf_reader_fail (reader, reader->at, PSG_EDTF_ERROR_SYNTAX, SET_RULE,
                                   "a comma, dots or %c follow a member of a set, but here is %s",
                                   close, found);
    }

  return expect_end (reader, "a set", SET_RULE);
}

static gboolean
read_set (PsgEdtfReader *reader,
          PsgEdtf       *self)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PsgEdtfSpan));
  char close = self->kind == PSG_EDTF_KIND_ONE_OF ? ']' : '}';

  reader->at++;
  if (!read_members (reader, spans, close))
    return FALSE;

  self->n_spans = spans->len;
  self->spans = (PsgEdtfSpan *) g_array_free (g_steal_pointer (&spans), FALSE);
  return TRUE;
}

static gboolean
read_single (PsgEdtfReader *reader,
             PsgEdtfSpan   *span)
{
  if (!psg_edtf_read_date (reader, &span->start) || !expect_end (reader, "a date", DATE_RULE))
    return FALSE;

  span->finish = span->start;
  return TRUE;
}

/* Reads the text into @self, and leaves the spans for its finalizer where it
 * fails. */
gboolean
psg_edtf_read (PsgEdtfReader *reader,
               PsgEdtf       *self)
{
  gboolean read;

  if (psg_edtf_reader_peek (reader) == '[')
    self->kind = PSG_EDTF_KIND_ONE_OF;
  else if (psg_edtf_reader_peek (reader) == '{')
    self->kind = PSG_EDTF_KIND_ALL_OF;
  else if (strchr (reader->text, '/') != NULL)
    self->kind = PSG_EDTF_KIND_INTERVAL;

  if (self->kind == PSG_EDTF_KIND_ONE_OF || self->kind == PSG_EDTF_KIND_ALL_OF)
    {
      read = read_set (reader, self);
    }
  else
    {
      self->spans = g_new0 (PsgEdtfSpan, 1);
      self->n_spans = 1;
      if (self->kind == PSG_EDTF_KIND_INTERVAL)
        read = read_interval (reader, self->spans);
      else
        read = read_single (reader, self->spans);
    }

  if (read)
    psg_edtf_resolve (self);

  return read;
}
