/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-document-pane.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <poppler.h>

#include "psg-document-page.h"
#include "psg-library.h"
#include "psg-linger.h"
#include "psg-memory-collection.h"
#include "psg-memory-library.h"
#include "psg-own-page.h"
#include "psg-pdf-page.h"
#include "psg-pdf-view-private.h"
#include "psg-test-pdf.h"
#include "psg-ui.h"

/* A person's own documents in the pane: PDFs that are drawn, read, searched and selected from, and what is wrong
 * with them. */

#define WIDTH 428
#define HEIGHT 560

typedef struct
{
  char *folder;
  char *path;
  char *id; /* of the PDF */
  PsgCollection *collection;
  PsgLibrary *library;
  PsgSession *session;
  GtkWidget *pane;
  GtkWidget *window;
} Fixture;

static const char *const report[] = {
  "The report begins\nwith the border at Šumskas",
  "It goes on\nand says that the crossing closed in February\nand opened in March",
  "The end of the report",
  NULL
};

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->folder = g_dir_make_tmp ("psg-pdf-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "report.pdf", NULL);
  if (g_strcmp0 (data, "long") == 0)
    psg_test_pdf_write_long (f->path, 60, 3);
  else if (g_strcmp0 (data, "mixed") == 0)
    psg_test_pdf_write_mixed (f->path);
  else if (g_strcmp0 (data, "linked") == 0)
    psg_test_pdf_write_linked (f->path);
  else
    psg_test_pdf_write (f->path, "Report", report);

  f->collection = psg_memory_collection_new ();
  f->library = psg_memory_library_new ();
  f->id = g_strdup (psg_memory_library_put (f->library, "Report", f->path, NULL)->id);
  f->session = psg_session_new ();
  psg_session_set_collection (f->session, f->collection);
  psg_session_set_library (f->session, f->library);
  f->pane = psg_document_pane_new (f->session);
  f->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (f->window), f->pane);
  gtk_window_present (GTK_WINDOW (f->window));
  while (gtk_widget_get_width (f->pane) < 2)
    g_main_context_iteration (NULL, TRUE);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  GtkWidget *pane = g_object_ref (f->pane);

  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (pane);
  g_assert_finalize_object (f->session);
  g_assert_finalize_object (f->library);
  g_assert_finalize_object (f->collection);
  g_unlink (f->path);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
  g_free (f->id);
}

static void
settle (void)
{
  gint64 quiet_since = g_get_monotonic_time ();

  while (g_get_monotonic_time () - quiet_since < 150 * G_TIME_SPAN_MILLISECOND)
    {
      if (g_main_context_iteration (NULL, FALSE))
        quiet_since = g_get_monotonic_time ();
      else
        g_usleep (2000);
    }
}

static void
follow (Fixture    *f,
        const char *place)
{
  g_autofree char *link = g_strconcat ("own:", f->id, place, NULL);
  g_autoptr (GError) error = NULL;

  psg_session_follow (f->session, link, &error);
  g_assert_no_error (error);
}

static PsgPdfPage *
get_page (Fixture *f)
{
  GtkWidget *page = psg_document_pane_get_visible (PSG_DOCUMENT_PANE (f->pane));

  g_assert_true (PSG_IS_OWN_PAGE (page));
  while (psg_own_page_get_content (PSG_OWN_PAGE (page)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return PSG_PDF_PAGE (psg_own_page_get_content (PSG_OWN_PAGE (page)));
}

/* Once everything in sight has been drawn and read. */
static PsgPdfView *
get_view (Fixture *f)
{
  PsgPdfPage *page = get_page (f);

  while (psg_pdf_page_get_view (page) == NULL || psg_pdf_view_is_busy (psg_pdf_page_get_view (page)))
    g_main_context_iteration (NULL, TRUE);
  settle ();

  return psg_pdf_page_get_view (page);
}

static GdkTexture *
draw (GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GskRenderer) renderer = gsk_cairo_renderer_new ();
  GdkTexture *texture;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_renderer_realize (renderer, NULL, NULL);
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                              gtk_widget_get_height (widget)));
  gsk_renderer_unrealize (renderer);

  return texture;
}

