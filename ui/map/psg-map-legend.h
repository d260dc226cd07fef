/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_MAP_LEGEND (psg_map_legend_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapLegend, psg_map_legend, PSG, MAP_LEGEND, GtkWidget)

/**
 * PsgMapLegend:
 *
 * What the signs of the crossings mean.
 *
 * # CSS nodes
 * A node named `maplegend` with a box for each status.
 */
GtkWidget *psg_map_legend_new         (void);

void       psg_map_legend_set_compact (PsgMapLegend *self, gboolean compact);

G_END_DECLS
