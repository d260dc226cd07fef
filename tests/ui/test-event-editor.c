/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "psg-document-pane.h"
#include "psg-event-editor.h"
#include "psg-event-sources.h"
#include "psg-explained-entry.h"
#include "psg-memory-collection.h"
#include "psg-memory-notes.h"
#include "psg-note-subject.h"
#include "psg-ui.h"

/* An event of one's own in its editor: what is typed is kept or it is said why not; and its page. */

#define NOW G_GINT64_CONSTANT (1700000000000000)

enum
{
  TITLE,
  DATE,
  PLACE,
};

typedef struct
{
  PsgCollection *collection;
  PsgSession *session;
  PsgMemoryNotes *store;
  PsgNotes *notes;
  GtkWidget *window;
  GtkWidget *editor;
  char *id; /* of the note */
} Fixture;

static void
settle (Fixture *f)
{
  g_signal_emit_by_name (f->notes, "flush");
  psg_memory_notes_settle (f->store, f->notes);
}

static void
show (Fixture   *f,
      GtkWidget *widget)
{
  gtk_window_set_child (GTK_WINDOW (f->window), widget);
  gtk_window_present (GTK_WINDOW (f->window));
  while (gtk_widget_get_width (widget) < 2)
    g_main_context_iteration (NULL, TRUE);
  settle (f);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (PsgNote) note = NULL;

  f->collection = psg_memory_collection_new ();
  f->session = psg_session_new ();
  psg_session_set_collection (f->session, f->collection);
  f->store = psg_memory_notes_new ();
  f->notes = psg_notes_new (PSG_NOTE_STORE (f->store));
  psg_session_set_notes (f->session, f->notes);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 400, 700);

  note = psg_note_new_own_event (f->collection, "2021-05-03", NOW);
  f->id = g_strdup (note->id);
  psg_notes_change (f->notes, "Add Event", NULL, note, NULL);
  f->editor = psg_event_editor_new (f->session, note);
  show (f, f->editor);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  psg_notes_close (f->notes);
  psg_memory_notes_settle (f->store, f->notes);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->notes);
  g_assert_finalize_object (f->store);
  g_assert_finalize_object (f->collection);
  g_free (f->id);
}

/* The @n-th of its type, from 0. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint     *n)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          guint      n)
{
  return find (widget, type, &n);
}

static GtkWidget *
find_entry (Fixture *f,
            guint    which)
{
  return find_nth (find_nth (f->editor, PSG_TYPE_EXPLAINED_ENTRY, which), GTK_TYPE_ENTRY, 0);
}

static void
type (Fixture    *f,
      guint       which,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_entry (f, which)), text);
  settle (f);
}

static PsgNote *
get (Fixture *f)
{
  return psg_memory_notes_get (f->store, f->id);
}

static gboolean
has_fault (Fixture *f,
           guint    which)
{
  return gtk_widget_has_css_class (find_entry (f, which), "error");
}

static gboolean
has_label (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && g_strrstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;

  return FALSE;
}

static void
test_what_is_typed_is_kept (Fixture      *f,
                            gconstpointer data)
{
  GtkWidget *view = find_nth (f->editor, GTK_TYPE_TEXT_VIEW, 0);
  PsgEventTable *events;

  type (f, TITLE, "A meeting");
  type (f, DATE, "18 Aug 2021");
  type (f, PLACE, "54.5, 25.25");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Of *goods*.", -1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_nth (f->editor, GTK_TYPE_DROP_DOWN, 0)), 1);
  settle (f);

  g_assert_cmpstr (get (f)->event->title, ==, "A meeting");
  g_assert_cmpstr (get (f)->event->date, ==, "2021-08-18");
  g_assert_cmpstr (get (f)->event->lane, ==, "trade");
  g_assert_cmpstr (get (f)->body, ==, "Of *goods*.");
  g_assert_true (get (f)->event->has_place);
  g_assert_cmpfloat (get (f)->target.latitude, ==, 54.5);
  events = psg_collection_get_events (psg_session_get_collection (f->session));
  g_assert_cmpuint (psg_event_table_get_n (events), ==, 13);

  /* A name that nothing has is given to the place there is. */
  type (f, PLACE, "The square");
  g_assert_cmpstr (get (f)->event->place, ==, "The square");
  g_assert_cmpfloat (get (f)->target.latitude, ==, 54.5);
  type (f, PLACE, "");
  g_assert_false (get (f)->event->has_place);
  g_assert_cmpfloat (get (f)->target.latitude, ==, 0);
}

