/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "psg-db.h"
#include "psg-mbtiles.h"
#include "psg-mbtiles-metadata.h"

/* Map files, good and bad, made here: a bad one is an error that says what is wrong, or has
 * tiles that are not there. */

#define METADATA "CREATE TABLE metadata (name TEXT, value TEXT);"
#define TILES "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);" \
              "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);"
#define CUT_PNG "x'89504E470D0A1A0A0000000D49484452000001000000010008020000'"
#define PNG "x'89504E470D0A1A0A0000000D49484452000001000000010008020000000000000000000000" "49454E44AE426082'"
#define LARGE_PNG "x'89504E470D0A1A0A0000000D49484452000010000000010008020000'"
#define JPEG "x'FFD8FFC0000B080100010001FFD9'"
#define PBF "x'1F8B080000000000'"
#define TILE(z, x, y, data) "INSERT INTO tiles VALUES (" #z "," #x "," #y "," data ");"
#define SAY(name, value) "INSERT INTO metadata VALUES ('" name "','" value "');"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->folder = g_dir_make_tmp ("psg-mbtiles-XXXXXX", NULL);
  g_assert_nonnull (f->folder);
  f->path = g_build_filename (f->folder, "a map.mbtiles", NULL);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_remove (f->path);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static void
make_file (Fixture    *f,
           const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgDb) db = psg_db_create (f->path, 4096, &error);

  g_assert_no_error (error);
  psg_db_exec (db, sql, &error);
  g_assert_no_error (error);
}

static PsgTileSource *
open_file (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  PsgMbtiles *map = psg_mbtiles_open (f->path, &error);

  g_assert_no_error (error);

  return PSG_TILE_SOURCE (map);
}

static void
got_result_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GBytes *
load (PsgTileSource *map,
      guint          zoom,
      guint          x,
      guint          y,
      GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  psg_tile_source_load_async (map, zoom, x, y, NULL, got_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return psg_tile_source_load_finish (map, result, error);
}

static void
assert_no_tile (PsgTileSource *map,
                guint          zoom,
                guint          x,
                guint          y,
                int            code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = load (map, zoom, x, y, &error);

  g_assert_error (error, PSG_TILE_ERROR, code);
  g_assert_null (bytes);
}

static void
test_tells_of_itself (Fixture      *f,
                      gconstpointer data)
{
  g_autoptr (PsgTileSource) map = NULL;
  const PsgTileInfo *info;

  make_file (f, METADATA TILES
             SAY ("name", "Old   roads\n& <b>rails</b>") SAY ("format", "png") SAY ("bounds", "20.5,53,27,56.5")
             SAY ("minzoom", "0") SAY ("maxzoom", "99")
             SAY ("attribution", "<a href=\"https://example.org\">&copy; Some &amp; others</a>")
             TILE (6, 36, 42, PNG) TILE (8, 145, 170, PNG));
  map = open_file (f);
  info = psg_tile_source_get_info (map);
  g_assert_cmpstr (info->name, ==, "Old roads & rails");
  g_assert_cmpstr (info->attribution, ==, "© Some & others");
  g_assert_cmpuint (info->min_zoom, ==, 6);
  g_assert_cmpuint (info->max_zoom, ==, 8);
  g_assert_cmpfloat (info->west, ==, 20.5);
  g_assert_cmpfloat (info->south, ==, 53);
  g_assert_cmpfloat (info->east, ==, 27);
  g_assert_cmpfloat (info->north, ==, 56.5);
  g_assert_finalize_object (g_steal_pointer (&map));
}

static void
test_rows_are_counted_from_the_south (Fixture      *f,
                                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgTileSource) map = NULL;
  g_autoptr (GBytes) bytes = NULL;

  make_file (f, METADATA TILES TILE (6, 36, 42, PNG));
  map = open_file (f);
  bytes = load (map, 6, 36, 63 - 42, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 45);
  assert_no_tile (map, 6, 36, 42, PSG_TILE_ERROR_NOT_FOUND);
  assert_no_tile (map, 7, 36, 42, PSG_TILE_ERROR_NOT_FOUND);
}

