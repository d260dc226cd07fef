/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean psg_numbers_parse     (const char *text, double *numbers, guint n);
char    *psg_numbers_to_string (const double *numbers, guint n, guint decimals);

G_END_DECLS
