/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-crossing.h"
#include "psg-note.h"

G_BEGIN_DECLS

#define PSG_TYPE_CROSSING_MARKER (psg_crossing_marker_get_type ())
G_DECLARE_FINAL_TYPE (PsgCrossingMarker, psg_crossing_marker, PSG, CROSSING_MARKER, GtkWidget)

/**
 * PsgCrossingMarker:
 *
 * A crossing's sign on the map: its status as of a day. A button to keyboard and
 * screen reader.
 *
 * Signals: `activate`.
 *
 * # CSS nodes
 * A single node named `crossingmarker`.
 */
GtkWidget         *psg_crossing_marker_new          (const PsgCrossing *crossing);

const PsgCrossing *psg_crossing_marker_get_crossing (PsgCrossingMarker *self);
PsgStatus          psg_crossing_marker_get_status   (PsgCrossingMarker *self);
double             psg_crossing_marker_get_radius   (PsgCrossingMarker *self);
gboolean           psg_crossing_marker_differs      (PsgCrossingMarker *self);
void               psg_crossing_marker_set_day      (PsgCrossingMarker *self, PsgDay day);
void               psg_crossing_marker_set_compared (PsgCrossingMarker *self, PsgDay day);
void               psg_crossing_marker_set_emphasis (PsgCrossingMarker *self, gboolean emphasis);
void               psg_crossing_marker_set_notes    (PsgCrossingMarker *self, guint n, PsgNoteColour colour);

G_END_DECLS