static void
test_no_metadata_is_needed (Fixture      *f,
                            gconstpointer data)
{
  g_autoptr (PsgTileSource) map = NULL;
  const PsgTileInfo *info;

  make_file (f, METADATA TILES TILE (3, 4, 5, JPEG));
  map = open_file (f);
  info = psg_tile_source_get_info (map);
  g_assert_cmpstr (info->name, ==, "a map.mbtiles");
  g_assert_null (info->attribution);
  g_assert_cmpfloat (info->west, ==, -180);
}

static void
test_nonsense_in_metadata_is_passed_over (Fixture      *f,
                                          gconstpointer data)
{
  static const char *const bounds[] = {
    "", "1,2,3", "1,2,3,4,5", "a,b,c,d", "10,10,5,20", "10,20,15,15", "nan,0,nan,1", "-inf,0,inf,1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      g_autofree char *sql = g_strdup_printf (METADATA TILES TILE (0, 0, 0, PNG)
                                              "INSERT INTO metadata VALUES ('bounds', '%s');"
                                              "INSERT INTO metadata VALUES "
                                              "('name', replace(hex(zeroblob(9999)),'0','n'));"
                                              "INSERT INTO metadata VALUES ('attribution', x'FFFE80');", bounds[i]);
      g_autoptr (PsgTileSource) map = NULL;

      make_file (f, sql);
      map = open_file (f);
      g_assert_cmpfloat (psg_tile_source_get_info (map)->west, ==, -180);
      g_assert_cmpfloat (psg_tile_source_get_info (map)->north, >, 85);
      g_assert_cmpstr (psg_tile_source_get_info (map)->name, ==, "a map.mbtiles");
      g_assert_null (psg_tile_source_get_info (map)->attribution);
      g_remove (f->path);
    }
}

static void
test_what_the_tiles_are_counts (Fixture      *f,
                                gconstpointer data)
{
  g_autoptr (PsgTileSource) map = NULL;

  make_file (f, METADATA TILES SAY ("format", "pbf") TILE (2, 1, 1, JPEG));
  map = open_file (f);
  g_assert_cmpuint (psg_tile_source_get_info (map)->max_zoom, ==, 2);
}

static void
test_views_will_do (Fixture      *f,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgTileSource) map = NULL;
  g_autoptr (GBytes) bytes = NULL;

  make_file (f, METADATA
             "CREATE TABLE map (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id TEXT);"
             "CREATE TABLE images (tile_id TEXT PRIMARY KEY, tile_data BLOB);"
             "CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data FROM map "
             "JOIN images ON images.tile_id = map.tile_id;"
             "INSERT INTO map VALUES (1, 0, 0, 'a'), (1, 1, 0, 'a');"
             "INSERT INTO images VALUES ('a', " PNG ");");
  map = open_file (f);
  bytes = load (map, 1, 1, 1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bytes);
}

/* Such a view would run until the sun goes out. */
static void
test_a_view_without_end_is_stopped (Fixture      *f,
                                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_file (f, METADATA
             "CREATE VIEW tiles AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
             "SELECT -i AS zoom_level, 0 AS tile_column, 0 AS tile_row, " PNG " AS tile_data FROM n;");
  g_assert_null (psg_mbtiles_open (f->path, &error));
  g_assert_error (error, PSG_TILE_ERROR, PSG_TILE_ERROR_TOO_LARGE);
}

