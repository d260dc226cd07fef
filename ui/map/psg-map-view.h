/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_MAP_VIEW (psg_map_view_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapView, psg_map_view, PSG, MAP_VIEW, GtkWidget)

/**
 * PsgMapView:
 *
 * The map: the region, its crossings as of the session's playhead, the events
 * of its span. It opens on the view the collection names, and moves by itself
 * only to show what has been chosen elsewhere and is out of sight.
 *
 * Signals: `moved`: another part of the map is seen than before.
 *
 * # CSS nodes
 * ```
 * mapview
 * ╰── overlay
 *     ├── mapbadge.map-chrome
 *     ├── maplegend.map-chrome
 *     ├── button.map-compass, while the map is turned
 *     ├── box.map-chrome.map-zoom
 *     ╰── mapinfo.map-attribution
 * ```
 */
GtkWidget *psg_map_view_new    (PsgSession *session);

void       psg_map_view_get_location (PsgMapView *self, double *latitude, double *longitude, double *zoom);
void       psg_map_view_go_to  (PsgMapView *self, double latitude, double longitude, double zoom, gboolean smooth);
void       psg_map_view_follow (PsgMapView *self, PsgMapView *leader);
void       psg_map_view_set_half (PsgMapView *self, gboolean half);
void       psg_map_view_set_plain (PsgMapView *self);
double     psg_map_view_get_rotation (PsgMapView *self);
void       psg_map_view_turn   (PsgMapView *self, double rotation, gboolean smooth);
void       psg_map_view_reset  (PsgMapView *self, gboolean smooth);

/* Called once: @picked is %FALSE where the person thought better of it. */
typedef void (*PsgMapPicked) (gboolean picked, double latitude, double longitude, gpointer data);

void       psg_map_view_pick   (PsgMapView *self, PsgMapPicked callback, gpointer data);

G_END_DECLS
