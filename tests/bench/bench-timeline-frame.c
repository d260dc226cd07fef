/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <epoxy/gl.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "psg-bench-plain.h"
#include "psg-bench.h"
#include "psg-synthetic-collection.h"
#include "psg-timeline-view-private.h"
#include "psg-ui.h"

/*
 * bench-timeline-frame [--window] N: what a frame of the timeline costs with N events,
 * in a five-second sweep from all of time to one day and back, with some panning.
 *
 * Off screen, a frame is layout, snapshot and a texture of the whole; its floor is the
 * same of a widget that shows one colour. In a window (--window) it is all that happens
 * between the frame clock's before-paint and after-paint; its floor is a window of the
 * same size that changes its colour.
 */

#define WIDTH 1280
#define HEIGHT 300
#define FRAMES 300
#define ROUNDS 2
#define SEED 0x5eed1234u

typedef struct
{
  GtkWindow *window;
  GtkWidget *stack;
  GtkWidget *plain;
  PsgTimelineView *view;
  PsgSession *session;
  guint n;
  double table_ms;
  double index_ms;
  double bytes;
  PsgBench *frames;
  PsgBench *floor;
} Bench;

/* The sweep */

static void
show_moment (Bench *self,
             guint  frame)
{
  PsgTimeSpan all = psg_synthetic_events_get_span ();
  double whole = (double) psg_time_span_get_length (&all);
  double u = frame / (double) FRAMES;
  double depth = 0.5 - 0.5 * cos (2 * G_PI * u);
  double length = exp (log (whole) + (log (PSG_MINUTES_PER_DAY) - log (whole)) * depth);
  double dense = 227.0 * PSG_MINUTES_PER_DAY;
  double middle = whole / 2 + (dense - whole / 2) * depth + length * 0.3 * sin (6 * G_PI * u);
  PsgTimeAxis axis = *psg_timeline_model_get_axis (self->view->model);

  axis.start = (double) all.start + middle - length / 2;
  axis.length = length;
  psg_timeline_model_set_axis (self->view->model, &axis);
}

static void
show (Bench     *self,
      GtkWidget *widget)
{
  gtk_stack_set_visible_child (GTK_STACK (self->stack), widget);
  for (guint i = 0; i < 60 || !gtk_widget_get_mapped (widget); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

/* Off screen */

static void
render (Bench     *self,
        GtkWidget *widget,
        PsgBench  *bench,
        gboolean   gl)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self->window));
  GtkSnapshot *snapshot;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  psg_bench_begin (bench);
  snapshot = gtk_snapshot_new ();
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  if (gl)
    glFinish ();
  psg_bench_end (bench);
}

static void
measure_off_screen (Bench *self)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self->window));
  gboolean gl = strstr (G_OBJECT_TYPE_NAME (renderer), "Cairo") == NULL;
  g_autoptr (PsgBench) warm_up = psg_bench_new ();

  for (guint i = 0; i < 20; i++)
    {
      show_moment (self, i % FRAMES);
      render (self, GTK_WIDGET (self->view), warm_up, gl);
      render (self, self->plain, warm_up, gl);
    }

  for (guint i = 0; i < ROUNDS * FRAMES; i++)
    {
      show_moment (self, i % FRAMES);
      render (self, GTK_WIDGET (self->view), self->frames, gl);
      render (self, self->plain, self->floor, gl);
    }
}

/* In a window */

typedef struct
{
  Bench *bench;
  GtkWidget *widget;
  PsgBench *times;
  guint frame;
} Paint;

static void
before_paint_cb (GdkFrameClock *clock,
                 Paint         *paint)
{
  psg_bench_begin (paint->times);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Paint         *paint)
{
  /* The first frames bring the window to rest. */
  if (paint->frame++ > 5)
    psg_bench_end (paint->times);
}

static gboolean
move_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Paint *paint = user_data;

  if (widget == GTK_WIDGET (paint->bench->view))
    show_moment (paint->bench, paint->frame % FRAMES);
  else
    gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static void
paint_frames (Bench     *self,
              GtkWidget *widget,
              PsgBench  *times)
{
  Paint paint = { self, widget, times, 0 };
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &paint);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &paint);
  guint tick = gtk_widget_add_tick_callback (widget, move_cb, &paint, NULL);

  while (paint.frame < FRAMES + 6)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_remove_tick_callback (widget, tick);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
}

static void
measure_in_window (Bench *self)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      show (self, self->plain);
      paint_frames (self, self->plain, self->floor);
      show (self, GTK_WIDGET (self->view));
      paint_frames (self, GTK_WIDGET (self->view), self->frames);
    }
}

