/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of what a presenter does, each with its key; all are actions of the window it is in. */
GtkWidget *psg_presenter_tools_new (void);

G_END_DECLS
