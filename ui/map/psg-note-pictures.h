/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-note.h"

G_BEGIN_DECLS

/**
 * PsgNotePictures:
 *
 * The signs of notes on the map as pictures, each painted once: with GL that is all that a frame costs.
 */
typedef struct _PsgNotePictures PsgNotePictures;

PsgNotePictures *psg_note_pictures_new      (GtkWidget *widget);
PsgNotePictures *psg_note_pictures_new_small (GtkWidget *widget);
void             psg_note_pictures_free     (PsgNotePictures *self);
void             psg_note_pictures_snapshot (PsgNotePictures *self, GtkSnapshot *snapshot, PsgNoteColour colour,
                                             guint n, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgNotePictures, psg_note_pictures_free)

G_END_DECLS
