/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "psg-figure.h"
#include "psg-playback.h"

G_BEGIN_DECLS

/* How many pictures a second there can be, and how many there are usually. */
#define PSG_FILM_MIN_RATE 1
#define PSG_FILM_MAX_RATE 60
#define PSG_FILM_RATE 25
/* Of more nobody could make a video. */
#define PSG_FILM_MAX_FRAMES 200000

/**
 * PsgFilm:
 *
 * A figure while time runs through what it shows: a recording of the playback, picture by picture, by the rules of
 * #PsgPlayback, with its captions. It runs through the scene's range, or all of its time. Used from the main thread.
 */
typedef struct _PsgFilm PsgFilm;

/* @n_done: pictures that have been written. */
typedef void (*PsgFilmProgress) (PsgFilm *film, guint n_done, gpointer data);

guint       psg_film_count_frames  (PsgScene *scene, PsgPlaybackSpeed speed, guint rate);

PsgFilm    *psg_film_new           (const PsgFigure *figure, PsgPlaybackSpeed speed, guint rate);
void        psg_film_free          (PsgFilm *self);

guint       psg_film_get_n_frames  (PsgFilm *self);
guint       psg_film_get_width     (PsgFilm *self);
guint       psg_film_get_height    (PsgFilm *self);
gboolean    psg_film_next          (PsgFilm *self, gboolean *changed);
void        psg_film_draw          (PsgFilm *self, cairo_t *cr);

/* psg-film-captions.c; a #PsgFigureOver, for a #PsgPlayback */
void        psg_film_captions_draw (PsgScene *scene, cairo_t *cr, double width, double height, gpointer playback);

/* psg-film-file.c */
void        psg_film_record_async  (PsgFilm *self, GFile *folder, PsgFilmProgress progress, gpointer data,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean    psg_film_record_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PsgFilm, psg_film_free)

G_END_DECLS
