/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-pane.h"

#include "psg-document-fixture.h"
#include "psg-document-page.h"
#include "psg-event-page.h"
#include "psg-reader-view.h"

/* All ways between events and the sentences behind them, in the bundled collection: there in one click, and back in
 * one. */

static gboolean
leads_to (GtkWidget    *widget,
          gconstpointer link)
{
  return g_strcmp0 (g_object_get_data (G_OBJECT (widget), "psg-link"), link) == 0;
}

/* A click on what leads there. */
static void
click_on (Fixture    *f,
          const char *link)
{
  GtkWidget *widget = find (get_page (f), leads_to, link);

  g_assert_nonnull (widget);
  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    g_assert_true (gtk_widget_activate (widget));
}

static char *
dup_highlighted (Fixture *f)
{
  PsgDocumentPage *page = PSG_DOCUMENT_PAGE (get_page (f));
  GtkTextBuffer *buffer = psg_document_page_get_buffer (page);
  GtkTextIter first, last;
  guint start, end;

  g_assert_true (psg_document_page_get_highlight (page, &start, &end));
  gtk_text_buffer_get_iter_at_offset (buffer, &first, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &last, end);

  return gtk_text_buffer_get_text (buffer, &first, &last, TRUE);
}

/* In a document marks stand between the words. */
static void
check_highlighted (Fixture          *f,
                   const PsgPassage *passage)
{
  g_autoptr (GRegex) marks = g_regex_new ("\\[[0-9]+\\]", 0, 0, NULL);
  g_autofree char *shown = dup_highlighted (f);
  g_autofree char *words = g_regex_replace_literal (marks, shown, -1, 0, "", 0, NULL);

  g_assert_cmpstr (words, ==, passage->anchor->exact);
}

static void
check_on_event (Fixture    *f,
                const char *id)
{
  g_assert_true (PSG_IS_EVENT_PAGE (get_page (f)));
  g_assert_cmpstr (psg_session_get_page (f->session)->id, ==, id);
  g_assert_cmpstr (psg_session_get_event_id (f->session), ==, id);
}

/* To the sentence in one click, and back in one: what stands over the text, or the way back. */
static void
walk_passage (Fixture          *f,
              const char       *event,
              const PsgPassage *passage,
              gboolean          by_history)
{
  g_autofree char *there = g_strdup_printf ("document:%s#%s", passage->document, passage->id);

  click_on (f, there);
  g_assert_true (PSG_IS_DOCUMENT_PAGE (get_page (f)));
  g_assert_cmpstr (psg_session_get_page (f->session)->passage, ==, passage->id);
  g_assert_cmpstr (psg_session_get_event_id (f->session), ==, event);
  check_highlighted (f, passage);

  if (by_history)
    psg_session_go_back (f->session);
  else
    g_signal_emit_by_name (find (get_page (f), has_class, "passage-subject"), "clicked");
  check_on_event (f, event);
}

/* From the sentence to each event it bears on, and back. */
static void
walk_from_document (Fixture          *f,
                    const PsgPassage *passage)
{
  PsgReaderView *view = PSG_READER_VIEW (psg_document_page_get_view (PSG_DOCUMENT_PAGE (get_page (f))));
  const PsgRendering *rendering = psg_reader_view_get_rendering (view);
  guint n = 0;

  for (guint i = 0; i < rendering->spots->len; i++)
    {
      const PsgSpot *spot = psg_reader_view_get_spot (view, i);

      if (spot->kind != PSG_SPOT_PASSAGE || !g_str_equal (spot->target, passage->id))
        continue;
      n++;
      g_assert_nonnull (spot->tooltip);
      g_signal_emit_by_name (view, "activate-spot", i);
      g_assert_cmpstr (psg_session_get_page (f->session)->passage, ==, passage->id);
      check_highlighted (f, passage);
      if (passage->events != NULL && passage->events[0] != NULL)
        g_assert_true (g_strv_contains ((const char *const *) passage->events, psg_session_get_event_id (f->session)));
      else
        g_assert_true (g_strv_contains ((const char *const *) passage->crossings,
                                        psg_session_get_crossing (f->session)));
    }
  g_assert_cmpuint (n, >, 0);
}

/* All of them with "-m slow", which takes some seconds; else one for each event, and some of the others. */
#define EVERY_OTHER 12

static void
test_every_event_is_walked_to_its_sentences (Fixture      *f,
                                             gconstpointer data)
{
  PsgEventTable *events = psg_collection_get_events (f->collection);
  guint n_walked = 0;

  for (guint row = 0; row < psg_event_table_get_n (events); row++)
    {
      const char *id = psg_event_table_get_id (events, row);
      g_autoptr (GPtrArray) passages = psg_collection_load_passages_about (f->collection, PSG_KIND_EVENT, id, NULL);

      /* Every event has one: none is a dead end. */
      g_assert_cmpuint (passages->len, >, 0);
      psg_session_select_event (f->session, row);
      for (guint i = 0; i < passages->len; i++)
        if (i == 0 || i % EVERY_OTHER == row % EVERY_OTHER || g_test_slow ())
          walk_passage (f, id, g_ptr_array_index (passages, i), n_walked++ % 2 == 0);
    }
  g_test_message ("%u ways walked", n_walked);
}

static void
test_every_sentence_is_walked_to_its_events (Fixture      *f,
                                             gconstpointer data)
{
  GPtrArray *documents = psg_collection_get_documents (f->collection);
  guint n_walked = 0;

  for (guint i = 0; i < documents->len; i++)
    {
      const PsgDocument *listed = g_ptr_array_index (documents, i);
      g_autoptr (PsgDocument) document = psg_collection_load_document (f->collection, listed->id, NULL);

      psg_session_open_document (f->session, document->id, NULL, NULL);
      for (guint j = 0; j < document->passages->len; j++, n_walked++)
        walk_from_document (f, g_ptr_array_index (document->passages, j));
    }
  g_test_message ("%u passages walked", n_walked);
  g_assert_cmpuint (n_walked, >, 200);
}

int
main (int   argc,
      char *argv[])
{
  static const gboolean bundled = TRUE;

  g_test_init (&argc, &argv, NULL);
  if (!psg_document_fixture_init ())
    return 77;

#define ADD(path, function) g_test_add ("/ui/walk/" path, Fixture, &bundled, set_up, function, tear_down)
  ADD ("every-event-to-its-sentences", test_every_event_is_walked_to_its_sentences);
  ADD ("every-sentence-to-its-events", test_every_sentence_is_walked_to_its_events);
#undef ADD

  return g_test_run ();
}
