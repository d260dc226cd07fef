/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-session-private.h"

/*
 * The one state that views share. Every change goes through commit(): it
 * compares, stores and notifies once, so that no view hears of a change twice
 * or of half of one. The session draws nothing and reads no file itself.
 */

/* More detail than a day is not to be had. */
#define SHORTEST_SPAN PSG_MINUTES_PER_DAY
/* How far past the collection's span one may look, as a share of it. */
#define BOUNDS_MARGIN 0.05

enum
{
  PROP_0,
  PROP_COLLECTION,
  PROP_SUBJECT,
  PROP_LIBRARY,
  PROP_FILTER,
  PROP_MATCHES,
  PROP_CONTEXT,
  PROP_EVENT,
  PROP_CROSSING,
  PROP_PAGE,
  PROP_PLAYHEAD,
  PROP_COMPARED,
  PROP_SPAN,
  PROP_LANES,
  PROP_MENTIONED,
  PROP_NOTES,
  PROP_NOTED,
  PROP_LESSONS,
  PROP_CAN_GO_BACK,
  PROP_CAN_GO_FORWARD,
  PROP_CAN_GO_TO_PREVIOUS_SPAN,
  PROP_CAN_GO_TO_NEXT_SPAN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  NOTES_CHANGED,
  LESSONS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgSession, psg_session, G_TYPE_OBJECT)