static void
test_tiles_that_cannot_be_are_not_there (Fixture      *f,
                                         gconstpointer data)
{
  g_autoptr (PsgTileSource) map = NULL;

  make_file (f, METADATA TILES TILE (40, 0, 0, PNG) TILE (-1, 0, 0, PNG) TILE (2, -1, -1, PNG) TILE (2, 9, 9, PNG)
             TILE (4, 1, 1, "'text'") TILE (4, 2, 1, "NULL") TILE (4, 3, 1, "zeroblob(5000000)")
             TILE (4, 4, 1, "x''"));
  map = open_file (f);
  g_assert_cmpuint (psg_tile_source_get_info (map)->min_zoom, ==, 2);
  g_assert_cmpuint (psg_tile_source_get_info (map)->max_zoom, ==, 4);
  assert_no_tile (map, 2, 0, 0, PSG_TILE_ERROR_NOT_FOUND);
  assert_no_tile (map, 4, 1, 14, PSG_TILE_ERROR_NOT_FOUND);
  assert_no_tile (map, 4, 2, 14, PSG_TILE_ERROR_NOT_FOUND);
  assert_no_tile (map, 4, 3, 14, PSG_TILE_ERROR_TOO_LARGE);
  assert_no_tile (map, 4, 4, 14, PSG_TILE_ERROR_NOT_FOUND);
}

static const struct
{
  const char *name;
  const char *sql;
  int         code;
  const char *said;
} broken[] = {
  { "without-tables", "CREATE TABLE t (x);", PSG_TILE_ERROR_DAMAGED, "metadata" },
  { "without-metadata", TILES TILE (1, 0, 0, PNG), PSG_TILE_ERROR_DAMAGED, "metadata" },
  { "without-tiles", METADATA, PSG_TILE_ERROR_DAMAGED, "tiles" },
  { "with-other-columns", METADATA "CREATE TABLE tiles (z, x, y, data);", PSG_TILE_ERROR_DAMAGED, "zoom_level" },
  { "of-no-tiles", METADATA TILES, PSG_TILE_ERROR_NOT_A_MAP, "no tiles" },
  { "of-no-possible-tiles", METADATA TILES TILE (40, 0, 0, PNG), PSG_TILE_ERROR_NOT_A_MAP, "no tiles" },
  { "of-vectors", METADATA TILES SAY ("format", "png") TILE (1, 0, 0, PBF), PSG_TILE_ERROR_FORMAT, "pbf" },
  { "of-text", METADATA TILES TILE (1, 0, 0, "'text'"), PSG_TILE_ERROR_FORMAT, "PNG" },
  { "of-cut-images", METADATA TILES TILE (1, 0, 0, CUT_PNG), PSG_TILE_ERROR_DAMAGED, "damaged" },
  { "of-large-images", METADATA TILES TILE (1, 0, 0, LARGE_PNG), PSG_TILE_ERROR_TOO_LARGE, "4096" },
  { "of-huge-blobs", METADATA TILES TILE (1, 0, 0, "zeroblob(5000000)"), PSG_TILE_ERROR_TOO_LARGE, "tiles" },
  { "whose-view-makes-a-gigabyte", METADATA
    "CREATE VIEW tiles AS SELECT 1 AS zoom_level, 0 AS tile_column, 0 AS tile_row, zeroblob(1000000000) AS tile_data;",
    PSG_TILE_ERROR_TOO_LARGE, "tiles" },
  { "whose-view-is-broken", METADATA "CREATE VIEW tiles AS SELECT * FROM nowhere;", PSG_TILE_ERROR_DAMAGED, "nowhere" },
  { "whose-view-calls-out", METADATA
    "CREATE VIEW tiles AS SELECT 1 AS zoom_level, 0 AS tile_column, 0 AS tile_row, load_extension('x') AS tile_data;",
    PSG_TILE_ERROR_DAMAGED, "load_extension" },
};

static void
test_broken (Fixture      *f,
             gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;

  make_file (f, broken[i].sql);
  g_assert_null (psg_mbtiles_open (f->path, &error));
  g_assert_error (error, PSG_TILE_ERROR, broken[i].code);
  g_assert_nonnull (strstr (error->message, broken[i].said));
}

static void
test_not_sqlite (Fixture      *f,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (f->path, "a map, says its name, but it is not one", -1, NULL));
  g_assert_null (psg_mbtiles_open (f->path, &error));
  g_assert_error (error, PSG_TILE_ERROR, PSG_TILE_ERROR_NOT_A_MAP);
  g_assert_nonnull (strstr (error->message, "SQLite"));
}

