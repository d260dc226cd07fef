/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-record.h"
#include "psg-text.h"

G_BEGIN_DECLS

/* A position surer than this is drawn without a ring of uncertainty. */
#define PSG_PRECISE_M 500.0

/**
 * PsgPlace:
 * @id: its id
 * @name: what it is called
 * @latitude: degrees north, WGS 84
 * @longitude: degrees east, WGS 84
 * @precision_m: the place lies within this many metres of the position
 * @confidence: `A`, `B` or `C`
 *
 * Where an event happened.
 */
typedef struct
{
  char    *id;
  PsgText *name;
  double   latitude;
  double   longitude;
  double   precision_m;
  char     confidence;
} PsgPlace;

#define PSG_TYPE_PLACE (psg_place_get_type ())
PSG_DECLARE_RECORD (PsgPlace, psg_place)

char *psg_position_format (double latitude, double longitude);

G_END_DECLS
