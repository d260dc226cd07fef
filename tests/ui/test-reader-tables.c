/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reader-tables.h"

#include <glib/gstdio.h>
#include <string.h>

#include "psg-document-fixture.h"
#include "psg-document-page.h"
#include "psg-document-tags.h"
#include "psg-markdown.h"
#include "psg-reader-view.h"

/* Tables and code in the reader: they say what the document says, columns stand under each other, and
 * only what is too wide is scrolled aside. */

static const char narrow[] = "# Tables\n\nText.\n\n"
                             "| Crossing | Status | Lorries |\n|:--|:-:|--:|\n"
                             "| **Medininkai** | open | 450 |\n| Šalčininkai | closed | 7 |\n| | | 12 345 |\n\n"
                             "More text.\n";

static const char wide[] = "# A wide table\n\nText that stands still, with a [link](event:closure).\n\n"
                           "| First column of the table | Second column of the table "
                           "| Third column of the table |\n|---|---|---|\n"
                           "| a cell with many words in it | another one with many words "
                           "| the last has [one](event:treaty) |\n";

static const char codes[] = "# Code\n\n```\nint\nmain (void)\n{\n  return 0;\n}\n```\n\n"
                            "- item\n\n      in a list\n      too\n";

static PsgDocument *
read_document (const char *source)
{
  g_autoptr (PsgMarkdown) markdown = psg_markdown_parse (source, strlen (source));
  PsgDocument *document = psg_document_new ();

  g_assert_cmpuint (markdown->mistakes->len, ==, 0);
  document->id = g_strdup ("written");
  document->title = psg_text_new_single ("en", "Written");
  document->text = g_steal_pointer (&markdown->text);
  document->blocks = g_array_ref (markdown->blocks);
  document->runs = g_array_ref (markdown->runs);

  return document;
}

/* In a window of its own. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
  PsgReaderView *view;
  const PsgRendering *rendering;
} Shown;

static void
show (Fixture    *f,
      const char *source,
      Shown      *shown)
{
  g_autoptr (PsgDocument) document = read_document (source);

  shown->page = psg_document_page_new (f->session, document);
  shown->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (shown->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (shown->window), shown->page);
  gtk_window_present (GTK_WINDOW (shown->window));
  settle ();
  shown->view = PSG_READER_VIEW (find (shown->page, has_type, "PsgReaderView"));
  shown->rendering = psg_reader_view_get_rendering (shown->view);
}

static void
locate (Shown        *shown,
        guint         offset,
        GdkRectangle *area)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (shown->view)), &iter, (int) offset);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (shown->view), &iter, area);
}

static void
check_columns (Shown *shown)
{
  const GArray *cells = shown->rendering->cells;

  for (guint i = 0; i < cells->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const PsgTableCell *a = &g_array_index (cells, PsgTableCell, i);
        const PsgTableCell *b = &g_array_index (cells, PsgTableCell, j);
        GdkRectangle a_start, a_end, b_start, b_end;

        locate (shown, a->start, &a_start);
        locate (shown, a->end, &a_end);
        locate (shown, b->start, &b_start);
        locate (shown, b->end, &b_end);
        if (a->row == b->row)
          {
            g_assert_cmpint (a_start.y, ==, b_start.y);
            /* Those of later columns after those of earlier ones, with room between. */
            g_assert_cmpint (a_start.x, >=, b_end.x + PSG_TABLE_PADDING);
          }
        if (a->column != b->column)
          continue;
        if (a->align == PSG_ALIGN_START)
          g_assert_cmpint (ABS (a_start.x - b_start.x), <=, 1);
        else if (a->align == PSG_ALIGN_END)
          g_assert_cmpint (ABS (a_end.x - b_end.x), <=, 1);
        else
          g_assert_cmpint (ABS (a_start.x + a_end.x - b_start.x - b_end.x), <=, 3);
      }
}

