/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session-private.h"

#include <glib/gi18n-lib.h>

#include "psg-happenings.h"

/*
 * Choosing things and going from one to the next: what selecting an event, opening a
 * document or following a link means for the session as a whole. How a change
 * is stored and notified is in psg-session.c.
 */

/* What lies between two days must not be lost from sight: the span moves only as far
 * as it has to, and widens only where it is too short. */
static void
show_time (PsgSession *self,
           gint64      start,
           gint64      end)
{
  gint64 length = psg_time_span_get_length (&self->span);
  gint64 margin = length / 12;
  PsgTimeSpan span = self->span;

  if (start >= span.start && end <= span.end)
    return;

  if (end - start > length - 2 * margin)
    {
      margin = (end - start) / 6 + PSG_MINUTES_PER_DAY;
      span = (PsgTimeSpan) { start - margin, end + margin };
    }
  else if (start < span.start)
    span = psg_time_span_move (&span, start - margin - span.start);
  else
    span = psg_time_span_move (&span, end + margin - span.end);

  psg_session_set_span (self, &span);
}

/* When an event is said to be. Of one that ends on a known day but has no known
 * first one, that is its last: its row begins where the collection does, which
 * says nothing of the event. */
PsgTimeSpan
psg_session_get_stated_time (PsgSession *self,
                             guint       row)
{
  PsgEventTable *events = psg_collection_get_events (self->collection);
  guint16 flags = psg_event_table_get_columns (events)->flags[row];
  PsgTimeSpan span = psg_event_table_get_span (events, row);

  if ((flags & (PSG_EVENT_OPEN_START | PSG_EVENT_UNKNOWN_START)) != 0 &&
      (flags & (PSG_EVENT_OPEN_END | PSG_EVENT_UNKNOWN_END)) == 0)
    span.start = span.end - PSG_MINUTES_PER_DAY;

  return span;
}

/* The playhead goes to the first day of an event; the timeline follows. */
static void
go_to_event (PsgSession *self,
             guint       row)
{
  PsgTimeSpan span = psg_session_get_stated_time (self, row);
  PsgTimeSpan bounds = psg_session_get_bounds (self);

  span.start = CLAMP (span.start, bounds.start, bounds.end - 1);
  psg_session_set_playhead (self, psg_day_from_minutes (span.start));

  /* Of a long event its beginning is enough. */
  span.end = MIN (span.end, span.start + psg_time_span_get_length (&self->span) / 2);
  show_time (self, span.start, MAX (span.end, span.start + 1));
}

static gboolean
not_found (GError    **error,
           const char *what,
           const char *id)
{
  g_set_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND,
               /* Translators: the first %s is "event", "document" and so on, the second what was asked for */
               _("There is no %s “%s” in this collection"), what, id);

  return FALSE;
}

static gboolean
require_collection (PsgSession *self,
                    GError    **error)
{
  if (self->collection != NULL)
    return TRUE;

  g_set_error_literal (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND,
                       _("No collection is open"));

  return FALSE;
}

/**
 * psg_session_select_event:
 * @self: a session
 * @row: a row, or %PSG_ROW_NONE
 */
