/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean psg_export_is_asked (const char *const *arguments);
int      psg_export_run      (char **arguments);

/* For --help of the app as a whole. */
extern const GOptionEntry psg_export_options[];

G_END_DECLS
