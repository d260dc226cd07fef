/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-document-render.h"

G_BEGIN_DECLS

void psg_reader_ground_draw (GtkTextView *view, GtkSnapshot *snapshot, const PsgRendering *rendering,
                             guint first, guint last);

G_END_DECLS
