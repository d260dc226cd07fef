/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-passage-bar.h"

#include "psg-document-fixture.h"
#include "psg-document-page.h"
#include "psg-event-page.h"

/* The bar over a document: which of the passages on the chosen event is read, and the way to the others. */

static PsgPassageBar *
get_bar (Fixture *f)
{
  GtkWidget *bar = find (get_page (f), has_type, "PsgPassageBar");

  g_assert_nonnull (bar);

  return PSG_PASSAGE_BAR (bar);
}

static gboolean
is_button_named (GtkWidget    *widget,
                 gconstpointer tooltip)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_tooltip_text (widget) != NULL &&
         g_str_has_prefix (gtk_widget_get_tooltip_text (widget), tooltip);
}

static void
press (Fixture    *f,
       const char *tooltip)
{
  GtkWidget *button = find (GTK_WIDGET (get_bar (f)), is_button_named, tooltip);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
test_is_there_only_for_what_is_chosen (Fixture      *f,
                                       gconstpointer data)
{
  follow (f, "document:charter");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_bar (f))));

  follow (f, "event:treaty");
  follow (f, "document:charter");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_bar (f))));
  g_assert_cmpstr (psg_passage_bar_get_position (get_bar (f)), ==, "2 passages on this");

  /* No passage bears on it. */
  follow (f, "event:harvest");
  follow (f, "document:charter");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_bar (f))));
}

static void
test_goes_on_in_the_next_document (Fixture      *f,
                                   gconstpointer data)
{
  follow (f, "event:treaty");
  follow (f, "document:charter#charter-peace");
  g_assert_cmpstr (psg_passage_bar_get_position (get_bar (f)), ==, "Passage 1 of 2 · The charter of the valley");
  press (f, "Next Passage");
  g_assert_cmpstr (psg_passage_bar_get_position (get_bar (f)), ==, "Passage 2 of 2 · A chronicle of the quarrel");
  g_assert_cmpstr (psg_document_page_get_id (PSG_DOCUMENT_PAGE (get_page (f))), ==, "chronicle");
  press (f, "Next Passage");
  g_assert_cmpstr (psg_passage_bar_get_position (get_bar (f)), ==, "Passage 1 of 2 · The charter of the valley");

  press (f, "Back to");
  g_assert_true (PSG_IS_EVENT_PAGE (get_page (f)));
  g_assert_cmpstr (psg_session_get_page (f->session)->id, ==, "treaty");
}

static void
test_follows_another_choice (Fixture      *f,
                             gconstpointer data)
{
  follow (f, "document:chronicle#chronicle-closed");
  g_assert_nonnull (find (GTK_WIDGET (get_bar (f)), has_text, "The pass is closed and the bridge with it"));
  follow (f, "document:chronicle#chronicle-strike");
  g_assert_null (find (GTK_WIDGET (get_bar (f)), has_text, "The pass is closed and the bridge with it"));
  g_assert_cmpstr (psg_passage_bar_get_position (get_bar (f)), ==, "Passage 1 of 1 · A chronicle of the quarrel");
}

/* Of every event: as many steps as there are passages, each highlighted, and back in one. */
static void
test_every_passage_is_reached (Fixture      *f,
                               gconstpointer data)
{
  guint n_events = psg_event_table_get_n (psg_collection_get_events (f->collection)), n_steps = 0;

  for (guint row = 0; row < n_events; row++)
    {
      g_autoptr (GPtrArray) passages = NULL;

      psg_session_select_event (f->session, row);
      passages = psg_session_load_passages (f->session, NULL);
      for (guint i = 0; i < passages->len; i++, n_steps++)
        {
          const PsgPassage *passage = g_ptr_array_index (passages, i);
          g_autofree char *number = g_strdup_printf ("Passage %u of %u", i + 1, passages->len);
          guint start, end;

          g_assert_true (psg_session_step_passage (f->session, 1, NULL));
          g_assert_cmpuint (psg_session_get_event (f->session), ==, row);
          g_assert_cmpstr (psg_document_page_get_id (PSG_DOCUMENT_PAGE (get_page (f))), ==, passage->document);
          g_assert_true (psg_document_page_get_highlight (PSG_DOCUMENT_PAGE (get_page (f)), &start, &end));
          g_assert_true (g_str_has_prefix (psg_passage_bar_get_position (get_bar (f)), number));
        }

      if (passages->len > 0)
        psg_session_go_back (f->session);
      g_assert_true (PSG_IS_EVENT_PAGE (get_page (f)));
    }
  g_assert_cmpuint (n_steps, >, 100);
}

int
main (int   argc,
      char *argv[])
{
  static const gboolean bundled = TRUE;

  g_test_init (&argc, &argv, NULL);
  if (!psg_document_fixture_init ())
    return 77;

#define ADD(path, data, function) g_test_add ("/ui/passage-bar/" path, Fixture, data, set_up, function, tear_down)
  ADD ("is-there-only-for-what-is-chosen", NULL, test_is_there_only_for_what_is_chosen);
  ADD ("goes-on-in-the-next-document", NULL, test_goes_on_in_the_next_document);
  ADD ("follows-another-choice", NULL, test_follows_another_choice);
  ADD ("every-passage-is-reached", &bundled, test_every_passage_is_reached);
#undef ADD

  return g_test_run ();
}
