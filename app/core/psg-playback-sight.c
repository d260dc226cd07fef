/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-playback.h"

/* How what is in sight follows the playhead: the same on the screen and in a recording. */

/* Where on the timeline the playhead comes to stand when it has run out of sight. */
#define SIGHT_LEAD (1.0 / 12)
/* What is in sight is good for so many seconds of play: nobody can follow pages that turn faster. */
#define SIGHT_SECONDS 3.0

/**
 * psg_playback_turn_page:
 * @day: that is shown
 * @speed: how fast it plays
 * @span: (inout): what is in sight
 *
 * Where the day has run out of sight @span becomes the page that it is on.
 *
 * Returns: whether it did
 */
gboolean
psg_playback_turn_page (PsgDay           day,
                        PsgPlaybackSpeed speed,
                        PsgTimeSpan     *span)
{
  gint64 minute = psg_day_to_minutes (day), length = psg_time_span_get_length (span);

  if (psg_time_span_contains (span, minute))
    return FALSE;

  length = MAX (length, (gint64) (SIGHT_SECONDS * psg_playback_speed_get_minutes (speed)));
  span->start = minute - (gint64) (length * SIGHT_LEAD);
  span->end = span->start + length;

  return TRUE;
}
