/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint psg_markdown_find_deep_line (const char *source, gsize length);

G_END_DECLS
