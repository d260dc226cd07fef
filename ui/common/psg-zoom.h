/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_ZOOM (psg_zoom_get_type ())
G_DECLARE_FINAL_TYPE (PsgZoom, psg_zoom, PSG, ZOOM, GtkWidget)

/**
 * PsgZoom:
 *
 * Shows a child larger or smaller than it is, as a whole: what it is laid out for is a stage, which fits
 * the room there is. The child takes pointer and touch where it is seen.
 *
 * A stage has a height of its own and is as wide as the room's shape makes it; or, where it is to look like
 * another, the size of that.
 */
GtkWidget *psg_zoom_new            (GtkWidget *child, int stage_height);
void       psg_zoom_set_stage      (PsgZoom *self, int width, int height);
void       psg_zoom_get_stage      (PsgZoom *self, int *width, int *height);
void       psg_zoom_get_place      (PsgZoom *self, graphene_rect_t *place);

/* For whatever makes pictures of its own: how many pixels of the screen, at most, there are to one of the
 * widget's. When that becomes another, `notify::scale-factor` is emitted, as GTK does itself. */
int        psg_zoom_get_resolution (GtkWidget *widget);
/* Whether that many pixels are just what it is shown with. */
gboolean   psg_zoom_is_whole       (GtkWidget *widget);

G_END_DECLS
