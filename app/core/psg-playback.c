/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-playback.h"

#include <math.h>

/*
 * The rules of playback, as the head describes them. No clock and no widget: what runs
 * it is in ui/playback, what stands on the board in psg-caption-board.c.
 */

/* Seconds of play: what counts as empty, and how shortly before a happening to land. */
#define SKIP_OVER_SECONDS 1.0
#define SKIP_LEAD_SECONDS 0.4
/* How much time one choice among happenings is made from, and how many are chosen: who goes
 * fast wants the main points, and not to wait for more. */
#define MOMENT_SECONDS 0.25

static const guint n_chosen[PSG_N_PLAYBACK_SPEEDS] = {
  [PSG_PLAYBACK_DAY] = 3,
  [PSG_PLAYBACK_WEEK] = 3,
  [PSG_PLAYBACK_MONTH] = 3,
  [PSG_PLAYBACK_QUARTER] = 2,
  [PSG_PLAYBACK_YEAR] = 1,
};

/* How long the end is to be seen. */
#define END_SECONDS 1.0
/* A caption's date takes about as long to read as so many letters. */
#define DATE_LETTERS 11

struct _PsgPlayback
{
  PsgHappenings *happenings; /* NULL before there is a story */
  PsgTimeSpan range;
  PsgCaptionBoard *board;

  PsgPlaybackSpeed speed;
  gboolean loop;
  gboolean skip_empty;
  gboolean wait;
  gboolean stepping;

  double minute;
  double seconds_at_end;
  GPtrArray *pending;   /* what has been chosen of a moment and has no caption yet, in order of time */
  guint n_left_out;     /* of that moment */
  PsgDay considered;    /* the last day whose happenings have been chosen from */
  gboolean exhausted;   /* nothing happens after that */
  gboolean is_waiting;
  gboolean has_changed_captions; /* in the step under way */
};

PsgPlayback *
psg_playback_new (void)
{
  PsgPlayback *self = g_new0 (PsgPlayback, 1);

  self->range = psg_time_span_from_days (0, 0);
  self->board = psg_caption_board_new ();
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_happening_unref);
  self->speed = PSG_PLAYBACK_SPEED_DEFAULT;
  self->skip_empty = TRUE;
  self->wait = TRUE;

  return self;
}

void
psg_playback_free (PsgPlayback *self)
{
  g_clear_pointer (&self->happenings, psg_happenings_free);
  psg_caption_board_free (self->board);
  g_ptr_array_unref (self->pending);
  g_free (self);
}

static PsgDay
get_first_day (const PsgPlayback *self)
{
  return psg_day_from_minutes (self->range.start);
}

static PsgDay
get_last_day (const PsgPlayback *self)
{
  return psg_day_from_minutes (self->range.end - 1);
}

/**
 * psg_playback_get_day:
 * @self: a playback
 *
 * Returns: the day it has come to
 */
PsgDay
psg_playback_get_day (const PsgPlayback *self)
{
  return MIN (psg_day_from_minutes ((gint64) floor (self->minute)), get_last_day (self));
}

/**
 * psg_playback_is_at_end:
 * @self: a playback
 *
 * Returns: whether it has come to the last day: who plays then begins anew
 */
gboolean
psg_playback_is_at_end (const PsgPlayback *self)
{
  return psg_playback_get_day (self) == get_last_day (self);
}

/**
 * psg_playback_is_waiting:
 * @self: a playback
 *
 * Returns: whether time stands still until a caption has been read
 */
gboolean
psg_playback_is_waiting (const PsgPlayback *self)
{
  return self->is_waiting;
}

/**
 * psg_playback_get_captions:
 * @self: a playback
 *
 * Returns: (transfer none) (element-type PsgCaption): what just happened, the oldest first
 */
GPtrArray *
psg_playback_get_captions (PsgPlayback *self)
{
  return psg_caption_board_get_captions (self->board);
}

guint
psg_playback_get_n_more (const PsgPlayback *self)
{
  return psg_caption_board_get_n_more (self->board);
}

static void
move_to (PsgPlayback *self,
         double       minute)
{
  self->minute = CLAMP (minute, (double) self->range.start, (double) self->range.end);
  self->seconds_at_end = 0;
  self->is_waiting = FALSE;

  g_ptr_array_set_size (self->pending, 0);
  self->n_left_out = 0;
  self->exhausted = FALSE;
  self->considered = psg_playback_get_day (self) - 1;
}

