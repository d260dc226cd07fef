/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "psg-audience-window.h"
#include "psg-autoplay.h"
#include "psg-map-view.h"
#include "psg-presenter-window.h"
#include "psg-presenting.h"
#include "psg-session-lessons.h"
#include "psg-stage.h"

/* A lesson given with the keys of a clicker and the mouse, on two screens and on one. */

/* As large as the lectern's screen. */
#define FIRST_WIDTH 1280
#define HEIGHT 800
/* As many as the issue asks to be driven. */
#define N_STEPS_DRIVEN 10

typedef struct
{
  PsgWindow *window;
  PsgPresenting *presenting;
  PsgPresentation *presentation;
} Fixture;

static PsgApplication *app;

static void
run_for (double seconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

#define wait_until(condition)                                                   \
  G_STMT_START {                                                                \
    gint64 _end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;                \
    while (!(condition))                                                        \
      {                                                                         \
        g_assert_cmpint (g_get_monotonic_time (), <, _end);                     \
        g_main_context_iteration (NULL, FALSE);                                 \
      }                                                                         \
  } G_STMT_END

static void
done_cb (GObject      *process,
         GAsyncResult *result,
         gpointer      done)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, NULL));
  *(gboolean *) done = TRUE;
}

/* Somebody else's program, while this one goes on. */
static void
run (const char *command)
{
  g_auto (GStrv) arguments = g_strsplit (command, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv ((const char *const *) arguments, 0, &error);
  gboolean done = FALSE;

  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  run_for (0.15);
}

static void
press (const char *key)
{
  g_autofree char *command = g_strconcat ("xdotool key ", key, NULL);

  run (command);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->window = psg_window_new (app);
  gtk_window_set_default_size (GTK_WINDOW (f->window), FIRST_WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (f->window));
  psg_window_open_file (f->window, NULL, NULL);
  wait_until (psg_window_is_settled (f->window));
  run_for (0.5);
  press ("F5");
  wait_until (psg_window_get_presenting (f->window) != NULL);
  f->presenting = psg_window_get_presenting (f->window);
  f->presentation = psg_presenting_get_presentation (f->presenting);
  run_for (0.5);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (gtk_application_get_windows (GTK_APPLICATION (app)));
}

static GtkWidget *
find (GtkWidget  *root,
      const char *type)
{
  GtkWidget *found = g_str_equal (G_OBJECT_TYPE_NAME (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static GtkWidget *
get_audience (Fixture *f)
{
  return GTK_WIDGET (psg_presenting_get_audience (f->presenting));
}

static GtkWidget *
get_presenter (Fixture *f)
{
  return GTK_WIDGET (psg_presenting_get_presenter (f->presenting));
}

static gboolean
looks_where_the_step_does (Fixture *f)
{
  const PsgLessonStep *step = psg_presentation_get_lesson_step (f->presentation,
                                                                psg_presentation_get_step (f->presentation));
  GtkWidget *map = find (get_audience (f), "PsgMapView");
  PsgViewpoint seen;

  psg_map_view_get_location (PSG_MAP_VIEW (map), &seen.latitude, &seen.longitude, &seen.zoom);
  seen = psg_viewpoint_unfit (&seen, gtk_widget_get_width (map), gtk_widget_get_height (map));

  return fabs (seen.latitude - step->map.latitude) < 0.01 && fabs (seen.longitude - step->map.longitude) < 0.01 &&
         fabs (seen.zoom - step->map.zoom) < 0.02;
}

static void
assert_step (Fixture *f,
             guint    step)
{
  const PsgLessonStep *said = psg_presentation_get_lesson_step (f->presentation, step);
  PsgSession *session = psg_presentation_get_session (f->presentation);

  g_assert_cmpuint (psg_presentation_get_step (f->presentation), ==, step);
  g_assert_cmpint (psg_session_get_playhead (session), ==, said->playhead);
  g_assert_cmpstr (psg_session_get_event_id (session), ==, said->event);
  g_assert_true (psg_time_span_equal (psg_session_get_span (session), &said->span));
}

static void
test_ten_steps_by_clicker (Fixture      *f,
                           gconstpointer data)
{
  static const char *const keys[] = { "Page_Down", "Right", "Down", "space", "n" };

  assert_step (f, 0);
  wait_until (looks_where_the_step_does (f));
  for (guint i = 1; i < N_STEPS_DRIVEN; i++)
    {
      press (keys[i % G_N_ELEMENTS (keys)]);
      assert_step (f, i);
    }
  wait_until (looks_where_the_step_does (f));
  wait_until (!psg_presentation_get_strayed (f->presentation));

  press ("Page_Up");
  press ("BackSpace");
  assert_step (f, N_STEPS_DRIVEN - 3);
  press ("Home");
  assert_step (f, 0);
  press ("End");
  assert_step (f, psg_presentation_get_n_steps (f->presentation) - 1);
  press ("Page_Down");
  assert_step (f, psg_presentation_get_n_steps (f->presentation) - 1);
  press ("7");
  press ("Return");
  assert_step (f, 6);
}

static void
test_covers_and_freezing (Fixture      *f,
                          gconstpointer data)
{
  press ("b");
  g_assert_cmpint (psg_presentation_get_cover (f->presentation), ==, PSG_COVER_BLACK);
  press ("w");
  g_assert_cmpint (psg_presentation_get_cover (f->presentation), ==, PSG_COVER_WHITE);
  press ("w");
  press ("period");
  g_assert_cmpint (psg_presentation_get_cover (f->presentation), ==, PSG_COVER_BLACK);
  press ("Escape");
  g_assert_cmpint (psg_presentation_get_cover (f->presentation), ==, PSG_COVER_NONE);

  press ("f");
  g_assert_true (psg_presentation_get_frozen (f->presentation));
  g_assert_nonnull (gtk_picture_get_paintable (GTK_PICTURE (find (get_audience (f), "GtkPicture"))));
  press ("Page_Down");
  g_assert_true (psg_presentation_get_frozen (f->presentation));
  press ("f");
  g_assert_null (gtk_picture_get_paintable (GTK_PICTURE (find (get_audience (f), "GtkPicture"))));
}

static void
test_answer_and_return (Fixture      *f,
                        gconstpointer data)
{
  press ("q");
  g_assert_true (psg_presentation_get_answer_shown (f->presentation));
  press ("Page_Down");
  g_assert_false (psg_presentation_get_answer_shown (f->presentation));

  press ("ctrl+Right");
  g_assert_true (psg_presentation_shows_other (f->presentation));
  press ("r");
  g_assert_false (psg_presentation_shows_other (f->presentation));
  assert_step (f, 1);
}

/* On the stage of a window, in parts of it. */
static void
point (GtkWidget  *window,
       double      x,
       double      y,
       const char *then)
{
  GtkWidget *zoom = find (window, "PsgZoom");
  graphene_rect_t place;
  graphene_point_t at;
  g_autofree char *command = NULL;

  psg_zoom_get_place (PSG_ZOOM (zoom), &place);
  g_assert_true (gtk_widget_compute_point (zoom, window,
                                           &GRAPHENE_POINT_INIT (place.origin.x + (float) x * place.size.width,
                                                                 place.origin.y + (float) y * place.size.height),
                                           &at));
  command = g_strdup_printf ("xdotool mousemove %d %d%s", (int) at.x, (int) at.y, then);
  run (command);
}

static void
test_ink_is_the_steps (Fixture      *f,
                       gconstpointer data)
{
  GtkWidget *window = get_presenter (f);
  PsgInk *ink = psg_presentation_get_ink (f->presentation);

  press ("p");
  point (window, 0.2, 0.2, " mousedown 1");
  point (window, 0.4, 0.3, "");
  point (window, 0.5, 0.2, " mouseup 1");
  g_assert_cmpuint (psg_ink_get_strokes (ink)->len, ==, 1);
  press ("Page_Down");
  g_assert_true (psg_ink_get_empty (psg_presentation_get_ink (f->presentation)));
  press ("Page_Up");
  g_assert_true (psg_presentation_get_ink (f->presentation) == ink);
  g_assert_false (psg_ink_get_empty (ink));
  press ("c");
  g_assert_true (psg_ink_get_empty (ink));
  press ("ctrl+z");
  g_assert_false (psg_ink_get_empty (ink));
  press ("e");
  point (window, 0.3, 0.24, " mousedown 1");
  point (window, 0.3, 0.27, " mouseup 1");
  g_assert_true (psg_ink_get_empty (ink));
  press ("Escape");
  g_assert_cmpint (psg_presentation_get_pointing (f->presentation), ==, PSG_POINTING_NONE);
  g_assert_true (psg_window_get_presenting (f->window) == f->presenting);
}

/* (nullable): the last one listed that has ink */
static PsgLesson *
find_inked (Fixture *f,
            guint   *n)
{
  g_autoptr (GPtrArray) lessons = psg_session_list_lessons (psg_window_get_session (f->window));
  PsgLesson *inked = NULL;

  *n = lessons->len;
  for (guint i = 0; i < lessons->len; i++)
    if (((PsgLessonStep *) g_ptr_array_index (((PsgLesson *) g_ptr_array_index (lessons, i))->steps, 0))->ink != NULL)
      inked = g_ptr_array_index (lessons, i);

  return inked;
}

static void
test_ink_is_kept_in_one_copy (Fixture      *f,
                              gconstpointer data)
{
  PsgSession *session = psg_window_get_session (f->window);
  g_autofree char *id = NULL;
  g_autofree char *wanted = NULL;
  guint before, after;

  g_assert_true (psg_session_may_keep_lessons (session));
  g_assert_null (find_inked (f, &before));
  psg_ink_begin (psg_presentation_get_ink (f->presentation), PSG_INK_BLUE, 0.01, 0.5, 0.5);
  gtk_widget_activate_action (get_presenter (f), "present.keep-ink", NULL);
  id = g_strdup (find_inked (f, &after)->id);
  g_assert_cmpuint (after, ==, before + 1);

  psg_ink_begin (psg_presentation_get_ink (f->presentation), PSG_INK_RED, 0.01, 0.2, 0.2);
  gtk_widget_activate_action (get_presenter (f), "present.keep-ink", NULL);
  g_assert_cmpstr (find_inked (f, &after)->id, ==, id);
  g_assert_cmpuint (after, ==, before + 1);
  wanted = psg_ink_to_string (psg_presentation_get_ink (f->presentation));
  g_assert_cmpstr (((PsgLessonStep *) g_ptr_array_index (find_inked (f, &after)->steps, 0))->ink, ==, wanted);

  psg_lessons_bin (psg_session_get_lessons (session), "Bin", id);
  wait_until (!psg_lessons_is_busy (psg_session_get_lessons (session)));
}

static void
test_the_stage_is_live (Fixture      *f,
                        gconstpointer data)
{
  PsgSession *session = psg_presentation_get_session (f->presentation);
  PsgTimeSpan span = *psg_session_get_span (session);
  PsgSession *other = psg_window_get_session (f->window);
  PsgDay day = psg_session_get_playhead (other);

  /* A drag on the timeline of the presenter's stage. */
  point (get_presenter (f), 0.6, 0.7, " mousedown 1");
  point (get_presenter (f), 0.5, 0.7, "");
  point (get_presenter (f), 0.4, 0.7, " mouseup 1");
  wait_until (!psg_time_span_equal (psg_session_get_span (session), &span));
  g_assert_true (psg_presentation_get_strayed (f->presentation));
  press ("r");
  wait_until (!psg_presentation_get_strayed (f->presentation));
  /* What the window itself shows is not touched. */
  g_assert_cmpint (psg_session_get_playhead (other), ==, day);
}

static void
test_private_things_are_not_there (Fixture      *f,
                                   gconstpointer data)
{
  g_assert_null (psg_session_get_notes (psg_presentation_get_session (f->presentation)));
  g_assert_null (find (get_audience (f), "AdwToastOverlay"));
  g_assert_null (find (get_audience (f), "PsgPresenterAside"));
}

static void
test_a_screen_that_is_pulled_loses_nothing (Fixture      *f,
                                            gconstpointer data)
{
  press ("Page_Down");
  press ("Page_Down");
  gtk_window_close (GTK_WINDOW (get_audience (f)));
  run_for (0.3);
  g_assert_true (psg_window_get_presenting (f->window) == f->presenting);
  g_assert_false (gtk_widget_get_visible (get_audience (f)));
  g_assert_true (gtk_widget_get_visible (get_presenter (f)));
  press ("Page_Down");
  assert_step (f, 3);
  gtk_window_close (GTK_WINDOW (get_presenter (f)));
  run_for (0.3);
  g_assert_null (psg_window_get_presenting (f->window));
}

static guint
count_screens (void)
{
  return g_list_model_get_n_items (gdk_display_get_monitors (gdk_display_get_default ()));
}

static void
test_a_projector_comes_and_goes (Fixture      *f,
                                 gconstpointer data)
{
  g_assert_cmpuint (count_screens (), ==, 2);
  press ("Page_Down");
  run ("xrandr --output DUMMY1 --off");
  wait_until (count_screens () == 1);
  wait_until (!gtk_widget_get_visible (get_audience (f)));
  g_assert_true (gtk_widget_get_visible (get_presenter (f)));
  press ("Page_Down");
  assert_step (f, 2);

  run ("xrandr --output DUMMY1 --mode 1024x768 --pos 1280x0");
  wait_until (count_screens () == 2);
  wait_until (gtk_widget_get_visible (get_audience (f)));
  press ("Page_Down");
  assert_step (f, 3);
}

static void
test_escape_ends (Fixture      *f,
                  gconstpointer data)
{
  g_assert_true (gtk_widget_get_visible (get_audience (f)));
  g_assert_true (gtk_widget_get_visible (get_presenter (f)));
  press ("Escape");
  g_assert_null (psg_window_get_presenting (f->window));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->window)));
}

static void
test_unattended_goes_round (Fixture      *f,
                            gconstpointer data)
{
  g_autoptr (PsgAutoplay) autoplay = psg_autoplay_new (f->presentation, get_audience (f));
  guint n = psg_presentation_get_n_steps (f->presentation);

  psg_autoplay_set_running (autoplay, TRUE);
  g_assert_cmpuint (psg_autoplay_get_seconds (autoplay), >=, 8);
  for (guint i = 0; i < n; i++)
    {
      assert_step (f, i);
      if (psg_presentation_get_lesson_step (f->presentation, i)->answer != NULL)
        {
          psg_autoplay_advance (autoplay);
          g_assert_true (psg_presentation_get_answer_shown (f->presentation));
        }
      psg_autoplay_advance (autoplay);
    }
  assert_step (f, 0);

  psg_autoplay_touch (autoplay);
  g_assert_true (psg_autoplay_get_waiting (autoplay));
  psg_presentation_go_to (f->presentation, 4);
  psg_session_select_event (psg_presentation_get_session (f->presentation), 0);
  psg_autoplay_advance (autoplay);
  g_assert_false (psg_autoplay_get_waiting (autoplay));
  assert_step (f, 4);
}

/* The screen that the display has becomes two: the lectern's, and a projector beside it. */
static void
plug_projector (void)
{
  static const char *const commands[] = {
    "xrandr --addmode DUMMY1 1024x768",
    "xrandr --output DUMMY0 --mode 1280x800 --pos 0x0 --output DUMMY1 --mode 1024x768 --pos 1280x0",
    /* The server looks at what is plugged in when it is asked what there is. */
    "xrandr --query",
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *output = NULL;

      g_assert_true (g_spawn_command_line_sync (commands[i], &output, NULL, NULL, NULL));
    }
}

/* Of a picture, from 0 for black to 1 for white; −1 if nothing has been drawn yet. */
static double
get_brightness (GdkPaintable *picture)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = NULL;
  guint32 pixel;

  gdk_paintable_snapshot (picture, GDK_SNAPSHOT (snapshot), 1, 1);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixel = *(guint32 *) cairo_image_surface_get_data (surface);
  cairo_surface_destroy (surface);

  return node != NULL ? (pixel >> 8 & 0xff) / 255.0 : -1;
}

