/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-map-view.h"

G_BEGIN_DECLS

#define PSG_TYPE_MAP_COMPARE (psg_map_compare_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapCompare, psg_map_compare, PSG, MAP_COMPARE, GtkWidget)

/**
 * PsgMapCompare:
 *
 * The map of the playhead's day; and, while the session compares it with another day, beside it
 * the map of that day, both looking at the same place. A bar above says how many crossings
 * differ, and what the other day is can be changed there.
 *
 * # CSS nodes
 * ```
 * mapcompare
 * ├── comparebar     while two are shown
 * ├── mapview        the same; of the other day
 * ╰── mapview
 * ```
 */
GtkWidget  *psg_map_compare_new     (PsgSession *session);
PsgMapView *psg_map_compare_get_map (PsgMapCompare *self);

G_END_DECLS
