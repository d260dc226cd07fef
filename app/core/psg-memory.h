/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gpointer psg_memory_try_large (gsize size);
void     psg_memory_give_back (void);

G_END_DECLS
