/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-startup.h"

#include "psg-startup-report.h"

/*
 * The hidden --exit-after-startup: a smoke test, and what the benches time. It
 * quits after the first frame that shows data (or the page that says why there
 * is none) and prints when that was.
 */

static void
after_paint_cb (GdkFrameClock *clock,
                PsgWindow     *window)
{
  if (!psg_window_is_settled (window))
    return;

  psg_startup_report ();
  g_application_quit (g_application_get_default ());
}

/* The paint that follows the collection's arrival is the one that counts; frames
 * must go on until then. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  if (!psg_window_is_settled (PSG_WINDOW (widget)))
    return G_SOURCE_CONTINUE;

  g_signal_connect_object (clock, "after-paint", G_CALLBACK (after_paint_cb), widget, 0);

  return G_SOURCE_REMOVE;
}

/**
 * psg_startup_watch:
 * @window: the first window
 */
void
psg_startup_watch (PsgWindow *window)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, NULL, NULL);
}