static void
notify (PsgSession *self,
        guint       property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Stores a view, and notifies what differs from the one before. */
void
psg_session_commit_view (PsgSession    *self,
                         const PsgView *view)
{
  PsgView old = self->view;

  psg_view_copy_into (view, &self->view);

  g_object_freeze_notify (G_OBJECT (self));
  if (old.event != self->view.event)
    notify (self, PROP_EVENT);
  if (g_strcmp0 (old.crossing, self->view.crossing) != 0)
    notify (self, PROP_CROSSING);
  if (!psg_page_equal (&old.page, &self->view.page))
    notify (self, PROP_PAGE);
  if (old.page.kind != self->view.page.kind || g_strcmp0 (old.page.id, self->view.page.id) != 0)
    psg_session_set_mentioned (self, NULL, 0);
  g_object_thaw_notify (G_OBJECT (self));

  psg_view_clear (&old);
}

void
psg_session_commit_history (PsgSession *self,
                            gboolean    could_go_back,
                            gboolean    could_go_forward)
{
  if (could_go_back != psg_history_can_go (self->history, -1))
    notify (self, PROP_CAN_GO_BACK);
  if (could_go_forward != psg_history_can_go (self->history, 1))
    notify (self, PROP_CAN_GO_FORWARD);
}

static void
remember_span (PsgSession   *self,
               PsgSpanChange change)
{
  if (change == PSG_SPAN_MOVED)
    psg_span_history_move (self->spans, &self->span, g_get_monotonic_time ());
  else if (change == PSG_SPAN_JUMPED)
    psg_span_history_jump (self->spans, &self->span);
  else if (change == PSG_SPAN_FOLLOWED)
    psg_span_history_follow (self->spans, &self->span);
}

void
psg_session_notify_spans (PsgSession *self,
                          gboolean    could_go_back,
                          gboolean    could_go_forward)
{
  if (could_go_back != psg_span_history_can_go (self->spans, -1))
    notify (self, PROP_CAN_GO_TO_PREVIOUS_SPAN);
  if (could_go_forward != psg_span_history_can_go (self->spans, 1))
    notify (self, PROP_CAN_GO_TO_NEXT_SPAN);
}

/* Shows another stretch of time, within the bounds, and remembers that it was looked at. */
void
psg_session_commit_span (PsgSession        *self,
                         const PsgTimeSpan *span,
                         PsgSpanChange      change)
{
  gboolean back = psg_session_get_can_go_to_previous_span (self);
  gboolean forward = psg_session_get_can_go_to_next_span (self);
  PsgTimeSpan clamped = *span;

  if (self->collection != NULL)
    {
      PsgTimeSpan bounds = psg_session_get_bounds (self);

      clamped = psg_time_span_clamp (span, &bounds, SHORTEST_SPAN);
    }

  g_object_freeze_notify (G_OBJECT (self));
  if (!psg_time_span_equal (&clamped, &self->span))
    {
      self->span = clamped;
      notify (self, PROP_SPAN);
    }
  remember_span (self, change);
  psg_session_notify_spans (self, back, forward);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
forget_history (PsgSession *self)
{
  gboolean back = psg_history_can_go (self->history, -1);
  gboolean forward = psg_history_can_go (self->history, 1);
  gboolean previous_span = psg_span_history_can_go (self->spans, -1);
  gboolean next_span = psg_span_history_can_go (self->spans, 1);

  psg_history_clear (self->history);
  psg_session_commit_history (self, back, forward);
  psg_span_history_clear (self->spans);
  psg_session_notify_spans (self, previous_span, next_span);
}

/* Shows @view, as another step of the way or in place of the last one. */
void
psg_session_show_view (PsgSession    *self,
                       const PsgView *view,
                       gboolean       in_place)
{
  gboolean back = psg_history_can_go (self->history, -1);
  gboolean forward = psg_history_can_go (self->history, 1);

  g_object_freeze_notify (G_OBJECT (self));
  if (in_place)
    psg_history_replace (self->history, view);
  else
    psg_history_push (self->history, view);
  psg_session_commit_view (self, view);
  psg_session_commit_history (self, back, forward);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Shows a view and remembers it as visited. */
void
psg_session_visit (PsgSession    *self,
                   const PsgView *view)
{
  psg_session_show_view (self, view, FALSE);
}

static void
psg_session_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  PsgSession *self = PSG_SESSION (object);

  switch (prop_id)
    {
    case PROP_COLLECTION:
      g_value_set_object (value, self->collection);
      break;
    case PROP_SUBJECT:
      g_value_set_object (value, psg_collection_get_base (self->collection));
      break;
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_FILTER:
      g_value_set_boxed (value, self->filter);
      break;
    case PROP_MATCHES:
      g_value_set_boxed (value, self->matches);
      break;
    case PROP_CONTEXT:
      g_value_set_boxed (value, self->context);
      break;
    case PROP_EVENT:
      g_value_set_uint (value, self->view.event);
      break;
    case PROP_CROSSING:
      g_value_set_string (value, self->view.crossing);
      break;
    case PROP_PAGE:
      g_value_set_boxed (value, &self->view.page);
      break;
    case PROP_PLAYHEAD:
      g_value_set_int (value, self->playhead);
      break;
    case PROP_COMPARED:
      g_value_set_int (value, self->compared);
      break;
    case PROP_SPAN:
      g_value_set_boxed (value, &self->span);
      break;
    case PROP_LANES:
      g_value_set_boxed (value, self->lanes);
      break;
    case PROP_MENTIONED:
      g_value_set_boxed (value, self->mentioned);
      break;
    case PROP_NOTES:
      g_value_set_object (value, self->notes);
      break;
    case PROP_NOTED:
      g_value_set_boxed (value, self->noted);
      break;
    case PROP_LESSONS:
      g_value_set_object (value, self->lessons);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, psg_session_get_can_go_back (self));
      break;
    case PROP_CAN_GO_FORWARD:
      g_value_set_boolean (value, psg_session_get_can_go_forward (self));
      break;
    case PROP_CAN_GO_TO_PREVIOUS_SPAN:
      g_value_set_boolean (value, psg_session_get_can_go_to_previous_span (self));
      break;
    case PROP_CAN_GO_TO_NEXT_SPAN:
      g_value_set_boolean (value, psg_session_get_can_go_to_next_span (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
psg_session_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  PsgSession *self = PSG_SESSION (object);

  switch (prop_id)
    {
    case PROP_COLLECTION:
      psg_session_set_collection (self, g_value_get_object (value));
      break;
    case PROP_LIBRARY:
      psg_session_set_library (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
psg_session_dispose (GObject *object)
{
  PsgSession *self = PSG_SESSION (object);

  g_clear_object (&self->collection);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (psg_session_parent_class)->dispose (object);
}

static void
psg_session_finalize (GObject *object)
{
  PsgSession *self = PSG_SESSION (object);

  g_clear_pointer (&self->filter, psg_filter_unref);
  g_clear_pointer (&self->matches, psg_row_set_unref);
  g_clear_pointer (&self->context, psg_row_set_unref);
  g_clear_pointer (&self->lanes, psg_lane_order_unref);
  g_clear_pointer (&self->history, psg_history_free);
  g_clear_pointer (&self->spans, psg_span_history_free);
  g_clear_pointer (&self->mentioned, g_array_unref);
  g_clear_object (&self->notes);
  g_clear_object (&self->lessons);
  g_clear_pointer (&self->noted, psg_row_set_unref);
  g_free (self->awaited);
  psg_view_clear (&self->view);

  G_OBJECT_CLASS (psg_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_COLLECTION] =
      g_param_spec_object ("collection", NULL, NULL, PSG_TYPE_COLLECTION, read | G_PARAM_WRITABLE);
  properties[PROP_SUBJECT] = g_param_spec_object ("subject", NULL, NULL, PSG_TYPE_COLLECTION, read);
  properties[PROP_LIBRARY] =
      g_param_spec_object ("library", NULL, NULL, PSG_TYPE_LIBRARY, read | G_PARAM_WRITABLE);
  properties[PROP_FILTER] = g_param_spec_boxed ("filter", NULL, NULL, PSG_TYPE_FILTER, read);
  properties[PROP_MATCHES] = g_param_spec_boxed ("matches", NULL, NULL, PSG_TYPE_ROW_SET, read);
  properties[PROP_CONTEXT] = g_param_spec_boxed ("context", NULL, NULL, PSG_TYPE_ROW_SET, read);
  properties[PROP_EVENT] =
      g_param_spec_uint ("event", NULL, NULL, 0, G_MAXUINT32, PSG_ROW_NONE, read);
  properties[PROP_CROSSING] = g_param_spec_string ("crossing", NULL, NULL, NULL, read);
  properties[PROP_PAGE] = g_param_spec_boxed ("page", NULL, NULL, PSG_TYPE_PAGE, read);
  properties[PROP_PLAYHEAD] =
      g_param_spec_int ("playhead", NULL, NULL, G_MININT32, G_MAXINT32, 0, read);
  properties[PROP_COMPARED] =
      g_param_spec_int ("compared", NULL, NULL, G_MININT32, G_MAXINT32, PSG_DAY_NONE, read);
  properties[PROP_SPAN] = g_param_spec_boxed ("span", NULL, NULL, PSG_TYPE_TIME_SPAN, read);
  properties[PROP_LANES] = g_param_spec_boxed ("lanes", NULL, NULL, PSG_TYPE_LANE_ORDER, read);
  properties[PROP_MENTIONED] = g_param_spec_boxed ("mentioned", NULL, NULL, G_TYPE_ARRAY, read);
  properties[PROP_NOTES] = g_param_spec_object ("notes", NULL, NULL, PSG_TYPE_NOTES, read);
  properties[PROP_NOTED] = g_param_spec_boxed ("noted", NULL, NULL, PSG_TYPE_ROW_SET, read);
  properties[PROP_LESSONS] = g_param_spec_object ("lessons", NULL, NULL, PSG_TYPE_LESSONS, read);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, read);
  properties[PROP_CAN_GO_FORWARD] = g_param_spec_boolean ("can-go-forward", NULL, NULL, FALSE, read);
  properties[PROP_CAN_GO_TO_PREVIOUS_SPAN] =
      g_param_spec_boolean ("can-go-to-previous-span", NULL, NULL, FALSE, read);
  properties[PROP_CAN_GO_TO_NEXT_SPAN] = g_param_spec_boolean ("can-go-to-next-span", NULL, NULL, FALSE, read);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
psg_session_class_init (PsgSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_session_dispose;
  object_class->finalize = psg_session_finalize;
  object_class->get_property = psg_session_get_property;
  object_class->set_property = psg_session_set_property;

  install_properties (object_class);
  signals[NOTES_CHANGED] = g_signal_new ("notes-changed", PSG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[LESSONS_CHANGED] = g_signal_new ("lessons-changed", PSG_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static void
psg_session_init (PsgSession *self)
{
  self->filter = psg_filter_new_empty ();
  self->matches = psg_row_set_new (0);
  self->context = psg_row_set_ref (self->matches);
  self->noted = psg_row_set_ref (self->matches);
  self->lanes = psg_lane_order_new (NULL);
  self->history = psg_history_new ();
  self->spans = psg_span_history_new ();
  self->mentioned = g_array_new (FALSE, FALSE, sizeof (guint));
  self->view.event = PSG_ROW_NONE;
  self->compared = PSG_DAY_NONE;
  self->span = psg_time_span_from_days (0, 364);
}

/**
 * psg_session_new:
 *
 * Returns: (transfer full): a session with no collection
 */
PsgSession *
psg_session_new (void)
{
  return g_object_new (PSG_TYPE_SESSION, NULL);
}

PsgCollection *
psg_session_get_collection (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  return self->collection;
}

/**
 * psg_session_get_library:
 *
 * Returns: (transfer none) (nullable): the person's own documents
 */
PsgLibrary *
psg_session_get_library (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  return self->library;
}

PsgFilter *
psg_session_get_filter (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  return self->filter;
}

/**
 * psg_session_get_matches:
 *
 * Returns: (transfer none): the rows the filter lets through; an empty set
 *   over no rows without a collection
 */
PsgRowSet *
psg_session_get_matches (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  return self->matches;
}

/**
 * psg_session_get_context:
 *
 * Returns: (transfer none): the rows the filter would let through without its range;
 *   all of `matches` are among them
 */
PsgRowSet *
psg_session_get_context (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  return self->context;
}

guint
psg_session_get_event (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), PSG_ROW_NONE);

  return self->view.event;
}

/**
 * psg_session_get_event_id:
 *
 * Returns: (nullable): the chosen event's id
 */
const char *
psg_session_get_event_id (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  if (self->view.event == PSG_ROW_NONE || self->collection == NULL)
    return NULL;

  return psg_event_table_get_id (psg_collection_get_events (self->collection), self->view.event);
}

const char *
psg_session_get_crossing (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  return self->view.crossing;
}

/**
 * psg_session_get_page:
 *
 * Returns: (transfer none): what the document pane shows; never %NULL
 */
const PsgPage *
psg_session_get_page (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  return &self->view.page;
}

PsgDay
psg_session_get_playhead (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), 0);

  return self->playhead;
}

PsgDay
psg_session_get_compared (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), PSG_DAY_NONE);

  return self->compared;
}

const PsgTimeSpan *
psg_session_get_span (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  return &self->span;
}

/**
 * psg_session_get_lanes:
 *
 * Returns: (transfer none): how the timeline's lanes are arranged; of no lanes without
 *   a collection
 */
PsgLaneOrder *
psg_session_get_lanes (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), NULL);

  return self->lanes;
}

gboolean
psg_session_get_can_go_back (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  return psg_history_can_go (self->history, -1);
}

gboolean
psg_session_get_can_go_forward (PsgSession *self)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);

  return psg_history_can_go (self->history, 1);
}