/* How many pixels of an area are nearly black, and nearly white. */
static void
count_pixels (GdkTexture            *texture,
              const graphene_rect_t *area,
              guint                 *black,
              guint                 *white)
{
  int width = gdk_texture_get_width (texture);
  int height = gdk_texture_get_height (texture);
  g_autofree guchar *data = g_malloc ((gsize) width * height * 4);

  *black = *white = 0;
  gdk_texture_download (texture, data, width * 4);
  for (int y = MAX (area->origin.y, 0); y < MIN (area->origin.y + area->size.height, height); y++)
    for (int x = MAX (area->origin.x, 0); x < MIN (area->origin.x + area->size.width, width); x++)
      {
        const guchar *pixel = &data[((gsize) y * width + x) * 4];

        *black += pixel[0] < 80 && pixel[1] < 80 && pixel[2] < 80;
        *white += pixel[0] > 250 && pixel[1] > 250 && pixel[2] > 250;
      }
}

static void
test_pages_are_drawn (Fixture      *f,
                      gconstpointer data)
{
  PsgPdfView *view;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GArray) areas = NULL;
  graphene_rect_t area;
  guint black, white;

  follow (f, "");
  view = get_view (f);
  texture = draw (GTK_WIDGET (view));
  areas = psg_pdf_text_get_areas (psg_pdf_view_get_text (view, 0), 0, 17);
  g_assert_cmpuint (areas->len, ==, 1);

  /* The words are where they are said to be, and the rest of their line is white. */
  psg_pdf_view_get_area (view, 0, &g_array_index (areas, PsgPdfBox, 0), &area);
  count_pixels (texture, &area, &black, &white);
  g_assert_cmpuint (black, >, 50);
  area.origin.x += area.size.width + 4;
  count_pixels (texture, &area, &black, &white);
  g_assert_cmpuint (black, ==, 0);
  g_assert_cmpuint (white, >, area.size.width * area.size.height / 2);
}

static void
test_only_what_is_in_sight_is_drawn (Fixture      *f,
                                     gconstpointer data)
{
  PsgPdfView *view;
  PsgPdfPart part;

  follow (f, "");
  view = get_view (f);
  g_assert_nonnull (psg_pdf_pictures_get_crisp (view->pictures, 0, &part));
  g_assert_nonnull (psg_pdf_pictures_get_crisp (view->pictures, 1, &part));
  for (guint i = 3; i < 60; i++)
    g_assert_null (psg_pdf_pictures_get_crisp (view->pictures, i, &part));

  /* However far one goes, no more is kept than there is room for. */
  psg_pdf_view_set_zoom (view, 3);
  for (guint page = 0; page < 24; page++)
    {
      psg_pdf_view_set_position (view, page);
      get_view (f);
      g_assert_cmpuint (psg_pdf_pictures_get_size (view->pictures), <, 220 * 1000 * 1000);
    }
}

static void
test_zoomed_pages_are_crisp_where_one_looks (Fixture      *f,
                                             gconstpointer data)
{
  PsgPdfView *view;
  PsgPdfPlace before, after;
  PsgPdfPart part;

  follow (f, "");
  view = get_view (f);
  g_assert_true (psg_pdf_view_fits_width (view));
  before = psg_pdf_view_get_place (view, 200, 300);
  psg_pdf_view_zoom_at (view, 8, 200, 300);
  after = psg_pdf_view_get_place (view, 200, 300);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 0.5);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 0.5);
  g_assert_false (psg_pdf_view_fits_width (view));

  /* A whole page would be 30 million pixels. */
  view = get_view (f);
  g_assert_nonnull (psg_pdf_pictures_get_small (view->pictures, 0));
  g_assert_nonnull (psg_pdf_pictures_get_crisp (view->pictures, 0, &part));
  g_assert_cmpfloat_with_epsilon (part.scale, 8 * 96 / 72.0, 0.001);
  g_assert_cmpint (part.width * part.height, <=, 6000000);

  psg_pdf_view_set_zoom (view, 0);
  g_assert_true (psg_pdf_view_fits_width (view));
  psg_pdf_view_step_zoom (view, 1);
  g_assert_cmpfloat (psg_pdf_view_get_zoom (view), ==, 0.67);
}

