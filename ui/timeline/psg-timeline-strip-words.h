/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-crossing.h"

G_BEGIN_DECLS

/* What a strip says of a day: under the pointer, and read out. */
char *psg_timeline_strip_get_markup (const PsgCrossing *crossing, PsgDay day);
char *psg_timeline_strip_speak      (const PsgCrossing *crossing, PsgDay day);

G_END_DECLS
