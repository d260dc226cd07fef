/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How large a text to read is set, in percent of the interface's text. */
#define PSG_TEXT_SIZE_SMALLEST 70
#define PSG_TEXT_SIZE_NORMAL 100
#define PSG_TEXT_SIZE_LARGEST 300

guint psg_text_size_step  (guint size, int direction);
void  psg_text_size_apply (GtkWidget *widget, guint size);

G_END_DECLS
