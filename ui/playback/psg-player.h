/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-playback.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_PLAYER (psg_player_get_type ())
G_DECLARE_FINAL_TYPE (PsgPlayer, psg_player, PSG, PLAYER, GObject)

/**
 * PsgPlayer:
 *
 * Runs a session's playhead through its collection by the rules of #PsgPlayback, with
 * the frame clock of a widget. It keeps the playhead in sight, and stops of itself when a
 * person moves the playhead or chooses something.
 *
 * Properties: `playing`; `speed`, a name as of psg_playback_speed_to_string();
 * `loop`; `skip-empty`; `wait`, for what is shown to be read.
 */
PsgPlayer  *psg_player_new            (PsgSession *session, GtkWidget *clock);

PsgSession *psg_player_get_session    (PsgPlayer *self);
gboolean    psg_player_get_playing    (PsgPlayer *self);
PsgPlaybackSpeed psg_player_get_speed (PsgPlayer *self);
GPtrArray  *psg_player_get_captions   (PsgPlayer *self);
guint       psg_player_get_n_more     (PsgPlayer *self);

void        psg_player_set_playing    (PsgPlayer *self, gboolean playing);
void        psg_player_set_speed      (PsgPlayer *self, PsgPlaybackSpeed speed);
void        psg_player_set_room       (PsgPlayer *self, guint room);
void        psg_player_choose         (PsgPlayer *self, const PsgHappening *happening);
/* What the frame clock does. */
void        psg_player_advance        (PsgPlayer *self, double seconds);

G_END_DECLS
