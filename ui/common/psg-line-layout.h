/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_LINE_LAYOUT (psg_line_layout_get_type ())
G_DECLARE_FINAL_TYPE (PsgLineLayout, psg_line_layout, PSG, LINE_LAYOUT, GtkLayoutManager)

/**
 * PsgLineLayout:
 *
 * Children side by side, as in a horizontal #GtkBox, except that no child's
 * width ever depends on its height.
 *
 * GtkBox and GtkPaned ask their children how wide they must be for a given
 * height. A label that wraps answers by trying width after width, shaping its
 * text each time, and a page of labels does so by the hundred thousand. Lines of
 * ours know their width first and their height from it; nothing is lost.
 *
 * `spacing` is between children, in pixels.
 */
GtkLayoutManager *psg_line_layout_new (int spacing);
/* (transfer floating): a #GtkBox with this layout. */
GtkWidget        *psg_line_new        (int spacing);

G_END_DECLS
