/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <poppler.h>

#include "psg-bench.h"
#include "psg-pdf-view.h"
#include "psg-test-pdf.h"
#include "psg-ui.h"

/*
 * bench-pdf-page: what it takes to have a page of a PDF as wide as a window of 1440 × 900; its floor is Poppler
 * drawing the same page by itself, turn about. Then what scrolling through the pages takes of the main thread, and
 * from frame to frame; the floor of that is scrolling past pictures that are there already. And how long it is
 * from a file to its first page.
 */

#define WIDTH 1440
#define HEIGHT 900
#define N_PAGES 40
#define N_STROKES 150
#define FRAMES 240
#define OPENINGS 9
/* The pixels of a brisk turn of the wheel. */
#define STEP 90

typedef struct
{
  const char    *path;
  GtkWindow     *window;
  GtkAdjustment *adjustment;
  PsgBench      *frames;
  PsgBench      *main_thread;
  double         begun;
  guint          frame;
} Bench;

/* Time as a person has it: another thread is at work. */
static double
get_clock (void)
{
  return g_get_monotonic_time () / 1e3;
}

static void
store_result_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static PsgPdfInfo *
open_file (PsgPdfFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;

  psg_pdf_file_open_async (file, NULL, store_result_cb, &result);

  return psg_pdf_file_open_finish (wait_for (&result), NULL);
}

static void
draw_ours (PsgPdfFile *file,
           guint       page,
           double      scale,
           PsgBench   *times)
{
  PsgPdfPart part = { page, scale, 0, 0, WIDTH, (int) (PSG_TEST_PDF_HEIGHT * scale) };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GError) error = NULL;
  double begun = get_clock ();

  psg_pdf_file_draw_async (file, &part, PSG_PDF_NOW, NULL, store_result_cb, &result);
  texture = psg_pdf_file_draw_finish (wait_for (&result), &error);
  psg_bench_add (times, get_clock () - begun);
  g_assert_no_error (error);
}

static void
draw_floor (PopplerDocument *document,
            guint            page,
            double           scale,
            PsgBench        *times)
{
  PopplerPage *source;
  cairo_surface_t *surface;
  cairo_t *cr;
  double begun = get_clock ();

  source = poppler_document_get_page (document, (int) page);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, (int) (PSG_TEST_PDF_HEIGHT * scale));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  poppler_page_render (source, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (source);
  psg_bench_add (times, get_clock () - begun);
}

static void
print (const char *what,
       PsgBench   *times,
       const char *floor_name,
       PsgBench   *floor,
       const char *goal)
{
  g_print ("{\"bench\": \"pdf-page\", \"what\": \"%s\", \"n\": %u", what, psg_bench_get_n (times));
  psg_bench_print (times, "");
  if (floor != NULL)
    {
      g_print (", \"floor\": \"%s\"", floor_name);
      psg_bench_print (floor, "floor_");
    }
  g_print (", \"goal\": \"%s\"}\n", goal);
}

static void
bench_draw (Bench *self)
{
  g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, NULL);
  g_autoptr (PsgPdfFile) file = psg_pdf_file_new (self->path);
  g_autoptr (PsgPdfInfo) info = open_file (file);
  g_autoptr (PsgBench) times = psg_bench_new ();
  g_autoptr (PsgBench) floor = psg_bench_new ();
  double scale = (double) WIDTH / PSG_TEST_PDF_WIDTH;

  for (guint page = 0; page < info->n_pages; page++)
    {
      draw_ours (file, page, scale, times);
      draw_floor (document, page, scale, floor);
    }
  g_object_unref (document);
  print ("draw", times, "poppler alone", floor, "p50 at most 1.2 × the floor");
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench         *self)
{
  if (self->frame++ > 5)
    {
      psg_bench_add (self->frames, get_clock () - self->begun);
      psg_bench_end (self->main_thread);
    }
  self->begun = get_clock ();
  psg_bench_begin (self->main_thread);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  Bench *self = data;
  double end = gtk_adjustment_get_upper (self->adjustment) - gtk_adjustment_get_page_size (self->adjustment);
  double value = gtk_adjustment_get_value (self->adjustment) + STEP;

  gtk_adjustment_set_value (self->adjustment, value < end ? value : 0);

  return G_SOURCE_CONTINUE;
}

static void
scroll (Bench     *self,
        GtkWidget *scroller,
        PsgBench  *frames,
        PsgBench  *main_thread)
{
  GdkFrameClock *clock;
  gulong after;
  guint tick;

  gtk_window_set_child (self->window, scroller);
  clock = gtk_widget_get_frame_clock (scroller);
  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  self->frames = frames;
  self->main_thread = main_thread;
  self->frame = 0;
  after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  tick = gtk_widget_add_tick_callback (scroller, scroll_cb, self, NULL);
  while (self->frame < FRAMES + 6)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_remove_tick_callback (scroller, tick);
  g_signal_handler_disconnect (clock, after);
}