static void
test_words_are_selected_where_they_stand (Fixture      *f,
                                          gconstpointer data)
{
  PsgPdfView *view;
  PsgPdfText *text;
  g_autofree char *words = NULL;
  g_autofree char *two_pages = NULL;
  PsgPdfCaret first, last;
  g_autoptr (PsgAnchor) anchor = NULL;
  guint page, start, end;

  follow (f, "");
  view = get_view (f);
  text = psg_pdf_view_get_text (view, 0);

  /* Every character is hit in its left half, and the next in its right. */
  for (guint i = 0; i < 17; i++)
    {
      graphene_rect_t area;

      psg_pdf_view_get_area (view, 0, &text->boxes[i], &area);
      g_assert_true (psg_pdf_view_find_caret (view, area.origin.x + 0.1, area.origin.y + 2, &first));
      g_assert_true (psg_pdf_view_find_caret (view, area.origin.x + area.size.width - 0.1, area.origin.y + 2, &last));
      g_assert_cmpuint (first.page, ==, 0);
      g_assert_cmpuint (first.position, ==, i);
      g_assert_cmpuint (last.position, ==, i + 1);
    }

  g_assert_false (psg_pdf_view_has_selection (view));
  psg_pdf_view_select (view, &(PsgPdfCaret) { 0, 44 }, &(PsgPdfCaret) { 0, 37 });
  words = psg_pdf_view_dup_selected (view, &page);
  g_assert_cmpstr (words, ==, "Šumskas");
  g_assert_cmpuint (page, ==, 1);

  /* It is found again on its page by what it says. */
  anchor = psg_pdf_view_dup_anchor (view, &page);
  g_assert_cmpstr (anchor->exact, ==, "Šumskas");
  g_assert_true (psg_pdf_text_resolve (text, anchor, &start, &end));
  g_assert_cmpuint (start, ==, 37);

  psg_pdf_view_set_position (view, 1);
  view = get_view (f);
  psg_pdf_view_select (view, &(PsgPdfCaret) { 0, 37 }, &(PsgPdfCaret) { 1, 10 });
  two_pages = psg_pdf_view_dup_selected (view, NULL);
  g_assert_cmpstr (two_pages, ==, "Šumskas\nIt goes on");
}

static void
read_text_cb (GObject      *clipboard,
              GAsyncResult *result,
              gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
dup_clipboard (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_text_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  return text;
}

static void
test_words_are_copied_with_their_citation (Fixture      *f,
                                           gconstpointer data)
{
  PsgPdfView *view;
  g_autofree char *words = NULL;
  g_autofree char *quote = NULL;

  follow (f, "#page=2");
  view = get_view (f);
  psg_pdf_view_select (view, &(PsgPdfCaret) { 1, 0 }, &(PsgPdfCaret) { 1, 10 });
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "pdf.copy", NULL));
  words = dup_clipboard (GTK_WIDGET (view));
  g_assert_cmpstr (words, ==, "It goes on");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "reader.copy-quote", NULL));
  quote = dup_clipboard (GTK_WIDGET (view));
  g_assert_true (g_str_has_prefix (quote, "It goes on\n\nReport, p. 2. File added on "));

  psg_pdf_view_select (view, &(PsgPdfCaret) { 1, 0 }, &(PsgPdfCaret) { 1, 0 });
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "pdf.select-page", NULL));
  g_free (quote);
  quote = psg_pdf_view_dup_selected (view, NULL);
  g_assert_cmpstr (quote, ==, report[1]);
}

static void
test_places_are_shown_and_come_back (Fixture      *f,
                                     gconstpointer data)
{
  PsgPdfView *view;
  double position;

  follow (f, "#page=30&char=5,12");
  view = get_view (f);
  g_assert_cmpuint (psg_pdf_view_get_page (view), ==, 29);
  g_assert_cmpuint (view->words.page, ==, 29);
  g_assert_cmpuint (view->words.end, ==, 12);

  /* Another place in the same document is the same page of the pane. */
  follow (f, "#page=45");
  g_assert_true (get_view (f) == view);
  g_assert_cmpuint (psg_pdf_view_get_page (view), ==, 44);
  position = psg_pdf_view_get_position (view);
  g_assert_cmpfloat (position, >, 43);

  psg_session_select_event_id (f->session, "treaty", NULL);
  settle ();
  psg_session_go_back (f->session);
  view = get_view (f);
  g_assert_cmpfloat_with_epsilon (psg_pdf_view_get_position (view), position, 0.01);

  /* What is beyond the end is nowhere. */
  follow (f, "#page=4000&char=5,12");
  get_view (f);
}

static void
wait_for_count (PsgPdfFindBar *bar,
                const char    *count)
{
  gint64 start = g_get_monotonic_time ();

  while (g_strcmp0 (psg_pdf_find_bar_get_count (bar), count) != 0
         && g_get_monotonic_time () - start < 20 * G_TIME_SPAN_SECOND)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (psg_pdf_find_bar_get_count (bar), ==, count);
}