static void
test_pictures_follow_the_look (Fixture      *f,
                               gconstpointer data)
{
  GdkPaintable *picture = gtk_picture_get_paintable (GTK_PICTURE (find (get_presenter (f), "GtkPicture")));

  wait_until (get_brightness (picture) > 0.6);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  wait_until (get_brightness (picture) < 0.4);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  wait_until (get_brightness (picture) > 0.6);
}

#define add(path, test) g_test_add ("/shell/presenting/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  int status;

  plug_projector ();
  gtk_test_init (&argc, &argv, NULL);
  g_setenv ("PASSAGES_DATADIR", g_getenv ("GSETTINGS_SCHEMA_DIR"), TRUE);
  app = psg_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, NULL));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add ("ten-steps-by-clicker", test_ten_steps_by_clicker);
  add ("covers-and-freezing", test_covers_and_freezing);
  add ("answer-and-return", test_answer_and_return);
  add ("ink-is-the-steps", test_ink_is_the_steps);
  add ("ink-is-kept-in-one-copy", test_ink_is_kept_in_one_copy);
  add ("the-stage-is-live", test_the_stage_is_live);
  add ("private-things-are-not-there", test_private_things_are_not_there);
  add ("pictures-follow-the-look", test_pictures_follow_the_look);
  add ("a-screen-that-is-pulled-loses-nothing", test_a_screen_that_is_pulled_loses_nothing);
  add ("a-projector-comes-and-goes", test_a_projector_comes_and_goes);
  add ("escape-ends", test_escape_ends);
  add ("unattended-goes-round", test_unattended_goes_round);

  status = g_test_run ();
  g_object_unref (app);

  return status;
}