void
psg_session_select_event (PsgSession *self,
                          guint       row)
{
  PsgView view = { .event = row };

  g_return_if_fail (PSG_IS_SESSION (self));
  g_return_if_fail (row == PSG_ROW_NONE || self->collection != NULL);

  /* To let go of no event is not to let go of a crossing. */
  if (row == PSG_ROW_NONE && self->view.event == PSG_ROW_NONE)
    return;

  if (row != PSG_ROW_NONE)
    {
      PsgEventTable *events = psg_collection_get_events (self->collection);

      g_return_if_fail (row < psg_event_table_get_n (events));

      view.page.kind = PSG_KIND_EVENT;
      view.page.id = (char *) psg_event_table_get_id (events, row);
    }

  g_object_freeze_notify (G_OBJECT (self));
  if (row != PSG_ROW_NONE)
    go_to_event (self, row);
  psg_session_visit (self, &view);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * psg_session_select_event_id:
 * @self: a session
 * @id: (nullable): an event's id; %NULL or the empty string chooses none
 * @error: return location
 *
 * Returns: whether there is such an event
 */
gboolean
psg_session_select_event_id (PsgSession *self,
                             const char *id,
                             GError    **error)
{
  guint row = PSG_ROW_NONE;

  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  if (id != NULL && *id != '\0')
    {
      if (!require_collection (self, error))
        return FALSE;
      row = psg_event_table_find (psg_collection_get_events (self->collection), id);
      if (row == PSG_ROW_NONE)
        return psg_session_await_own (self, id, FALSE) || not_found (error, _("event"), id);
    }

  psg_session_select_event (self, row);

  return TRUE;
}

/**
 * psg_session_select_crossing:
 * @self: a session
 * @id: (nullable): a crossing's id; %NULL or the empty string chooses none
 * @error: return location
 *
 * Shows the crossing's page. The chosen event is let go of; not by choosing none
 * where none is chosen.
 *
 * Returns: whether there is such a crossing
 */
gboolean
psg_session_select_crossing (PsgSession *self,
                             const char *id,
                             GError    **error)
{
  PsgView view = { .event = PSG_ROW_NONE };

  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  if ((id == NULL || *id == '\0') && self->view.crossing == NULL)
    return TRUE;

  if (id != NULL && *id != '\0')
    {
      if (!require_collection (self, error))
        return FALSE;
      if (psg_collection_find_crossing (self->collection, id) == NULL)
        return not_found (error, _("crossing"), id);

      view.crossing = (char *) id;
      view.page.kind = PSG_KIND_CROSSING;
      view.page.id = (char *) id;
    }

  psg_session_visit (self, &view);

  return TRUE;
}

static gboolean
strv_has (GStrv       strv,
          const char *value)
{
  return strv != NULL && value != NULL && g_strv_contains ((const char *const *) strv, value);
}

/* What opening a passage chooses. Text that bears on what is chosen already
 * leaves it; else its first event is chosen, else its first crossing. */
static void
choose_for_passage (PsgSession       *self,
                    const PsgPassage *passage,
                    PsgView          *view)
{
  view->event = self->view.event;
  view->crossing = self->view.crossing;

  if (strv_has (passage->events, psg_session_get_event_id (self)) ||
      strv_has (passage->crossings, self->view.crossing))
    return;

  if (passage->events != NULL && passage->events[0] != NULL)
    {
      view->event = psg_event_table_find (psg_collection_get_events (self->collection),
                                          passage->events[0]);
      view->crossing = NULL;
    }
  else if (passage->crossings != NULL && passage->crossings[0] != NULL)
    {
      view->event = PSG_ROW_NONE;
      view->crossing = passage->crossings[0];
    }
}

/**
 * psg_session_open_document:
 * @self: a session
 * @id: a document's id
 * @passage: (nullable): a passage's id in it, or a position as #PsgPage has it
 * @error: return location
 *
 * Returns: whether there is such a document, and such a passage in it
 */
gboolean
psg_session_open_document (PsgSession *self,
                           const char *id,
                           const char *passage,
                           GError    **error)
{
  g_autoptr (PsgPassage) words = NULL;
  PsgView view = { .event = self->view.event, .crossing = self->view.crossing };
  guint start, end;

  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!require_collection (self, error))
    return FALSE;
  if (psg_collection_find_document (self->collection, id) == NULL)
    return not_found (error, _("document"), id);

  view.page.kind = PSG_KIND_DOCUMENT;
  view.page.id = (char *) id;

  if (psg_page_read_position (passage, &start, &end))
    view.page.passage = (char *) passage;
  else if (passage != NULL && *passage != '\0')
    {
      words = psg_collection_load_passage (self->collection, passage, error);
      if (words == NULL)
        return FALSE;
      if (!g_str_equal (words->document, id))
        return not_found (error, _("passage"), passage);

      view.page.passage = words->id;
      choose_for_passage (self, words, &view);
    }

  g_object_freeze_notify (G_OBJECT (self));
  if (view.event != PSG_ROW_NONE && view.event != self->view.event)
    go_to_event (self, view.event);
  psg_session_visit (self, &view);
  g_object_thaw_notify (G_OBJECT (self));

  return TRUE;
}

