/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-paper-sources.h"

#include <glib/gi18n.h>

/* Which sources a picture or a step of a lesson rests on, and how they are named in a line. A
 * source that cannot be read is left out: the picture can still be drawn. */

#define MAX_OF_STEP 5

static gboolean
has_source (GPtrArray  *sources,
            const char *id)
{
  for (guint i = 0; i < sources->len; i++)
    if (g_str_equal (((PsgSource *) g_ptr_array_index (sources, i))->id, id))
      return TRUE;

  return FALSE;
}

/**
 * psg_paper_sources_add:
 * @sources: (element-type PsgSource): a list of sources
 * @collection: what they are in
 * @ids: (nullable): ids of sources
 *
 * Adds those that are not in the list yet.
 */
void
psg_paper_sources_add (GPtrArray         *sources,
                       PsgCollection     *collection,
                       const char *const *ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      PsgSource *source = has_source (sources, ids[i]) ? NULL : psg_collection_load_source (collection, ids[i], NULL);

      if (source != NULL)
        g_ptr_array_add (sources, source);
    }
}

static void
add_event (GPtrArray     *sources,
           PsgCollection *collection,
           guint          row)
{
  g_autoptr (PsgEvent) event = psg_collection_load_event (collection, row, NULL);

  if (event != NULL)
    psg_paper_sources_add (sources, collection, (const char *const *) event->sources);
}

static void
add_status (GPtrArray         *sources,
            PsgCollection     *collection,
            const PsgCrossing *crossing,
            PsgDay             day)
{
  const PsgStatusInterval *interval = psg_crossing_get_interval_at (crossing, day);

  if (interval != NULL)
    psg_paper_sources_add (sources, collection, (const char *const *) interval->sources);
}

/* On that day. */
static void
add_all_statuses (GPtrArray     *sources,
                  PsgCollection *collection,
                  PsgDay         day)
{
  GPtrArray *crossings = psg_collection_get_crossings (collection);

  for (guint i = 0; i < crossings->len; i++)
    if (((PsgCrossing *) g_ptr_array_index (crossings, i))->kind == PSG_CROSSING_ROAD)
      add_status (sources, collection, g_ptr_array_index (crossings, i), day);
}

/**
 * psg_paper_sources_of_step:
 * @collection: what the lesson is about
 * @step: a step of it
 *
 * Returns: (transfer container) (element-type PsgSource): what it rests on: the sources of the event and the
 *   crossing it chooses; if it chooses none, of what the map shows
 */
GPtrArray *
psg_paper_sources_of_step (PsgCollection       *collection,
                           const PsgLessonStep *step)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_source_unref);
  const PsgCrossing *crossing = NULL;
  guint row = PSG_ROW_NONE;

  if (step->event != NULL)
    row = psg_event_table_find (psg_collection_get_events (collection), step->event);
  if (step->crossing != NULL)
    crossing = psg_collection_find_crossing (collection, step->crossing);
  if (row != PSG_ROW_NONE)
    add_event (sources, collection, row);
  if (crossing != NULL)
    add_status (sources, collection, crossing, step->playhead);
  if (sources->len == 0)
    add_all_statuses (sources, collection, step->playhead);
  /* The first of them say most, and a page is for the lesson. */
  if (sources->len > MAX_OF_STEP)
    g_ptr_array_set_size (sources, MAX_OF_STEP);

  return sources;
}

/**
 * psg_paper_sources_of_scene:
 * @session: with a collection
 *
 * Returns: (transfer container) (element-type PsgSource): what a picture of it rests on: the sources of what is
 *   chosen, of what the crossings' status is on the playhead's day, and of the events in sight
 */
GPtrArray *
psg_paper_sources_of_scene (PsgSession *session)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_source_unref);
  PsgCollection *collection = psg_session_get_collection (session);
  PsgEventTable *events = psg_collection_get_events (collection);
  const PsgTimeSpan *span = psg_session_get_span (session);
  PsgRowSet *matches = psg_session_get_matches (session);
  guint chosen = psg_session_get_event (session), n = 0;

  if (chosen != PSG_ROW_NONE)
    add_event (sources, collection, chosen);
  add_all_statuses (sources, collection, psg_session_get_playhead (session));
  /* Of very many events nobody reads the sources on a picture. */
  for (guint row = psg_row_set_next (matches, 0); row != PSG_ROW_NONE && n < 200;
       row = psg_row_set_next (matches, row + 1))
    {
      PsgTimeSpan when = psg_event_table_get_span (events, row);

      if (!psg_time_span_overlaps (span, when.start, when.end))
        continue;
      add_event (sources, collection, row);
      n++;
    }

  return sources;
}

/**
 * psg_paper_source_describe:
 * @source: a source
 *
 * Returns: (transfer full): who published what when, in a line; without its address
 */
char *
psg_paper_source_describe (const PsgSource *source)
{
  g_autofree char *date = source->date != NULL ? psg_edtf_format_display (source->date) : NULL;

  if (date == NULL)
    /* Translators: a source: who published it, and its title */
    return g_strdup_printf (_("%s: “%s”"), source->publisher, source->title);

  /* Translators: a source: who published it, its title, when */
  return g_strdup_printf (_("%s: “%s”, %s"), source->publisher, source->title, date);
}

/* (nullable): where it can be read. */
const char *
psg_paper_source_get_url (const PsgSource *source)
{
  return source->url != NULL ? source->url : source->archive_url;
}

/**
 * psg_paper_source_format_url:
 * @source: a source
 *
 * Returns: (transfer full) (nullable): where it can be read, in the letters of its own script: what is
 *   written in percents is long and says nothing
 */
char *
psg_paper_source_format_url (const PsgSource *source)
{
  const char *url = psg_paper_source_get_url (source);
  g_autofree char *plain = url != NULL ? g_uri_unescape_string (url, "/?#&=+%") : NULL;

  if (plain == NULL || !g_utf8_validate (plain, -1, NULL))
    return g_strdup (url);
  for (const char *c = plain; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isgraph (g_utf8_get_char (c)))
      return g_strdup (url);

  return g_steal_pointer (&plain);
}
