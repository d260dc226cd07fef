/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>

#include "psg-bench.h"
#include "psg-map-view-private.h"
#include "psg-synthetic-collection.h"
#include "psg-ui.h"

/*
 * bench-map-events N: what the main thread spends on a frame of the map with N located
 * events, each at a place of its own, while the map is panned and zoomed by a script, or
 * stands still while time runs; its floor is the same map without events. A frame is all
 * that the thread does from one after-paint to the next.
 *
 * With cairo the goal is met while time runs; while the map moves, it is not on every machine: GTK then
 * paints the whole window anew in this thread, of which the floor is most.
 */

#define WIDTH 1280
#define HEIGHT 800
#define FRAMES 150
#define ROUNDS 1
#define SEED 0x5eed1234u

typedef enum
{
  PAN,
  ZOOM,
  PLAY,
} Script;

typedef struct
{
  PsgMapView *view;
  PsgSession *session;
  GtkWindow *window;
  PsgBench *times;
  Script script;
  guint frame;
} Bench;

static gboolean
move_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Bench *self = user_data;
  double u = self->frame / (double) FRAMES;
  double longitude = 25.4 + 1.6 * sin (2 * G_PI * u), latitude = 54.6 + 0.8 * sin (4 * G_PI * u);

  if (self->script == PLAY)
    psg_session_set_playhead (self->session,
                              psg_day_from_minutes (psg_synthetic_events_get_span ().start) + self->frame * 5);
  else
    psg_map_view_go_to (self->view, latitude, longitude,
                        self->script == ZOOM ? 9.0 - 3.0 * cos (2 * G_PI * u) : 8.3, FALSE);

  return G_SOURCE_CONTINUE;
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *self)
{
  /* The first frames bring the window to rest. */
  if (self->frame++ > 5)
    psg_bench_end (self->times);
  psg_bench_begin (self->times);
}

static void
paint_frames (Bench    *self,
              Script    script,
              PsgBench *times)
{
  GtkWidget *widget = GTK_WIDGET (self->view);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  guint tick = gtk_widget_add_tick_callback (widget, move_cb, self, NULL);

  self->times = times;
  self->script = script;
  self->frame = 0;
  while (self->frame < FRAMES + 6)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_remove_tick_callback (widget, tick);
  g_signal_handler_disconnect (clock, after);
}

static void
measure (Bench      *self,
         PsgBench   *warm_up,
         Script      script,
         guint       n,
         const char *what)
{
  g_autoptr (PsgBench) frames = psg_bench_new ();
  g_autoptr (PsgBench) floor = psg_bench_new ();
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self->window));

  paint_frames (self, script, warm_up);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->view->events), FALSE);
      paint_frames (self, script, floor);
      gtk_widget_set_visible (GTK_WIDGET (self->view->events), TRUE);
      paint_frames (self, script, frames);
    }

  g_print ("{\"bench\": \"map-events\", \"n\": %u, \"renderer\": \"%s\", \"window\": \"%dx%d\", \"what\": \"%s\", "
           "\"frames\": %u, \"bubbles\": %u", n, GSK_IS_CAIRO_RENDERER (renderer) ? "cairo" : "gl", WIDTH, HEIGHT,
           what, psg_bench_get_n (frames), psg_event_layer_get_n_bubbles (self->view->events));
  psg_bench_print (frames, "");
  psg_bench_print (floor, "floor_");
  g_print (", \"goal_p99_ms\": 8}\n");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (PsgCollection) collection = NULL;
  g_autoptr (PsgBench) warm_up = psg_bench_new ();
  Bench self = { 0 };
  guint n;

  setlocale (LC_ALL, "");
  if (argc < 2)
    return EXIT_FAILURE;

  adw_init ();
  psg_ui_init ();
  n = (guint) g_ascii_strtoull (argv[1], NULL, 10);
  collection = psg_synthetic_collection_new_located (n, SEED);
  self.session = psg_session_new ();
  psg_session_set_collection (self.session, collection);
  self.view = PSG_MAP_VIEW (psg_map_view_new (self.session));
  self.window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (self.window, FALSE);
  gtk_window_set_default_size (self.window, WIDTH, HEIGHT);
  gtk_window_set_child (self.window, GTK_WIDGET (self.view));
  gtk_window_present (self.window);
  while (gtk_widget_get_width (GTK_WIDGET (self.view)) < 2)
    g_main_context_iteration (NULL, TRUE);

  measure (&self, warm_up, PAN, n, "pan");
  measure (&self, warm_up, ZOOM, n, "zoom");
  measure (&self, warm_up, PLAY, n, "play");
  gtk_window_destroy (self.window);
  g_object_unref (self.session);

  return EXIT_SUCCESS;
}
