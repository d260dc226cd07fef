/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "psg-cite-window.h"
#include "psg-map-view.h"
#include "psg-window.h"

/* Links and citations in a window on the bundled collection: what is shown becomes a link, and the link
 * shows it again. */

typedef struct
{
  PsgWindow *window;
  PsgSession *session;
} Fixture;

/* One for the process: it holds names on the bus. */
static PsgApplication *app;

static void
wait_until_settled (Fixture *f)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!psg_window_is_settled (f->window))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
    }
}

/* Until the map has come to rest. */
static void
draw_some_frames (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
open_window (Fixture    *f,
             const char *follow)
{
  f->window = psg_window_new (app);
  f->session = psg_window_get_session (f->window);
  gtk_window_present (GTK_WINDOW (f->window));
  psg_window_open_file (f->window, NULL, follow);
  wait_until_settled (f);
  draw_some_frames ();
}

static void
close_window (Fixture *f)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
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

static char *
dup_clipboard (Fixture *f)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (f->window)));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));

  return g_value_dup_string (&value);
}

static void
activate (Fixture    *f,
          const char *action,
          const char *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (f->window), action,
                                  target != NULL ? g_variant_new_string (target) : NULL);
}

static char *
dup_link (Fixture *f)
{
  activate (f, "copy-link", NULL);

  return dup_clipboard (f);
}

static PsgMapView *
get_map (Fixture *f)
{
  return PSG_MAP_VIEW (find (GTK_WIDGET (f->window), "PsgMapView"));
}

static const char link_text[] =
    "passages:lithuania-belarus/document/six-crossings?v=1.0.0#event=two-more-close-2024&t=2023-08-18"
    "&span=2023-01-01/2023-12-31&map=54.3,24.5,8.5";

static void
assert_shown (Fixture *f)
{
  double latitude, longitude, zoom;

  g_assert_cmpstr (psg_session_get_page (f->session)->id, ==, "six-crossings");
  g_assert_cmpstr (psg_session_get_event_id (f->session), ==, "two-more-close-2024");
  g_assert_cmpint (psg_session_get_playhead (f->session), ==, psg_day_from_ymd (2023, 8, 18));
  psg_map_view_get_location (get_map (f), &latitude, &longitude, &zoom);
  g_assert_cmpfloat (fabs (latitude - 54.3), <, 0.001);
  g_assert_cmpfloat (fabs (longitude - 24.5), <, 0.001);
  g_assert_cmpfloat (fabs (zoom - 8.5), <, 0.001);
}

static void
test_a_link_is_shown_in_a_new_window (void)
{
  Fixture f;
  g_autofree char *link = NULL;

  open_window (&f, link_text);
  assert_shown (&f);
  link = dup_link (&f);
  g_assert_cmpstr (link, ==, link_text);
  close_window (&f);
}

static void
test_a_link_is_shown_in_an_open_window (void)
{
  Fixture f;
  g_autofree char *link = NULL;

  open_window (&f, NULL);
  g_assert_true (psg_window_follow (f.window, link_text));
  draw_some_frames ();
  assert_shown (&f);
  link = dup_link (&f);
  g_assert_cmpstr (link, ==, link_text);
  close_window (&f);
}

static void
test_what_leads_nowhere_changes_nothing (void)
{
  static const char *const links[] = {
    "passages:", "passages:lithuania-belarus/event/gone#t=2021-01-01", "passages:elsewhere#t=2021-01-01",
    "passages:lithuania-belarus/event/two-more-close-2024#t=yesterday", "event:gone",
  };
  Fixture f;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_window (&f, NULL);
  before = dup_link (&f);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    g_assert_false (psg_window_follow (f.window, links[i]));
  after = dup_link (&f);
  g_assert_cmpstr (before, ==, after);
  close_window (&f);
}

static PsgCiteWindow *
find_cite_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (PSG_IS_CITE_WINDOW (window))
        return PSG_CITE_WINDOW (window);
    }

  return NULL;
}

static void
test_a_citation_in_the_style_chosen_last (void)
{
  static const char *const subjects[] = {
    "", "source:belta-2020-03", "document:six-crossings", "event:two-more-close-2024",
    "crossing:medininkai-kamenny-loh",
    "document:election-2020-break#eb-vote-splits",
  };
  Fixture f;

  open_window (&f, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      g_autofree char *text = NULL;

      activate (&f, "cite", subjects[i]);
      g_assert_nonnull (find_cite_window ());
      if (i == 0)
        g_object_set (find_cite_window (), "style", "ris", NULL);
      text = psg_cite_window_dup_text (find_cite_window ());
      g_assert_true (g_str_has_prefix (text, "TY  - "));
      gtk_window_close (GTK_WINDOW (find_cite_window ()));
      draw_some_frames ();
      g_assert_null (find_cite_window ());
    }

  activate (&f, "cite", "source:gone");
  g_assert_null (find_cite_window ());
  close_window (&f);
}

/* From the reader: the words as they stand in the document, without the marks of its sources. */
static void
test_words_are_copied_with_their_citation (void)
{
  Fixture f;
  GtkWidget *page, *reader;
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  open_window (&f, "document:election-2020-break");
  page = find (GTK_WIDGET (f.window), "PsgDocumentPage");
  reader = find (page, "PsgReaderView");
  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader)), &start, 1);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader)), &start, &end);
  g_assert_true (gtk_widget_activate_action (reader, "reader.copy-quote", NULL));

  text = dup_clipboard (&f);
  g_assert_true (g_str_has_prefix (text, "On 9 August 2020 Belarus voted"));
  g_assert_null (strstr (text, "[1]"));
  g_assert_nonnull (strstr (text, "\n\n“The 2020 election and the break,” 31 December 2024, in Lithuania – Belarus"));
  g_assert_nonnull (strstr (text, ", version 1.0.0, passages:lithuania-belarus/document/election-2020-break?v=1.0.0#"));
  close_window (&f);
}

int
main (int    argc,
      char **argv)
{
  int status;

  gtk_test_init (&argc, &argv);
  g_setenv ("PASSAGES_DATADIR", g_getenv ("GSETTINGS_SCHEMA_DIR"), TRUE);
  app = psg_application_new ();
  g_assert_true (g_application_register (G_APPLICATION (app), NULL, NULL));

  g_test_add_func ("/shell/link/is-shown-in-a-new-window", test_a_link_is_shown_in_a_new_window);
  g_test_add_func ("/shell/link/is-shown-in-an-open-window", test_a_link_is_shown_in_an_open_window);
  g_test_add_func ("/shell/link/what-leads-nowhere-changes-nothing", test_what_leads_nowhere_changes_nothing);
  g_test_add_func ("/shell/cite/in-the-style-chosen-last", test_a_citation_in_the_style_chosen_last);
  g_test_add_func ("/shell/cite/words-are-copied-with-their-citation", test_words_are_copied_with_their_citation);

  status = g_test_run ();
  g_object_unref (app);

  return status;
}
