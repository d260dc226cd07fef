/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <libsoup/soup.h>
#include <string.h>

#include "psg-map-detail.h"
#include "psg-map-source.h"
#include "psg-map-info.h"
#include "psg-map-labels.h"
#include "psg-map-view.h"
#include "psg-memory-collection.h"
#include "psg-online-tiles.h"
#include "psg-raster-source.h"
#include "psg-ui.h"

/* The online map, from a server in this process that is good, bad, slow or gone: what the
 * map shows then, and what is asked of the server. Nothing leaves the machine. */

#define WIDTH 740
#define HEIGHT 490
#define MAGENTA 0xff00ff
/* How many pixels show the tiles where nothing else lies over them; how many show none. */
#define MANY (WIDTH * HEIGHT / 2)

typedef struct
{
  SoupServer *server;
  char       *base;        /* of addresses nobody has asked for before: tiles are kept */
  char       *agent;       /* of the last request */
  guint       n_requests;
  GHashTable *asked;       /* char *: the paths */
  guint       n_again;     /* requests for what was asked for before */
  GPtrArray  *paused;      /* messages that are not answered */
  GtkWidget  *window;
  GtkWidget  *view;
  PsgSession *session;
} Fixture;

/* A picture of four colours: magenta but for the last quarter. */
static GBytes *
make_png (int      size,
          guint32  last,
          guint32  alpha)
{
  g_autofree guint32 *pixels = g_new (guint32, size * size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  for (int i = 0; i < size * size; i++)
    pixels[i] = alpha << 24 | (i % size >= size / 2 && i / size >= size / 2 ? last : MAGENTA);
  bytes = g_bytes_new (pixels, size * size * sizeof *pixels);
  texture = gdk_memory_texture_new (size, size, GDK_MEMORY_DEFAULT, bytes, size * 4);

  return gdk_texture_save_to_png_bytes (texture);
}

static void
answer_with (SoupServerMessage *message,
             GBytes            *bytes,
             gsize              length)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_replace (headers, "ETag", "\"one\"");
  soup_server_message_set_response (message, "image/png", SOUP_MEMORY_COPY, g_bytes_get_data (bytes, NULL), length);
}

static gboolean
has_part (const char *path,
          const char *part)
{
  return strstr (path, part) != NULL;
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  Fixture *f = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  g_autoptr (GBytes) png = make_png (has_part (path, "/large/") ? 1500 : 256,
                                     has_part (path, "/quarters/") ? 0x00ff00 : MAGENTA,
                                     has_part (path, "/glass/") ? 0 : 0xff);
  gsize size = g_bytes_get_size (png);

  f->n_requests++;
  if (!g_hash_table_add (f->asked, g_strdup (path)))
    f->n_again++;
  g_free (f->agent);
  f->agent = g_strdup (soup_message_headers_get_one (headers, "User-Agent"));

  if (has_part (path, "/good/") || has_part (path, "/quarters/") || has_part (path, "/large/")
      || has_part (path, "/glass/"))
    answer_with (message, png, size);
  else if (has_part (path, "/cut/"))
    answer_with (message, png, size * 2 / 3);
  else if (has_part (path, "/page/"))
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, "<html>Log in first</html>", 25);
  else if (has_part (path, "/elsewhere/"))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/good/7/72/40.png");
  else if (has_part (path, "/slow/"))
    {
      soup_server_message_pause (message);
      g_ptr_array_add (f->paused, g_object_ref (message));
      return;
    }
  else
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);

  if (soup_server_message_get_status (message) == 0)
    soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GSList) uris = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *unique = g_uuid_string_random ();
  g_autofree char *root = NULL;

  f->paused = g_ptr_array_new_with_free_func (g_object_unref);
  f->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  f->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (f->server, NULL, request_cb, f, NULL);
  soup_server_listen_local (f->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (f->server);
  root = g_uri_to_string (uris->data);
  f->base = g_strconcat (root, unique, "/", NULL);
  g_uri_unref (uris->data);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  psg_map_detail_set_online (psg_map_detail_get_default (), NULL);
  if (f->window != NULL)
    {
      GtkWidget *view = g_object_ref (f->view);

      gtk_window_destroy (GTK_WINDOW (f->window));
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_finalize_object (view);
      g_assert_finalize_object (f->session);
    }
  soup_server_disconnect (f->server);
  g_ptr_array_unref (f->paused);
  g_hash_table_unref (f->asked);
  g_object_unref (f->server);
  g_free (f->base);
  g_free (f->agent);
}

