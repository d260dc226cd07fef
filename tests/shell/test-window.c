/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "psg-memory-notes.h"
#include "psg-window.h"

/* The window on the bundled collection: what it can be asked to do, and that all
 * of it is drawn. */

typedef struct
{
  PsgWindow *window;
  PsgSession *session;
} Fixture;

/* One for the process: it holds names on the bus. */
static PsgApplication *app;

static void
iterate_until (gboolean (*done) (Fixture *fixture),
               Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!done (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

static gboolean
has_collection (Fixture *fixture)
{
  return psg_window_is_settled (fixture->window);
}

static void
draw_some_frames (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 4;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->window = psg_window_new (app);
  fixture->session = psg_window_get_session (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  psg_window_open_file (fixture->window, NULL, NULL);
  iterate_until (has_collection, fixture);
  draw_some_frames (fixture);
}

/* GSettings' memory backend is one for the process, as the file is for a person. */
static void
forget_state (void)
{
  static const char *const keys[] = { "last-link", "last-filter", "last-playhead", "last-compared", "last-span",
                                      "last-collection", "lane-orders", "window-size", "show-sidebar",
                                      "sidebar-width", "document-width", "timeline-height", "play-speed", "play-loop",
                                      "play-skip-empty", "play-wait", "online-map", "map-file", "text-size", NULL };
  g_autoptr (GSettings) settings = g_settings_new (PSG_SETTINGS_ID);

  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
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

static void
close_window (Fixture *fixture)
{
  GtkWidget *go_to = find (GTK_WIDGET (fixture->window), "PsgGoToPopover");

  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  if (go_to != NULL)
    g_object_add_weak_pointer (G_OBJECT (go_to), (gpointer *) &go_to);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->window);
  g_assert_null (go_to);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_window (fixture);
  forget_state ();
}

static void
ask (Fixture    *fixture,
     const char *action,
     const char *value)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, g_variant_new_string (value));
}

static void
assert_state (Fixture    *fixture,
              const char *action,
              const char *expected)
{
  g_autoptr (GVariant) state =
      g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), action);

  g_assert_cmpstr (g_variant_get_string (state, NULL), ==, expected);
}

static void
test_opens_on_the_opening_event (Fixture      *fixture,
                                 gconstpointer data)
{
  assert_state (fixture, "select-event", "two-more-close-2024");
  assert_state (fixture, "set-playhead", "2024-03-01");
  assert_state (fixture, "set-span", "2020-01-01/2024-12-31");
  assert_state (fixture, "set-filter", "");
}

static void
test_actions_tell_what_they_did (Fixture      *fixture,
                                 gconstpointer data)
{
  ask (fixture, "select-event", "ryanair-fr4978-2021");
  assert_state (fixture, "select-event", "ryanair-fr4978-2021");
  assert_state (fixture, "set-playhead", "2021-05-23");

  ask (fixture, "select-crossing", "medininkai-kamenny-loh");
  assert_state (fixture, "select-crossing", "medininkai-kamenny-loh");
  assert_state (fixture, "select-event", "");

  ask (fixture, "set-playhead", "2020-08-04");
  assert_state (fixture, "set-playhead", "2020-08-04");
  ask (fixture, "set-span", "2021-01/2021-12");
  assert_state (fixture, "set-span", "2021-01-01/2021-12-31");
  ask (fixture, "set-span", "2024-03-01/..");
  assert_state (fixture, "set-span", "2024-03-01/2024-12-31");
  ask (fixture, "set-span", "../2020");
  assert_state (fixture, "set-span", "2020-01-01/2020-12-31");
  ask (fixture, "set-span", "2021-01/2021-12");
  ask (fixture, "set-filter", "lane:border");
  assert_state (fixture, "set-filter", "lane:border");

  ask (fixture, "open-document", "six-crossings");
  assert_state (fixture, "open-document", "six-crossings");
  draw_some_frames (fixture);
}

static void
assert_flags (Fixture *fixture,
              gboolean enabled,
              gboolean certain)
{
  GActionGroup *group = G_ACTION_GROUP (fixture->window);
  g_autoptr (GVariant) state = g_action_group_get_action_state (group, "range-certain");

  g_assert_cmpint (g_action_group_get_action_enabled (group, "zoom-to-range"), ==, enabled);
  g_assert_cmpint (g_action_group_get_action_enabled (group, "clear-range"), ==, enabled);
  g_assert_cmpint (g_action_group_get_action_enabled (group, "range-certain"), ==, enabled);
  g_assert_cmpint (g_variant_get_boolean (state), ==, certain);
}

