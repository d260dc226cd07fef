/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "psg-map-choice.h"
#include "psg-map-detail.h"
#include "psg-preferences.h"
#include "psg-window.h"

/* What lies over the offline map, from the settings, the preferences and a dropped file; on
 * two small map files given on the command line. */

typedef struct
{
  PsgWindow    *window;
  PsgMapChoice *choice;
  PsgMapDetail *detail;
  GSettings    *settings;
  char         *failure;    /* the last one told */
  guint         n_failures;
} Fixture;

static PsgApplication *app;
static const char *maps[2];

static void
iterate_until (gboolean (*done) (Fixture *f),
               Fixture *f)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!done (f))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static gboolean
is_settled (Fixture *f)
{
  return psg_window_is_settled (f->window);
}

static gboolean
has_file (Fixture *f)
{
  return psg_map_detail_get_file (f->detail) != NULL;
}

static gboolean
has_failed (Fixture *f)
{
  return f->n_failures > 0;
}

static void
failed_cb (PsgMapChoice *choice,
           const char   *message,
           Fixture      *f)
{
  g_free (f->failure);
  f->failure = g_strdup (message);
  f->n_failures++;
}

static void
open_window (Fixture *f)
{
  f->window = psg_window_new (app);
  gtk_window_present (GTK_WINDOW (f->window));
  psg_window_open_file (f->window, NULL, NULL);
  iterate_until (is_settled, f);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->choice = psg_map_choice_get_default ();
  f->detail = psg_map_detail_get_default ();
  f->settings = g_settings_new (PSG_SETTINGS_ID);
  g_signal_connect (f->choice, "failed", G_CALLBACK (failed_cb), f);
  open_window (f);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_settings_reset (f->settings, "online-map");
  g_settings_reset (f->settings, "map-file");
  psg_map_choice_remove (f->choice);
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (f->window);
  g_signal_handlers_disconnect_by_data (f->choice, f);
  g_object_unref (f->settings);
  g_free (f->failure);
}

static char *
make_uri (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return g_file_get_uri (file);
}

static void
assert_remembered (Fixture    *f,
                   const char *path)
{
  g_autofree char *remembered = g_settings_get_string (f->settings, "map-file");
  g_autofree char *uri = path != NULL ? make_uri (path) : g_strdup ("");

  g_assert_cmpstr (remembered, ==, uri);
}

static void
open_map (Fixture    *f,
          const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  psg_map_choice_open (f->choice, file);
}

static void
test_there_is_nothing_at_first (Fixture      *f,
                                gconstpointer data)
{
  g_assert_false (g_settings_get_boolean (f->settings, "online-map"));
  g_assert_null (psg_map_detail_get_online (f->detail));
  g_assert_null (psg_map_detail_get_file (f->detail));
  g_assert_null (psg_map_choice_dup_file_name (f->choice));
  assert_remembered (f, NULL);
}

static void
test_a_file_is_shown_and_remembered (Fixture      *f,
                                     gconstpointer data)
{
  g_autofree char *name = NULL;

  open_map (f, maps[1]);
  iterate_until (has_file, f);
  assert_remembered (f, maps[1]);
  name = psg_map_choice_dup_file_name (f->choice);
  g_assert_cmpstr (name, ==, "views.mbtiles");
  g_assert_null (psg_map_choice_get_problem (f->choice));

  psg_map_choice_remove (f->choice);
  g_assert_null (psg_map_detail_get_file (f->detail));
  assert_remembered (f, NULL);
  g_assert_true (g_file_test (maps[1], G_FILE_TEST_EXISTS));
}

static void
test_settings_are_followed (Fixture      *f,
                            gconstpointer data)
{
  g_autofree char *uri = make_uri (maps[0]);

  g_settings_set_string (f->settings, "map-file", uri);
  iterate_until (has_file, f);
  g_settings_set_string (f->settings, "map-file", "");
  g_assert_null (psg_map_detail_get_file (f->detail));
}

/* A disk may be back tomorrow. */
static void
test_a_file_that_is_gone_is_told_of_once_and_remembered (Fixture      *f,
                                                         gconstpointer data)
{
  g_autofree char *uri = make_uri ("/nowhere/at all.mbtiles");

  g_settings_set_string (f->settings, "map-file", uri);
  iterate_until (has_failed, f);
  g_assert_cmpuint (f->n_failures, ==, 1);
  g_assert_nonnull (strstr (f->failure, "at all.mbtiles"));
  assert_remembered (f, "/nowhere/at all.mbtiles");
  g_assert_null (psg_map_detail_get_file (f->detail));
}

static void
test_a_bad_file_leaves_the_one_before (Fixture      *f,
                                       gconstpointer data)
{
  g_autofree char *collection = psg_application_dup_bundled_path ();
  PsgTileSource *before;

  open_map (f, maps[0]);
  iterate_until (has_file, f);
  before = psg_map_detail_get_file (f->detail);
  open_map (f, collection);
  iterate_until (has_failed, f);
  g_assert_nonnull (strstr (f->failure, "MBTiles"));
  g_assert_true (psg_map_detail_get_file (f->detail) == before);
  assert_remembered (f, maps[0]);
}