/* All of it */

static double
get_ms (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1000.0;
}

static void
set_up (Bench *self,
        guint  n)
{
  gint64 begun = g_get_monotonic_time ();
  PsgCollection *collection = psg_synthetic_collection_new (n, SEED);
  PsgEventTable *events = psg_collection_get_events (collection);
  PsgEventIndex *index;

  self->n = n;
  self->table_ms = get_ms (begun);
  begun = g_get_monotonic_time ();
  index = psg_event_index_new (events, PSG_SYNTHETIC_LANES, NULL);
  self->index_ms = get_ms (begun);
  self->bytes = (psg_event_table_get_size (events) + psg_event_index_get_size (index)) / (double) n;
  psg_event_index_free (index);

  self->session = psg_session_new ();
  psg_session_set_collection (self->session, collection);
  g_object_unref (collection);
  self->view = PSG_TIMELINE_VIEW (psg_timeline_view_new (self->session));
  self->frames = psg_bench_new ();
  self->floor = psg_bench_new ();
}

static void
show_window (Bench *self)
{
  self->window = GTK_WINDOW (gtk_window_new ());
  self->stack = gtk_stack_new ();
  self->plain = psg_bench_plain_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->view));
  gtk_stack_add_child (GTK_STACK (self->stack), self->plain);

  gtk_window_set_decorated (self->window, FALSE);
  gtk_window_set_default_size (self->window, WIDTH, HEIGHT);
  gtk_window_set_child (self->window, self->stack);
  gtk_window_present (self->window);
  show (self, self->plain);
  show (self, GTK_WIDGET (self->view));
}

static void
report (Bench      *self,
        const char *where)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self->window));
  g_autofree char *name = g_ascii_strdown (G_OBJECT_TYPE_NAME (renderer), -1);

  g_print ("{\"bench\": \"timeline-frame\", \"n\": %u, \"renderer\": \"%s\", \"window\": \"%dx%d\", \"where\": \"%s\", "
           "\"frames\": %u",
           self->n, strstr (name, "cairo") != NULL ? "cairo" : strstr (name, "gl") != NULL ? "gl" : name,
           WIDTH, HEIGHT, where, psg_bench_get_n (self->frames));
  psg_bench_print (self->frames, "");
  psg_bench_print (self->floor, "floor_");
  g_print (", \"ratio_p50\": %.2f, \"ratio_p99\": %.2f, \"table_ms\": %.1f, \"index_ms\": %.1f, "
           "\"bytes_an_event\": %.1f}\n",
           psg_bench_get_percentile (self->frames, 0.5) / psg_bench_get_percentile (self->floor, 0.5),
           psg_bench_get_percentile (self->frames, 0.99) / psg_bench_get_percentile (self->floor, 0.99),
           self->table_ms, self->index_ms, self->bytes);
}

static void
save_picture (Bench      *self,
              const char *directory)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self->window));

  for (guint i = 0; i <= FRAMES / 2; i += FRAMES / 10)
    for (guint again = 0; again < 12; again++)
      {
        GtkSnapshot *snapshot = gtk_snapshot_new ();
        g_autoptr (GskRenderNode) node = NULL;
        g_autoptr (GdkTexture) texture = NULL;
        g_autofree char *path = g_strdup_printf ("%s/frame-%u-%03u.png", directory, self->n, i);

        show_moment (self, i);
        for (guint k = 0; k < 10; k++)
          g_main_context_iteration (NULL, FALSE);
        GTK_WIDGET_GET_CLASS (self->view)->snapshot (GTK_WIDGET (self->view), snapshot);
        node = gtk_snapshot_free_to_node (snapshot);
        texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
        gdk_texture_save_to_png (texture, path);
      }
}

int
main (int   argc,
      char *argv[])
{
  Bench self = { 0 };
  gboolean in_window = argc > 2 && g_str_equal (argv[1], "--window");
  const char *pictures = g_getenv ("PSG_BENCH_PICTURES");

  setlocale (LC_ALL, "");
  if (argc < 2)
    return EXIT_FAILURE;

  adw_init ();
  psg_ui_init ();
  set_up (&self, (guint) g_ascii_strtoull (argv[argc - 1], NULL, 10));
  show_window (&self);

  if (in_window)
    measure_in_window (&self);
  else
    measure_off_screen (&self);
  report (&self, in_window ? "window" : "offscreen");
  if (pictures != NULL)
    save_picture (&self, pictures);

  gtk_window_destroy (self.window);
  g_object_unref (self.session);
  psg_bench_free (self.frames);
  psg_bench_free (self.floor);

  return EXIT_SUCCESS;
}
