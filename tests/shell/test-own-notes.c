/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "psg-compiler.h"
#include "psg-linger.h"
#include "psg-map-view.h"
#include "psg-note-list.h"
#include "psg-note-review.h"
#include "psg-note-subject.h"
#include "psg-own-collection.h"
#include "psg-own-notes.h"
#include "psg-window.h"

/*
 * A person's notes in the app as a whole: over restarts, in two windows, in two processes, and over a new version
 * of their collection. With --second it is the other process.
 */

#define FROM_THE_FIRST "From the first"
#define FROM_THE_SECOND "From the second"
#define THE_ANSWER "An answer"

typedef struct
{
  PsgWindow *window;
  PsgSession *session;
} Fixture;

typedef gboolean (*Question) (Fixture *f, gconstpointer data);

/* One for the process: it holds names on the bus. */
static PsgApplication *app;
static char *program;
static char *folder;

static void
wait_until (Fixture       *f,
            Question       question,
            gconstpointer  data)
{
  gint64 end = g_get_monotonic_time () + 180 * G_USEC_PER_SEC;

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
  PsgNotes *notes = psg_session_get_notes (f->session);

  return psg_window_is_settled (f->window) && notes != NULL && psg_notes_is_loaded (notes);
}

static gboolean
is_written (Fixture       *f,
            gconstpointer  data)
{
  return !psg_notes_is_busy (psg_session_get_notes (f->session));
}

/* @path: (nullable): of a collection */
static void
open_window (Fixture    *f,
             const char *path)
{
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  f->window = psg_window_new (app);
  f->session = psg_window_get_session (f->window);
  gtk_window_present (GTK_WINDOW (f->window));
  psg_window_open_file (f->window, file, NULL);
  wait_until (f, is_settled, NULL);
}

static void
close_window (Fixture *f)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* As if the app had been closed and started again. */
static void
close_app (Fixture *f)
{
  close_window (f);
  psg_own_notes_close (psg_own_notes_get_default ());
}

static void
activate (Fixture    *f,
          const char *action,
          const char *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (f->window), action,
                                  target != NULL ? g_variant_new_string (target) : NULL);
}

static gboolean
is_called (GtkWidget  *widget,
           const char *name)
{
  const char *label = NULL;

  if (GTK_IS_BUTTON (widget))
    label = gtk_button_get_label (GTK_BUTTON (widget));
  else if (GTK_IS_CHECK_BUTTON (widget))
    label = gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));

  return g_strcmp0 (label, name) == 0 || g_strcmp0 (gtk_widget_get_tooltip_text (widget), name) == 0;
}

/* @name: (nullable): its label or what its tooltip says */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *name)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (name == NULL || is_called (widget, name)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, name);

  return found;
}

static GtkWidget *
get (Fixture    *f,
     GType       type,
     const char *name)
{
  GtkWidget *widget = find (GTK_WIDGET (f->window), type, name);

  g_assert_nonnull (widget);

  return widget;
}

static void
click (Fixture    *f,
       const char *name)
{
  g_signal_emit_by_name (get (f, GTK_TYPE_BUTTON, name), "clicked");
}

/* About the opening event. */
static char *
write_note (Fixture    *f,
            const char *text)
{
  g_autoptr (PsgNote) note =
      psg_note_new_about_event (psg_session_get_collection (f->session), 0, g_get_real_time ());

  g_free (note->body);
  note->body = g_strdup (text);
  psg_notes_change (psg_session_get_notes (f->session), "Add Note", NULL, note, NULL);

  return g_strdup (note->id);
}

static gboolean
has_note (Fixture       *f,
          gconstpointer  title)
{
  GPtrArray *marks = psg_session_find_event_notes (f->session, 0);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    if (g_str_equal (((PsgNoteMark *) g_ptr_array_index (marks, i))->title, title))
      return TRUE;

  return FALSE;
}

/* The list of notes. */

