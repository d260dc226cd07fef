/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest an id may be, in bytes. */
#define PSG_MAX_ID 64

gboolean psg_id_is_valid (const char *id);

G_END_DECLS
