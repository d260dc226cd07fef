/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean psg_link_is_external (const char *uri);
char    *psg_link_dup_shown   (const char *uri);
void     psg_link_open        (GtkWidget *parent, const char *uri);

G_END_DECLS