static void
test_a_range_is_set_shown_and_cleared (Fixture      *fixture,
                                       gconstpointer data)
{
  GActionGroup *group = G_ACTION_GROUP (fixture->window);

  assert_flags (fixture, FALSE, FALSE);
  ask (fixture, "set-filter", "lane:border");
  ask (fixture, "set-range", "2021-05/2021-08");
  assert_state (fixture, "set-range", "2021-05/2021-08");
  assert_state (fixture, "set-filter", "lane:border during:2021-05/2021-08");
  assert_flags (fixture, TRUE, FALSE);

  g_action_group_change_action_state (group, "range-certain", g_variant_new_boolean (TRUE));
  assert_state (fixture, "set-filter", "lane:border certainly:2021-05/2021-08");
  assert_flags (fixture, TRUE, TRUE);
  ask (fixture, "set-range", "2021/");
  assert_state (fixture, "set-range", "2021-05/2021-08");

  g_action_group_activate_action (group, "zoom-to-range", NULL);
  assert_state (fixture, "set-span", "2021-04-24/2021-09-07");
  g_action_group_activate_action (group, "clear-range", NULL);
  assert_state (fixture, "set-range", "");
  assert_state (fixture, "set-filter", "lane:border");
  assert_flags (fixture, FALSE, FALSE);
}

static PsgTimeSpan
get_page_span (Fixture  *fixture,
               PsgNotes *notes)
{
  const PsgPage *page = psg_session_get_page (fixture->session);

  g_assert_cmpint (page->kind, ==, PSG_KIND_NOTE);
  g_assert_nonnull (psg_notes_find (notes, page->id));

  return psg_notes_find (notes, page->id)->span;
}

static void
test_notes_are_begun_about_times_and_places (Fixture      *fixture,
                                             gconstpointer data)
{
  static const double places[][2] = { { 55, 25 }, { 91, 0 }, { 0, 181 }, { NAN, 0 }, { 0, -INFINITY } };
  GActionGroup *group = G_ACTION_GROUP (fixture->window);
  PsgCollection *collection = psg_session_get_collection (fixture->session);
  PsgMemoryNotes *store = psg_memory_notes_new ();
  PsgNotes *notes = psg_notes_new (PSG_NOTE_STORE (store));
  PsgTimeSpan whole = psg_time_span_from_days (psg_day_from_ymd (2021, 5, 1), psg_day_from_ymd (2021, 8, 31));
  PsgTimeSpan span;

  psg_session_set_notes (fixture->session, NULL);
  g_assert_false (g_action_group_get_action_enabled (group, "note-place"));
  psg_session_set_notes (fixture->session, notes);
  g_assert_true (g_action_group_get_action_enabled (group, "note-place"));
  g_assert_false (g_action_group_get_action_enabled (group, "note-range"));
  ask (fixture, "set-range", "2021-05/2021-08");
  g_action_group_activate_action (group, "note-range", NULL);
  span = get_page_span (fixture, notes);
  g_assert_true (psg_time_span_equal (&span, &whole));
  g_assert_cmpstr (psg_notes_get_undo_label (notes), ==, "Add Note");

  /* What is open of a range ends with the collection. */
  ask (fixture, "set-range", "2021-05/..");
  g_action_group_activate_action (group, "note-range", NULL);
  span = get_page_span (fixture, notes);
  g_assert_cmpint (span.start, ==, whole.start);
  g_assert_cmpint (span.end, ==, psg_collection_get_info (collection)->span.end);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_action_group_activate_action (group, "note-place", g_variant_new ("(dd)", places[i][0], places[i][1]));
  g_assert_cmpuint (psg_notes_get_placed (notes)->len, ==, 1);
  g_assert_cmpuint (psg_notes_get_n (notes), ==, 3);
  draw_some_frames (fixture);

  psg_memory_notes_set_read_only (store, TRUE);
  g_action_group_activate_action (group, "note-range", NULL);
  g_assert_cmpuint (psg_notes_get_n (notes), ==, 3);
  psg_session_set_notes (fixture->session, NULL);
  draw_some_frames (fixture);
  psg_memory_notes_set_read_only (store, FALSE);
  psg_notes_close (notes);
  psg_memory_notes_settle (store, notes);
  g_object_unref (notes);
  g_object_unref (store);
}

