/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PsgDay:
 *
 * A calendar day: the number of days since 1970-01-01 in the proleptic
 * Gregorian calendar (ISO 8601-1:2019, 4.2.1). Days carry no time zone: they
 * are the civil days a source speaks of.
 *
 * Valid days lie between %PSG_DAY_MIN and %PSG_DAY_MAX (years -9999 to 9999);
 * three values outside that range have a meaning of their own.
 */
typedef gint32 PsgDay;

/* No day at all: nothing was parsed, nothing is known. */
#define PSG_DAY_NONE       G_MININT32
/* Earlier than every day: an interval open at its start. */
#define PSG_DAY_OPEN_START (G_MININT32 + 1)
/* Later than every day: an interval open at its end. */
#define PSG_DAY_OPEN_END   G_MAXINT32

#define PSG_DAY_MIN (-4371587) /* -9999-01-01 */
#define PSG_DAY_MAX 2932896    /*  9999-12-31 */

/* The timeline counts in minutes since 1970-01-01T00:00, civil time. */
#define PSG_MINUTES_PER_DAY 1440

PsgDay   psg_day_from_ymd      (int year, int month, int day);
void     psg_day_to_ymd        (PsgDay day, int *year, int *month, int *day_of_month);
int      psg_day_get_weekday   (PsgDay day);
int      psg_days_in_month     (int year, int month);
PsgDay   psg_day_parse_iso     (const char *text);
char    *psg_day_format_iso    (PsgDay day);
char    *psg_day_format_long   (PsgDay day);
char    *psg_day_format_short  (PsgDay day);
gboolean psg_day_is_valid      (PsgDay day);
gint64   psg_day_to_minutes    (PsgDay day);
PsgDay   psg_day_from_minutes  (gint64 minutes);

G_END_DECLS
