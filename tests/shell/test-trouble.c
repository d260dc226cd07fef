/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "psg-db-own.h"
#include "psg-linger.h"
#include "psg-note-card.h"
#include "psg-own-notes.h"
#include "psg-window.h"

/* What a window tells of a notebook that cannot be opened as it should: it is there all the same. */

static PsgApplication *app;
static PsgWindow *window;
static char *root;
static char *folder; /* of the notebook */
static char *path;   /* of its file */
/* Why there can be no file system of our own; 0 where there can. */
static int no_mounts;

static gboolean
shows_text (GtkWidget  *widget,
            const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;

  return FALSE;
}

static void
wait_for_text (const char *text)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!shows_text (GTK_WIDGET (window), text))
    {
      if (g_get_monotonic_time () > end)
        g_error ("the window does not say “%s”", text);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
run (const char *command)
{
  g_autofree char *line = g_strdup_printf ("%s '%s'", command, folder);
  int status;

  g_assert_true (g_spawn_command_line_sync (line, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

/* A sound notebook that nobody has open, with no backup. */
static void
begin (void)
{
  PsgOwnNotes *own = psg_own_notes_get_default ();

  psg_own_notes_close (own);
  run ("rm -rf");
  psg_own_notes_open (own);
  while (psg_own_notes_get_notes (own) == NULL)
    g_main_context_iteration (NULL, FALSE);
  psg_own_notes_close (own);
}

static void
open_window (void)
{
  window = psg_window_new (app);
  gtk_window_present (GTK_WINDOW (window));
  psg_window_open_file (window, NULL, NULL);
  while (!psg_window_is_settled (window) || psg_own_notes_get_notes (psg_own_notes_get_default ()) == NULL)
    g_main_context_iteration (NULL, FALSE);
}

/* The window in use tells, whatever it told before. */
static void
open_and_see (const char *text)
{
  window = psg_window_new (app);
  gtk_window_present (GTK_WINDOW (window));
  psg_window_open_file (window, NULL, NULL);
  psg_own_notes_open (psg_own_notes_get_default ());
  wait_for_text (text);
  while (!psg_window_is_settled (window))
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (psg_window_shows_data (window));
}

static void
end (void)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  psg_own_notes_close (psg_own_notes_get_default ());
}

static void
exec_sql (const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PsgDb) db = psg_db_open_own (path, PSG_DB_WRITE, 2000, &error);

  g_assert_no_error (error);
  g_assert_true (psg_db_exec (db, sql, NULL));
}

static void
test_a_newer_file_is_told (void)
{
  begin ();
  exec_sql ("PRAGMA user_version = 99");
  open_and_see ("The notebook was written by a newer version of Passages");
  g_assert_true (psg_notes_is_read_only (psg_own_notes_get_notes (psg_own_notes_get_default ())));
  end ();
}

static void
test_a_damaged_file_set_aside_is_told (void)
{
  begin ();
  g_assert_true (g_file_set_contents (path, "no notebook at all, and long enough to be looked at", -1, NULL));
  open_and_see ("The notebook was damaged and has been kept as");
  g_assert_false (psg_notes_is_read_only (psg_own_notes_get_notes (psg_own_notes_get_default ())));
  end ();
}

static void
test_a_locked_file_is_told (void)
{
  g_autoptr (PsgDb) db = NULL;

  begin ();
  db = psg_db_open_own (path, PSG_DB_WRITE, 2000, NULL);
  g_assert_true (psg_db_exec (db, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", NULL));
  open_and_see ("Another program is using the notebook");
  end ();
}

/* @options: of a tmpfs with the notebook in it. Returns: whether it is there */
static gboolean
mount_small (const char *options)
{
  g_autofree char *copy = g_strconcat (root, "/copy", NULL);
  g_autofree char *keep = g_strdup_printf ("cp -r '%s' '%s'", folder, copy);
  g_autofree char *back = g_strdup_printf ("sh -c \"cp -r '%s'/. '%s' && rm -r '%s'\"", copy, folder, copy);

  if (no_mounts != 0)
    {
      g_autofree char *reason = g_strdup_printf ("no file system can be mounted here: %s", g_strerror (no_mounts));

      g_test_skip (reason);
      return FALSE;
    }

  g_assert_true (g_spawn_command_line_sync (keep, NULL, NULL, NULL, NULL));
  g_assert_cmpint (mount ("tmpfs", folder, "tmpfs", 0, options), ==, 0);
  g_assert_true (g_spawn_command_line_sync (back, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  return TRUE;
}

static char *
dup_filler (void)
{
  return g_build_filename (folder, "filler", NULL);
}

static void
fill_disk (void)
{
  g_autofree char *filler = dup_filler ();
  int file = g_open (filler, O_WRONLY | O_CREAT, 0600);
  char byte[512] = { 1 };

  while (write (file, byte, sizeof byte) > 0)
    ;
  g_assert_cmpint (errno, ==, ENOSPC);
  close (file);
}

static void
test_a_full_disk_is_told (void)
{
  begin ();
  if (!mount_small ("size=2m"))
    return;

  fill_disk ();
  open_and_see ("There is no space left on the disk, so the notebook can be read but not changed.");
  end ();
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

/* More than any room that is left in the notebook. */
static void
type_much (GtkTextBuffer *buffer,
           const char    *word)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < 20000; i++)
    g_string_append (words, word);
  gtk_text_buffer_insert_at_cursor (buffer, words->str, -1);
}

static void
wait_for_trouble (PsgNotes *notes,
                  gboolean  wanted)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while ((psg_notes_get_trouble (notes) != NULL) != wanted || (!wanted && psg_notes_is_busy (notes)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
got_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      note)
{
  *(PsgNote **) note = psg_note_store_get_finish (PSG_NOTE_STORE (object), result, NULL);
}

/* What is on the disk. */
static char *
dup_written (const char *id)
{
  PsgNotebook *notebook = psg_own_notes_get_notebook (psg_own_notes_get_default ());
  g_autoptr (PsgNote) note = NULL;

  psg_note_store_get_async (PSG_NOTE_STORE (notebook), id, NULL, got_cb, &note);
  while (note == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_strdup (note->body);
}

static void
test_a_disk_that_fills_loses_no_word (void)
{
  g_autofree char *filler = dup_filler (), *id = NULL, *typed = NULL, *written = NULL;
  GtkTextIter from, to;
  GtkTextBuffer *buffer;
  PsgNotes *notes;
  GtkWidget *card;

  begin ();
  if (!mount_small ("size=4m"))
    return;

  open_window ();
  notes = psg_own_notes_get_notes (psg_own_notes_get_default ());
  g_action_group_activate_action (G_ACTION_GROUP (window), "add-note", NULL);
  while ((card = find (GTK_WIDGET (window), PSG_TYPE_NOTE_CARD)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  id = g_strdup (psg_note_card_get_id (PSG_NOTE_CARD (card)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (card, GTK_TYPE_TEXT_VIEW)));

  gtk_text_buffer_insert_at_cursor (buffer, "While there was room. ", -1);
  while (psg_notes_find (notes, id) == NULL || psg_notes_is_busy (notes))
    g_main_context_iteration (NULL, TRUE);

  fill_disk ();
  type_much (buffer, "none ");
  wait_for_text ("Your notes are not saved yet: There is no space left for the notebook");
  gtk_text_buffer_insert_at_cursor (buffer, "Still typing. ", -1);
  g_assert_true (gtk_text_view_get_editable (GTK_TEXT_VIEW (find (card, GTK_TYPE_TEXT_VIEW))));

  g_unlink (filler);
  wait_for_trouble (notes, FALSE);
  gtk_text_buffer_insert_at_cursor (buffer, "Room again.", -1);
  gtk_text_buffer_get_bounds (buffer, &from, &to);
  typed = gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
  end ();

  psg_own_notes_open (psg_own_notes_get_default ());
  while (psg_own_notes_get_notes (psg_own_notes_get_default ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  written = dup_written (id);
  g_assert_true (g_str_has_prefix (written, "While there was room. none none "));
  g_assert_true (g_str_equal (written, typed));
  psg_own_notes_close (psg_own_notes_get_default ());
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

static void
test_a_folder_that_is_only_read_is_told (void)
{
  begin ();
  if (!mount_small ("size=2m"))
    return;

  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  open_and_see ("The notebook’s folder cannot be written to");
  end ();
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  char *data;
  int status;

  /* What is mounted is seen by this program alone. */
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    no_mounts = errno;

  root = g_dir_make_tmp ("psg-trouble-XXXXXX", NULL);
  data = g_build_filename (root, "data", NULL);
  folder = g_build_filename (data, "passages", NULL);
  path = g_build_filename (folder, "notebook.db", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("PASSAGES_DATADIR", g_getenv ("GSETTINGS_SCHEMA_DIR"), TRUE);
  gtk_test_init (&argc, &argv);
  app = psg_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, NULL));

  g_test_add_func ("/shell/trouble/a-newer-file-is-told", test_a_newer_file_is_told);
  g_test_add_func ("/shell/trouble/a-damaged-file-set-aside-is-told", test_a_damaged_file_set_aside_is_told);
  g_test_add_func ("/shell/trouble/a-locked-file-is-told", test_a_locked_file_is_told);
  g_test_add_func ("/shell/trouble/a-full-disk-is-told", test_a_full_disk_is_told);
  g_test_add_func ("/shell/trouble/a-disk-that-fills-loses-no-word", test_a_disk_that_fills_loses_no_word);
  g_test_add_func ("/shell/trouble/a-folder-that-is-only-read-is-told", test_a_folder_that_is_only_read_is_told);

  status = g_test_run ();
  psg_own_notes_close (psg_own_notes_get_default ());
  g_object_unref (app);
  g_assert_true (psg_linger_wait (60000));
  run ("rm -rf");
  g_rmdir (data);
  g_rmdir (root);
  g_free (data);
  g_free (path);
  g_free (folder);
  g_free (root);

  return status;
}
