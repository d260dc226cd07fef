/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

/* (transfer floating): the note @id with what it is about and the notes that link to it, as a column for a page. */
GtkWidget *psg_note_page_new (PsgSession *session, const char *id);

G_END_DECLS
