/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-exchange-event.h"

#include "psg-exchange-format.h"

/*
 * An event of one's own as JSON, in files and in the notebook alike: data/notes/README.md describes it. The same
 * event always gives the same bytes.
 */

static void
write_sources (PsgJsonWriter   *writer,
               const GPtrArray *sources)
{
  psg_json_writer_open (writer, "psg:sources", '[');
  for (guint i = 0; i < sources->len; i++)
    {
      const PsgOwnSource *source = g_ptr_array_index (sources, i);

      psg_json_writer_open (writer, NULL, '{');
      psg_json_writer_string (writer, "psg:title", source->title);
      psg_json_writer_string (writer, "psg:url", source->url);
      psg_json_writer_string (writer, "psg:remark", source->remark);
      psg_json_writer_close (writer, '}');
    }
  psg_json_writer_close (writer, ']');
}

/**
 * psg_exchange_write_event:
 * @writer: where to
 * @name: (nullable): the member's name
 * @event: an event without fault
 *
 * Writes what an event has besides what every note has.
 */
void
psg_exchange_write_event (PsgJsonWriter     *writer,
                          const char        *name,
                          const PsgOwnEvent *event)
{
  psg_json_writer_open (writer, name, '{');
  psg_json_writer_string (writer, "psg:title", event->title);
  psg_json_writer_string (writer, "psg:date", event->date);
  if (event->lane != NULL)
    psg_json_writer_string (writer, "psg:lane", event->lane);
  if (event->has_place)
    psg_json_writer_string (writer, "psg:place", event->place != NULL ? event->place : "");
  if (event->crossings != NULL && event->crossings[0] != NULL)
    {
      psg_json_writer_open (writer, "psg:crossings", '[');
      for (guint i = 0; event->crossings[i] != NULL; i++)
        psg_json_writer_string (writer, NULL, event->crossings[i]);
      psg_json_writer_close (writer, ']');
    }
  if (event->sources != NULL && event->sources->len > 0)
    write_sources (writer, event->sources);
  psg_json_writer_close (writer, '}');
}

static const char *
get_text (const PsgJson *json,
          const char    *member)
{
  const char *text = psg_exchange_get_string (json, member);

  return text != NULL ? text : "";
}

static void
read_lists (PsgOwnEvent   *event,
            const PsgJson *json)
{
  const PsgJson *crossings = psg_json_get (json, "psg:crossings");
  const PsgJson *sources = psg_json_get (json, "psg:sources");
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < psg_exchange_get_n (crossings); i++)
    {
      const PsgJson *each = psg_exchange_get_nth (crossings, i);

      if (each->kind == PSG_JSON_STRING)
        g_strv_builder_add (ids, each->string);
    }
  event->crossings = crossings != NULL ? g_strv_builder_end (ids) : NULL;

  for (guint i = 0; i < psg_exchange_get_n (sources); i++)
    {
      const PsgJson *each = psg_exchange_get_nth (sources, i);

      if (each->kind == PSG_JSON_OBJECT)
        psg_own_event_add_source (event, get_text (each, "psg:title"), get_text (each, "psg:url"),
                                  get_text (each, "psg:remark"));
    }
}

/**
 * psg_exchange_read_event:
 * @json: (nullable): as psg_exchange_write_event() writes it
 *
 * Returns: (transfer full) (nullable): the event, which may have faults; %NULL if there is no date
 */
PsgOwnEvent *
psg_exchange_read_event (const PsgJson *json)
{
  const char *date, *place;
  PsgOwnEvent *event;

  if (json == NULL || json->kind != PSG_JSON_OBJECT || (date = psg_exchange_get_string (json, "psg:date")) == NULL)
    return NULL;

  event = psg_own_event_new (get_text (json, "psg:title"), date);
  event->lane = g_strdup (psg_exchange_get_string (json, "psg:lane"));
  place = psg_exchange_get_string (json, "psg:place");
  event->has_place = place != NULL;
  event->place = place != NULL && *place != '\0' ? g_strdup (place) : NULL;
  read_lists (event, json);

  return event;
}

/* (transfer full): an event as text, to be kept in a table. */
char *
psg_exchange_event_to_text (const PsgOwnEvent *event)
{
  g_auto (PsgJsonWriter) writer = PSG_JSON_WRITER_INIT;

  psg_exchange_write_event (&writer, NULL, event);

  return g_strdup (writer.text->str);
}

/* (transfer full) (nullable): what psg_exchange_event_to_text() made a text of; %NULL if it is none. */
PsgOwnEvent *
psg_exchange_event_from_text (const char *text,
                              gsize       length)
{
  g_autoptr (PsgJson) json = psg_json_parse (text, length, NULL, NULL);

  return psg_exchange_read_event (json);
}
