/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <locale.h>
#include <malloc.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "psg-basemap-draw.h"
#include "psg-bench.h"
#include "psg-collection-file.h"
#include "psg-map-source.h"
#include "psg-map-view-private.h"
#include "psg-mercator.h"
#include "psg-palette.h"
#include "psg-ui.h"

/*
 * bench-map-frame FILE: what the main thread spends on a frame of the map while it is
 * panned and zoomed by a script, base map and all; its floor is the same map without a
 * base map, turn about. A frame is all that the thread does from one after-paint to the next,
 * so that tiles that arrive in between count. Besides: how long the base map takes to
 * load and what it takes to keep, tiles to draw, names to place.
 *
 * With PSG_BENCH_PICTURES=FOLDER it saves pictures of some zoom levels instead.
 */

#define WIDTH 1280
#define HEIGHT 800
#define FRAMES 180
#define ROUNDS 2
#define LOADS 20

typedef struct
{
  PsgMapView *view;
  GtkWindow *window;
  PsgBench *times;
  gboolean zooming;
  guint frame;
} Bench;

/* Pans along the border; or zooms in on it and out again. */
static void
show_moment (Bench *self)
{
  double u = self->frame / (double) FRAMES;
  double longitude = 25.4 + 1.6 * sin (2 * G_PI * u);
  double latitude = 54.6 + 0.8 * sin (4 * G_PI * u);
  double zoom = self->zooming ? 9.0 - 3.0 * cos (2 * G_PI * u) : 8.3;

  psg_map_view_go_to (self->view, latitude, longitude, zoom, FALSE);
}

static gboolean
move_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  show_moment (user_data);

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
              gboolean  zooming,
              PsgBench *times)
{
  GtkWidget *widget = GTK_WIDGET (self->view);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  guint tick = gtk_widget_add_tick_callback (widget, move_cb, self, NULL);

  self->times = times;
  self->zooming = zooming;
  self->frame = 0;
  while (self->frame < FRAMES + 6)
    g_main_context_iteration (NULL, TRUE);

  gtk_widget_remove_tick_callback (widget, tick);
  g_signal_handler_disconnect (clock, after);
}

static void
set_basemap (Bench   *self,
             gboolean shown)
{
  if (shown && self->view->base == NULL)
    psg_map_view_replace_base (self->view);
  else if (!shown && self->view->base != NULL)
    {
      shumate_map_remove_layer (self->view->map, self->view->base);
      self->view->base = NULL;
    }
}

static void
wait (double seconds)
{
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static const char *
get_renderer (Bench *self)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self->window));

  return GSK_IS_CAIRO_RENDERER (renderer) ? "cairo" : "gl";
}

static void
measure_frames (Bench      *self,
                const char *name,
                gboolean    zooming)
{
  g_autoptr (PsgBench) frames = psg_bench_new ();
  g_autoptr (PsgBench) floor = psg_bench_new ();
  g_autoptr (PsgBench) warm_up = psg_bench_new ();

  paint_frames (self, zooming, warm_up);
  for (guint i = 0; i < ROUNDS; i++)
    {
      set_basemap (self, FALSE);
      paint_frames (self, zooming, floor);
      set_basemap (self, TRUE);
      paint_frames (self, zooming, frames);
    }

  g_print ("{\"bench\": \"map-frame\", \"renderer\": \"%s\", \"window\": \"%dx%d\", \"what\": \"%s\", \"frames\": %u",
           get_renderer (self), WIDTH, HEIGHT, name, psg_bench_get_n (frames));
  psg_bench_print (frames, "");
  psg_bench_print (floor, "floor_");
  g_print (", \"ratio_p50\": %.2f, \"goal_ratio\": 1.5}\n",
           psg_bench_get_percentile (frames, 0.5) / psg_bench_get_percentile (floor, 0.5));
}

/* What a tile costs in the thread that draws it. */
static void
measure_tiles (Bench *self,
               guint  zoom)
{
  g_autoptr (PsgBench) once = psg_bench_new ();
  g_autoptr (PsgBench) twice = psg_bench_new ();
  double n = exp2 (zoom);
  guint column = psg_mercator_x (25.3) * n, row = psg_mercator_y (54.6) * n;

  for (guint i = 0; i < 5 * 9; i++)
    for (guint resolution = 1; resolution <= 2; resolution++)
      {
        PsgBench *bench = resolution == 1 ? once : twice;
        GdkPaintable *tile;

        psg_bench_begin (bench);
        tile = psg_map_source_draw_tile (self->view->basemap, PSG_SCHEME_LIGHT, resolution,
                                         column - 1 + i % 3, row - 1 + i / 3 % 3, zoom);
        psg_bench_end (bench);
        g_object_unref (tile);
      }

  g_print ("{\"bench\": \"map-frame\", \"renderer\": null, \"window\": null, \"what\": \"tile\", "
           "\"zoom\": %u, \"n\": %u", zoom, psg_bench_get_n (once));
  psg_bench_print (once, "");
  psg_bench_print (twice, "oversampled_");
  g_print ("}\n");
}

