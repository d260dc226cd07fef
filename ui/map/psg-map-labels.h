/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "psg-basemap.h"
#include "psg-map-board.h"
#include "psg-map-overlays.h"

G_BEGIN_DECLS

#define PSG_TYPE_MAP_LABELS (psg_map_labels_get_type ())
G_DECLARE_FINAL_TYPE (PsgMapLabels, psg_map_labels, PSG, MAP_LABELS, ShumateLayer)

/**
 * PsgMapLabelsFunc:
 * @user_data: as given
 *
 * Returns: (transfer full) (element-type PsgBox): what lies over the names now, pixels of the view
 */
typedef GArray *(*PsgMapLabelsFunc) (gpointer user_data);

/**
 * PsgMapLabels:
 *
 * The names of towns, countries and waters, in one language.
 */
ShumateLayer *psg_map_labels_new           (ShumateViewport *viewport, PsgBasemap *basemap);

void          psg_map_labels_set_obstacles (PsgMapLabels *self, GArray *obstacles);
void          psg_map_labels_set_overlays  (PsgMapLabels *self, PsgMapOverlays *overlays);
void          psg_map_labels_set_over      (PsgMapLabels *self, PsgMapLabelsFunc find_over_func, gpointer user_data);
void          psg_map_labels_set_covered   (PsgMapLabels *self, const PsgBox *boxes, guint n_boxes);
GArray       *psg_map_labels_measure_capitals (PsgMapLabels *self);
GArray       *psg_map_labels_get_boxes     (PsgMapLabels *self);
GArray       *psg_map_labels_get_obstacles (PsgMapLabels *self, gboolean capitals);
void          psg_map_labels_forget        (PsgMapLabels *self, gboolean measures);

G_END_DECLS