static void
test_bad_requests_change_nothing (Fixture      *fixture,
                                  gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *value;
  } requests[] = {
    { "select-event", "no-such-event" },
    { "select-crossing", "no-such-crossing" },
    { "open-document", "no-such-document" },
    { "open-document", "six-crossings#no-such-passage" },
    { "set-playhead", "the day after tomorrow" },
    { "set-playhead", "../2020" },
    { "set-span", "2021-13" },
    { "set-span", "2021/" },
    { "set-span", "/.." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      ask (fixture, requests[i].action, requests[i].value);
      test_opens_on_the_opening_event (fixture, NULL);
    }
  draw_some_frames (fixture);
}

/* From every event to every passage that bears on it, and back. */
static void
test_every_passage_leads_both_ways (Fixture      *fixture,
                                    gconstpointer data)
{
  PsgCollection *collection = psg_session_get_collection (fixture->session);
  PsgEventTable *events = psg_collection_get_events (collection);
  guint n_passages = 0;

  for (guint row = 0; row < psg_event_table_get_n (events); row++)
    {
      const char *event = psg_event_table_get_id (events, row);
      g_autoptr (GPtrArray) passages =
          psg_collection_load_passages_about (collection, PSG_KIND_EVENT, event, NULL);

      g_assert_nonnull (passages);
      for (guint i = 0; i < passages->len; i++)
        {
          const PsgPassage *passage = g_ptr_array_index (passages, i);
          g_autofree char *target = g_strconcat (passage->document, "#", passage->id, NULL);

          ask (fixture, "select-event", event);
          ask (fixture, "open-document", target);
          assert_state (fixture, "open-document", target);
          assert_state (fixture, "select-event", event);
          psg_session_go_back (fixture->session);
          g_assert_cmpint (psg_session_get_page (fixture->session)->kind, ==, PSG_KIND_EVENT);
          n_passages++;
        }
    }

  g_assert_cmpuint (n_passages, >=, 120);
}

static void
test_a_bad_file_leaves_the_collection_open (Fixture      *fixture,
                                            gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at-all.passages");

  psg_window_open_file (fixture->window, file, NULL);
  iterate_until (has_collection, fixture);
  test_opens_on_the_opening_event (fixture, NULL);
}

/* What follows an SQLite file's last page is nothing to it; but the file is large. */
static GFile *
make_large_file (const char *folder)
{
  g_autofree char *bundled = psg_application_dup_bundled_path ();
  g_autofree char *path = g_build_filename (folder, "large & slow.passages", NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (bundled, &content, &length, NULL));
  content = g_realloc (content, length + 8 * 1024 * 1024);
  memset (content + length, 0, 8 * 1024 * 1024);
  g_assert_true (g_file_set_contents (path, content, length + 8 * 1024 * 1024, NULL));

  return g_file_new_for_path (path);
}

