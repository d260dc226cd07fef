/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reader-find.h"

#include <string.h>

#include "psg-document-fixture.h"
#include "psg-document-page.h"
#include "psg-document-pane.h"
#include "psg-find-bar.h"
#include "psg-text-finder.h"

/* Finding words in the document that is read: typed, stepped through, and left. */

static PsgFindBar *
get_bar (Fixture *f)
{
  return PSG_FIND_BAR (find (get_page (f), has_type, "PsgFindBar"));
}

static GtkTextView *
get_view (Fixture *f)
{
  return GTK_TEXT_VIEW (find (get_page (f), has_type, "PsgReaderView"));
}

static GtkWidget *
get_entry (Fixture *f)
{
  return find (GTK_WIDGET (get_bar (f)), has_type, "GtkEntry");
}

static void
type (Fixture    *f,
      const char *text)
{
  settle ();
  g_assert_true (psg_document_pane_find (PSG_DOCUMENT_PANE (f->pane)));
  gtk_editable_set_text (GTK_EDITABLE (get_entry (f)), text);
  settle ();
}

static void
step (Fixture *f,
      int      direction)
{
  g_signal_emit_by_name (get_bar (f), "step", direction);
}

static char *
dup_selected (Fixture *f)
{
  GtkTextIter start, end;

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (get_view (f)), &start, &end))
    return NULL;

  return gtk_text_iter_get_text (&start, &end);
}

#define assert_count(f, expected) g_assert_cmpstr (psg_find_bar_get_count (get_bar (f)), ==, expected)

static gboolean
shows_notice (Fixture *f)
{
  GtkWidget *notice = find (GTK_WIDGET (get_bar (f)), has_class, "dim-label");

  return gtk_widget_get_visible (notice);
}

static void
test_counts_and_goes_round (Fixture      *f,
                            gconstpointer data)
{
  follow (f, "document:chronicle");
  type (f, "THE ");
  g_assert_true (g_str_has_prefix (psg_find_bar_get_count (get_bar (f)), "1 of "));
  g_assert_false (shows_notice (f));

  step (f, -1);
  g_assert_true (shows_notice (f));
  g_assert_false (g_str_has_prefix (psg_find_bar_get_count (get_bar (f)), "1 of "));
  step (f, 1);
  g_assert_true (shows_notice (f));
  g_assert_true (g_str_has_prefix (psg_find_bar_get_count (get_bar (f)), "1 of "));
  step (f, 1);
  g_assert_false (shows_notice (f));
  g_assert_true (g_str_has_prefix (psg_find_bar_get_count (get_bar (f)), "2 of "));

  type (f, "no such words");
  assert_count (f, "No matches");
  g_assert_true (gtk_widget_has_css_class (get_entry (f), "error"));
  type (f, "");
  assert_count (f, "");
  g_assert_false (gtk_widget_has_css_class (get_entry (f), "error"));
}

static void
test_closing_leaves_what_was_found_selected (Fixture      *f,
                                             gconstpointer data)
{
  g_autofree char *words = NULL;

  follow (f, "document:chronicle");
  type (f, "the pass was CLOSED");
  assert_count (f, "1 of 1");
  psg_find_bar_close (get_bar (f));
  g_assert_false (psg_find_bar_is_open (get_bar (f)));
  words = dup_selected (f);
  g_assert_cmpstr (words, ==, "the pass was closed");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (get_view (f))));

  /* And what is selected is what to find next. */
  g_assert_true (psg_document_pane_find (PSG_DOCUMENT_PANE (f->pane)));
  g_assert_cmpstr (psg_find_bar_get_text (get_bar (f)), ==, "the pass was closed");
}

static void
test_only_documents_are_searched (Fixture      *f,
                                  gconstpointer data)
{
  follow (f, "event:closure");
  g_assert_false (psg_document_pane_find (PSG_DOCUMENT_PANE (f->pane)));
}

static char *
dup_words (GtkTextBuffer *buffer,
           PsgTextHit     hit)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) hit.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) hit.end);

  return gtk_text_iter_get_text (&start, &end);
}