static char *
make_template (Fixture    *f,
               const char *mode)
{
  return g_strconcat (f->base, mode, "/{z}/{x}/{y}.png", NULL);
}

static void
show_map (Fixture *f)
{
  g_autoptr (PsgCollection) collection = psg_memory_collection_new ();

  f->session = psg_session_new ();
  psg_session_set_collection (f->session, collection);
  f->view = psg_map_view_new (f->session);
  f->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (f->window), f->view);
  gtk_window_present (GTK_WINDOW (f->window));
  while (gtk_widget_get_width (f->view) < 2)
    g_main_context_iteration (NULL, TRUE);
}

/* How much of the map is magenta. */
static guint
count_pixels (Fixture *f)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (f->view);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  /* None before the first frame. */
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < HEIGHT; y++)
    {
      const guint32 *row = (const guint32 *) (cairo_image_surface_get_data (surface)
                                              + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < WIDTH; x++)
        n += (row[x] & 0xffffff) == MAGENTA;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return n;
}

/* How many of the offline map's names are drawn. */
static guint
count_names (GtkWidget *root)
{
  g_autoptr (GArray) boxes = PSG_IS_MAP_LABELS (root) ? psg_map_labels_get_boxes (PSG_MAP_LABELS (root)) : NULL;
  guint n = boxes != NULL ? boxes->len : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_names (child);

  return n;
}

/* Until nothing has been asked for a while: there is no other sign that a map is at rest. */
static void
settle (Fixture *f)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  for (guint before = f->n_requests; g_get_monotonic_time () < end; before = f->n_requests)
    {
      g_main_context_iteration (NULL, FALSE);
      if (f->n_requests != before)
        end = g_get_monotonic_time () + G_USEC_PER_SEC / 2;
    }
}

static void
wait_until_shown (Fixture *f)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (count_pixels (f) < MANY)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      settle (f);
    }
}

static void
set_online (Fixture    *f,
            const char *mode)
{
  g_autofree char *url_template = mode != NULL ? make_template (f, mode) : NULL;

  psg_map_detail_set_online (psg_map_detail_get_default (), url_template);
}

static void
test_nothing_is_asked_while_it_is_off (Fixture      *f,
                                       gconstpointer data)
{
  show_map (f);
  settle (f);
  g_assert_null (psg_map_detail_get_online (psg_map_detail_get_default ()));
  g_assert_cmpuint (f->n_requests, ==, 0);
  g_assert_cmpuint (count_pixels (f), ==, 0);
}

static void
test_it_is_shown_and_taken_away (Fixture      *f,
                                 gconstpointer data)
{
  guint n;

  show_map (f);
  g_assert_cmpuint (count_names (f->view), >, 5);
  set_online (f, "good");
  wait_until_shown (f);
  settle (f);
  /* It has names of its own. */
  g_assert_cmpuint (count_names (f->view), ==, 0);
  /* Nobody else is to be taken for us, nor we for anybody else. */
  g_assert_cmpstr (f->agent, ==, PSG_APP_ID "/" PSG_VERSION);

  n = f->n_requests;
  set_online (f, NULL);
  settle (f);
  g_assert_cmpuint (count_pixels (f), ==, 0);
  g_assert_cmpuint (f->n_requests, ==, n);
  g_assert_cmpuint (count_names (f->view), >, 5);
}

static void
test_a_map_made_later_shows_it_too (Fixture      *f,
                                    gconstpointer data)
{
  set_online (f, "good");
  show_map (f);
  wait_until_shown (f);
}

static void
test_no_tile_is_asked_for_twice (Fixture      *f,
                                 gconstpointer data)
{
  show_map (f);
  set_online (f, "good");
  wait_until_shown (f);
  settle (f);
  set_online (f, NULL);
  set_online (f, "good");
  wait_until_shown (f);
  g_assert_cmpuint (f->n_again, ==, 0);
}

