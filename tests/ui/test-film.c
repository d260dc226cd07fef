/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-paper-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>

#include "psg-film.h"
#include "psg-ui.h"

/* The playback as numbered pictures. Nothing here has a display. */

#define WIDTH 160
#define HEIGHT 120

static int no_mounts; /* why not, or 0 */

typedef struct
{
  PsgCollection *collection;
  PsgScene *scene;
  PsgFilm *film;
  char *parent;
  GFile *folder;
  GCancellable *cancellable;
  GMainLoop *loop;
  guint n_told;
  guint cancel_at;
  GError *error;
  gboolean done;
} Fixture;

/* A month of it, in which something happens. */
static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (PsgFilter) filter = psg_filter_parse ("during:2021-07");
  PsgFigure figure = { .parts = PSG_SCENE_TIMELINE, .width = WIDTH, .height = HEIGHT, .title = "A title" };

  f->collection = psg_paper_fixture_open ();
  f->scene = figure.scene = psg_scene_new (f->collection);
  g_assert_true (psg_session_set_filter (psg_scene_get_session (f->scene), filter, NULL));
  f->film = psg_film_new (&figure, PSG_PLAYBACK_MONTH, 4);
  f->parent = g_dir_make_tmp ("psg-film-XXXXXX", NULL);
  f->folder = g_file_new_build_filename (f->parent, "pictures", NULL);
  f->cancellable = g_cancellable_new ();
  f->loop = g_main_loop_new (NULL, FALSE);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_clear_pointer (&f->film, psg_film_free);
  psg_scene_unref (f->scene);
  g_assert_finalize_object (f->collection);
  g_object_unref (f->folder);
  g_object_unref (f->cancellable);
  g_main_loop_unref (f->loop);
  g_clear_error (&f->error);
  g_assert_cmpint (g_rmdir (f->parent), ==, 0);
  g_free (f->parent);
}

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Fixture *f = data;

  f->done = psg_film_record_finish (result, &f->error);
  g_main_loop_quit (f->loop);
}

static void
progress_cb (PsgFilm *film,
             guint    n_done,
             gpointer data)
{
  Fixture *f = data;

  g_assert_cmpuint (n_done, ==, ++f->n_told);
  if (n_done == f->cancel_at)
    g_cancellable_cancel (f->cancellable);
  g_assert_false (g_file_query_exists (f->folder, NULL));
}

static void
record (Fixture *f)
{
  psg_film_record_async (f->film, f->folder, progress_cb, f, f->cancellable, recorded_cb, f);
  g_main_loop_run (f->loop);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* (transfer full) */
static char *
get_frame (Fixture *f,
           guint    i)
{
  g_autofree char *name = g_strdup_printf ("frame-%06u.png", i);

  return g_build_filename (f->parent, "pictures", name, NULL);
}

static void
check_frame (Fixture *f,
             guint    i)
{
  g_autofree char *path = get_frame (f, i);
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, HEIGHT);
  cairo_surface_destroy (surface);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_all_pictures_are_there (Fixture      *f,
                             gconstpointer data)
{
  guint n = psg_film_get_n_frames (f->film);
  g_autofree char *path = g_file_get_path (f->folder);

  record (f);
  g_assert_no_error (f->error);
  g_assert_true (f->done);
  g_assert_cmpuint (n, >, 8);
  g_assert_cmpuint (f->n_told, ==, n);
  g_assert_cmpuint (count_files (path), ==, n);
  for (guint i = 1; i <= n; i++)
    check_frame (f, i);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* Of what is played: the first day of the range, and in the end its last. */
static void
test_time_runs_through_the_range (Fixture      *f,
                                  gconstpointer data)
{
  PsgSession *session = psg_scene_get_session (f->scene);
  PsgDay before = psg_session_get_playhead (session);
  PsgTimeSpan span = *psg_session_get_span (session);
  guint n = 0, n_changed = 0;
  gboolean changed;

  g_assert_true (psg_film_next (f->film, &changed));
  g_assert_true (changed);
  g_assert_cmpint (psg_session_get_playhead (session), ==, psg_day_parse_iso ("2021-07-01"));
  for (n = 1; psg_film_next (f->film, &changed); n++)
    n_changed += changed ? 1 : 0;
  g_assert_cmpint (psg_session_get_playhead (session), ==, psg_day_parse_iso ("2021-07-31"));
  g_assert_cmpuint (n, ==, psg_film_get_n_frames (f->film));
  g_assert_cmpuint (n_changed, >, 2);
  g_assert_cmpuint (n_changed, <, n);

  /* And then all is as it was. */
  g_clear_pointer (&f->film, psg_film_free);
  g_assert_cmpint (psg_session_get_playhead (session), ==, before);
  g_assert_true (psg_time_span_equal (psg_session_get_span (session), &span));
}

static void
test_cancelling_leaves_nothing (Fixture      *f,
                                gconstpointer data)
{
  f->cancel_at = 3;
  record (f);
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (f->n_told, ==, 3);
  g_assert_cmpuint (count_files (f->parent), ==, 0);
}

static void
test_what_is_there_stays (Fixture      *f,
                          gconstpointer data)
{
  g_autofree char *path = g_file_get_path (f->folder);

  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  record (f);
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_nonnull (strstr (f->error->message, "pictures"));
  g_assert_cmpuint (count_files (f->parent), ==, 1);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
test_a_full_disk_is_told (Fixture      *f,
                          gconstpointer data)
{
  if (no_mounts != 0)
    {
      g_test_skip ("no file system can be mounted here");
      return;
    }

  g_assert_cmpint (mount ("tmpfs", f->parent, "tmpfs", 0, "size=40k"), ==, 0);
  record (f);
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (g_str_has_prefix (f->error->message, "The disk is full"));
  g_assert_cmpuint (count_files (f->parent), ==, 0);
  g_assert_cmpint (umount2 (f->parent, MNT_DETACH), ==, 0);
}

static void
test_too_many_are_refused (Fixture      *f,
                           gconstpointer data)
{
  g_autoptr (PsgFilter) all = psg_filter_parse ("");
  PsgFigure figure = { .scene = f->scene, .parts = PSG_SCENE_MAP, .width = WIDTH, .height = 8 };
  guint n;

  g_assert_true (psg_session_set_filter (psg_scene_get_session (f->scene), all, NULL));
  n = psg_film_count_frames (f->scene, PSG_PLAYBACK_DAY, 60);
  g_assert_cmpuint (n, >, psg_film_count_frames (f->scene, PSG_PLAYBACK_YEAR, 60));
  g_assert_cmpuint (n, <=, PSG_FILM_MAX_FRAMES + 1);
  psg_film_free (f->film);
  f->film = psg_film_new (&figure, PSG_PLAYBACK_YEAR, 1);
  record (f);
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_cmpuint (count_files (f->parent), ==, 0);
}

#define ADD(path, function) g_test_add ("/ui/film/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  /* What is mounted is seen by this program alone. */
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    no_mounts = errno;

  g_test_init (&argc, &argv, NULL);
  psg_ui_init ();

  ADD ("all-pictures-are-there", test_all_pictures_are_there);
  ADD ("time-runs-through-the-range", test_time_runs_through_the_range);
  ADD ("cancelling-leaves-nothing", test_cancelling_leaves_nothing);
  ADD ("what-is-there-stays", test_what_is_there_stays);
  ADD ("a-full-disk-is-told", test_a_full_disk_is_told);
  ADD ("too-many-are-refused", test_too_many_are_refused);

  return g_test_run ();
}