/* Each is brought into sight, says the words, and the citation marks between them part none. */
static void
test_every_match_is_shown (Fixture      *f,
                           gconstpointer data)
{
  guint n, last = 0;

  follow (f, "document:six-crossings");
  type (f, "salcininkai");
  g_assert_cmpint (sscanf (psg_find_bar_get_count (get_bar (f)), "1 of %u", &n), ==, 1);
  g_assert_cmpuint (n, >, 3);

  for (guint i = 0; i < n; i++)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_view (f));
      g_autofree char *words = NULL;
      GdkRectangle visible, area;
      GtkTextIter start, end;
      PsgTextHit hit;

      settle ();
      psg_find_bar_close (get_bar (f));
      g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &start, &end));
      hit = (PsgTextHit) { (guint) gtk_text_iter_get_offset (&start), (guint) gtk_text_iter_get_offset (&end) };
      words = dup_words (buffer, hit);
      g_assert_cmpstr (words, ==, "Šalčininkai");
      g_assert_true (i == 0 || hit.start > last);
      last = hit.start;

      gtk_text_view_get_visible_rect (get_view (f), &visible);
      gtk_text_view_get_iter_location (get_view (f), &start, &area);
      g_assert_cmpint (area.y, >=, visible.y);
      g_assert_cmpint (area.y + area.height, <=, visible.y + visible.height);

      g_assert_true (psg_document_pane_find (PSG_DOCUMENT_PANE (f->pane)));
      step (f, 1);
    }
}

static void
test_words_are_found_across_citations (Fixture      *f,
                                       gconstpointer data)
{
  g_autofree char *words = NULL;

  follow (f, "document:september-2024-offer");
  type (f, "a roadmap. Vilnius answered");
  assert_count (f, "1 of 1");
  psg_find_bar_close (get_bar (f));
  words = dup_selected (f);
  g_assert_cmpstr (words, ==, "a roadmap.[1][2] Vilnius answered");
}

/* Drawn as pixels, so that what is found is seen to be marked. */
static guint
count_drawn (Fixture *f)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (get_view (f)));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  g_autofree char *text = NULL;
  GBytes *bytes;
  guint n = 0;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  bytes = gsk_render_node_serialize (node);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (const char *at = text; (at = strstr (at, "rounded-clip")) != NULL; at++)
    n++;
  g_bytes_unref (bytes);
  gsk_render_node_unref (node);

  return n;
}

static void
test_what_is_found_is_marked (Fixture      *f,
                              gconstpointer data)
{
  guint one;

  follow (f, "document:chronicle");
  settle ();
  g_assert_cmpuint (count_drawn (f), ==, 0);
  type (f, "the pass was closed");
  one = count_drawn (f);
  g_assert_cmpuint (one, >=, 1);
  type (f, "e");
  g_assert_cmpuint (count_drawn (f), >, 10);
  psg_find_bar_close (get_bar (f));
  settle ();
  g_assert_cmpuint (count_drawn (f), ==, 0);
}

static void
test_a_page_that_goes_is_searched_no_more (Fixture      *f,
                                           gconstpointer data)
{
  follow (f, "document:chronicle");
  g_assert_true (psg_document_pane_find (PSG_DOCUMENT_PANE (f->pane)));
  /* Before the text was made ready. */
  follow (f, "event:closure");
  settle ();
  g_assert_null (find (get_page (f), has_type, "PsgFindBar"));
}

int
main (int   argc,
      char *argv[])
{
  static const gboolean bundled = TRUE;

  g_test_init (&argc, &argv, NULL);
  if (!psg_document_fixture_init ())
    return 77;

#define ADD(path, data, function) g_test_add ("/ui/reader-find/" path, Fixture, data, set_up, function, tear_down)
  ADD ("counts-and-goes-round", NULL, test_counts_and_goes_round);
  ADD ("closing-leaves-what-was-found-selected", NULL, test_closing_leaves_what_was_found_selected);
  ADD ("only-documents-are-searched", NULL, test_only_documents_are_searched);
  ADD ("every-match-is-shown", &bundled, test_every_match_is_shown);
  ADD ("words-are-found-across-citations", &bundled, test_words_are_found_across_citations);
  ADD ("what-is-found-is-marked", NULL, test_what_is_found_is_marked);
  ADD ("a-page-that-goes-is-searched-no-more", NULL, test_a_page_that_goes_is_searched_no_more);
#undef ADD

  return g_test_run ();
}