static void
remove_large_file (const char *folder,
                   GFile      *file)
{
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_a_large_file_is_opened_in_the_background (Fixture      *fixture,
                                               gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autoptr (GFile) file = make_large_file (folder);

  ask (fixture, "select-event", "ryanair-fr4978-2021");
  psg_window_open_file (fixture->window, file, NULL);
  g_assert_false (psg_window_is_settled (fixture->window));
  assert_state (fixture, "select-event", "ryanair-fr4978-2021");
  iterate_until (has_collection, fixture);
  test_opens_on_the_opening_event (fixture, NULL);
  remove_large_file (folder, file);
}

static void
test_cancelling_leaves_the_collection_open (Fixture      *fixture,
                                            gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autoptr (GFile) file = make_large_file (folder);

  ask (fixture, "select-event", "ryanair-fr4978-2021");
  psg_window_open_file (fixture->window, file, NULL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "cancel-opening", NULL);
  iterate_until (has_collection, fixture);
  assert_state (fixture, "select-event", "ryanair-fr4978-2021");
  remove_large_file (folder, file);
}

static const char *
get_shown_page (Fixture *fixture)
{
  GtkWidget *stack = find (find (GTK_WIDGET (fixture->window), "AdwToastOverlay"), "GtkStack");

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static void
test_a_page_says_that_a_large_file_is_opened (void)
{
  Fixture fixture = { psg_window_new (app) };
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autoptr (GFile) file = make_large_file (folder);

  gtk_window_present (GTK_WINDOW (fixture.window));
  psg_window_open_file (fixture.window, file, NULL);
  g_assert_cmpstr (get_shown_page (&fixture), ==, "opening");
  g_assert_nonnull (find (GTK_WIDGET (fixture.window), "GtkProgressBar"));

  g_action_group_activate_action (G_ACTION_GROUP (fixture.window), "cancel-opening", NULL);
  iterate_until (has_collection, &fixture);
  g_assert_cmpstr (get_shown_page (&fixture), ==, "trouble");

  psg_window_open_file (fixture.window, file, NULL);
  g_assert_cmpstr (get_shown_page (&fixture), ==, "opening");
  iterate_until (has_collection, &fixture);
  g_assert_cmpstr (get_shown_page (&fixture), ==, "content");

  close_window (&fixture);
  forget_state ();
  remove_large_file (folder, file);
}

/* A window may be closed while it opens something. */
static void
test_closing_gives_up_opening (void)
{
  Fixture fixture = { psg_window_new (app) };
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autoptr (GFile) file = make_large_file (folder);

  gtk_window_present (GTK_WINDOW (fixture.window));
  psg_window_open_file (fixture.window, file, NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture.window), (gpointer *) &fixture.window);
  gtk_window_destroy (GTK_WINDOW (fixture.window));
  while (fixture.window != NULL)
    g_main_context_iteration (NULL, TRUE);

  forget_state ();
  remove_large_file (folder, file);
}

static void
test_state_is_found_again (Fixture      *fixture,
                           gconstpointer data)
{
  ask (fixture, "set-filter", "lane:people");
  ask (fixture, "select-event", "freedom-way-2020");
  ask (fixture, "set-playhead", "2020-08-30");
  ask (fixture, "set-lanes", "people -trade !security gone");
  assert_state (fixture, "set-lanes", "people -trade !security politics diplomacy border");
  ask (fixture, "set-compared", "2024-03-01");

  close_window (fixture);
  set_up (fixture, NULL);

  assert_state (fixture, "select-event", "freedom-way-2020");
  assert_state (fixture, "set-playhead", "2020-08-30");
  assert_state (fixture, "set-compared", "2024-03-01");
  assert_state (fixture, "set-filter", "lane:people");
  assert_state (fixture, "set-lanes", "people -trade !security politics diplomacy border");

  /* The collection's own order is not kept, but followed. */
  ask (fixture, "set-lanes", "");
  /* Nor is a comparison that was ended. */
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "compare-dates", NULL);
  close_window (fixture);
  set_up (fixture, NULL);
  assert_state (fixture, "set-lanes", "");
  assert_state (fixture, "set-compared", "");
}

static void
change (Fixture    *fixture,
        const char *action,
        GVariant   *value)
{
  g_action_group_change_action_state (G_ACTION_GROUP (fixture->window), action, value);
}

static gboolean
is_on (Fixture    *fixture,
       const char *action)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), action);

  return g_variant_get_boolean (state);
}

static void
test_plays_until_something_is_chosen (Fixture      *fixture,
                                      gconstpointer data)
{
  ask (fixture, "set-playhead", "2021-04-10");
  g_assert_false (is_on (fixture, "play"));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "play", NULL);
  g_assert_true (is_on (fixture, "play"));
  ask (fixture, "select-event", "freedom-way-2020");
  g_assert_false (is_on (fixture, "play"));
}

static void
test_ways_of_playing_are_found_again (Fixture      *fixture,
                                      gconstpointer data)
{
  assert_state (fixture, "play-speed", "month");
  change (fixture, "play-speed", g_variant_new_string ("year"));
  change (fixture, "play-speed", g_variant_new_string ("decade"));
  change (fixture, "play-loop", g_variant_new_boolean (TRUE));
  change (fixture, "play-skip-empty", g_variant_new_boolean (FALSE));
  change (fixture, "play-wait", g_variant_new_boolean (FALSE));

  close_window (fixture);
  set_up (fixture, NULL);

  assert_state (fixture, "play-speed", "year");
  g_assert_true (is_on (fixture, "play-loop"));
  g_assert_false (is_on (fixture, "play-skip-empty"));
  g_assert_false (is_on (fixture, "play-wait"));
}

