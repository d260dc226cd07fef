/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-reader-tables.h"

G_BEGIN_DECLS

int  psg_reader_aside_get_shift (GtkTextView *view, PsgReaderTables *tables, double y);
void psg_reader_aside_scroll    (GtkTextView *view, double x);
void psg_reader_aside_scroll_to (GtkTextView *view, GtkTextMark *mark);
void psg_reader_aside_draw      (GtkTextView *view, PsgReaderTables *tables, GskRenderNode *whole,
                                 GtkSnapshot *snapshot);

G_END_DECLS
