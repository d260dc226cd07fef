/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-collection.h"

G_BEGIN_DECLS

/**
 * PsgOwnPlace:
 * @latitude: degrees north
 * @longitude: degrees east
 * @name: (nullable): what it is called
 *
 * Where an own event was, as it was typed.
 */
typedef struct
{
  double latitude;
  double longitude;
  char  *name;
} PsgOwnPlace;

gboolean psg_own_place_read    (PsgCollection *collection, const char *text, PsgOwnPlace *place);
char    *psg_own_place_suggest (PsgCollection *collection, const char *text);

G_END_DECLS
