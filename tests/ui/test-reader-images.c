/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "psg-reader-image.h"

#include <glib/gstdio.h>
#include <string.h>

#include "psg-collection-file.h"
#include "psg-compiler.h"
#include "psg-document-fixture.h"
#include "psg-document-page.h"
#include "psg-document-pane.h"
#include "psg-reader-view.h"
#include "psg-store-fixture.h"

/* Images among the text, from the folder a collection is written in to the reader: as large as there is room
 * for, and told in words where they cannot be shown. */

#define REPORT "# The report\n\n![A wide road](images/road.png)\n\n" \
               "The [bridge](crossing:bridge) was closed *at midnight*\non 18 August 2023.[^paper][^agency]\n\n" \
               "## What followed\n\n- Trade fell by half.[^agency]\n" \
               "- Trade fell by half, said others too.[^paper]\n\n" \
               "![A small sign](images/sign.png)\n\n![A picture that was torn](images/torn.png)\n\n" \
               "> Nothing is certain.\n"

static char *folder;

static void
write_image (const char *name,
             int         width,
             int         height,
             gsize       keep)
{
  g_autofree guint8 *pixels = g_malloc0 ((gsize) width * height * 4);
  g_autoptr (GBytes) bytes = g_bytes_new (pixels, (gsize) width * height * 4);
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, width * 4);
  g_autoptr (GBytes) png = gdk_texture_save_to_png_bytes (texture);
  g_autofree char *path = g_build_filename (folder, "images", name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (png, NULL), MIN (keep, g_bytes_get_size (png)), NULL));
}

static PsgCollection *
compile (void)
{
  g_autofree char *base = g_test_build_filename (G_TEST_DIST, "fixtures", "base", NULL);
  g_autofree char *images = g_build_filename (folder, "images", NULL);
  g_autofree char *report = g_build_filename (folder, "documents", "report.md", NULL);
  g_autofree char *path = g_build_filename (folder, "made.passages", NULL);
  g_autoptr (PsgDiagnostics) diagnostics = psg_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  PsgCollectionFile *file;

  psg_fixture_copy_folder (base, folder);
  g_assert_no_errno (g_mkdir (images, 0700));
  write_image ("road.png", 900, 300, G_MAXSIZE);
  write_image ("sign.png", 40, 30, G_MAXSIZE);
  write_image ("torn.png", 40, 30, 45);
  g_assert_true (g_file_set_contents (report, REPORT, -1, NULL));

  psg_compiler_run (folder, path, diagnostics, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (psg_diagnostics_get_n (diagnostics), ==, 0);
  file = psg_collection_file_open (path, NULL, &error);
  g_assert_no_error (error);

  return PSG_COLLECTION (file);
}

static void
set_up_images (Fixture      *f,
               gconstpointer data)
{
  g_autoptr (PsgCollection) collection = NULL;

  folder = psg_fixture_new_folder ();
  collection = compile ();
  set_up (f, NULL);
  g_object_unref (f->collection);
  f->collection = g_object_ref (collection);
  psg_session_set_collection (f->session, f->collection);
  follow (f, "document:report");
  settle ();
}

static void
tear_down_images (Fixture      *f,
                  gconstpointer data)
{
  tear_down (f, NULL);
  psg_fixture_remove (folder);
  g_clear_pointer (&folder, g_free);
}

static PsgReaderImage *
get_image (Fixture *f,
           guint    index)
{
  GtkWidget *view = find (get_page (f), has_type, "PsgReaderView");
  const PsgRendering *rendering = psg_reader_view_get_rendering (PSG_READER_VIEW (view));
  guint n;
  g_autofree GtkWidget **widgets = NULL;

  g_assert_cmpuint (rendering->images->len, ==, 3);
  widgets = gtk_text_child_anchor_get_widgets (g_array_index (rendering->images, PsgImagePlace, index).anchor, &n);
  g_assert_cmpuint (n, ==, 1);

  return PSG_READER_IMAGE (widgets[0]);
}

static void
test_as_large_as_there_is_room (Fixture      *f,
                                gconstpointer data)
{
  GtkWidget *wide = GTK_WIDGET (get_image (f, 0)), *small = GTK_WIDGET (get_image (f, 1));

  g_assert_cmpint (gtk_widget_get_width (wide), <=, WIDTH);
  g_assert_cmpint (gtk_widget_get_width (wide), >, WIDTH * 3 / 4);
  g_assert_cmpint (ABS (gtk_widget_get_width (wide) - 3 * gtk_widget_get_height (wide)), <=, 3);
  g_assert_cmpint (gtk_widget_get_width (small), ==, 40);
  g_assert_cmpint (gtk_widget_get_height (small), ==, 30);

  gtk_window_set_default_size (GTK_WINDOW (f->window), 700, HEIGHT);
  settle ();
  /* Not more than the text has. */
  g_assert_cmpint (gtk_widget_get_width (wide), >, 450);
  g_assert_cmpint (gtk_widget_get_width (wide), <, 524);
  g_assert_cmpint (gtk_widget_get_width (small), ==, 40);
}

static void
test_what_it_shows_is_told (Fixture      *f,
                            gconstpointer data)
{
  PsgReaderImage *wide = get_image (f, 0), *torn = get_image (f, 2);
  GtkWidget *picture = adw_bin_get_child (ADW_BIN (wide));

  g_assert_true (GTK_IS_PICTURE (picture));
  g_assert_cmpstr (gtk_picture_get_alternative_text (GTK_PICTURE (picture)), ==, "A wide road");
  g_assert_cmpint (gdk_texture_get_width (psg_reader_image_get_texture (wide)), ==, 900);

  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (torn), "missing"));
  g_assert_nonnull (find (GTK_WIDGET (torn), has_text, "A picture that was torn"));
  g_assert_null (psg_reader_image_get_texture (torn));
}

