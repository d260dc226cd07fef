/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-pane.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "psg-document-fixture.h"
#include "psg-document-page.h"
#include "psg-document-render.h"
#include "psg-document-tags.h"
#include "psg-event-page.h"
#include "psg-link.h"
#include "psg-memory-collection.h"
#include "psg-pane-bar.h"
#include "psg-status-strip.h"

/* The document pane: its pages on a collection in memory, and every page and passage of the bundled one. */

/* A page must do with the narrowest pane. */
static void
check_width (Fixture *f)
{
  int minimum;

  gtk_widget_measure (get_page (f), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 280);
}

static void
check_drawn (Fixture *f)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (f->pane);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  settle ();
  check_width (f);
  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_unref (node);
}

static void
test_text_map_goes_both_ways (void)
{
  g_autoptr (PsgTextMap) map = psg_text_map_new ();

  /* "abc[1]de\n• fgh": three stretches of a document "abcde\nfgh" */
  psg_text_map_add (map, 0, 0, 3);
  psg_text_map_add (map, 3, 6, 2);
  psg_text_map_add (map, 6, 11, 3);

  g_assert_cmpuint (psg_text_map_to_offset (map, 0), ==, 0);
  g_assert_cmpuint (psg_text_map_to_offset (map, 2), ==, 2);
  g_assert_cmpuint (psg_text_map_to_offset (map, 3), ==, 6);
  g_assert_cmpuint (psg_text_map_to_end_offset (map, 3), ==, 3);
  g_assert_cmpuint (psg_text_map_to_offset (map, 6), ==, 11);
  g_assert_cmpuint (psg_text_map_to_offset (map, 5), ==, 11);
  g_assert_cmpuint (psg_text_map_to_end_offset (map, 9), ==, 14);
  g_assert_cmpuint (psg_text_map_to_offset (map, 99), ==, 14);
  g_assert_cmpuint (psg_text_map_to_position (map, 4), ==, 3);
  g_assert_cmpuint (psg_text_map_to_position (map, 7), ==, 4);
  g_assert_cmpuint (psg_text_map_to_position (map, 13), ==, 8);
  g_assert_true (psg_text_map_has_offset (map, 7));
  g_assert_false (psg_text_map_has_offset (map, 4));
  g_assert_false (psg_text_map_has_offset (map, 9));
}

static void
test_text_map_agrees_with_counting (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (PsgTextMap) map = psg_text_map_new ();
      guint offsets[400], n = 0, position = 0, offset = 0;

      while (position < 300)
        {
          guint length = g_test_rand_int_range (1, 40);

          offset += g_test_rand_int_range (0, 5);
          psg_text_map_add (map, position, offset, length);
          for (guint i = 0; i < length; i++)
            offsets[n++] = offset + i;
          position += length;
          offset += length;
        }

      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (psg_text_map_to_offset (map, i), ==, offsets[i]);
          g_assert_cmpuint (psg_text_map_to_position (map, offsets[i]), ==, i);
          g_assert_cmpuint (psg_text_map_to_end_offset (map, i + 1), ==, offsets[i] + 1);
        }
    }
}

static void
test_the_innermost_spot_is_meant (void)
{
  g_autoptr (GArray) spots = psg_spot_array_new ();

  psg_spot_array_add (spots, PSG_SPOT_PASSAGE, 0, 50, "wide", NULL);
  psg_spot_array_add (spots, PSG_SPOT_PASSAGE, 10, 30, "narrow", NULL);
  psg_spot_array_add (spots, PSG_SPOT_LINK, 12, 20, "event:x", NULL);
  psg_spot_array_add (spots, PSG_SPOT_CITATION, 18, 21, "source", NULL);
  psg_spot_array_sort (spots);

#define TARGET(offset) g_array_index (spots, PsgSpot, psg_spot_array_find (spots, offset)).target
  g_assert_cmpstr (TARGET (5), ==, "wide");
  g_assert_cmpstr (TARGET (11), ==, "narrow");
  g_assert_cmpstr (TARGET (13), ==, "event:x");
  g_assert_cmpstr (TARGET (19), ==, "source");
  g_assert_cmpstr (TARGET (29), ==, "narrow");
  g_assert_cmpstr (TARGET (49), ==, "wide");
#undef TARGET
  g_assert_cmpint (psg_spot_array_find (spots, 50), ==, PSG_SPOT_NONE);

  g_assert_cmpint (psg_spot_array_step (spots, PSG_SPOT_NONE, 11, 1), ==, 2);
  g_assert_cmpint (psg_spot_array_step (spots, 2, 0, 1), ==, 3);
  g_assert_cmpint (psg_spot_array_step (spots, 3, 0, 1), ==, PSG_SPOT_NONE);
  g_assert_cmpint (psg_spot_array_step (spots, 0, 0, -1), ==, PSG_SPOT_NONE);
}

