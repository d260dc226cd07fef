/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-time-axis.h"

G_BEGIN_DECLS

/**
 * PsgTimeUnit:
 *
 * What a gesture upon an axis snaps to.
 */
typedef enum
{
  PSG_UNIT_DAY,
  PSG_UNIT_MONTH,
  PSG_UNIT_YEAR,
} PsgTimeUnit;

PsgTimeUnit psg_time_unit_for_axis (const PsgTimeAxis *axis);
PsgTimeSpan psg_time_unit_around   (PsgTimeUnit        unit,
                                    gint64             minute);
gint64      psg_time_unit_round    (PsgTimeUnit        unit,
                                    gint64             minute);

G_END_DECLS