/* Whatever a server does, the offline map is there. */
static void
test_a_bad_tile_shows_the_offline_map (Fixture      *f,
                                       gconstpointer data)
{
  show_map (f);
  set_online (f, data);
  while (f->n_requests == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (f);
  g_assert_cmpuint (count_pixels (f), ==, 0);
  g_assert_cmpuint (count_names (f->view), >, 5);
}

/* What can be seen through what lies over it keeps its names. */
static void
test_a_see_through_map_leaves_the_names (Fixture      *f,
                                         gconstpointer data)
{
  show_map (f);
  set_online (f, "glass");
  while (f->n_requests == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (f);
  g_assert_cmpuint (count_names (f->view), >, 5);
}

static void
test_a_server_that_is_gone_shows_the_offline_map (Fixture      *f,
                                                  gconstpointer data)
{
  show_map (f);
  psg_map_detail_set_online (psg_map_detail_get_default (), "http://127.0.0.1:1/{z}/{x}/{y}.png");
  settle (f);
  g_assert_cmpuint (count_pixels (f), ==, 0);
}

static void
test_slow_tiles_are_dropped_when_it_is_turned_off (Fixture      *f,
                                                   gconstpointer data)
{
  PsgTileSource *online;

  show_map (f);
  set_online (f, "slow");
  while (f->paused->len == 0)
    g_main_context_iteration (NULL, TRUE);

  /* Nothing goes on holding it: neither the layer nor a request. */
  online = psg_map_detail_get_online (psg_map_detail_get_default ());
  g_object_add_weak_pointer (G_OBJECT (online), (gpointer *) &online);
  set_online (f, NULL);
  while (online != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_pixels (f), ==, 0);
}

static void
test_one_may_go_further_in (Fixture      *f,
                            gconstpointer data)
{
  double latitude, longitude, zoom;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  show_map (f);
  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 54.6, 25.5, 16, FALSE);
  psg_map_view_get_location (PSG_MAP_VIEW (f->view), &latitude, &longitude, &zoom);
  g_assert_cmpfloat (zoom, ==, PSG_MAP_MAX_ZOOM);
  set_online (f, "good");
  psg_map_view_go_to (PSG_MAP_VIEW (f->view), 54.6, 25.5, 16, FALSE);
  psg_map_view_get_location (PSG_MAP_VIEW (f->view), &latitude, &longitude, &zoom);
  g_assert_cmpfloat (zoom, ==, 16);
  set_online (f, NULL);
  psg_map_view_get_location (PSG_MAP_VIEW (f->view), &latitude, &longitude, &zoom);
  g_assert_cmpfloat (zoom, ==, PSG_MAP_MAX_ZOOM);
}

static GtkLabel *
find_attribution (GtkWidget *root)
{
  GtkLabel *found = PSG_IS_MAP_INFO (root) ? psg_map_info_get_credits (PSG_MAP_INFO (root)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_attribution (child);

  return found;
}

static void
test_it_says_whose_it_is (Fixture      *f,
                          gconstpointer data)
{
  g_autofree char *before = NULL;

  show_map (f);
  before = g_strdup (gtk_label_get_text (find_attribution (f->view)));
  set_online (f, "good");
  g_assert_nonnull (strstr (gtk_label_get_label (find_attribution (f->view)),
                            "https://www.openstreetmap.org/copyright"));
  g_assert_true (g_str_has_suffix (gtk_label_get_text (find_attribution (f->view)), before));
  set_online (f, NULL);
  g_assert_cmpstr (gtk_label_get_text (find_attribution (f->view)), ==, before);
}

static void
filled_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
finish (ShumateMapSource *source,
        GAsyncResult    **result,
        GError          **error)
{
  gboolean filled;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  filled = SHUMATE_MAP_SOURCE_GET_CLASS (source)->fill_tile_finish (source, *result, error);
  g_clear_object (result);

  return filled;
}

static guint32
get_pixel (GdkPaintable *picture,
           int           x,
           int           y)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 256, 256);
  cairo_t *cr = cairo_create (surface);
  guint32 pixel;

  gdk_paintable_snapshot (picture, snapshot, 256, 256);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  pixel = *(guint32 *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return pixel & 0xffffff;
}

/* Beyond the last level, each tile is cut from the one it lies in. */
static void
test_the_last_level_is_enlarged (Fixture      *f,
                                 gconstpointer data)
{
  g_autofree char *url_template = make_template (f, "quarters");
  g_autoptr (PsgTileSource) tiles = psg_online_tiles_new (url_template);
  g_autoptr (ShumateMapSource) source = psg_raster_source_new (tiles);

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (ShumateTile) tile = shumate_tile_new_full (2000 + i % 2, 3000 + i / 2, 256, 20);
      GAsyncResult *result = NULL;
      g_autoptr (GError) error = NULL;

      shumate_map_source_fill_tile_async (source, tile, NULL, filled_cb, &result);
      g_assert_true (finish (source, &result, &error));
      g_assert_no_error (error);
      g_assert_cmphex (get_pixel (shumate_tile_get_paintable (tile), 128, 128), ==, i == 3 ? 0x00ff00 : MAGENTA);
      g_assert_cmpint (shumate_tile_get_state (tile), ==, SHUMATE_STATE_DONE);
    }
}