/**
 * psg_session_open_own:
 * @self: a session
 * @id: an own document's id
 * @place: (nullable): where in it, as #PsgPage has it; what is no place is not looked for
 * @error: return location
 *
 * What is chosen stays chosen. While the library does not know its documents yet any id may be right;
 * whoever shows the page finds out.
 *
 * Returns: whether there is such a document
 */
gboolean
psg_session_open_own (PsgSession *self,
                      const char *id,
                      const char *place,
                      GError    **error)
{
  PsgView view = { .event = self->view.event, .crossing = self->view.crossing };
  guint page, start, end;

  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (self->library == NULL
      || (psg_library_is_loaded (self->library) && psg_library_find (self->library, id) == NULL))
    {
      g_set_error_literal (error, PSG_LIBRARY_ERROR, PSG_LIBRARY_ERROR_NOT_FOUND,
                           _("This document is not in your notebook"));
      return FALSE;
    }

  view.page.kind = PSG_KIND_OWN;
  view.page.id = (char *) id;
  view.page.passage = psg_page_read_place (place, &page, &start, &end) ? (char *) place : NULL;
  psg_session_visit (self, &view);

  return TRUE;
}

static gboolean
can_show (PsgSession *self,
          PsgKind     kind,
          const char *id,
          GError    **error)
{
  g_autoptr (PsgClaim) claim = NULL;
  g_autoptr (PsgSource) source = NULL;

  if (id == NULL)
    return not_found (error, _("page"), "");
  if (kind == PSG_KIND_CLAIM)
    return (claim = psg_collection_load_claim (self->collection, id, error)) != NULL;
  if (kind == PSG_KIND_SOURCE)
    return (source = psg_collection_load_source (self->collection, id, error)) != NULL;

  if (kind == PSG_KIND_NOTE)
    return (self->notes != NULL && psg_notes_find (self->notes, id) != NULL) || not_found (error, _("note"), id);

  return not_found (error, _("page"), id);
}

/**
 * psg_session_show_page:
 * @self: a session
 * @kind: what kind of page
 * @id: (nullable): of what; %NULL for %PSG_KIND_NONE
 * @error: return location
 *
 * Returns: whether there is such a thing
 */
gboolean
psg_session_show_page (PsgSession *self,
                       PsgKind     kind,
                       const char *id,
                       GError    **error)
{
  PsgView view = { .event = self->view.event, .crossing = self->view.crossing };

  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  if (kind == PSG_KIND_EVENT)
    return psg_session_select_event_id (self, id, error);
  if (kind == PSG_KIND_CROSSING)
    return psg_session_select_crossing (self, id, error);
  if (kind == PSG_KIND_DOCUMENT)
    return psg_session_open_document (self, id, NULL, error);
  if (kind == PSG_KIND_OWN)
    return psg_session_open_own (self, id, NULL, error);

  if (kind != PSG_KIND_NONE &&
      (!require_collection (self, error) || !can_show (self, kind, id, error)))
    return FALSE;

  view.page.kind = kind;
  view.page.id = kind != PSG_KIND_NONE ? (char *) id : NULL;
  psg_session_visit (self, &view);

  return TRUE;
}

/**
 * psg_session_compare_accounts:
 * @self: a session
 * @kind: %PSG_KIND_EVENT or %PSG_KIND_CROSSING
 * @id: which
 * @parties: (nullable): ids of two parties, with a comma between; see psg_comparison_choose()
 * @error: return location
 *
 * From one pair of parties to another one goes in place: going back leads to where one came from.
 *
 * Returns: whether there is such an event or crossing
 */