/**
 * psg_session_get_bounds:
 *
 * Returns: what the span may not leave: the collection's, and a little more
 */
PsgTimeSpan
psg_session_get_bounds (PsgSession *self)
{
  PsgTimeSpan bounds = self->span;
  gint64 margin;

  if (self->collection == NULL)
    return bounds;

  bounds = psg_collection_get_info (self->collection)->span;
  margin = (gint64) (psg_time_span_get_length (&bounds) * BOUNDS_MARGIN);

  return (PsgTimeSpan) { bounds.start - margin, bounds.end + margin };
}

static void
clear_filter (PsgSession *self)
{
  if (psg_filter_is_empty (self->filter))
    return;

  psg_filter_unref (self->filter);
  self->filter = psg_filter_new_empty ();
  notify (self, PROP_FILTER);
}

/* Keeps what was there if it is the same. Rows of another table are other rows, even
 * where the bits are the same. */
static void
set_rows (PsgSession *self,
          PsgRowSet **where,
          PsgRowSet  *rows,
          guint       property,
          gboolean    same_table)
{
  if (same_table && psg_row_set_equal (rows, *where))
    return;

  psg_row_set_ref (rows);
  psg_row_set_unref (*where);
  *where = rows;
  notify (self, property);
}

static PsgRowSet *
rows_of (PsgCollection *collection)
{
  if (collection == NULL)
    return psg_row_set_new (0);

  return psg_row_set_new_full (psg_event_table_get_n (psg_collection_get_events (collection)));
}

