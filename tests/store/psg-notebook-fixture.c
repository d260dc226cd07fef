/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-notebook-fixture.h"

#include "psg-notebook-rescue.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* Notebooks for tests: notes by number, and what spoils a file. */

static void
fill_event (PsgNote *note,
            guint    n)
{
  g_autofree char *title = g_strdup_printf ("The %u. fair at Šalčininkai", n);

  note->event = psg_own_event_new (title, "2021-07?");
  note->event->lane = g_strdup ("border");
  note->event->has_place = TRUE;
  note->event->place = g_strdup ("The square");
  note->target.latitude = 54.3 + n / 1000000.0;
  note->target.longitude = 25.4;
  note->event->crossings = g_strsplit ("salcininkai medininkai", " ", -1);
  psg_own_event_add_source (note->event, "A letter", "", "Second drawer,\n“left”");
  psg_own_event_add_source (note->event, "", "https://example.org/fair", "");
}

/* The same number makes the same note: one of every kind in turn. */
PsgNote *
psg_fixture_note (guint n)
{
  PsgNote *note = psg_note_create (n % PSG_NOTE_N_KINDS, PSG_FIXTURE_NOW + n);
  g_autofree char *number = g_strdup_printf ("n%u", n);

  g_free (note->id);
  note->id = g_strdup_printf ("urn:uuid:00000000-0000-4000-8000-%012u", n);
  g_free (note->body);
  note->body = g_strdup_printf ("Note *number* %u at Šumskas %s", n, number);
  note->colour = n % PSG_NOTE_N_COLOURS;
  note->status = n % PSG_NOTE_N_STATUSES;
  note->bookmark = n % 4 == 0;
  note->review = n % 8 == 1;
  note->collection = n % 3 == 0 ? g_strdup ("other") : g_strdup ("lithuania-belarus");
  psg_note_set_tags (note, (const char *[]) { n % 2 == 0 ? "even" : "odd", number, NULL });
  if (note->target.kind == PSG_NOTE_ON_PLACE)
    {
      note->target.latitude = 54.1 + n / 1000000.0;
      note->target.longitude = -25.3;
    }
  else if (note->target.kind == PSG_NOTE_OWN_EVENT)
    fill_event (note, n);
  else if (note->target.kind != PSG_NOTE_ON_SPAN)
    note->target.id = g_strdup_printf ("thing-%u", n);
  if (note->target.kind == PSG_NOTE_ON_SPAN)
    {
      note->target.has_span = TRUE;
      note->target.span = (PsgTimeSpan) { n, n + 10 };
    }
  if (note->target.kind == PSG_NOTE_ON_PASSAGE)
    {
      note->target.exact = g_strdup ("the fence");
      note->target.prefix = g_strdup ("");
      note->target.start = n;
      note->target.end = n + 9;
      note->links = g_new0 (char *, 2);
      note->links[0] = g_strdup ("passages:lithuania-belarus/event/treaty");
    }

  return note;
}

void
psg_fixture_put (PsgNotebookFile *file,
                 guint            first,
                 guint            n_notes)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) psg_note_unref);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_notes; i++)
    g_ptr_array_add (notes, psg_fixture_note (first + i));
  psg_notebook_file_put (file, notes, &error);
  g_assert_no_error (error);
}

guint
psg_fixture_count (PsgNotebookFile *file)
{
  g_autoptr (PsgNoteFilter) filter = psg_note_filter_new ();
  g_autoptr (GError) error = NULL;
  guint n_notes;

  psg_notebook_file_count (file, filter, &n_notes, &error);
  g_assert_no_error (error);

  return n_notes;
}

/* As the app opens it, with nothing to report. */
PsgNotebookFile *
psg_fixture_open (const char *folder)
{
  g_autofree char *report = NULL;
  g_autoptr (GError) error = NULL;
  PsgNotebookFile *file = psg_notebook_open_folder (folder, PSG_FIXTURE_NOW, &report, &error);

  g_assert_no_error (error);
  g_assert_null (report);

  return file;
}

char *
psg_fixture_notebook (const char *folder)
{
  return g_build_filename (folder, "notebook.db", NULL);
}

void
psg_fixture_overwrite (const char    *path,
                       goffset        at,
                       gconstpointer  data,
                       gsize          size)
{
  int descriptor = g_open (path, O_WRONLY, 0);

  g_assert_cmpint (descriptor, >=, 0);
  g_assert_cmpint (pwrite (descriptor, data, size, at), ==, size);
  close (descriptor);
}

void
psg_fixture_run_sql (const char *path,
                     const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

void
psg_fixture_run_sql_fixture (const char *path,
                             const char *name)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "fixtures", "notebook", name, NULL);
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (file, &sql, NULL, NULL));
  psg_fixture_run_sql (path, sql);
}

/* The whole file, its indexes and its full-text index. */
void
psg_fixture_assert_sound (PsgNotebookFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = psg_db_dup_string (psg_notebook_file_get_db (file), "PRAGMA integrity_check", &error);
  gint64 n_broken;

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, "ok");
  g_assert_true (psg_db_get_int (psg_notebook_file_get_db (file), "SELECT count(*) FROM pragma_foreign_key_check",
                                 &n_broken, NULL));
  g_assert_cmpint (n_broken, ==, 0);
  if (!psg_notebook_file_is_read_only (file))
    psg_db_exec (psg_notebook_file_get_db (file),
                 "INSERT INTO note_search (note_search, rank) VALUES ('integrity-check', 1);"
                 "INSERT INTO own_search (own_search, rank) VALUES ('integrity-check', 1)", &error);
  g_assert_no_error (error);
}