static guint
count_listed (Fixture *f)
{
  GtkWidget *list = get (f, PSG_TYPE_NOTE_LIST, NULL);

  return g_list_model_get_n_items (G_LIST_MODEL (psg_note_list_get_selection (PSG_NOTE_LIST (list))));
}

static gboolean
lists (Fixture       *f,
       gconstpointer  n)
{
  return count_listed (f) == GPOINTER_TO_UINT (n);
}

static void
show_notes (Fixture *f)
{
  activate (f, "show-notes", NULL);
  while (find (GTK_WIDGET (f->window), PSG_TYPE_NOTE_LIST, NULL) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
choose_all (Fixture *f)
{
  gtk_selection_model_select_all (psg_note_list_get_selection (PSG_NOTE_LIST (get (f, PSG_TYPE_NOTE_LIST, NULL))));
}

/* Two windows, two processes. */

static void
test_two_windows_are_in_step (void)
{
  g_autofree char *id = NULL;
  Fixture one, other;

  open_window (&one, NULL);
  open_window (&other, NULL);
  show_notes (&other);
  id = write_note (&one, "In step");
  wait_until (&other, has_note, "In step");
  wait_until (&other, lists, GUINT_TO_POINTER (1));
  g_assert_cmpstr (psg_notes_get_undo_label (psg_session_get_notes (other.session)), ==, "Add Note");

  activate (&other, "undo", NULL);
  wait_until (&other, lists, GUINT_TO_POINTER (0));
  g_assert_null (psg_notes_find (psg_session_get_notes (one.session), id));
  close_window (&other);
  close_app (&one);
}

static void
ended_cb (GPid     pid,
          int      status,
          gpointer ended)
{
  g_assert_cmpint (status, ==, 0);
  *(gboolean *) ended = TRUE;
  g_spawn_close_pid (pid);
}

static gboolean
is_true (Fixture       *f,
         gconstpointer  value)
{
  return *(const gboolean *) value;
}

static void
test_two_processes_are_in_step (void)
{
  char *arguments[] = { program, (char *) "--second", NULL };
  g_autofree char *first = NULL;
  g_autofree char *answer = NULL;
  gboolean ended = FALSE;
  Fixture f;
  GPid pid;

  open_window (&f, NULL);
  first = write_note (&f, FROM_THE_FIRST);
  wait_until (&f, is_written, NULL);
  g_assert_true (g_spawn_async (NULL, arguments, NULL,
                                G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, &pid, NULL));
  g_child_watch_add (pid, ended_cb, &ended);
  wait_until (&f, has_note, FROM_THE_SECOND);
  answer = write_note (&f, THE_ANSWER);
  wait_until (&f, is_true, &ended);

  g_assert_true (has_note (&f, FROM_THE_FIRST));
  g_assert_true (has_note (&f, THE_ANSWER));
  close_app (&f);
}

static void
be_the_second (void)
{
  g_autofree char *id = NULL;
  Fixture f;

  open_window (&f, NULL);
  g_assert_false (psg_notes_is_read_only (psg_session_get_notes (f.session)));
  wait_until (&f, has_note, FROM_THE_FIRST);
  id = write_note (&f, FROM_THE_SECOND);
  wait_until (&f, has_note, THE_ANSWER);
  close_app (&f);
}

/* A new version of a collection. */

#define STAYS "The ferry went on Sundays."
#define GOES "Nobody crossed the ice in February."
#define DOUBLED "At dusk the gate was shut by a guard."
#define AROUND "\n\nSpring came late that year. " STAYS " Few people ever took it.\n\n"
#define OLD "\n\n" GOES "\n\n" DOUBLED AROUND
#define NEW "\n\nMuch has been rewritten since." AROUND DOUBLED "\n\nYears went by.\n\n" DOUBLED "\n"

static void
change_file (const char *path,
             const char *from,
             const char *to)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, from, to, 0), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
}

