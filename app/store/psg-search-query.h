/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *psg_search_query_to_match (const char *query);

G_END_DECLS
