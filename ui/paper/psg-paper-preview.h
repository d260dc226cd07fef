/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Draws what is previewed, in units in which it is @width wide and @height high. */
typedef void (*PsgPreviewDraw) (cairo_t *cr, gpointer user_data);

#define PSG_TYPE_PAPER_PREVIEW (psg_paper_preview_get_type ())
G_DECLARE_FINAL_TYPE (PsgPaperPreview, psg_paper_preview, PSG, PAPER_PREVIEW, GtkWidget)

/**
 * PsgPaperPreview:
 *
 * A sheet of paper or a picture as it will be, as large as there is room for.
 *
 * # CSS nodes
 * A single node named `paperpreview`.
 */
GtkWidget *psg_paper_preview_new   (PsgPreviewDraw draw, gpointer user_data);
void       psg_paper_preview_show  (PsgPaperPreview *self, double width, double height, const char *label);

G_END_DECLS
