/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-player.h"

#include <adwaita.h>

/*
 * Between playback and the session: tells the one how much time has passed, and the
 * other what day it is. What it shows is in psg-playback-captions.c, by what rules it
 * runs in core.
 */

/* After a frame that came late, time goes on from where it was seen last. */
#define LONGEST_FRAME 0.1

struct _PsgPlayer
{
  GObject parent_instance;

  /* owned */
  PsgSession *session;
  PsgPlayback *playback;

  GtkWidget *clock; /* weak: whose frames are counted */
  guint tick_id;
  gint64 last_time;

  PsgPlaybackSpeed speed;
  gboolean playing;
  gboolean loop;
  gboolean skip_empty;
  gboolean wait;
  gboolean is_moving;    /* we are the ones who change the session */
  gboolean is_following; /* the timeline follows the playhead: nobody has looked elsewhere */
};

enum
{
  PROP_0,
  PROP_PLAYING,
  PROP_SPEED,
  PROP_LOOP,
  PROP_SKIP_EMPTY,
  PROP_WAIT,
  N_PROPS
};

enum
{
  CAPTIONS_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PsgPlayer, psg_player, G_TYPE_OBJECT)

static void
clear_captions (PsgPlayer *self)
{
  if (psg_playback_clear_captions (self->playback))
    g_signal_emit (self, signals[CAPTIONS_CHANGED], 0);
}

static gboolean
is_in_sight (PsgPlayer *self)
{
  return psg_time_span_contains (psg_session_get_span (self->session),
                                 psg_day_to_minutes (psg_session_get_playhead (self->session)));
}

/* Turns the page when the playhead has run off it. Whoever looks elsewhere while it plays
 * is left alone, until the playhead comes by. */
static void
keep_in_sight (PsgPlayer *self)
{
  PsgTimeSpan span = *psg_session_get_span (self->session);

  if (is_in_sight (self))
    self->is_following = TRUE;
  else if (self->is_following
           && psg_playback_turn_page (psg_session_get_playhead (self->session), self->speed, &span))
    psg_session_follow_span (self->session, &span);
}

static void
show_day (PsgPlayer *self)
{
  self->is_moving = TRUE;
  g_object_freeze_notify (G_OBJECT (self->session));
  psg_session_set_playhead (self->session, psg_playback_get_day (self->playback));
  keep_in_sight (self);
  g_object_thaw_notify (G_OBJECT (self->session));
  self->is_moving = FALSE;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  PsgPlayer *self = PSG_PLAYER (user_data);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = self->last_time != 0 ? (now - self->last_time) / 1e6 : 0;

  self->last_time = now;
  psg_playback_set_stepping (self->playback, !adw_get_enable_animations (widget));
  psg_player_advance (self, CLAMP (seconds, 0, LONGEST_FRAME));

  return G_SOURCE_CONTINUE;
}

static void
stop_clock (PsgPlayer *self)
{
  if (self->tick_id != 0 && self->clock != NULL)
    gtk_widget_remove_tick_callback (self->clock, self->tick_id);
  self->tick_id = 0;
}

static void
start_clock (PsgPlayer *self)
{
  self->last_time = 0;
  if (self->tick_id == 0 && self->clock != NULL)
    self->tick_id = gtk_widget_add_tick_callback (self->clock, tick_cb, self, NULL);
}

static gboolean
is_within (PsgDay             day,
           const PsgTimeSpan *range)
{
  return day >= psg_day_from_minutes (range->start) && day <= psg_day_from_minutes (range->end - 1);
}

/* Goes on from the playhead; from the beginning, where it stands at the end or outside. */
static void
take_place (PsgPlayer *self)
{
  PsgTimeSpan range = psg_session_get_playing_range (self->session);
  PsgDay playhead = psg_session_get_playhead (self->session);

  if (!is_within (playhead, &range) || playhead == psg_day_from_minutes (range.end - 1))
    playhead = psg_day_from_minutes (range.start);
  if (playhead == psg_playback_get_day (self->playback))
    return;

  psg_playback_seek (self->playback, playhead);
  g_signal_emit (self, signals[CAPTIONS_CHANGED], 0);
}

/* Callbacks */

static void
matches_changed_cb (PsgPlayer *self)
{
  PsgCollection *collection = psg_session_get_collection (self->session);
  PsgTimeSpan range;

  if (collection == NULL)
    return;

  range = psg_session_get_playing_range (self->session);
  psg_playback_set_story (self->playback,
                          psg_happenings_new (psg_collection_get_events (collection),
                                              psg_session_get_matches (self->session),
                                              psg_collection_get_crossings (collection)),
                          &range);

  /* Out of another range it goes to the beginning of this one, not to the end it is nearer to. */
  if (self->playing && !is_within (psg_session_get_playhead (self->session), &range))
    take_place (self);
}