static void
test_no_files (Fixture      *f,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (psg_mbtiles_open (f->path, &error));
  g_assert_error (error, PSG_TILE_ERROR, PSG_TILE_ERROR_IO);
  g_clear_error (&error);
  g_assert_null (psg_mbtiles_open (f->folder, &error));
  g_assert_error (error, PSG_TILE_ERROR, PSG_TILE_ERROR_NOT_A_MAP);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  g_assert_null (psg_mbtiles_open (f->path, &error));
  g_assert_error (error, PSG_TILE_ERROR, PSG_TILE_ERROR_NOT_A_MAP);
}

static void
test_nothing_is_written (Fixture      *f,
                         gconstpointer data)
{
  g_autoptr (PsgTileSource) map = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GDir) dir = NULL;
  gsize size_before, size_after;

  make_file (f, METADATA TILES TILE (1, 0, 0, PNG));
  g_assert_true (g_file_get_contents (f->path, &before, &size_before, NULL));
  map = open_file (f);
  assert_no_tile (map, 1, 1, 1, PSG_TILE_ERROR_NOT_FOUND);
  g_assert_true (g_file_get_contents (f->path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
  dir = g_dir_open (f->folder, 0, NULL);
  g_assert_nonnull (g_dir_read_name (dir));
  g_assert_null (g_dir_read_name (dir));
}

static void
test_opens_in_the_background (Fixture      *f,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PsgMbtiles) map = NULL;

  make_file (f, METADATA TILES TILE (1, 0, 0, PNG));
  psg_mbtiles_open_async (f->path, NULL, got_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  map = psg_mbtiles_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (map);
}

/* Many are asked for, nobody waits, and the map is let go of meanwhile. */
static void
test_requests_can_be_dropped (Fixture      *f,
                              gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *results[50] = { 0 };
  PsgTileSource *map;

  make_file (f, METADATA TILES TILE (6, 36, 42, PNG));
  map = open_file (f);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    psg_tile_source_load_async (map, 6, 36, 21, cancellable, got_result_cb, &results[i]);
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;

      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_null (psg_tile_source_load_finish (map, results[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_object_unref (results[i]);
    }
  g_object_unref (map);
}

static void
test_plain_text (void)
{
  static const struct { const char *html; const char *text; } cases[] = {
    { "© OpenStreetMap contributors", "© OpenStreetMap contributors" },
    { "<a href='x'>A</a> &amp;&nbsp;<i>B</i>", "A & B" },
    { " \n a\t\tb ", "a b" },
    { "1 < 2", "1 < 2" },
    { "&lt;b&gt; &unknown; &", "<b> &unknown; &" },
    { "<br/>", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = psg_mbtiles_plain_text (cases[i].html);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

#define ADD(path, test) g_test_add ("/store/mbtiles/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("tells-of-itself", test_tells_of_itself);
  ADD ("rows-are-counted-from-the-south", test_rows_are_counted_from_the_south);
  ADD ("no-metadata-is-needed", test_no_metadata_is_needed);
  ADD ("nonsense-in-metadata-is-passed-over", test_nonsense_in_metadata_is_passed_over);
  ADD ("what-the-tiles-are-counts-not-what-is-said", test_what_the_tiles_are_counts);
  ADD ("views-will-do", test_views_will_do);
  ADD ("a-view-without-end-is-stopped", test_a_view_without_end_is_stopped);
  ADD ("tiles-that-cannot-be-are-not-there", test_tiles_that_cannot_be_are_not_there);
  ADD ("not-sqlite", test_not_sqlite);
  ADD ("no-files", test_no_files);
  ADD ("nothing-is-written", test_nothing_is_written);
  ADD ("opens-in-the-background", test_opens_in_the_background);
  ADD ("requests-can-be-dropped", test_requests_can_be_dropped);
  g_test_add_func ("/store/mbtiles/plain-text", test_plain_text);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/store/mbtiles/broken/", broken[i].name, NULL);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_broken, tear_down);
    }

  return g_test_run ();
}
