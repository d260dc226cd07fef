/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

/* Shows a note beside what it is about, to read and write in. @area: in @parent's coordinates. */
void psg_note_popover_show (GtkWidget *parent, PsgSession *session, const PsgNote *note, const GdkRectangle *area);

G_END_DECLS