/* As libshumate does it when a tile leaves the view: libshumate 1.4 crashes if it is told of success. */
static void
test_cancelled_tiles_are_never_filled (Fixture      *f,
                                       gconstpointer data)
{
  static const char *const modes[] = { "good", "slow", "page", "missing" };

  for (guint i = 0; i < G_N_ELEMENTS (modes) * 8; i++)
    {
      g_autofree char *url_template = make_template (f, modes[i % G_N_ELEMENTS (modes)]);
      g_autoptr (PsgTileSource) tiles = psg_online_tiles_new (url_template);
      g_autoptr (ShumateMapSource) source = psg_raster_source_new (tiles);
      g_autoptr (ShumateTile) tile = shumate_tile_new_full (70, 40, 256, 7);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      GAsyncResult *result = NULL;

      shumate_map_source_fill_tile_async (source, tile, cancellable, filled_cb, &result);
      /* A little later each time: in every state it may be in. */
      for (guint n = 0; n < i && result == NULL; n++)
        g_main_context_iteration (NULL, FALSE);
      if (result != NULL)
        {
          g_clear_object (&result);
          continue;
        }
      if (i % 3 == 0)
        psg_raster_source_close (PSG_RASTER_SOURCE (source));
      else
        g_cancellable_cancel (cancellable);
      g_assert_false (finish (source, &result, &error));
      g_assert_nonnull (error);
      g_assert_null (shumate_tile_get_paintable (tile));
      g_assert_cmpuint (psg_raster_source_get_busy (PSG_RASTER_SOURCE (source)), ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const char *const bad[] = { "missing", "cut", "page", "large", "elsewhere", "slow" };

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  psg_ui_init ();

#define ADD(path, data, function) g_test_add ("/ui/map-online/" path, Fixture, data, set_up, function, tear_down)
  ADD ("nothing-is-asked-while-it-is-off", NULL, test_nothing_is_asked_while_it_is_off);
  ADD ("it-is-shown-and-taken-away", NULL, test_it_is_shown_and_taken_away);
  ADD ("a-see-through-map-leaves-the-names", NULL, test_a_see_through_map_leaves_the_names);
  ADD ("a-map-made-later-shows-it-too", NULL, test_a_map_made_later_shows_it_too);
  ADD ("no-tile-is-asked-for-twice", NULL, test_no_tile_is_asked_for_twice);
  ADD ("a-server-that-is-gone-shows-the-offline-map", NULL, test_a_server_that_is_gone_shows_the_offline_map);
  ADD ("slow-tiles-are-dropped-when-it-is-turned-off", NULL, test_slow_tiles_are_dropped_when_it_is_turned_off);
  ADD ("one-may-go-further-in", NULL, test_one_may_go_further_in);
  ADD ("it-says-whose-it-is", NULL, test_it_says_whose_it_is);
  ADD ("the-last-level-is-enlarged", NULL, test_the_last_level_is_enlarged);
  ADD ("cancelled-tiles-are-never-filled", NULL, test_cancelled_tiles_are_never_filled);
#undef ADD
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/map-online/bad-tiles-show-the-offline-map/%s", bad[i]);

      g_test_add (path, Fixture, bad[i], set_up, test_a_bad_tile_shows_the_offline_map, tear_down);
    }

  return g_test_run ();
}