/* Another collection, with all its rows shown. */
void
psg_session_commit_collection (PsgSession    *self,
                               PsgCollection *collection)
{
  g_autoptr (PsgRowSet) rows = rows_of (collection);

  g_set_object (&self->collection, collection);
  notify (self, PROP_COLLECTION);
  set_rows (self, &self->matches, rows, PROP_MATCHES, FALSE);
  set_rows (self, &self->context, rows, PROP_CONTEXT, FALSE);
}

/**
 * psg_session_set_collection:
 * @self: a session
 * @collection: (nullable): the subject matter
 *
 * Begins anew: no filter, nothing chosen, the collection's span, opening day and
 * order of lanes. The person's own events are laid over it.
 */
void
psg_session_set_collection (PsgSession    *self,
                            PsgCollection *collection)
{
  PsgView nothing = { .event = PSG_ROW_NONE };
  g_autoptr (PsgCollection) laid = NULL;

  g_return_if_fail (PSG_IS_SESSION (self));
  g_return_if_fail (collection == NULL || PSG_IS_COLLECTION (collection));

  if (psg_collection_get_base (collection) == psg_collection_get_base (self->collection))
    {
      if (collection != self->collection && psg_session_takes_as_given (self))
        psg_session_change_table (self, collection);
      return;
    }

  g_clear_pointer (&self->awaited, g_free);
  collection = laid = psg_session_lay_own (self, collection);
  g_object_freeze_notify (G_OBJECT (self));

  psg_session_commit_collection (self, collection);
  notify (self, PROP_SUBJECT);
  psg_session_set_mentioned (self, NULL, 0);
  psg_session_set_compared (self, PSG_DAY_NONE);

  clear_filter (self);
  psg_session_update_noted (self, FALSE);

  /* Lanes, too, belong to their collection. */
  psg_lane_order_unref (self->lanes);
  self->lanes = psg_lane_order_new (collection != NULL ? psg_collection_get_lanes (collection) : NULL);
  notify (self, PROP_LANES);

  forget_history (self);
  psg_session_visit (self, &nothing);

  if (collection != NULL)
    {
      psg_session_jump_to_span (self, &psg_collection_get_info (collection)->span);
      psg_session_set_playhead (self, psg_collection_get_info (collection)->playhead);
    }

  g_object_thaw_notify (G_OBJECT (self));
  psg_session_tell_lessons (self);
}

