/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"
#include "psg-filter.h"
#include "psg-lane-order.h"
#include "psg-library.h"
#include "psg-notes.h"
#include "psg-page.h"

G_BEGIN_DECLS

#define PSG_TYPE_SESSION (psg_session_get_type ())
G_DECLARE_FINAL_TYPE (PsgSession, psg_session, PSG, SESSION, GObject)

/**
 * PsgSession:
 *
 * The one state that all views share, and the only thing they know of each
 * other. They watch its properties and ask it for changes:
 *
 * - `collection`: the subject matter with the person's own events in it, or %NULL
 * - `subject`: the subject matter alone. While that stays, another `collection` has other own events, and whatever was
 *   chosen, filtered and looked at is so still
 * - `library`: the person's own documents, or %NULL
 * - `filter`, and `matches`: the rows it lets through; `context`: the rows that it would
 *   without its range, for a view that shows the range itself
 * - `event`: the chosen event's row, or %PSG_ROW_NONE
 * - `crossing`: the chosen crossing's id, or %NULL
 * - `page`: what the document pane shows
 * - `playhead`: a day
 * - `compared`: the day the playhead's is compared with, or %PSG_DAY_NONE
 * - `span`: the visible stretch of time
 * - `lanes`: how the timeline's lanes are arranged
 * - `mentioned`: the rows of the events the text in sight speaks of; none once another page is shown
 * - `notes`: what the person wrote, or %NULL while that is not known
 * - `noted`: the rows of the events the person wrote about
 * - `can-go-back`, `can-go-forward`: through the pages visited
 * - `can-go-to-previous-span`, `can-go-to-next-span`: through the stretches looked at
 *
 * Each property is notified once for a change, and only when it differs. A
 * request that changes several notifies after all of them hold. Rows belong to
 * their collection: with another one, `matches`, `context` and `noted` differ whatever their bits.
 *
 * Its signal `notes-changed` says that any note may be another, after `notes` and `noted` hold.
 */
PsgSession    *psg_session_new            (void);

PsgCollection *psg_session_get_collection (PsgSession *self);
PsgLibrary    *psg_session_get_library    (PsgSession *self);
PsgFilter     *psg_session_get_filter     (PsgSession *self);
PsgRowSet     *psg_session_get_matches    (PsgSession *self);
PsgRowSet     *psg_session_get_context    (PsgSession *self);
guint          psg_session_get_event      (PsgSession *self);
const char    *psg_session_get_event_id   (PsgSession *self);
const char    *psg_session_get_crossing   (PsgSession *self);
const PsgPage *psg_session_get_page       (PsgSession *self);
PsgDay         psg_session_get_playhead   (PsgSession *self);
PsgDay         psg_session_get_compared   (PsgSession *self);
const PsgTimeSpan *psg_session_get_span   (PsgSession *self);
PsgLaneOrder  *psg_session_get_lanes      (PsgSession *self);
gboolean       psg_session_get_can_go_back (PsgSession *self);
gboolean       psg_session_get_can_go_forward (PsgSession *self);
PsgTimeSpan    psg_session_get_bounds     (PsgSession *self);
const GArray  *psg_session_get_mentioned  (PsgSession *self);
PsgNotes      *psg_session_get_notes      (PsgSession *self);
PsgRowSet     *psg_session_get_noted      (PsgSession *self);
GPtrArray     *psg_session_find_notes     (PsgSession *self, PsgNoteKind kind, const char *id);
GPtrArray     *psg_session_find_event_notes (PsgSession *self, guint row);
gboolean       psg_session_owns_note      (PsgSession *self, const PsgNoteMark *mark);

