/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_READER_LAYOUT (psg_reader_layout_get_type ())
G_DECLARE_FINAL_TYPE (PsgReaderLayout, psg_reader_layout, PSG, READER_LAYOUT, GtkLayoutManager)

/**
 * PsgReaderLayout:
 *
 * A text and what stands above it, all of which may be missing. From the top: @facts (what it is) and beside that
 * @tools (what can be done with it); @subject (what it is read for); @find (what is looked for in it); @text with all
 * the rest. Where there is little height @facts take no line of their own, and give @subject their place beside @tools,
 * so that more of the text is seen.
 */
GtkLayoutManager *psg_reader_layout_new         (GtkWidget *facts, GtkWidget *tools, GtkWidget *subject,
                                                 GtkWidget *find, GtkWidget *text);
void              psg_reader_layout_set_measure (PsgReaderLayout *self, int measure);

G_END_DECLS