static void
test_what_is_not_understood_is_said (Fixture      *f,
                                     gconstpointer data)
{
  static const char *const wrong[] = { "some day", "2021-02-30", "2021-05/2020-01", "" };

  g_assert_true (has_label (f->editor, "EDTF 2021-05-03"));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      type (f, DATE, wrong[i]);
      g_assert_true (has_fault (f, DATE));
      g_assert_cmpstr (get (f)->event->date, ==, "2021-05-03");
    }
  type (f, DATE, "2021-08~");
  g_assert_false (has_fault (f, DATE));
  g_assert_true (has_label (f->editor, "approximate"));
  type (f, DATE, "1850");
  g_assert_true (has_label (f->editor, "outside of the collection"));

  type (f, PLACE, "Zzz");
  g_assert_true (has_fault (f, PLACE));
  g_assert_false (get (f)->event->has_place);
}

static void
test_sources_are_kept_if_they_say_something (Fixture      *f,
                                             gconstpointer data)
{
  GtkWidget *sources = find_nth (f->editor, PSG_TYPE_EVENT_SOURCES, 0);

  /* The last button is that which adds one. */
  g_signal_emit_by_name (find_nth (sources, GTK_TYPE_BUTTON, 0), "clicked");
  settle (f);
  g_assert_null (get (f)->event->sources);
  gtk_editable_set_text (GTK_EDITABLE (find_nth (sources, GTK_TYPE_ENTRY, 0)), "A letter");
  gtk_editable_set_text (GTK_EDITABLE (find_nth (sources, GTK_TYPE_ENTRY, 1)), "https://example.org");
  settle (f);
  g_assert_cmpuint (get (f)->event->sources->len, ==, 1);
  g_assert_cmpstr (((PsgOwnSource *) g_ptr_array_index (get (f)->event->sources, 0))->url, ==, "https://example.org");

  g_signal_emit_by_name (find_nth (sources, GTK_TYPE_BUTTON, 0), "clicked");
  settle (f);
  g_assert_true (get (f)->event->sources == NULL || get (f)->event->sources->len == 0);
}

static void
gone_cb (gboolean *gone)
{
  *gone = TRUE;
}

static void
test_undoing_is_shown (Fixture      *f,
                       gconstpointer data)
{
  const char *ids[] = { f->id, NULL };
  gboolean gone = FALSE;

  type (f, TITLE, "A meeting");
  g_assert_cmpstr (psg_notes_get_undo_label (f->notes), ==, "Edit Event");
  psg_notes_undo (f->notes);
  settle (f);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (f, TITLE))), ==, "");
  psg_notes_redo (f->notes);
  settle (f);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_entry (f, TITLE))), ==, "A meeting");

  g_signal_connect_swapped (f->editor, "gone", G_CALLBACK (gone_cb), &gone);
  psg_notes_bin (f->notes, "Delete Event", ids);
  settle (f);
  g_assert_true (gone);
  g_assert_true (psg_session_get_collection (f->session) == f->collection);
}

/* On the page that every event has it says whose it is, and goes on saying what it says now. */
static void
test_its_page_is_that_of_an_event (Fixture      *f,
                                   gconstpointer data)
{
  g_autofree char *id = psg_own_event_dup_id (f->id);
  g_autoptr (PsgNote) before = NULL;
  g_autoptr (PsgNote) after = NULL;
  GtkWidget *pane;

  type (f, TITLE, "A meeting");
  before = psg_note_copy (get (f));
  pane = psg_document_pane_new (f->session);
  show (f, pane);
  f->editor = NULL;
  g_assert_true (psg_session_select_event_id (f->session, id, NULL));
  g_assert_true (has_label (psg_document_pane_get_visible (PSG_DOCUMENT_PANE (pane)), "A meeting"));
  g_assert_true (has_label (psg_document_pane_get_visible (PSG_DOCUMENT_PANE (pane)), "your own event"));
  g_assert_true (has_label (psg_document_pane_get_visible (PSG_DOCUMENT_PANE (pane)), "Edit Event"));

  after = psg_note_copy (before);
  g_free (after->body);
  after->body = g_strdup ("Of goods.");
  psg_notes_change (f->notes, "Edit Event", before, after, NULL);
  g_assert_true (has_label (psg_document_pane_get_visible (PSG_DOCUMENT_PANE (pane)), "Of goods."));
  psg_notes_undo (f->notes);
  g_assert_false (has_label (psg_document_pane_get_visible (PSG_DOCUMENT_PANE (pane)), "Of goods."));
  settle (f);
}

#define ADD(name, func) g_test_add ("/event-editor/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  psg_ui_init ();

  ADD ("what-is-typed-is-kept", test_what_is_typed_is_kept);
  ADD ("what-is-not-understood-is-said", test_what_is_not_understood_is_said);
  ADD ("sources-are-kept-if-they-say-something", test_sources_are_kept_if_they_say_something);
  ADD ("undoing-is-shown", test_undoing_is_shown);
  ADD ("its-page-is-that-of-an-event", test_its_page_is_that_of_an_event);

  return g_test_run ();
}