/* Captions of another collection's happenings must not outlive it. */
static void
collection_changed_cb (PsgPlayer *self)
{
  psg_player_set_playing (self, FALSE);
  clear_captions (self);
  matches_changed_cb (self);
}

/* A person has gone elsewhere. */
static void
taken_over_cb (PsgPlayer *self)
{
  if (self->is_moving)
    return;

  psg_player_set_playing (self, FALSE);
  clear_captions (self);
}

/* Cards stay while it is paused, for who stopped it to read them; who turns to something else has. */
static void
turned_away_cb (PsgPlayer *self)
{
  if (!self->playing)
    clear_captions (self);
}

static void
span_changed_cb (PsgPlayer *self)
{
  if (!self->is_moving)
    self->is_following = is_in_sight (self);
}

/* Object */

static void
psg_player_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  PsgPlayer *self = PSG_PLAYER (object);

  switch (id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, self->playing);
      break;
    case PROP_SPEED:
      g_value_set_static_string (value, psg_playback_speed_to_string (self->speed));
      break;
    case PROP_LOOP:
      g_value_set_boolean (value, self->loop);
      break;
    case PROP_SKIP_EMPTY:
      g_value_set_boolean (value, self->skip_empty);
      break;
    case PROP_WAIT:
      g_value_set_boolean (value, self->wait);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_flag (PsgPlayer  *self,
          gboolean   *flag,
          gboolean    value,
          void      (*tell) (PsgPlayback *playback, gboolean value),
          GParamSpec *pspec)
{
  if (*flag == value)
    return;

  *flag = value;
  tell (self->playback, value);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
psg_player_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  PsgPlayer *self = PSG_PLAYER (object);
  PsgPlaybackSpeed speed;

  switch (id)
    {
    case PROP_PLAYING:
      psg_player_set_playing (self, g_value_get_boolean (value));
      break;
    case PROP_SPEED:
      /* A name there is none of is no speed; scripts may try. */
      if (psg_playback_speed_from_string (g_value_get_string (value), &speed))
        psg_player_set_speed (self, speed);
      break;
    case PROP_LOOP:
      set_flag (self, &self->loop, g_value_get_boolean (value), psg_playback_set_loop, pspec);
      break;
    case PROP_SKIP_EMPTY:
      set_flag (self, &self->skip_empty, g_value_get_boolean (value), psg_playback_set_skip_empty, pspec);
      break;
    case PROP_WAIT:
      set_flag (self, &self->wait, g_value_get_boolean (value), psg_playback_set_wait, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
psg_player_dispose (GObject *object)
{
  PsgPlayer *self = PSG_PLAYER (object);

  stop_clock (self);
  g_clear_weak_pointer (&self->clock);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (psg_player_parent_class)->dispose (object);
}

static void
psg_player_finalize (GObject *object)
{
  psg_playback_free (PSG_PLAYER (object)->playback);

  G_OBJECT_CLASS (psg_player_parent_class)->finalize (object);
}

static void
psg_player_class_init (PsgPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = psg_player_dispose;
  object_class->finalize = psg_player_finalize;
  object_class->get_property = psg_player_get_property;
  object_class->set_property = psg_player_set_property;

  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  properties[PROP_SPEED] =
    g_param_spec_string ("speed", NULL, NULL, psg_playback_speed_to_string (PSG_PLAYBACK_SPEED_DEFAULT), flags);
  properties[PROP_LOOP] = g_param_spec_boolean ("loop", NULL, NULL, FALSE, flags);
  properties[PROP_SKIP_EMPTY] = g_param_spec_boolean ("skip-empty", NULL, NULL, TRUE, flags);
  properties[PROP_WAIT] = g_param_spec_boolean ("wait", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PsgPlayer::captions-changed:
   *
   * Other captions stand, or say that more has passed.
   */
  signals[CAPTIONS_CHANGED] =
    g_signal_new ("captions-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
psg_player_init (PsgPlayer *self)
{
  self->playback = psg_playback_new ();
  self->speed = PSG_PLAYBACK_SPEED_DEFAULT;
  self->skip_empty = TRUE;
  self->wait = TRUE;
}

static void
watch (PsgPlayer *self)
{
  static const struct
  {
    const char *signal;
    void (*callback) (PsgPlayer *self);
  } watched[] = {
    { "notify::collection", collection_changed_cb },
    { "notify::matches", matches_changed_cb },
    { "notify::filter", turned_away_cb },
    { "notify::playhead", taken_over_cb },
    { "notify::event", taken_over_cb },
    { "notify::crossing", taken_over_cb },
    { "notify::page", taken_over_cb },
    { "notify::span", span_changed_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (self->session, watched[i].signal, G_CALLBACK (watched[i].callback), self,
                             G_CONNECT_SWAPPED);
}

/**
 * psg_player_new:
 * @session: whose playhead
 * @clock: the widget whose frames are counted; while it is not on screen, time stands
 *
 * Returns: (transfer full): a player that does not play yet
 */
PsgPlayer *
psg_player_new (PsgSession *session,
                GtkWidget  *clock)
{
  PsgPlayer *self;

  g_return_val_if_fail (PSG_IS_SESSION (session), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (clock), NULL);

  self = g_object_new (PSG_TYPE_PLAYER, NULL);
  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->clock, clock);
  watch (self);
  matches_changed_cb (self);

  return self;
}

PsgSession *
psg_player_get_session (PsgPlayer *self)
{
  g_return_val_if_fail (PSG_IS_PLAYER (self), NULL);

  return self->session;
}

gboolean
psg_player_get_playing (PsgPlayer *self)
{
  g_return_val_if_fail (PSG_IS_PLAYER (self), FALSE);

  return self->playing;
}

PsgPlaybackSpeed
psg_player_get_speed (PsgPlayer *self)
{
  g_return_val_if_fail (PSG_IS_PLAYER (self), PSG_PLAYBACK_SPEED_DEFAULT);

  return self->speed;
}

/**
 * psg_player_get_captions:
 * @self: a player
 *
 * Returns: (transfer none) (element-type PsgCaption): what just happened, the oldest
 *   first
 */
GPtrArray *
psg_player_get_captions (PsgPlayer *self)
{
  g_return_val_if_fail (PSG_IS_PLAYER (self), NULL);

  return psg_playback_get_captions (self->playback);
}

/**
 * psg_player_get_n_more:
 * @self: a player
 *
 * Returns: how many happenings passed beside those that have a caption
 */
guint
psg_player_get_n_more (PsgPlayer *self)
{
  g_return_val_if_fail (PSG_IS_PLAYER (self), 0);

  return psg_playback_get_n_more (self->playback);
}

/**
 * psg_player_set_playing:
 * @self: a player
 * @playing: whether time shall pass
 *
 * Plays from the playhead on, or from the beginning if it stands at the end: of the range
 * that is selected, or else of the whole time. Captions stay while it does not play: so
 * that they can be read. Without a collection nothing plays.
 */
void
psg_player_set_playing (PsgPlayer *self,
                        gboolean   playing)
{
  g_return_if_fail (PSG_IS_PLAYER (self));

  playing = playing && psg_session_get_collection (self->session) != NULL;
  if (self->playing == playing)
    return;

  self->playing = playing;
  if (playing)
    {
      take_place (self);
      self->is_following = TRUE;
      show_day (self);
      start_clock (self);
    }
  else
    stop_clock (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
}

void
psg_player_set_speed (PsgPlayer       *self,
                      PsgPlaybackSpeed speed)
{
  g_return_if_fail (PSG_IS_PLAYER (self));
  g_return_if_fail (speed < PSG_N_PLAYBACK_SPEEDS);

  if (self->speed == speed)
    return;

  self->speed = speed;
  psg_playback_set_speed (self->playback, speed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPEED]);
}

/**
 * psg_player_set_room:
 * @self: a player
 * @room: for how many captions there is room
 */
void
psg_player_set_room (PsgPlayer *self,
                     guint      room)
{
  g_return_if_fail (PSG_IS_PLAYER (self));

  psg_playback_set_room (self->playback, room);
}

/**
 * psg_player_choose:
 * @self: a player
 * @happening: what a caption says
 *
 * Stops, and chooses its event or its first crossing.
 */
void
psg_player_choose (PsgPlayer          *self,
                   const PsgHappening *happening)
{
  g_autofree char *crossing = NULL;
  guint row;

  g_return_if_fail (PSG_IS_PLAYER (self));
  g_return_if_fail (happening != NULL);

  /* Its caption may be the last to hold it, and goes. */
  row = happening->row;
  if (happening->changes->len > 0)
    {
      const PsgStatusChange *change = g_ptr_array_index (happening->changes, 0);

      crossing = g_strdup (((PsgCrossing *) g_ptr_array_index (change->crossings, 0))->id);
    }

  psg_player_set_playing (self, FALSE);
  if (row != PSG_ROW_NONE)
    psg_session_select_event (self->session, row);
  else
    psg_session_select_crossing (self->session, crossing, NULL);
  clear_captions (self);
}

/**
 * psg_player_advance:
 * @self: a player
 * @seconds: how much time has passed; nothing comes of it unless it plays
 */
void
psg_player_advance (PsgPlayer *self,
                    double     seconds)
{
  PsgPlaybackChange changes;

  g_return_if_fail (PSG_IS_PLAYER (self));

  if (!self->playing)
    return;

  changes = psg_playback_advance (self->playback, seconds);
  if (changes & PSG_PLAYBACK_CHANGE_DAY)
    show_day (self);
  if (changes & PSG_PLAYBACK_CHANGE_CAPTIONS)
    g_signal_emit (self, signals[CAPTIONS_CHANGED], 0);
  if (changes & PSG_PLAYBACK_CHANGE_END)
    psg_player_set_playing (self, FALSE);
}
