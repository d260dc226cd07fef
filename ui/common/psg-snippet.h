/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *psg_snippet_new        (const char *snippet, const char *css_class);
GtkWidget *psg_snippet_title_new  (const char *title, const char *css_class);
char      *psg_snippet_dup_plain  (const char *snippet);

G_END_DECLS
