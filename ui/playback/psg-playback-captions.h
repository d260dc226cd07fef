/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-player.h"

G_BEGIN_DECLS

#define PSG_TYPE_PLAYBACK_CAPTIONS (psg_playback_captions_get_type ())
G_DECLARE_FINAL_TYPE (PsgPlaybackCaptions, psg_playback_captions, PSG, PLAYBACK_CAPTIONS, GtkWidget)

/**
 * PsgPlaybackCaptions:
 *
 * What just happened, on cards to be laid over a map: in a column at its left edge, below
 * the date in the corner, the newest highest. It takes no input but on its cards.
 */
GtkWidget *psg_playback_captions_new (PsgPlayer *player);

G_END_DECLS