static void
test_words_are_found (Fixture      *f,
                      gconstpointer data)
{
  PsgPdfFindBar *bar;
  PsgPdfView *view;
  GtkWidget *entry;

  follow (f, "#page=7");
  view = get_view (f);
  bar = psg_pdf_page_get_find_bar (get_page (f));
  entry = psg_pdf_find_bar_get_entry (bar);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "reader.find", NULL));

  /* The first from the page one is on: of 14 on each page that is number 6 × 14 + 1. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "SUMSKAS");
  wait_for_count (bar, "85 of 840");
  g_assert_cmpuint (psg_pdf_view_get_page (view), ==, 6);
  psg_pdf_find_bar_step (bar, -1);
  g_assert_cmpstr (psg_pdf_find_bar_get_count (bar), ==, "84 of 840");
  get_view (f);
  g_assert_cmpuint (view->current, ==, 83);

  gtk_editable_set_text (GTK_EDITABLE (entry), "page 59 of");
  wait_for_count (bar, "1 of 1");
  psg_pdf_find_bar_step (bar, 1);
  view = get_view (f);
  g_assert_cmpuint (psg_pdf_view_get_page (view), ==, 58);

  gtk_editable_set_text (GTK_EDITABLE (entry), "nowhere to be seen");
  wait_for_count (bar, "Not found");
  psg_pdf_find_bar_close (bar);
  g_assert_null (view->found);
}

static void
test_links_lead_to_pages_and_addresses_only (Fixture      *f,
                                             gconstpointer data)
{
  PsgPdfView *view;
  PsgPdfText *text;
  const PsgPdfLink *link;

  follow (f, "");
  view = get_view (f);
  text = psg_pdf_view_get_text (view, 0);
  g_assert_cmpuint (text->links->len, ==, 1);
  link = &g_array_index (text->links, PsgPdfLink, psg_pdf_text_find_link (text, 100, 68));
  g_assert_cmpstr (link->uri, ==, "https://example.org/report");
  g_assert_cmpint (psg_pdf_text_find_link (text, 100, 88), ==, -1);

  follow (f, "#page=2");
  view = get_view (f);
  text = psg_pdf_view_get_text (view, 1);
  link = &g_array_index (text->links, PsgPdfLink, psg_pdf_text_find_link (text, 100, 68));
  g_assert_cmpuint (link->page, ==, 1);
  g_assert_cmpfloat_with_epsilon (link->top, 400, 1);
}

static void
test_the_outline_is_read (Fixture      *f,
                          gconstpointer data)
{
  PsgPdfView *view;
  const PsgPdfHeading *heading;

  follow (f, "");
  view = get_view (f);
  g_assert_cmpuint (view->info->headings->len, ==, 2);
  heading = &g_array_index (view->info->headings, PsgPdfHeading, 1);
  g_assert_cmpstr (heading->title, ==, "Second part");
  g_assert_cmpuint (heading->level, ==, 2);
  g_assert_cmpuint (heading->place.page, ==, 1);
  psg_pdf_view_show_place (view, &heading->place);
  view = get_view (f);
  g_assert_cmpuint (psg_pdf_view_get_page (view), ==, 1);
}

static void
test_a_screen_reader_reads_the_page (Fixture      *f,
                                     gconstpointer data)
{
  PsgPdfView *view;

  follow (f, "#page=2");
  view = get_view (f);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_DOCUMENT);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 2 of 3");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, report[1]);
}

static void
test_texts_are_read_as_documents (Fixture      *f,
                                  gconstpointer data)
{
  PsgOwnPage *page;
  GtkWidget *reader;
  guint start, end;

  g_free (f->id);
  f->id = g_strdup (psg_memory_library_put (f->library, "Diary", "/nowhere", "Some words to read")->id);
  follow (f, "#char=5,10");
  page = PSG_OWN_PAGE (psg_document_pane_get_visible (PSG_DOCUMENT_PANE (f->pane)));
  while ((reader = psg_own_page_get_content (page)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (PSG_IS_DOCUMENT_PAGE (reader));
  g_assert_true (psg_document_page_get_highlight (PSG_DOCUMENT_PAGE (reader), &start, &end));
  g_assert_cmpuint (end - start, ==, 5);
  settle ();
}

/* Printing */

static PopplerDocument *
print (Fixture    *f,
       const char *path)
{
  g_autoptr (GtkPrintOperation) operation = psg_document_pane_print (PSG_DOCUMENT_PANE (f->pane));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;

  g_assert_nonnull (operation);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  document = poppler_document_new_from_gfile (file, NULL, NULL, &error);
  g_assert_no_error (error);

  return document;
}