static void
test_only_safe_links_lead_out (void)
{
  static const struct { const char *uri; gboolean external; } cases[] = {
    { "https://example.org/a?b#c", TRUE },
    { "http://example.org", TRUE },
    { "HTTPS://example.org", TRUE },
    { "mailto:a@example.org", TRUE },
    { "file:///etc/passwd", FALSE },
    { "javascript:alert(1)", FALSE },
    { "https:///nowhere", FALSE },
    { "https:", FALSE },
    { "event:closure", FALSE },
    { "smb://host/share", FALSE },
    { "not an address", FALSE },
    { "", FALSE },
    { NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (psg_link_is_external (cases[i].uri), ==, cases[i].external);
}

/* What is not seen, or changes how the rest is seen, is seen. */
static void
test_links_are_shown_as_they_are (void)
{
  static const struct { const char *uri; const char *shown; } cases[] = {
    { "https://example.org/a?b=%20#c", "https://example.org/a?b=%20#c" },
    { "https://example.org/Ąžuolas/ы", "https://example.org/Ąžuolas/ы" },
    { "https://good.example/\u202Emoc.live", "https://good.example/%E2%80%AEmoc.live" },
    { "https://good.example\u2066/\u200B\u2028", "https://good.example%E2%81%A6/%E2%80%8B%E2%80%A8" },
    { "https://good.example/ a\n\tb", "https://good.example/%20a%0A%09b" },
    { "https://good.example/\u00A0\u3000", "https://good.example/%C2%A0%E3%80%80" },
    { "https://good.example/a\u0338b", "https://good.example/a%CC%B8b" },
    { "https://good.example/<b>&amp;", "https://good.example/<b>&amp;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = psg_link_dup_shown (cases[i].uri);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

/* The document's own characters in a stretch of the buffer. */
static char *
dup_own_text (GtkTextBuffer *buffer,
              PsgTextMap    *map,
              guint          start,
              guint          end)
{
  GString *text = g_string_new (NULL);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, start);
  for (guint offset = start; offset < end; offset++)
    {
      if (psg_text_map_has_offset (map, offset))
        g_string_append_unichar (text, gtk_text_iter_get_char (&iter));
      gtk_text_iter_forward_char (&iter);
    }

  return g_string_free (text, FALSE);
}

static void
check_rendering (const PsgDocument *document,
                 PsgCollection     *collection)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  g_autoptr (PsgRendering) rendering = NULL;

  psg_document_tags_create (gtk_text_buffer_get_tag_table (buffer));
  rendering = psg_document_render (document, collection, buffer);

  for (guint i = 0; i < document->blocks->len; i++)
    {
      const PsgBlock *block = &g_array_index (document->blocks, PsgBlock, i);
      g_autofree char *expected = g_utf8_substring (document->text, block->start, block->end);
      g_autofree char *text = NULL;

      if (block->start == block->end)
        continue;
      text = dup_own_text (buffer, rendering->map,
                           psg_text_map_to_offset (rendering->map, block->start),
                           psg_text_map_to_end_offset (rendering->map, block->end));
      g_assert_cmpstr (text, ==, expected);
    }

  for (guint i = 0; i < document->passages->len; i++)
    {
      const PsgPassage *passage = g_ptr_array_index (document->passages, i);
      g_autofree char *text = NULL;

      text = dup_own_text (buffer, rendering->map,
                           psg_text_map_to_offset (rendering->map, passage->anchor->start),
                           psg_text_map_to_end_offset (rendering->map, passage->anchor->end));
      g_assert_cmpstr (text, ==, passage->anchor->exact);
    }
}

static void
test_the_buffer_says_what_the_document_says (gconstpointer bundled)
{
  g_autoptr (PsgCollection) collection = bundled != NULL ? open_bundled () : psg_memory_collection_new ();
  GPtrArray *documents = psg_collection_get_documents (collection);
  guint n_passages = 0;

  for (guint i = 0; i < documents->len; i++)
    {
      const PsgDocument *listed = g_ptr_array_index (documents, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (PsgDocument) document = psg_collection_load_document (collection, listed->id, &error);

      g_assert_no_error (error);
      check_rendering (document, collection);
      n_passages += document->passages->len;
    }

  g_assert_cmpuint (n_passages, >=, bundled != NULL ? 120 : 5);
}

static void
test_nothing_is_a_page_of_its_own (Fixture      *f,
                                   gconstpointer data)
{
  check_drawn (f);
  g_assert_nonnull (find (get_page (f), has_text, "The valley, 2020–2022"));
  g_assert_nonnull (find (get_page (f), has_text, "The charter of the valley"));

  psg_session_set_collection (f->session, NULL);
  settle ();
  g_assert_true (ADW_IS_STATUS_PAGE (get_page (f)));
}

static void
test_an_event_has_the_tabs_it_can_fill (Fixture      *f,
                                        gconstpointer data)
{
  follow (f, "event:closure");
  check_drawn (f);
  g_assert_nonnull (find (get_page (f), has_text, "The pass is closed and the bridge with it"));
  g_assert_nonnull (find (get_page (f), has_text, "Claims 1"));

  follow (f, "event:harvest");
  settle ();
  g_assert_nonnull (find (get_page (f), has_text, "Account"));
  g_assert_null (find (get_page (f), has_text, "Claims 1"));
}

static void
test_the_chosen_tab_stays (Fixture      *f,
                           gconstpointer data)
{
  follow (f, "event:closure");
  psg_event_page_set_tab (PSG_EVENT_PAGE (get_page (f)), "claims");
  follow (f, "event:treaty");
  g_assert_cmpstr (psg_event_page_get_tab (PSG_EVENT_PAGE (get_page (f))), ==, "claims");
  follow (f, "event:harvest");
  g_assert_cmpstr (psg_event_page_get_tab (PSG_EVENT_PAGE (get_page (f))), ==, "account");
}

static void
test_one_click_opens_the_document_at_the_passage (Fixture      *f,
                                                  gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter first, last;
  GtkWidget *card;
  guint start, end;

  follow (f, "event:closure");
  card = find (get_page (f), has_class, "passage-card");
  g_assert_nonnull (card);
  g_signal_emit_by_name (card, "clicked");

  g_assert_cmpstr (psg_session_get_page (f->session)->id, ==, "chronicle");
  g_assert_cmpstr (psg_session_get_page (f->session)->passage, ==, "chronicle-closed");
  g_assert_cmpstr (psg_session_get_event_id (f->session), ==, "closure");

  g_assert_true (PSG_IS_DOCUMENT_PAGE (get_page (f)));
  g_assert_true (psg_document_page_get_highlight (PSG_DOCUMENT_PAGE (get_page (f)), &start, &end));
  buffer = psg_document_page_get_buffer (PSG_DOCUMENT_PAGE (get_page (f)));
  gtk_text_buffer_get_iter_at_offset (buffer, &first, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &last, end);
  text = gtk_text_buffer_get_text (buffer, &first, &last, TRUE);
  g_assert_cmpstr (text, ==, "the pass was closed");
  check_drawn (f);

  /* And back in one. */
  psg_session_go_back (f->session);
  g_assert_true (PSG_IS_EVENT_PAGE (get_page (f)));
}

static void
test_another_passage_keeps_the_page (Fixture      *f,
                                     gconstpointer data)
{
  GtkWidget *page;
  guint start, end;

  follow (f, "document:chronicle#chronicle-closed");
  page = get_page (f);
  follow (f, "document:chronicle#chronicle-strike");
  g_assert_true (get_page (f) == page);
  g_assert_cmpstr (psg_session_get_event_id (f->session), ==, "strike");
  g_assert_true (psg_document_page_get_highlight (PSG_DOCUMENT_PAGE (page), &start, &end));
  g_assert_cmpuint (end - start, ==, g_utf8_strlen ("the drivers went on strike", -1));
}

static void
test_a_click_on_a_passage_chooses_its_event (Fixture      *f,
                                             gconstpointer data)
{
  g_autoptr (PsgRendering) rendering = NULL;
  GtkWidget *view;

  follow (f, "document:charter");
  view = find (get_page (f), has_type, "PsgReaderView");
  g_assert_nonnull (view);

  /* Its first spot is the passage on peace. */
  g_signal_emit_by_name (view, "activate-spot", 0u);
  g_assert_cmpstr (psg_session_get_page (f->session)->passage, ==, "charter-peace");
  g_assert_cmpstr (psg_session_get_event_id (f->session), ==, "treaty");
}

static void
test_all_kinds_of_page_are_shown (Fixture      *f,
                                  gconstpointer data)
{
  static const char *const links[] = {
    "event:treaty", "crossing:bridge", "crossing:halt", "document:charter", "claim:claim-peace", "source:gazette",
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      follow (f, links[i]);
      g_assert_true (PSG_IS_PAGE_VIEW (get_page (f)));
      check_drawn (f);
    }
}

static void
test_a_lost_page_says_so (Fixture      *f,
                          gconstpointer data)
{
  psg_memory_collection_set_failing (PSG_MEMORY_COLLECTION (f->collection), TRUE);
  follow (f, "event:treaty");
  g_assert_true (ADW_IS_STATUS_PAGE (get_page (f)));
  psg_memory_collection_set_failing (PSG_MEMORY_COLLECTION (f->collection), FALSE);
  follow (f, "event:closure");
  g_assert_true (PSG_IS_EVENT_PAGE (get_page (f)));
}

static void
test_choosing_history_moves_the_playhead (Fixture      *f,
                                          gconstpointer data)
{
  GtkWidget *row;

  follow (f, "crossing:bridge");
  row = find (get_page (f), has_type, "GtkListBoxRow");
  g_assert_nonnull (row);
  row = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (row));
  gtk_widget_activate (row);
  g_assert_cmpint (psg_session_get_playhead (f->session), ==, psg_day_from_ymd (2021, 2, 10));
  g_assert_true (gtk_widget_has_css_class (row, "current"));

  psg_session_set_playhead (f->session, psg_day_from_ymd (2022, 10, 1));
  g_assert_false (gtk_widget_has_css_class (row, "current"));
}

static void
test_the_strip_knows_its_days (Fixture      *f,
                               gconstpointer data)
{
  GtkWidget *strip;
  int width;

  follow (f, "crossing:bridge");
  settle ();
  strip = find (get_page (f), has_type, "PsgStatusStrip");
  width = gtk_widget_get_width (strip);
  g_assert_cmpint (width, >, 100);
  g_assert_cmpint (psg_status_strip_day_at (PSG_STATUS_STRIP (strip), 0), ==, psg_day_from_ymd (2020, 1, 1));
  g_assert_cmpint (psg_status_strip_day_at (PSG_STATUS_STRIP (strip), width + 50), ==, psg_day_from_ymd (2022, 12, 31));
  g_assert_cmpint (psg_status_strip_day_at (PSG_STATUS_STRIP (strip), width / 3.0), >=,
                   psg_day_from_ymd (2020, 12, 30));
}

static void
hide_lane (Fixture    *f,
           const char *id)
{
  GPtrArray *lanes = psg_collection_get_lanes (psg_session_get_collection (f->session));
  g_autofree char *text = g_strconcat ("!", id, NULL);
  g_autoptr (PsgLaneOrder) order = psg_lane_order_parse (text, lanes);

  psg_session_set_lanes (f->session, order);
}

static void
test_the_bar_counts_what_is_in_view (Fixture      *f,
                                     gconstpointer data)
{
  PsgPaneBar *bar = PSG_PANE_BAR (find (f->pane, has_type, "PsgPaneBar"));
  PsgTimeSpan span = psg_time_span_from_days (psg_day_from_ymd (2020, 5, 20), psg_day_from_ymd (2020, 6, 30));

  follow (f, "event:market");
  g_assert_cmpstr (psg_pane_bar_get_position (bar), ==, "5 of 12 in view");
  /* The survey lasts into it; the market and the fair lie in it. */
  psg_session_set_span (f->session, &span);
  g_assert_cmpstr (psg_pane_bar_get_position (bar), ==, "3 of 3 in view");
  /* What the timeline does not show is not counted; it is said of the timeline in the same way. */
  hide_lane (f, "trade");
  g_assert_cmpstr (psg_pane_bar_get_position (bar), ==, "2 in view");
}

static void
test_coming_back_finds_the_place (Fixture      *f,
                                  gconstpointer data)
{
  double position;

  follow (f, "crossing:medininkai-kamenny-loh");
  settle ();
  psg_page_view_set_position (PSG_PAGE_VIEW (get_page (f)), 300);
  settle ();
  position = psg_page_view_get_position (PSG_PAGE_VIEW (get_page (f)));
  g_assert_cmpfloat (position, ==, 300);

  follow (f, "event:oped-2024");
  settle ();
  psg_session_go_back (f->session);
  settle ();
  g_assert_cmpfloat (psg_page_view_get_position (PSG_PAGE_VIEW (get_page (f))), ==, 300);

  /* Newly asked for, it begins at its top. */
  follow (f, "event:oped-2024");
  follow (f, "crossing:medininkai-kamenny-loh");
  settle ();
  g_assert_cmpfloat (psg_page_view_get_position (PSG_PAGE_VIEW (get_page (f))), ==, 0);
}

static void
test_every_passage_is_brought_into_sight (Fixture      *f,
                                          gconstpointer data)
{
  g_autoptr (PsgDocument) document = NULL;

  document = psg_collection_load_document (f->collection, "september-2024-offer", NULL);
  g_assert_nonnull (document);

  for (guint i = 0; i < document->passages->len; i += 4)
    {
      const PsgPassage *passage = g_ptr_array_index (document->passages, i);
      GtkTextView *view;
      GdkRectangle visible, area;
      GtkTextIter iter;
      guint start, end;

      psg_session_open_document (f->session, document->id, passage->id, NULL);
      settle ();
      g_assert_true (psg_document_page_get_highlight (PSG_DOCUMENT_PAGE (get_page (f)), &start, &end));
      view = GTK_TEXT_VIEW (find (get_page (f), has_type, "PsgReaderView"));
      gtk_text_view_get_visible_rect (view, &visible);
      gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, start);
      gtk_text_view_get_iter_location (view, &iter, &area);
      g_assert_cmpint (area.y, >=, visible.y);
      g_assert_cmpint (area.y + area.height, <=, visible.y + visible.height);
    }
}

static gboolean
is_mentioned (Fixture    *f,
              const char *id)
{
  const GArray *rows = psg_session_get_mentioned (f->session);
  guint row = psg_event_table_find (psg_collection_get_events (f->collection), id);

  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, guint, i) == row)
      return TRUE;

  return FALSE;
}

