/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *psg_tooltip_wrap (const char *text);

G_END_DECLS