#define EVENTS "\"events\": ["
#define STRUCK_OUT \
  "{ \"id\": \"struck-out\", \"date\": \"2022\", \"title\": { \"en\": \"Struck out\" }, " \
  "\"summary\": { \"en\": \"It was no event.\" }, \"lane\": \"trade\", \"confidence\": \"B\", " \
  "\"sources\": [\"agency\"] },"

/* (transfer full): its path. @events: what comes before its other events. @ending: of the text of its document */
static char *
make_collection (const char *version,
                 const char *events,
                 const char *ending)
{
  g_autofree char *base = g_test_build_filename (G_TEST_DIST, "fixtures", "base", NULL);
  g_autofree char *sources = g_build_filename (folder, version, NULL);
  g_autofree char *info = g_build_filename (sources, "collection.json", NULL);
  g_autofree char *list = g_build_filename (sources, "events.json", NULL);
  g_autofree char *report = g_build_filename (sources, "documents", "report.md", NULL);
  g_autofree char *line = g_strdup_printf ("cp -r '%s' '%s'", base, sources);
  g_autofree char *wanted = g_strdup_printf ("\"version\": \"%s\"", version);
  g_autofree char *last = g_strconcat ("Nothing is certain.", ending, NULL);
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();
  char *path = g_strconcat (sources, ".passages", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_spawn_command_line_sync (line, NULL, NULL, NULL, NULL));
  change_file (info, "\"version\": \"1.0.0\"", wanted);
  change_file (report, "Nothing is certain.", last);
  change_file (list, EVENTS, events);
  g_assert_true (psg_compiler_run (sources, path, diagnostics, &error));
  g_assert_no_error (error);

  return path;
}

/* (transfer full): its id */
static char *
write_about_words (Fixture    *f,
                   const char *words)
{
  PsgCollection *collection = psg_session_get_collection (f->session);
  g_autoptr (PsgDocument) document = psg_collection_load_document (collection, "report", NULL);
  g_autoptr (PsgAnchorText) text = psg_anchor_text_new (document->text);
  const char *at = strstr (document->text, words);
  guint start = g_utf8_pointer_to_offset (document->text, at);
  g_autoptr (PsgAnchor) anchor = psg_anchor_new_for_range (text, start, start + g_utf8_strlen (words, -1));
  g_autoptr (PsgNote) note = psg_note_new_about_words (collection, "report", anchor, g_get_real_time ());

  psg_notes_change (psg_session_get_notes (f->session), "Add Note", NULL, note, NULL);

  return g_strdup (note->id);
}

/* (transfer full): its id */
static char *
write_about_event (Fixture    *f,
                   const char *event)
{
  PsgCollection *collection = psg_session_get_collection (f->session);
  guint row = psg_event_table_find (psg_collection_get_events (collection), event);
  g_autoptr (PsgNote) note = psg_note_new_about_event (collection, row, g_get_real_time ());

  psg_notes_change (psg_session_get_notes (f->session), "Add Note", NULL, note, NULL);

  return g_strdup (note->id);
}

static gboolean
needs_review (Fixture       *f,
              gconstpointer  id)
{
  const PsgNoteMark *mark = psg_notes_find (psg_session_get_notes (f->session), id);

  return mark != NULL && mark->review;
}

static gboolean
is_reviewed (Fixture       *f,
             gconstpointer  id)
{
  return !needs_review (f, id);
}

static gboolean
shows_review (Fixture       *f,
              gconstpointer  id)
{
  return find (GTK_WIDGET (f->window), PSG_TYPE_NOTE_REVIEW, NULL) != NULL;
}

/* On the note's page, by a button of its review. */
static void
review (Fixture    *f,
        const char *id,
        const char *button)
{
  g_assert_true (psg_session_show_page (f->session, PSG_KIND_NOTE, id, NULL));
  wait_until (f, shows_review, NULL);
  click (f, button);
  wait_until (f, is_reviewed, id);
  wait_until (f, is_written, NULL);
}

