/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-map-cluster.h"
#include "psg-map-projection.h"
#include "psg-note-mark.h"

G_BEGIN_DECLS

/**
 * PsgPlacedNotes:
 * @cluster: the notes that stand together
 * @dx: of the sign's middle from the cluster's point, pixels
 * @dy: the same
 * @leader: how much of the line from its middle to the point may be seen, pixels: it ends at what lies upon it
 * @colour: that of all of them; %PSG_NOTE_NO_COLOUR where they differ, or are very many
 *
 * A sign: of one note, or of several too near each other.
 */
typedef struct
{
  PsgMapCluster cluster;
  double        dx;
  double        dy;
  double        leader;
  PsgNoteColour colour;
} PsgPlacedNotes;

/* How far a sign reaches up and down from its middle, pixels. */
#define PSG_NOTE_SIGN_REACH 10.0

/**
 * PsgNoteBoard:
 *
 * Where the signs of notes about places stand, through one step of the zoom level: at their places, or beside
 * what must not be covered. Knows neither session nor widgets.
 */
typedef struct _PsgNoteBoard PsgNoteBoard;

double        psg_placed_notes_get_reach (const PsgPlacedNotes *self);

PsgNoteBoard *psg_note_board_new         (GPtrArray *placed, const char *collection);
void          psg_note_board_free        (PsgNoteBoard *self);

void          psg_note_board_set_obstacles (PsgNoteBoard *self, GArray *obstacles);
void          psg_note_board_forget      (PsgNoteBoard *self);
gboolean      psg_note_board_is_up_to_date (const PsgNoteBoard *self, const PsgMapProjection *view);
guint         psg_note_board_get_n       (const PsgNoteBoard *self);
GArray       *psg_note_board_lay_out     (PsgNoteBoard *self, const PsgMapProjection *view);
GPtrArray    *psg_note_board_list        (const PsgNoteBoard *self, const PsgPlacedNotes *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgNoteBoard, psg_note_board_free)

G_END_DECLS