/* Shows what a filter lets through now. */
gboolean
psg_session_commit_filter (PsgSession *self,
                           PsgFilter  *filter,
                           GError    **error)
{
  g_autoptr (PsgRowSet) matches = NULL;
  g_autoptr (PsgRowSet) context = NULL;

  if (self->collection != NULL)
    matches = psg_filter_apply_in_context (filter, self->collection, self->noted, &context, error);
  else
    context = psg_row_set_ref (matches = psg_row_set_new (0));
  if (matches == NULL)
    return FALSE;

  g_object_freeze_notify (G_OBJECT (self));

  if (!psg_filter_equal (filter, self->filter))
    {
      psg_filter_ref (filter);
      psg_filter_unref (self->filter);
      self->filter = filter;
      notify (self, PROP_FILTER);
    }
  set_rows (self, &self->matches, matches, PROP_MATCHES, TRUE);
  set_rows (self, &self->context, context, PROP_CONTEXT, TRUE);

  g_object_thaw_notify (G_OBJECT (self));

  return TRUE;
}

void
psg_session_commit_noted (PsgSession *self,
                          PsgRowSet  *noted)
{
  set_rows (self, &self->noted, noted, PROP_NOTED, FALSE);
}

/**
 * psg_session_set_library:
 * @self: a session
 * @library: (nullable): the person's own documents, whatever collection is open
 */
