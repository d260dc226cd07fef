/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "psg-film.h"

G_BEGIN_DECLS

#define PSG_TYPE_FILM_RECORDER (psg_film_recorder_get_type ())
G_DECLARE_FINAL_TYPE (PsgFilmRecorder, psg_film_recorder, PSG, FILM_RECORDER, GtkBox)

/**
 * PsgFilmRecorder:
 *
 * How far a recording has come, and a button that cancels it. When it goes so does the recording.
 *
 * Signals: `progressed` (the #PsgFilm as pointer); `ended` (the #GFile that is there, or %NULL; what to tell if it
 * is not, or %NULL if it was cancelled).
 */
GtkWidget *psg_film_recorder_new    (void);

void       psg_film_recorder_start  (PsgFilmRecorder *self, PsgFilm *film, GFile *parent, const char *name);
void       psg_film_recorder_cancel (PsgFilmRecorder *self);

G_END_DECLS
