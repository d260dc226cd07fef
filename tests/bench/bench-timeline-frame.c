/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <epoxy/gl.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "psg-bench.h"
#include "psg-synthetic-collection.h"
#include "psg-timeline-view-private.h"
#include "psg-ui.h"

/*
 * bench-timeline-frame [--window] N: what a frame of the timeline costs with N events,
 * in a five-second sweep from all of time to one day and back, with some panning.
 *
 * Off screen, a frame is layout, snapshot and a texture of the whole. Its floor is the
 * same of a widget that shows one colour and nothing else; beside it stands the timeline
 * with no events (ruler, lanes, grid, overview), on the same way, as "empty", and what it
 * takes to show a ready image of that size, as "copy": no drawing of one's own costs less. In a window
 * (--window) a frame is all that happens between the frame clock's before-paint and
 * after-paint; its floor is the same window with a widget that changes its colour.
 */

#define WIDTH 1280
#define HEIGHT 300
#define FRAMES 300
#define ROUNDS 2
#define SEED 0x5eed1234u

typedef struct
{
  GtkWindow *window;
  GtkWidget *stack;   /* in a window: one is shown at a time */
  GtkWidget *plain;
  GtkWidget *ready;   /* shows an image */
  PsgTimelineView *view;
  PsgSession *session;
  PsgTimelineView *bare; /* a timeline without events */
  PsgSession *bare_session;
  guint n;
  double table_ms;
  double index_ms;
  double bytes;
  PsgBench *frames;
  PsgBench *empty;
  PsgBench *copy;
  PsgBench *floor;
} Bench;

/* A widget of one colour, another one each time; or of one image. */

#define PLAIN_TYPE (plain_get_type ())
G_DECLARE_FINAL_TYPE (Plain, plain, BENCH, PLAIN, GtkWidget)

struct _Plain
{
  GtkWidget parent_instance;
  cairo_surface_t *image;
  guint turn;
};

G_DEFINE_FINAL_TYPE (Plain, plain, GTK_TYPE_WIDGET)

static void
plain_snapshot (GtkWidget   *widget,
                GtkSnapshot *snapshot)
{
  Plain *self = BENCH_PLAIN (widget);
  GdkRGBA colour = { 0.9f + 0.05f * (self->turn++ % 2), 0.9f, 0.9f, 1 };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT);
  cairo_t *cr;

  if (self->image == NULL)
    {
      gtk_snapshot_append_color (snapshot, &colour, &bounds);
      return;
    }

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_surface (cr, self->image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
plain_finalize (GObject *object)
{
  g_clear_pointer (&BENCH_PLAIN (object)->image, cairo_surface_destroy);

  G_OBJECT_CLASS (plain_parent_class)->finalize (object);
}

static void
plain_class_init (PlainClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = plain_snapshot;
  G_OBJECT_CLASS (klass)->finalize = plain_finalize;
}

static void
plain_init (Plain *self)
{
}

/* The sweep */

static void
show_moment (PsgTimelineView *view,
             guint            frame)
{
  PsgTimeSpan all = psg_synthetic_events_get_span ();
  double whole = (double) psg_time_span_get_length (&all);
  double u = frame / (double) FRAMES;
  double depth = 0.5 - 0.5 * cos (2 * G_PI * u);
  double length = exp (log (whole) + (log (PSG_MINUTES_PER_DAY) - log (whole)) * depth);
  double dense = 227.0 * PSG_MINUTES_PER_DAY;
  double middle = whole / 2 + (dense - whole / 2) * depth + length * 0.3 * sin (6 * G_PI * u);
  PsgTimeAxis axis = *psg_timeline_model_get_axis (view->model);

  axis.start = (double) all.start + middle - length / 2;
  axis.length = length;
  psg_timeline_motion_set_axis (psg_timeline_model_get_motion (view->model), &axis);
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
      show_moment (self->view, i % FRAMES);
      render (self, GTK_WIDGET (self->view), warm_up, gl);
      render (self, self->plain, warm_up, gl);
    }

  for (guint i = 0; i < ROUNDS * FRAMES; i++)
    {
      show_moment (self->view, i % FRAMES);
      render (self, GTK_WIDGET (self->view), self->frames, gl);
      show_moment (self->bare, i % FRAMES);
      render (self, GTK_WIDGET (self->bare), self->empty, gl);
      render (self, self->ready, self->copy, gl);
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
    show_moment (paint->bench->view, paint->frame % FRAMES);
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

static PsgTimelineView *
make_view (PsgCollection  *collection,
           PsgSession    **session)
{
  *session = psg_session_new ();
  psg_session_set_collection (*session, collection);

  return PSG_TIMELINE_VIEW (psg_timeline_view_new (*session));
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

  self->view = make_view (collection, &self->session);
  g_object_unref (collection);
  collection = psg_synthetic_collection_new (0, SEED);
  self->bare = make_view (collection, &self->bare_session);
  g_object_unref (collection);
  self->frames = psg_bench_new ();
  self->empty = psg_bench_new ();
  self->copy = psg_bench_new ();
  self->floor = psg_bench_new ();
}

/* What is drawn off screen must be mapped all the same: there, all lie over one another. */
static void
show_window (Bench   *self,
             gboolean in_window)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->window = GTK_WINDOW (gtk_window_new ());
  self->plain = g_object_new (PLAIN_TYPE, NULL);
  self->ready = g_object_ref_sink (g_object_new (PLAIN_TYPE, NULL));
  BENCH_PLAIN (self->ready)->image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (self->view));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->stack);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->bare));
  gtk_widget_set_visible (GTK_WIDGET (self->bare), !in_window);
  if (in_window)
    gtk_stack_add_child (GTK_STACK (self->stack), self->plain);
  else
    gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->plain);

  gtk_window_set_decorated (self->window, FALSE);
  gtk_window_set_default_size (self->window, WIDTH, HEIGHT);
  gtk_window_set_child (self->window, overlay);
  gtk_window_present (self->window);
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
  if (psg_bench_get_n (self->empty) > 0)
    {
      psg_bench_print (self->empty, "empty_");
      psg_bench_print (self->copy, "copy_");
      g_print (", \"empty_ratio_p50\": %.2f, \"empty_ratio_p99\": %.2f",
               psg_bench_get_percentile (self->frames, 0.5) / psg_bench_get_percentile (self->empty, 0.5),
               psg_bench_get_percentile (self->frames, 0.99) / psg_bench_get_percentile (self->empty, 0.99));
    }
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

        show_moment (self->view, i);
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
  show_window (&self, in_window);

  if (in_window)
    measure_in_window (&self);
  else
    measure_off_screen (&self);
  report (&self, in_window ? "window" : "offscreen");
  if (pictures != NULL)
    save_picture (&self, pictures);

  gtk_window_destroy (self.window);
  g_object_unref (self.session);
  g_object_unref (self.bare_session);
  psg_bench_free (self.frames);
  psg_bench_free (self.empty);
  psg_bench_free (self.copy);
  g_object_unref (self.ready);
  psg_bench_free (self.floor);

  return EXIT_SUCCESS;
}
