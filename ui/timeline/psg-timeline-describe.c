/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-view-private.h"

#include <glib/gi18n.h>

#include "psg-note-words.h"
#include "psg-timeline-event-words.h"
#include "psg-timeline-range.h"

/*
 * What the timeline says to those who do not see it: "Event 4 of 31 in view: 1
 * March 2024, Lavoriškės and Raigardas close, Border & migration". Said once
 * things have come to rest.
 */

#define REST_MS 150

/* How many events are in view and come before a row; %PSG_ROW_NONE for all that are. */
static guint
count_in_view (PsgTimelineView *self,
               PsgEventIndex   *index,
               guint            before)
{
  const PsgTimeSpan *span = psg_session_get_span (psg_timeline_model_get_session (self->model));
  guint n = 0;

  for (guint lane = 0; lane < psg_event_index_get_n_lanes (index); lane++)
    if (psg_timeline_model_shows_lane (self->model, lane))
      n += psg_event_index_count_overlapping (index, lane, span, before);

  return n;
}

static char *
describe_selected (PsgTimelineView *self,
                   PsgEventIndex   *index,
                   guint            row)
{
  PsgCollection *collection = psg_timeline_model_get_collection (self->model);
  PsgSession *session = psg_timeline_model_get_session (self->model);
  const PsgTimeSpan *span = psg_session_get_span (session);
  GPtrArray *lanes = psg_timeline_model_get_lanes (self->model);
  PsgTimeSpan when = psg_event_table_get_span (psg_event_index_get_table (index), row);
  g_autoptr (PsgEvent) event = psg_collection_load_event (collection, row, NULL);
  g_autofree char *date = event != NULL ? psg_timeline_event_words_format_date (event) : NULL;
  const char *title = psg_event_table_get_title (psg_event_index_get_table (index), row);
  const char *lane = event != NULL && event->lane < lanes->len
                       ? psg_text_get (((PsgLane *) g_ptr_array_index (lanes, event->lane))->name) : "";

  if (date == NULL)
    return g_strdup (title);

  if (!psg_timeline_model_shows_lane (self->model, event->lane))
    /* Translators: read out by a screen reader: date, title and lane of an event whose lane a person has
     * hidden on the timeline */
    return g_strdup_printf (_("%s, %s, %s, hidden on the timeline"), date, title, lane);

  if (!psg_row_set_contains (psg_session_get_context (session), row))
    /* Translators: read out by a screen reader: date, title and lane of an event that is chosen although the
     * filter does not let it through */
    return g_strdup_printf (_("%s, %s, %s, left out by the filter"), date, title, lane);

  if (!psg_time_span_overlaps (span, when.start, when.end))
    /* Translators: read out by a screen reader: date, title and lane of an event that is not in sight */
    return g_strdup_printf (_("%s, %s, %s"), date, title, lane);

  /* Translators: read out by a screen reader: which of the events in sight, its date, title and lane */
  return g_strdup_printf (_("Event %'u of %'u in view: %s, %s, %s"),
                          count_in_view (self, index, row) + 1, count_in_view (self, index, PSG_ROW_NONE),
                          date, title, lane);
}

static char *
describe (PsgTimelineView *self)
{
  PsgEventIndex *index = psg_timeline_model_get_index (self->model);
  PsgSession *session = psg_timeline_model_get_session (self->model);
  guint n, row;

  if (index == NULL)
    return g_strdup (_("Nothing is open"));

  row = psg_session_get_event (session);
  if (row < psg_event_table_get_n (psg_event_index_get_table (index)))
    return describe_selected (self, index, row);

  n = count_in_view (self, index, PSG_ROW_NONE);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u event in view", "%'u events in view", n), n);
}

static char *
describe_with_notes (PsgTimelineView *self)
{
  PsgSession *session = psg_timeline_model_get_session (self->model);
  GPtrArray *notes = session != NULL ? psg_session_find_event_notes (session, psg_session_get_event (session)) : NULL;
  g_autofree char *text = describe (self), *number = NULL;

  if (notes == NULL)
    return g_steal_pointer (&text);

  number = psg_note_words_dup_number (notes->len);

  /* Translators: read out by a screen reader: the chosen event, then how many notes there are about it */
  return g_strdup_printf (C_("timeline", "%s, %s"), text, number);
}

static char *
describe_with_range (PsgTimelineView *self)
{
  const char *range = psg_timeline_range_get_words (PSG_TIMELINE_RANGE (self->range));
  g_autofree char *text = describe_with_notes (self);

  if (range == NULL)
    return g_steal_pointer (&text);

  /* Translators: read out by a screen reader: what is in view or chosen, then the range of the filter */
  return g_strdup_printf (_("%s. Range: %s"), text, range);
}

static gboolean
rested_cb (gpointer user_data)
{
  PsgTimelineView *self = user_data;
  g_autofree char *text = describe_with_range (self);
  g_autofree char *era = psg_timeline_eras_describe (PSG_TIMELINE_ERAS (self->eras));

  self->describe_id = 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->eras), GTK_ACCESSIBLE_PROPERTY_LABEL, era, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  psg_timeline_notes_describe (PSG_TIMELINE_NOTES (self->notes));
  psg_timeline_heads_describe (PSG_TIMELINE_HEADS (self->heads));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return G_SOURCE_REMOVE;
}

void
psg_timeline_view_queue_describe (PsgTimelineView *self)
{
  if (self->describe_id == 0)
    self->describe_id = g_timeout_add (REST_MS, rested_cb, self);
}

void
psg_timeline_view_stop_describe (PsgTimelineView *self)
{
  g_clear_handle_id (&self->describe_id, g_source_remove);
}
