/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-event-words.h"

#include <glib/gi18n.h>

#include "psg-note-words.h"
#include "psg-own-event.h"

/* What the timeline says of one event, to who points at it and to who hears it. */

static void
append_line (GString    *markup,
             const char *line)
{
  g_autofree char *escaped = line != NULL ? g_markup_escape_text (line, -1) : NULL;

  if (escaped != NULL && *escaped != '\0')
    g_string_append_printf (markup, "\n%s", escaped);
}

static gboolean
is_mentioned (PsgTimelineModel *model,
              guint             row)
{
  const GArray *rows = psg_session_get_mentioned (psg_timeline_model_get_session (model));

  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, guint, i) == row)
      return TRUE;

  return FALSE;
}

/**
 * psg_timeline_event_words_format_date:
 * @event: an event
 *
 * Returns: (transfer full): what a tooltip says of its date in two lines, in one: "c. July 2023,
 *   approximate, known to the month"
 */
char *
psg_timeline_event_words_format_date (const PsgEvent *event)
{
  g_autofree char *date = psg_edtf_format_display (event->date);
  g_autofree char *certainty = psg_edtf_describe_certainty (event->date);

  if (psg_own_event_is_id (event->id))
    {
      /* Translators: read out by a screen reader: a date, and that the event is the person's own */
      g_autofree char *own = g_strdup_printf (C_("timeline", "%s, your own event"), date);

      g_free (date);
      date = g_steal_pointer (&own);
    }
  if (certainty == NULL)
    return g_steal_pointer (&date);

  /* Translators: read out by a screen reader: a date, and how sure it is: "July 2023, known to the month" */
  return g_strdup_printf (C_("timeline", "%s, %s"), date, certainty);
}

/**
 * psg_timeline_event_words_format_tooltip:
 * @model: whose events
 * @row: one of them
 *
 * Returns: (transfer full) (nullable): its title, its date and how sure that is, in lines of markup;
 *   %NULL if it cannot be read
 */
char *
psg_timeline_event_words_format_tooltip (PsgTimelineModel *model,
                                         guint             row)
{
  g_autoptr (PsgEvent) event = psg_collection_load_event (psg_timeline_model_get_collection (model), row, NULL);
  GPtrArray *lanes = psg_timeline_model_get_lanes (model);
  GPtrArray *notes = psg_session_find_event_notes (psg_timeline_model_get_session (model), row);
  g_autofree char *title = NULL, *date = NULL, *certainty = NULL, *number = NULL;
  GString *markup;

  if (event == NULL)
    return NULL;

  title = g_markup_escape_text (psg_text_get (event->title), -1);
  date = psg_edtf_format_display (event->date);
  certainty = psg_edtf_describe_certainty (event->date);

  markup = g_string_new (NULL);
  g_string_append_printf (markup, "<b>%s</b>", title);
  append_line (markup, date);
  append_line (markup, certainty);
  if (psg_own_event_is_id (event->id))
    append_line (markup, _("Your own event"));
  if (is_mentioned (model, row))
    append_line (markup, _("The text in sight speaks of it"));
  if (event->lane < lanes->len)
    append_line (markup, psg_text_get (((PsgLane *) g_ptr_array_index (lanes, event->lane))->name));
  number = notes != NULL ? psg_note_words_dup_number (notes->len) : NULL;
  append_line (markup, number);

  return g_string_free (markup, FALSE);
}

/**
 * psg_timeline_event_words_format_notes:
 * @model: whose events
 * @row: one of them
 *
 * Returns: (transfer full) (nullable): the titles of the notes about it, and its own, in lines of markup; %NULL if
 *   there are none
 */
char *
psg_timeline_event_words_format_notes (PsgTimelineModel *model,
                                       guint             row)
{
  PsgEventTable *events = psg_collection_get_events (psg_timeline_model_get_collection (model));
  GPtrArray *notes = psg_session_find_event_notes (psg_timeline_model_get_session (model), row);
  g_autofree char *titles = NULL;

  if (notes == NULL)
    return NULL;

  titles = psg_note_words_dup_list (notes);

  return g_markup_printf_escaped ("<b>%s</b>\n%s", titles, psg_event_table_get_title (events, row));
}
