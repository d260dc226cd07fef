/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What psg_synthetic_events_new() is to be given for the same events, save for their places. */
#define PSG_SYNTHETIC_FILE_SEED 1

gboolean psg_synthetic_file_write (guint n, const char *path, GError **error);

G_END_DECLS