gboolean
psg_session_compare_accounts (PsgSession *self,
                              PsgKind     kind,
                              const char *id,
                              const char *parties,
                              GError    **error)
{
  g_autofree char *passage = g_strconcat ("accounts", parties != NULL ? "=" : NULL, parties, NULL);
  PsgView view = { .event = PSG_ROW_NONE, .page = { kind, (char *) id, passage } };
  const char *before;
  gboolean in_place;

  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (kind == PSG_KIND_EVENT || kind == PSG_KIND_CROSSING, FALSE);

  if (!require_collection (self, error))
    return FALSE;
  if (kind == PSG_KIND_EVENT)
    view.event = psg_event_table_find (psg_collection_get_events (self->collection), id);
  else if (psg_collection_find_crossing (self->collection, id) != NULL)
    view.crossing = (char *) id;
  if (view.event == PSG_ROW_NONE && view.crossing == NULL)
    return not_found (error, kind == PSG_KIND_EVENT ? _("event") : _("crossing"), id);

  in_place = self->view.page.kind == kind && g_strcmp0 (self->view.page.id, id) == 0 &&
             psg_page_read_accounts (self->view.page.passage, &before);
  g_object_freeze_notify (G_OBJECT (self));
  if (view.event != PSG_ROW_NONE && view.event != self->view.event)
    go_to_event (self, view.event);
  psg_session_show_view (self, &view, in_place);
  g_object_thaw_notify (G_OBJECT (self));

  return TRUE;
}

/**
 * psg_session_follow:
 * @self: a session
 * @link: a link inside the collection, as #PsgPage describes
 * @error: return location
 *
 * Returns: whether it led somewhere
 */
gboolean
psg_session_follow (PsgSession *self,
                    const char *link,
                    GError    **error)
{
  g_autoptr (PsgPage) page = NULL;
  const char *parties;

  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (link != NULL, FALSE);

  page = psg_page_from_link (link);
  if (page == NULL)
    return not_found (error, _("page"), link);
  if (page->kind == PSG_KIND_DOCUMENT)
    return psg_session_open_document (self, page->id, page->passage, error);
  if (psg_page_read_accounts (page->passage, &parties))
    return psg_session_compare_accounts (self, page->kind, page->id, parties, error);
  if (page->kind == PSG_KIND_OWN)
    return psg_session_open_own (self, page->id, page->passage, error);

  return psg_session_show_page (self, page->kind, page->id, error);
}

/* Where stepping begins when nothing is chosen: at the playhead. */
static guint
row_beside_playhead (PsgSession *self,
                     int         direction)
{
  PsgEventTable *events = psg_collection_get_events (self->collection);
  gint64 minute = psg_day_to_minutes (self->playhead);
  guint row = psg_event_table_lower_bound (events, minute);

  return direction > 0 ? row : row - 1;
}

/**
 * psg_session_step_event:
 * @self: a session
 * @direction: +1 for the next, -1 for the previous
 *
 * Returns: whether there was one
 */
gboolean
psg_session_step_event (PsgSession *self,
                        int         direction)
{
  guint row;

  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  if (self->collection == NULL)
    return FALSE;

  if (self->view.event == PSG_ROW_NONE)
    row = row_beside_playhead (self, direction);
  else
    row = self->view.event + direction;

  if (row == PSG_ROW_NONE)
    return FALSE;

  row = direction > 0 ? psg_row_set_next (self->matches, row)
                      : psg_row_set_previous (self->matches, row);
  if (row == PSG_ROW_NONE)
    return FALSE;

  psg_session_select_event (self, row);

  return TRUE;
}

static gboolean
is_within_bounds (PsgSession *self,
                  PsgDay      day)
{
  PsgTimeSpan bounds = psg_session_get_bounds (self);

  return day >= psg_day_from_minutes (bounds.start) && day <= psg_day_from_minutes (bounds.end - 1);
}

static void
go_to_day (PsgSession *self,
           PsgDay      day)
{
  psg_session_set_playhead (self, day);
  show_time (self, psg_day_to_minutes (day), psg_day_to_minutes (day + 1));
}