static void
test_columns_stand_under_each_other (Fixture      *f,
                                     gconstpointer data)
{
  static const guint sizes[] = { 100, 175, 70 };
  Shown shown;

  show (f, narrow, &shown);
  g_assert_cmpuint (shown.rendering->cells->len, ==, 10);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      psg_document_page_set_text_size (PSG_DOCUMENT_PAGE (shown.page), sizes[i]);
      settle ();
      check_columns (&shown);
    }
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

/* Each block of the document is in the buffer, at its place. */
static void
test_cells_and_code_are_in_the_text (Fixture      *f,
                                     gconstpointer data)
{
  static const char *const sources[] = { narrow, wide, codes };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (PsgDocument) document = read_document (sources[i]);
      Shown shown;

      show (f, sources[i], &shown);
      for (guint j = 0; j < document->blocks->len; j++)
        {
          const PsgBlock *block = &g_array_index (document->blocks, PsgBlock, j);
          g_autofree char *expected = g_utf8_substring (document->text, block->start, block->end);
          g_autofree char *text = NULL;
          GtkTextIter start, end;

          gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (shown.view)), &start,
                                              (int) psg_text_map_to_offset (shown.rendering->map, block->start));
          gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (shown.view)), &end,
                                              (int) psg_text_map_to_end_offset (shown.rendering->map, block->end));
          text = gtk_text_iter_get_text (&start, &end);
          g_assert_cmpstr (text, ==, expected);
        }
      gtk_window_destroy (GTK_WINDOW (shown.window));
    }
}

static void
test_code_keeps_its_lines (Fixture      *f,
                           gconstpointer data)
{
  GdkRectangle first, second, outer;
  const PsgStretch *code;
  Shown shown;

  show (f, codes, &shown);
  g_assert_cmpuint (shown.rendering->codes->len, ==, 2);
  code = &g_array_index (shown.rendering->codes, PsgStretch, 0);
  locate (&shown, code->start, &first);
  locate (&shown, code->start + strlen ("int\n"), &second);
  g_assert_cmpint (first.x, ==, second.x);
  g_assert_cmpint (second.y, >, first.y);
  g_assert_cmpint (second.y - first.y, <, 2 * first.height);

  /* In a list it is set in with the item. */
  code = &g_array_index (shown.rendering->codes, PsgStretch, 1);
  locate (&shown, code->start, &outer);
  g_assert_cmpint (outer.x, ==, first.x + PSG_LIST_INDENT);
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

static GtkAdjustment *
get_aside (Shown *shown)
{
  return gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (shown->view));
}

static GtkEventController *
find_click (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) each = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (each) && gtk_event_controller_get_propagation_phase (each) == GTK_PHASE_CAPTURE)
        return each;
    }

  g_assert_not_reached ();
}

static void
count_activated_cb (PsgReaderView *view,
                    guint          index,
                    guint         *n)
{
  (*n)++;
}

/* What stands at a place of the view is what is seen there, whatever is scrolled aside. */
static void
test_only_the_table_is_scrolled_aside (Fixture      *f,
                                       gconstpointer data)
{
  const PsgSpot *link, *far;
  GtkAdjustment *aside;
  GdkRectangle area;
  double most;
  Shown shown;
  int x, y;

  show (f, wide, &shown);
  aside = get_aside (&shown);
  most = gtk_adjustment_get_upper (aside) - gtk_adjustment_get_page_size (aside);
  g_assert_cmpfloat (most, >, 200);
  link = psg_reader_view_get_spot (shown.view, 0);
  far = psg_reader_view_get_spot (shown.view, 1);
  g_assert_cmpstr (far->target, ==, "event:treaty");
  psg_reader_view_get_spot_area (shown.view, 0, &area);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (shown.view), GTK_TEXT_WINDOW_WIDGET,
                                         area.x + 4, area.y + 4, &x, &y);
  g_assert_true (psg_reader_view_shows (shown.view, link->start, link->end));
  g_assert_false (psg_reader_view_shows (shown.view, far->start, far->end));

  gtk_adjustment_set_value (aside, most);
  g_assert_true (psg_reader_view_shows (shown.view, link->start, link->end));
  g_assert_true (psg_reader_view_shows (shown.view, far->start, far->end));

  /* A press on the text takes the table back; on the table it leaves it. */
  psg_reader_view_get_spot_area (shown.view, 1, &area);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (shown.view), GTK_TEXT_WINDOW_WIDGET,
                                         area.x, area.y, &area.x, &area.y);
  g_signal_emit_by_name (find_click (GTK_WIDGET (shown.view)), "pressed", 1, (double) area.x + 2, (double) area.y + 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (aside), ==, most);
  g_signal_emit_by_name (find_click (GTK_WIDGET (shown.view)), "pressed", 1, (double) x, (double) y);
  g_assert_cmpfloat (gtk_adjustment_get_value (aside), ==, 0);
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

