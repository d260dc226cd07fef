/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define PSG_TYPE_MAP_RULER (psg_map_ruler_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapRuler, psg_map_ruler, PSG, MAP_RULER, GtkWidget)

/**
 * PsgMapRuler:
 *
 * A scale bar in the person's units, true for the middle of the view. It keeps its size,
 * so that nothing beside it moves while the map is zoomed.
 *
 * # CSS nodes
 * A node named `mapruler`.
 */
GtkWidget  *psg_map_ruler_new          (void);

void        psg_map_ruler_set_viewport (PsgMapRuler *self, ShumateViewport *viewport);
const char *psg_map_ruler_get_text     (PsgMapRuler *self);

G_END_DECLS
