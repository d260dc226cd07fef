/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-time-axis.h"

G_BEGIN_DECLS

/**
 * PsgTimeTick:
 * @minute: the time it marks
 * @x: where, in pixels from the axis's left edge
 * @width: of its label, in pixels; 0 without one
 * @major: whether it begins a larger unit, which is labelled in bold
 * @label: (nullable): what to write to the right of it
 */
typedef struct
{
  gint64   minute;
  double   x;
  double   width;
  gboolean major;
  char    *label;
} PsgTimeTick;

/**
 * PsgTimeTicksMeasure:
 * @label: a label
 * @major: whether it will be drawn in bold
 * @user_data: as given
 *
 * Returns: the width of a label in pixels
 */
typedef double (*PsgTimeTicksMeasure) (const char *label, gboolean major, gpointer user_data);

GArray *psg_time_ticks_build (const PsgTimeAxis  *axis,
                              PsgTimeTicksMeasure measure,
                              gpointer            user_data);
char   *psg_time_ticks_format_context (const PsgTimeAxis *axis,
                                       const GArray      *ticks);

G_END_DECLS