void
psg_session_set_library (PsgSession *self,
                         PsgLibrary *library)
{
  g_return_if_fail (PSG_IS_SESSION (self));
  g_return_if_fail (library == NULL || PSG_IS_LIBRARY (library));

  if (g_set_object (&self->library, library))
    notify (self, PROP_LIBRARY);
}

/**
 * psg_session_set_filter:
 * @self: a session
 * @filter: which events to show
 * @error: return location
 *
 * Returns: %FALSE with @error set, and nothing changed, if the collection
 *   could not be searched
 */
gboolean
psg_session_set_filter (PsgSession *self,
                        PsgFilter  *filter,
                        GError    **error)
{
  g_return_val_if_fail (PSG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (filter != NULL, FALSE);

  return psg_filter_equal (filter, self->filter) || psg_session_commit_filter (self, filter, error);
}

static PsgDay
bring_within (PsgSession *self,
              PsgDay      day)
{
  PsgTimeSpan bounds;

  day = CLAMP (day, PSG_DAY_MIN, PSG_DAY_MAX);
  if (self->collection == NULL)
    return day;

  bounds = psg_session_get_bounds (self);

  return CLAMP (day, psg_day_from_minutes (bounds.start), psg_day_from_minutes (bounds.end - 1));
}

/**
 * psg_session_set_playhead:
 * @self: a session
 * @day: a day; what lies outside the bounds is brought within
 */
void
psg_session_set_playhead (PsgSession *self,
                          PsgDay      day)
{
  g_return_if_fail (PSG_IS_SESSION (self));

  day = bring_within (self, day);
  if (day == self->playhead)
    return;

  self->playhead = day;
  notify (self, PROP_PLAYHEAD);
}

/**
 * psg_session_set_compared:
 * @self: a session
 * @day: a day to compare the playhead's with, brought within the bounds; or %PSG_DAY_NONE
 */
void
psg_session_set_compared (PsgSession *self,
                          PsgDay      day)
{
  g_return_if_fail (PSG_IS_SESSION (self));

  day = psg_day_is_valid (day) ? bring_within (self, day) : PSG_DAY_NONE;
  if (day == self->compared)
    return;

  self->compared = day;
  notify (self, PROP_COMPARED);
}

/**
 * psg_session_set_span:
 * @self: a session
 * @span: the stretch to show; it is kept within the bounds and at least a day
 *   long
 */
void
psg_session_set_span (PsgSession        *self,
                      const PsgTimeSpan *span)
{
  g_return_if_fail (PSG_IS_SESSION (self));
  g_return_if_fail (span != NULL && span->end > span->start);

  psg_session_commit_span (self, span, PSG_SPAN_MOVED);
}

/**
 * psg_session_set_lanes:
 * @self: a session
 * @lanes: an arrangement of its collection's lanes
 */
void
psg_session_set_lanes (PsgSession   *self,
                       PsgLaneOrder *lanes)
{
  g_return_if_fail (PSG_IS_SESSION (self));
  g_return_if_fail (lanes != NULL && psg_lane_order_get_n (lanes) == psg_lane_order_get_n (self->lanes));

  if (psg_lane_order_equal (lanes, self->lanes))
    return;

  psg_lane_order_ref (lanes);
  psg_lane_order_unref (self->lanes);
  self->lanes = lanes;
  notify (self, PROP_LANES);
}