static gboolean
step_change (PsgSession *self,
             GPtrArray  *crossings,
             int         direction)
{
  PsgDay day = direction > 0 ? psg_crossings_next_change (crossings, self->playhead)
                             : psg_crossings_previous_change (crossings, self->playhead);

  if (day == PSG_DAY_NONE || !is_within_bounds (self, day))
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));
  go_to_day (self, day);
  g_object_thaw_notify (G_OBJECT (self));

  return TRUE;
}

/**
 * psg_session_step_change:
 * @self: a session
 * @direction: +1 for the next, -1 for the previous
 *
 * Moves the playhead to the next day on which a crossing's status changes. What
 * lies past the session's bounds cannot be reached and does not count.
 *
 * Returns: whether there was one
 */
gboolean
psg_session_step_change (PsgSession *self,
                         int         direction)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  return self->collection != NULL &&
         step_change (self, psg_collection_get_crossings (self->collection), direction);
}

/**
 * psg_session_step_change_of:
 * @self: a session
 * @crossing: one of its collection's road crossings
 * @direction: +1 for the next, -1 for the previous
 *
 * As psg_session_step_change(), of one crossing alone.
 *
 * Returns: whether there was one
 */
gboolean
psg_session_step_change_of (PsgSession        *self,
                            const PsgCrossing *crossing,
                            int                direction)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();

  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (self->collection != NULL && crossing != NULL, FALSE);

  g_ptr_array_add (alone, (gpointer) crossing);

  return step_change (self, alone, direction);
}

/* The event that begins on a day, of several the most important. No more than one thing
 * that happens on a day is no event: what changes by itself. */
static guint
find_beginning (PsgHappenings *happenings,
                PsgDay         day)
{
  guint n_left_out;
  g_autoptr (GPtrArray) found = psg_happenings_collect (happenings, day, day, 2, &n_left_out);

  for (guint i = 0; i < found->len; i++)
    {
      const PsgHappening *happening = g_ptr_array_index (found, i);

      if (happening->row != PSG_ROW_NONE)
        return happening->row;
    }

  return PSG_ROW_NONE;
}

/**
 * psg_session_step_happening:
 * @self: a session
 * @direction: +1 for the next, -1 for the previous
 *
 * Moves the playhead to the next day on which an event among the matches begins or a
 * crossing's status changes, and chooses the most important event that begins there.
 *
 * Returns: whether there was one
 */
gboolean
psg_session_step_happening (PsgSession *self,
                            int         direction)
{
  g_autoptr (PsgHappenings) happenings = NULL;
  PsgDay day;
  guint row;

  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  if (self->collection == NULL)
    return FALSE;

  happenings = psg_happenings_new (psg_collection_get_events (self->collection), self->matches,
                                   psg_collection_get_crossings (self->collection));
  day = direction > 0 ? psg_happenings_next_day (happenings, self->playhead)
                      : psg_happenings_previous_day (happenings, self->playhead);
  if (day == PSG_DAY_NONE || !is_within_bounds (self, day))
    return FALSE;

  row = find_beginning (happenings, day);

  g_object_freeze_notify (G_OBJECT (self));
  if (row != PSG_ROW_NONE)
    psg_session_select_event (self, row);
  else
    go_to_day (self, day);
  g_object_thaw_notify (G_OBJECT (self));

  return TRUE;
}

static void
go (PsgSession *self,
    int         direction)
{
  gboolean back = psg_history_can_go (self->history, -1);
  gboolean forward = psg_history_can_go (self->history, 1);
  const PsgView *view = psg_history_go (self->history, direction);

  if (view == NULL)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (view->event != PSG_ROW_NONE && view->event != self->view.event)
    go_to_event (self, view->event);
  psg_session_commit_view (self, view);
  psg_session_commit_history (self, back, forward);
  g_object_thaw_notify (G_OBJECT (self));
}

void
psg_session_go_back (PsgSession *self)
{
  g_return_if_fail (PSG_IS_SESSION (self));

  go (self, -1);
}

void
psg_session_go_forward (PsgSession *self)
{
  g_return_if_fail (PSG_IS_SESSION (self));

  go (self, 1);
}
