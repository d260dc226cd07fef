/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What has names that a person may type in a term of search or filter. */
typedef enum
{
  PSG_NAMED_LANE,
  PSG_NAMED_CROSSING,
  PSG_NAMED_PLACE,
} PsgNamed;

char    *psg_name_fold    (const char *name);
gboolean psg_name_begins  (const char *name, const char *folded);
GArray  *psg_names_find   (PsgNamed kind, GPtrArray *records, const char *typed);

G_END_DECLS