static void
test_the_text_in_sight_tells_of_its_events (Fixture      *f,
                                            gconstpointer data)
{
  g_autoptr (PsgDocument) document = psg_collection_load_document (f->collection, "september-2024-offer", NULL);
  guint n_told = 0;

  g_assert_nonnull (document);
  for (guint i = 0; i < document->passages->len; i += 4)
    {
      const PsgPassage *passage = g_ptr_array_index (document->passages, i);
      gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;

      psg_session_open_document (f->session, document->id, passage->id, NULL);
      for (guint j = 0; passage->events != NULL && passage->events[j] != NULL; j++, n_told++)
        while (!is_mentioned (f, passage->events[j]))
          {
            g_assert_cmpint (g_get_monotonic_time (), <, end);
            settle ();
          }
    }
  g_assert_cmpuint (n_told, >, 0);

  psg_session_select_event (f->session, 0);
  settle ();
  g_assert_cmpuint (psg_session_get_mentioned (f->session)->len, ==, 0);
}

static void
count_pages_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                int               *n_pages)
{
  g_object_get (operation, "n-pages", n_pages, NULL);
}

static void
test_every_bundled_document_can_be_printed (Fixture      *f,
                                            gconstpointer data)
{
  GPtrArray *documents = psg_collection_get_documents (f->collection);
  g_autofree char *folder = g_dir_make_tmp ("psg-print-XXXXXX", NULL);

  g_assert_null (psg_document_pane_print (PSG_DOCUMENT_PANE (f->pane)));
  for (guint i = 0; i < documents->len; i++)
    {
      const PsgDocument *document = g_ptr_array_index (documents, i);
      g_autofree char *name = g_strconcat (document->id, ".pdf", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GtkPrintOperation) operation = NULL;
      g_autoptr (GError) error = NULL;
      int n_pages = 0;

      psg_session_open_document (f->session, document->id, NULL, NULL);
      operation = psg_document_pane_print (PSG_DOCUMENT_PANE (f->pane));
      g_signal_connect (operation, "end-print", G_CALLBACK (count_pages_cb), &n_pages);
      gtk_print_operation_set_export_filename (operation, path);
      g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                       ==, GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_no_error (error);
      g_assert_cmpint (n_pages, >, 0);
      g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
      g_assert_true (g_str_has_prefix (contents, "%PDF-"));
      if (g_getenv ("PSG_KEEP_PRINTS") == NULL)
        g_assert_no_errno (g_unlink (path));
    }
  if (g_getenv ("PSG_KEEP_PRINTS") == NULL)
    g_assert_no_errno (g_rmdir (folder));
}

