/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void psg_reader_hits_draw (GtkTextView *view, GtkSnapshot *snapshot, const GArray *hits, int current,
                           guint first, guint last);

G_END_DECLS
