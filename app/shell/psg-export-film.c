/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-export-film.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>

#include "psg-film.h"

/* A recording from the command line: the playback as numbered pictures. Who interrupts it finds nothing. */

typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  GError *error;
  gboolean done;
} Run;

static gboolean
interrupted_cb (gpointer data)
{
  g_cancellable_cancel (((Run *) data)->cancellable);

  return G_SOURCE_CONTINUE;
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Run *run = data;

  run->done = psg_film_record_finish (result, &run->error);
  g_main_loop_quit (run->loop);
}

static gboolean
record (PsgFilm    *film,
        const char *folder,
        GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (folder);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Run run = { .loop = loop, .cancellable = cancellable };
  guint signals[2];

  if (g_file_peek_path (file) == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("“%s” is no folder on this computer"), folder);
      return FALSE;
    }

  signals[0] = g_unix_signal_add (SIGINT, interrupted_cb, &run);
  signals[1] = g_unix_signal_add (SIGTERM, interrupted_cb, &run);
  psg_film_record_async (film, file, NULL, NULL, cancellable, recorded_cb, &run);
  g_main_loop_run (loop);
  g_source_remove (signals[0]);
  g_source_remove (signals[1]);
  if (run.error != NULL)
    g_propagate_error (error, run.error);

  return run.done;
}

/**
 * psg_export_film:
 * @figure: what is recorded
 * @rate: how many pictures a second, as it was typed
 * @speed: (nullable): how much time passes in a second, as it was typed
 * @folder: where to
 * @error: where to put why not
 *
 * Returns: whether the folder is there, with all pictures
 */
gboolean
psg_export_film (const PsgFigure *figure,
                 const char      *rate,
                 const char      *speed,
                 const char      *folder,
                 GError         **error)
{
  PsgPlaybackSpeed pace = PSG_PLAYBACK_SPEED_DEFAULT;
  g_autoptr (PsgFilm) film = NULL;
  guint64 number;

  if (!g_ascii_string_to_unsigned (rate, 10, PSG_FILM_MIN_RATE, PSG_FILM_MAX_RATE, &number, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is no number of pictures a second from 1 to 60"), rate);
      return FALSE;
    }
  if (speed != NULL && !psg_playback_speed_from_string (speed, &pace))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is none of day, week, month, quarter, year"), speed);
      return FALSE;
    }

  film = psg_film_new (figure, pace, (guint) number);

  return record (film, folder, error);
}
