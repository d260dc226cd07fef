/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-caption-board.h"
#include "psg-happenings.h"
#include "psg-playback-speed.h"
#include "psg-time-span.h"

G_BEGIN_DECLS

/**
 * PsgPlaybackChange:
 * @PSG_PLAYBACK_CHANGE_DAY: it is another day
 * @PSG_PLAYBACK_CHANGE_CAPTIONS: other captions stand, or say more
 * @PSG_PLAYBACK_CHANGE_END: it has come to its end, and everything has been read
 *
 * What the passing of time has changed.
 */
typedef enum
{
  PSG_PLAYBACK_CHANGE_DAY      = 1 << 0,
  PSG_PLAYBACK_CHANGE_CAPTIONS = 1 << 1,
  PSG_PLAYBACK_CHANGE_END      = 1 << 2,
} PsgPlaybackChange;

/**
 * PsgPlayback:
 *
 * Time running through a story. It is told how many seconds have passed, and says what
 * day it is then and what has just happened.
 *
 * - It runs from the beginning of its range to its end at one of a few speeds. At the
 *   end it rests until all is read; then it is over or, with *loop*, begins again.
 * - What happens gets a caption when its day comes. Of what happens within a moment, as
 *   much time as passes in a quarter of a second or a day if that is longer, only the
 *   most important things do, three or, at the fastest speeds, fewer; the rest is counted.
 * - A caption stands for as long as it takes to read. While there is no room for another,
 *   time stands still if *wait* is set; else the least important gives way.
 * - With *skip empty*, once all is read and nothing happens for more than a second, it
 *   is at once shortly before the next thing that does.
 * - *Stepping* is for people who do not want things to move: it goes straight from one
 *   day on which something happens to the next and stays until all is read.
 */
typedef struct _PsgPlayback PsgPlayback;

PsgPlayback *psg_playback_new            (void);
void         psg_playback_free           (PsgPlayback *self);

PsgDay       psg_playback_get_day        (const PsgPlayback *self);
gboolean     psg_playback_is_at_end      (const PsgPlayback *self);
gboolean     psg_playback_is_waiting     (const PsgPlayback *self);
GPtrArray   *psg_playback_get_captions   (PsgPlayback *self);
guint        psg_playback_get_n_more     (const PsgPlayback *self);

void         psg_playback_set_story      (PsgPlayback *self, PsgHappenings *happenings, const PsgTimeSpan *range);
void         psg_playback_set_speed      (PsgPlayback *self, PsgPlaybackSpeed speed);
void         psg_playback_set_loop       (PsgPlayback *self, gboolean loop);
void         psg_playback_set_skip_empty (PsgPlayback *self, gboolean skip_empty);
void         psg_playback_set_wait       (PsgPlayback *self, gboolean wait);
void         psg_playback_set_stepping   (PsgPlayback *self, gboolean stepping);
void         psg_playback_set_room       (PsgPlayback *self, guint room);

void         psg_playback_seek           (PsgPlayback *self, PsgDay day);
gboolean     psg_playback_clear_captions (PsgPlayback *self);
PsgPlaybackChange psg_playback_advance   (PsgPlayback *self, double seconds);

/* psg-playback-sight.c */
gboolean     psg_playback_turn_page      (PsgDay day, PsgPlaybackSpeed speed, PsgTimeSpan *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgPlayback, psg_playback_free)

G_END_DECLS