static void
test_a_link_is_where_it_is_seen (Fixture      *f,
                                 gconstpointer data)
{
  GdkRectangle area;
  guint n = 0;
  Shown shown;
  int x, y;

  show (f, wide, &shown);
  psg_reader_view_get_spot_area (shown.view, 0, &area);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (shown.view), GTK_TEXT_WINDOW_WIDGET,
                                         area.x + 4, area.y + 4, &x, &y);
  gtk_adjustment_set_value (get_aside (&shown), 120);
  g_signal_handlers_disconnect_matched (shown.view, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, shown.page);
  g_signal_connect (shown.view, "activate-spot", G_CALLBACK (count_activated_cb), &n);
  g_signal_emit_by_name (find_click (GTK_WIDGET (shown.view)), "released", 1, (double) x, (double) y);
  g_assert_cmpuint (n, ==, 1);
  g_signal_emit_by_name (find_click (GTK_WIDGET (shown.view)), "released", 1, x - 120.0, (double) y);
  g_assert_cmpuint (n, ==, 1);
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

static void
test_drawn_while_scrolled_aside (Fixture      *f,
                                 gconstpointer data)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  Shown shown;

  show (f, wide, &shown);
  gtk_adjustment_set_value (get_aside (&shown), 150);
  settle ();
  paintable = gtk_widget_paintable_new (shown.page);
  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_unref (node);
  gtk_window_destroy (GTK_WINDOW (shown.window));
}

static void
test_tables_can_be_printed (Fixture      *f,
                            gconstpointer data)
{
  static const char *const sources[] = { narrow, wide, codes };
  g_autofree char *folder = g_dir_make_tmp ("psg-print-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.pdf", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GtkPrintOperation) operation = NULL;
      g_autoptr (GError) error = NULL;
      Shown shown;

      show (f, sources[i], &shown);
      operation = psg_document_page_print (PSG_DOCUMENT_PAGE (shown.page));
      gtk_print_operation_set_export_filename (operation, path);
      g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                       ==, GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_no_error (error);
      if (g_getenv ("PSG_KEEP_PRINTS") == NULL)
        g_assert_no_errno (g_unlink (path));
      gtk_window_destroy (GTK_WINDOW (shown.window));
    }
  if (g_getenv ("PSG_KEEP_PRINTS") == NULL)
    g_assert_no_errno (g_rmdir (folder));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!psg_document_fixture_init ())
    return 77;

#define ADD(path, function) g_test_add ("/ui/reader-tables/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("columns-stand-under-each-other", test_columns_stand_under_each_other);
  ADD ("cells-and-code-are-in-the-text", test_cells_and_code_are_in_the_text);
  ADD ("code-keeps-its-lines", test_code_keeps_its_lines);
  ADD ("only-the-table-is-scrolled-aside", test_only_the_table_is_scrolled_aside);
  ADD ("a-link-is-where-it-is-seen", test_a_link_is_where_it_is_seen);
  ADD ("drawn-while-scrolled-aside", test_drawn_while_scrolled_aside);
  ADD ("tables-can-be-printed", test_tables_can_be_printed);
#undef ADD

  return g_test_run ();
}
