/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-film.h"

#include <glib/gi18n.h>
#include <math.h>

/*
 * Playback and a figure, told of the same day. How many pictures there will be is found by running through the story
 * once without drawing it.
 */

struct _PsgFilm
{
  PsgFigure figure;
  char *caption;          /* owned (nullable): what the figure is called on all days */
  char *title;            /* owned (nullable): and on this one */
  PsgPlayback *playback;  /* owned */
  PsgPlaybackSpeed speed;
  guint rate;
  guint n_frames;
  guint frame;            /* that is shown, from 1; 0 before the first */

  /* what the scene showed before */
  PsgDay day;
  PsgTimeSpan span;
};

static PsgPlayback *
create_playback (PsgSession      *session,
                 PsgPlaybackSpeed speed)
{
  PsgCollection *collection = psg_session_get_collection (session);
  PsgTimeSpan range = psg_session_get_playing_range (session);
  PsgPlayback *playback = psg_playback_new ();

  psg_playback_set_speed (playback, speed);
  psg_playback_set_story (playback,
                          psg_happenings_new (psg_collection_get_events (collection),
                                              psg_session_get_matches (session),
                                              psg_collection_get_crossings (collection)),
                          &range);

  return playback;
}

static PsgSession *
get_session (PsgFilm *self)
{
  return psg_scene_get_session (self->figure.scene);
}

static void
show_day (PsgFilm *self)
{
  PsgDay day = psg_playback_get_day (self->playback);
  PsgTimeSpan span = *psg_session_get_span (get_session (self));
  g_autofree char *words = psg_day_format_long (day);

  psg_session_set_playhead (get_session (self), day);
  if (psg_playback_turn_page (day, self->speed, &span))
    psg_session_set_span (get_session (self), &span);
  g_free (self->title);
  /* Translators: the title of a picture: of the collection, and a date */
  self->title = self->caption != NULL ? g_strdup_printf (_("%s, %s"), self->caption, words) : NULL;
  self->figure.title = self->title;
}

/**
 * psg_film_count_frames:
 * @scene: what it would be of
 * @speed: how fast time passes
 * @rate: pictures a second
 *
 * Returns: how many pictures there would be; more than %PSG_FILM_MAX_FRAMES if there would be too many
 */
guint
psg_film_count_frames (PsgScene        *scene,
                       PsgPlaybackSpeed speed,
                       guint            rate)
{
  g_autoptr (PsgPlayback) playback = create_playback (psg_scene_get_session (scene), speed);
  guint n = 1;

  while (n <= PSG_FILM_MAX_FRAMES && !(psg_playback_advance (playback, 1.0 / rate) & PSG_PLAYBACK_CHANGE_END))
    n++;

  return n;
}

/**
 * psg_film_new:
 * @figure: what it is of; its scene is the film's to move about. Its title is what all of it is called; the day is
 *   added to it. Sources are left out: they would be others from page to page
 * @speed: how fast time passes
 * @rate: pictures a second, %PSG_FILM_MIN_RATE to %PSG_FILM_MAX_RATE
 *
 * Returns: (transfer full): a film before its first picture
 */
PsgFilm *
psg_film_new (const PsgFigure *figure,
              PsgPlaybackSpeed speed,
              guint            rate)
{
  PsgFilm *self;

  g_return_val_if_fail (rate >= PSG_FILM_MIN_RATE && rate <= PSG_FILM_MAX_RATE, NULL);

  self = g_new0 (PsgFilm, 1);
  self->figure = *figure;
  psg_scene_ref (figure->scene);
  self->figure.sources = FALSE;
  self->caption = figure->title != NULL && *figure->title != '\0' ? g_strdup (figure->title) : NULL;
  self->speed = speed;
  self->rate = rate;
  self->playback = create_playback (get_session (self), speed);
  self->n_frames = psg_film_count_frames (figure->scene, speed, rate);
  self->day = psg_session_get_playhead (get_session (self));
  self->span = *psg_session_get_span (get_session (self));
  self->figure.over = psg_film_captions_draw;
  self->figure.over_data = self->playback;

  return self;
}

/**
 * psg_film_free:
 * @self: a film
 *
 * Its scene shows again what it did before.
 */
void
psg_film_free (PsgFilm *self)
{
  psg_session_set_playhead (get_session (self), self->day);
  psg_session_set_span (get_session (self), &self->span);
  psg_playback_free (self->playback);
  g_free (self->caption);
  g_free (self->title);
  psg_scene_unref (self->figure.scene);
  g_free (self);
}

/**
 * psg_film_get_n_frames:
 * @self: a film
 *
 * Returns: how many pictures there are; more than %PSG_FILM_MAX_FRAMES if there are too many
 */
guint
psg_film_get_n_frames (PsgFilm *self)
{
  return self->n_frames;
}

/* Of a picture, in its pixels. */
guint
psg_film_get_width (PsgFilm *self)
{
  return (guint) lround (self->figure.width);
}

guint
psg_film_get_height (PsgFilm *self)
{
  return (guint) lround (self->figure.height);
}

/**
 * psg_film_next:
 * @self: a film
 * @changed: (out): whether it is another picture than the one before
 *
 * Returns: whether there is another
 */
gboolean
psg_film_next (PsgFilm  *self,
               gboolean *changed)
{
  PsgPlaybackChange changes;

  if (self->frame >= self->n_frames)
    return FALSE;

  *changed = self->frame == 0;
  if (self->frame++ > 0)
    {
      changes = psg_playback_advance (self->playback, 1.0 / self->rate);
      *changed = (changes & (PSG_PLAYBACK_CHANGE_DAY | PSG_PLAYBACK_CHANGE_CAPTIONS)) != 0;
    }
  if (*changed)
    show_day (self);

  return TRUE;
}

/**
 * psg_film_draw:
 * @self: a film at a picture
 * @cr: where, its origin the upper left corner
 */
void
psg_film_draw (PsgFilm *self,
               cairo_t *cr)
{
  psg_figure_draw (&self->figure, cr);
}
