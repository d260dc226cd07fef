/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

/* What a citation stands for, to be pointed at the citation. */
GtkWidget *psg_source_popover_new (PsgSession *session, const PsgSource *source);

G_END_DECLS
