/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-edtf.h"
#include "psg-record.h"
#include "psg-text.h"

G_BEGIN_DECLS

/* At most this many lanes: a set of them fits one 64-bit mask. */
#define PSG_MAX_LANES 63

/**
 * PsgLane:
 * @id: its id
 * @name: what it is called
 * @rgb: its colour, 0xRRGGBB, as the collection gives it
 *
 * A theme that events are sorted by: a row of the timeline.
 */
typedef struct
{
  char    *id;
  PsgText *name;
  guint32  rgb;
} PsgLane;

#define PSG_TYPE_LANE (psg_lane_get_type ())
PSG_DECLARE_RECORD (PsgLane, psg_lane)

/**
 * PsgEra:
 * @id: its id
 * @name: what it is called
 * @date: when, an interval
 *
 * A period drawn behind the timeline.
 */
typedef struct
{
  char    *id;
  PsgText *name;
  PsgEdtf *date;
} PsgEra;

#define PSG_TYPE_ERA (psg_era_get_type ())
PSG_DECLARE_RECORD (PsgEra, psg_era)

G_END_DECLS
