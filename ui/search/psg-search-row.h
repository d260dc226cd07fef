/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

/* A line of the search's list: something found, or something that may be typed. */
GtkWidget *psg_search_row_new_hit  (PsgSession *session, const PsgHit *hit);
GtkWidget *psg_search_row_new_text (const char *title, const char *explanation, const char *text);

const PsgHit *psg_search_row_get_hit  (GtkWidget *row);
const char   *psg_search_row_get_text (GtkWidget *row);

G_END_DECLS