/* Names are placed anew when the zoom level comes to another quarter. */
static void
measure_names (Bench *self)
{
  g_autoptr (PsgBench) cold = psg_bench_new ();
  g_autoptr (PsgBench) warm = psg_bench_new ();

  for (guint round = 0; round < 6; round++)
    for (double zoom = 6; zoom < 12; zoom += 0.25)
      {
        g_autoptr (GArray) names = NULL;

        psg_map_view_go_to (self->view, 54.6, 25.4, zoom + 0.1, FALSE);
        psg_bench_begin (round == 0 ? cold : warm);
        psg_map_labels_forget (self->view->labels, round == 0);
        names = psg_map_labels_get_obstacles (self->view->labels, FALSE);
        psg_bench_end (round == 0 ? cold : warm);
      }

  g_print ("{\"bench\": \"map-frame\", \"renderer\": null, \"window\": null, \"what\": \"names\", \"n\": %u, "
           "\"goal_ms\": 4", psg_bench_get_n (warm));
  psg_bench_print (warm, "");
  psg_bench_print (cold, "cold_");
  g_print ("}\n");
}

static void
measure_load (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (PSG_RESOURCE_PREFIX "/basemap/region.lbm", 0, NULL);
  g_autoptr (PsgBench) loads = psg_bench_new ();
  PsgBasemap *maps[LOADS];
  size_t before = mallinfo2 ().uordblks + mallinfo2 ().hblkhd, after;

  for (guint i = 0; i < LOADS; i++)
    {
      psg_bench_begin (loads);
      maps[i] = psg_basemap_new_from_bytes (bytes, NULL);
      psg_bench_end (loads);
    }
  after = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
  for (guint i = 0; i < LOADS; i++)
    psg_basemap_unref (maps[i]);

  g_print ("{\"bench\": \"map-frame\", \"renderer\": null, \"window\": null, \"what\": \"load\", \"n\": %d, "
           "\"file_kib\": %.0f, \"memory_kib\": %.0f", LOADS, g_bytes_get_size (bytes) / 1024.0,
           (after - before) / 1024.0 / LOADS);
  psg_bench_print (loads, "");
  g_print (", \"goal_ms\": 10}\n");
}

static void
save_pictures (Bench      *self,
               const char *folder)
{
  static const double zooms[] = { 6, 7.5, 9, 11 };
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self->window));
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self->view));
  const char *name = g_getenv ("PSG_BENCH_NAME");

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->view));
      g_autoptr (GskRenderNode) node = NULL;
      g_autoptr (GdkTexture) texture = NULL;
      g_autofree char *path = g_strdup_printf ("%s/z%g-%s.png", folder, zooms[i], name != NULL ? name : "map");
      GtkSnapshot *snapshot;

      psg_map_view_go_to (self->view, 54.62, 25.3, zooms[i], FALSE);
      wait (4);
      snapshot = gtk_snapshot_new ();
      gtk_snapshot_scale (snapshot, scale, scale);
      gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
      node = gtk_snapshot_free_to_node (snapshot);
      texture = gsk_renderer_render_texture (renderer, node,
                                             &GRAPHENE_RECT_INIT (0, 0, WIDTH * scale, HEIGHT * scale));
      gdk_texture_save_to_png (texture, path);
    }
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, PSG_RESOURCE_PREFIX "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
show_window (Bench *self)
{
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (self->window, FALSE);
  gtk_window_set_default_size (self->window, WIDTH, HEIGHT);
  gtk_window_set_child (self->window, GTK_WIDGET (self->view));
  gtk_window_present (self->window);
  wait (1);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (PsgCollectionFile) file = NULL;
  g_autoptr (PsgSession) session = NULL;
  g_autoptr (GError) error = NULL;
  const char *pictures = g_getenv ("PSG_BENCH_PICTURES");
  const char *languages[] = { g_getenv ("PSG_BENCH_LANGUAGE"), NULL };
  Bench self = { 0 };

  setlocale (LC_ALL, "");
  if (argc < 2)
    return EXIT_FAILURE;

  adw_init ();
  psg_ui_init ();
  load_style ();
  if (languages[0] != NULL)
    psg_text_set_preferred (languages);
  if (g_getenv ("PSG_BENCH_DARK") != NULL)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);

  file = psg_collection_file_open (argv[1], NULL, &error);
  if (file == NULL)
    g_error ("%s", error->message);
  session = psg_session_new ();
  psg_session_set_collection (session, PSG_COLLECTION (file));
  self.view = PSG_MAP_VIEW (psg_map_view_new (session));
  show_window (&self);

  if (pictures != NULL)
    save_pictures (&self, pictures);
  else
    {
      measure_load ();
      for (guint zoom = 5; zoom <= 12; zoom++)
        measure_tiles (&self, zoom);
      measure_names (&self);
      measure_frames (&self, "pan", FALSE);
      measure_frames (&self, "zoom", TRUE);
    }
  gtk_window_destroy (self.window);

  return EXIT_SUCCESS;
}