/* The floor: pictures below one another that are all there already, of which those in sight are drawn. */

#define BENCH_TYPE_PICTURES (bench_pictures_get_type ())
G_DECLARE_FINAL_TYPE (BenchPictures, bench_pictures, BENCH, PICTURES, GtkWidget)

struct _BenchPictures
{
  GtkWidget parent_instance;

  GdkTexture *texture;
};

G_DEFINE_FINAL_TYPE (BenchPictures, bench_pictures, GTK_TYPE_WIDGET)

static GtkAdjustment *
find_adjustment (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static void
bench_pictures_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  BenchPictures *self = BENCH_PICTURES (widget);
  int height = gdk_texture_get_height (self->texture);
  double top = gtk_adjustment_get_value (find_adjustment (widget));

  for (int i = (int) (top / height); i * height < top + HEIGHT; i++)
    gtk_snapshot_append_texture (snapshot, self->texture,
                                 &GRAPHENE_RECT_INIT (0, i * height, gdk_texture_get_width (self->texture), height));
}

static void
bench_pictures_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = *natural = across ? 100 : N_PAGES * gdk_texture_get_height (BENCH_PICTURES (widget)->texture);
}

static void
bench_pictures_class_init (BenchPicturesClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_pictures_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = bench_pictures_measure;
}

static void
bench_pictures_init (BenchPictures *self)
{
}

static GtkWidget *
new_pictures (GdkTexture *texture)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  BenchPictures *pictures = g_object_new (BENCH_TYPE_PICTURES, NULL);

  pictures->texture = texture;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (pictures));
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), "value-changed",
                            G_CALLBACK (gtk_widget_queue_draw), pictures);

  return scroller;
}

static GtkWidget *
new_view (PsgPdfFile *file)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), psg_pdf_view_new (file, open_file (file)));

  return scroller;
}

static void
bench_scroll (Bench *self)
{
  g_autoptr (PsgPdfFile) file = psg_pdf_file_new (self->path);
  g_autoptr (PsgBench) frames = psg_bench_new ();
  g_autoptr (PsgBench) main_thread = psg_bench_new ();
  g_autoptr (PsgBench) floor_frames = psg_bench_new ();
  g_autoptr (PsgBench) floor_main = psg_bench_new ();
  double scale = (double) (WIDTH - 24) / PSG_TEST_PDF_WIDTH;
  PsgPdfPart part = { 0, scale, 0, 0, WIDTH - 24, (int) (PSG_TEST_PDF_HEIGHT * scale) };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  psg_pdf_file_draw_async (file, &part, PSG_PDF_NOW, NULL, store_result_cb, &result);
  texture = psg_pdf_file_draw_finish (wait_for (&result), NULL);
  scroll (self, new_pictures (texture), floor_frames, floor_main);
  scroll (self, new_view (file), frames, main_thread);
  gtk_window_set_child (self->window, NULL);
  print ("scroll-frame", frames, "pictures that are there", floor_frames, "p99 as the floor's");
  print ("scroll-main-thread", main_thread, "pictures that are there", floor_main, "p99 at most 8 ms over the floor");
}

static void
bench_open (Bench *self)
{
  g_autoptr (PsgBench) times = psg_bench_new ();

  for (guint i = 0; i < OPENINGS; i++)
    {
      g_autoptr (PsgPdfFile) file = NULL;
      double begun = get_clock ();
      GtkWidget *scroller;

      file = psg_pdf_file_new (self->path);
      scroller = new_view (file);
      gtk_window_set_child (self->window, scroller);
      while (psg_pdf_view_is_busy (PSG_PDF_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)))))
        g_main_context_iteration (NULL, TRUE);
      psg_bench_add (times, get_clock () - begun);
      gtk_window_set_child (self->window, NULL);
    }
  print ("open", times, NULL, NULL, "p50 at most 300 ms");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  Bench self = { 0 };

  setlocale (LC_ALL, "");
  gtk_init ();
  adw_init ();
  psg_ui_init ();

  folder = g_dir_make_tmp ("psg-bench-XXXXXX", NULL);
  path = g_build_filename (folder, "long.pdf", NULL);
  psg_test_pdf_write_long (path, N_PAGES, N_STROKES);
  self.path = path;
  self.window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (self.window, FALSE);
  gtk_window_set_default_size (self.window, WIDTH, HEIGHT);
  gtk_window_present (self.window);
  while (gtk_widget_get_width (GTK_WIDGET (self.window)) < 2)
    g_main_context_iteration (NULL, TRUE);

  bench_draw (&self);
  bench_open (&self);
  bench_scroll (&self);

  gtk_window_destroy (self.window);
  g_unlink (path);
  g_rmdir (folder);

  return 0;
}
