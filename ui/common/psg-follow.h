/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

void  psg_follow          (GtkWidget *from, PsgSession *session, const char *link);
void  psg_follow_any      (GtkWidget *from, PsgSession *session, const char *target);
void  psg_follow_passage  (GtkWidget *from, PsgSession *session, const char *document, const char *passage);
void  psg_show_error      (GtkWidget *from, const char *message);

char *psg_link_to_event   (PsgSession *session, guint row);
char *psg_link_to_passage (const PsgPassage *passage);

G_END_DECLS
