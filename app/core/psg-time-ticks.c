/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-time-ticks.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/*
 * Where the ruler is divided, and what is written there. One table of levels,
 * from hours to millennia; the finest whose labels fit is taken. Whether they
 * fit is decided by the widest label of a level, not by those in sight, so that
 * panning never changes the level.
 */

/* Free pixels after a label, and between a tick and its label. */
#define LABEL_GAP 14.0
#define LABEL_INDENT 5.0

/* Ticks closer than this are not worth measuring labels for. */
#define CLOSEST 14.0

typedef enum
{
  UNIT_HOUR,
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

/* What a label says: a format for g_date_time_format(), translated when used. */
typedef enum
{
  FORMAT_HOUR,
  FORMAT_WEEKDAY,
  FORMAT_DAY,
  FORMAT_DAY_MONTH,
  FORMAT_DATE,
  FORMAT_MONTH,
  FORMAT_MONTH_SHORT,
  FORMAT_MONTH_YEAR,
  FORMAT_YEAR,
} Format;

typedef struct
{
  Unit   unit;
  int    step;
  Format format;
  Unit   major_unit;
  int    major_step;
  Format major_format;
} Level;

static const Level levels[] = {
  { UNIT_HOUR,     1, FORMAT_HOUR,        UNIT_DAY,       1, FORMAT_DATE },
  { UNIT_HOUR,     3, FORMAT_HOUR,        UNIT_DAY,       1, FORMAT_DATE },
  { UNIT_HOUR,     6, FORMAT_HOUR,        UNIT_DAY,       1, FORMAT_DATE },
  { UNIT_HOUR,    12, FORMAT_HOUR,        UNIT_DAY,       1, FORMAT_DATE },
  { UNIT_DAY,      1, FORMAT_WEEKDAY,     UNIT_MONTH,     1, FORMAT_MONTH_YEAR },
  { UNIT_DAY,      1, FORMAT_DAY,         UNIT_MONTH,     1, FORMAT_MONTH_YEAR },
  { UNIT_WEEK,     1, FORMAT_DAY_MONTH,   UNIT_MONTH,     1, FORMAT_MONTH_YEAR },
  { UNIT_MONTH,    1, FORMAT_MONTH,       UNIT_YEAR,      1, FORMAT_YEAR },
  { UNIT_MONTH,    1, FORMAT_MONTH_SHORT, UNIT_YEAR,      1, FORMAT_YEAR },
  { UNIT_MONTH,    3, FORMAT_MONTH_SHORT, UNIT_YEAR,      1, FORMAT_YEAR },
  { UNIT_MONTH,    6, FORMAT_MONTH_SHORT, UNIT_YEAR,      1, FORMAT_YEAR },
  { UNIT_YEAR,     1, FORMAT_YEAR,        UNIT_YEAR,     10, FORMAT_YEAR },
  { UNIT_YEAR,     2, FORMAT_YEAR,        UNIT_YEAR,     10, FORMAT_YEAR },
  { UNIT_YEAR,     5, FORMAT_YEAR,        UNIT_YEAR,     50, FORMAT_YEAR },
  { UNIT_YEAR,    10, FORMAT_YEAR,        UNIT_YEAR,    100, FORMAT_YEAR },
  { UNIT_YEAR,    20, FORMAT_YEAR,        UNIT_YEAR,    100, FORMAT_YEAR },
  { UNIT_YEAR,    50, FORMAT_YEAR,        UNIT_YEAR,    500, FORMAT_YEAR },
  { UNIT_YEAR,   100, FORMAT_YEAR,        UNIT_YEAR,   1000, FORMAT_YEAR },
  { UNIT_YEAR,   200, FORMAT_YEAR,        UNIT_YEAR,   1000, FORMAT_YEAR },
  { UNIT_YEAR,   500, FORMAT_YEAR,        UNIT_YEAR,   5000, FORMAT_YEAR },
  { UNIT_YEAR,  1000, FORMAT_YEAR,        UNIT_YEAR,  10000, FORMAT_YEAR },
  { UNIT_YEAR,  5000, FORMAT_YEAR,        UNIT_YEAR,  10000, FORMAT_YEAR },
  { UNIT_YEAR, 10000, FORMAT_YEAR,        UNIT_YEAR,  50000, FORMAT_YEAR },
};

/* The shortest that each unit can be, in minutes. */
static const double unit_minutes[] = {
  [UNIT_HOUR] = 60,
  [UNIT_DAY] = 1440,
  [UNIT_WEEK] = 7 * 1440,
  [UNIT_MONTH] = 28 * 1440,
  [UNIT_YEAR] = 365 * 1440,
};

static gint64
floor_to (gint64 value,
          gint64 step)
{
  gint64 rest = value % step;

  return value - (rest < 0 ? rest + step : rest);
}

static const char *
get_format (Format format)
{
  switch (format)
    {
    case FORMAT_HOUR:
      /* Translators: a tick of the timeline's ruler, for g_date_time_format(): an hour of the day */
      return C_("timeline tick", "%H:%M");
    case FORMAT_WEEKDAY:
      /* Translators: a tick of the ruler: a day of the month with its weekday, as "Fri 1" */
      return C_("timeline tick", "%a %-d");
    case FORMAT_DAY:
      /* Translators: a tick of the ruler: a day of the month, as "1" */
      return C_("timeline tick", "%-d");
    case FORMAT_DAY_MONTH:
      /* Translators: a tick of the ruler: a day without its year, as "4 Mar" */
      return C_("timeline tick", "%-d %b");
    case FORMAT_DATE:
      /* Translators: a tick of the ruler: a whole date, as "Fri 1 Mar 2024" */
      return C_("timeline tick", "%a %-d %b %Y");
    case FORMAT_MONTH:
      /* Translators: a tick of the ruler: a month by itself, as "March" */
      return C_("timeline tick", "%OB");
    case FORMAT_MONTH_SHORT:
      /* Translators: a tick of the ruler: a month by itself, short, as "Mar" */
      return C_("timeline tick", "%Ob");
    case FORMAT_MONTH_YEAR:
      /* Translators: a tick of the ruler: a month and its year, as "March 2024" */
      return C_("timeline tick", "%OB %Y");
    case FORMAT_YEAR:
    default:
      return NULL;
    }
}

static char *
format_label (Format format,
              gint64 minute)
{
  g_autoptr (GDateTime) time = NULL;
  gint64 of_day = minute - floor_to (minute, PSG_MINUTES_PER_DAY);
  int year, month, day;

  psg_day_to_ymd (psg_day_from_minutes (minute), &year, &month, &day);

  if (format == FORMAT_YEAR)
    return g_strdup_printf ("%d", year);

  /* GDateTime knows the years 1 to 9999; names of months and days need no other. */
  time = g_date_time_new_utc (CLAMP (year, 1, 9999), month, day,
                              (int) (of_day / 60), (int) (of_day % 60), 0);

  return time != NULL ? g_date_time_format (time, get_format (format)) : NULL;
}

static gint64
minute_of_month (gint64 months)
{
  gint64 year = floor_to (months, 12) / 12;

  return psg_day_to_minutes (psg_day_from_ymd ((int) year, (int) (months - 12 * year) + 1, 1));
}

static gint64
month_of_minute (gint64 minute)
{
  int year, month, day;

  psg_day_to_ymd (psg_day_from_minutes (minute), &year, &month, &day);

  return (gint64) year * 12 + month - 1;
}

/* The beginning of the unit that a minute lies in, moved on by some units. */
static gint64
align (Unit   unit,
       int    step,
       gint64 minute,
       int    offset)
{
  gint64 monday;

  switch (unit)
    {
    case UNIT_HOUR:
      return floor_to (minute, step * 60) + (gint64) offset * step * 60;
    case UNIT_DAY:
      return floor_to (minute, step * 1440) + (gint64) offset * step * 1440;
    case UNIT_WEEK:
      /* 1970-01-01 was a Thursday. */
      monday = floor_to (minute + 3 * 1440, 7 * 1440) - 3 * 1440;
      return monday + (gint64) offset * 7 * 1440;
    case UNIT_MONTH:
      return minute_of_month (floor_to (month_of_minute (minute), step) + (gint64) offset * step);
    case UNIT_YEAR:
    default:
      return minute_of_month (floor_to (month_of_minute (minute), step * 12) + (gint64) offset * step * 12);
    }
}

static double
measure_widest (Format              format,
                gboolean            major,
                PsgTimeTicksMeasure measure,
                gpointer            user_data)
{
  /* Samples of every weekday, or of every month, late in the day and in the month. */
  gboolean is_number = format == FORMAT_HOUR || format == FORMAT_DAY || format == FORMAT_YEAR;
  int n = format == FORMAT_WEEKDAY ? 7 : is_number ? 1 : 12;
  double widest = 0;

  for (int i = 0; i < n; i++)
    {
      int day = format == FORMAT_WEEKDAY ? 22 + i : 28;
      gint64 minute = psg_day_to_minutes (psg_day_from_ymd (2001, n == 12 ? i + 1 : 1, day)) + 20 * 60;
      g_autofree char *label = format_label (format, minute);

      widest = MAX (widest, label != NULL ? measure (label, major, user_data) : 0);
    }

  return widest;
}

/* An hour says nothing where its day is not named; other units have room for the larger one. */
static gboolean
fits (const Level        *level,
      double              scale,
      PsgTimeTicksMeasure measure,
      gpointer            user_data)
{
  double step = unit_minutes[level->unit] * level->step * scale;
  double major_step = unit_minutes[level->major_unit] * level->major_step * scale;

  if (step < CLOSEST || step < measure_widest (level->format, FALSE, measure, user_data) + LABEL_GAP)
    return FALSE;

  return level->unit != UNIT_HOUR ||
         major_step >= measure_widest (level->major_format, TRUE, measure, user_data) + LABEL_GAP;
}

static const Level *
choose_level (const PsgTimeAxis  *axis,
              PsgTimeTicksMeasure measure,
              gpointer            user_data)
{
  double scale = psg_time_axis_get_scale (axis);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (fits (&levels[i], scale, measure, user_data))
      return &levels[i];

  return &levels[G_N_ELEMENTS (levels) - 1];
}

static void
append_tick (GArray            *ticks,
             const PsgTimeAxis *axis,
             gint64             minute,
             gboolean           major)
{
  PsgTimeTick tick = { .minute = minute, .major = major };

  tick.x = psg_time_axis_to_x (axis, (double) minute);
  if (tick.x > -0.5 && tick.x < axis->width)
    g_array_append_val (ticks, tick);
}

static int
compare_ticks (gconstpointer a,
               gconstpointer b)
{
  const PsgTimeTick *left = a, *right = b;

  if (left->minute != right->minute)
    return left->minute < right->minute ? -1 : 1;

  return right->major - left->major;
}

/* Both kinds, in order of time; a major one replaces the minor one at its place. */
static GArray *
list_ticks (const PsgTimeAxis *axis,
            const Level       *level)
{
  GArray *ticks = g_array_new (FALSE, TRUE, sizeof (PsgTimeTick));
  gint64 start = (gint64) floor (axis->start), end = (gint64) ceil (psg_time_axis_get_end (axis));
  gint64 minute;

  for (int i = 0; (minute = align (level->unit, level->step, start, i)) <= end; i++)
    append_tick (ticks, axis, minute, FALSE);
  for (int i = 0; (minute = align (level->major_unit, level->major_step, start, i)) <= end; i++)
    append_tick (ticks, axis, minute, TRUE);

  g_array_sort (ticks, compare_ticks);

  for (guint i = ticks->len; i-- > 1;)
    if (g_array_index (ticks, PsgTimeTick, i).minute == g_array_index (ticks, PsgTimeTick, i - 1).minute)
      g_array_remove_index (ticks, i);

  return ticks;
}

static void
clear_tick (gpointer data)
{
  g_free (((PsgTimeTick *) data)->label);
}

static gboolean
collides (const GArray *ticks,
          guint         index,
          double        left,
          double        right)
{
  for (guint i = index; i-- > 0;)
    {
      const PsgTimeTick *tick = &g_array_index (ticks, PsgTimeTick, i);

      if (tick->label != NULL && tick->x + LABEL_INDENT + tick->width + LABEL_GAP / 2 > left)
        return TRUE;
      if (tick->x + 400 < left)
        break;
    }

  for (guint i = index + 1; i < ticks->len; i++)
    {
      const PsgTimeTick *tick = &g_array_index (ticks, PsgTimeTick, i);

      if (tick->x > right)
        break;
      if (tick->label != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
label_ticks (GArray             *ticks,
             const PsgTimeAxis  *axis,
             const Level        *level,
             gboolean            major,
             PsgTimeTicksMeasure measure,
             gpointer            user_data)
{
  gboolean day_is_named = TRUE;

  for (guint i = 0; i < ticks->len; i++)
    {
      PsgTimeTick *tick = &g_array_index (ticks, PsgTimeTick, i);
      g_autofree char *label = NULL;
      double left, right, width;

      if (tick->major && level->unit == UNIT_HOUR)
        day_is_named = tick->label != NULL;
      if (tick->major != major || (!major && !day_is_named))
        continue;

      label = format_label (major ? level->major_format : level->format, tick->minute);
      width = label != NULL ? measure (label, major, user_data) : 0;
      left = tick->x + LABEL_INDENT;
      right = left + width + LABEL_GAP / 2;

      if (width <= 0 || left + width > axis->width || collides (ticks, i, left, right))
        continue;

      tick->label = g_steal_pointer (&label);
      tick->width = width;
    }
}

/**
 * psg_time_ticks_build:
 * @axis: what is shown
 * @measure: (scope call): how wide a label is
 * @user_data: for @measure
 *
 * Divides an axis. Labels never touch one another nor leave the axis; larger
 * units are labelled first.
 *
 * Returns: (transfer full) (element-type PsgTimeTick): the ticks in sight, in
 *   order of time
 */
GArray *
psg_time_ticks_build (const PsgTimeAxis  *axis,
                      PsgTimeTicksMeasure measure,
                      gpointer            user_data)
{
  const Level *level;
  GArray *ticks;

  g_return_val_if_fail (axis != NULL, NULL);
  g_return_val_if_fail (measure != NULL, NULL);

  level = choose_level (axis, measure, user_data);
  ticks = list_ticks (axis, level);
  g_array_set_clear_func (ticks, clear_tick);

  label_ticks (ticks, axis, level, TRUE, measure, user_data);
  label_ticks (ticks, axis, level, FALSE, measure, user_data);

  return ticks;
}

static gboolean
has_hours (const GArray *ticks)
{
  return ticks->len > 1 && g_array_index (ticks, PsgTimeTick, 1).minute -
                           g_array_index (ticks, PsgTimeTick, 0).minute < PSG_MINUTES_PER_DAY;
}

/**
 * psg_time_ticks_format_context:
 * @axis: what is shown
 * @ticks: its ticks
 *
 * What the left edge lies in, for the margin of the ruler, where the ticks
 * themselves do not say so: "March 2024" over days, "2024" over months.
 *
 * Returns: (transfer full) (nullable): a label, or %NULL if none is needed
 */
char *
psg_time_ticks_format_context (const PsgTimeAxis *axis,
                               const GArray      *ticks)
{
  double days = axis->length / 1440;
  Format format = has_hours (ticks) ? FORMAT_DATE : days < 100 ? FORMAT_MONTH_YEAR : FORMAT_YEAR;

  for (guint i = 0; i < ticks->len; i++)
    {
      const PsgTimeTick *tick = &g_array_index (ticks, PsgTimeTick, i);

      if (tick->major && tick->x < 40)
        return NULL;
    }

  return days > 20 * 366 ? NULL : format_label (format, (gint64) floor (axis->start));
}
