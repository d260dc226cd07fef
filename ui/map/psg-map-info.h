/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PSG_TYPE_MAP_INFO (psg_map_info_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapInfo, psg_map_info, PSG, MAP_INFO, GtkWidget)

/**
 * PsgMapInfo:
 *
 * Whose data the map is drawn from, and behind a button what each part of it is made
 * of and how far it can be trusted.
 *
 * # CSS nodes
 * ```
 * mapinfo
 * ├── label
 * ╰── menubutton
 *     ╰── popover.map-info
 * ```
 */
GtkWidget *psg_map_info_new         (void);
void       psg_map_info_set_room    (PsgMapInfo *self, int width);
GtkLabel  *psg_map_info_get_credits (PsgMapInfo *self);

G_END_DECLS