static void
test_a_new_version_leaves_what_is_lost_to_the_person (void)
{
  g_autofree char *old = make_collection ("1.0.1", EVENTS STRUCK_OUT, OLD);
  g_autofree char *new = make_collection ("2.0.0", EVENTS, NEW);
  g_autofree char *stays = NULL, *goes = NULL, *doubled = NULL, *kept = NULL, *struck_out = NULL;
  Fixture f;

  open_window (&f, old);
  stays = write_about_words (&f, STAYS);
  goes = write_about_words (&f, GOES);
  doubled = write_about_words (&f, DOUBLED);
  kept = write_about_event (&f, "first");
  struck_out = write_about_event (&f, "struck-out");
  close_app (&f);

  open_window (&f, new);
  wait_until (&f, needs_review, goes);
  wait_until (&f, needs_review, doubled);
  wait_until (&f, needs_review, struck_out);
  g_assert_false (needs_review (&f, stays) || needs_review (&f, kept));
  g_assert_null (psg_notes_get_undo_label (psg_session_get_notes (f.session)));
  show_notes (&f);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get (&f, GTK_TYPE_CHECK_BUTTON, "Only those that need review")), TRUE);
  wait_until (&f, lists, GUINT_TO_POINTER (3));

  review (&f, doubled, "_Use These Words");
  wait_until (&f, lists, GUINT_TO_POINTER (2));
  review (&f, goes, "_Keep Without a Place");
  wait_until (&f, lists, GUINT_TO_POINTER (1));
  review (&f, struck_out, "_Keep the Note");
  wait_until (&f, lists, GUINT_TO_POINTER (0));
  close_app (&f);

  /* It is done once. */
  open_window (&f, new);
  g_assert_false (needs_review (&f, stays) || needs_review (&f, goes) || needs_review (&f, doubled)
                  || needs_review (&f, kept) || needs_review (&f, struck_out));
  close_app (&f);
}

/* An event of one's own. */

static gboolean
has_own_event (Fixture       *f,
               gconstpointer  id)
{
  return psg_collection_find_own (psg_session_get_collection (f->session), id) != NULL;
}

static gboolean
has_no_own_event (Fixture       *f,
                  gconstpointer  id)
{
  return !has_own_event (f, id);
}

static gboolean
is_placed (Fixture       *f,
           gconstpointer  note)
{
  const PsgNoteMark *mark = psg_notes_find (psg_session_get_notes (f->session), note);

  return mark != NULL && mark->own != NULL && mark->own->event->has_place;
}

static gboolean
is_at_rest (Fixture       *f,
            gconstpointer  view)
{
  static double latitude, longitude, zoom;
  static gint64 since;
  double now[3];

  psg_map_view_get_location (PSG_MAP_VIEW ((gpointer) view), &now[0], &now[1], &now[2]);
  if (now[0] != latitude || now[1] != longitude || now[2] != zoom)
    since = g_get_monotonic_time ();
  latitude = now[0];
  longitude = now[1];
  zoom = now[2];

  return g_get_monotonic_time () - since > G_USEC_PER_SEC / 2;
}

/* With a real click, in its middle: there is where the map looks. */
static void
click_on_map (Fixture   *f,
              GtkWidget *map)
{
  double x, y, left, top;
  g_autofree char *line = NULL;

  g_assert_true (gtk_widget_translate_coordinates (map, GTK_WIDGET (f->window), gtk_widget_get_width (map) / 2.0,
                                                   gtk_widget_get_height (map) / 2.0, &x, &y));
  gtk_native_get_surface_transform (GTK_NATIVE (f->window), &left, &top);
  line = g_strdup_printf ("xdotool mousemove %d %d click 1", (int) (x + left), (int) (y + top));
  g_assert_true (g_spawn_command_line_async (line, NULL));
}

/* However late what takes the click is there. */
static gboolean
is_placed_by_clicks (Fixture       *f,
                     gconstpointer  note)
{
  static gint64 last;
  gint64 now = g_get_monotonic_time ();

  if (is_placed (f, note))
    return TRUE;

  if (now - last > 2 * G_USEC_PER_SEC)
    {
      click_on_map (f, get (f, PSG_TYPE_MAP_VIEW, NULL));
      last = now;
    }

  return FALSE;
}

