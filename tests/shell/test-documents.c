/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "psg-linger.h"
#include "psg-note-subject.h"
#include "psg-own-event.h"
#include "psg-own-notes.h"
#include "psg-test-pdf.h"
#include "psg-window.h"

/* A person's own documents in a window on the bundled collection: added, shown, found, removed and had back. */

typedef struct
{
  PsgWindow *window;
  PsgSession *session;
} Fixture;

/* One for the process: it holds names on the bus. */
static PsgApplication *app;
static char *folder;

typedef gboolean (*Question) (Fixture *f, gconstpointer data);

static void
wait_until (Fixture       *f,
            Question       question,
            gconstpointer  data)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!question (f, data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static gboolean
is_settled (Fixture       *f,
            gconstpointer  data)
{
  PsgLibrary *library = psg_session_get_library (f->session);

  return psg_window_is_settled (f->window) && library != NULL && psg_library_is_loaded (library);
}

static void
open_window (Fixture    *f,
             const char *follow)
{
  f->window = psg_window_new (app);
  f->session = psg_window_get_session (f->window);
  gtk_window_present (GTK_WINDOW (f->window));
  psg_window_open_file (f->window, NULL, follow);
  wait_until (f, is_settled, NULL);
}

static void
close_window (Fixture *f)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
shows_text (GtkWidget  *root,
            const char *text)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;

  return FALSE;
}

static gboolean
shows (Fixture       *f,
       gconstpointer  text)
{
  return shows_text (GTK_WIDGET (f->window), text);
}

static gboolean
is_on (Fixture       *f,
       gconstpointer  id)
{
  const PsgPage *page = psg_session_get_page (f->session);

  return page->kind == PSG_KIND_OWN && (id == NULL || g_str_equal (page->id, id));
}

static char *
write_file (const char *name,
            const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return path;
}

static void
add (Fixture    *f,
     const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  psg_window_add_document (f->window, file);
}

static void
activate (Fixture    *f,
          const char *action,
          const char *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (f->window), action,
                                  target != NULL ? g_variant_new_string (target) : NULL);
}

static void
test_a_document_is_added_and_shown (void)
{
  static const char *const pages[] = { "Nothing here", "The word unmistakeable", NULL };
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *id = NULL;
  g_autofree char *link = NULL;
  Fixture f;

  psg_test_pdf_write (path, "A report", pages);
  open_window (&f, NULL);
  add (&f, path);
  wait_until (&f, is_on, NULL);
  wait_until (&f, shows, "A report");
  wait_until (&f, shows, "of 2");
  id = g_strdup (psg_session_get_page (f.session)->id);
  close_window (&f);

  /* A moved original breaks nothing; a link is followed once the notebook is open. */
  g_unlink (path);
  psg_own_notes_close (psg_own_notes_get_default ());
  link = g_strconcat ("own:", id, "#page=2", NULL);
  open_window (&f, link);
  wait_until (&f, is_on, id);
  wait_until (&f, shows, "of 2");
  close_window (&f);
}

static void
test_what_cannot_be_added_is_told (void)
{
  g_autofree char *path = write_file ("bad.pdf", "%PDF-1.4 and no more");
  Fixture f;

  open_window (&f, "event:two-more-close-2024");
  add (&f, path);
  wait_until (&f, shows, "“bad.pdf”: The PDF is damaged and cannot be read");
  g_assert_cmpint (psg_session_get_page (f.session)->kind, ==, PSG_KIND_EVENT);
  close_window (&f);
}

static void
test_several_are_added_in_turn (void)
{
  g_autofree char *first = write_file ("first.md", "# First notes\n\nWords");
  g_autofree char *second = write_file ("second.txt", "Second words");
  Fixture f;

  open_window (&f, "event:two-more-close-2024");
  add (&f, first);
  add (&f, second);
  wait_until (&f, shows, "2 documents added");
  g_assert_cmpint (psg_session_get_page (f.session)->kind, ==, PSG_KIND_EVENT);
  activate (&f, "show-collection", NULL);
  wait_until (&f, shows, "First notes");
  wait_until (&f, shows, "second");
  close_window (&f);
}

static void
test_removing_is_undone (void)
{
  g_autofree char *path = write_file ("diary.md", "# A diary\n\nWords");
  g_autofree char *id = NULL;
  Fixture f;

  open_window (&f, NULL);
  add (&f, path);
  wait_until (&f, is_on, NULL);
  id = g_strdup (psg_session_get_page (f.session)->id);
  activate (&f, "show-collection", NULL);
  wait_until (&f, shows, "A diary");

  activate (&f, "remove-document", id);
  wait_until (&f, shows, "Removed “A diary”");
  g_assert_null (psg_library_find (psg_session_get_library (f.session), id));
  activate (&f, "restore-document", id);
  while (psg_library_find (psg_session_get_library (f.session), id) == NULL)
    g_main_context_iteration (NULL, TRUE);

  /* What is not there is not removed. */
  activate (&f, "remove-document", "doc-0");
  close_window (&f);
}

static void
test_documents_are_known_by_their_names (void)
{
  static const struct
  {
    const char *name;
    gboolean is_document;
  } names[] = {
    { "a.pdf", TRUE }, { "A.PDF", TRUE }, { "ž.md", TRUE }, { "notes.txt", TRUE }, { "a.passages", FALSE },
    { "map.mbtiles", FALSE }, { "pdf", FALSE }, { "a.pdf.gz", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (names[i].name);

      g_assert_cmpint (psg_window_is_document (file), ==, names[i].is_document);
    }
}

static GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);

  return found;
}