void           psg_session_set_collection (PsgSession *self, PsgCollection *collection);
void           psg_session_set_library    (PsgSession *self, PsgLibrary *library);
gboolean       psg_session_set_filter     (PsgSession *self, PsgFilter *filter, GError **error);
PsgTimeSpan    psg_session_get_playing_range (PsgSession *self);
gboolean       psg_session_set_range      (PsgSession *self, const char *range, PsgRangeMode mode, GError **error);
gboolean       psg_session_set_range_end  (PsgSession *self, int direction, PsgDay day, GError **error);
gboolean       psg_session_show_range     (PsgSession *self);
void           psg_session_set_playhead   (PsgSession *self, PsgDay day);
void           psg_session_set_compared   (PsgSession *self, PsgDay day);
void           psg_session_set_span       (PsgSession *self, const PsgTimeSpan *span);
void           psg_session_set_lanes      (PsgSession *self, PsgLaneOrder *lanes);
void           psg_session_set_notes      (PsgSession *self, PsgNotes *notes);
void           psg_session_set_mentioned  (PsgSession *self, const guint *rows, guint n);

/* Choose an event: its page is shown, the playhead goes to its first day (its last, if
 * that alone is known), the span moves just enough to show it. PSG_ROW_NONE chooses none. */
void           psg_session_select_event   (PsgSession *self, guint row);
gboolean       psg_session_select_event_id (PsgSession *self, const char *id, GError **error);
gboolean       psg_session_select_crossing (PsgSession *self, const char *id, GError **error);
/* Open a document, at a passage if one is given. The chosen event stays if the
 * passage bears on it; else the first event (or crossing) it bears on is chosen. */
gboolean       psg_session_open_document  (PsgSession *self, const char *id, const char *passage, GError **error);
/* Open a document of the person's own, at a place if one is given: see #PsgPage. */
gboolean       psg_session_open_own       (PsgSession *self, const char *id, const char *place, GError **error);
gboolean       psg_session_show_page      (PsgSession *self, PsgKind kind, const char *id, GError **error);
/* Follow a link of a document: event:ID, crossing:ID, document:ID[#PASSAGE], claim:ID,
 * source:ID, own:ID[#PLACE]. */
gboolean       psg_session_follow         (PsgSession *self, const char *link, GError **error);
/* The next (+1) or previous (-1) event among the matches, from the chosen one or the playhead. */
gboolean       psg_session_step_event     (PsgSession *self, int direction);
/* Compare the accounts of an event or a crossing, which is chosen: of two parties, or of those that say most. */
gboolean       psg_session_compare_accounts (PsgSession *self, PsgKind kind, const char *id, const char *parties,
                                             GError **error);
/* The passages that bear on what is chosen, and which of them is shown. */
GPtrArray     *psg_session_load_passages  (PsgSession *self, GError **error);
int            psg_session_find_passage   (PsgSession *self, const GPtrArray *passages);
gboolean       psg_session_step_passage   (PsgSession *self, int direction, GError **error);
/* The next (+1) or previous (-1) day on which a crossing's status changes. */
gboolean       psg_session_step_change    (PsgSession *self, int direction);
/* The next (+1) or previous (-1) day on which an event among the matches begins, which is
 * then chosen, or a crossing's status changes. */
gboolean       psg_session_step_happening (PsgSession *self, int direction);
/* The same for one crossing. */
gboolean       psg_session_step_change_of (PsgSession *self, const PsgCrossing *crossing, int direction);
void           psg_session_go_back        (PsgSession *self);
void           psg_session_go_forward     (PsgSession *self);

/* The span: set_span() is for movements, of which many are one view to come back to. */
void           psg_session_jump_to_span   (PsgSession *self, const PsgTimeSpan *span);
void           psg_session_follow_span    (PsgSession *self, const PsgTimeSpan *span);
gboolean       psg_session_get_can_go_to_previous_span (PsgSession *self);
gboolean       psg_session_get_can_go_to_next_span (PsgSession *self);
void           psg_session_go_previous_span (PsgSession *self);
void           psg_session_go_next_span   (PsgSession *self);
gboolean       psg_session_get_chosen_span (PsgSession *self, PsgTimeSpan *span);

G_END_DECLS
