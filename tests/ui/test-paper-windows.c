/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-paper-fixture.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "psg-export-window.h"
#include "psg-film-recorder.h"
#include "psg-lesson-print-window.h"
#include "psg-ui.h"

/* The dialogs that make pictures and lessons on paper. */

typedef struct
{
  PsgCollection *collection;
  GtkWindow *parent;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->collection = psg_paper_fixture_open ();
  f->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (f->parent);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (f->parent);
  settle ();
  g_assert_finalize_object (f->collection);
}

/* The @n-th widget of a type below another, from 0; counts @n down. */
static GtkWidget *
find (GtkWidget *root,
      GType      type,
      guint     *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*n)-- == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gpointer
find_nth (gpointer root,
          GType    type,
          guint    n)
{
  GtkWidget *found = find (root, type, &n);

  g_assert_nonnull (found);

  return found;
}

static void
test_export_follows_what_is_chosen (Fixture      *f,
                                    gconstpointer data)
{
  PsgExportWindow *window = psg_export_window_new (f->parent, psg_scene_new (f->collection));
  const PsgFigure *figure = psg_export_window_get_figure (window);

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_cmpint (figure->parts, ==, PSG_SCENE_BOTH);
  g_assert_cmpfloat (figure->width, ==, 842);
  g_assert_true (figure->legend);

  gtk_drop_down_set_selected (find_nth (window, GTK_TYPE_DROP_DOWN, 0), 2);
  gtk_drop_down_set_selected (find_nth (window, GTK_TYPE_DROP_DOWN, 2), 4);
  gtk_switch_set_active (find_nth (window, GTK_TYPE_SWITCH, 1), TRUE);
  settle ();
  g_assert_cmpint (figure->parts, ==, PSG_SCENE_MAP);
  g_assert_cmpfloat (figure->width, ==, 1280);
  g_assert_cmpfloat (figure->height, ==, 720);
  g_assert_true (figure->sources);
  g_assert_false (gtk_widget_get_sensitive (find_nth (window, GTK_TYPE_SPIN_BUTTON, 0)));

  /* The last is typed. */
  gtk_drop_down_set_selected (find_nth (window, GTK_TYPE_DROP_DOWN, 2), 8);
  g_assert_true (gtk_widget_get_sensitive (find_nth (window, GTK_TYPE_SPIN_BUTTON, 0)));
  gtk_spin_button_set_value (find_nth (window, GTK_TYPE_SPIN_BUTTON, 0), 333);
  g_assert_cmpfloat (figure->width, ==, 333);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
stop_cb (gboolean *ended)
{
  *ended = TRUE;
}

/* With the window it is over, and nothing of it is left. */
static void
test_a_recording_ends_with_its_window (Fixture      *f,
                                   gconstpointer data)
{
  PsgScene *scene = psg_scene_new (f->collection);
  g_autoptr (PsgFilter) filter = psg_filter_parse ("during:2021-07");
  g_autofree char *path = g_dir_make_tmp ("psg-recording-XXXXXX", NULL);
  g_autoptr (GFile) parent = g_file_new_for_path (path);
  PsgExportWindow *window;
  gboolean ended = FALSE;

  g_assert_true (psg_session_set_filter (psg_scene_get_session (scene), filter, NULL));
  window = psg_export_window_new (f->parent, scene);
  gtk_window_present (GTK_WINDOW (window));
  gtk_drop_down_set_selected (find_nth (window, GTK_TYPE_DROP_DOWN, 1), PSG_FIGURE_N_FORMATS);
  settle ();
  g_assert_cmpfloat (psg_export_window_get_figure (window)->width, ==, 1280);
  psg_export_window_record (window, parent);
  g_signal_connect_swapped (find_nth (window, PSG_TYPE_FILM_RECORDER, 0), "progressed", G_CALLBACK (stop_cb), &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_rmdir (path) != 0)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_lesson_follows_what_is_chosen (Fixture      *f,
                                    gconstpointer data)
{
  GPtrArray *lessons = psg_collection_get_lessons (f->collection);
  PsgLessonPrintWindow *window;
  guint handout;

  window = psg_lesson_print_window_new (f->parent, f->collection, lessons);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  handout = psg_sheets_get_n_pages (psg_lesson_print_window_get_sheets (window));

  gtk_switch_set_active (find_nth (window, GTK_TYPE_SWITCH, 0), FALSE);
  g_assert_cmpuint (psg_sheets_get_n_pages (psg_lesson_print_window_get_sheets (window)), <, handout);

  gtk_drop_down_set_selected (find_nth (window, GTK_TYPE_DROP_DOWN, 1), PSG_LESSON_WORKSHEETS);
  g_assert_false (gtk_widget_get_sensitive (find_nth (window, GTK_TYPE_SWITCH, 0)));
  gtk_drop_down_set_selected (find_nth (window, GTK_TYPE_DROP_DOWN, 0), 1);
  settle ();
  g_assert_cmpstr (psg_sheets_get_title (psg_lesson_print_window_get_sheets (window)), ==,
                   psg_text_get (((PsgLesson *) g_ptr_array_index (lessons, 1))->title));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* As the printer would get it. */
static void
test_print_gives_the_pages (Fixture      *f,
                            gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "psg-lesson-print.pdf", NULL);
  const PsgLesson *lesson = g_ptr_array_index (psg_collection_get_lessons (f->collection), 0);
  g_autoptr (PsgSheets) sheets = psg_lesson_sheets_new (f->collection, lesson, PSG_LESSON_HANDOUT, PSG_PAPER_A4, TRUE);
  g_autoptr (GtkPrintOperation) operation = psg_sheets_print (sheets);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  char *contents;
  gsize length;

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, f->parent, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  bytes = g_bytes_new_take (contents, length);
  g_assert_cmpuint (psg_paper_count_pages (bytes), ==, psg_sheets_get_n_pages (sheets));
  text = psg_paper_read_page (bytes, 0);
  psg_paper_assert_contains (text, psg_text_get (lesson->title));
  g_remove (path);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  psg_ui_init ();

  ADD ("/ui/paper-windows/export-follows-what-is-chosen", test_export_follows_what_is_chosen);
  ADD ("/ui/paper-windows/a-recording-ends-with-its-window", test_a_recording_ends_with_its_window);
  ADD ("/ui/paper-windows/lesson-follows-what-is-chosen", test_lesson_follows_what_is_chosen);
  ADD ("/ui/paper-windows/print-gives-the-pages", test_print_gives_the_pages);

  return g_test_run ();
}
