/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Threads that use a library whose own data goes when the process ends: the process waits for them, for a while. */
void     psg_linger_begin (void);
void     psg_linger_end   (void);
gboolean psg_linger_wait  (guint milliseconds);

G_END_DECLS
