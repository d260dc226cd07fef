/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A button with a document's headings to choose from; calls callback (owner, index). */
GtkWidget *psg_outline_button_new (GtkTextBuffer *buffer, GArray *headings,
                                   GCallback callback, GObject *owner);

G_END_DECLS