/* A map file with other letters for four of every tile. Returns: its path */
static char *
write_spoilt (const char *from,
              const char *to)
{
  char *path = g_build_filename (g_get_tmp_dir (), "spoilt.mbtiles", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (maps[0], &bytes, &size, &error);
  g_assert_no_error (error);
  for (char *at = bytes; (at = memmem (at, bytes + size - at, from, 4)) != NULL;)
    memcpy (at, to, 4);
  g_file_set_contents (path, bytes, size, &error);
  g_assert_no_error (error);

  return path;
}

static void
test_a_file_of_cut_images_is_refused (Fixture      *f,
                                      gconstpointer data)
{
  g_autofree char *path = write_spoilt ("IEND", "IDAT");

  open_map (f, path);
  iterate_until (has_failed, f);
  g_assert_nonnull (strstr (f->failure, "damaged"));
  g_assert_null (psg_map_detail_get_file (f->detail));
  assert_remembered (f, NULL);
  g_unlink (path);
}

/* Of many bad tiles, one word. */
static void
test_bad_images_are_told_of_once (Fixture      *f,
                                  gconstpointer data)
{
  g_autofree char *path = write_spoilt ("IDAT", "IDAX");

  open_map (f, path);
  iterate_until (has_failed, f);
  g_assert_nonnull (strstr (f->failure, "spoilt.mbtiles"));
  g_assert_nonnull (psg_map_detail_get_file (f->detail));
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (f->n_failures, ==, 1);
  g_unlink (path);
}

static void
test_files_elsewhere_are_refused (Fixture      *f,
                                  gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("https://example.org/map.mbtiles");

  psg_map_choice_open (f->choice, file);
  g_assert_cmpuint (f->n_failures, ==, 1);
  g_assert_null (psg_map_detail_get_file (f->detail));
}

static void
test_of_two_files_the_last_is_shown (Fixture      *f,
                                     gconstpointer data)
{
  open_map (f, "/nowhere/at all.mbtiles");
  open_map (f, maps[0]);
  open_map (f, maps[1]);
  iterate_until (has_file, f);
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  assert_remembered (f, maps[1]);
  g_assert_cmpuint (f->n_failures, ==, 0);
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  g_assert_not_reached ();
}

static void
test_a_map_file_can_be_dropped (Fixture      *f,
                                gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (maps[0]);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, file);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (f->window)), "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
  iterate_until (has_file, f);
  g_assert_true (psg_window_is_settled (f->window));
}

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (root, type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static GtkWindow *
find_preferences (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (PSG_IS_PREFERENCES (l->data))
        return l->data;
    }

  return NULL;
}

/* The address is not asked for in the time it takes to turn it off again: no map is on the screen. */
static void
test_the_switch_is_the_setting (Fixture      *f,
                                gconstpointer data)
{
  GtkWidget *toggle;

  g_assert_null (find_preferences ());
  g_action_group_activate_action (G_ACTION_GROUP (f->window), "preferences", NULL);
  g_assert_nonnull (find_preferences ());
  g_assert_true (gtk_window_get_transient_for (find_preferences ()) == GTK_WINDOW (f->window));
  toggle = find (GTK_WIDGET (find_preferences ()), GTK_TYPE_SWITCH);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  g_assert_true (gtk_widget_get_focusable (toggle));

  gtk_window_destroy (find_preferences ());
  g_assert_null (find_preferences ());
}

static void
test_preferences_close_with_their_window (Fixture      *f,
                                          gconstpointer data)
{
  Fixture other = { 0 };

  open_window (&other);
  g_action_group_activate_action (G_ACTION_GROUP (other.window), "preferences", NULL);
  gtk_window_destroy (GTK_WINDOW (other.window));
  g_assert_null (find_preferences ());
}

static void
add_test (const char *path,
          void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  g_setenv ("PASSAGES_DATADIR", g_getenv ("GSETTINGS_SCHEMA_DIR"), TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  maps[0] = argv[1];
  maps[1] = argv[2];
  gtk_init ();

  app = psg_application_new ();
  g_application_set_flags (G_APPLICATION (app), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (app), NULL, &error);
  g_assert_no_error (error);

  add_test ("/shell/map-choice/there-is-nothing-at-first", test_there_is_nothing_at_first);
  add_test ("/shell/map-choice/a-file-is-shown-and-remembered", test_a_file_is_shown_and_remembered);
  add_test ("/shell/map-choice/settings-are-followed", test_settings_are_followed);
  add_test ("/shell/map-choice/a-file-that-is-gone-is-told-of-once-and-remembered",
            test_a_file_that_is_gone_is_told_of_once_and_remembered);
  add_test ("/shell/map-choice/a-bad-file-leaves-the-one-before", test_a_bad_file_leaves_the_one_before);
  add_test ("/shell/map-choice/a-file-of-cut-images-is-refused", test_a_file_of_cut_images_is_refused);
  add_test ("/shell/map-choice/bad-images-are-told-of-once", test_bad_images_are_told_of_once);
  add_test ("/shell/map-choice/files-elsewhere-are-refused", test_files_elsewhere_are_refused);
  add_test ("/shell/map-choice/of-two-files-the-last-is-shown", test_of_two_files_the_last_is_shown);
  add_test ("/shell/map-choice/a-map-file-can-be-dropped", test_a_map_file_can_be_dropped);
  add_test ("/shell/preferences/the-switch-is-the-setting", test_the_switch_is_the_setting);
  add_test ("/shell/preferences/close-with-their-window", test_preferences_close_with_their_window);

  return g_test_run ();
}
