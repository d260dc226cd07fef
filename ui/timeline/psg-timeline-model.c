/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-timeline-model.h"

#include "psg-time-ticks.h"
#include "psg-timeline-shelf.h"
#include "psg-zoom.h"

/*
 * Between the session and the parts of a timeline. How the stretch of time that is shown
 * moves is in psg-timeline-motion.c, where the lanes stand in psg-timeline-shelf.c.
 */

struct _PsgTimelineModel
{
  GObject parent_instance;

  GtkWidget *owner; /* borrowed: it owns us */

  PsgSession *session;
  GSignalGroup *signals;
  GPtrArray *crossings; /* road crossings, borrowed from the collection */
  PsgTimelineShelf *shelf;
  PsgTimelineMotion *motion;
  PsgEventIndex *whole; /* of all events; nullable */
  PsgEventIndex *index; /* of those that match; may be the same */
  GArray *ticks;
  PsgTimelineText *text;

  PsgTimelineStyle style;
  double cover_left;
  double cover_right;
  int gutter;
  gboolean has_style;
};

enum
{
  INVALIDATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgTimelineModel, psg_timeline_model, G_TYPE_OBJECT)

static void
forget_index (PsgTimelineModel *self)
{
  if (self->index != self->whole)
    g_clear_pointer (&self->index, psg_event_index_free);
  self->index = NULL;
}

/* Callbacks */

static void
moved_cb (gpointer user_data)
{
  psg_timeline_model_invalidate (user_data, PSG_INVALID_LAYOUT | PSG_INVALID_CURSOR);
}

static void
span_changed_cb (PsgTimelineModel *self)
{
  psg_timeline_motion_follow (self->motion);
}

static void
collection_changed_cb (PsgTimelineModel *self)
{
  psg_timeline_motion_jump (self->motion);
  forget_index (self);
  g_clear_pointer (&self->whole, psg_event_index_free);
  g_clear_pointer (&self->crossings, g_ptr_array_unref);
  psg_timeline_shelf_set_order (self->shelf, psg_session_get_lanes (self->session), FALSE);
  psg_timeline_model_invalidate (self, PSG_INVALID_GATHER | PSG_INVALID_LAYOUT | PSG_INVALID_DRAW |
                                       PSG_INVALID_CURSOR | PSG_INVALID_BAND | PSG_INVALID_RANGE |
                                       PSG_INVALID_LANES | PSG_INVALID_NOTES);
}

/* Around the range the timeline shows what lies outside of it too. */
static void
context_changed_cb (PsgTimelineModel *self)
{
  psg_timeline_model_invalidate (self, PSG_INVALID_GATHER);
}

static void
filter_changed_cb (PsgTimelineModel *self)
{
  psg_timeline_model_invalidate (self, PSG_INVALID_RANGE);
}

static void
lanes_changed_cb (PsgTimelineModel *self)
{
  psg_timeline_shelf_set_order (self->shelf, psg_session_get_lanes (self->session), TRUE);
  psg_timeline_model_invalidate (self, PSG_INVALID_LAYOUT | PSG_INVALID_CURSOR | PSG_INVALID_LANES);
}

static void
event_changed_cb (PsgTimelineModel *self)
{
  psg_timeline_model_invalidate (self, PSG_INVALID_LAYOUT | PSG_INVALID_CURSOR);
}

static void
mentioned_changed_cb (PsgTimelineModel *self)
{
  psg_timeline_model_invalidate (self, PSG_INVALID_CURSOR);
}

static void
notes_changed_cb (PsgTimelineModel *self)
{
  psg_timeline_model_invalidate (self, PSG_INVALID_NOTES);
}

static void
crossing_changed_cb (PsgTimelineModel *self)
{
  psg_timeline_model_invalidate (self, PSG_INVALID_BAND);
}

static void
playhead_changed_cb (PsgTimelineModel *self)
{
  psg_timeline_model_invalidate (self, PSG_INVALID_CURSOR | PSG_INVALID_PLAYHEAD);
}