static void
test_the_legend_is_an_action (Fixture      *fixture,
                              gconstpointer data)
{
  GtkWidget *legend;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-legend", NULL);
  draw_some_frames (fixture);
  legend = find (GTK_WIDGET (fixture->window), "PsgTimelineLegend");
  g_assert_nonnull (legend);
  g_assert_true (gtk_widget_get_mapped (legend));
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, NULL);
}

static void
test_goes_to_dates_and_back (Fixture      *fixture,
                             gconstpointer data)
{
  ask (fixture, "go-to", "18 Aug 2023");
  assert_state (fixture, "set-playhead", "2023-08-18");
  assert_state (fixture, "select-event", "two-crossings-close-2023");

  ask (fixture, "go-to", "2021");
  assert_state (fixture, "set-playhead", "2021-01-01");
  assert_state (fixture, "set-span", "2020-12-09/2022-01-23");

  activate (fixture, "zoom-to-selection");
  activate (fixture, "previous-view");
  assert_state (fixture, "set-span", "2020-12-09/2022-01-23");
  activate (fixture, "show-all");
  assert_state (fixture, "set-span", "2020-01-01/2024-12-31");
  activate (fixture, "previous-view");
  activate (fixture, "next-view");
  assert_state (fixture, "set-span", "2020-01-01/2024-12-31");

  ask (fixture, "go-to", "COVID");
  assert_state (fixture, "set-playhead", "2020-03-16");
  ask (fixture, "go-to", "31 April 2023");
  assert_state (fixture, "set-playhead", "2020-03-16");
  draw_some_frames (fixture);
}

/* The window may be closed while a date is being asked for. */
static void
test_asks_for_a_date (Fixture      *fixture,
                      gconstpointer data)
{
  g_assert_null (find (GTK_WIDGET (fixture->window), "PsgGoToPopover"));
  activate (fixture, "go-to-date");
  draw_some_frames (fixture);
  activate (fixture, "go-to-date");
  draw_some_frames (fixture);
  g_assert_true (gtk_widget_get_mapped (find (GTK_WIDGET (fixture->window), "PsgGoToPopover")));
}

static void
assert_alone (Fixture *fixture,
              gboolean alone)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);

  g_assert_true (gtk_widget_get_mapped (find (root, "PsgDocumentPane")));
  g_assert_cmpint (gtk_widget_get_mapped (find (root, "PsgMapView")), ==, !alone);
  g_assert_cmpint (gtk_widget_get_mapped (find (root, "PsgTimelineView")), ==, !alone);
  g_assert_cmpint (gtk_widget_get_mapped (find (root, "PsgEventList")), ==, !alone);
}

static void
test_shows_the_text_alone (Fixture      *fixture,
                           gconstpointer data)
{
  GtkWidget *pane = find (GTK_WIDGET (fixture->window), "PsgDocumentPane");
  int width = gtk_widget_get_width (pane);
  GtkWindow *other;

  assert_alone (fixture, FALSE);
  activate (fixture, "read-alone");
  draw_some_frames (fixture);
  assert_alone (fixture, TRUE);
  g_assert_cmpint (gtk_widget_get_width (pane), >, width);
  activate (fixture, "read-alone");
  draw_some_frames (fixture);
  assert_alone (fixture, FALSE);
  g_assert_cmpint (gtk_widget_get_width (pane), ==, width);

  activate (fixture, "read-in-window");
  draw_some_frames (fixture);
  other = gtk_application_get_active_window (GTK_APPLICATION (app));
  g_assert_true (other != GTK_WINDOW (fixture->window));
  g_assert_cmpstr (psg_session_get_event_id (psg_window_get_session (PSG_WINDOW (other))), ==,
                   psg_session_get_event_id (fixture->session));
  g_assert_false (gtk_widget_get_mapped (find (GTK_WIDGET (other), "PsgMapView")));
  gtk_window_destroy (other);
}

static int
get_text_size (PsgWindow *window)
{
  int size;

  g_object_get (find (GTK_WIDGET (window), "PsgDocumentPane"), "text-size", &size, NULL);

  return size;
}