static void
draw_one_cb (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             gpointer           data)
{
  int n_pages;

  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, >=, 4);
  gtk_print_operation_set_n_pages (operation, 1);
}

/* The fourth in the place of the first, as when GTK prints "4": it asks for none before. */
static void
draw_fourth_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                int                page,
                gpointer           handler)
{
  if (page > 0)
    return;

  g_signal_handler_unblock (operation, GPOINTER_TO_SIZE (handler));
  g_signal_emit_by_name (operation, "draw-page", context, 3);
  g_signal_handler_block (operation, GPOINTER_TO_SIZE (handler));
}

static char *
dup_printed_text (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  PopplerDocument *document = poppler_document_new_from_file (uri, NULL, NULL);
  PopplerPage *page;
  char *text;

  g_assert_nonnull (document);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  page = poppler_document_get_page (document, 0);
  text = poppler_page_get_text (page);
  g_object_unref (page);
  g_object_unref (document);

  return text;
}

static void
test_a_range_of_pages_can_be_printed (Fixture      *f,
                                      gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("psg-print-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "range.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  gulong handler;

  psg_session_open_document (f->session, "election-2020-break", NULL, NULL);
  operation = psg_document_pane_print (PSG_DOCUMENT_PANE (f->pane));
  g_signal_connect (operation, "begin-print", G_CALLBACK (draw_one_cb), NULL);
  handler = g_signal_handler_find (operation, G_SIGNAL_MATCH_ID,
                                   g_signal_lookup ("draw-page", GTK_TYPE_PRINT_OPERATION), 0, NULL, NULL, NULL);
  g_signal_handler_block (operation, handler);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_fourth_cb), GSIZE_TO_POINTER (handler));
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);

  text = dup_printed_text (path);
  g_assert_nonnull (strstr (text, "4 of "));
  g_assert_null (strstr (text, "1 of "));
  g_assert_no_errno (g_unlink (path));
  g_assert_no_errno (g_rmdir (folder));
}