/* What was chosen is chosen anew, with what holds now; of the past nothing is. */
static void
reconsider (PsgPlayback *self)
{
  if (self->pending->len > 0)
    self->considered = ((PsgHappening *) g_ptr_array_index (self->pending, 0))->day - 1;
  else
    self->considered = MIN (self->considered, psg_playback_get_day (self));

  g_ptr_array_set_size (self->pending, 0);
  self->n_left_out = 0;
  self->exhausted = FALSE;
}

/**
 * psg_playback_set_story:
 * @self: a playback
 * @happenings: (transfer full) (nullable): what happens
 * @range: from when to when it runs
 *
 * Keeps its place in time, as far as the range allows; the first story is begun at its
 * beginning.
 */
void
psg_playback_set_story (PsgPlayback       *self,
                        PsgHappenings     *happenings,
                        const PsgTimeSpan *range)
{
  gboolean first = self->happenings == NULL;

  g_clear_pointer (&self->happenings, psg_happenings_free);
  self->happenings = happenings;
  self->range = *range;

  /* What lies between was not passed. */
  if (self->minute < (double) range->start || self->minute > (double) range->end)
    move_to (self, self->minute);
  if (first)
    psg_playback_seek (self, get_first_day (self));
  reconsider (self);
}

void
psg_playback_set_speed (PsgPlayback     *self,
                        PsgPlaybackSpeed speed)
{
  g_return_if_fail (speed < PSG_N_PLAYBACK_SPEEDS);

  if (self->speed == speed)
    return;

  self->speed = speed;
  reconsider (self);
}

void
psg_playback_set_loop (PsgPlayback *self,
                       gboolean     loop)
{
  self->loop = loop;
}

void
psg_playback_set_skip_empty (PsgPlayback *self,
                             gboolean     skip_empty)
{
  self->skip_empty = skip_empty;
}

void
psg_playback_set_wait (PsgPlayback *self,
                       gboolean     wait)
{
  self->wait = wait;
}

void
psg_playback_set_stepping (PsgPlayback *self,
                           gboolean     stepping)
{
  self->stepping = stepping;
}

/**
 * psg_playback_set_room:
 * @self: a playback
 * @room: for how many captions there is room, 1 to %PSG_CAPTION_ROOM
 */
void
psg_playback_set_room (PsgPlayback *self,
                       guint        room)
{
  psg_caption_board_set_room (self->board, room);
}

/**
 * psg_playback_seek:
 * @self: a playback
 * @day: where to go on from; within the range
 *
 * What happens on that day is yet to come. Captions of what happened elsewhere go.
 */
void
psg_playback_seek (PsgPlayback *self,
                   PsgDay       day)
{
  psg_caption_board_clear (self->board);
  move_to (self, (double) psg_day_to_minutes (CLAMP (day, get_first_day (self), get_last_day (self))));
}

/**
 * psg_playback_clear_captions:
 * @self: a playback
 *
 * Returns: whether there were any
 */
gboolean
psg_playback_clear_captions (PsgPlayback *self)
{
  return psg_caption_board_clear (self->board);
}

/* Choosing from a moment */

static void
consider (PsgPlayback *self)
{
  PsgDay length = (PsgDay) (psg_playback_speed_get_minutes (self->speed) * MOMENT_SECONDS / PSG_MINUTES_PER_DAY);
  PsgDay first = PSG_DAY_NONE;
  g_autoptr (GPtrArray) chosen = NULL;

  if (self->happenings != NULL)
    first = psg_happenings_next_day (self->happenings, self->considered);
  if (first == PSG_DAY_NONE || first > get_last_day (self))
    {
      self->exhausted = TRUE;
      return;
    }

  self->considered = MIN (first + MAX (length, 1) - 1, get_last_day (self));
  chosen = psg_happenings_collect (self->happenings, first, self->considered, n_chosen[self->speed],
                                   &self->n_left_out);
  g_ptr_array_extend_and_steal (self->pending, g_steal_pointer (&chosen));
}

static PsgHappening *
get_next (PsgPlayback *self)
{
  if (self->pending->len == 0 && !self->exhausted)
    consider (self);

  return self->pending->len > 0 ? g_ptr_array_index (self->pending, 0) : NULL;
}

