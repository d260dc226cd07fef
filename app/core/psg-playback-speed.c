/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-playback-speed.h"

#include <glib/gi18n-lib.h>

#include "psg-day.h"

/* The speeds there are, and what they are called. */

/* The mean Gregorian year: 97 leap years in 400. */
#define DAYS_PER_YEAR 365.2425

static const struct
{
  const char *name;
  const char *label;
  double days;
} speeds[PSG_N_PLAYBACK_SPEEDS] = {
  [PSG_PLAYBACK_DAY] = { "day", N_("One Day per Second"), 1 },
  [PSG_PLAYBACK_WEEK] = { "week", N_("One Week per Second"), 7 },
  [PSG_PLAYBACK_MONTH] = { "month", N_("One Month per Second"), DAYS_PER_YEAR / 12 },
  [PSG_PLAYBACK_QUARTER] = { "quarter", N_("One Quarter per Second"), DAYS_PER_YEAR / 4 },
  [PSG_PLAYBACK_YEAR] = { "year", N_("One Year per Second"), DAYS_PER_YEAR },
};

/**
 * psg_playback_speed_get_minutes:
 * @speed: a speed
 *
 * Returns: the minutes of civil time that pass in a second
 */
double
psg_playback_speed_get_minutes (PsgPlaybackSpeed speed)
{
  g_return_val_if_fail (speed < PSG_N_PLAYBACK_SPEEDS, 1);

  return speeds[speed].days * PSG_MINUTES_PER_DAY;
}

/**
 * psg_playback_speed_get_label:
 * @speed: a speed
 *
 * Returns: what it is called in a menu, localised
 */
const char *
psg_playback_speed_get_label (PsgPlaybackSpeed speed)
{
  g_return_val_if_fail (speed < PSG_N_PLAYBACK_SPEEDS, NULL);

  return _(speeds[speed].label);
}

const char *
psg_playback_speed_to_string (PsgPlaybackSpeed speed)
{
  g_return_val_if_fail (speed < PSG_N_PLAYBACK_SPEEDS, NULL);

  return speeds[speed].name;
}

gboolean
psg_playback_speed_from_string (const char       *text,
                                PsgPlaybackSpeed *speed)
{
  for (guint i = 0; i < PSG_N_PLAYBACK_SPEEDS; i++)
    if (g_strcmp0 (text, speeds[i].name) == 0)
      {
        *speed = i;
        return TRUE;
      }

  return FALSE;
}