static void
test_every_bundled_page_can_be_shown (Fixture      *f,
                                      gconstpointer data)
{
  guint n = psg_event_table_get_n (psg_collection_get_events (f->collection));
  GPtrArray *crossings = psg_collection_get_crossings (f->collection);
  GPtrArray *documents = psg_collection_get_documents (f->collection);

  for (guint row = 0; row < n; row++)
    {
      psg_session_select_event (f->session, row);
      g_assert_true (PSG_IS_EVENT_PAGE (get_page (f)));
      check_width (f);
    }
  for (guint i = 0; i < crossings->len; i++)
    {
      const PsgCrossing *crossing = g_ptr_array_index (crossings, i);

      psg_session_select_crossing (f->session, crossing->id, NULL);
      check_width (f);
    }
  for (guint i = 0; i < documents->len; i++)
    {
      const PsgDocument *document = g_ptr_array_index (documents, i);

      psg_session_open_document (f->session, document->id, NULL, NULL);
      g_assert_true (PSG_IS_DOCUMENT_PAGE (get_page (f)));
      check_width (f);
    }
}

/* In a translation, a page says that it is one and has the reference text; in the reference language it has nothing. */
static void
test_a_translated_page_has_its_reference (Fixture      *f,
                                          gconstpointer data)
{
  static const char *const lithuanian[] = { "lt", NULL };
  static const char *const english[] = { "en", NULL };
  GtkWidget *button;

  psg_text_set_preferred (english);
  follow (f, "event:two-crossings-close-2023");
  g_assert_null (find (get_page (f), has_class, "reference"));

  psg_text_set_preferred (lithuanian);
  follow (f, "event:two-more-close-2024");
  g_assert_nonnull (find (get_page (f), has_text, "Uždaromi Lavoriškės ir Raigardas"));
  g_assert_null (find (get_page (f), has_text, "Lavoriškės and Raigardas close"));

  button = find (get_page (f), has_class, "reference");
  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  g_assert_nonnull (find (button, has_text, "Lavoriškės and Raigardas close"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  psg_text_set_preferred (NULL);
}

int
main (int   argc,
      char *argv[])
{
  static const gboolean bundled = TRUE;

  g_test_init (&argc, &argv, NULL);
  if (!psg_document_fixture_init ())
    return 77;

  g_test_add_func ("/ui/text-map/goes-both-ways", test_text_map_goes_both_ways);
  g_test_add_func ("/ui/text-map/agrees-with-counting", test_text_map_agrees_with_counting);
  g_test_add_func ("/ui/spot/the-innermost-is-meant", test_the_innermost_spot_is_meant);
  g_test_add_func ("/ui/link/only-safe-links-lead-out", test_only_safe_links_lead_out);
  g_test_add_func ("/ui/link/links-are-shown-as-they-are", test_links_are_shown_as_they_are);
  g_test_add_data_func ("/ui/document-render/says-what-the-document-says", NULL,
                        test_the_buffer_says_what_the_document_says);
  g_test_add_data_func ("/ui/document-render/says-what-the-bundled-documents-say", &bundled,
                        test_the_buffer_says_what_the_document_says);

#define ADD(path, data, function) g_test_add ("/ui/document-pane/" path, Fixture, data, set_up, function, tear_down)
  ADD ("nothing-is-a-page-of-its-own", NULL, test_nothing_is_a_page_of_its_own);
  ADD ("an-event-has-the-tabs-it-can-fill", NULL, test_an_event_has_the_tabs_it_can_fill);
  ADD ("the-chosen-tab-stays", NULL, test_the_chosen_tab_stays);
  ADD ("one-click-opens-the-document-at-the-passage", NULL, test_one_click_opens_the_document_at_the_passage);
  ADD ("another-passage-keeps-the-page", NULL, test_another_passage_keeps_the_page);
  ADD ("a-click-on-a-passage-chooses-its-event", NULL, test_a_click_on_a_passage_chooses_its_event);
  ADD ("all-kinds-of-page-are-shown", NULL, test_all_kinds_of_page_are_shown);
  ADD ("a-lost-page-says-so", NULL, test_a_lost_page_says_so);
  ADD ("choosing-history-moves-the-playhead", NULL, test_choosing_history_moves_the_playhead);
  ADD ("the-strip-knows-its-days", NULL, test_the_strip_knows_its_days);
  ADD ("the-bar-counts-what-is-in-view", NULL, test_the_bar_counts_what_is_in_view);
  ADD ("a-translated-page-has-its-reference", &bundled, test_a_translated_page_has_its_reference);
  ADD ("coming-back-finds-the-place", &bundled, test_coming_back_finds_the_place);
  ADD ("every-passage-is-brought-into-sight", &bundled, test_every_passage_is_brought_into_sight);
  ADD ("the-text-in-sight-tells-of-its-events", &bundled, test_the_text_in_sight_tells_of_its_events);
  ADD ("every-bundled-document-can-be-printed", &bundled, test_every_bundled_document_can_be_printed);
  ADD ("a-range-of-pages-can-be-printed", &bundled, test_a_range_of_pages_can_be_printed);
  ADD ("every-bundled-page-can-be-shown", &bundled, test_every_bundled_page_can_be_shown);
#undef ADD

  return g_test_run ();
}
