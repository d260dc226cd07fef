/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-day.h"

G_BEGIN_DECLS

/* How dates are put into words: for siblings in the date module only. */

char *psg_day_name_within     (GDateTime  *date,
                               const char *conversion);
char *psg_year_format_display (gint64      year);
char *psg_day_expand_pattern  (const char *pattern,
                               const char *year,
                               int         month,
                               const char *day);

G_END_DECLS