static void
test_an_own_event_lives_on (void)
{
  double latitude, longitude, zoom;
  g_autofree char *note = NULL, *event = NULL;
  const PsgNoteMark *mark;
  GtkWidget *map;
  Fixture f;

  open_window (&f, NULL);
  activate (&f, "new-event", NULL);
  event = g_strdup (psg_session_get_event_id (f.session));
  g_assert_true (psg_own_event_is_id (event));
  note = g_strdup (psg_collection_find_own (psg_session_get_collection (f.session), event)->id);
  g_assert_false (is_placed (&f, note));

  map = get (&f, PSG_TYPE_MAP_VIEW, NULL);
  wait_until (&f, is_at_rest, map);
  psg_map_view_get_location (PSG_MAP_VIEW (map), &latitude, &longitude, &zoom);
  activate (&f, "pick-place", note);
  wait_until (&f, is_placed_by_clicks, note);
  mark = psg_notes_find (psg_session_get_notes (f.session), note);
  g_assert_cmpfloat_with_epsilon (mark->own->target.latitude, latitude, 0.05);
  g_assert_cmpfloat_with_epsilon (mark->own->target.longitude, longitude, 0.05);

  activate (&f, "delete-note", note);
  wait_until (&f, has_no_own_event, event);
  show_notes (&f);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get (&f, GTK_TYPE_CHECK_BUTTON, "Show the bin")), TRUE);
  wait_until (&f, lists, GUINT_TO_POINTER (1));
  choose_all (&f);
  click (&f, "Take Out of the Bin");
  wait_until (&f, has_own_event, event);
  wait_until (&f, lists, GUINT_TO_POINTER (0));
  close_app (&f);

  open_window (&f, NULL);
  wait_until (&f, has_own_event, event);
  g_assert_true (is_placed (&f, note));
  close_app (&f);
}

static void
set_up_app (GApplicationFlags flags)
{
  app = psg_application_new ();
  g_application_set_flags (G_APPLICATION (app), g_application_get_flags (G_APPLICATION (app)) | flags);
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, NULL));
}

static void
tear_down_app (void)
{
  psg_own_notes_close (psg_own_notes_get_default ());
  g_object_unref (app);
  /* As the app does. */
  g_assert_true (psg_linger_wait (60000));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *data = NULL, *line = NULL;
  gboolean is_second = argc > 1 && g_str_equal (argv[1], "--second");
  int status;

  g_setenv ("PASSAGES_DATADIR", g_getenv ("GSETTINGS_SCHEMA_DIR"), TRUE);
  if (is_second)
    {
      gtk_init ();
      set_up_app (G_APPLICATION_NON_UNIQUE);
      be_the_second ();
      tear_down_app ();
      return 0;
    }

  /* A notebook of its own, that no other test opens. */
  program = argv[0];
  folder = g_dir_make_tmp ("psg-own-notes-XXXXXX", NULL);
  data = g_build_filename (folder, "data", NULL);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  gtk_test_init (&argc, &argv);
  set_up_app (0);

  g_test_add_func ("/shell/own-notes/two-windows-are-in-step", test_two_windows_are_in_step);
  g_test_add_func ("/shell/own-notes/two-processes-are-in-step", test_two_processes_are_in_step);
  g_test_add_func ("/shell/own-notes/a-new-version-leaves-what-is-lost-to-the-person",
                   test_a_new_version_leaves_what_is_lost_to_the_person);
  g_test_add_func ("/shell/own-notes/an-own-event-lives-on", test_an_own_event_lives_on);

  status = g_test_run ();
  tear_down_app ();
  line = g_strdup_printf ("rm -r '%s'", folder);
  g_spawn_command_line_sync (line, NULL, NULL, NULL, NULL);
  g_free (folder);

  return status;
}