/* The words and where they stand are as they would be without. */
static void
test_images_are_no_part_of_the_text (Fixture      *f,
                                     gconstpointer data)
{
  g_autoptr (PsgDocument) document = psg_collection_load_document (f->collection, "report", NULL);
  g_autoptr (GBytes) missing = NULL;
  g_autoptr (GError) error = NULL;
  guint start, end;

  g_assert_true (g_str_has_prefix (document->text, "The report\nThe bridge was closed at midnight on"));
  g_assert_cmpuint (document->passages->len, >, 0);
  follow (f, "document:report#closed");
  g_assert_true (psg_document_page_get_highlight (PSG_DOCUMENT_PAGE (get_page (f)), &start, &end));

  missing = psg_collection_load_image (f->collection, "images/other.png", &error);
  g_assert_null (missing);
  g_assert_error (error, PSG_COLLECTION_ERROR, PSG_COLLECTION_ERROR_NOT_FOUND);
}

/* Whatever lies between. */
static gboolean
has_bytes (const char *data,
           gsize       length,
           const char *wanted)
{
  for (gsize i = 0; i + strlen (wanted) <= length; i++)
    if (memcmp (data + i, wanted, strlen (wanted)) == 0)
      return TRUE;

  return FALSE;
}

static void
test_images_are_printed (Fixture      *f,
                         gconstpointer data)
{
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = psg_document_pane_print (PSG_DOCUMENT_PANE (f->pane));
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (has_bytes (contents, length, "/Subtype /Image"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!psg_document_fixture_init ())
    return 77;

#define ADD(path, function) \
  g_test_add ("/ui/reader-images/" path, Fixture, NULL, set_up_images, function, tear_down_images)
  ADD ("as-large-as-there-is-room", test_as_large_as_there_is_room);
  ADD ("what-it-shows-is-told", test_what_it_shows_is_told);
  ADD ("images-are-no-part-of-the-text", test_images_are_no_part_of_the_text);
  ADD ("images-are-printed", test_images_are_printed);
#undef ADD

  return g_test_run ();
}