static gboolean
may_write (Fixture       *f,
           gconstpointer  data)
{
  PsgNotes *notes = psg_session_get_notes (f->session);

  return notes != NULL && !psg_notes_is_read_only (notes);
}

/* An event of one's own on its page. Returns: (transfer full): its note */
static PsgNote *
show_own_event (Fixture    *f,
                const char *account)
{
  g_autofree char *id = NULL;
  PsgNote *note;

  wait_until (f, may_write, NULL);
  note = psg_note_new_own_event (psg_session_get_collection (f->session), "2021-07-01", g_get_real_time ());
  g_free (note->body);
  note->body = g_strdup (account);
  psg_notes_change (psg_session_get_notes (f->session), "Add", NULL, note, NULL);
  id = psg_own_event_dup_id (note->id);
  g_assert_true (psg_session_select_event_id (f->session, id, NULL));

  return note;
}

static void
test_an_own_account_is_read_as_markdown (void)
{
  g_autoptr (PsgNote) note = NULL;
  GtkWidget *label;
  gboolean handled = FALSE;
  Fixture f;

  open_window (&f, NULL);
  note = show_own_event (&f, "Lorries *waited*; see [that day](event:two-more-close-2024) & <more>.\n\n"
                             "1. waiting\n2. crossing over\n\n| a | b |\n|---|---|\n| c | **d** |\n");
  wait_until (&f, shows, "Lorries waited");
  label = find_label (GTK_WIDGET (f.window), "2.");
  g_assert_nonnull (label);
  g_assert_nonnull (find_label (GTK_WIDGET (f.window), "crossing over"));
  g_assert_nonnull (find_label (GTK_WIDGET (f.window), "d"));

  g_signal_emit_by_name (find_label (GTK_WIDGET (f.window), "crossing over"), "activate-link",
                         "event:two-more-close-2024", &handled);
  g_assert_true (handled);
  g_assert_cmpstr (psg_session_get_event_id (f.session), ==, "two-more-close-2024");
  close_window (&f);
}

static void
test_an_own_event_that_is_gone_says_so (void)
{
  g_autoptr (PsgNote) note = NULL;
  g_autofree char *link = NULL;
  const char *ids[] = { NULL, NULL };
  Fixture f;

  open_window (&f, NULL);
  note = show_own_event (&f, "");
  wait_until (&f, shows, "Edit Event");
  link = g_strconcat ("note:", note->id, NULL);
  ids[0] = note->id;
  psg_notes_bin (psg_session_get_notes (f.session), "Delete", ids);
  activate (&f, "open-document", link);
  wait_until (&f, shows, "The Event Is Gone");
  close_window (&f);
}

static void
test_a_link_leads_to_any_page (void)
{
  Fixture f;

  open_window (&f, NULL);
  activate (&f, "open-document", "event:two-more-close-2024#accounts");
  g_assert_cmpint (psg_session_get_page (f.session)->kind, ==, PSG_KIND_EVENT);
  g_assert_cmpstr (psg_session_get_page (f.session)->passage, ==, "accounts");
  activate (&f, "open-document", "document:six-crossings");
  g_assert_cmpstr (psg_session_get_page (f.session)->id, ==, "six-crossings");
  activate (&f, "open-document", "document:none");
  wait_until (&f, shows, "There is no");
  close_window (&f);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *data = NULL;
  char *remove[] = { (char *) "rm", (char *) "-r", NULL, NULL };
  int status;

  /* A notebook of its own, that no other test opens. */
  folder = g_dir_make_tmp ("psg-documents-XXXXXX", NULL);
  data = g_build_filename (folder, "data", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_setenv ("PASSAGES_DATADIR", g_getenv ("GSETTINGS_SCHEMA_DIR"), TRUE);
  gtk_test_init (&argc, &argv);
  app = psg_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, NULL));

  g_test_add_func ("/shell/documents/a-document-is-added-and-shown", test_a_document_is_added_and_shown);
  g_test_add_func ("/shell/documents/what-cannot-be-added-is-told", test_what_cannot_be_added_is_told);
  g_test_add_func ("/shell/documents/several-are-added-in-turn", test_several_are_added_in_turn);
  g_test_add_func ("/shell/documents/removing-is-undone", test_removing_is_undone);
  g_test_add_func ("/shell/documents/an-own-account-is-read-as-markdown", test_an_own_account_is_read_as_markdown);
  g_test_add_func ("/shell/documents/an-own-event-that-is-gone-says-so", test_an_own_event_that_is_gone_says_so);
  g_test_add_func ("/shell/documents/a-link-leads-to-any-page", test_a_link_leads_to_any_page);
  g_test_add_func ("/shell/documents/documents-are-known-by-their-names", test_documents_are_known_by_their_names);

  status = g_test_run ();
  psg_own_notes_close (psg_own_notes_get_default ());
  g_object_unref (app);
  /* As the app does: Poppler's own data goes when the process ends. */
  g_assert_true (psg_linger_wait (60000));
  remove[2] = folder;
  g_spawn_sync (NULL, remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (folder);

  return status;
}
