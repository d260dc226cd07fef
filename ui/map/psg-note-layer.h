/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <shumate/shumate.h>

#include "psg-event-layer.h"
#include "psg-note-board.h"
#include "psg-session.h"

G_BEGIN_DECLS

#define PSG_TYPE_NOTE_LAYER (psg_note_layer_get_type ())
G_DECLARE_FINAL_TYPE (PsgNoteLayer, psg_note_layer, PSG, NOTE_LAYER, ShumateLayer)

/**
 * PsgNoteLayer:
 *
 * A person's notes about places, as signs; too near each other they are one. Clicking a sign opens its note, or
 * the next of those at one place. The list of notes is its equal for keyboard and screen reader.
 *
 * Signals:
 * - `cluster-opened (const PsgMapCluster *)`: a sign of notes at several places was clicked
 */
ShumateLayer         *psg_note_layer_new           (ShumateViewport *viewport, PsgSession *session,
                                                    PsgEventLayer *events);

void                  psg_note_layer_set_obstacles (PsgNoteLayer *self, GArray *obstacles);
void                  psg_note_layer_set_covered   (PsgNoteLayer *self, const PsgBox *boxes, guint n_boxes);
void                  psg_note_layer_append_boxes  (PsgNoteLayer *self, GArray *boxes);
guint                 psg_note_layer_get_n_signs   (PsgNoteLayer *self);
const PsgPlacedNotes *psg_note_layer_find_at       (PsgNoteLayer *self, double x, double y);

G_END_DECLS
