/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_MAP_BADGE (psg_map_badge_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapBadge, psg_map_badge, PSG, MAP_BADGE, GtkWidget)

/**
 * PsgMapBadge:
 *
 * The playhead's date and how many crossings were closed then.
 *
 * # CSS nodes
 * ```
 * mapbadge
 * ├── label.title-3
 * ╰── label.map-count
 * ```
 */
GtkWidget  *psg_map_badge_new         (PsgSession *session);

void        psg_map_badge_set_session (PsgMapBadge *self, PsgSession *session);
void        psg_map_badge_set_compact (PsgMapBadge *self, gboolean compact);
const char *psg_map_badge_get_date    (PsgMapBadge *self);
const char *psg_map_badge_get_count   (PsgMapBadge *self);

G_END_DECLS