static void
test_texts_are_as_large_in_every_window (Fixture      *fixture,
                                         gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (PSG_SETTINGS_ID);
  GtkWindow *other;

  ask (fixture, "open-document", "september-2024-offer");
  activate (fixture, "text-larger");
  activate (fixture, "text-larger");
  g_assert_cmpint (get_text_size (fixture->window), ==, 125);
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 125);

  activate (fixture, "read-in-window");
  draw_some_frames (fixture);
  other = gtk_application_get_active_window (GTK_APPLICATION (app));
  g_assert_true (other != GTK_WINDOW (fixture->window));
  g_assert_cmpint (get_text_size (PSG_WINDOW (other)), ==, 125);
  g_action_group_activate_action (G_ACTION_GROUP (other), "text-smaller", NULL);
  g_assert_cmpint (get_text_size (fixture->window), ==, 110);
  gtk_window_destroy (other);

  activate (fixture, "text-normal");
  g_assert_cmpint (g_settings_get_int (settings, "text-size"), ==, 100);
}

static void
test_keeps_the_sizes_of_its_panes (Fixture      *fixture,
                                   gconstpointer data)
{
  static const char *const types[] = { "PsgTimelineView", "PsgDocumentPane", "PsgEventList" };
  int before[G_N_ELEMENTS (types)];

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *paned = gtk_widget_get_ancestor (find (GTK_WIDGET (fixture->window), types[i]), GTK_TYPE_PANED);

      gtk_paned_set_position (GTK_PANED (paned), gtk_paned_get_position (GTK_PANED (paned)) + 20);
    }
  draw_some_frames (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *pane = find (GTK_WIDGET (fixture->window), types[i]);

      before[i] = i == 0 ? gtk_widget_get_height (pane) : gtk_widget_get_width (pane);
    }

  close_window (fixture);
  set_up (fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *pane = find (GTK_WIDGET (fixture->window), types[i]);

      g_assert_cmpint (i == 0 ? gtk_widget_get_height (pane) : gtk_widget_get_width (pane), ==, before[i]);
    }
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
  gtk_init ();

  app = psg_application_new ();
  g_application_set_flags (G_APPLICATION (app), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (app), NULL, &error);
  g_assert_no_error (error);

  add_test ("/shell/window/opens-on-the-opening-event", test_opens_on_the_opening_event);
  add_test ("/shell/window/keeps-the-sizes-of-its-panes", test_keeps_the_sizes_of_its_panes);
  add_test ("/shell/window/actions-tell-what-they-did", test_actions_tell_what_they_did);
  add_test ("/shell/window/a-range-is-set-shown-and-cleared", test_a_range_is_set_shown_and_cleared);
  add_test ("/shell/window/notes-are-begun-about-times-and-places", test_notes_are_begun_about_times_and_places);
  add_test ("/shell/window/goes-to-dates-and-back", test_goes_to_dates_and_back);
  add_test ("/shell/window/asks-for-a-date", test_asks_for_a_date);
  add_test ("/shell/window/shows-the-text-alone", test_shows_the_text_alone);
  add_test ("/shell/window/texts-are-as-large-in-every-window", test_texts_are_as_large_in_every_window);
  add_test ("/shell/window/bad-requests-change-nothing", test_bad_requests_change_nothing);
  add_test ("/shell/window/every-passage-leads-both-ways", test_every_passage_leads_both_ways);
  add_test ("/shell/window/a-bad-file-leaves-the-collection-open", test_a_bad_file_leaves_the_collection_open);
  add_test ("/shell/window/plays-until-something-is-chosen", test_plays_until_something_is_chosen);
  add_test ("/shell/window/ways-of-playing-are-found-again", test_ways_of_playing_are_found_again);
  add_test ("/shell/window/a-large-file-is-opened-in-the-background", test_a_large_file_is_opened_in_the_background);
  add_test ("/shell/window/cancelling-leaves-the-collection-open", test_cancelling_leaves_the_collection_open);
  g_test_add_func ("/shell/window/a-page-says-that-a-large-file-is-opened",
                   test_a_page_says_that_a_large_file_is_opened);
  g_test_add_func ("/shell/window/closing-gives-up-opening", test_closing_gives_up_opening);
  add_test ("/shell/window/state-is-found-again", test_state_is_found_again);
  add_test ("/shell/window/the-legend-is-an-action", test_the_legend_is_an_action);

  return g_test_run ();
}
