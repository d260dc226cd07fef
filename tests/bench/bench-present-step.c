/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <locale.h>

#include "psg-bench.h"
#include "psg-presenter-window.h"
#include "psg-presenting.h"
#include "psg-window.h"

/*
 * bench-present-step FILE: from the key to the first frame of the step it asks for, in both windows; and of
 * each frame of the movement that follows, what the main thread spends on it. The floor is a window of the
 * same size that shows another plain colour. FILE is a collection; where it has no lessons its events are
 * the steps.
 */

#define N_STEPS 40
/* How long a movement lasts, in seconds. */
#define MOVEMENT 0.6
/* Events that are gone through, of however many there are. */
#define SPREAD 97

static PsgApplication *app;

static void
run_for (double seconds)
{
  double end = psg_bench_get_now () + seconds * 1000;

  while (psg_bench_get_now () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
painted_cb (GdkFrameClock *clock,
            gpointer       painted)
{
  *(gboolean *) painted = TRUE;
}

/* Until a frame is painted that has to do with what was just done. */
static double
time_frame (GtkWidget *widget,
            void     (*change) (gpointer),
            gpointer   data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gboolean painted = FALSE;
  double begun = psg_bench_get_now ();
  gulong handler;

  change (data);
  gtk_widget_queue_draw (widget);
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);

  return psg_bench_get_now () - begun;
}

static void
go_on (gpointer data)
{
  PsgPresentation *presentation = data;
  guint n = psg_presentation_get_n_steps (presentation), step = psg_presentation_get_step (presentation);

  psg_presentation_go_to (presentation, (step + (n > SPREAD ? SPREAD : 1)) % n);
}

static void
change_colour (gpointer data)
{
  gtk_widget_set_visible (data, !gtk_widget_get_visible (data));
}

static GtkWidget *
open_floor (GtkWidget **colour)
{
  GtkWidget *window = gtk_window_new (), *overlay = gtk_overlay_new ();

  *colour = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (*colour, "audience-cover");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), *colour);
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  gtk_window_set_default_size (GTK_WINDOW (window), 1024, 768);
  gtk_window_present (GTK_WINDOW (window));
  run_for (0.5);

  return window;
}

static void
measure (PsgWindow *window)
{
  PsgPresenting *presenting = psg_window_get_presenting (window);
  PsgPresentation *presentation = psg_presenting_get_presentation (presenting);
  GtkWidget *audience = GTK_WIDGET (psg_presenting_get_audience (presenting));
  g_autoptr (PsgBench) steps = psg_bench_new ();
  g_autoptr (PsgBench) floors = psg_bench_new ();
  GtkWidget *colour, *floor = open_floor (&colour);
  guint n = psg_event_table_get_n (psg_collection_get_events (
      psg_session_get_collection (psg_window_get_session (window))));

  run_for (2);
  for (guint i = 0; i < N_STEPS; i++)
    {
      psg_bench_add (steps, time_frame (audience, go_on, presentation));
      run_for (MOVEMENT);
      psg_bench_add (floors, time_frame (floor, change_colour, colour));
    }

  g_print ("{\"bench\": \"present-step\", \"n\": %u, \"steps\": %u", n, psg_presentation_get_n_steps (presentation));
  psg_bench_print (steps, "");
  psg_bench_print (floors, "floor_");
  g_print (", \"ratio\": %.2f}\n",
           psg_bench_get_percentile (steps, 0.5) / MAX (psg_bench_get_percentile (floors, 0.5), 0.001));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GFile) file = NULL;
  PsgWindow *window;

  setlocale (LC_ALL, "");
  if (argc != 2)
    return 2;

  gtk_init ();
  app = psg_application_new ();
  g_application_register (G_APPLICATION (app), NULL, NULL);
  file = g_file_new_for_path (argv[1]);
  window = psg_window_new (app);
  gtk_window_present (GTK_WINDOW (window));
  psg_window_open_file (window, file, NULL);
  while (!psg_window_is_settled (window) || psg_session_get_collection (psg_window_get_session (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  run_for (1);

  g_action_group_activate_action (G_ACTION_GROUP (window), "present", NULL);
  gtk_widget_activate_action (GTK_WIDGET (psg_presenting_get_audience (psg_window_get_presenting (window))),
                              "present.presenter", NULL);
  run_for (1);
  measure (window);
  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