static void
check_printed (PopplerDocument *document,
               int              index,
               const char      *words,
               gboolean         wide)
{
  PopplerPage *page = poppler_document_get_page (document, index);
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *boxes = NULL;
  GList *images = poppler_page_get_image_mapping (page);
  double width, height;
  guint n;

  poppler_page_get_size (page, &width, &height);
  g_assert_cmpstr (g_strchomp (text), ==, words);
  g_assert_true ((width > height) == wide);
  g_assert_null (images);
  /* Nothing is cut off. */
  g_assert_true (poppler_page_get_text_layout (page, &boxes, &n));
  for (guint i = 0; i < n; i++)
    g_assert_true (boxes[i].x1 >= 0 && boxes[i].y1 >= 0 && boxes[i].x2 <= width && boxes[i].y2 <= height);
  g_object_unref (page);
}

static void
test_pages_are_printed_as_they_are (Fixture      *f,
                                    gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "printed.pdf", NULL);
  PopplerDocument *document;

  follow (f, "");
  get_view (f);
  document = print (f, path);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 3);
  check_printed (document, 0, "A tall page\nwith two lines", FALSE);
  check_printed (document, 1, "A wide page", TRUE);
  check_printed (document, 2, "A postcard", FALSE);
  g_object_unref (document);
  if (g_getenv ("PSG_KEEP_PRINTS") == NULL)
    g_assert_no_errno (g_unlink (path));
}

static void
test_pages_that_cannot_be_printed_say_so (Fixture      *f,
                                          gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "printed.pdf", NULL);
  PopplerDocument *document;

  follow (f, "");
  get_view (f);
  /* The copy may be gone by now. */
  g_assert_no_errno (g_unlink (f->path));
  document = print (f, path);
  check_printed (document, 0, "The PDF is damaged and cannot be shown.", FALSE);
  g_object_unref (document);
  g_assert_no_errno (g_unlink (path));
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  if (ADW_IS_STATUS_PAGE (widget) && g_strcmp0 (adw_status_page_get_description (ADW_STATUS_PAGE (widget)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child, text))
      return TRUE;

  return FALSE;
}

static void
test_what_is_wrong_is_told (Fixture      *f,
                            gconstpointer data)
{
  psg_memory_library_set_fault (f->library, "The copy <is> gone");
  follow (f, "");
  settle ();
  g_assert_true (has_text (f->pane, "The copy &lt;is&gt; gone"));

  /* The file may have gone bad since it was added. */
  psg_memory_library_set_fault (f->library, NULL);
  psg_session_select_event_id (f->session, "treaty", NULL);
  psg_test_pdf_write_encrypted (f->path);
  follow (f, "");
  settle ();
  g_assert_true (has_text (f->pane, "The PDF is protected with a password."));
}

static void
test_leaving_waits_for_nothing (Fixture      *f,
                                gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      follow (f, "#page=5&char=1,4");
      for (guint n = 0; n < i * 3; n++)
        g_main_context_iteration (NULL, FALSE);
      psg_session_select_event_id (f->session, "treaty", NULL);
    }
  settle ();
}

/* Files alone */

static void
store_result_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static PsgPdfInfo *
open_file (PsgPdfFile *file,
           GError    **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  psg_pdf_file_open_async (file, NULL, store_result_cb, &result);

  return psg_pdf_file_open_finish (wait_for (&result), error);
}

static GdkTexture *
draw_file (PsgPdfFile *file,
           double      scale,
           int         x,
           int         y)
{
  PsgPdfPart part = { 0, scale, x, y, 300, 200 };
  g_autoptr (GAsyncResult) result = NULL;

  psg_pdf_file_draw_async (file, &part, PSG_PDF_NOW, NULL, store_result_cb, &result);

  return psg_pdf_file_draw_finish (wait_for (&result), NULL);
}

static PsgPdfText *
read_file (PsgPdfFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;

  psg_pdf_file_read_async (file, 0, PSG_PDF_LATER, NULL, store_result_cb, &result);

  return psg_pdf_file_read_finish (wait_for (&result), NULL);
}

