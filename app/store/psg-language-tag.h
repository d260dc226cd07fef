/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean psg_language_tag_is_valid (const char *tag);

G_END_DECLS
