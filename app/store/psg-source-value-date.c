/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-source-value-private.h"

/* Dates in their four uses: as such, as an interval of a status, as a span and as a day. */

static PsgEdtf *
expect_date (PsgSourceReader *reader,
             const PsgJson   *value)
{
  g_autoptr (GError) error = NULL;
  PsgEdtf *date;

  if (!psg_source_expect (reader, value, PSG_JSON_STRING))
    return NULL;

  date = psg_edtf_parse (value->string, &error);
  if (date == NULL)
    psg_source_reader_mistake (reader, value->line, "“%.80s” is not an EDTF date: %s", value->string, error->message);

  return date;
}

void
psg_source_read_date (PsgSourceReader *reader,
                      const PsgField  *field,
                      const PsgJson   *value,
                      gpointer         record)
{
  PsgEdtf **target = &PSG_FIELD_AT (PsgEdtf *, field, record);

  g_clear_pointer (target, psg_edtf_unref);
  *target = expect_date (reader, value);
}

void
psg_source_read_interval (PsgSourceReader *reader,
                          const PsgField  *field,
                          const PsgJson   *value,
                          gpointer         record)
{
  g_autoptr (PsgEdtf) date = expect_date (reader, value);
  PsgEdtf **target = &PSG_FIELD_AT (PsgEdtf *, field, record);

  if (date == NULL)
    return;

  if ((psg_edtf_get_flags (date) & PSG_EDTF_INTERVAL) == 0
      && psg_edtf_get_earliest (date) != psg_edtf_get_latest (date))
    {
      psg_source_reader_mistake (reader, value->line, "“%s” is neither an interval nor a day", value->string);
      return;
    }

  g_clear_pointer (target, psg_edtf_unref);
  *target = g_steal_pointer (&date);
}

void
psg_source_read_span (PsgSourceReader *reader,
                      const PsgField  *field,
                      const PsgJson   *value,
                      gpointer         record)
{
  g_autoptr (PsgEdtf) date = expect_date (reader, value);
  g_autoptr (GError) error = NULL;

  if (date != NULL && !psg_time_span_from_edtf (date, &PSG_FIELD_AT (PsgTimeSpan, field, record), &error))
    psg_source_reader_mistake (reader, value->line, "%s", error->message);
}

void
psg_source_read_day (PsgSourceReader *reader,
                     const PsgField  *field,
                     const PsgJson   *value,
                     gpointer         record)
{
  g_autoptr (PsgEdtf) date = expect_date (reader, value);

  if (date == NULL)
    return;

  if (psg_day_is_valid (psg_edtf_get_earliest (date)))
    PSG_FIELD_AT (PsgDay, field, record) = psg_edtf_get_earliest (date);
  else
    psg_source_reader_mistake (reader, value->line, "“%s” has no first day", value->string);
}
