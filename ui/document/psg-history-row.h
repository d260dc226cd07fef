/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

/* One interval of a crossing's history, as a row for a GtkListBox. */
GtkWidget *psg_history_row_new (PsgSession *session, const PsgStatusInterval *interval);

G_END_DECLS