static void
check_refused (const char *path)
{
  g_autoptr (PsgPdfFile) file = psg_pdf_file_new (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (open_file (file, &error));
  g_assert_true (error->domain == PSG_LIBRARY_ERROR);
}

static void
test_hostile_files_do_no_harm (Fixture      *f,
                               gconstpointer data)
{
  g_autofree char *spoilt = g_build_filename (f->folder, "spoilt.pdf", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_times = g_test_slow () ? 2000 : 50;

  psg_test_pdf_write_empty (spoilt);
  check_refused (spoilt);
  psg_test_pdf_write_encrypted (spoilt);
  check_refused (spoilt);
  g_assert_true (g_file_set_contents (spoilt, "no PDF at all", -1, NULL));
  check_refused (spoilt);

  for (guint i = 0; i < n_times; i++)
    {
      g_autoptr (PsgPdfFile) file = NULL;
      g_autoptr (PsgPdfInfo) info = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GdkTexture) texture = NULL;
      g_autoptr (PsgPdfText) text = NULL;

      psg_test_pdf_spoil (f->path, spoilt, rand, i % 40, i % 3 == 0);
      file = psg_pdf_file_new (spoilt);
      info = open_file (file, &error);
      g_assert_true ((info != NULL) == (error == NULL));
      texture = draw_file (file, 0.5, 0, 0);
      text = read_file (file);
    }
  g_unlink (spoilt);
}

static void
test_pages_of_any_size_are_drawn (Fixture      *f,
                                  gconstpointer data)
{
  const double sizes[][2] = { { 1e6, 1e6 }, { 1, 1e6 }, { 1e6, 1 }, { 0, 0 }, { -200, 300 }, { 0.001, 0.001 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (PsgPdfFile) file = NULL;
      g_autoptr (PsgPdfInfo) info = NULL;
      g_autoptr (GdkTexture) near = NULL;
      g_autoptr (GdkTexture) far = NULL;

      psg_test_pdf_write_sized (f->path, sizes[i][0], sizes[i][1]);
      file = psg_pdf_file_new (f->path);
      info = open_file (file, NULL);
      g_assert_nonnull (info);
      near = draw_file (file, 8, 0, 0);
      far = draw_file (file, 8, 1000000, 2000000);
      g_assert_nonnull (near);
      g_assert_nonnull (far);
    }

  /* And shown, at every zoom. */
  psg_test_pdf_write_sized (f->path, 1e6, 1e6);
  follow (f, "");
  for (double zoom = 0; zoom <= 8; zoom += 4)
    {
      psg_pdf_view_set_zoom (get_view (f), zoom);
      get_view (f);
    }
}

#define ADD(path, data, func) g_test_add ("/ui/pdf/" path, Fixture, data, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  psg_ui_init ();
  /* A cursor that blinks is never at rest. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);

  ADD ("pages-are-drawn", NULL, test_pages_are_drawn);
  ADD ("only-what-is-in-sight-is-drawn", "long", test_only_what_is_in_sight_is_drawn);
  ADD ("zoomed-pages-are-crisp-where-one-looks", NULL, test_zoomed_pages_are_crisp_where_one_looks);
  ADD ("words-are-selected-where-they-stand", NULL, test_words_are_selected_where_they_stand);
  ADD ("words-are-copied-with-their-citation", NULL, test_words_are_copied_with_their_citation);
  ADD ("places-are-shown-and-come-back", "long", test_places_are_shown_and_come_back);
  ADD ("words-are-found", "long", test_words_are_found);
  ADD ("links-lead-to-pages-and-addresses-only", "linked", test_links_lead_to_pages_and_addresses_only);
  ADD ("the-outline-is-read", "linked", test_the_outline_is_read);
  ADD ("a-screen-reader-reads-the-page", NULL, test_a_screen_reader_reads_the_page);
  ADD ("texts-are-read-as-documents", NULL, test_texts_are_read_as_documents);
  ADD ("pages-are-printed-as-they-are", "mixed", test_pages_are_printed_as_they_are);
  ADD ("pages-that-cannot-be-printed-say-so", NULL, test_pages_that_cannot_be_printed_say_so);
  ADD ("what-is-wrong-is-told", NULL, test_what_is_wrong_is_told);
  ADD ("leaving-waits-for-nothing", "long", test_leaving_waits_for_nothing);
  ADD ("hostile-files-do-no-harm", "linked", test_hostile_files_do_no_harm);
  ADD ("pages-of-any-size-are-drawn", NULL, test_pages_of_any_size_are_drawn);

  status = g_test_run ();
  /* As the app does: Poppler's own data goes when the process ends. */
  g_assert_true (psg_linger_wait (60000));

  return status;
}