/* When there is next something to do: a happening, or the end. */
static double
get_due (PsgPlayback *self)
{
  const PsgHappening *next = get_next (self);

  return (double) (next != NULL ? psg_day_to_minutes (next->day) : self->range.end);
}

static guint
count_letters (PsgPlayback        *self,
               const PsgHappening *happening)
{
  const char *title = psg_happenings_get_title (self->happenings, happening);
  glong n = DATE_LETTERS + (title != NULL ? g_utf8_strlen (title, -1) : 0);

  for (guint i = 0; i < happening->changes->len; i++)
    {
      g_autofree char *text = psg_status_change_describe (g_ptr_array_index (happening->changes, i), happening->day);

      n += g_utf8_strlen (text, -1);
    }

  return (guint) n;
}

/* Gives the next happening its caption. Returns FALSE if time must wait for that. */
static gboolean
show_next (PsgPlayback *self)
{
  PsgHappening *next = get_next (self);
  guint n_letters = count_letters (self, next);
  guint n_more = self->pending->len == 1 ? self->n_left_out : 0;

  if (!self->wait)
    psg_caption_board_squeeze (self->board, next, n_letters, n_more);
  else if (!psg_caption_board_put (self->board, next, n_letters, n_more))
    return FALSE;

  g_ptr_array_remove_index (self->pending, 0);
  self->has_changed_captions = TRUE;

  return TRUE;
}

/* Running */

static gboolean
can_loop (PsgPlayback *self)
{
  /* With nothing on the way, stepping would but flicker between the two ends. */
  return self->loop && (!self->stepping || psg_happenings_next_day (self->happenings, get_first_day (self) - 1) !=
                                             PSG_DAY_NONE);
}

/* Returns whether it is over. */
static gboolean
rest_at_end (PsgPlayback *self,
             double       seconds)
{
  self->seconds_at_end += seconds;
  if (self->seconds_at_end < END_SECONDS || !psg_caption_board_is_empty (self->board))
    return FALSE;
  if (!can_loop (self))
    return TRUE;

  move_to (self, (double) self->range.start);

  return FALSE;
}

static void
skip_emptiness (PsgPlayback *self,
                double       due)
{
  double minutes = psg_playback_speed_get_minutes (self->speed);

  if (self->skip_empty && psg_caption_board_is_empty (self->board) &&
      due - self->minute > SKIP_OVER_SECONDS * minutes)
    self->minute = due - SKIP_LEAD_SECONDS * minutes;
}

static void
glide (PsgPlayback *self,
       double       seconds)
{
  double minutes = seconds * psg_playback_speed_get_minutes (self->speed);
  double due = get_due (self);

  self->is_waiting = FALSE;
  skip_emptiness (self, due);

  while (self->minute + minutes >= due)
    {
      minutes -= MAX (0, due - self->minute);
      self->minute = MAX (self->minute, due);
      if (get_next (self) == NULL)
        return;

      self->is_waiting = !show_next (self);
      if (self->is_waiting)
        return;
      due = get_due (self);
    }

  self->minute += minutes;
}

static void
step (PsgPlayback *self)
{
  double due = get_due (self);

  self->is_waiting = !psg_caption_board_is_empty (self->board);
  if (self->is_waiting)
    return;

  self->minute = MAX (self->minute, due);
  while (get_next (self) != NULL && get_due (self) <= self->minute)
    if (!show_next (self))
      break;
}

/**
 * psg_playback_advance:
 * @self: a playback
 * @seconds: how much time has passed since the last call, not negative
 *
 * Returns: what that has changed
 */
PsgPlaybackChange
psg_playback_advance (PsgPlayback *self,
                      double       seconds)
{
  PsgDay day = psg_playback_get_day (self);
  PsgPlaybackChange changes = 0;

  g_return_val_if_fail (seconds >= 0, 0);

  self->has_changed_captions = psg_caption_board_advance (self->board, seconds);

  if (self->minute >= (double) self->range.end)
    changes |= rest_at_end (self, seconds) ? PSG_PLAYBACK_CHANGE_END : 0;
  else if (self->stepping)
    step (self);
  else
    glide (self, seconds);

  if (psg_playback_get_day (self) != day)
    changes |= PSG_PLAYBACK_CHANGE_DAY;
  if (self->has_changed_captions)
    changes |= PSG_PLAYBACK_CHANGE_CAPTIONS;

  return changes;
}
