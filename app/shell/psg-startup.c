/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-startup.h"

#include "psg-startup-report.h"

/*
 * The hidden --exit-after-startup: a smoke test, and what the benches time. It
 * prints when a collection was asked for, when the first frame with data was painted,
 * when the one with all views in it was (or the page that says why there is none), and
 * when all notes were read; it waits until the window is at rest, prints that for the
 * memory's sake, and quits.
 */

/* Kept until the first frame: printing would delay what is being timed. */
static gint64 asked;
/* Whether all views were painted. */
static gboolean completed;

/* As long as a window takes to be at rest, in milliseconds. */
#define TIME_TO_REST 1500

static void
notes_changed_cb (PsgSession *session)
{
  static gboolean reported;
  PsgNotes *notes = psg_session_get_notes (session);

  if (notes == NULL || !psg_notes_is_loaded (notes) || reported)
    return;

  psg_startup_report ("notes");
  reported = TRUE;
}

/* A window is not at rest while notes are read. */
static gboolean
rested_cb (gpointer window)
{
  PsgNotes *notes = psg_session_get_notes (psg_window_get_session (window));

  if (notes != NULL && !psg_notes_is_loaded (notes))
    return G_SOURCE_CONTINUE;

  psg_startup_report ("rest");
  g_application_quit (g_application_get_default ());

  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                PsgWindow     *window)
{
  static gboolean reported;
  gboolean settled = psg_window_is_settled (window);

  if (!reported && (settled || psg_window_shows_data (window)))
    {
      g_print ("asked-us=%" G_GINT64_FORMAT " pss-kib=-1\n", asked);
      psg_startup_report ("data");
      reported = TRUE;
    }

  if (settled && !completed)
    {
      psg_startup_report ("complete");
      g_timeout_add (TIME_TO_REST, rested_cb, window);
      completed = TRUE;
    }
}

/* Frames must go on until all is there, and no longer. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  return completed ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/**
 * psg_startup_begin:
 *
 * To be called when a collection is about to be opened.
 */
void
psg_startup_begin (void)
{
  asked = g_get_monotonic_time ();
}

/**
 * psg_startup_watch:
 * @window: the first window
 */
void
psg_startup_watch (PsgWindow *window)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, NULL, NULL);
  g_signal_connect (psg_window_get_session (window), "notes-changed", G_CALLBACK (notes_changed_cb), NULL);
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                           G_CALLBACK (after_paint_cb), window, 0);
}