/* Object */

static void
psg_timeline_model_dispose (GObject *object)
{
  PsgTimelineModel *self = PSG_TIMELINE_MODEL (object);

  psg_timeline_motion_set_session (self->motion, NULL);
  g_clear_object (&self->signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_timeline_model_parent_class)->dispose (object);
}

static void
psg_timeline_model_finalize (GObject *object)
{
  PsgTimelineModel *self = PSG_TIMELINE_MODEL (object);

  g_clear_pointer (&self->crossings, g_ptr_array_unref);
  g_clear_pointer (&self->shelf, psg_timeline_shelf_free);
  g_clear_pointer (&self->motion, psg_timeline_motion_free);
  forget_index (self);
  g_clear_pointer (&self->whole, psg_event_index_free);
  g_clear_pointer (&self->ticks, g_array_unref);
  g_clear_pointer (&self->text, psg_timeline_text_free);

  G_OBJECT_CLASS (psg_timeline_model_parent_class)->finalize (object);
}

static void
psg_timeline_model_class_init (PsgTimelineModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = psg_timeline_model_dispose;
  object_class->finalize = psg_timeline_model_finalize;

  /**
   * PsgTimelineModel::invalidated:
   * @what: #PsgTimelineInvalid
   */
  signals[INVALIDATED] =
    g_signal_new ("invalidated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
psg_timeline_model_init (PsgTimelineModel *self)
{
  static const struct
  {
    const char *signal;
    void (*callback) (PsgTimelineModel *self);
  } watched[] = {
    { "notify::collection", collection_changed_cb },
    { "notify::context", context_changed_cb },
    { "notify::filter", filter_changed_cb },
    { "notify::lanes", lanes_changed_cb },
    { "notify::event", event_changed_cb },
    { "notify::mentioned", mentioned_changed_cb },
    { "notes-changed", notes_changed_cb },
    { "notify::crossing", crossing_changed_cb },
    { "notify::playhead", playhead_changed_cb },
    { "notify::compared", playhead_changed_cb },
    { "notify::span", span_changed_cb },
  };

  self->signals = g_signal_group_new (PSG_TYPE_SESSION);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_group_connect_swapped (self->signals, watched[i].signal, G_CALLBACK (watched[i].callback), self);
}

/**
 * psg_timeline_model_new:
 * @owner: the widget whose parts share it, which owns it
 *
 * Returns: (transfer full): a model without a session
 */
PsgTimelineModel *
psg_timeline_model_new (GtkWidget *owner)
{
  PsgTimelineModel *self = g_object_new (PSG_TYPE_TIMELINE_MODEL, NULL);

  self->owner = owner;
  self->motion = psg_timeline_motion_new (owner, moved_cb, self);
  self->shelf = psg_timeline_shelf_new (owner, moved_cb, self);
  psg_palette_watch (G_OBJECT (self), G_CALLBACK (psg_timeline_model_restyle));

  return self;
}

PsgSession *
psg_timeline_model_get_session (PsgTimelineModel *self)
{
  return self->session;
}

void
psg_timeline_model_set_session (PsgTimelineModel *self,
                                PsgSession       *session)
{
  if (!g_set_object (&self->session, session))
    return;

  psg_timeline_motion_set_session (self->motion, session);
  g_signal_group_set_target (self->signals, session);
  if (session != NULL)
    collection_changed_cb (self);
}

/**
 * psg_timeline_model_get_collection:
 * @self: a model
 *
 * Returns: (nullable): what is shown
 */
PsgCollection *
psg_timeline_model_get_collection (PsgTimelineModel *self)
{
  return self->session != NULL ? psg_session_get_collection (self->session) : NULL;
}

/**
 * psg_timeline_model_get_lanes:
 * @self: a model
 *
 * Returns: (nullable) (element-type PsgLane): the collection's lanes
 */
GPtrArray *
psg_timeline_model_get_lanes (PsgTimelineModel *self)
{
  PsgCollection *collection = psg_timeline_model_get_collection (self);

  return collection != NULL ? psg_collection_get_lanes (collection) : NULL;
}

/**
 * psg_timeline_model_shows_lane:
 * @self: a model
 * @lane: index into the collection's lanes
 *
 * Returns: whether the lane has room on the timeline: its events count only then
 */
gboolean
psg_timeline_model_shows_lane (PsgTimelineModel *self,
                               guint             lane)
{
  return self->session == NULL ||
         psg_lane_order_get_state (psg_session_get_lanes (self->session), lane) != PSG_LANE_HIDDEN;
}

/**
 * psg_timeline_model_get_places:
 * @self: a model
 *
 * Returns: where the lanes stand at this moment, from the upper edge of the first
 */
const PsgTimelineLanes *
psg_timeline_model_get_places (PsgTimelineModel *self)
{
  return psg_timeline_shelf_get (self->shelf);
}

/**
 * psg_timeline_model_get_crossings:
 * @self: a model
 *
 * Returns: (element-type PsgCrossing): the road crossings, in order
 */
GPtrArray *
psg_timeline_model_get_crossings (PsgTimelineModel *self)
{
  PsgCollection *collection = psg_timeline_model_get_collection (self);
  GPtrArray *all = collection != NULL ? psg_collection_get_crossings (collection) : NULL;

  if (self->crossings != NULL)
    return self->crossings;

  self->crossings = g_ptr_array_new ();
  for (guint i = 0; all != NULL && i < all->len; i++)
    if (((PsgCrossing *) g_ptr_array_index (all, i))->kind == PSG_CROSSING_ROAD)
      g_ptr_array_add (self->crossings, g_ptr_array_index (all, i));

  return self->crossings;
}

/**
 * psg_timeline_model_get_index:
 * @self: a model
 *
 * Returns: (nullable): the events that the filter lets through, in its range or around it
 */
PsgEventIndex *
psg_timeline_model_get_index (PsgTimelineModel *self)
{
  PsgCollection *collection = psg_timeline_model_get_collection (self);
  PsgEventTable *events;
  PsgRowSet *rows;
  guint n_lanes;

  if (self->index != NULL || collection == NULL)
    return self->index;

  events = psg_collection_get_events (collection);
  rows = psg_session_get_context (self->session);
  n_lanes = MIN (psg_timeline_model_get_lanes (self)->len, PSG_MAX_LANES);

  /* Of all events the index is kept, so that to clear a filter costs nothing. */
  if (psg_row_set_count (rows) < psg_event_table_get_n (events))
    self->index = psg_event_index_new (events, n_lanes, rows);
  else if (self->whole == NULL)
    self->whole = psg_event_index_new (events, n_lanes, NULL);

  if (self->index == NULL)
    self->index = self->whole;

  return self->index;
}

const PsgTimeAxis *
psg_timeline_model_get_axis (PsgTimelineModel *self)
{
  return psg_timeline_motion_get_axis (self->motion);
}

static double
measure_tick (const char *label,
              gboolean    major,
              gpointer    user_data)
{
  return psg_timeline_text_measure (user_data, major ? PSG_FACE_TICK_MAJOR : PSG_FACE_TICK, label);
}

/**
 * psg_timeline_model_get_ticks:
 * @self: a model
 *
 * Returns: (element-type PsgTimeTick): how what is shown is divided
 */
const GArray *
psg_timeline_model_get_ticks (PsgTimelineModel *self)
{
  if (self->ticks == NULL)
    self->ticks = psg_time_ticks_build (psg_timeline_model_get_axis (self), measure_tick,
                                        psg_timeline_model_get_text (self));

  return self->ticks;
}

PsgTimeSpan
psg_timeline_model_get_bounds (PsgTimelineModel *self)
{
  return psg_session_get_bounds (self->session);
}

const PsgTimelineStyle *
psg_timeline_model_get_style (PsgTimelineModel *self)
{
  if (!self->has_style)
    {
      psg_timeline_style_from_widget (&self->style, self->owner, psg_timeline_model_get_lanes (self));
      self->has_style = TRUE;
    }

  return &self->style;
}

PsgTimelineText *
psg_timeline_model_get_text (PsgTimelineModel *self)
{
  if (self->text == NULL)
    self->text = psg_timeline_text_new (gtk_widget_get_pango_context (self->owner),
                                        psg_zoom_get_resolution (self->owner));

  return self->text;
}

int
psg_timeline_model_get_gutter (PsgTimelineModel *self)
{
  return self->gutter;
}

/**
 * psg_timeline_model_get_motion:
 * @self: a model
 *
 * Returns: (transfer none): what moves the stretch of time that is shown
 */
PsgTimelineMotion *
psg_timeline_model_get_motion (PsgTimelineModel *self)
{
  return self->motion;
}

/**
 * psg_timeline_model_is_covered:
 * @self: a model
 * @left: in pixels from where the axis begins
 * @right: greater than @left
 *
 * Returns: whether any of this part of the ruler is covered by the words of the range
 */
gboolean
psg_timeline_model_is_covered (PsgTimelineModel *self,
                               double            left,
                               double            right)
{
  return right > self->cover_left && left < self->cover_right;
}

/**
 * psg_timeline_model_set_cover:
 * @self: a model
 * @left: where the words of the range begin, in pixels from where the axis does
 * @right: where they end; @left, if they cover nothing
 */
void
psg_timeline_model_set_cover (PsgTimelineModel *self,
                              double            left,
                              double            right)
{
  if (self->cover_left == left && self->cover_right == right)
    return;

  self->cover_left = left;
  self->cover_right = right;
  psg_timeline_model_invalidate (self, PSG_INVALID_COVER);
}

/**
 * psg_timeline_model_set_width:
 * @self: a model
 * @gutter: what the names take on the left, in pixels
 * @width: what time takes, in pixels
 *
 * Follows the size of the owner. Does not emit: its parts are allocated anew anyway.
 */
void
psg_timeline_model_set_width (PsgTimelineModel *self,
                              int               gutter,
                              double            width)
{
  if (self->gutter == gutter && psg_timeline_model_get_axis (self)->width == MAX (1, width))
    return;

  self->gutter = gutter;
  psg_timeline_motion_set_width (self->motion, width);
  g_clear_pointer (&self->ticks, g_array_unref);
}

/**
 * psg_timeline_model_set_lanes_height:
 * @self: a model
 * @height: what the lanes have together, in pixels
 *
 * Does not emit, as psg_timeline_model_set_width().
 */
void
psg_timeline_model_set_lanes_height (PsgTimelineModel *self,
                                     int               height)
{
  psg_timeline_shelf_set_height (self->shelf, height);
}

/**
 * psg_timeline_model_restyle:
 * @self: a model
 *
 * Takes colours and fonts anew.
 */
void
psg_timeline_model_restyle (PsgTimelineModel *self)
{
  psg_timeline_model_invalidate (self, PSG_INVALID_LAYOUT | PSG_INVALID_DRAW | PSG_INVALID_CURSOR | PSG_INVALID_BAND);
}

/**
 * psg_timeline_model_invalidate:
 * @self: a model
 * @what: what no longer holds
 *
 * Tells the parts what to do anew.
 */
void
psg_timeline_model_invalidate (PsgTimelineModel  *self,
                               PsgTimelineInvalid what)
{
  if (what & PSG_INVALID_GATHER)
    forget_index (self);
  if (what & (PSG_INVALID_GATHER | PSG_INVALID_LAYOUT | PSG_INVALID_DRAW))
    g_clear_pointer (&self->ticks, g_array_unref);
  if (what & PSG_INVALID_DRAW)
    {
      g_clear_pointer (&self->text, psg_timeline_text_free);
      self->has_style = FALSE;
    }

  g_signal_emit (self, signals[INVALIDATED], 0, what);
}
