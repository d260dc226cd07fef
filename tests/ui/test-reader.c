/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-page.h"

#include "psg-document-fixture.h"
#include "psg-document-pane.h"
#include "psg-document-tags.h"
#include "psg-notify-counter.h"
#include "psg-reader-view.h"
#include "psg-text-size.h"

/* The reader: how large its text is. */

static PsgReaderView *
get_view (Fixture *f)
{
  GtkWidget *view = find (get_page (f), has_type, "PsgReaderView");

  g_assert_nonnull (view);

  return PSG_READER_VIEW (view);
}

static void
test_sizes_go_in_steps (void)
{
  guint size = PSG_TEXT_SIZE_SMALLEST, n = 0;

  for (guint next; (next = psg_text_size_step (size, 1)) != size; size = next, n++)
    {
      g_assert_cmpuint (next, >, size);
      g_assert_cmpuint (psg_text_size_step (next, -1), ==, size);
      g_assert_cmpuint (psg_text_size_step (next, 0), ==, next);
    }
  g_assert_cmpuint (size, ==, PSG_TEXT_SIZE_LARGEST);
  g_assert_cmpuint (n, >=, 8);

  g_assert_cmpuint (psg_text_size_step (0, 0), ==, PSG_TEXT_SIZE_SMALLEST);
  g_assert_cmpuint (psg_text_size_step (0, -1), ==, PSG_TEXT_SIZE_SMALLEST);
  g_assert_cmpuint (psg_text_size_step (G_MAXUINT, 1), ==, PSG_TEXT_SIZE_LARGEST);
  g_assert_cmpuint (psg_text_size_step (103, 0), ==, PSG_TEXT_SIZE_NORMAL);
}

static int
get_line_height (Fixture *f)
{
  GtkTextIter iter;
  GdkRectangle area;

  settle ();
  gtk_text_buffer_get_start_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_view (f))), &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (get_view (f)), &iter, &area);

  return area.height;
}

/* In a window with room for it. */
static int
get_measure (Fixture *f)
{
  settle ();

  return gtk_widget_get_width (GTK_WIDGET (get_view (f)));
}

static void
test_letters_and_lines_grow_together (Fixture      *f,
                                      gconstpointer data)
{
  PsgDocumentPane *pane = PSG_DOCUMENT_PANE (f->pane);
  int height, measure;

  gtk_window_set_default_size (GTK_WINDOW (f->window), 1600, HEIGHT);
  follow (f, "document:charter");
  height = get_line_height (f);
  measure = get_measure (f);
  g_assert_cmpint (measure, <, 1000);

  g_assert_true (psg_document_pane_step_text_size (pane, 1));
  g_assert_cmpint (get_line_height (f), >, height);
  g_assert_cmpint (get_measure (f), >, measure);
  psg_document_pane_set_text_size (pane, 200);
  g_assert_cmpint (ABS (get_line_height (f) - 2 * height), <=, 4);
  g_assert_cmpint (ABS (get_measure (f) - 2 * measure), <=, 4);

  g_assert_true (psg_document_pane_step_text_size (pane, 0));
  g_assert_false (psg_document_pane_step_text_size (pane, 0));
  g_assert_cmpint (get_line_height (f), ==, height);
  g_assert_cmpint (get_measure (f), ==, measure);
}

static void
test_every_document_has_the_size (Fixture      *f,
                                  gconstpointer data)
{
  int height;

  follow (f, "document:charter");
  height = get_line_height (f);
  follow (f, "event:closure");
  psg_document_pane_set_text_size (PSG_DOCUMENT_PANE (f->pane), 150);
  follow (f, "document:chronicle");
  g_assert_cmpint (get_line_height (f), >, height * 13 / 10);
  follow (f, "document:charter");
  g_assert_cmpint (get_line_height (f), >, height * 13 / 10);
}

static void
test_the_size_is_told_once (Fixture      *f,
                            gconstpointer data)
{
  g_autoptr (PsgNotifyCounter) counter = psg_notify_counter_new (f->pane);
  int size;

  psg_document_pane_set_text_size (PSG_DOCUMENT_PANE (f->pane), 125);
  psg_document_pane_set_text_size (PSG_DOCUMENT_PANE (f->pane), 125);
  psg_assert_notified (counter, "text-size");
  g_object_get (f->pane, "text-size", &size, NULL);
  g_assert_cmpint (size, ==, 125);

  psg_document_pane_set_text_size (PSG_DOCUMENT_PANE (f->pane), PSG_TEXT_SIZE_LARGEST);
  g_assert_false (psg_document_pane_step_text_size (PSG_DOCUMENT_PANE (f->pane), 1));
}

static void
test_what_was_at_the_top_stays_there (Fixture      *f,
                                      gconstpointer data)
{
  guint top;

  follow (f, "document:september-2024-offer");
  settle ();
  psg_page_view_set_position (PSG_PAGE_VIEW (get_page (f)), 4000);
  settle ();
  top = psg_reader_view_get_top (get_view (f));
  g_assert_cmpuint (top, >, 3500);

  psg_document_pane_set_text_size (PSG_DOCUMENT_PANE (f->pane), 200);
  settle ();
  g_assert_cmpint (ABS ((int) psg_reader_view_get_top (get_view (f)) - (int) top), <=, 60);
  psg_document_pane_set_text_size (PSG_DOCUMENT_PANE (f->pane), 70);
  settle ();
  g_assert_cmpint (ABS ((int) psg_reader_view_get_top (get_view (f)) - (int) top), <=, 160);
}

/* Distances of the tags, which paper is laid out with too. */
static void
test_distances_grow_and_come_back (void)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GtkTextTag *deep;
  int margin, indent, larger;

  psg_document_tags_create (table);
  deep = psg_document_tags_get_indent (table, 1, 3, TRUE);
  g_object_get (deep, "left-margin", &margin, "indent", &indent, NULL);
  g_assert_cmpuint (psg_document_tags_get_size (table), ==, 100);

  psg_document_tags_set_size (table, 200);
  g_object_get (deep, "left-margin", &larger, NULL);
  g_assert_cmpint (larger, ==, 2 * margin);
  g_object_get (psg_document_tags_get_indent (table, 1, 4, TRUE), "indent", &larger, NULL);
  g_assert_cmpint (larger, ==, 2 * indent);

  psg_document_tags_set_size (table, 100);
  g_object_get (deep, "left-margin", &larger, NULL);
  g_assert_cmpint (larger, ==, margin);
}

int
main (int   argc,
      char *argv[])
{
  static const gboolean bundled = TRUE;

  g_test_init (&argc, &argv, NULL);
  if (!psg_document_fixture_init ())
    return 77;

  g_test_add_func ("/ui/text-size/goes-in-steps", test_sizes_go_in_steps);
  g_test_add_func ("/ui/document-tags/distances-grow-and-come-back", test_distances_grow_and_come_back);

#define ADD(path, data, function) g_test_add ("/ui/reader/" path, Fixture, data, set_up, function, tear_down)
  ADD ("letters-and-lines-grow-together", NULL, test_letters_and_lines_grow_together);
  ADD ("every-document-has-the-size", NULL, test_every_document_has_the_size);
  ADD ("the-size-is-told-once", NULL, test_the_size_is_told_once);
  ADD ("what-was-at-the-top-stays-there", &bundled, test_what_was_at_the_top_stays_there);
#undef ADD

  return g_test_run ();
}
