/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgPlaybackSpeed:
 *
 * How much time passes in a second, from slow to fast.
 */
typedef enum
{
  PSG_PLAYBACK_DAY,
  PSG_PLAYBACK_WEEK,
  PSG_PLAYBACK_MONTH,
  PSG_PLAYBACK_QUARTER,
  PSG_PLAYBACK_YEAR,
} PsgPlaybackSpeed;

#define PSG_N_PLAYBACK_SPEEDS (PSG_PLAYBACK_YEAR + 1)
#define PSG_PLAYBACK_SPEED_DEFAULT PSG_PLAYBACK_MONTH

double      psg_playback_speed_get_minutes (PsgPlaybackSpeed speed);
const char *psg_playback_speed_get_label   (PsgPlaybackSpeed speed);
const char *psg_playback_speed_to_string   (PsgPlaybackSpeed speed);
gboolean    psg_playback_speed_from_string (const char *text, PsgPlaybackSpeed *speed);

G_END_DECLS
