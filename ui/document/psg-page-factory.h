/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

/* The widget for what a session says the pane shows; a status page where that cannot be. */
GtkWidget *psg_page_factory_make (PsgSession *session, const PsgPage *page);

G_END_DECLS
